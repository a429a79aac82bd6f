package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Items;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.ApprovesBatch;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Other names of claimed items, all that one table or one version of the catalogue asked for. */
@Path("/api/v1/renaming-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items", description = "抽查事项清单")
public class RenamingBatchResource {
  @Inject Items items;
  @Inject Requests requests;

  /**
   * What became of a batch.
   *
   * @param approved items that have their other name now
   */
  public record RenamingApproval(String batch, int approved) {}

  /**
   * What became of a batch.
   *
   * @param ended items that keep their names
   */
  public record RenamingEnd(String batch, int ended) {}

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @ApprovesBatch
  @Operation(summary = "Another person agrees to all other names of claimed items of one table")
  public RenamingApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    return new RenamingApproval(
        batch, items.approveRenamings(batch, requests.context("approve-renamings " + batch)));
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @Conditional
  @Operation(summary = "Decline all other names of one table, or take one's own request back")
  public RenamingEnd decline(@PathParam("batch") @Size(max = 64) String batch) {
    return new RenamingEnd(
        batch, items.endRenamings(batch, requests.context("decline-renamings " + batch)));
  }
}
