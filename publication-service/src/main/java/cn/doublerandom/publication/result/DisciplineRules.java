package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
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

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.Publication.Withdrawn;
import cn.doublerandom.publication.result.ResultCommand.AcknowledgeDiscipline;
import cn.doublerandom.publication.result.ResultCommand.ApproveDiscipline;
import cn.doublerandom.publication.result.ResultCommand.DeclineDiscipline;
import cn.doublerandom.publication.result.ResultCommand.IssueDisciplineLink;
import cn.doublerandom.publication.result.ResultCommand.OfDiscipline;
import cn.doublerandom.publication.result.ResultCommand.ProposeDiscipline;
import cn.doublerandom.publication.result.ResultEvent.DisciplineAcknowledged;
import cn.doublerandom.publication.result.ResultEvent.DisciplineApproved;
import cn.doublerandom.publication.result.ResultEvent.DisciplineDeclined;
import cn.doublerandom.publication.result.ResultEvent.DisciplineLinkIssued;
import cn.doublerandom.publication.result.ResultEvent.DisciplineProposed;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 联合惩戒 (R11, R45): the unit that inspected proposes, somebody who did not inspect agrees.
 *
 * <pre>
 * proposed ──agreed to by another──▶ told ──each receiver, once by its link──▶ what it did
 *   └──declined──▶ as if it had not been proposed
 * </pre>
 */
final class DisciplineRules {
  /** What lasts longer is law, and no measure of an office. */
  private static final int MOST_YEARS = 10;

  private static final int LONGEST_NAME = 100;

  private DisciplineRules() {}

  static Decision<ResultEvent> decide(OfDiscipline command, Publication publication) {
    return switch (publication) {
      case Published published -> decide(command, published);
      case Withdrawn withdrawn -> refused(command, RESULT_WITHDRAWN);
      case Publication.Ended ended -> refused(command, PUBLICATION_ENDED);
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

  private static Decision<ResultEvent> decide(OfDiscipline command, Published published) {
    return switch (command) {
      case ProposeDiscipline propose -> propose(propose, published);
      case ApproveDiscipline(var by, var today) ->
          another(published, by, one -> accept(new DisciplineApproved(one.number(), by, today)));
      case DeclineDiscipline(var reason, var by, var today) ->
          another(
              published,
              by,
              one -> accept(new DisciplineDeclined(one.number(), reason, by, today)));
      case IssueDisciplineLink issue -> issue(issue, published);
      case AcknowledgeDiscipline acknowledge ->
          published
              .disciplines()
              .opens(acknowledge.number(), acknowledge.codeHash())
              .<Decision<ResultEvent>>map(receiver ->
                  accept(
                      new DisciplineAcknowledged(
                          receiver.number(),
                          receiver.authority(),
                          acknowledge.deed(),
                          acknowledge.today())))
              .orElseGet(() -> reject(DISCIPLINE_LINK_UNKNOWN));
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
            .standing(issue.number())
            .filter(one -> one.terms().authorities().contains(issue.authority()))
            .filter(one -> !one.isDoneBy(issue.authority()))
            .isPresent();
    return receives
        ? accept(
            new DisciplineLinkIssued(
                issue.number(), issue.authority(), issue.codeHash(), issue.by(), issue.today()))
        : reject(DISCIPLINE_AUTHORITY_UNKNOWN, "field", "authority");
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
