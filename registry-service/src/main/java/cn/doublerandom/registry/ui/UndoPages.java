package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.DrawnRows;
import cn.doublerandom.registry.application.InspectorList;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.UndoSum;
import cn.doublerandom.registry.application.Undos;
import cn.doublerandom.registry.drawn.DrawnSince;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.rest.ImportUndoResource.UndoRequest;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.ProblemException;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 撤销导入: what it would come to, and by whom it is asked for. */
@Path("/ui/imports/{id}/undo")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class UndoPages {
  @Inject
  @Location("registry/undo.html")
  Template page;

  @Inject Desk desk;
  @Inject Undos undos;
  @Inject IntakeDirectory directory;
  @Inject SubjectDirectory subjects;
  @Inject Items items;
  @Inject DrawnRows drawn;
  @Inject InspectorList inspectors;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /** An entry that is left as it is. */
  public record Kept(String id, String name, String address) {}

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(shown(id, desk.forms().blank()));
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form -> {
          UndoRequest request = form.as(UndoRequest.class);
          return undos
              .request(id, request.reason(), form.context(request))
              .map(asked -> PageAddress.of(RegistryPlaces.handedIn(id, "undo")));
        },
        form -> shown(id, form));
  }

  private Uni<TemplateInstance> shown(String id, FilledForm form) {
    return Uni.createFrom()
        .completionStage(() -> directory.find(id))
        .map(found -> found.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)))
        .flatMap(entry ->
            undos
                .of(id)
                .map(loaded -> ShownUndo.of(loaded.state()))
                .flatMap(undo -> shown(entry, undo, form)));
  }

  private Uni<TemplateInstance> shown(
      IntakeDirectory.Entry entry, ShownUndo undo, FilledForm form) {
    if (!undo.isFree()) {
      return undos
          .job(entry.id(), requests.actor())
          .flatMap(
              job -> page(entry, undo, form, new UndoSum(undo.counts(), undo.kept()), going(job)));
    }
    return undos
        .counted(entry.id(), requests.contextOf(requests.actor()))
        .flatMap(outcome ->
            switch (outcome) {
              case Jobs.Outcome.Done<UndoSum>(var sum) -> page(entry, undo, form, sum, null);
              case Jobs.Outcome.UnderWay<UndoSum>(var job) -> page(entry, undo, form, null, job);
            })
        .onFailure(ProblemException.class)
        .recoverWithUni(why ->
            page(entry, undo, form, null, null).map(shown -> shown.data("refusal", said(why))));
  }

  private static Job.@Nullable Seen going(Optional<Job.Seen> job) {
    return job.filter(one -> one.endedAt() == null).orElse(null);
  }

  private String said(ProblemException refusal) {
    return desk.readsEnglish() ? refusal.rejection().english() : refusal.rejection().text();
  }

  /**
   * @param sum absent as long as it is counted
   * @param job what is under way; absent where nothing is
   */
  private Uni<TemplateInstance> page(
      IntakeDirectory.Entry entry,
      ShownUndo undo,
      FilledForm form,
      @Nullable UndoSum sum,
      Job.@Nullable Seen job) {
    return drawn.of(entry.id()).flatMap(since -> page(entry, undo, form, sum, job, since));
  }

  private Uni<TemplateInstance> page(
      IntakeDirectory.Entry entry,
      ShownUndo undo,
      FilledForm form,
      @Nullable UndoSum sum,
      Job.@Nullable Seen job,
      DrawnSince since) {
    List<String> ids = sum == null ? List.of() : sum.kept();
    IntakeKind kind = entry.report().kind();
    Stream<String> named =
        Stream.concat(ids.stream(), since.drawn().stream().map(DrawnSince.Drawn::subject));
    return names(kind, named.distinct().toList())
        .map((Map<String, String> names) ->
            page.data("entry", entry)
                .data("since", since)
                .data("names", names)
                .data("state", undo)
                .data("form", form)
                .data("counts", sum == null ? null : sum.counts())
                .data(
                    "kept",
                    ids.stream()
                        .map(id -> new Kept(id, names.getOrDefault(id, id), address(kind, id)))
                        .toList())
                .data("kind", kind)
                .data("job", job)
                .data("refusal", "")
                .data("mayAsk", identity.hasRole(Roles.REGISTRAR)));
  }

  /** What entries are called, by code. */
  private Uni<Map<String, String>> names(IntakeKind kind, List<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.<String, String>of());
    }
    return switch (kind) {
      case ITEMS -> items.everything().map(UndoPages::byCode);
      case INSPECTORS ->
          inspectors.names(ids, BusinessClock.day(requests.contextOf(requests.actor()).at()));
      case SUBJECTS, RISK_CLASSES ->
          Uni.createFrom()
              .completionStage(() -> subjects.among(new TreeSet<>(ids)))
              .map(known ->
                  known.stream()
                      .collect(
                          Collectors.toMap(
                              one -> one.details().id(), one -> one.details().shown().name())));
    };
  }

  private static String address(IntakeKind kind, String id) {
    return switch (kind) {
      case ITEMS -> RegistryPlaces.item(id);
      case INSPECTORS -> RegistryPlaces.inspector(id);
      case SUBJECTS, RISK_CLASSES -> RegistryPlaces.subject(id);
    };
  }

  private static Map<String, String> byCode(List<ItemDirectory.Entry> known) {
    return known.stream()
        .collect(Collectors.toMap(one -> one.details().code(), one -> one.details().name()));
  }
}
