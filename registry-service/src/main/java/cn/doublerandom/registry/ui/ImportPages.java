package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Draft;
import cn.doublerandom.registry.application.Drafts;
import cn.doublerandom.registry.application.IntakeJobs;
import cn.doublerandom.registry.application.IntakeTemplates;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.registry.application.Preview;
import cn.doublerandom.registry.application.RegisterMoves;
import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.registry.application.Undos;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
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
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 导入: what was imported, what a file would do, and what came of it. */
@Path("/ui/imports")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ImportPages {
  @Inject
  @Location("registry/import.html")
  Template draftPage;

  @Inject
  @Location("registry/importing.html")
  Template underwayPage;

  @Inject
  @Location("registry/imported.html")
  Template reportPage;

  @Inject Desk desk;
  @Inject ImportHistory history;
  @Inject Intakes intakes;
  @Inject IntakeJobs jobs;
  @Inject ImportWork work;
  @Inject RegisterMoves moves;
  @Inject Undos undos;
  @Inject IntakeDirectory directory;
  @Inject IntakeTemplates templates;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> history() {
    return desk.show(history.page());
  }

  @GET
  @Path("/templates/{kind}.xlsx")
  @Produces(MediaTypes.XLSX)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public RestResponse<byte[]> workbook(@PathParam("kind") @Size(max = 20) String kind)
      throws IOException {
    return file(
        templates.empty(kind(kind), RegisterPapers.Form.XLSX), MediaTypes.XLSX, kind + ".xlsx");
  }

  @GET
  @Path("/templates/{kind}.csv")
  @Produces(MediaTypes.CSV)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public RestResponse<byte[]> text(@PathParam("kind") @Size(max = 20) String kind)
      throws IOException {
    return file(
        templates.empty(kind(kind), RegisterPapers.Form.CSV), MediaTypes.CSV, kind + ".csv");
  }

  private static IntakeKind kind(String name) {
    return Arrays.stream(IntakeKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ProblemException(EdgeRejection.NOT_FOUND));
  }

  private static RestResponse<byte[]> file(byte[] content, String type, String name) {
    return RestResponse.ResponseBuilder.ok(content, type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 64) String id) {
    return desk.show(
        Uni.createFrom()
            .completionStage(() -> directory.find(id))
            .flatMap(taken ->
                intakes
                    .draft(id, requests.actor())
                    .flatMap(draft ->
                        taken
                            .map(entry -> report(entry, draft))
                            .or(() -> draft.map(one -> waiting(one, desk.forms().blank())))
                            .orElseThrow(
                                () -> new ProblemException(RegistryRejection.IMPORT_GONE)))));
  }

  /** A file that is not taken, with what is done with it. */
  private Uni<TemplateInstance> waiting(Draft draft, FilledForm form) {
    return jobs.of(draft)
        .flatMap(job -> {
          if (job.filter(Underway::isOf).isPresent()) {
            return Uni.createFrom().item(underway(draft, job.get(), form));
          }
          return job.map(over -> jobs.refusal(draft, over))
              .orElse(Uni.createFrom().item(Optional.empty()))
              .flatMap(refusal -> judged(draft, form, refusal.map(this::said).orElse("")));
        });
  }

  private Uni<TemplateInstance> judged(Draft draft, FilledForm form, String refusal) {
    return Uni.createFrom()
        .completionStage(() -> directory.sameFile(draft.kind(), draft.digest()))
        .flatMap(same ->
            moves
                .since(draft)
                .map(moved ->
                    draft(draft, form)
                        .data("same", same.orElse(null))
                        .data("moved", moved.name())
                        .data("refusal", refusal)));
  }

  private String said(ProblemException refusal) {
    if (refusal.rejection() == EdgeRejection.JOB_CANCELLED) {
      return desk.words(UnderwayWords.class).stoppedBefore();
    }
    return refusal.errors().isEmpty()
        ? desk.readsEnglish() ? refusal.rejection().english() : refusal.rejection().text()
        : refusal.errors().getFirst().text();
  }

  private TemplateInstance underway(Draft draft, Job.Seen job, FilledForm form) {
    return underwayPage
        .data("draft", draft)
        .data("job", Underway.of(job, requests.now()))
        .data("form", form);
  }

  private Uni<TemplateInstance> report(IntakeDirectory.Entry entry, Optional<Draft> draft) {
    return undos.of(entry.id()).map(it -> report(entry, draft, ShownUndo.of(it.state())));
  }

  private TemplateInstance report(
      IntakeDirectory.Entry entry, Optional<Draft> draft, ShownUndo undo) {
    return reportPage
        .data("state", undo)
        .data("mayUndo", undo.isFree())
        .data("entry", entry)
        .data("mayImport", identity.hasRole(Roles.REGISTRAR))
        .data("report", entry.report())
        .data("again", !desk.here().value("again").isEmpty())
        .data("kept", Drafts.KEPT)
        .data("draft", draft.orElse(null))
        .data("faults", draft.map(this::faults).orElse(null));
  }

  private TemplateInstance draft(Draft draft, FilledForm form) {
    Preview preview = draft.preview();
    return draftPage
        .data("draft", draft)
        .data("preview", preview)
        .data("notes", FaultRows.said(preview, desk.readsEnglish()))
        .data("entering", entering(draft))
        .data("isInspectors", draft.kind() == IntakeKind.INSPECTORS)
        .data("changes", FaultRows.changes(preview, desk.readsEnglish()))
        .data("kept", Drafts.KEPT)
        .data("form", form)
        .data("faults", faults(draft));
  }

  /** New subjects another person must agree to; they count from that day. */
  private static int entering(Draft draft) {
    Preview preview = draft.preview();
    return preview == null || preview.opensRegister() || draft.kind() != IntakeKind.SUBJECTS
        ? 0
        : preview.fresh();
  }

  private @Nullable FaultRows faults(Draft draft) {
    Preview preview = draft.preview();
    return preview == null
        ? null
        : FaultRows.of(preview, desk.here().value("column"), desk.readsEnglish());
  }

  /** Takes a file, as {@code POST /api/v1/…/imports} of its register does it. */
  @POST
  @Path("/{id}/taking")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> take(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return done(
        id, body, form -> work.take(id, form.value("rows").equals("good"), form.context(id)));
  }

  @POST
  @Path("/{id}/check")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> check(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return done(id, body, form -> mine(id).flatMap(draft -> work.check(draft, form.context(id))));
  }

  /** Stops what is under way; what was stored by then stays, as the report says. */
  @POST
  @Path("/{id}/stop")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> stop(@PathParam("id") @Size(max = 64) String id, byte[] body) {
    return done(
        id,
        body,
        form ->
            mine(id).flatMap(jobs::stop).replaceWith(PageAddress.of(RegistryPlaces.handedIn(id))));
  }

  private Uni<Draft> mine(String id) {
    return intakes
        .draft(id, requests.actor())
        .map(draft -> draft.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)));
  }

  private Uni<RestResponse<String>> done(
      String id, byte[] body, Function<Form, Uni<PageAddress>> doing) {
    return desk.does(body, doing, form -> mine(id).flatMap(draft -> waiting(draft, form)));
  }

  @POST
  @Path("/{id}/discard")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> discard(
      @PathParam("id") @Size(max = 64) String id, byte[] body) {
    return desk.does(
        body,
        form ->
            intakes
                .drop(id, requests.actor())
                .map(gone -> PageAddress.of(RegistryPlaces.imports())),
        form -> Uni.createFrom().failure(new ProblemException(RegistryRejection.IMPORT_GONE)));
  }

  @GET
  @Path("/{id}/marked")
  @Produces(MediaTypes.XLSX)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(hidden = true)
  public RestResponse<byte[]> marked(@PathParam("id") @Size(max = 64) String id) {
    return file(work.marked(id, requests::context), MediaTypes.XLSX, "marked.xlsx");
  }
}
