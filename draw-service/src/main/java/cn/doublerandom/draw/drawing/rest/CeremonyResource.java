package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Ceremonies;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 见证: each witness promises and reveals himself, with an account or a code of his own; nobody does
 * it for him.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ceremonies", description = "现场见证")
public class CeremonyResource {
  private static final String BY_CODE = "witness-by-code";

  @Inject Ceremonies ceremonies;
  @Inject Requests requests;

  @GET
  @Versioned
  @Path("/draws/{drawId}/ceremony")
  @PermitAll
  @Operation(
      summary = "Who witnesses, who has promised and revealed, and from when it may be revealed")
  public Uni<RestResponse<CeremonyState>> state(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return ceremonies
        .standing(drawId)
        .map(standing ->
            Answers.versioned(
                CeremonyState.of(
                    standing.draws().state(),
                    standing.revealFrom().map(Instant::toString).orElse(null)),
                standing.draws().version()));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/witnesses")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Name a witness, who will promise and reveal with an account of his own")
  public Uni<RestResponse<CeremonyState>> name(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Named body) {
    return ceremonies
        .name(
            drawId,
            body.name().strip(),
            body.kind(),
            body.account().strip(),
            () -> requests.context(body))
        .map(CeremonyResource::shown);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/witness-releases")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Wait no longer for a named witness, or ask another to agree",
      description =
          "Of a witness who has promised only with a `reason` and before the commit: 409"
              + " `witness-has-promised` without one. His promise falls away when an approver agrees"
              + " (`witness-release-approvals`).")
  public Uni<RestResponse<CeremonyState>> release(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Release body) {
    return ceremonies
        .release(drawId, body.name().strip(), body.why(), requests.context(body))
        .map(handled -> Answers.ok(handled, state -> CeremonyState.of(state, null)));
  }

  /**
   * A code, told once.
   *
   * @param code for the witness alone; it promises once and reveals once
   */
  public record HandedOut(String drawId, String name, String code) {}

  @POST
  @Creates
  @Versioned
  @Path("/draws/{drawId}/witness-codes")
  @RolesAllowed(Roles.APPROVER)
  @Operation(
      summary = "Hand a one-time code out to a witness without an account; it is told once",
      description =
          "One account hands out one code for a ceremony: 409 `witness-codes-one-hand` otherwise.")
  // Asked without a key: nothing is a repetition, and the code is there.
  public Uni<RestResponse<HandedOut>> code(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.CodeFor body) {
    String name = body.name().strip();
    return ceremonies
        .handOut(drawId, name, body.kind(), () -> requests.contextOf(requests.actor()))
        .map(out ->
            Answers.created(
                out.handled(),
                state -> new HandedOut(drawId, name, Objects.requireNonNull(out.code()))));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/promises")
  @RolesAllowed(Roles.WITNESS)
  @Operation(summary = "A witness promises what will be revealed after the commit")
  public Uni<RestResponse<CeremonyState>> promise(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Promise body) {
    return ceremonies
        .promise(drawId, body.by(), body.commitment(), officer(), () -> requests.context(body))
        .map(CeremonyResource::shown);
  }

  @POST
  @Creates
  @Versioned
  @Path("/draws/{drawId}/code-promises")
  @PermitAll
  @Operation(summary = "The same with a one-time code")
  public Uni<RestResponse<CeremonyState>> promiseByCode(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.CodePromise body) {
    return ceremonies
        .promiseByCode(
            drawId, body.by(), body.commitment(), body.code(), requests.contextOf(BY_CODE))
        .map(CeremonyResource::shown);
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/contributions")
  @RolesAllowed(Roles.WITNESS)
  @Operation(summary = "A witness reveals, once the commit has been in public for a minute")
  public Uni<RestResponse<CeremonyState>> reveal(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Contribution body) {
    return ceremonies
        .reveal(
            drawId,
            new Entropy.Contribution(body.by(), body.nonce(), body.value()),
            officer(),
            requests.context(body))
        .map(CeremonyResource::shown);
  }

  @POST
  @Creates
  @Versioned
  @Path("/draws/{drawId}/code-contributions")
  @PermitAll
  @Operation(summary = "The same with a one-time code")
  public Uni<RestResponse<CeremonyState>> revealByCode(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.CodeContribution body) {
    return ceremonies
        .revealByCode(
            drawId,
            new Entropy.Contribution(body.by(), body.nonce(), body.value()),
            body.code(),
            requests.contextOf(BY_CODE))
        .map(CeremonyResource::shown);
  }

  private Officer officer() {
    return new Officer(requests.actor(), requests.unit());
  }

  private static RestResponse<CeremonyState> shown(Handled<DrawEvent, TaskDraws> handled) {
    return Answers.created(handled, state -> CeremonyState.of(state, null));
  }
}
