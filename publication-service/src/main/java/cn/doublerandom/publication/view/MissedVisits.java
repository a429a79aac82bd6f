package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.VisitNotice;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 逾期未检查: the visits that were not held, folded event by event. That a visit was not held is not
 * seen any more in the state of a result that came after all, so the states of a batch would tell
 * less than those of single events.
 */
final class MissedVisits {
  private final Documents<NotHeldRow, VisitNotice> rows;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  MissedVisits(
      Documents<NotHeldRow, VisitNotice> rows,
      CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.rows = rows;
    this.results = results;
  }

  /** What happened to one visit or its result. */
  private record Step(String visitId, ResultEvent event) {}

  /** Folds a batch into the rows, and what they count for into the figures. */
  Uni<Void> fold(List<LedgerEntry> entries, Views batch, Map<Integer, YearFigure> changes) {
    List<Step> steps =
        entries.stream()
            .map(LedgerEntry::event)
            .filter(event -> PublicationStreams.RESULT.has(event.stream()))
            .map(event ->
                new Step(PublicationStreams.RESULT.id(event.stream()), results.decode(event)))
            .toList();
    return rows.fetch(batch, steps.stream().map(Step::visitId).distinct().toList())
        .invoke(() -> steps.forEach(step -> fold(step, batch, changes)));
  }

  private void fold(Step step, Views batch, Map<Integer, YearFigure> changes) {
    Optional<VisitNotice> before = rows.get(batch, step.visitId());
    after(step.event(), before)
        .ifPresent(after -> {
          before.ifPresent(row -> YearFigure.tell(row, -1, changes));
          YearFigure.tell(after, 1, changes);
          rows.put(batch, step.visitId(), after);
        });
  }

  /** The row an event makes or changes; empty where it does neither. */
  private static Optional<VisitNotice> after(ResultEvent event, Optional<VisitNotice> before) {
    return switch (event) {
      case ResultEvent.VisitMissed(var visit) -> Optional.of(new VisitNotice(visit, null));
      case ResultEvent.VisitSettled(var outcome, var on) -> before.map(row -> row.settled(outcome));
      // From here on the result stands in the figures, or its lack does.
      case ResultEvent.ResultReceived received -> before.map(row -> row.settled("RECORDED"));
      case ResultEvent.ResultMissed missed -> before.map(row -> row.settled("RECORDED"));
      case ResultEvent.PublicationDeadlineMoved moved -> Optional.empty();
      case ResultEvent.ResultPublished published -> Optional.empty();
      case ResultEvent.TitlesFrozen e -> Optional.empty();
      case ResultEvent.OfDiscipline e -> Optional.empty();
      case ResultEvent.CorrectionAsked e -> Optional.empty();
      case ResultEvent.WithdrawalAsked e -> Optional.empty();
      case ResultEvent.RejectionAsked e -> Optional.empty();
      case ResultEvent.ChangeDeclined e -> Optional.empty();
      case ResultEvent.ChangeTakenBack e -> Optional.empty();
      case ResultEvent.ObjectionCodeIssued e -> Optional.empty();
      case ResultEvent.ObjectionRaised e -> Optional.empty();
      case ResultEvent.ObjectionEvidenceAdded e -> Optional.empty();
      case ResultEvent.ObjectionDecided e -> Optional.empty();
      case ResultEvent.ResultCorrected e -> Optional.empty();
      case ResultEvent.PublicationWithdrawn e -> Optional.empty();
      case ResultEvent.OfRepair e -> Optional.empty();
    };
  }
}
