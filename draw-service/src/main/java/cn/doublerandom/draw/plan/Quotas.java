package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PlanRejection.PLAN_UNKNOWN;
import static cn.doublerandom.draw.PlanRejection.QUOTA_ALREADY_DECIDED;
import static cn.doublerandom.draw.PlanRejection.QUOTA_OUTSIDE_PLAN;
import static cn.doublerandom.draw.PlanRejection.TASK_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.plan.AnnualPlan.Adjusting;
import cn.doublerandom.draw.plan.PlanCommand.DecideQuota;
import cn.doublerandom.draw.plan.PlanEvent.TaskQuotaAsked;
import cn.doublerandom.draw.plan.PlanEvent.TaskQuotaDecided;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.Optional;

/** Numbers decided where the plan leaves room (R6, R72). */
final class Quotas {
  private Quotas() {}

  /**
   * A draft's number may be decided anew; once the plan is public a decision is final, or it could
   * be chosen again after a draw nobody liked.
   */
  static Decision<PlanEvent> decide(DecideQuota decide, AnnualPlan plan) {
    Optional<PlanContent> content =
        plan instanceof Adjusting adjusting ? Optional.of(adjusting.proposal()) : plan.says();
    if (content.isEmpty()) {
      return reject(PLAN_UNKNOWN);
    }
    Optional<PlanTask> task = content.get().find(decide.task());
    if (task.isEmpty()) {
      return reject(TASK_UNKNOWN, "task", decide.task());
    } else if (!ReasonText.isInWords(decide.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (!isWithin(decide.quota(), task.get().quotaRead())) {
      return reject(QUOTA_OUTSIDE_PLAN, "task", decide.task());
    }
    Optional<Quota> before = Optional.ofNullable(content.get().quotas().get(decide.task()));
    if (before.equals(Optional.of(decide.quota()))) {
      return accept();
    }
    return before.isPresent() && plan.isPublished()
        ? reject(QUOTA_ALREADY_DECIDED, "task", decide.task())
        : decided(decide, plan, content.get());
  }

  private static Decision<PlanEvent> decided(
      DecideQuota decide, AnnualPlan plan, PlanContent content) {
    return BehindApproval.decide(
        plan,
        content.asked().quotas().get(decide.task()),
        decide.quota(),
        decide.by(),
        new TaskQuotaAsked(decide.task(), decide.quota(), decide.reason(), decide.by()),
        by -> new TaskQuotaDecided(decide.task(), decide.quota(), decide.reason(), decide.by()));
  }

  /** A decision fills the room the plan leaves; it does not change what the plan says. */
  private static boolean isWithin(Quota decided, Quota planned) {
    return switch (planned) {
      case Quota.Unspecified u -> isDrawable(decided);
      case Quota.PercentMax(var most) ->
          decided instanceof Quota.Tiered
              || (decided instanceof Quota.Percent(var share) && share.compareTo(most) <= 0);
      case Quota.PercentRange(var from, var to) ->
          decided instanceof Quota.Percent(var share)
              && share.compareTo(from) >= 0
              && share.compareTo(to) <= 0;
      case Quota.CountRange(int from, int to) ->
          decided instanceof Quota.Count(int count) && count >= from && count <= to;
      case Quota.PercentMin(var least) ->
          decided instanceof Quota.Percent(var share) && share.compareTo(least) >= 0;
      case Quota.Percent p -> decided instanceof Quota.Tiered;
      case Quota.Count c -> false;
      case Quota.CountAndPercent c -> false;
      case Quota.Tiered t -> false;
      case Quota.StaffRatio s -> decided instanceof Quota.Count;
      case Quota.Census c -> false;
    };
  }

  private static boolean isDrawable(Quota quota) {
    return quota instanceof Quota.Percent
        || quota instanceof Quota.Count
        || quota instanceof Quota.Tiered
        || quota instanceof Quota.Census
        || quota instanceof Quota.StaffRatio;
  }
}
