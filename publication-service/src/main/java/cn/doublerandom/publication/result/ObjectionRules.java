package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_OBJECTION_WAITS;
import static cn.doublerandom.publication.PublicationRejection.OBJECTIONS_EXHAUSTED;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_CODE_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_EVIDENCE_FULL;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_WAITS;
import static cn.doublerandom.publication.PublicationRejection.PUBLICATION_ENDED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.Publication.Withdrawn;
import cn.doublerandom.publication.result.ResultCommand.AddObjectionEvidence;
import cn.doublerandom.publication.result.ResultCommand.CorrectForObjection;
import cn.doublerandom.publication.result.ResultCommand.IssueObjectionCode;
import cn.doublerandom.publication.result.ResultCommand.OfObjections;
import cn.doublerandom.publication.result.ResultCommand.RaiseObjection;
import cn.doublerandom.publication.result.ResultCommand.RejectObjection;
import cn.doublerandom.publication.result.ResultCommand.WithdrawForObjection;
import cn.doublerandom.publication.result.ResultEvent.ObjectionCodeIssued;
import cn.doublerandom.publication.result.ResultEvent.ObjectionEvidenceAdded;
import cn.doublerandom.publication.result.ResultEvent.ObjectionRaised;
import cn.doublerandom.publication.result.ResultEvent.RejectionAsked;
import java.util.Optional;

/**
 * 异议 (ADR 69, 110): raised by who has the code of the notice, decided by two who neither inspected,
 * nor recorded, nor published.
 *
 * <pre>
 * raised ──rejection, correction or withdrawal asked for by one──agreed to by another──▶ decided
 *                                                              └──declined──▶ as raised
 * </pre>
 */
final class ObjectionRules {
  private ObjectionRules() {}

  static Decision<ResultEvent> decide(OfObjections command, Publication publication) {
    return switch (publication) {
      case Published published -> decide(command, published);
      case Withdrawn(var was, var reason, var on) -> refused(command, was, RESULT_WITHDRAWN);
      case Publication.Ended ended -> refused(command, ended.was(), PUBLICATION_ENDED);
      case Publication.Unreceived unreceived -> notPublic(command);
      case Publication.NotHeld notHeld -> notPublic(command);
      case Publication.Settled settled -> notPublic(command);
      case Publication.Unrecorded unrecorded -> notPublic(command);
      case Publication.Received received -> notPublic(command);
    };
  }

  /** Who has no code of what is public learns no more than that. */
  private static Decision<ResultEvent> notPublic(OfObjections command) {
    return reject(code(command).isPresent() ? OBJECTION_CODE_UNKNOWN : RESULT_NOT_PUBLIC);
  }

  private static Decision<ResultEvent> refused(
      OfObjections command, Published was, Rejection otherwise) {
    return reject(
        code(command).filter(hash -> !was.objections().opensBy(hash)).isPresent()
            ? OBJECTION_CODE_UNKNOWN
            : otherwise);
  }

  /** By which it is asked; empty where an account asks. */
  private static Optional<String> code(OfObjections command) {
    return switch (command) {
      case RaiseObjection raise -> Optional.of(raise.codeHash());
      case AddObjectionEvidence add -> Optional.of(add.codeHash());
      case IssueObjectionCode issue -> Optional.empty();
      case RejectObjection reject -> Optional.empty();
      case CorrectForObjection correct -> Optional.empty();
      case WithdrawForObjection withdraw -> Optional.empty();
    };
  }

  private static Decision<ResultEvent> decide(OfObjections command, Published published) {
    return switch (command) {
      case IssueObjectionCode issue ->
          published.content().isOf(issue.unit())
              ? accept(new ObjectionCodeIssued(issue.codeHash(), issue.by(), issue.today()))
              : reject(NOT_YOUR_RESULT, "unit", published.content().unit());
      case RaiseObjection raise -> raise(raise, published.objections());
      case AddObjectionEvidence add -> add(add, published.objections());
      case RejectObjection(var reason, var by, var today) ->
          answer(published, by, open -> accept(new RejectionAsked(reason, by, today)));
      case CorrectForObjection correct ->
          answer(
              published,
              correct.by(),
              open -> ChangeRules.correction(correct.asked(published.content()), published));
      case WithdrawForObjection withdraw ->
          answer(
              published,
              withdraw.by(),
              open -> ChangeRules.withdrawal(withdraw.asked(published.content())));
    };
  }

  private static Decision<ResultEvent> raise(RaiseObjection raise, Objections known) {
    if (!known.opensBy(raise.codeHash())) {
      return reject(OBJECTION_CODE_UNKNOWN);
    } else if (known.open().isPresent()) {
      return reject(OBJECTION_WAITS);
    } else if (known.raised().size() >= Objections.MOST) {
      return reject(OBJECTIONS_EXHAUSTED);
    }
    return accept(
        new ObjectionRaised(
            known.raised().size() + 1,
            raise.statement(),
            raise.today(),
            raise.due().on(),
            raise.due().basis()));
  }

  private static Decision<ResultEvent> add(AddObjectionEvidence add, Objections known) {
    if (!known.opensBy(add.codeHash())) {
      return reject(OBJECTION_CODE_UNKNOWN);
    }
    Optional<Objection> open = known.open();
    if (open.isEmpty()) {
      return reject(NO_OBJECTION_WAITS);
    } else if (open.get().evidence().stream()
        .anyMatch(one -> one.sha256().equals(add.evidence().sha256()))) {
      return accept();
    } else if (open.get().evidence().size() >= Objections.MOST_EVIDENCE) {
      return reject(OBJECTION_EVIDENCE_FULL, "field", "file");
    }
    return accept(new ObjectionEvidenceAdded(open.get().number(), add.evidence(), add.today()));
  }

  /** What somebody makes of an open objection. */
  private interface Answering {
    Decision<ResultEvent> to(Objection open);
  }

  private static Decision<ResultEvent> answer(Published published, String by, Answering answering) {
    Optional<Objection> open = published.objections().open();
    if (open.isEmpty()) {
      return reject(NO_OBJECTION_WAITS);
    } else if (isConcerned(published, by)) {
      return reject(OBJECTION_BY_CONCERNED);
    } else if (published.asked() != null) {
      return reject(CHANGE_WAITS);
    }
    return answering.to(open.get());
  }

  /** Whoever inspected, recorded or published does not judge an objection to it. */
  static boolean isConcerned(Published published, String account) {
    return published.content().isOfTeam(account) || published.objections().isPublishedBy(account);
  }
}
