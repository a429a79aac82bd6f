package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.DrawnRows;
import cn.doublerandom.registry.application.UndoSum;
import cn.doublerandom.registry.application.Undos;
import cn.doublerandom.registry.drawn.DrawnSince;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.UndoCounts;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 撤销导入: a table that was taken at the desk is undone by two people. */
@Path("/api/v1/imports/{id}/undo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "导入记录")
public class ImportUndoResource {
  @Inject Undos undos;
  @Inject DrawnRows drawn;
  @Inject Requests requests;

  /** Asks that a table be undone. */
  public record UndoRequest(
      @NotBlank @Size(max = 500) @Schema(examples = "交错了文件，应为更正后的名录") String reason) {}

  /** How far the undo of a table is. */
  public enum UndoStep {
    NOT_ASKED,
    ASKED,
    UNDER_WAY,
    DONE
  }

  /**
   * The undo of a table.
   *
   * @param counts as it was asked for, and of one that is done as it was; absent where nobody asked
   * @param kept the first of the entries that were changed since and were left as they are
   * @param job what is under way of your own; absent where nothing is
   */
  public record ImportUndo(
      String id,
      UndoStep step,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestedBy,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String approvedBy,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UndoCounts counts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> kept,
      @JsonInclude(JsonInclude.Include.NON_NULL) Job.@Nullable Seen job) {
    static ImportUndo of(String id, Intake intake, Job.@Nullable Seen job) {
      return switch (intake) {
        case Intake.Open() -> throw new ProblemException(RegistryRejection.IMPORT_GONE);
        case Intake.Taken(var report, var asked) when asked == null ->
            new ImportUndo(id, UndoStep.NOT_ASKED, null, null, null, null, null, job);
        case Intake.Taken(var report, var asked) -> of(id, UndoStep.ASKED, asked, null, job);
        case Intake.Undoing(var report, var asked, var by) ->
            of(id, UndoStep.UNDER_WAY, asked, by, job);
        case Intake.Undone(var report, var asked, var by, var undone) ->
            new ImportUndo(
                id,
                UndoStep.DONE,
                asked.reason(),
                asked.by(),
                by,
                undone.counts(),
                undone.kept(),
                null);
      };
    }

    private static ImportUndo of(
        String id,
        UndoStep step,
        Intake.UndoAsked asked,
        @Nullable String approvedBy,
        Job.@Nullable Seen job) {
      return new ImportUndo(
          id, step, asked.reason(), asked.by(), approvedBy, asked.counts(), null, job);
    }
  }

  /**
   * What an undo would come to.
   *
   * @param counts absent as long as it is counted
   * @param drawn which entries of a table of subjects were drawn since it was taken, and which
   *     lists are frozen: an undo leaves all of that as it is
   * @param job absent where it was counted at once
   */
  public record UndoPreview(
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UndoCounts counts,
      List<String> kept,
      DrawnSince drawn,
      @JsonInclude(JsonInclude.Include.NON_NULL) Job.@Nullable Seen job) {}

  @GET
  @Versioned
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "Whether a table is to be undone, and how far that is; who agrees names its ETag")
  public Uni<RestResponse<ImportUndo>> one(@PathParam("id") @Size(max = 64) String id) {
    return undos
        .job(id, requests.actor())
        .flatMap(job ->
            undos
                .of(id)
                .map(loaded ->
                    Answers.versioned(
                        ImportUndo.of(id, loaded.state(), job.orElse(null)), loaded.version())));
  }

  @GET
  @Path("/preview")
  @Refuses(409)
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary = "What the undo of a table would come to; nothing is stored",
      description =
          "A long table is counted by a job: ask again until `counts` are there. `kept` are the"
              + " first 200 entries that were changed since and would be left as they are. `drawn`"
              + " names the first 200 subjects that were drawn since, and draws whose lists are"
              + " frozen: visits of theirs go on, lists stay.")
  public Uni<UndoPreview> preview(@PathParam("id") @Size(max = 64) String id) {
    return undos
        .counted(id, requests.contextOf(requests.actor()))
        .flatMap(outcome ->
            drawn
                .of(id)
                .map(since ->
                    switch (outcome) {
                      case Jobs.Outcome.Done<UndoSum>(var sum) ->
                          new UndoPreview(sum.counts(), sum.kept(), since, null);
                      case Jobs.Outcome.UnderWay<UndoSum>(var job) ->
                          new UndoPreview(null, List.of(), since, job);
                    }));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary =
          "Ask that a table be undone; once another person agrees each entry is what it was before,"
              + " a subject the table had made waits as 待核准, an inspector has left, an item is listed no"
              + " more",
      description =
          "What that comes to is counted with it. A long table is counted by a job: the answer is"
              + " NOT_ASKED with that job then.")
  public Uni<RestResponse<ImportUndo>> request(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid UndoRequest undo) {
    return undos.request(id, undo.reason(), requests.context(undo)).flatMap(asked -> one(id));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/imports/{id}/undo")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Another person agrees; an undo that broke off goes on",
      description = "A long table is UNDER_WAY by a job when this is answered.")
  public Uni<RestResponse<ImportUndo>> approve(@PathParam("id") @Size(max = 64) String id) {
    return undos
        .approve(id, requests.context("approve-undo"))
        .invoke(Answers::require)
        .flatMap(agreed -> one(id));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason: the import stays")
  public Uni<RestResponse<ImportUndo>> decline(
      @PathParam("id") @Size(max = 64) String id,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return undos
        .decline(id, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, intake -> ImportUndo.of(id, intake, null)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Whoever asked takes it back, with a reason: the import stays")
  public Uni<RestResponse<ImportUndo>> withdraw(
      @PathParam("id") @Size(max = 64) String id,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return undos
        .withdraw(id, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, intake -> ImportUndo.of(id, intake, null)));
  }
}
