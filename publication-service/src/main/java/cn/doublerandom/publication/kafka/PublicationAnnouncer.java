package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.BulletinWithdrawn;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ObjectionDecided;
import cn.doublerandom.contracts.ObjectionRaised;
import cn.doublerandom.contracts.PublicationWithdrawn;
import cn.doublerandom.contracts.ResultCorrected;
import cn.doublerandom.contracts.ResultPublished;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.FormerResult;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the world of published results, and of what became of them. */
@ApplicationScoped
class PublicationAnnouncer implements Announcer {
  private static final String TOPIC = "publication.events.v1";
  private static final String RESULTS = "publication.results.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;

  @Inject
  PublicationAnnouncer(
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices) {
    this.results = results;
    this.notices = notices;
  }

  @Override
  public Announcer within(EventStore own) {
    return new PublicationAnnouncer(results.over(own), notices.over(own));
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    if (PublicationStreams.BULLETIN_NOTICE.has(event.stream())) {
      return bulletin(event).stream()
          .map(told -> Integration.announcement(TOPIC, event.stream(), told))
          .toList();
    } else if (!PublicationStreams.RESULT.has(event.stream())) {
      return List.of();
    }
    ResultEvent happened = results.decode(event);
    return Stream.concat(
            told(happened, event).stream()
                .map(told -> Integration.announcement(TOPIC, event.stream(), told)),
            notice(happened, event).stream())
        .toList();
  }

  /** That a bulletin holds no more; that it was published its own service has told. */
  private Optional<IntegrationEvent> bulletin(StoredEvent event) {
    return notices.glance(event) instanceof NoticeEvent.BulletinWithdrawn
        ? notices
            .stateAt(event.stream(), event.version())
            .await()
            .atMost(SQL_TIMEOUT)
            .flatMap(PublicationAnnouncer::withdrawn)
        : Optional.empty();
  }

  private static Optional<IntegrationEvent> withdrawn(Noted noted) {
    return noted instanceof BulletinNotice bulletin && bulletin.withdrawn() != null
        ? Optional.of(
            new BulletinWithdrawn(
                bulletin.bulletinId(),
                bulletin.year(),
                bulletin.issue(),
                bulletin.withdrawn().reason(),
                bulletin.withdrawn().on()))
        : Optional.empty();
  }

  /** What stands of the notice from here on, where the event changes it. */
  private Optional<Announcement> notice(ResultEvent happened, StoredEvent event) {
    return switch (happened) {
      case ResultEvent.ResultReceived e -> Optional.empty();
      case ResultEvent.ResultMissed e -> Optional.empty();
      case ResultEvent.VisitMissed e -> Optional.empty();
      case ResultEvent.VisitSettled e -> Optional.empty();
      case ResultEvent.PublicationDeadlineMoved e -> Optional.empty();
      case ResultEvent.DisciplineProposed e -> Optional.empty();
      case ResultEvent.DisciplineDeclined e -> Optional.empty();
      case ResultEvent.DisciplineTakenBack e -> Optional.empty();
      case ResultEvent.DisciplineLinkIssued e -> Optional.empty();
      case ResultEvent.DisciplineApproved e -> stands(event);
      case ResultEvent.DisciplineAcknowledged e -> stands(event);
      case ResultEvent.DisciplineFellAway e -> Optional.empty();
      // Where the publication holds no more, its key has no value, or the stub, already.
      case ResultEvent.DisciplineEnded e -> standsStill(event);
      case ResultEvent.DisciplineEndingAcknowledged e -> standsStill(event);
      case ResultEvent.CorrectionAsked e -> Optional.empty();
      case ResultEvent.WithdrawalAsked e -> Optional.empty();
      case ResultEvent.RejectionAsked e -> Optional.empty();
      case ResultEvent.ChangeDeclined e -> Optional.empty();
      case ResultEvent.ChangeTakenBack e -> Optional.empty();
      case ResultEvent.ObjectionCodeIssued e -> Optional.empty();
      case ResultEvent.ObjectionEvidenceAdded e -> Optional.empty();
      case ResultEvent.ObjectionRaised e -> stands(event);
      case ResultEvent.ObjectionDecided e -> stands(event);
      case ResultEvent.ResultPublished e -> stands(event);
      case ResultEvent.TitlesFrozen e -> stands(event);
      case ResultEvent.ResultCorrected e -> stands(event);
      case ResultEvent.PublicationEnded e -> stands(event);
      case ResultEvent.RepairAsked e -> Optional.empty();
      case ResultEvent.RepairProposed e -> Optional.empty();
      case ResultEvent.RepairRefused e -> Optional.empty();
      case ResultEvent.PublicationWithdrawn e ->
          Optional.of(
              new Announcement(
                  RESULTS,
                  PublicationStreams.RESULT.id(event.stream()),
                  IntegrationEvent.typeOf(PublicationWithdrawn.class),
                  ""));
    };
  }

  private Optional<Announcement> stands(StoredEvent event) {
    return ResultTelling.told(after(event))
        .map(told -> Integration.announcement(RESULTS, told.resultId(), told.value()));
  }

  private Optional<Announcement> standsStill(StoredEvent event) {
    return after(event) instanceof Publication.Published ? stands(event) : Optional.empty();
  }

  private Optional<IntegrationEvent> told(ResultEvent happened, StoredEvent event) {
    return switch (happened) {
      case ResultEvent.ResultReceived e -> Optional.empty();
      case ResultEvent.ResultMissed e -> Optional.empty();
      case ResultEvent.VisitMissed e -> Optional.empty();
      case ResultEvent.VisitSettled e -> Optional.empty();
      case ResultEvent.PublicationDeadlineMoved e -> Optional.empty();
      case ResultEvent.DisciplineProposed e -> Optional.empty();
      case ResultEvent.DisciplineDeclined e -> Optional.empty();
      case ResultEvent.DisciplineTakenBack e -> Optional.empty();
      case ResultEvent.DisciplineLinkIssued e -> Optional.empty();
      case ResultEvent.DisciplineApproved e ->
          Optional.of(DisciplineTelling.proposed(e, isPublic(after(event))));
      case ResultEvent.DisciplineAcknowledged e ->
          Optional.of(DisciplineTelling.acknowledged(e, isPublic(after(event))));
      case ResultEvent.DisciplineFellAway e -> Optional.empty();
      case ResultEvent.DisciplineEnded e ->
          Optional.of(DisciplineTelling.ended(e, wasPublic(after(event))));
      case ResultEvent.DisciplineEndingAcknowledged e ->
          Optional.of(DisciplineTelling.acknowledged(e, wasPublic(after(event))));
      case ResultEvent.CorrectionAsked e -> Optional.empty();
      case ResultEvent.WithdrawalAsked e -> Optional.empty();
      case ResultEvent.RejectionAsked e -> Optional.empty();
      case ResultEvent.ChangeDeclined e -> Optional.empty();
      case ResultEvent.ChangeTakenBack e -> Optional.empty();
      case ResultEvent.ObjectionCodeIssued e -> Optional.empty();
      case ResultEvent.ObjectionEvidenceAdded e -> Optional.empty();
      case ResultEvent.TitlesFrozen e -> Optional.empty();
      case ResultEvent.ObjectionRaised e -> Optional.of(raised(e, after(event)));
      case ResultEvent.ObjectionDecided e -> Optional.of(decided(e, after(event)));
      case ResultEvent.ResultPublished e -> Optional.of(published(after(event)));
      case ResultEvent.ResultCorrected e -> Optional.of(corrected(after(event)));
      case ResultEvent.PublicationWithdrawn e -> Optional.of(withdrawn(after(event)));
      case ResultEvent.PublicationEnded e -> Optional.of(ended(after(event)));
      case ResultEvent.RepairAsked e -> Optional.empty();
      case ResultEvent.RepairProposed e -> Optional.empty();
      case ResultEvent.RepairRefused e -> Optional.empty();
    };
  }

  private Publication after(StoredEvent event) {
    return results.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
  }

  private static Publication.Published isPublic(Publication publication) {
    if (publication instanceof Publication.Published published) {
      return published;
    }
    throw new IllegalStateException("a published result is not published");
  }

  /** The same of one that may hold no more. */
  private static Publication.Published wasPublic(Publication publication) {
    return switch (publication) {
      case Publication.Withdrawn withdrawn -> withdrawn.was();
      case Publication.Ended ended -> ended.was();
      default -> isPublic(publication);
    };
  }

  private static ResultPublished published(Publication publication) {
    Publication.Published p = isPublic(publication);
    ResultContent c = p.content();
    return new ResultPublished(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        p.subjectName(),
        c.codes(),
        c.finishedOn(),
        c.dueOn(),
        p.on(),
        p.onTime(),
        p.indexNumber());
  }

  private static ResultCorrected corrected(Publication publication) {
    Publication.Published p = isPublic(publication);
    ResultContent c = p.content();
    FormerResult before = p.former().getLast();
    return new ResultCorrected(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        p.subjectName(),
        p.former().size() + 1,
        c.codes(),
        before.codes(),
        before.reason(),
        before.until(),
        p.indexNumber(),
        c.findings().stream()
            .map(found -> new ResultCorrected.Item(found.itemCode(), found.codes()))
            .toList());
  }

  private static ObjectionRaised raised(ResultEvent.ObjectionRaised e, Publication publication) {
    ResultContent c = isPublic(publication).content();
    return new ObjectionRaised(
        c.resultId(), c.drawId(), c.subjectId(), e.number(), e.on(), e.dueOn());
  }

  private static ObjectionDecided decided(ResultEvent.ObjectionDecided e, Publication publication) {
    ResultContent c = isPublic(publication).content();
    return new ObjectionDecided(
        c.resultId(),
        c.drawId(),
        c.subjectId(),
        e.number(),
        e.outcome().name(),
        e.reason(),
        e.on());
  }

  private static IntegrationEvent ended(Publication publication) {
    if (publication instanceof Publication.Ended over) {
      return ResultTelling.stub(over);
    }
    throw new IllegalStateException("a publication that is over is not");
  }

  private static PublicationWithdrawn withdrawn(Publication publication) {
    if (!(publication instanceof Publication.Withdrawn(var was, var reason, var on))) {
      throw new IllegalStateException("a withdrawn publication is not withdrawn");
    }
    ResultContent c = was.content();
    return new PublicationWithdrawn(
        c.resultId(), c.drawId(), c.subjectId(), reason, on, was.indexNumber());
  }
}
