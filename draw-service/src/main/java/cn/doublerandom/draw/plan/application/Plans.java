package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.ItemWarnings;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanWarning;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 年度抽查工作计划: tables that are taken, and what is read of a plan. */
@ApplicationScoped
public class Plans {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final KeptStates<AnnualPlan> known;
  private final Register register;
  private final Asking asking;

  @Inject
  Plans(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      KeptStates<AnnualPlan> known,
      Register register,
      Asking asking) {
    this.plans = plans;
    this.known = known;
    this.register = register;
    this.asking = asking;
  }

  /** The plan a table is, by the year it speaks of. */
  public Uni<String> key(PlanTable table) {
    return asking.orSeed().map(bureau -> DrawStreams.planKey(bureau, table.year()));
  }

  /**
   * Takes a table as the draft of its year.
   *
   * @param planKey see {@link #key}
   * @param replaces whether another draft may be replaced
   */
  public Uni<Handled<PlanEvent, AnnualPlan>> take(
      String planKey, PlanTable table, boolean replaces, CommandContext context) {
    return plans.handle(
        stream(planKey), new PlanCommand.ImportPlan(table, replaces, context.actor()), context);
  }

  /** Proposes a table in place of the published one of the same year. */
  public Uni<Handled<PlanEvent, AnnualPlan>> propose(
      String planKey, PlanTable table, String reason, CommandContext context) {
    return plans.handle(
        stream(planKey),
        new PlanCommand.ProposeAdjustment(
            table, reason, context.actor(), BusinessClock.day(context.at())),
        context);
  }

  /** A plan whether published or not. */
  public Uni<CommandHandler.Loaded<AnnualPlan>> any(String planKey) {
    return known.of(stream(planKey));
  }

  /** The plan of a year of the bureau that asks. */
  public Uni<String> keyOf(int year) {
    return asking.orSeed().map(bureau -> DrawStreams.planKey(bureau, Integer.toString(year)));
  }

  /**
   * The plans of some years, the latest first; years without one are left out.
   *
   * @param from first year
   * @param to last year
   */
  public Uni<List<Listed>> ofYears(int from, int to) {
    return asking
        .orSeed()
        .flatMap(bureau -> {
          Map<String, Integer> years = new LinkedHashMap<>();
          for (int year = to; year >= from; year--) {
            years.put(DrawStreams.planKey(bureau, Integer.toString(year)), year);
          }
          return known
              .of(years.keySet().stream().map(Plans::stream).toList())
              .map(loaded -> listed(years, loaded));
        });
  }

  private static List<Listed> listed(
      Map<String, Integer> years, Map<String, CommandHandler.Loaded<AnnualPlan>> loaded) {
    List<Listed> listed = new ArrayList<>();
    years.forEach((key, year) -> {
      AnnualPlan plan = Objects.requireNonNull(loaded.get(stream(key))).state();
      if (!(plan instanceof AnnualPlan.Absent)) {
        listed.add(new Listed(key, year, plan));
      }
    });
    return listed;
  }

  /** A plan among others. */
  public record Listed(String planKey, int year, AnnualPlan plan) {}

  /** A plan the public sees. */
  public Uni<CommandHandler.Loaded<AnnualPlan>> published(String planKey) {
    return any(planKey)
        .invoke(loaded -> {
          if (!loaded.state().isPublished()) {
            throw new ProblemException(
                loaded.state() instanceof AnnualPlan.Absent
                    ? PlanRejection.PLAN_UNKNOWN
                    : PlanRejection.PLAN_UNPUBLISHED);
          }
        });
  }

  /** What is worked on, else what is published. */
  public Uni<PlanContent> content(String planKey) {
    return plans
        .load(stream(planKey))
        .map(loaded ->
            (loaded.state() instanceof AnnualPlan.Adjusting adjusting
                    ? Optional.of(adjusting.proposal())
                    : loaded.state().says())
                .orElseThrow(() -> new ProblemException(PlanRejection.PLAN_UNKNOWN)));
  }

  /** How a plan, begun or not, stands against its last days. */
  public Uni<List<PlanDeadline>> deadlines(String planKey, LocalDate today) {
    return plans
        .load(stream(planKey))
        .map(loaded -> PlanDeadline.of(year(planKey), loaded.state().dates(), today));
  }

  /** Items of the plan that were given back or left the catalogue since. */
  public Uni<List<PlanWarning>> itemWarnings(String planKey) {
    return content(planKey)
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(register::items)
                .map(items -> ItemWarnings.of(content.scopes(), items)));
  }

  /** The year a plan is of: what follows the bureau in its key. */
  public static int year(String planKey) {
    return Integer.parseInt(planKey.substring(planKey.indexOf('-') + 1));
  }

  static String stream(String planKey) {
    return DrawStreams.PLAN.of(planKey);
  }
}
