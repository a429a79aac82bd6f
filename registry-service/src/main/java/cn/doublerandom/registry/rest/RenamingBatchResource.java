package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.ApprovesBatch;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Other names of claimed items that wait, and what one table or version asked for, at once. */
@Path("/api/v1/renaming-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items", description = "抽查事项清单")
public class RenamingBatchResource {
  @Inject Items items;
  @Inject Requests requests;

  /**
   * Another name that waits; who asked is read at the item.
   *
   * @param name as it is
   * @param becomes as a table or a version of the catalogue has it
   */
  public record WaitingRenaming(
      String item, String claimedBy, String name, String becomes, String batch) {
    static WaitingRenaming of(ItemDirectory.Entry entry) {
      ItemDirectory.Renamed asked = Objects.requireNonNull(entry.renaming());
      return new WaitingRenaming(
          entry.details().code(),
          entry.claimedBy(),
          entry.details().name(),
          asked.name(),
          asked.batch());
    }
  }

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

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "Other names of claimed items that wait for a second person, by code")
  public Uni<Page<WaitingRenaming>> waiting(
      @BeanParam @Valid Paging paging,
      @QueryParam("batch") @DefaultValue("") @Size(max = 64) String batch) {
    return items
        .renamings(batch, paging.afterKey(), paging.limit() + 1)
        .map(rows ->
            Page.of(
                rows.stream().map(WaitingRenaming::of).toList(),
                paging.limit(),
                WaitingRenaming::item));
  }

  @POST
  @Path("/{batch}/approval")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @ApprovesBatch
  @Operation(summary = "Another person agrees to all other names of claimed items of one table")
  public RenamingApproval approve(@PathParam("batch") @Size(max = 64) String batch) {
    return new RenamingApproval(
        batch,
        items.approveRenamings(batch, requests.context("approve-renamings " + batch)).entries());
  }

  @POST
  @Path("/{batch}/decline")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Blocking
  @Conditional
  @Operation(
      summary = "Decline all other names of one table, or take one's own back, with a reason")
  public RenamingEnd decline(
      @PathParam("batch") @Size(max = 64) String batch,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return new RenamingEnd(
        batch, items.endRenamings(batch, end.reason(), requests.context(end)).entries());
  }
}
