package cn.doublerandom.inspection.signals;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.visit.AmendmentEvent;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.ArrangementEvent;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.AssistanceEvent;
import cn.doublerandom.inspection.visit.EndingEvent;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.SigningEvent;
import cn.doublerandom.inspection.visit.VisitEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a trace grows with each event of its visit. */
public final class Traces {
  private Traces() {}

  /**
   * The trace after an event.
   *
   * @param before nothing where the visit was not assigned before
   * @param at when the event was recorded
   * @return nothing where no visit is assigned
   */
  public static Optional<VisitTrace> after(
      Optional<VisitTrace> before, VisitEvent event, Instant at) {
    if (event instanceof VisitEvent.VisitAssigned(var assignment)) {
      return Optional.of(of(assignment));
    }
    return before.map(trace -> after(trace, event, at));
  }

  private static VisitTrace of(Assignment task) {
    return new VisitTrace(
        task.visitId(),
        task.drawId(),
        task.planId(),
        task.taskId(),
        task.subjectId(),
        task.inspectors(),
        task.ofUnits(),
        task.items().stream()
            .map(item ->
                new VisitTrace.Item(
                    item.code(), item.name(), 1, item.name().length(), false, false, "", null))
            .toList(),
        List.of(),
        null,
        null,
        null,
        null,
        false,
        List.of(),
        Map.of(),
        0,
        0,
        null);
  }

  private static VisitTrace after(VisitTrace trace, VisitEvent event, Instant at) {
    return switch (event) {
      case VisitEvent.VisitAssigned(var assignment) -> of(assignment);
      case VisitEvent.ChecklistsFrozen(var lists) -> {
        VisitTrace asking = trace;
        for (var list : lists) {
          int length = list.questions().stream().mapToInt(one -> one.text().length()).sum();
          asking =
              asking.items(list.itemCode(), item -> item.asking(list.questions().size(), length));
        }
        yield asking;
      }
      case VisitEvent.PresenceConfirmed(var by, var on, var place) ->
          place == null ? trace : trace.with(new VisitTrace.Arrival(by, at, place));
      case VisitEvent.InspectionStarted started ->
          trace.times(at, null, null, trace.recordedOn(), false);
      case VisitEvent.TeamReassigned(var team, var units) ->
          trace.with(team, units == null ? List.of() : units);
      case VisitEvent.ItemChecked(var answer, var by, var pack) ->
          trace.answered(answer.itemCode(), ResultCode.areFinding(answer.codes()), noted(answer));
      case VisitEvent.EvidenceAdded(var evidence) ->
          trace.evidence(and(trace.evidence(), evidence.sha256()), and(trace.looks(), evidence));
      case VisitEvent.EvidenceWithdrawn(var sha256, var by, var reason, var when) ->
          trace.evidence(
              trace.evidence().stream().filter(one -> !one.equals(sha256)).toList(), trace.looks());
      // However long another took to agree.
      case EndingEvent.EndAsked asked ->
          trace.times(trace.startedAt(), at, null, trace.recordedOn(), false);
      case EndingEvent.EndAgreed agreed -> trace;
      case VisitEvent.InspectionFinished finished -> {
        Instant asked = trace.finishedAt();
        yield trace.times(
            trace.startedAt(),
            asked == null ? at : asked,
            finished.on(),
            trace.recordedOn(),
            false);
      }
      case VisitEvent.ResultRecorded recorded ->
          trace.times(
              trace.startedAt(),
              trace.finishedAt(),
              trace.finishedOn(),
              recorded.on(),
              recorded.settles());
      case VisitEvent.ResultReviewed reviewed ->
          trace.times(
              trace.startedAt(), trace.finishedAt(), trace.finishedOn(), trace.recordedOn(), true);
      case VisitEvent.ResultReturned returned -> trace.returned();
      case AmendmentEvent.ResultCorrected corrected -> trace.corrected(corrected);
      case AmendmentEvent.PublicationWithdrawn withdrawn -> trace.gone();
      case VisitEvent.ChangeRefused refused -> trace;
      case VisitEvent.ChangeTaken taken -> trace;
      case AssistanceEvent beside -> trace;
      case SigningEvent signing -> trace;
      case VisitEvent.MemberRecused recused -> trace;
      case VisitEvent.MemberKept kept -> trace;
      case VisitEvent.VisitCancelled cancelled -> trace;
      case VisitEvent.VisitNotHeld notHeld -> trace;
      case VisitEvent.StatementTaken statement -> trace;
      case VisitEvent.SubjectSigned signed -> trace;
      case VisitEvent.OfficerSigned signed -> trace;
      case VisitEvent.SignaturesVoided voided -> trace;
      case VisitEvent.DeadlineMoved moved -> trace;
      case VisitEvent.DeadlineApproached approached -> trace;
      case VisitEvent.DeadlineBreached breached -> trace;
      case VisitEvent.ReviewGiven given -> trace;
      case VisitEvent.ResultHeld held -> trace;
      case VisitEvent.HoldLifted lifted -> trace;
      case ArrangementEvent arranged -> trace;
    };
  }

  private static List<String> and(List<String> before, String sha256) {
    List<String> all = new ArrayList<>(before);
    if (!all.contains(sha256)) {
      all.add(sha256);
    }
    return all;
  }

  private static Map<String, String> and(Map<String, String> before, Evidence evidence) {
    String look = evidence.perceptualHash();
    if (look == null) {
      return before;
    }
    Map<String, String> all = new HashMap<>(before);
    all.put(evidence.sha256(), look);
    return all;
  }

  /** What was written in words: the note, and replies longer than a choice. */
  private static String noted(Answer answer) {
    StringBuilder text = new StringBuilder(answer.note());
    answer.replied().stream().map(Reply::value).filter(Traces::isText).forEach(text::append);
    return text.toString();
  }

  private static boolean isText(@Nullable String value) {
    return value != null && value.codePointCount(0, value.length()) > 10;
  }
}
