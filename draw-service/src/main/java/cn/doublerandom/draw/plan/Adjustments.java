package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.PlanRejection.ADJUSTMENT_OPEN;
import static cn.doublerandom.draw.PlanRejection.NOTHING_ADJUSTED;
import static cn.doublerandom.draw.PlanRejection.NO_ADJUSTMENT;
import static cn.doublerandom.draw.PlanRejection.PLAN_ITEMS_UNCOVERED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_PUBLISHED;
import static cn.doublerandom.draw.PlanRejection.PLAN_TOO_LARGE;
import static cn.doublerandom.draw.PlanRejection.SCOPE_UNFOUNDED;
import static cn.doublerandom.draw.PlanRejection.TASK_RENUMBERED;
import static cn.doublerandom.draw.PlanRejection.TASK_SCOPE_MISSING;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.plan.AnnualPlan.Adjusting;
import cn.doublerandom.draw.plan.AnnualPlan.Published;
import cn.doublerandom.draw.plan.PlanCommand.ApproveAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.ProposeAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.RejectAdjustment;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentApproved;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentProposed;
import cn.doublerandom.draw.plan.PlanEvent.AdjustmentRejected;
import cn.doublerandom.draw.plan.PlanEvent.PlanPublished;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.List;
import java.util.Optional;

/** 严格履行调整程序 (二(二), R26, R27): a reason, every difference, a second person, public at once. */
final class Adjustments {
  private Adjustments() {}

  static Decision<PlanEvent> propose(ProposeAdjustment propose, AnnualPlan plan) {
    if (plan instanceof Adjusting) {
      return reject(ADJUSTMENT_OPEN);
    } else if (!ReasonText.isInWords(propose.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (!propose.table().fitsOneRecord()) {
      return reject(PLAN_TOO_LARGE);
    }
    return plan instanceof Published published
        ? propose(propose, published)
        : reject(PLAN_NOT_PUBLISHED);
  }

  private static Decision<PlanEvent> propose(ProposeAdjustment propose, Published published) {
    PlanTable before = published.content().table();
    List<PlanChange> changes = PlanChange.between(before, propose.table());
    Optional<String> renumbered =
        propose.table().tasks().stream()
            .filter(t -> published.content().find(t.key()).isEmpty())
            .filter(t -> before.tasks().stream().anyMatch(o -> o.taskName().equals(t.taskName())))
            .map(PlanTask::key)
            .findFirst();
    if (renumbered.isPresent()) {
      return reject(TASK_RENUMBERED, "task", renumbered.get());
    }
    return changes.isEmpty()
        ? reject(NOTHING_ADJUSTED)
        : accept(
            new AdjustmentProposed(
                propose.table(), propose.reason(), propose.by(), propose.today(), changes));
  }

  /** Approved is published in the same breath: nobody works by an adjustment nobody can read. */
  static Decision<PlanEvent> approve(ApproveAdjustment approve, AnnualPlan plan) {
    return plan instanceof Adjusting adjusting
        ? approve(approve, adjusting)
        : reject(NO_ADJUSTMENT);
  }

  private static Decision<PlanEvent> approve(ApproveAdjustment approve, Adjusting adjusting) {
    if (SecondPerson.isAmong(approve.by(), adjusting.proposal().touchedBy())
        || SecondPerson.isSame(approve.by(), adjusting.by())) {
      return reject(APPROVAL_NEEDS_SECOND_PERSON);
    }
    Optional<String> open = PlanDecider.withoutScope(adjusting.proposal());
    Optional<String> uncovered = PlanDecider.uncovered(adjusting.proposal(), approve.uncovered());
    if (open.isPresent()) {
      return reject(TASK_SCOPE_MISSING, "task", open.get());
    } else if (!approve.unfounded().isEmpty()) {
      // As at the submission: a scope with no subject would give an empty frame in the month drawn.
      return reject(SCOPE_UNFOUNDED, "unfounded", String.join("", approve.unfounded()));
    } else if (uncovered.isPresent()) {
      return reject(PLAN_ITEMS_UNCOVERED, "item", uncovered.get());
    }
    return accept(
        new AdjustmentApproved(approve.by(), approve.today()), new PlanPublished(approve.today()));
  }

  static Decision<PlanEvent> refuse(RejectAdjustment refuse, AnnualPlan plan) {
    return plan instanceof Adjusting
        ? accept(new AdjustmentRejected(refuse.by(), refuse.reason()))
        : reject(NO_ADJUSTMENT);
  }
}
