package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyDecider;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
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
import java.util.Optional;
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
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>> keys;

  @Inject KeptStates<List<SupervisorKeyRegistered>> known;
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
    var command =
        new SupervisorKeyCommand.RegisterSupervisorKey(
            body.publicKey(), requests.actor(), BusinessClock.day(requests.now()));
    return keys.handle(DrawStreams.SUPERVISOR_KEYS, command, requests.context(body))
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
    return known
        .of(DrawStreams.SUPERVISOR_KEYS)
        .map(loaded ->
            loaded.state().stream()
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
    return keys.load(DrawStreams.SUPERVISOR_KEYS)
        .map(loaded ->
            SupervisorKeyDecider.owner(loaded.state(), body.key())
                .orElseThrow(() -> new ProblemException(DrawRejection.SUPERVISOR_KEY_UNKNOWN)))
        .flatMap(holder ->
            draws.handle(
                DrawStreams.taskOfDraw(drawId),
                new DrawCommand.DepositSecret(
                    drawId,
                    body.operatorCommitment(),
                    body.sealed(),
                    body.key(),
                    body.receiptHash(),
                    requests.actor(),
                    holder),
                requests.context(body)))
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
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded ->
            preparation(loaded.state(), drawId)
                .flatMap(Preparation::deposit)
                .map(d -> new DepositView(drawId, d.commitment(), d.sealed(), d.key()))
                .orElseThrow(() -> new ProblemException(DrawRejection.DEPOSIT_MISSING)));
  }

  private static Optional<Preparation> preparation(TaskDraws draws, String drawId) {
    if (!draws.isAbout(drawId)) {
      throw new ProblemException(DrawRejection.DRAW_UNKNOWN);
    }
    return switch (draws) {
      case TaskDraws.Frozen frozen -> Optional.of(frozen.preparation());
      case TaskDraws.Committed committed -> Optional.of(committed.preparation());
      case TaskDraws.Sealed sealed -> Optional.empty();
      case TaskDraws.Executed executed -> Optional.empty();
      case TaskDraws.Undrawn undrawn -> Optional.empty();
    };
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
    return draws
        .handle(
            DrawStreams.taskOfDraw(drawId),
            new DrawCommand.ConfirmDeposit(
                drawId,
                body.openedCommitment(),
                Hashes.ofReceipt(body.receipt()),
                requests.actor()),
            requests.context(body))
        .map(handled -> Answers.created(handled, state -> CeremonyState.of(state, null)));
  }
}
