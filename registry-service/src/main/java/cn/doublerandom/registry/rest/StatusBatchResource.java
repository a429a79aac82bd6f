package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.ApprovesBatch;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who waits for a second person, and what an import asked for, all of it at once. */
@Path("/api/v1/status-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class StatusBatchResource {
  @Inject StatusRequests statuses;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /**
   * What became of a batch.
   *
   * @param approved entries whose change holds now
   * @param earliest the earliest first day of a status that was agreed to; absent where no status
   *     was
   * @param latest the latest one; absent there too
   * @param more how to go on with those of it that still wait; absent where none do
   */
  public record BatchApproval(
      String batch,
      int approved,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate earliest,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate latest,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String more) {}

  /**
   * What became of a batch.
   *
   * @param declined entries that stay as they were
   * @param more how to go on with those of it that still wait; absent where none do
   */
  public record BatchDecline(
      String batch,
      int declined,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String more) {}

  /**
   * What became of a batch.
   *
   * @param withdrawn entries that stay as they were
   * @param more how to go on with those of it that still wait; absent where none do
   */
  public record BatchWithdrawal(
      String batch,
      int withdrawn,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String more) {}

  private static @Nullable String more(StatusRequests.Decided decided) {
    return decided.more() ? "本批次还有未处理的检查对象：请对同一批次再次提交（用新的 Idempotency-Key）。" : null;
  }

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(
      summary =
          "Who waits for a second person to go, to come in or back, or to be somebody else, by id;"
              + " who decides reads the old and the new entry")
  public Uni<Page<SubjectStatusResource.StatusRequest>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    boolean decides = identity.hasRole(Roles.APPROVER) || identity.hasRole(Roles.REGISTRAR);
    return statuses
        .waiting(batch, paging.afterKey(), paging.limit() + 1, decides)
        .map(rows ->
            Page.of(
                rows.stream().map(SubjectStatusResource.StatusRequest::of).toList(),
                paging.limit(),
                SubjectStatusResource.StatusRequest::subject));
  }

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @ApprovesBatch
  @Operation(
      summary =
          "Another person agrees to all that an import asked for and that still waits, at most"
              + " 20000 at once; more says how to go on",
      description =
          "Refused, 409 `batch-incomplete`, as long as rows of its table are being stored, and for ever"
              + " where that broke off: decline or withdraw it, and send the table again.")
  public BatchApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    StatusRequests.Decided decided =
        statuses.approveBatch(batch, requests.context("approve-status " + batch));
    List<LocalDate> days = decided.days();
    return new BatchApproval(
        batch,
        decided.entries(),
        days.isEmpty() ? null : days.getFirst(),
        days.isEmpty() ? null : days.getLast(),
        more(decided));
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(
      summary = "Another person agrees to nothing of what an import asked for, with a reason")
  public BatchDecline decline(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    StatusRequests.Decided decided =
        statuses.declineBatch(batch, end.reason(), requests.context(end));
    return new BatchDecline(batch, decided.entries(), more(decided));
  }

  @POST
  @Path("/{batch}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Conditional
  @Operation(summary = "Whoever asked takes back what an import asked for, with a reason")
  public BatchWithdrawal withdraw(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    StatusRequests.Decided decided =
        statuses.withdrawBatch(batch, end.reason(), requests.context(end));
    return new BatchWithdrawal(batch, decided.entries(), more(decided));
  }
}
