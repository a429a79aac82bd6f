package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.application.Deposits;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The operator's secret in the supervisor's hands before the commit: sealed to a key whose secret
 * half never comes here, opened on the supervisor's side.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ceremonies", description = "现场见证")
public class DepositResource {
  @Inject Deposits deposits;
  @Inject Requests requests;

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/supervisor-keys")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Register the public half of a key the supervisor made")
  public Uni<RestResponse<List<SupervisorKeyRegistered>>> register(
      @NotNull @Valid CeremonyRequests.SupervisorKey body) {
    return deposits
        .register(body.publicKey(), requests.context(body))
        .map(handled -> Answers.created(handled, known -> known));
  }

  /**
   * A key secrets are sealed to.
   *
   * @param publicKey X25519, 64 hex digits
   */
  public record SupervisorKeyView(String publicKey, String on) {}

  @GET
  @Path("/supervisor-keys")
  @PermitAll
  @Operation(summary = "Every key secrets may be sealed to, the last one the newest")
  public Uni<List<SupervisorKeyView>> all() {
    return deposits
        .keys()
        .map(keys ->
            keys.stream()
                .map(k -> new SupervisorKeyView(k.publicKey(), k.on().toString()))
                .toList());
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/deposit")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Lay the operator's secret down, sealed to a supervisor's key")
  public Uni<RestResponse<CeremonyState>> deposit(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Deposit body) {
    var laid =
        new Deposits.Laid(body.operatorCommitment(), body.sealed(), body.key(), body.receiptHash());
    return deposits
        .lay(drawId, laid, () -> requests.context(body))
        .map(handled -> Answers.created(handled, state -> CeremonyState.of(state, null)));
  }

  /**
   * What lies with the supervisor.
   *
   * @param sealed base64
   * @param key public key it is sealed to
   */
  public record DepositView(String drawId, String operatorCommitment, String sealed, String key) {}

  @GET
  @Path("/draws/{drawId}/deposit")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "The sealed deposit, for the supervisor to open on his own side")
  public Uni<DepositView> sealed(@PathParam("drawId") @Size(max = 100) String drawId) {
    return deposits
        .sealed(drawId)
        .map(d -> new DepositView(drawId, d.commitment(), d.sealed(), d.key()));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/deposit-confirmation")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "The supervisor opened the deposit: the hash and the receipt he found inside")
  public Uni<RestResponse<CeremonyState>> confirm(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Confirmation body) {
    return deposits
        .confirm(drawId, body.openedCommitment(), body.receipt(), requests.context(body))
        .map(handled -> Answers.created(handled, state -> CeremonyState.of(state, null)));
  }
}
