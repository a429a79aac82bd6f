package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.PUBLICATION_ENDED;
import static cn.doublerandom.publication.PublicationRejection.RECORDER_PUBLISHES;
import static cn.doublerandom.publication.PublicationRejection.RESULT_ALREADY_PUBLISHED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_RECORDED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;

import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.publication.result.Publication.Ended;
import cn.doublerandom.publication.result.Publication.NotHeld;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.Publication.Received;
import cn.doublerandom.publication.result.Publication.Settled;
import cn.doublerandom.publication.result.Publication.Unreceived;
import cn.doublerandom.publication.result.Publication.Unrecorded;
import cn.doublerandom.publication.result.Publication.Withdrawn;
import cn.doublerandom.publication.result.ResultCommand.ApproveChange;
import cn.doublerandom.publication.result.ResultCommand.AskCorrection;
import cn.doublerandom.publication.result.ResultCommand.AskWithdrawal;
import cn.doublerandom.publication.result.ResultCommand.DeclineChange;
import cn.doublerandom.publication.result.ResultCommand.EndDisciplines;
import cn.doublerandom.publication.result.ResultCommand.FreezeTitles;
import cn.doublerandom.publication.result.ResultCommand.MoveDeadline;
import cn.doublerandom.publication.result.ResultCommand.NoteMissing;
import cn.doublerandom.publication.result.ResultCommand.NoteNotHeld;
import cn.doublerandom.publication.result.ResultCommand.NoteSettled;
import cn.doublerandom.publication.result.ResultCommand.OfDiscipline;
import cn.doublerandom.publication.result.ResultCommand.OfObjections;
import cn.doublerandom.publication.result.ResultCommand.OfRepair;
import cn.doublerandom.publication.result.ResultCommand.PublishResult;
import cn.doublerandom.publication.result.ResultCommand.ReceiveResult;
import cn.doublerandom.publication.result.ResultEvent.ChangeDeclined;
import cn.doublerandom.publication.result.ResultEvent.CorrectionAsked;
import cn.doublerandom.publication.result.ResultEvent.ObjectionCodeIssued;
import cn.doublerandom.publication.result.ResultEvent.ObjectionDecided;
import cn.doublerandom.publication.result.ResultEvent.ObjectionEvidenceAdded;
import cn.doublerandom.publication.result.ResultEvent.ObjectionRaised;
import cn.doublerandom.publication.result.ResultEvent.PublicationDeadlineMoved;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.RejectionAsked;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.ResultMissed;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import cn.doublerandom.publication.result.ResultEvent.TitlesFrozen;
import cn.doublerandom.publication.result.ResultEvent.VisitMissed;
import cn.doublerandom.publication.result.ResultEvent.VisitSettled;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 谁检查、谁录入、谁公示, 20个工作日 (二(四), R9, R39, R40). */
public final class ResultDecider implements Decider<ResultCommand, ResultEvent, Publication> {
  @Override
  public Publication initial() {
    return new Unreceived();
  }

  @Override
  public Decision<ResultEvent> decide(ResultCommand command, Publication publication) {
    return switch (command) {
      case ReceiveResult(var content) ->
          switch (publication) {
            case Unreceived() -> accept(new ResultReceived(content));
            case NotHeld notHeld -> accept(new ResultReceived(content));
            case Settled settled -> accept(new ResultReceived(content));
            case Unrecorded unrecorded -> accept(new ResultReceived(content));
            case Received received -> accept();
            case Published published -> accept();
            case Withdrawn withdrawn -> accept();
            case Ended ended -> accept();
          };
      case NoteMissing(var missing) ->
          switch (publication) {
            case Unreceived() -> accept(new ResultMissed(missing));
            case NotHeld notHeld -> accept(new ResultMissed(missing));
            case Settled settled -> accept(new ResultMissed(missing));
            case Unrecorded unrecorded -> accept();
            case Received received -> accept();
            case Published published -> accept();
            case Withdrawn withdrawn -> accept();
            case Ended ended -> accept();
          };
      case NoteNotHeld(var visit) ->
          switch (publication) {
            case Unreceived() -> accept(new VisitMissed(visit));
            // The round that had found its team was voided: it is owed once more.
            case Settled settled when settled.fellAway() -> accept(new VisitMissed(visit));
            case Settled settled -> accept();
            case NotHeld notHeld -> accept();
            case Unrecorded unrecorded -> accept();
            case Received received -> accept();
            case Published published -> accept();
            case Withdrawn withdrawn -> accept();
            case Ended ended -> accept();
          };
      case NoteSettled(var outcome, var on) ->
          publication instanceof NotHeld ? accept(new VisitSettled(outcome, on)) : accept();
      case MoveDeadline(var due) -> move(due, publication);
      case PublishResult publish ->
          switch (publication) {
            case Unreceived() -> reject(RESULT_UNKNOWN);
            case NotHeld notHeld -> reject(RESULT_NOT_RECORDED);
            case Settled settled -> reject(RESULT_NOT_RECORDED);
            case Unrecorded unrecorded -> reject(RESULT_NOT_RECORDED);
            case Published published -> reject(RESULT_ALREADY_PUBLISHED);
            case Withdrawn withdrawn -> reject(RESULT_WITHDRAWN);
            case Ended ended -> reject(PUBLICATION_ENDED);
            case Received(var content, var windowTo) when !content.isOf(publish.unit()) ->
                reject(NOT_YOUR_RESULT, "unit", content.unit());
            case Received(var content, var windowTo) when content.isRecordedBy(publish.by()) ->
                reject(RECORDER_PUBLISHES);
            case Received received -> accept(published(received, publish));
          };
      case FreezeTitles(var titles) ->
          publication instanceof Published published && published.titles() == null
              ? accept(new TitlesFrozen(titles))
              : accept();
      case AskCorrection ask -> ofPublic(publication, p -> ChangeRules.ask(ask, p));
      case AskWithdrawal ask -> ofPublic(publication, p -> ChangeRules.ask(ask, p));
      case ApproveChange approve -> ofPublic(publication, p -> ChangeRules.approve(approve, p));
      case DeclineChange decline -> ofPublic(publication, p -> ChangeRules.decline(decline, p));
      case ResultCommand.TakeBackChange back ->
          ofPublic(publication, p -> ChangeRules.takeBack(back, p));
      case OfDiscipline ask -> DisciplineRules.decide(ask, publication);
      case EndDisciplines end -> DisciplineRules.end(end, publication);
      case OfObjections ask -> ObjectionRules.decide(ask, publication);
      case OfRepair ask -> RepairRules.decide(ask, publication);
    };
  }

  private static Decision<ResultEvent> ofPublic(
      Publication publication, Function<Published, Decision<ResultEvent>> rule) {
    return switch (publication) {
      case Unreceived() -> reject(RESULT_UNKNOWN);
      case NotHeld notHeld -> reject(RESULT_NOT_PUBLIC);
      case Settled settled -> reject(RESULT_NOT_PUBLIC);
      case Unrecorded unrecorded -> reject(RESULT_NOT_PUBLIC);
      case Received received -> reject(RESULT_NOT_PUBLIC);
      case Published published -> rule.apply(published);
      case Withdrawn withdrawn -> reject(RESULT_WITHDRAWN);
      case Ended ended -> reject(PUBLICATION_ENDED);
    };
  }

  private static ResultPublished published(Received received, PublishResult publish) {
    Published made =
        received.publishedAs(
            publish.subjectName(), publish.today(), publish.issuer(), publish.term());
    return new ResultPublished(
        made.subjectName(),
        made.on(),
        made.onTime(),
        made.indexNumber(),
        publish.by(),
        publish.titles(),
        publish.term());
  }

  /** Only an open deadline moves: what is public was public in time or not. */
  private static Decision<ResultEvent> move(Due due, Publication publication) {
    return switch (publication) {
      case Unreceived() -> accept();
      case NotHeld notHeld -> accept();
      case Settled settled -> accept();
      case Published published -> accept();
      case Withdrawn withdrawn -> accept();
      case Ended ended -> accept();
      case Unrecorded(var missing, var windowTo)
          when missing.dueOn().equals(due.on()) && missing.provisional() == due.provisional() ->
          accept();
      case Unrecorded unrecorded ->
          accept(new PublicationDeadlineMoved(due.on(), due.provisional(), due.basis()));
      case Received(var content, var windowTo)
          when content.dueOn().equals(due.on()) && content.provisional() == due.provisional() ->
          accept();
      case Received received ->
          accept(new PublicationDeadlineMoved(due.on(), due.provisional(), due.basis()));
    };
  }

  @Override
  public Publication evolve(Publication publication, ResultEvent event) {
    return switch (event) {
      case ResultReceived(var content) -> new Received(content, windowTo(publication));
      case ResultMissed(var missing) -> new Unrecorded(missing, windowTo(publication));
      case VisitMissed(var visit) -> new NotHeld(visit);
      case VisitSettled(var outcome, var on) ->
          new Settled(((NotHeld) publication).visit(), outcome);
      case PublicationDeadlineMoved(var dueOn, var provisional, var basis) ->
          publication instanceof Unrecorded(var missing, var windowTo)
              ? new Unrecorded(missing.due(dueOn, provisional), windowTo)
              : new Received(
                  ((Received) publication).content().due(dueOn, provisional),
                  windowTo(publication));
      case ResultPublished p ->
          new Published(
              ((Received) publication).content(),
              p.subjectName(),
              p.on(),
              p.onTime(),
              p.indexNumber(),
              windowTo(publication),
              List.of(),
              p.titles(),
              Proceedings.ofNew(p.by(), p.term()));
      case TitlesFrozen(var titles) -> ((Published) publication).titled(titles);
      case CorrectionAsked e ->
          ((Published) publication)
              .asking(
                  new AskedChange.Correction(
                      e.itemCode(), e.findings(), e.codes(), e.reason(), e.by(), e.on()));
      case WithdrawalAsked(var reason, var by, var on) ->
          ((Published) publication).asking(new AskedChange.Withdrawal(reason, by, on));
      case RejectionAsked(var reason, var by, var on) ->
          ((Published) publication).asking(new AskedChange.Rejection(reason, by, on));
      case ChangeDeclined declined -> ((Published) publication).asking(null);
      case ResultEvent.ChangeTakenBack back -> ((Published) publication).asking(null);
      case ResultCorrected corrected -> ((Published) publication).corrected(corrected);
      case ObjectionCodeIssued(var hash, var by, var on) ->
          objected(publication, known -> known.by(hash));
      case ObjectionRaised e ->
          objected(publication, known -> known.raise(e.statement(), e.on(), e.dueOn()));
      case ObjectionEvidenceAdded(int number, var evidence, var on) ->
          objected(publication, known -> known.with(number, evidence));
      case ObjectionDecided e ->
          objected(
              ((Published) publication).asking(null),
              known ->
                  known.answered(
                      e.number(),
                      new Objection.Answer(
                          e.outcome(),
                          e.reason(),
                          e.by(),
                          e.on(),
                          ((Published) publication).former().size() + 1)));
      case ResultEvent.OfDiscipline e -> DisciplineRules.evolve(publication, e);
      case ResultEvent.OfRepair e -> RepairRules.evolve((Published) publication, e);
      case PublicationWithdrawn(var reason, var askedBy, var approvedBy, var on) ->
          new Withdrawn(((Published) publication).asking(null), reason, on);
    };
  }

  private static Publication objected(Publication publication, UnaryOperator<Objections> change) {
    Published published = (Published) publication;
    return published.objected(change.apply(published.objections()));
  }

  /** What came after its window stays late, whatever becomes of it. */
  private static @Nullable LocalDate windowTo(Publication publication) {
    return switch (publication) {
      case Unreceived() -> null;
      case NotHeld(var visit) -> visit.windowTo();
      case Settled(var visit, var outcome) -> visit.windowTo();
      case Unrecorded(var missing, var windowTo) -> windowTo;
      case Received(var content, var windowTo) -> windowTo;
      case Published published -> published.windowTo();
      case Withdrawn withdrawn -> withdrawn.was().windowTo();
      case Ended ended -> ended.was().windowTo();
    };
  }
}
