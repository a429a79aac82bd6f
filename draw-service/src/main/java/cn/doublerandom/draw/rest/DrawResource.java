package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawBundle;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rules.RuleBook;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽取: freeze, commit, reveal, execute; and what everyone may see of it. */
@Path("/api/v1")
@Tag(name = "draws", description = "抽取")
public class DrawResource {
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  @Inject Register register;
  @Inject DrawDirectory directory;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.region")
  String region;

  @Inject RuleBook rules;

  @POST
  @Path("/tasks/{task}/draws")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Begin a draw: freeze the frame, the inspectors and the recusals")
  public Uni<RestResponse<DrawState>> freeze(
      @PathParam("task") @Size(max = 64) String task, @NotNull @Valid DrawRequests.Freeze freeze) {
    LocalDate today = BusinessClock.day(requests.now());
    return plan(task)
        .flatMap(plan -> {
          PlanTask planned = plan.find(task).orElseThrow(() -> unknownTask(task));
          TaskScope scope =
              plan.scope(task)
                  .orElseThrow(() -> new ProblemException(DrawRejection.TASK_SCOPE_MISSING));
          return Uni.createFrom()
              .completionStage(() -> register.snapshot(today.getYear()))
              .map(snapshot ->
                  new FrameAssembly(scope, snapshot, today, freeze.cap())
                      .command(
                          region, planned, plan instanceof AnnualPlan.Published, rules, freeze));
        })
        .flatMap(command ->
            draws.handle(DrawStreams.task(region, task), command, requests.context(freeze)))
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  private Uni<AnnualPlan> plan(String task) {
    String year = task.length() < 4 ? task : task.substring(0, 4);
    return plans.load(DrawStreams.PLAN + region + "-" + year).map(CommandHandler.Loaded::state);
  }

  private static ProblemException unknownTask(String task) {
    return new ProblemException(DrawRejection.TASK_UNKNOWN, List.of(), Map.of("task", task));
  }

  @POST
  @Path("/draws/{drawId}/commitment")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Commit: publish the hash of the frozen lists and the witnesses' promises")
  public Uni<RestResponse<DrawState>> commit(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Commitment body) {
    var command =
        new DrawCommand.CommitDraw(drawId, body.promise(), body.executeBy(), requests.now());
    return handle(drawId, command, body).map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Path("/draws/{drawId}/contributions")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(summary = "A witness reveals what was committed to")
  public Uni<RestResponse<DrawState>> reveal(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Contribution body) {
    var contribution = new Entropy.Contribution(body.by(), body.nonce(), body.value());
    return handle(
            drawId, new DrawCommand.RevealContribution(drawId, contribution, requests.now()), body)
        .map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Path("/draws/{drawId}/execution")
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(
      summary = "Execute: the operator's secret, after all witnesses; the rest is arithmetic")
  public Uni<RestResponse<DrawState>> execute(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.Execution body) {
    var command =
        new DrawCommand.ExecuteDraw(
            drawId, body.operatorSecret(), requests.now(), BusinessClock.day(requests.now()));
    return handle(drawId, command, body).map(handled -> Answers.created(handled, DrawState::of));
  }

  @POST
  @Path("/draws/{drawId}/void-approvals")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve that a draw is voided; the second approver makes it void")
  public Uni<RestResponse<VoidState>> approveVoid(
      @PathParam("drawId") @Size(max = 100) String drawId,
      @NotNull @Valid DrawRequests.VoidApproval body) {
    return handle(
            drawId, new DrawCommand.ApproveVoid(drawId, requests.actor(), body.reason()), body)
        .map(
            handled -> Answers.ok(handled, draws -> new VoidState(drawId, !draws.isAbout(drawId))));
  }

  /** Whether the draw is void, or waits for the second approval. */
  public record VoidState(String drawId, boolean isVoid) {}

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, Object body) {
    return draws.handle(DrawStreams.taskOfDraw(drawId), command, requests.context(body));
  }

  @GET
  @Path("/draws")
  @PermitAll
  @Operation(summary = "All draws, void ones too")
  public Uni<Page<DrawDirectory.Entry>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), DrawDirectory.Entry::drawId));
  }

  @GET
  @Path("/draws/{drawId}")
  @PermitAll
  @Operation(summary = "One draw, as far as it has come; a void draw stays visible")
  public Uni<RestResponse<DrawState>> one(@PathParam("drawId") @Size(max = 100) String drawId) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded ->
            loaded.state().isAbout(drawId)
                ? Uni.createFrom()
                    .item(Answers.versioned(DrawState.of(loaded.state()), loaded.version()))
                : voided(drawId).map(RestResponse::ok));
  }

  private Uni<DrawState> voided(String drawId) {
    return Uni.createFrom()
        .completionStage(() -> directory.find(drawId))
        .map(found ->
            found
                .map(DrawState::voided)
                .orElseThrow(() -> new ProblemException(DrawRejection.DRAW_UNKNOWN)));
  }

  @GET
  @Path("/draws/{drawId}/bundle")
  @PermitAll
  @Operation(summary = "The file a stranger verifies the draw with")
  public Uni<RestResponse<Map<String, Object>>> bundle(
      @PathParam("drawId") @Size(max = 100) String drawId) {
    return load(drawId)
        .map(loaded ->
            switch (loaded.state()) {
              case TaskDraws.Executed executed ->
                  RestResponse.ResponseBuilder.ok(DrawBundle.json(executed))
                      .header("ETag", "\"" + executed.resultHash() + "\"")
                      .header("Content-Disposition", "attachment; filename=\"" + drawId + ".json\"")
                      .build();
              case TaskDraws.Undrawn u -> throw notExecuted();
              case TaskDraws.Frozen f -> throw notExecuted();
              case TaskDraws.Committed c -> throw notExecuted();
            });
  }

  private static ProblemException notExecuted() {
    return new ProblemException(DrawRejection.DRAW_NOT_EXECUTED);
  }

  private Uni<CommandHandler.Loaded<TaskDraws>> load(String drawId) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded ->
            Optional.of(loaded)
                .filter(l -> l.state().isAbout(drawId))
                .orElseThrow(() -> new ProblemException(DrawRejection.DRAW_UNKNOWN)));
  }

  @GET
  @Path("/register")
  @RolesAllowed({Roles.COORDINATOR, Roles.REGISTRAR, Roles.AUDITOR})
  @Operation(summary = "How much of 一单两库 has arrived here")
  public Uni<Register.Counts> counts() {
    return Uni.createFrom().completionStage(register::counts);
  }
}
