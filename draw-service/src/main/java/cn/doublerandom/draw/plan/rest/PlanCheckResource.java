package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.QuotaRates;
import cn.doublerandom.draw.drawing.application.FrameAssembly;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.ItemWarnings;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an approver wants to know of a plan: numbers, what they would be, and its last days. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanCheckResource {
  @Inject CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  @Inject PlanSteps steps;
  @Inject Register register;
  @Inject Requests requests;
  @Inject RuleBook rules;

  /**
   * Changes nothing: sizes, coverage and workload as they would be.
   *
   * @param quotas other quotas by task, read like cells
   * @param floor another least part of all enterprises
   * @param rulePacks ids of other rule packs to go by
   */
  public record Simulation(
      @Nullable Map<String, @Size(max = QuotaReader.MAX_CHARACTERS) String> quotas,
      @Nullable @Pattern(regexp = "[0-9]{1,6}/[1-9][0-9]{0,6}", message = "{words.share}")
          String floor,
      @Nullable @Size(min = 1, max = 20) @Schema(examples = "[\"national-2019\",\"hebei-2023\"]")
          List<@NotBlank @Size(max = 64) String> rulePacks) {}

  @GET
  @Path("/{planKey}/checks")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Coverage, sizes, tiers, months and staffing of a plan as it stands")
  public Uni<PlanChecks.Report> checks(@PathParam("planKey") @Size(max = 64) String planKey) {
    return simulate(planKey, new Simulation(null, null, null));
  }

  @POST
  @Path("/{planKey}/simulations")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The same with other quotas or another floor; nothing is stored")
  public Uni<PlanChecks.Report> simulate(
      @PathParam("planKey") @Size(max = 64) String planKey, @NotNull @Valid Simulation body) {
    LocalDate today = today();
    RuleBook book = body.rulePacks() == null ? rules : book(body.rulePacks());
    return steps
        .content(planKey)
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(() -> register.snapshot(today))
                .map(snapshot -> {
                  PlanContent tried = with(content, body);
                  return PlanChecks.report(
                      tried, facts(tried, year(planKey), snapshot, book, today, body.floor()));
                }));
  }

  private static PlanContent with(PlanContent content, Simulation body) {
    Map<String, Quota> quotas = new HashMap<>(content.quotas());
    if (body.quotas() != null) {
      body.quotas()
          .forEach((task, text) -> {
            if (content.find(task).isEmpty()) {
              throw new ProblemException(
                  DrawRejection.TASK_UNKNOWN, List.of(), Map.of("task", task));
            }
            quotas.put(task, PlanStepResource.quota(text, "quotas"));
          });
    }
    return content.withQuotas(quotas);
  }

  private static RuleBook book(List<String> packs) {
    try {
      return RulePackFiles.book(packs);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          DrawRejection.RULE_PACKS_UNFIT,
          List.of(new Problem.FieldError("rulePacks", null, "rule-packs-unfit", "没有这样的规则包，或规则不全。")),
          Map.of());
    }
  }

  private static PlanChecks.Facts facts(
      PlanContent content,
      int year,
      Register.Snapshot snapshot,
      RuleBook rules,
      LocalDate today,
      @Nullable String floor) {
    Map<String, PlanChecks.TaskFacts> tasks = new HashMap<>();
    List<KnownSubject> active =
        snapshot.subjects().stream().filter(s -> s.status().equals("ACTIVE")).toList();
    for (PlanTask task : content.table().tasks()) {
      TaskScope scope = content.scopes().get(task.key());
      if (scope != null) {
        tasks.put(
            task.key(),
            facts(
                active.stream().filter(s -> scope.covers(s.kind(), s.labels())).toList(),
                content.quota(task)));
      }
    }
    FrameAssembly assembly = new FrameAssembly(snapshot, rules, today);
    Map<String, PlanChecks.Together> together = new HashMap<>();
    content
        .combinations()
        .keySet()
        .forEach(lead ->
            content
                .find(lead)
                .flatMap(task -> assembly.together(task, content))
                .ifPresent(found -> together.put(lead, found)));
    Optional<Share> least =
        floor == null
            ? rules
                .minimumCoverage(today)
                .map(ratio -> new Share(ratio.numerator(), ratio.denominator()))
            : Optional.of(DrawRequests.share(floor));
    return new PlanChecks.Facts(
        tasks,
        together,
        snapshot.items(),
        registered(year, snapshot),
        least,
        (int) snapshot.inspectors().stream().filter(i -> i.mayBeDrawn(today)).count(),
        rules.teamSize(today));
  }

  private static AnnualCoverage registered(int year, Register.Snapshot snapshot) {
    return AnnualCoverage.of(
        year,
        snapshot.subjects().stream()
            .map(s -> new AnnualCoverage.Entry(s.id(), s.kind(), s.stood())),
        Set.of());
  }

  private static int year(String planKey) {
    return Integer.parseInt(planKey.substring(planKey.indexOf('-') + 1));
  }

  private static PlanChecks.TaskFacts facts(List<KnownSubject> inScope, Quota quota) {
    Map<String, Integer> byClass = new TreeMap<>();
    inScope.stream()
        .map(KnownSubject::creditRiskClass)
        .forEach(risk -> {
          if (risk != null) {
            byClass.merge(risk, 1, Integer::sum);
          }
        });
    return new PlanChecks.TaskFacts(
        inScope.size(),
        byClass,
        (int) inScope.stream().filter(s -> s.kind().equals("ENTERPRISE")).count(),
        (int) inScope.stream().filter(s -> isOutOfReach(s, quota)).count());
  }

  private static boolean isOutOfReach(KnownSubject subject, Quota quota) {
    return QuotaRates.place(quota, Optional.ofNullable(subject.creditRiskClass()), subject.labels())
        instanceof QuotaRates.Placed.Outside;
  }

  @GET
  @Path("/{planKey}/deadlines")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The three steps due by 31 January, of a plan not begun too")
  public Uni<List<PlanDeadline>> deadlines(
      @PathParam("planKey") @Pattern(regexp = "[0-9]{6}-[0-9]{4}", message = "{words.plan-key}")
          String planKey) {
    return plans
        .load(DrawStreams.PLAN + planKey)
        .map(loaded -> PlanDeadline.of(year(planKey), loaded.state().dates(), today()));
  }

  @GET
  @Path("/{planKey}/item-warnings")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Items of the plan that were given back or left the catalogue since")
  public Uni<List<PlanWarning>> itemWarnings(@PathParam("planKey") @Size(max = 64) String planKey) {
    return steps
        .content(planKey)
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(register::items)
                .map(items -> ItemWarnings.of(content.scopes(), items)));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
