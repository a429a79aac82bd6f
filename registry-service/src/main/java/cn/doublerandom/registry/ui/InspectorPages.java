package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.registry.application.InspectorErasures;
import cn.doublerandom.registry.application.InspectorList;
import cn.doublerandom.registry.application.InspectorStory;
import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.application.RecusalRequests;
import cn.doublerandom.registry.inspector.DeclaredReason;
import cn.doublerandom.registry.inspector.DeclaringSide;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.rest.AbsenceResource.LeaveRequest;
import cn.doublerandom.registry.rest.InspectorResource.Erasure;
import cn.doublerandom.registry.rest.RecusalResource.RecusalDeclaration;
import cn.doublerandom.registry.rest.RecusalResource.RecusalRevocation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 执法检查人员: the list, and one with why he can be drawn or not. */
@Path("/ui/inspectors")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class InspectorPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/inspectors.html")
  Template listPage;

  @Inject
  @Location("registry/inspector.html")
  Template onePage;

  @Inject Desk desk;
  @Inject InspectorList list;
  @Inject NamesShown names;
  @Inject Inspectors inspectors;
  @Inject InspectorStory story;
  @Inject AbsenceRequests absences;
  @Inject RecusalRequests recusals;
  @Inject InspectorErasures erasures;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    var asked =
        new InspectorList.Query(
            query.text("search"),
            query.text("unit"),
            query.word("standing", InspectorList.Standing.class));
    return desk.show(
        list.find(asked, names.wanted(), today(), query.from(), LIMIT)
            .invoke(names::note)
            .map(result -> page(query, result)));
  }

  /** A recusal that waits, or its end. */
  public record WaitingRecusal(String subject, String words) {}

  private TemplateInstance page(Query query, InspectorList.Result result) {
    InspectorWords words = words();
    List<InspectorList.Found> found = query.isRefused() ? List.of() : result.found();
    String next = result.goesOn() ? String.valueOf(result.from() - 1 + found.size()) : null;
    return listPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data("mayOpen", names.wanted() != InspectorList.Names.CLOSED)
        .data("mayImport", identity.hasRole(Roles.REGISTRAR))
        .data("names", names.wanted().name())
        .data("units", result.units().stream().map(unit -> new Choice(unit, unit)).toList())
        .data(
            "standings",
            Arrays.stream(InspectorList.Standing.values())
                .map(one -> new Choice(one.name(), words.standingOf(one)))
                .toList())
        .data("soon", today().plusDays(InspectorList.DAYS_AHEAD))
        .data(
            "rows",
            query.isRefused()
                ? new Rows<>(found, 1, 0, null)
                : new Rows<>(found, result.from(), result.count(), next));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(one(id, desk.forms().blank()));
  }

  /** 请假, as {@code POST /api/v1/inspectors/{id}/leaves} does it. */
  @POST
  @Path("/{id}/leaves")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> leave(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          LeaveRequest leave = form.as(LeaveRequest.class);
          return absences.grant(
              id, new Leave(leave.from(), leave.until(), leave.reason()), form.context(leave));
        },
        done ->
            Desk.seen(
                RegistryPlaces.inspector(id), RegistryStreams.INSPECTOR.of(id), done.version()),
        form -> one(id, form));
  }

  /** 回避, as {@code POST /api/v1/inspectors/{id}/recusals} asks for it. */
  @POST
  @Path("/{id}/recusals")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> recuse(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          RecusalDeclaration told = form.as(RecusalDeclaration.class);
          return recusals.declare(id, told.meant(), form.context(told));
        },
        done ->
            Desk.seen(
                RegistryPlaces.inspector(id), RegistryStreams.INSPECTOR.of(id), done.version()),
        form -> one(id, form));
  }

  /** Asks that a recusal hold no more, as the address for programs does. */
  @POST
  @Path("/{id}/recusals/{subject}/revocation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> revoke(
      @PathParam("id") @Size(max = 64) String id,
      @PathParam("subject") @Size(max = 64) String subject,
      byte[] body) {
    return desk.act(
        body,
        form -> {
          RecusalRevocation revocation = form.as(RecusalRevocation.class);
          return recusals.revoke(id, subject, revocation.reason(), form.context(revocation));
        },
        done ->
            Desk.seen(
                RegistryPlaces.inspector(id), RegistryStreams.INSPECTOR.of(id), done.version()),
        form -> one(id, form));
  }

  /** Asks that a name be erased, as the address for programs does; an approver decides. */
  @POST
  @Path("/{id}/erasure")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> erase(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form -> {
          Erasure asked = form.as(Erasure.class);
          return erasures
              .request(id, asked.reason(), form.context(asked))
              .map(Refusals::require)
              .map(done -> PageAddress.of(RegistryPlaces.request("erasures", "inspector", id)));
        },
        form -> one(id, form));
  }

  private Uni<TemplateInstance> one(String id, FilledForm form) {
    LocalDate today = today();
    return Uni.combine()
        .all()
        .unis(
            inspectors.one(id, identity.hasRole(Roles.REGISTRAR), today),
            inspectors.on(today, id),
            story.of(id))
        .usingConcurrencyOf(1)
        .with((opened, day, happened) -> page(opened, day, happened, form));
  }

  private TemplateInstance page(
      Inspectors.Opened opened,
      Inspectors.OfDay day,
      List<InspectorStory.Happened> happened,
      FilledForm form) {
    LocalDate today = today();
    Inspector.Registered known = opened.known();
    FilledForm over = form.over(Long.toString(opened.version()), Map.of());
    boolean isRecusal = form.has("act", "recuse");
    boolean isErasure = form.has("act", "erase");
    AskedInWords asked = AskedInWords.of(desk);
    return onePage
        .data("person", opened.person())
        .data("details", opened.person().details())
        .data("more", opened.person().details().more())
        .data("today", today)
        .data("day", day)
        .data("reasons", reasons(day))
        .data("until", known.details().certifiedUntil())
        .data("left", known.details().certifiedUntil().toEpochDay() - today.toEpochDay())
        .data(
            "leaves",
            known.leaves().stream().filter(leave -> !leave.until().isBefore(today)).toList())
        .data("asked", known.absenceAsked().map(asked::of).orElse(null))
        .data(
            "recusalsAsked",
            known.recusalsAsked().stream()
                .map(one -> new WaitingRecusal(one.recusal().subject(), asked.of(one)))
                .toList())
        .data("declared", known.recusals())
        .data("mayChange", identity.hasRole(Roles.REGISTRAR))
        .data(
            "whys",
            Arrays.stream(DeclaredReason.values())
                .map(why -> new Choice(why.name(), words().recusalReason(why.name())))
                .toList())
        .data(
            "sides",
            Arrays.stream(DeclaringSide.values())
                .map(side -> new Choice(side.name(), words().sideOf(side)))
                .toList())
        .data("recusing", isRecusal ? over : desk.forms().blank(opened.version()))
        .data("erasing", isErasure ? over : desk.forms().blank(opened.version()))
        .data("form", isRecusal || isErasure ? desk.forms().blank(opened.version()) : over)
        .data(
            "entries",
            new InspectorTimeline(words(), desk.words(RegistryWords.class)).of(happened));
  }

  private List<String> reasons(Inspectors.OfDay day) {
    return day.eligibility().reasons().stream()
        .map(why -> desk.readsEnglish() ? why.english() : why.text())
        .toList();
  }

  private InspectorWords words() {
    return desk.words(InspectorWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
