package cn.doublerandom.draw.exclusion;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.EVIDENCE_MISSING;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSIONS_CHANGED;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_KNOWN;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_REQUEST_WAITS;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_UNKNOWN;
import static cn.doublerandom.draw.ExclusionRejection.SUBJECT_OUT_OF_SCOPE;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.draw.exclusion.ExclusionCommand.ApproveExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.CloseExclusions;
import cn.doublerandom.draw.exclusion.ExclusionCommand.RequestExclusion;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionApproved;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionRequested;
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
      case ExclusionsClosed(var drawId) -> list.closed(drawId);
    };
  }
}
