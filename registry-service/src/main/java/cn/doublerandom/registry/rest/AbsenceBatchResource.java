package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.AbsenceRequests;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.ApprovesBatch;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a table of inspectors asked for, decided at once: who is new, comes back or leaves. */
@Path("/api/v1/absence-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class AbsenceBatchResource {
  @Inject AbsenceRequests absences;
  @Inject Requests requests;

  /**
   * What became of a batch.
   *
   * @param approved inspectors whose change holds now
   */
  public record AbsenceApproval(String batch, int approved) {}

  /**
   * What became of a batch.
   *
   * @param ended inspectors of whom everything stays as it was
   */
  public record AbsenceEnd(String batch, int ended) {}

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @ApprovesBatch
  @Operation(
      summary = "Another person agrees to all that a table of inspectors asked for",
      description =
          "Refused, 409 `batch-incomplete`, as long as rows of its table are being stored, and for ever"
              + " where that broke off: decline or withdraw it, and send the table again.")
  public AbsenceApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    return new AbsenceApproval(
        batch,
        absences.approveBatch(batch, requests.context("approve-absences " + batch)).entries());
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed(Roles.APPROVER)
  @Blocking
  @Conditional
  @Operation(summary = "Another person agrees to nothing of a table, with a reason")
  public AbsenceEnd decline(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new AbsenceEnd(
        batch, absences.declineBatch(batch, end.reason(), requests.context(end)).entries());
  }

  @POST
  @Path("/{batch}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Conditional
  @Operation(summary = "Whoever asked takes back what a table asked for, with a reason")
  public AbsenceEnd withdraw(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new AbsenceEnd(
        batch, absences.withdrawBatch(batch, end.reason(), requests.context(end)).entries());
  }
}
