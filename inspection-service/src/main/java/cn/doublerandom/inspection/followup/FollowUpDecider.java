package cn.doublerandom.inspection.followup;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_CLOSED;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_OPEN;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNFOUNDED;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNKNOWN;
import static cn.doublerandom.inspection.FollowUpRejection.RECEIPT_LINK_UNKNOWN;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_HELD;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUp.Receipt;
import cn.doublerandom.inspection.followup.FollowUp.Recheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.AcknowledgeByLink;
import cn.doublerandom.inspection.followup.FollowUpCommand.ConfirmRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.EnterReceipt;
import cn.doublerandom.inspection.followup.FollowUpCommand.IssueLink;
import cn.doublerandom.inspection.followup.FollowUpCommand.LiftUnfounded;
import cn.doublerandom.inspection.followup.FollowUpCommand.NoteAlarms;
import cn.doublerandom.inspection.followup.FollowUpCommand.OpenFollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand.PassRechecks;
import cn.doublerandom.inspection.followup.FollowUpCommand.PlanRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.StateRecheck;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpAlarmed;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpClosed;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpOpened;
import cn.doublerandom.inspection.followup.FollowUpEvent.OrderLifted;
import cn.doublerandom.inspection.followup.FollowUpEvent.ReceiptLinkIssued;
import cn.doublerandom.inspection.followup.FollowUpEvent.RecheckPlanned;
import cn.doublerandom.inspection.followup.FollowUpEvent.RecheckStated;
import cn.doublerandom.inspection.followup.FollowUpEvent.RectificationVerified;
import cn.doublerandom.inspection.followup.FollowUpEvent.TransferAcknowledged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 后续处置: what is opened is closed by a re-check of two officers or by the receiver's word, never by
 * itself; an order to correct also where two people of publication found that there was nothing to
 * be corrected.
 */
public final class FollowUpDecider implements Decider<FollowUpCommand, FollowUpEvent, FollowUps> {
  @Override
  public FollowUps initial() {
    return FollowUps.NONE;
  }

  @Override
  public Decision<FollowUpEvent> decide(FollowUpCommand command, FollowUps known) {
    return switch (command) {
      case OpenFollowUp open -> open(open, known);
      case NoteAlarms(var today) -> note(today, known);
      case PlanRecheck plan -> Rechecking.plan(plan, known);
      case PassRechecks pass -> Rechecking.pass(pass, known);
      case StateRecheck state -> Rechecking.state(state, known);
      case ConfirmRecheck confirm -> Rechecking.confirm(confirm, known);
      case IssueLink issue -> issue(issue, known);
      case AcknowledgeByLink acknowledge -> acknowledge(acknowledge, known);
      case EnterReceipt enter -> enter(enter, known);
      case LiftUnfounded lift -> lift(lift, known);
    };
  }

  private static Decision<FollowUpEvent> open(OpenFollowUp open, FollowUps known) {
    FollowedVisit visit = open.visit();
    if (!acts(open.by(), visit)) {
      return reject(NOT_YOUR_VISIT);
    } else if (!visit.recorded()) {
      return reject(RESULT_NOT_RECORDED);
    } else if (!visit.found().contains(open.item())) {
      return reject(FOLLOW_UP_UNFOUNDED, "field", "item");
    } else if (!ReasonText.isInWords(open.document())) {
      return reject(REASON_UNFIT, "field", "document");
    } else if (open.kind().goesOut() != (open.receiver() != null)
        || (open.receiver() != null && !ReasonText.isInWords(open.receiver()))) {
      return reject(FOLLOW_UP_UNFIT, "field", "receiver");
    } else if (open.dueOn().isBefore(open.today())) {
      return reject(FOLLOW_UP_UNFIT, "field", "dueOn");
    } else if (open.kind() == FollowUpKind.CRIMINAL && !visit.told() && !visit.held()) {
      return reject(RESULT_NOT_HELD);
    }
    boolean stands =
        known.of(open.item()).stream().anyMatch(one -> one.open() && one.kind() == open.kind());
    return stands
        ? reject(FOLLOW_UP_OPEN)
        : accept(new FollowUpOpened(visit.of(), opened(open, known)));
  }

  private static FollowUp opened(OpenFollowUp open, FollowUps known) {
    return new FollowUp(
        known.all().size() + 1,
        open.kind(),
        open.item(),
        open.document(),
        open.receiver(),
        open.dueOn(),
        open.provisional(),
        open.alarms(),
        0,
        open.by().account(),
        open.today(),
        null,
        null,
        null,
        null);
  }

  /** The team and who leads one of its units. */
  static boolean acts(Officer officer, FollowedVisit visit) {
    return officer.isOnTeam(visit.inspectors())
        || (officer.reach() == Officer.Reach.UNIT && officer.isOf(visit.units()));
  }

  private static Decision<FollowUpEvent> note(LocalDate today, FollowUps known) {
    List<FollowUpEvent> alarmed = new ArrayList<>();
    for (FollowUp one : known.all()) {
      if (one.open()) {
        one.due(today).forEach(alarm -> alarmed.add(new FollowUpAlarmed(one.number(), alarm)));
      }
    }
    return new Decision.Accepted<>(alarmed);
  }

  private static Decision<FollowUpEvent> lift(LiftUnfounded lift, FollowUps known) {
    List<FollowUpEvent> lifted = new ArrayList<>();
    for (FollowUp one : known.all()) {
      if (one.open() && !one.kind().goesOut() && !lift.visit().found().contains(one.item())) {
        lifted.add(new OrderLifted(one.number(), lift.reason(), lift.today()));
        lifted.add(new FollowUpClosed(one.number(), lift.today()));
      }
    }
    return new Decision.Accepted<>(lifted);
  }

  static Decision<FollowUpEvent> correction(
      FollowUps known, int number, Function<FollowUp, Decision<FollowUpEvent>> decide) {
    return open(
        known,
        number,
        one ->
            one.kind().goesOut() ? reject(FOLLOW_UP_UNFIT, "field", "number") : decide.apply(one));
  }

  private static Decision<FollowUpEvent> open(
      FollowUps known, int number, Function<FollowUp, Decision<FollowUpEvent>> decide) {
    Optional<FollowUp> one = known.one(number);
    if (one.isEmpty()) {
      return reject(FOLLOW_UP_UNKNOWN);
    }
    return one.get().open() ? decide.apply(one.get()) : reject(FOLLOW_UP_CLOSED);
  }

  private static Decision<FollowUpEvent> issue(IssueLink issue, FollowUps known) {
    return acts(issue.by(), issue.visit())
        ? outgoing(
            known,
            issue.number(),
            one ->
                accept(new ReceiptLinkIssued(one.number(), issue.sha256(), issue.by().account())))
        : reject(NOT_YOUR_VISIT);
  }

  private static Decision<FollowUpEvent> outgoing(
      FollowUps known, int number, Function<FollowUp, Decision<FollowUpEvent>> decide) {
    return open(
        known,
        number,
        one ->
            one.kind().goesOut() ? decide.apply(one) : reject(FOLLOW_UP_UNFIT, "field", "number"));
  }

  /** Who has no link that counts is told nothing: not whether there is such a follow-up either. */
  private static Decision<FollowUpEvent> acknowledge(
      AcknowledgeByLink acknowledge, FollowUps known) {
    boolean opens = acknowledge.sha256().equals(known.links().get(acknowledge.number()));
    return opens
        ? outgoing(
            known,
            acknowledge.number(),
            one ->
                received(
                    one,
                    new Receipt(
                        acknowledge.receivedAs(),
                        acknowledge.reference(),
                        null,
                        acknowledge.today())))
        : reject(RECEIPT_LINK_UNKNOWN);
  }

  private static Decision<FollowUpEvent> enter(EnterReceipt enter, FollowUps known) {
    return acts(enter.by(), enter.visit())
        ? outgoing(
            known,
            enter.number(),
            one ->
                received(
                    one,
                    new Receipt(
                        enter.receivedAs(),
                        enter.reference(),
                        enter.by().account(),
                        enter.today())))
        : reject(NOT_YOUR_VISIT);
  }

  private static Decision<FollowUpEvent> received(FollowUp one, Receipt receipt) {
    return ReasonText.isInWords(receipt.receivedAs())
        ? accept(
            new TransferAcknowledged(one.number(), receipt),
            new FollowUpClosed(one.number(), receipt.on()))
        : reject(REASON_UNFIT, "field", "receivedAs");
  }

  @Override
  public FollowUps evolve(FollowUps known, FollowUpEvent event) {
    return switch (event) {
      case FollowUpOpened(var of, var opened) -> known.and(of, opened);
      case FollowUpAlarmed(var number, var alarm) -> known.with(number, FollowUp::alarmed);
      case RecheckPlanned(var visit) -> known.and(visit);
      case RecheckStated(var number, var looked) -> known.seen(number, looked);
      case RectificationVerified(var number, var corrected, var by, var on) ->
          known.seen(number, confirmed(known.one(number).map(FollowUp::recheck).orElse(null), by));
      case ReceiptLinkIssued(var number, var sha256, var by) -> known.linked(number, sha256);
      case TransferAcknowledged(var number, var receipt) ->
          known.used(number).with(number, one -> one.with(receipt));
      case OrderLifted(var number, var reason, var on) ->
          known.with(number, one -> one.lifted(reason));
      case FollowUpClosed(var number, var on) -> known.with(number, one -> one.closed(on));
    };
  }

  private static Recheck confirmed(@Nullable Recheck stated, String by) {
    if (stated == null) {
      throw new IllegalStateException("a re-check is stated before it is confirmed");
    }
    return new Recheck(stated.corrected(), stated.note(), stated.by(), stated.on(), by);
  }
}
