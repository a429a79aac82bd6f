package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.AnnualPlan.Absent;
import cn.doublerandom.draw.plan.AnnualPlan.Adjusting;
import cn.doublerandom.draw.plan.AnnualPlan.Approved;
import cn.doublerandom.draw.plan.AnnualPlan.Draft;
import cn.doublerandom.draw.plan.AnnualPlan.Published;
import cn.doublerandom.draw.plan.AnnualPlan.Reported;
import cn.doublerandom.draw.plan.AnnualPlan.Submitted;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentApproved;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentProposed;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentRejected;
import cn.doublerandom.draw.plan.PlanEvent.CombinationAsked;
import cn.doublerandom.draw.plan.PlanEvent.DrawBegun;
import cn.doublerandom.draw.plan.PlanEvent.ItemJustified;
import cn.doublerandom.draw.plan.PlanEvent.PlanApproved;
import cn.doublerandom.draw.plan.PlanEvent.PlanImported;
import cn.doublerandom.draw.plan.PlanEvent.PlanPublished;
import cn.doublerandom.draw.plan.PlanEvent.PlanReported;
import cn.doublerandom.draw.plan.PlanEvent.PlanReturned;
import cn.doublerandom.draw.plan.PlanEvent.PlanSubmitted;
import cn.doublerandom.draw.plan.PlanEvent.TaskQuotaAsked;
import cn.doublerandom.draw.plan.PlanEvent.TaskQuotaDecided;
import cn.doublerandom.draw.plan.PlanEvent.TaskScopeDefined;
import cn.doublerandom.draw.plan.PlanEvent.TasksCombined;
import cn.doublerandom.draw.plan.PlanEvent.TasksSeparated;
import java.util.function.UnaryOperator;

/** What each event makes of the plan. */
final class PlanEvolution {
  private PlanEvolution() {}

  /** The plan as it is once that has happened. */
  static AnnualPlan after(AnnualPlan plan, PlanEvent event) {
    return switch (event) {
      case PlanImported(var table, var by) ->
          new Draft(
              (plan instanceof Draft(var content) ? content.with(table) : PlanContent.of(table))
                  .touchedBy(by));
      case TaskScopeDefined(var task, var scope, var by) ->
          changed(plan, c -> c.withScope(task, scope).touchedBy(by));
      case TaskQuotaAsked asked ->
          changed(plan, c -> c.with(c.asked().asking(asked.task(), asked.quota(), asked.by())));
      case TaskQuotaDecided decided ->
          changed(plan, c -> c.withQuota(decided.task(), decided.quota()).touchedBy(decided.by()));
      case ItemJustified justified ->
          changed(
              plan,
              c -> c.justified(justified.item(), justified.reason()).touchedBy(justified.by()));
      case TasksCombined combined ->
          changed(
              plan, c -> c.combined(combined.lead(), combined.others()).touchedBy(combined.by()));
      case CombinationAsked asked ->
          changed(plan, c -> c.with(c.asked().asking(asked.lead(), asked.others(), asked.by())));
      case TasksSeparated separated ->
          changed(plan, c -> c.separated(separated.lead()).touchedBy(separated.by()));
      case DrawBegun begun -> begun(plan, begun);
      case PlanSubmitted(var by, var on) -> new Submitted(contentOf(plan).touchedBy(by), by, on);
      case PlanReturned returned -> new Draft(contentOf(plan));
      case PlanApproved(var by, var on) ->
          new Approved(contentOf(plan).approved(by), PlanDates.approved(on));
      case PlanReported reported ->
          new Reported(contentOf(plan), plan.dates().reported(reported), 0);
      case PlanPublished(var on) ->
          new Published(
              contentOf(plan),
              plan.dates().published(on),
              plan instanceof Reported reported ? reported.versions() + 1 : 1);
      case AdjustmentProposed proposed -> {
        Published published = (Published) plan;
        yield new Adjusting(
            published,
            published.content().untouched().with(proposed.table()).touchedBy(proposed.by()),
            proposed.reason(),
            proposed.by());
      }
      case AdjustmentApproved approved -> {
        Adjusting adjusting = (Adjusting) plan;
        yield new Reported(
            adjusting.proposal().approved(approved.by()),
            adjusting.published().dates(),
            adjusting.published().version());
      }
      case AdjustmentRejected rejected -> ((Adjusting) plan).published();
    };
  }

  /** Of what is published, and of what an adjustment will make of it. */
  private static AnnualPlan begun(AnnualPlan plan, DrawBegun begun) {
    AnnualPlan told = changed(plan, c -> c.with(begun));
    return told instanceof Adjusting adjusting
        ? new Adjusting(
            (Published) changed(adjusting.published(), c -> c.with(begun)),
            adjusting.proposal(),
            adjusting.reason(),
            adjusting.by())
        : told;
  }

  private static PlanContent contentOf(AnnualPlan plan) {
    return plan.says().orElseThrow(() -> new IllegalStateException("no plan yet"));
  }

  private static AnnualPlan changed(AnnualPlan plan, UnaryOperator<PlanContent> change) {
    return switch (plan) {
      case Draft(var content) -> new Draft(change.apply(content));
      case Submitted(var content, var by, var on) -> new Submitted(change.apply(content), by, on);
      case Approved(var content, var dates) -> new Approved(change.apply(content), dates);
      case Reported(var content, var dates, int versions) ->
          new Reported(change.apply(content), dates, versions);
      case Published(var content, var dates, int version) ->
          new Published(change.apply(content), dates, version);
      case Adjusting adjusting ->
          new Adjusting(
              adjusting.published(),
              change.apply(adjusting.proposal()),
              adjusting.reason(),
              adjusting.by());
      case Absent absent -> throw new IllegalStateException("no plan yet");
    };
  }
}
