package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.ChanceRules;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawPreview;
import cn.doublerandom.draw.drawing.DrawState;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Execution;
import cn.doublerandom.draw.drawing.application.FrameAssembly;
import cn.doublerandom.draw.drawing.application.FreezeFacts;
import cn.doublerandom.draw.drawing.application.PackedChance;
import cn.doublerandom.draw.drawing.application.RecusalReview;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.register.RegisterNews;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取: freeze, commit, reveal, execute; and what everyone may see of it. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "draws", description = "抽取")
public class DrawResource {
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject FreezeFacts facts;
  @Inject Register register;
  @Inject RegisterNews news;
  @Inject Execution execution;
  @Inject RecusalReview recusals;

  @Inject CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> keys;

  @Inject Requests requests;

  @ConfigProperty(name = "suite.region")
  String region;

  @Inject RuleBook rules;

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/tasks/{task}/draws")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Begin a draw: freeze the frame, the inspectors and the recusals")
  public Uni<RestResponse<DrawState>> freeze(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid DrawRequests.Freeze freeze) {
    return facts
        .heard(task, freeze.wishes(), officer())
        .flatMap(command ->
            draws.handle(
                DrawStreams.task(region, task),
                command,
                requests.context(freeze),
                facts.begun(task)))
        .call(this::noteRecusals)
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Path("/tasks/{task}/draw-previews")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(summary = "Sizes by class and whether teams can be found; nothing is frozen")
  public Uni<DrawPreview> preview(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid DrawRequests.Freeze freeze) {
    return facts
        .known(task, freeze.wishes(), officer())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(DrawPreview::of);
  }

  /** What was declared while the frame was being assembled. */
  private Uni<Void> noteRecusals(Handled<DrawEvent, TaskDraws> frozen) {
    return frozen instanceof Handled.Done<DrawEvent, TaskDraws> done
            && done.state().current().isPresent()
        ? recusals.note(
            done.state().current().orElseThrow().drawId(), requests.contextOf(requests.actor()))
        : Uni.createFrom().voidItem();
  }

  private Officer officer() {
    return new Officer(requests.actor(), requests.unit());
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/commitment")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Commit: publish the hash of the frozen lists and what the witnesses promised")
  public Uni<RestResponse<DrawState>> commit(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Commitment body) {
    ChanceRules chance = PackedChance.on(BusinessClock.day(requests.now()), rules);
    return recusals
        .note(drawId, requests.contextOf(requests.actor()))
        .flatMap(noted -> seal(body))
        .flatMap(seal ->
            handle(
                drawId,
                new DrawCommand.CommitDraw(
                    drawId,
                    body.source(chance.lotteries()),
                    chance,
                    seal,
                    body.executeBy(),
                    requests.actor(),
                    requests.now()),
                body))
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  /** The key in use, where the draw is to stay sealed. */
  private Uni<Optional<Commit.Seal>> seal(DrawRequests.Commitment body) {
    Instant openBy = body.openBy();
    return openBy == null
        ? Uni.createFrom().item(Optional.empty())
        : keys.load(DrawStreams.SEALING_KEY)
            .map(loaded -> {
              String key =
                  loaded
                      .state()
                      .inUse()
                      .orElseThrow(() -> new ProblemException(DrawRejection.VRF_KEY_MISSING));
              return Optional.of(
                  new Commit.Seal(key, openBy.truncatedTo(ChronoUnit.SECONDS).toString()));
            });
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/execution")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Execute: the operator's secret, after all witnesses; the rest is arithmetic")
  public Uni<RestResponse<DrawState>> execute(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Execution body) {
    LocalDate today = BusinessClock.day(requests.now());
    return recusals
        .note(drawId, requests.contextOf(requests.actor()))
        .flatMap(noted -> draws.load(DrawStreams.taskOfDraw(drawId)))
        .flatMap(loaded ->
            execution.command(
                drawId,
                loaded.state(),
                body.given(),
                requests.actor(),
                requests.realTime(),
                requests.now(),
                today))
        .flatMap(command -> handle(drawId, command, body))
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/opening")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "Open a sealed draw; from now on everybody sees it and can verify it")
  public Uni<RestResponse<DrawState>> open(@PathParam("drawId") @Size(max = 100) String drawId) {
    var command =
        new DrawCommand.OpenDraw(drawId, requests.actor(), BusinessClock.day(requests.now()));
    return handle(drawId, command, "open").map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/team-draws")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Begin to draw the teams of an infeasible draw again, with the people added since")
  public Uni<RestResponse<DrawState>> teams(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Teams body) {
    return Uni.createFrom()
        .completionStage(() -> news.upToNow(0))
        .flatMap(heard -> teams(drawId, body.cap()))
        .flatMap(command -> handle(drawId, command, body))
        .call(this::noteRecusals)
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  private Uni<DrawCommand.FreezeTeams> teams(String drawId, int cap) {
    LocalDate today = BusinessClock.day(requests.now());
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded -> {
          Set<String> selected =
              loaded
                  .state()
                  .executed(drawId)
                  .map(e -> Set.copyOf(e.result().selected()))
                  .orElse(Set.of());
          return Uni.createFrom()
              .completionStage(() -> register.snapshot(today))
              .map(snapshot ->
                  new FrameAssembly(snapshot, rules, today)
                      .teams(drawId, selected, cap, officer(), snapshot.seq()));
        });
  }

  @POST
  @Versioned
  @Conditional
  @Path("/draws/{drawId}/void-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve that a draw is voided; the second approver makes it void")
  public Uni<RestResponse<VoidState>> approveVoid(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.VoidApproval body) {
    return handle(
            drawId,
            new DrawCommand.ApproveVoid(drawId, requests.actor(), body.reason(), requests.now()),
            body)
        .map(handled -> Answers.ok(handled, draws -> new VoidState(drawId, !draws.stands(drawId))));
  }

  /** Whether the draw is void, or waits for the second approval. */
  public record VoidState(String drawId, boolean isVoid) {}

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, Object body) {
    // Large teams take seconds: no other request waits for them.
    return draws
        .decidingOn(Infrastructure.getDefaultWorkerPool())
        .handle(DrawStreams.taskOfDraw(drawId), command, requests.context(body));
  }
}
