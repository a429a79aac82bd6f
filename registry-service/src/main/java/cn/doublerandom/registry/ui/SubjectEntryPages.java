package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Erasures;
import cn.doublerandom.registry.application.Merges;
import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.application.SubjectLinks;
import cn.doublerandom.registry.application.SubjectStory;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.rest.InspectorResource.Erasure;
import cn.doublerandom.registry.rest.SubjectMergeResource.MergeRequest;
import cn.doublerandom.registry.rest.SubjectMergeResource.UnmergeRequest;
import cn.doublerandom.registry.rest.SubjectStatusResource.StatusChange;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One of 检查对象: its entry, its neighbours, what happened to it, its status and 合并. */
@Path("/ui/subjects")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SubjectEntryPages {
  private static final String ACT = "act";

  /** A person, or what a person may own. */
  private static final Set<SubjectKind> OF_PEOPLE =
      EnumSet.of(SubjectKind.PERSON, SubjectKind.VEHICLE, SubjectKind.VESSEL);

  @Inject
  @Location("registry/subject.html")
  Template page;

  @Inject Desk desk;
  @Inject Subjects subjects;
  @Inject SubjectStory story;
  @Inject SubjectLinks links;
  @Inject StatusRequests statuses;
  @Inject Merges merges;
  @Inject Erasures erasures;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(one(id, desk.forms().blank()));
  }

  /** 变更登记状态, as {@code POST /api/v1/subjects/{id}/status} does it. */
  @POST
  @Path("/{id}/status")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> change(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          StatusChange change = form.as(StatusChange.class);
          return statuses.change(
              id, change.status(), change.reason(), change.effective(), form.context(change));
        },
        done ->
            Desk.seen(RegistryPlaces.subject(id), RegistryStreams.SUBJECT.of(id), done.version()),
        form -> one(id, form));
  }

  /** Says that it is a duplicate, as the address for programs does; another person agrees. */
  @POST
  @Path("/{id}/merge")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> merge(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          MergeRequest merge = form.as(MergeRequest.class);
          return merges.request(
              id, merge.into(), merge.reason(), merge.effective(), form.context(merge));
        },
        done ->
            Desk.seen(RegistryPlaces.subject(id), RegistryStreams.SUBJECT.of(id), done.version()),
        form -> one(id, form));
  }

  /** Asks that a merge be taken back, as the address for programs does. */
  @POST
  @Path("/{id}/unmerge")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> unmerge(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          UnmergeRequest unmerge = form.as(UnmergeRequest.class);
          return merges.requestUnmerge(
              id, unmerge.reason(), unmerge.effective(), form.context(unmerge));
        },
        done ->
            Desk.seen(RegistryPlaces.subject(id), RegistryStreams.SUBJECT.of(id), done.version()),
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
              .requestOfSubject(id, asked.reason(), form.context(asked))
              .map(Refusals::require)
              .map(done -> PageAddress.of(RegistryPlaces.request("erasures", "subject", id)));
        },
        form -> one(id, form));
  }

  private Uni<TemplateInstance> one(String id, FilledForm form) {
    return Uni.combine()
        .all()
        .unis(
            subjects.one(id, identity.hasRole(Roles.REGISTRAR), today()),
            neighbours(id),
            story.of(id))
        .usingConcurrencyOf(1)
        .with((shown, found, happened) -> page(shown, found, happened, form));
  }

  /** Who was entered a moment ago is on no list yet. */
  private Uni<SubjectLinks.Links> neighbours(String id) {
    return links
        .of(id, today())
        .onFailure(ProblemException.class)
        .recoverWithItem(SubjectLinks.Links.NONE);
  }

  private TemplateInstance page(
      Subjects.Shown shown,
      SubjectLinks.Links found,
      List<SubjectStory.Happened> happened,
      FilledForm form) {
    Subject subject = shown.subject();
    Optional<Subject.StatusAsked> asked =
        subject instanceof Subject.Registered known ? known.statusAsked() : Optional.empty();
    Optional<Subject.Asked> merging = merging(subject);
    boolean isKeeper = identity.hasRole(Roles.REGISTRAR);
    boolean isMerged = subject instanceof Subject.Merged;
    return page.data("subject", shown.details())
        .data("more", shown.details().more())
        .data("links", found)
        .data(
            "waiting",
            asked.map(one -> AskedInWords.of(desk).of(one, shown.details().status())).orElse(null))
        .data("asker", asked.map(Subject.StatusAsked::by).orElse(""))
        .data("merging", merging.orElse(null))
        .data("mergingInto", merging.flatMap(Subject.Asked::into).orElse(null))
        .data("into", subject instanceof Subject.Merged merged ? merged.into() : null)
        .data("mergesFrom", subject instanceof Subject.Merged merged ? later(merged) : null)
        .data("mayChange", isKeeper && asked.isEmpty() && !isMerged)
        .data("mayMerge", isKeeper && merging.isEmpty() && !isMerged)
        .data("mayUnmerge", isKeeper && merging.isEmpty() && isMerged)
        .data("form", of("status", shown.version(), form))
        .data("merge", of("merge", shown.version(), form))
        .data("mayErase", isKeeper && OF_PEOPLE.contains(shown.details().kind()))
        // It is kept apart from the entry and asks for no version of it.
        .data("erasing", form.has(ACT, "erase") ? form : desk.forms().blank())
        .data("unmerge", of("unmerge", shown.version(), form))
        .data(
            "states",
            Arrays.stream(SubjectStatus.values())
                .map(one -> new Choice(one.name(), words().stateOf(one)))
                .toList())
        .data("entries", SubjectTimeline.of(happened, words()));
  }

  /** The first day of a merge that was agreed to for later; until then it is drawn as before. */
  private @Nullable LocalDate later(Subject.Merged merged) {
    LocalDate from = merged.timeline().mergedInto().turns().getLast().from();
    return from.isAfter(today()) ? from : null;
  }

  private static Optional<Subject.Asked> merging(Subject subject) {
    return switch (subject) {
      case Subject.Registered known -> known.asked();
      case Subject.Merged merged -> merged.asked();
      case Subject.Unregistered() -> Optional.empty();
    };
  }

  /** One of the forms of the page: what was typed into it and refused, or nothing but a day. */
  private FilledForm of(String act, long version, FilledForm sent) {
    String said = sent.value(ACT).isEmpty() ? "status" : sent.value(ACT);
    return sent.isRefused() && said.equals(act)
        ? sent.over(Long.toString(version), Map.of())
        : desk.forms().blank(version).with("effective", today());
  }

  private RegistryWords words() {
    return desk.words(RegistryWords.class);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
