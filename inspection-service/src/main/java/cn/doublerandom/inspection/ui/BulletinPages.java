package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.application.BulletinFigures;
import cn.doublerandom.inspection.application.BulletinPapers;
import cn.doublerandom.inspection.application.Bulletins;
import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.bulletin.Audience;
import cn.doublerandom.inspection.bulletin.BulletinEvent;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.rest.BulletinResource.BulletinDraft;
import cn.doublerandom.inspection.rest.BulletinResource.BulletinEnd;
import cn.doublerandom.inspection.rest.BulletinResource.BulletinReply;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 通报 at the desk; what circulates the whole bureau reads. */
@Path("/ui/supervision/bulletins")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class BulletinPages
    extends HearingPages<BulletinDrawnUp, Reach, BulletinEvent, BulletinSummary> {
  @Inject
  @Location("inspection/bulletins.html")
  Template listPage;

  @Inject
  @Location("inspection/bulletin.html")
  Template page;

  @Inject Bulletins bulletins;
  @Inject BulletinFigures figures;
  @Inject BulletinPapers papers;

  /** One line of the list. */
  @TemplateData
  public record Line(
      String id,
      int year,
      int issue,
      List<String> units,
      LocalDate answerBy,
      BulletinSummary.State state,
      String look,
      @Nullable Reach reach) {
    static Line of(BulletinSummary one) {
      return new Line(
          one.id(),
          one.year(),
          one.issue(),
          one.units(),
          one.answerBy(),
          one.state(),
          one.state() == BulletinSummary.State.CONCLUDED ? "quiet" : "warn",
          one.reach());
    }
  }

  @Override
  Hearings<BulletinDrawnUp, Reach, BulletinEvent, BulletinSummary> hearings() {
    return bulletins;
  }

  @Override
  String place(String id) {
    return InspectionPlaces.bulletin(id);
  }

  @Override
  Told<BulletinDrawnUp, Reach> told(BulletinDrawnUp drawnUp, Hearing.Stage stage) {
    BulletinWords words = desk.words(BulletinWords.class);
    return new Told<>(
        words.title(drawnUp.bulletin().year(), drawnUp.bulletin().issue()),
        words.stateOf(BulletinSummary.State.of(stage)),
        words.said(),
        words.toAnswer(),
        words.toConclude(),
        "conclusion",
        "reach",
        Stream.of(Reach.values()).filter(one -> one.isWithin(drawnUp.audience())).toList(),
        words::reachOf,
        of ->
            words.drawnUpFact(
                String.join(desk.words(KitWords.class).comma(), of.units()), of.answerBy()));
  }

  @Override
  TemplateInstance page(BulletinDrawnUp drawnUp) {
    return page.data("bulletin", drawnUp.bulletin())
        .data("audience", drawnUp.audience())
        .data("supervises", supervises());
  }

  @GET
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(list(query, query.year("year", today().getYear()), desk.forms().blank()));
  }

  private Uni<TemplateInstance> list(Query query, int year, FilledForm form) {
    return rows(query, Line::of)
        .map(rows ->
            listPage
                .data("query", query.form())
                .data("form", form)
                .data("year", year)
                .data("rows", rows)
                .data("audiences", audiences())
                .data("supervises", supervises()))
        .flatMap(shown ->
            supervises()
                ? figures
                    .of(year)
                    .map(found ->
                        shown
                            .data("found", found)
                            .data(
                                "units",
                                found.stream()
                                    .map(one -> new Choice(one.unit(), one.unit()))
                                    .toList()))
                : Uni.createFrom().item(shown));
  }

  /** One is drawn up. */
  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> drawUp(byte[] body) {
    return desk.does(
        body,
        form -> {
          BulletinDraft draft = form.as(BulletinDraft.class);
          return bulletins
              .drawUp(draft.draft(), requests.unit(), form.context(draft))
              .map(drawn -> seen(drawn.id(), done(drawn.handled())));
        },
        form -> list(desk.query(), year(form.value("year")), form));
  }

  private static long done(Handled<BulletinEvent, Hearing<BulletinDrawnUp, Reach>> handled) {
    return Refusals.require(handled).version();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return shown(id);
  }

  @GET
  @Path("/{id}/paper")
  @Produces(PaperAnswers.PDF)
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<byte[]>> paper(@PathParam("id") @Size(max = 64) String id) {
    return bulletins
        .known(id, reader())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(loaded -> papers.pdf(id, loaded.state()))
        .map(pdf -> PaperAnswers.pdf(pdf, "bulletin"));
  }

  @POST
  @Path("/{id}/answer")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> answer(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return answer(id, body, BulletinReply.class, BulletinReply::answer);
  }

  @POST
  @Path("/{id}/conclusion")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> conclude(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return conclude(id, body, BulletinEnd.class, BulletinEnd::reach, BulletinEnd::reason);
  }

  private List<Choice> audiences() {
    BulletinWords words = desk.words(BulletinWords.class);
    return Stream.of(Audience.values())
        .map(one -> new Choice(one.name(), words.audienceOf(one)))
        .toList();
  }

  /** The year of a form that is shown again; this one where it said none. */
  private int year(String asked) {
    return asked.matches("20[0-9]{2}") ? Integer.parseInt(asked) : today().getYear();
  }
}
