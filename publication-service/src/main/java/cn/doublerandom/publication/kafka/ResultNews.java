package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.DeadlineBreached;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.VisitNotHeld;
import cn.doublerandom.contracts.VisitSettled;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.MissingResult;
import cn.doublerandom.publication.result.MissingVisit;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.servicekit.messaging.Integration;
import java.util.Map;
import java.util.Optional;

/** What the inspections tell of results, recorded or missing, and of visits not held. */
final class ResultNews {
  private ResultNews() {}

  /**
   * The command that follows, with the stream it is for; empty where the news is of something else.
   */
  static Optional<Map.Entry<String, ResultCommand>> about(InboxRecord message) {
    return Integration.read(message, ResultRecorded.class)
        .<Map.Entry<String, ResultCommand>>map(e ->
            Map.entry(
                PublicationStreams.RESULT.of(e.resultId()),
                new ResultCommand.ReceiveResult(content(e))))
        .or(() ->
            Integration.read(message, DeadlineBreached.class)
                .map(e ->
                    Map.entry(
                        PublicationStreams.RESULT.of(e.resultId()),
                        new ResultCommand.NoteMissing(missing(e)))))
        .or(() ->
            Integration.read(message, VisitNotHeld.class)
                .map(e ->
                    Map.entry(
                        PublicationStreams.RESULT.of(e.visitId()),
                        new ResultCommand.NoteNotHeld(notHeld(e)))))
        .or(() ->
            Integration.read(message, VisitSettled.class)
                .map(e ->
                    Map.entry(
                        PublicationStreams.RESULT.of(e.visitId()),
                        new ResultCommand.NoteSettled(e.outcome(), e.settledOn()))));
  }

  private static MissingVisit notHeld(VisitNotHeld e) {
    return new MissingVisit(
        e.visitId(),
        e.drawId(),
        e.planId(),
        e.taskId(),
        e.subjectId(),
        e.windowTo(),
        e.begun(),
        e.inspectors().isEmpty() ? true : null);
  }

  private static MissingResult missing(DeadlineBreached e) {
    return new MissingResult(
        e.resultId(),
        e.drawId(),
        e.planId(),
        e.taskId(),
        e.subjectId(),
        e.finishedOn(),
        e.dueOn(),
        e.provisional());
  }

  private static ResultContent content(ResultRecorded e) {
    return new ResultContent(
        e.resultId(),
        e.drawId(),
        e.planId(),
        e.taskId(),
        e.subjectId(),
        e.unit(),
        e.finishedOn(),
        e.dueOn(),
        e.provisional(),
        e.codes(),
        e.findings().stream()
            .map(f -> new ResultContent.Finding(f.itemCode(), f.itemName(), f.codes()))
            .toList(),
        e.units(),
        e.recordedBy(),
        e.inspectors(),
        e.missingSignatures());
  }
}
