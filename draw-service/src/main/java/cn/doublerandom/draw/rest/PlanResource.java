package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.ItemWarnings;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 年度抽查工作计划. */
@Path("/api/v1/plans")
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanResource {
  private static final String KINDS =
      "ENTERPRISE|INDIVIDUAL_BUSINESS|COOPERATIVE|PROJECT|VEHICLE|VESSEL|STATION|GRID"
          + "|PUBLIC_BODY|PERSON";

  @Inject CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  @Inject Register register;
  @Inject Requests requests;

  @ConfigProperty(name = "suite.region")
  String region;

  /** A plan as shown; {@code publishedOn} is absent before publication. */
  public record PlanState(
      String planKey,
      String issuer,
      String title,
      String tableDate,
      @Nullable LocalDate publishedOn,
      List<PlanTask> tasks,
      List<PlanWarning> warnings) {}

  /** Who is in scope of a task and which claimed items are inspected there. */
  public record Scope(
      @NotNull @Pattern(regexp = KINDS) @Schema(examples = "ENTERPRISE") String subjectKind,
      @NotNull @Size(max = 20) @Schema(examples = "[\"道路运输\"]")
          List<@Size(max = 100) String> labels,
      @NotEmpty @Size(max = 20) @Schema(examples = "[\"道路运输\"]")
          List<@Size(max = 100) String> itemFields) {}

  @POST
  @Path("/imports")
  @Consumes("text/plain")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Import the plan table, tab-separated in its eleven columns; dryRun only reads it")
  public Uni<RestResponse<PlanState>> load(
      String text, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
    PlanTable table =
        switch (PlanTableReader.read(text)) {
          case PlanTableReader.Reading.Read(var read) -> read;
          case PlanTableReader.Reading.Refused(var faults) ->
              throw new ProblemException(
                  DrawRejection.PLAN_TABLE_REFUSED,
                  faults.stream()
                      .map(f -> new Problem.FieldError(f.column(), f.row(), f.code(), f.text()))
                      .toList(),
                  Map.of("faults", faults.size()));
        };
    String key = region + "-" + table.year();
    if (dryRun) {
      return Uni.createFrom().item(RestResponse.ok(state(key, table, null)));
    }
    return plans
        .handle(DrawStreams.PLAN + key, new PlanCommand.ImportPlan(table), requests.context(text))
        .map(handled -> Answers.created(handled, plan -> state(key, plan)));
  }

  @PUT
  @Path("/{planKey}/tasks/{task}/scope")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Decide who is in scope of a task; needed before publication")
  public Uni<RestResponse<PlanState>> scope(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @PathParam("task") @Size(max = 64) String task,
      @NotNull @Valid Scope scope) {
    var command =
        new PlanCommand.DefineTaskScope(
            task, new TaskScope(scope.subjectKind(), scope.labels(), scope.itemFields()));
    return plans
        .handle(DrawStreams.PLAN + planKey, command, requests.context(scope))
        .map(handled -> Answers.ok(handled, plan -> state(planKey, plan)));
  }

  @POST
  @Path("/{planKey}/publication")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(summary = "Publish the plan; from then on its tasks can be drawn in their windows")
  public Uni<RestResponse<PlanState>> publish(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return plans
        .handle(
            DrawStreams.PLAN + planKey,
            new PlanCommand.PublishPlan(BusinessClock.day(requests.now())),
            requests.context("publish"))
        .map(handled -> Answers.created(handled, plan -> state(planKey, plan)));
  }

  @GET
  @Path("/{planKey}")
  @PermitAll
  @Operation(summary = "A published plan")
  public Uni<RestResponse<PlanState>> one(@PathParam("planKey") @Size(max = 64) String planKey) {
    return load(planKey)
        .invoke(loaded -> {
          if (loaded.state() instanceof AnnualPlan.Draft) {
            throw new ProblemException(DrawRejection.PLAN_UNKNOWN);
          }
        })
        .map(loaded -> Answers.versioned(state(planKey, loaded.state()), loaded.version()));
  }

  @GET
  @Path("/{planKey}/draft")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "A plan whether published or not")
  public Uni<RestResponse<PlanState>> draft(@PathParam("planKey") @Size(max = 64) String planKey) {
    return load(planKey)
        .map(loaded -> Answers.versioned(state(planKey, loaded.state()), loaded.version()));
  }

  @GET
  @Path("/{planKey}/item-warnings")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Items of the plan that were given back or left the catalogue since")
  public Uni<List<PlanWarning>> itemWarnings(@PathParam("planKey") @Size(max = 64) String planKey) {
    return load(planKey)
        .flatMap(loaded ->
            Uni.createFrom()
                .completionStage(register::items)
                .map(items -> ItemWarnings.of(scopes(loaded.state()), items)));
  }

  private static Map<String, TaskScope> scopes(AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Absent() -> throw new ProblemException(DrawRejection.PLAN_UNKNOWN);
      case AnnualPlan.Draft(var table, var scopes) -> scopes;
      case AnnualPlan.Published(var table, var scopes, var on) -> scopes;
    };
  }

  private Uni<CommandHandler.Loaded<AnnualPlan>> load(String planKey) {
    return plans.load(DrawStreams.PLAN + planKey);
  }

  private static PlanState state(String key, AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Absent() -> throw new ProblemException(DrawRejection.PLAN_UNKNOWN);
      case AnnualPlan.Draft(var table, var scopes) -> state(key, table, null);
      case AnnualPlan.Published(var table, var scopes, var on) -> state(key, table, on);
    };
  }

  private static PlanState state(String key, PlanTable table, @Nullable LocalDate publishedOn) {
    return new PlanState(
        key,
        table.issuer(),
        table.title(),
        table.tableDate(),
        publishedOn,
        table.tasks(),
        table.warnings());
  }
}
