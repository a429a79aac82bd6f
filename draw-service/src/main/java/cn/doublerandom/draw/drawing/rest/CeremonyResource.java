package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawCommand.Credential;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.Sides;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawSides;
import cn.doublerandom.draw.drawing.application.RevealTime;
import cn.doublerandom.draw.drawing.application.WitnessCodes;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
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

  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject RevealTime revealTime;
  @Inject Requests requests;
  @Inject KeptStates<TaskDraws> kept;
  @Inject DrawSides sides;

  @GET
  @Versioned
  @Path("/draws/{drawId}/ceremony")
  @PermitAll
  @Operation(
      summary = "Who witnesses, who has promised and revealed, and from when it may be revealed")
  public Uni<RestResponse<CeremonyState>> state(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded -> {
          if (!loaded.state().isAbout(drawId)) {
            throw new ProblemException(DrawRejection.DRAW_UNKNOWN);
          }
          return revealTime
              .of(drawId)
              .map(seen ->
                  seen.map(
                      s -> Instant.parse(s.cosignedAt()).plus(revealTime.patience()).toString()))
              .map(from ->
                  Answers.versioned(
                      CeremonyState.of(loaded.state(), from.orElse(null)), loaded.version()));
        });
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
    return sides
        .of(drawId)
        .flatMap(known ->
            handle(
                drawId,
                new DrawCommand.NameWitness(
                    drawId,
                    body.name().strip(),
                    body.kind(),
                    body.account().strip(),
                    known,
                    requests.actor()),
                requests.context(body)));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/witness-releases")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Wait no longer for a named witness who has not promised")
  public Uni<RestResponse<CeremonyState>> release(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.Release body) {
    return done(
            drawId,
            new DrawCommand.ReleaseWitness(drawId, body.name().strip(), requests.actor()),
            requests.context(body))
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
  public Uni<RestResponse<HandedOut>> code(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid CeremonyRequests.CodeFor body) {
    String code = WitnessCodes.fresh();
    return sides
        .of(drawId)
        .map(known ->
            new DrawCommand.IssueWitnessCode(
                drawId,
                body.name().strip(),
                body.kind(),
                Hashes.ofCode(drawId, WitnessCodes.normal(code)),
                known,
                requests.actor()))
        .flatMap(command ->
            draws.handle(
                DrawStreams.taskOfDraw(drawId), command, requests.contextOf(requests.actor())))
        .map(handled ->
            Answers.created(handled, state -> new HandedOut(drawId, body.name().strip(), code)));
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
    return sides
        .of(drawId)
        .flatMap(known ->
            handle(
                drawId,
                new DrawCommand.PromiseContribution(
                    drawId,
                    body.by(),
                    body.commitment(),
                    account(),
                    known,
                    WitnessCodes.pseudonym()),
                requests.context(body)));
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
    var command =
        new DrawCommand.PromiseContribution(
            drawId,
            body.by(),
            body.commitment(),
            codeOf(drawId, body.code()),
            Sides.NONE,
            WitnessCodes.pseudonym());
    return unlessRefused(drawId, command)
        .flatMap(may -> handle(drawId, command, requests.contextOf(BY_CODE)));
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
    return reveal(
        drawId,
        new Entropy.Contribution(body.by(), body.nonce(), body.value()),
        account(),
        requests.context(body));
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
    return reveal(
        drawId,
        new Entropy.Contribution(body.by(), body.nonce(), body.value()),
        codeOf(drawId, body.code()),
        requests.contextOf(BY_CODE));
  }

  private Uni<RestResponse<CeremonyState>> reveal(
      String drawId,
      Entropy.Contribution contribution,
      Credential credential,
      CommandContext context) {
    return revealTime
        .of(drawId)
        .map(seen ->
            new DrawCommand.RevealContribution(
                drawId,
                contribution,
                credential,
                seen,
                revealTime.patience(),
                context.recordedAt(),
                context.at()))
        .call(command ->
            credential instanceof Credential.Code
                ? unlessRefused(drawId, command)
                : Uni.createFrom().voidItem())
        .flatMap(command -> handle(drawId, command, context));
  }

  /**
   * Anybody may try a code, as often as he likes; what the draw as it is kept refuses makes nobody
   * replay its stream. What is refused with an account may be the repetition of what succeeded.
   */
  private Uni<Handled<DrawEvent, TaskDraws>> unlessRefused(String drawId, DrawCommand command) {
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .map(loaded -> draws.wouldHandle(command, loaded))
        .invoke(Answers::require);
  }

  private Credential account() {
    return new Credential.Account(new Officer(requests.actor(), requests.unit()));
  }

  private static Credential codeOf(String drawId, String code) {
    return new Credential.Code(Hashes.ofCode(drawId, WitnessCodes.normal(code)));
  }

  private Uni<Handled<DrawEvent, TaskDraws>> done(
      String drawId, DrawCommand command, CommandContext context) {
    return draws.handle(DrawStreams.taskOfDraw(drawId), command, context);
  }

  private Uni<RestResponse<CeremonyState>> handle(
      String drawId, DrawCommand command, CommandContext context) {
    return done(drawId, command, context)
        .map(handled -> {
          // A wrong code is kept in the log, and answered as a refusal.
          if (Answers.require(handled).events().stream()
              .anyMatch(e -> e instanceof DrawEvent.WitnessCodeMissed)) {
            throw new ProblemException(DrawRejection.WITNESS_CODE_WRONG);
          }
          return Answers.created(handled, state -> CeremonyState.of(state, null));
        });
  }
}
