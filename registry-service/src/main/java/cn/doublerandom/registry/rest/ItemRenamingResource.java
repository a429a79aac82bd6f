package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.servicekit.identity.Roles;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Other names of claimed items: a plan and a programme name what is inspected by its name. */
@Path("/api/v1/items/{code}/renaming")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "items", description = "抽查事项清单")
public class ItemRenamingResource {
  @Inject Items items;
  @Inject Requests requests;

  /**
   * A claimed item as it is and as a table has it.
   *
   * @param becomes absent where nothing waits any more
   * @param requestedBy whose table it is; absent there too
   * @param batch all that the table asked for; absent there too
   */
  public record ItemRenaming(
      ItemDetails item,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ItemDetails becomes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String requestedBy,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String batch) {
    static ItemRenaming of(InspectionItem item) {
      if (!(item instanceof InspectionItem.Claimed claimed)) {
        throw new ProblemException(RegistryRejection.RENAMING_NOT_REQUESTED);
      }
      return claimed
          .renaming()
          .map(asked ->
              new ItemRenaming(claimed.details(), asked.becomes(), asked.by(), asked.batch()))
          .orElseGet(() -> new ItemRenaming(claimed.details(), null, null, null));
    }

    static ItemRenaming waiting(InspectionItem item) {
      ItemRenaming renaming = of(item);
      if (renaming.becomes() == null) {
        throw new ProblemException(RegistryRejection.RENAMING_NOT_REQUESTED);
      }
      return renaming;
    }
  }

  @GET
  @Versioned
  @Refuses(409)
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.UNIT_LEAD,
    Roles.APPROVER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(summary = "The other name of a claimed item that waits; who approves names its ETag")
  public Uni<RestResponse<ItemRenaming>> waiting(@PathParam("code") @Size(max = 64) String code) {
    return items
        .one(code)
        .map(loaded -> Answers.versioned(ItemRenaming.waiting(loaded.state()), loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/items/{code}/renaming")
  @Path("/approval")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(
      summary = "Agree to another name of a claimed item, as another person than asked for it")
  public Uni<RestResponse<ItemRenaming>> approve(@PathParam("code") @Size(max = 64) String code) {
    return items
        .approveRenaming(code, requests.context("renaming-approval"))
        .map(handled -> Answers.ok(handled, ItemRenaming::of));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER})
  @Operation(
      summary = "Decline another name of a claimed item, or take one's own back, with a reason")
  public Uni<RestResponse<ItemRenaming>> decline(
      @PathParam("code") @Size(max = 64) String code,
      @NotNull @Valid SubjectStatusResource.RequestEnd end) {
    return items
        .endRenaming(code, end.reason(), requests.context(end))
        .map(handled -> Answers.ok(handled, ItemRenaming::of));
  }
}
