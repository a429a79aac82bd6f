package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.StatusRequests;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who waits for a second person, and what an import asked for, all of it at once. */
@Path("/api/v1/status-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class StatusBatchResource {
  @Inject StatusRequests statuses;
  @Inject SubjectDirectory directory;
  @Inject Requests requests;

  /**
   * What became of a batch.
   *
   * @param approved entries whose change holds now
   */
  public record BatchApproval(String batch, int approved) {}

  /**
   * What became of a batch.
   *
   * @param declined entries that stay as they were
   */
  public record BatchDecline(String batch, int declined) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Who waits for a second person to go or to come back, by id")
  public Uni<Page<SubjectStatusResource.StatusRequest>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    return Uni.createFrom()
        .completionStage(() -> directory.statusAsked(batch, paging.afterKey(), paging.limit() + 1))
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
  @Conditional
  @Operation(summary = "Another person agrees to all that an import asked for and that still waits")
  public BatchApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    return new BatchApproval(
        batch, statuses.approveBatch(batch, requests.context("approve-status " + batch)));
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
    return new BatchDecline(
        batch, statuses.declineBatch(batch, end.reason(), requests.context(end)));
  }
}
