package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Draft;
import cn.doublerandom.registry.application.IntakeJobs;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 导入记录: tables that were taken at the desk, and those that are just now. */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "导入记录")
public class TableImportResource {
  @Inject IntakeDirectory directory;
  @Inject Intakes intakes;
  @Inject IntakeJobs jobs;
  @Inject Requests requests;

  /**
   * A table that was taken.
   *
   * @param by account
   * @param digest SHA-256 of the file, lower-case hex
   * @param batch by which what waits of it is decided on; absent where nothing does
   * @param stoppedAfter rows after which who took it stopped; absent where all of it was taken
   */
  public record TakenTable(
      String id,
      IntakeKind kind,
      String fileName,
      String digest,
      String by,
      Instant at,
      int rows,
      int changed,
      int unchanged,
      int refused,
      int waiting,
      int leftOut,
      @Nullable String batch,
      @Nullable Integer stoppedAfter) {
    static TakenTable of(IntakeDirectory.Entry entry) {
      IntakeEvent.TableTaken report = entry.report();
      return new TakenTable(
          entry.id(),
          report.kind(),
          report.fileName(),
          report.digest(),
          entry.by(),
          entry.at(),
          report.rows(),
          report.changed(),
          report.unchanged(),
          report.refused(),
          report.waiting(),
          report.leftOut(),
          report.batch(),
          report.stoppedAfter());
    }
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Tables that were taken at the desk, the newest first")
  public Uni<Page<TakenTable>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.newest(paging.afterKey(), paging.limit() + 1))
        .map(entries -> Page.of(entries, paging.limit(), IntakeDirectory.Entry::order))
        .map(page -> new Page<>(page.items().stream().map(TakenTable::of).toList(), page.next()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "What came of one of them")
  public Uni<TakenTable> one(@PathParam("id") @Size(max = 64) String id) {
    return Uni.createFrom()
        .completionStage(() -> directory.find(id))
        .map(found ->
            found
                .map(TakenTable::of)
                .orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)));
  }

  @GET
  @Path("/{id}/job")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "How far your own file is that is judged or taken just now",
      description =
          "`step` is JUDGING or STORING, `done` its rows, `of` all rows, 0 as long as they are not"
              + " counted.")
  public Uni<Job.Seen> underway(@PathParam("id") @Size(max = 64) String id) {
    return mine(id)
        .flatMap(jobs::of)
        .map(job -> job.orElseThrow(() -> new ProblemException(EdgeRejection.JOB_UNKNOWN)));
  }

  @DELETE
  @Path("/{id}/job")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Stop your own file that is judged or taken just now",
      description =
          "What was stored by then stays and stands in the history, with the number of rows; the"
              + " rows behind are left where they are, and none is half done. Up to 20,000 rows are"
              + " stored at once and are not stopped any more.")
  public Uni<Job.Seen> stop(@PathParam("id") @Size(max = 64) String id) {
    return mine(id)
        .flatMap(jobs::stop)
        .map(job -> job.orElseThrow(() -> new ProblemException(EdgeRejection.JOB_UNKNOWN)));
  }

  private Uni<Draft> mine(String id) {
    return intakes
        .draft(id, requests.actor())
        .map(draft -> draft.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)));
  }
}
