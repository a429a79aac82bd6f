package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.ChangeRejection.DISCIPLINE_OF_ANOTHER;
import static cn.doublerandom.publication.DisciplineRejection.DISCIPLINE_ENDED;
import static cn.doublerandom.publication.DisciplineRejection.DISCIPLINE_STANDS;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINES_FULL;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_AUTHORITIES_UNFIT;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_AUTHORITY_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_LINK_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_PERIOD_UNFIT;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_UNFOUNDED;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_DISCIPLINE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.PUBLICATION_ENDED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.Publication.Withdrawn;
import cn.doublerandom.publication.result.ResultCommand.AcknowledgeDiscipline;
import cn.doublerandom.publication.result.ResultCommand.ApproveDiscipline;
import cn.doublerandom.publication.result.ResultCommand.DeclineDiscipline;
import cn.doublerandom.publication.result.ResultCommand.EndDisciplines;
import cn.doublerandom.publication.result.ResultCommand.IssueDisciplineLink;
import cn.doublerandom.publication.result.ResultCommand.OfDiscipline;
import cn.doublerandom.publication.result.ResultCommand.ProposeDiscipline;
import cn.doublerandom.publication.result.ResultCommand.TakeBackDiscipline;
import cn.doublerandom.publication.result.ResultEvent.DisciplineAcknowledged;
import cn.doublerandom.publication.result.ResultEvent.DisciplineApproved;
import cn.doublerandom.publication.result.ResultEvent.DisciplineDeclined;
import cn.doublerandom.publication.result.ResultEvent.DisciplineEnded;
import cn.doublerandom.publication.result.ResultEvent.DisciplineEndingAcknowledged;
import cn.doublerandom.publication.result.ResultEvent.DisciplineFellAway;
import cn.doublerandom.publication.result.ResultEvent.DisciplineLinkIssued;
import cn.doublerandom.publication.result.ResultEvent.DisciplineProposed;
import cn.doublerandom.publication.result.ResultEvent.DisciplineTakenBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 联合惩戒 (R11, R45): the unit that inspected proposes, somebody who did not inspect agrees.
 *
 * <pre>
 * proposed ──agreed to by another──▶ told ──each receiver, once by its link──▶ what it did
 *   │ │                                └──its result falls──▶ ended ──each receiver, once──▶ what it did
 *   │ └──its result falls──▶ fallen away
 *   └──declined, or taken back by who proposed──▶ as if it had not been proposed
 * </pre>
 *
 * A result falls where it is withdrawn, or corrected so that nothing was found any more (ADR 106).
 */
final class DisciplineRules {
  /** What lasts longer is law, and no measure of an office. */
  private static final int MOST_YEARS = 10;

  private static final int LONGEST_NAME = 100;

  private DisciplineRules() {}

  static Decision<ResultEvent> decide(OfDiscipline command, Publication publication) {
    return switch (publication) {
      case Published published -> decide(command, published);
      case Withdrawn withdrawn -> afterwards(command, withdrawn.was(), RESULT_WITHDRAWN);
      case Publication.Ended ended -> afterwards(command, ended.was(), PUBLICATION_ENDED);
      case Publication.Unreceived unreceived -> refused(command, RESULT_NOT_PUBLIC);
      case Publication.NotHeld notHeld -> refused(command, RESULT_NOT_PUBLIC);
      case Publication.Settled settled -> refused(command, RESULT_NOT_PUBLIC);
      case Publication.Unrecorded unrecorded -> refused(command, RESULT_NOT_PUBLIC);
      case Publication.Received received -> refused(command, RESULT_NOT_PUBLIC);
    };
  }

  /** Who comes by a link learns no more than that it opens nothing. */
  private static Decision<ResultEvent> refused(OfDiscipline command, Rejection why) {
    return reject(command instanceof AcknowledgeDiscipline ? DISCIPLINE_LINK_UNKNOWN : why);
  }

  /** Where the result is public no more, what is left is to hear that the measures have ended. */
  private static Decision<ResultEvent> afterwards(
      OfDiscipline command, Published was, Rejection why) {
    return switch (command) {
      case IssueDisciplineLink issue when hasEnded(was, issue.number()) -> issue(issue, was);
      case AcknowledgeDiscipline said when hasEnded(was, said.number()) -> acknowledge(said, was);
      case IssueDisciplineLink issue -> refused(issue, why);
      case AcknowledgeDiscipline said -> refused(said, why);
      case ProposeDiscipline propose -> refused(propose, why);
      case ApproveDiscipline approve -> refused(approve, why);
      case DeclineDiscipline decline -> refused(decline, why);
      case TakeBackDiscipline back -> refused(back, why);
    };
  }

  private static boolean hasEnded(Published was, int number) {
    return was.disciplines().told(number).map(Discipline::ended).isPresent();
  }

  private static Decision<ResultEvent> decide(OfDiscipline command, Published published) {
    return switch (command) {
      case ProposeDiscipline propose -> propose(propose, published);
      case ApproveDiscipline(var by, var today) ->
          another(
              published,
              by,
              one ->
                  ResultCode.areFinding(published.content().codes())
                      ? accept(new DisciplineApproved(one.number(), by, today))
                      : reject(DISCIPLINE_UNFOUNDED));
      case DeclineDiscipline(var reason, var by, var today) ->
          another(
              published,
              by,
              one -> accept(new DisciplineDeclined(one.number(), reason, by, today)));
      case TakeBackDiscipline back -> takeBack(back, published);
      case IssueDisciplineLink issue -> issue(issue, published);
      case AcknowledgeDiscipline said -> acknowledge(said, published);
    };
  }

  private static Decision<ResultEvent> propose(ProposeDiscipline propose, Published published) {
    Disciplines known = published.disciplines();
    Discipline.Terms terms = propose.terms();
    if (!published.content().isOf(propose.unit())) {
      return reject(NOT_YOUR_RESULT, "unit", published.content().unit());
    } else if (!ResultCode.areFinding(published.content().codes())) {
      return reject(DISCIPLINE_UNFOUNDED);
    } else if (known.waiting().isPresent()) {
      return reject(DISCIPLINE_WAITS);
    } else if (known.all().size() >= Disciplines.MOST) {
      return reject(DISCIPLINES_FULL);
    } else if (!isPeriod(terms.from(), terms.to(), propose.today())) {
      return reject(DISCIPLINE_PERIOD_UNFIT, "field", "to");
    } else if (terms.authorities().isEmpty()
        || terms.authorities().size() > Disciplines.MOST_AUTHORITIES
        || terms.authorities().stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
      return reject(DISCIPLINE_AUTHORITIES_UNFIT, "field", "authorities");
    }
    return accept(
        new DisciplineProposed(known.all().size() + 1, terms, propose.by(), propose.today()));
  }

  /** It does not end before it begins, nor before today, and has an end. */
  private static boolean isPeriod(LocalDate from, LocalDate to, LocalDate today) {
    return !to.isBefore(from) && !to.isBefore(today) && !to.isAfter(from.plusYears(MOST_YEARS));
  }

  private static Decision<ResultEvent> issue(IssueDisciplineLink issue, Published published) {
    if (!published.content().isOf(issue.unit())) {
      return reject(NOT_YOUR_RESULT, "unit", published.content().unit());
    }
    boolean receives =
        published
            .disciplines()
            .told(issue.number())
            .filter(one -> one.terms().authorities().contains(issue.authority()))
            .filter(one ->
                one.stands()
                    ? !one.isDoneBy(issue.authority())
                    : one.leftToEnd().contains(issue.authority()))
            .isPresent();
    return receives
        ? accept(
            new DisciplineLinkIssued(
                issue.number(), issue.authority(), issue.codeHash(), issue.by(), issue.today()))
        : reject(DISCIPLINE_AUTHORITY_UNKNOWN, "field", "authority");
  }

  /** What was written of the measure is not taken for an answer to its end, nor the other way. */
  private static Decision<ResultEvent> acknowledge(AcknowledgeDiscipline said, Published was) {
    Disciplines known = was.disciplines();
    Optional<Disciplines.Receiver> receiver = known.opens(said.number(), said.codeHash());
    if (receiver.isEmpty()) {
      return reject(DISCIPLINE_LINK_UNKNOWN);
    } else if (hasEnded(was, said.number()) != said.ending()) {
      return reject(said.ending() ? DISCIPLINE_STANDS : DISCIPLINE_ENDED);
    }
    String authority = receiver.get().authority();
    return accept(
        said.ending()
            ? new DisciplineEndingAcknowledged(said.number(), authority, said.deed(), said.today())
            : new DisciplineAcknowledged(said.number(), authority, said.deed(), said.today()));
  }

  /** What fell before ends followed by themselves. */
  static Decision<ResultEvent> end(EndDisciplines end, Publication publication) {
    return new Decision.Accepted<>(
        publication instanceof Withdrawn(var was, var reason, var on)
            ? fallen(was.disciplines(), Discipline.Cause.WITHDRAWN, reason, end.today())
            : publication instanceof Published p && hasFallen(p)
                ? fallen(
                    p.disciplines(),
                    Discipline.Cause.CORRECTED,
                    p.former().getLast().reason(),
                    end.today())
                : List.of());
  }

  private static boolean hasFallen(Published published) {
    return !published.former().isEmpty() && !ResultCode.areFinding(published.content().codes());
  }

  /**
   * What follows for joint discipline where its result falls; nothing where none is told or waits.
   */
  static List<ResultEvent> fallen(
      Disciplines known, Discipline.Cause cause, String reason, LocalDate on) {
    return known.all().stream()
        .filter(one -> one.stands() || one.waits())
        .<ResultEvent>map(one ->
            one.stands()
                ? new DisciplineEnded(one.number(), cause, reason, on)
                : new DisciplineFellAway(one.number(), cause, reason, on))
        .toList();
  }

  static Publication evolve(Publication publication, ResultEvent.OfDiscipline event) {
    if (publication instanceof Withdrawn(var was, var reason, var on)) {
      return new Withdrawn(evolve(was, event), reason, on);
    } else if (publication instanceof Publication.Ended(var was, var ending, var reason)) {
      return new Publication.Ended(evolve(was, event), ending, reason);
    }
    return evolve((Published) publication, event);
  }

  private static Published evolve(Published published, ResultEvent.OfDiscipline event) {
    return published.disciplined(evolve(published.disciplines(), event));
  }

  private static Disciplines evolve(Disciplines known, ResultEvent.OfDiscipline event) {
    return switch (event) {
      case DisciplineProposed(int number, var terms, var by, var on) ->
          known.proposed(new Discipline(number, terms, by, on, null, null, List.of(), null));
      case DisciplineApproved(int number, var by, var on) ->
          known.changed(number, one -> one.decided(new Discipline.Decided(true, "", by, on)));
      case DisciplineDeclined(int number, var reason, var by, var on) ->
          known.changed(number, one -> one.decided(new Discipline.Decided(false, reason, by, on)));
      case DisciplineTakenBack(int number, var reason, var by, var on) ->
          known.changed(number, one -> one.takenBack(new Discipline.TakenBack(reason, by, on)));
      case DisciplineLinkIssued e ->
          known.linked(new Disciplines.Receiver(e.number(), e.authority()), e.codeHash());
      case DisciplineAcknowledged(int number, var authority, var deed, var on) ->
          known.answered(number, new Discipline.Deed(authority, deed, on));
      case DisciplineEnded(int number, var cause, var reason, var on) ->
          known.changed(number, one -> one.ended(cause, reason, on));
      case DisciplineFellAway(int number, var cause, var reason, var on) ->
          known.changed(number, one -> one.ended(cause, reason, on));
      case DisciplineEndingAcknowledged(int number, var authority, var deed, var on) ->
          known.lifted(number, new Discipline.Deed(authority, deed, on));
    };
  }

  private static Decision<ResultEvent> takeBack(TakeBackDiscipline back, Published published) {
    Discipline waiting = published.disciplines().waiting().orElse(null);
    if (waiting == null) {
      return reject(NO_DISCIPLINE_WAITS);
    } else if (!SecondPerson.isSame(waiting.by(), back.by())) {
      return reject(DISCIPLINE_OF_ANOTHER, "by", waiting.by());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(CHANGE_REASON_MISSING, "field", "reason");
    }
    return accept(
        new DisciplineTakenBack(waiting.number(), back.reason(), back.by(), back.today()));
  }

  /** What another person makes of what waits. */
  private interface Deciding {
    Decision<ResultEvent> on(Discipline waiting);
  }

  private static Decision<ResultEvent> another(Published published, String by, Deciding deciding) {
    Optional<Discipline> waiting = published.disciplines().waiting();
    if (waiting.isEmpty()) {
      return reject(NO_DISCIPLINE_WAITS);
    } else if (SecondPerson.isSame(waiting.get().by(), by)) {
      return reject(DISCIPLINE_BY_ONE_PERSON);
    } else if (published.content().isOfTeam(by)) {
      return reject(DISCIPLINE_BY_CONCERNED);
    }
    return deciding.on(waiting.get());
  }
}
