package cn.doublerandom.inspection.followup;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_ALONE;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_BEGUN;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_DAY_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_OF_OTHERS;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_TEAM_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_TOO_SOON;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_UNSTATED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUp.Recheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.ConfirmRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.PassRechecks;
import cn.doublerandom.inspection.followup.FollowUpCommand.PlanRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.StateRecheck;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpClosed;
import cn.doublerandom.inspection.followup.FollowUpEvent.RecheckPlanned;
import cn.doublerandom.inspection.followup.FollowUpEvent.RecheckStated;
import cn.doublerandom.inspection.followup.FollowUpEvent.RectificationVerified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 复查: two officers look whether an order was obeyed. Where a visit was planned for it, it is theirs
 * and on its day; where none was, anybody of the team or its units looks.
 */
final class Rechecking {
  private static final int TEAM = 2;

  private Rechecking() {}

  static Decision<FollowUpEvent> plan(PlanRecheck plan, FollowUps known) {
    if (!FollowUpDecider.acts(plan.by(), plan.visit())) {
      return reject(NOT_YOUR_VISIT);
    } else if (plan.officers().size() != TEAM
        || SecondPerson.isSame(plan.officers().getFirst(), plan.officers().getLast())) {
      return reject(RECHECK_TEAM_UNFIT, "field", "officers");
    }
    Optional<Map.Entry<String, String>> unfit =
        plan.obstacles().entrySet().stream().min(Map.Entry.comparingByKey());
    if (unfit.isPresent()) {
      return reject(
          MEMBER_UNFIT,
          Map.of(
              "inspector",
              unfit.get().getKey(),
              "registered",
              RegisterWords.of(unfit.get().getValue())));
    } else if (plan.on().isBefore(plan.today()) || plan.on().isAfter(plan.today().plusYears(1))) {
      return reject(RECHECK_DAY_UNFIT, "field", "on");
    }
    return FollowUpDecider.correction(
        known,
        plan.number(),
        one ->
            known.planned(plan.number()).filter(visit -> visit.recorded() != null).isPresent()
                ? reject(RECHECK_BEGUN)
                : accept(new RecheckPlanned(planned(plan, known))));
  }

  /** Each order is planned anew once at most, so that asked twice nothing more happens. */
  static Decision<FollowUpEvent> pass(PassRechecks pass, FollowUps known) {
    List<FollowUpEvent> planned = new ArrayList<>();
    for (PlanRecheck plan : pass.plans()) {
      boolean isHis =
          known
              .planned(plan.number())
              .filter(visit -> SecondPerson.isAmong(pass.leaves(), visit.officers()))
              .isPresent();
      if (isHis && plan(plan, known) instanceof Decision.Accepted<FollowUpEvent>(var events)) {
        planned.addAll(events);
      }
    }
    return new Decision.Accepted<>(planned);
  }

  private static RecheckVisit planned(PlanRecheck plan, FollowUps known) {
    return new RecheckVisit(
        "%s-recheck-%d-%d"
            .formatted(
                plan.visit().of().visitId(), plan.number(), known.plannedSoFar(plan.number()) + 1),
        plan.number(),
        plan.on(),
        plan.officers(),
        plan.by().account(),
        null);
  }

  static Decision<FollowUpEvent> state(StateRecheck state, FollowUps known) {
    Optional<Decision<FollowUpEvent>> refusal =
        refusal(state.by(), state.visit(), known.planned(state.number()), state.today());
    if (refusal.isPresent()) {
      return refusal.get();
    } else if (!ReasonText.isInWords(state.note())) {
      return reject(REASON_UNFIT, "field", "note");
    }
    return FollowUpDecider.correction(
        known,
        state.number(),
        one ->
            accept(
                new RecheckStated(
                    one.number(),
                    new Recheck(
                        state.corrected(),
                        state.note(),
                        state.by().account(),
                        state.today(),
                        null))));
  }

  static Decision<FollowUpEvent> confirm(ConfirmRecheck confirm, FollowUps known) {
    Optional<RecheckVisit> planned = known.planned(confirm.number());
    Optional<Decision<FollowUpEvent>> refusal =
        refusal(confirm.by(), confirm.visit(), planned, confirm.today());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    // What somebody else said before the visit was planned is not its record.
    return planned.filter(visit -> visit.recorded() == null).isPresent()
        ? reject(RECHECK_UNSTATED)
        : FollowUpDecider.correction(known, confirm.number(), one -> confirm(confirm, one));
  }

  /**
   * Of a planned visit its two officers alone, from its day on; else who was there, or his unit.
   */
  private static Optional<Decision<FollowUpEvent>> refusal(
      Officer officer, FollowedVisit visit, Optional<RecheckVisit> planned, LocalDate today) {
    if (planned.isEmpty()) {
      return officer.isOnTeam(visit.inspectors()) || officer.isOf(visit.units())
          ? Optional.empty()
          : Optional.of(reject(NOT_YOUR_VISIT));
    } else if (!officer.isOnTeam(planned.get().officers())) {
      return Optional.of(reject(RECHECK_OF_OTHERS, "officers", planned.get().officers()));
    }
    return today.isBefore(planned.get().on())
        ? Optional.of(reject(RECHECK_TOO_SOON, "on", planned.get().on().toString()))
        : Optional.empty();
  }

  private static Decision<FollowUpEvent> confirm(ConfirmRecheck confirm, FollowUp one) {
    Recheck stated = one.recheck();
    if (stated == null || stated.confirmedBy() != null) {
      return reject(RECHECK_UNSTATED);
    } else if (SecondPerson.isSame(stated.by(), confirm.by().account())) {
      return reject(RECHECK_ALONE);
    }
    var verified =
        new RectificationVerified(
            one.number(), stated.corrected(), confirm.by().account(), confirm.today());
    return stated.corrected()
        ? accept(verified, new FollowUpClosed(one.number(), confirm.today()))
        : accept(verified);
  }
}
