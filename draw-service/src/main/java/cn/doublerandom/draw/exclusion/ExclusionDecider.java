package cn.doublerandom.draw.exclusion;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.EVIDENCE_MISSING;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSIONS_CHANGED;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_KNOWN;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_OF_ANOTHER;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_REQUEST_WAITS;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_UNKNOWN;
import static cn.doublerandom.draw.ExclusionRejection.SUBJECT_OUT_OF_SCOPE;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.exclusion.ExclusionCommand.ApproveExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.CloseExclusions;
import cn.doublerandom.draw.exclusion.ExclusionCommand.DeclineExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.RequestExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.WithdrawExclusion;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionApproved;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionDeclined;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionRequested;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionWithdrawn;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionsClosed;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Optional;
import java.util.Set;

/** Nobody is spared by one hand, nor unseen. */
public final class ExclusionDecider
    implements Decider<ExclusionCommand, ExclusionEvent, ExclusionList> {
  @Override
  public ExclusionList initial() {
    return ExclusionList.EMPTY;
  }

  @Override
  public Decision<ExclusionEvent> decide(ExclusionCommand command, ExclusionList list) {
    return switch (command) {
      case RequestExclusion request -> request(request, list);
      case ApproveExclusion approve -> approve(approve, list);
      case WithdrawExclusion withdraw -> withdraw(withdraw, list);
      case DeclineExclusion decline -> decline(decline, list);
      case CloseExclusions close -> close(close, list);
    };
  }

  private static Decision<ExclusionEvent> request(RequestExclusion request, ExclusionList list) {
    HandExclusion wanted = request.exclusion();
    ExclusionList.Entry known = list.all().get(wanted.subject());
    if (!request.seen().isListed()) {
      return reject(SUBJECT_OUT_OF_SCOPE, "subject", wanted.subject());
    } else if (request.seen().isUnderWay() || list.closedBy().isPresent()) {
      return reject(DRAW_OPEN);
    } else if (!ReasonText.isInWords(wanted.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (!ReasonText.isInWords(wanted.evidence())) {
      return reject(EVIDENCE_MISSING, "field", "evidence");
    } else if (known != null && known.approvedBy().isPresent()) {
      return reject(EXCLUSION_KNOWN, "subject", wanted.subject());
    } else if (known != null && known.exclusion().equals(wanted)) {
      return accept();
    } else if (known != null) {
      return reject(EXCLUSION_REQUEST_WAITS, "subject", wanted.subject());
    }
    return accept(new ExclusionRequested(wanted, request.by()));
  }

  private static Decision<ExclusionEvent> approve(ApproveExclusion approve, ExclusionList list) {
    ExclusionList.Entry asked = list.all().get(approve.subject());
    if (approve.isUnderWay() || list.closedBy().isPresent()) {
      return reject(DRAW_OPEN);
    } else if (asked == null) {
      return reject(EXCLUSION_UNKNOWN, "subject", approve.subject());
    } else if (asked.approvedBy().isPresent()) {
      return accept();
    } else if (SecondPerson.isAmong(approve.by(), asked.touchedBy())) {
      return reject(APPROVAL_NEEDS_SECOND_PERSON);
    }
    return accept(new ExclusionApproved(asked.exclusion(), asked.by(), approve.by()));
  }

  /** Nobody is held by what was asked for: it is agreed to, taken back or not agreed to. */
  private static Decision<ExclusionEvent> withdraw(WithdrawExclusion back, ExclusionList list) {
    ExclusionList.Entry asked = list.all().get(back.subject());
    if (back.isUnderWay() || list.closedBy().isPresent()) {
      return reject(DRAW_OPEN);
    } else if (asked == null) {
      return reject(EXCLUSION_UNKNOWN, "subject", back.subject());
    } else if (asked.approvedBy().isPresent()) {
      return reject(EXCLUSION_KNOWN, "subject", back.subject());
    } else if (!SecondPerson.isSame(back.by(), asked.by())) {
      return reject(EXCLUSION_OF_ANOTHER, "subject", back.subject());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return accept(new ExclusionWithdrawn(asked.exclusion(), asked.by(), back.by(), back.reason()));
  }

  private static Decision<ExclusionEvent> decline(DeclineExclusion no, ExclusionList list) {
    ExclusionList.Entry asked = list.all().get(no.subject());
    if (no.isUnderWay() || list.closedBy().isPresent()) {
      return reject(DRAW_OPEN);
    } else if (asked == null) {
      return reject(EXCLUSION_UNKNOWN, "subject", no.subject());
    } else if (asked.approvedBy().isPresent()) {
      return reject(EXCLUSION_KNOWN, "subject", no.subject());
    } else if (SecondPerson.isAmong(no.by(), asked.touchedBy())) {
      return reject(APPROVAL_NEEDS_SECOND_PERSON);
    } else if (!ReasonText.isInWords(no.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    }
    return accept(new ExclusionDeclined(asked.exclusion(), asked.by(), no.by(), no.reason()));
  }

  /** What another agreed to while the frame was assembled is not lost: the frame is anew. */
  private static Decision<ExclusionEvent> close(CloseExclusions close, ExclusionList list) {
    return list.closedBy().isEmpty() && list.isOf(close.approved())
        ? accept(new ExclusionsClosed(close.drawId()))
        : reject(EXCLUSIONS_CHANGED);
  }

  @Override
  public ExclusionList evolve(ExclusionList list, ExclusionEvent event) {
    return switch (event) {
      case ExclusionRequested(var exclusion, var by) -> list.asked(exclusion, by);
      case ExclusionApproved(var exclusion, var by, var approvedBy) ->
          list.with(new ExclusionList.Entry(exclusion, by, Set.of(by), Optional.of(approvedBy)));
      case ExclusionWithdrawn(var exclusion, var requestedBy, var by, var reason) ->
          list.ended(exclusion.subject(), by, reason, true);
      case ExclusionDeclined(var exclusion, var requestedBy, var by, var reason) ->
          list.ended(exclusion.subject(), by, reason, false);
      case ExclusionsClosed(var drawId) -> list.closed(drawId);
    };
  }
}
