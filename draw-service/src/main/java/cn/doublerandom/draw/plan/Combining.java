package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.FrameRejection.TASK_ALREADY_DRAWN;
import static cn.doublerandom.draw.PlanRejection.ADJUSTMENT_OPEN;
import static cn.doublerandom.draw.PlanRejection.COMBINATION_SIZE;
import static cn.doublerandom.draw.PlanRejection.COMBINATION_WINDOWS_APART;
import static cn.doublerandom.draw.PlanRejection.PLAN_UNKNOWN;
import static cn.doublerandom.draw.PlanRejection.TASK_COMBINED;
import static cn.doublerandom.draw.PlanRejection.TASK_NOT_COMBINED;
import static cn.doublerandom.draw.PlanRejection.TASK_SCOPE_MISSING;
import static cn.doublerandom.draw.PlanRejection.TASK_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.plan.PlanCommand.BeginDraw;
import cn.doublerandom.draw.plan.PlanCommand.CombineTasks;
import cn.doublerandom.draw.plan.PlanCommand.SeparateTasks;
import cn.doublerandom.draw.plan.PlanEvent.CombinationAsked;
import cn.doublerandom.draw.plan.PlanEvent.DrawBegun;
import cn.doublerandom.draw.plan.PlanEvent.TasksCombined;
import cn.doublerandom.draw.plan.PlanEvent.TasksSeparated;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which tasks are drawn and visited together (综合查一次, R33, R34). */
final class Combining {
  private Combining() {}

  static Decision<PlanEvent> combine(CombineTasks combine, AnnualPlan plan) {
    if (plan instanceof AnnualPlan.Adjusting) {
      return reject(ADJUSTMENT_OPEN);
    } else if (!ReasonText.isInWords(combine.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return plan.says()
        .map(content -> combine(combine, content, plan))
        .orElseGet(() -> reject(PLAN_UNKNOWN));
  }

  private static Decision<PlanEvent> combine(
      CombineTasks combine, PlanContent content, AnnualPlan plan) {
    List<String> tasks = new ArrayList<>(combine.others());
    tasks.addFirst(combine.lead());
    if (tasks.size() < 2
        || tasks.size() > PlanContent.MOST_COMBINED
        || new HashSet<>(tasks).size() < tasks.size()) {
      return reject(COMBINATION_SIZE);
    }
    for (String task : tasks) {
      Optional<String> draw =
          content.drawOf(task, combine.seen().getOrDefault(task, SeenDraws.NONE));
      if (draw.isPresent()) {
        return reject(TASK_ALREADY_DRAWN, "drawId", draw.get());
      }
    }
    if (combine.others().equals(content.combinations().get(combine.lead()))) {
      return accept();
    }
    for (String task : tasks) {
      if (content.find(task).isEmpty()) {
        return reject(TASK_UNKNOWN, "task", task);
      } else if (!content.scopes().containsKey(task)) {
        return reject(TASK_SCOPE_MISSING, "task", task);
      } else if (content.combinations().containsKey(task) || content.drawnWith(task).isPresent()) {
        return reject(TASK_COMBINED, "task", task);
      }
    }
    return Window.common(tasks.stream().map(t -> content.find(t).orElseThrow()).toList()).isEmpty()
        ? reject(COMBINATION_WINDOWS_APART)
        : agreed(
            new CombinationAsked(combine.lead(), combine.others(), combine.reason(), combine.by()),
            plan,
            by ->
                new TasksCombined(
                    combine.lead(), combine.others(), combine.reason(), combine.by(), by));
  }

  private static Decision<PlanEvent> agreed(
      CombinationAsked asks, AnnualPlan plan, Function<@Nullable String, PlanEvent> decided) {
    return BehindApproval.decide(
        plan,
        plan.says().map(content -> content.asked().together().get(asks.lead())).orElse(null),
        asks.others(),
        asks.by(),
        asks,
        decided);
  }

  static Decision<PlanEvent> separate(SeparateTasks separate, AnnualPlan plan) {
    if (plan instanceof AnnualPlan.Adjusting) {
      return reject(ADJUSTMENT_OPEN);
    } else if (!ReasonText.isInWords(separate.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    SeenDraws seen = separate.seen().getOrDefault(separate.lead(), SeenDraws.NONE);
    Optional<String> draw = plan.says().flatMap(content -> content.drawOf(separate.lead(), seen));
    if (draw.isPresent()) {
      return reject(TASK_ALREADY_DRAWN, "drawId", draw.get());
    }
    return plan.says().filter(c -> c.combinations().containsKey(separate.lead())).isPresent()
        ? agreed(
            new CombinationAsked(separate.lead(), List.of(), separate.reason(), separate.by()),
            plan,
            by -> new TasksSeparated(separate.lead(), separate.reason(), separate.by(), by))
        : reject(TASK_NOT_COMBINED, "task", separate.lead());
  }

  /** A draw begins with the tasks the plan combines at that moment, no more and no fewer. */
  static Decision<PlanEvent> begin(BeginDraw begin, AnnualPlan plan) {
    return plan.says().map(content -> begin(begin, content)).orElseGet(() -> reject(PLAN_UNKNOWN));
  }

  private static Decision<PlanEvent> begin(BeginDraw begin, PlanContent content) {
    Optional<String> lead = content.drawnWith(begin.task());
    if (lead.isPresent()) {
      return reject(TASK_COMBINED, "lead", lead.get());
    }
    Set<String> combined = Set.copyOf(content.combinations().getOrDefault(begin.task(), List.of()));
    if (begin.others().equals(combined)) {
      return accept(new DrawBegun(begin.task(), begin.drawId(), begin.round()));
    }
    return reject(combined.isEmpty() ? TASK_NOT_COMBINED : TASK_COMBINED, "task", begin.task());
  }
}
