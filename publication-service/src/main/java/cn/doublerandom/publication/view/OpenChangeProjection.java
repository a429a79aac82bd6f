package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Keeps which notice changed when, as far as its page shows it: what stays inside is no change. */
@ApplicationScoped
class OpenChangeProjection implements Projection {
  private final OpenView views;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;

  @Inject
  OpenChangeProjection(
      OpenView views,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices) {
    this.views = views;
    this.results = results;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "open_changes";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(views.changes.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    entries.forEach(
        entry -> change(entry).ifPresent(change -> views.changes.put(batch, change.key(), change)));
    return Uni.createFrom().voidItem();
  }

  private Optional<OpenChange> change(LedgerEntry entry) {
    StoredEvent event = entry.event();
    String stream = event.stream();
    if (PublicationStreams.RESULT.has(stream)) {
      return isSeen(results.decode(event))
          ? Optional.of(change(entry, OpenChange.Kind.RESULT, PublicationStreams.RESULT.id(stream)))
          : Optional.empty();
    } else if (PublicationStreams.DRAW_NOTICE.has(stream)) {
      return Optional.of(
          change(entry, OpenChange.Kind.DRAW, PublicationStreams.DRAW_NOTICE.id(stream)));
    } else if (PublicationStreams.PLAN_NOTICE.has(stream)) {
      return Optional.of(
          change(entry, OpenChange.Kind.PLAN, PublicationStreams.PLAN_NOTICE.id(stream)));
    } else if (PublicationStreams.PROGRAMME_NOTICE.has(stream)) {
      return Optional.of(
          change(entry, OpenChange.Kind.PROGRAMME, PublicationStreams.PROGRAMME_NOTICE.id(stream)));
    } else if (PublicationStreams.BULLETIN_NOTICE.has(stream)) {
      return notices.glance(event) instanceof NoticeEvent.Unseen
          ? Optional.empty()
          : Optional.of(
              change(
                  entry, OpenChange.Kind.BULLETIN, PublicationStreams.BULLETIN_NOTICE.id(stream)));
    }
    return Optional.empty();
  }

  private static OpenChange change(LedgerEntry entry, OpenChange.Kind kind, String id) {
    return new OpenChange(entry.seq(), kind, id, Metadata.of(entry.event()).recordedAt());
  }

  /** Whether everybody sees what happened. */
  private static boolean isSeen(ResultEvent event) {
    return switch (event) {
      case ResultEvent.ResultPublished e -> true;
      case ResultEvent.ResultCorrected e -> true;
      case ResultEvent.PublicationWithdrawn e -> true;
      case ResultEvent.ObjectionRaised e -> true;
      case ResultEvent.ObjectionDecided e -> true;
      case ResultEvent.DisciplineApproved e -> true;
      case ResultEvent.DisciplineAcknowledged e -> true;
      case ResultEvent.DisciplineEnded e -> true;
      case ResultEvent.DisciplineEndingAcknowledged e -> true;
      case ResultEvent.DisciplineFellAway e -> false;
      case ResultEvent.PublicationEnded e -> true;
      case ResultEvent.RepairAsked e -> false;
      case ResultEvent.RepairProposed e -> false;
      case ResultEvent.RepairRefused e -> false;
      case ResultEvent.DisciplineProposed e -> false;
      case ResultEvent.DisciplineDeclined e -> false;
      case ResultEvent.DisciplineTakenBack e -> false;
      case ResultEvent.DisciplineLinkIssued e -> false;
      case ResultEvent.TitlesFrozen e -> false;
      case ResultEvent.ResultReceived e -> false;
      case ResultEvent.ResultMissed e -> false;
      case ResultEvent.VisitMissed e -> false;
      case ResultEvent.VisitSettled e -> false;
      case ResultEvent.PublicationDeadlineMoved e -> false;
      case ResultEvent.CorrectionAsked e -> false;
      case ResultEvent.WithdrawalAsked e -> false;
      case ResultEvent.RejectionAsked e -> false;
      case ResultEvent.ChangeDeclined e -> false;
      case ResultEvent.ChangeTakenBack e -> false;
      case ResultEvent.ObjectionCodeIssued e -> false;
      case ResultEvent.ObjectionEvidenceAdded e -> false;
    };
  }
}
