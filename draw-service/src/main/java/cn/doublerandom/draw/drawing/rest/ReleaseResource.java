package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.Releases;
import cn.doublerandom.draw.drawing.application.Awaiting;
import cn.doublerandom.draw.drawing.application.Ceremonies;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 解除指定: the release of a witness who has promised, which another person agrees to. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ceremonies", description = "现场见证")
public class ReleaseResource {
  @Inject Awaiting awaiting;
  @Inject Ceremonies ceremonies;
  @Inject Requests requests;

  /**
   * A release that waits for another person.
   *
   * @param name of the witness
   * @param requestedBy account that asked
   */
  public record WaitingRelease(String name, String reason, String requestedBy) {
    static WaitingRelease of(Releases.Asked asked) {
      return new WaitingRelease(asked.name(), asked.reason(), asked.by());
    }
  }

  @GET
  @Versioned
  @Path("/draws/{drawId}/witness-releases")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Releases of witnesses who have promised; who agrees names the ETag")
  public Uni<RestResponse<List<WaitingRelease>>> waiting(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return awaiting
        .releases(drawId)
        .map(loaded ->
            Answers.versioned(
                loaded.state().stream().map(WaitingRelease::of).toList(), loaded.version()));
  }

  @POST
  @Versioned
  @Approves(read = "/api/v1/draws/{drawId}/witness-releases")
  @Path("/draws/{drawId}/witness-release-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Agree that the promise of a witness falls away, while nothing is public")
  public Uni<RestResponse<CeremonyState>> approve(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.ReleaseApproval body) {
    return ceremonies
        .approveRelease(drawId, body.name().strip(), requests.context(body))
        .map(handled -> Answers.ok(handled, state -> CeremonyState.of(state, null)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/witness-release-declines")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree to a release; the promise counts as it did")
  public Uni<RestResponse<CeremonyState>> decline(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.ReleaseEnd body) {
    return end(drawId, body, false);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/witness-release-withdrawals")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Whoever asked for a release takes it back, with a reason")
  public Uni<RestResponse<CeremonyState>> withdraw(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.ReleaseEnd body) {
    return end(drawId, body, true);
  }

  private Uni<RestResponse<CeremonyState>> end(
      String drawId, CeremonyRequests.ReleaseEnd body, boolean own) {
    return ceremonies
        .endRelease(drawId, body.name().strip(), body.reason(), own, requests.context(body))
        .map(handled -> Answers.ok(handled, state -> CeremonyState.of(state, null)));
  }
}
