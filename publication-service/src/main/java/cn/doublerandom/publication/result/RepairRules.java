package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOTHING_TO_REPAIR;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NO_REPAIR_WAITS;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_CODE_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.PUBLICATION_ENDED;
import static cn.doublerandom.publication.PublicationRejection.REPAIRS_EXHAUSTED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_AFTER_OBJECTION;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_NOT_PROVIDED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_TOO_EARLY;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_WAITS;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.result.Publication.Ended;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.Publication.Withdrawn;
import cn.doublerandom.publication.result.ResultCommand.AskRepair;
import cn.doublerandom.publication.result.ResultCommand.EndPublication;
import cn.doublerandom.publication.result.ResultCommand.GrantRepair;
import cn.doublerandom.publication.result.ResultCommand.OfRepair;
import cn.doublerandom.publication.result.ResultCommand.ProposeRepair;
import cn.doublerandom.publication.result.ResultCommand.RefuseRepair;
import cn.doublerandom.publication.result.ResultEvent.PublicationEnded;
import cn.doublerandom.publication.result.ResultEvent.RepairAsked;
import cn.doublerandom.publication.result.ResultEvent.RepairProposed;
import cn.doublerandom.publication.result.ResultEvent.RepairRefused;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 公示期和信用修复 (ADR 74): asked for by who has the code of the notice, granted by two people none of
 * whom inspected, recorded or published.
 *
 * <pre>
 * Published ──its last day has passed──▶ Ended (公示期满)
 *   └──asked for──refused by one──▶ Published, may be asked for again
 *         └──proposed by one──agreed to by another──▶ Ended (已修复)
 *                     └──declined──▶ as asked for
 * </pre>
 */
final class RepairRules {
  private RepairRules() {}

  static Decision<ResultEvent> decide(OfRepair command, Publication publication) {
    return switch (publication) {
      case Published published -> decide(command, published);
      case Withdrawn(var was, var reason, var on) -> refused(command, was, RESULT_WITHDRAWN);
      case Ended ended -> refused(command, ended.was(), PUBLICATION_ENDED);
      case Publication.Unreceived unreceived -> notPublic(command);
      case Publication.NotHeld notHeld -> notPublic(command);
      case Publication.Settled settled -> notPublic(command);
      case Publication.Unrecorded unrecorded -> notPublic(command);
      case Publication.Received received -> notPublic(command);
    };
  }

  /** Who has no code of what is public learns no more than that. */
  private static Decision<ResultEvent> notPublic(OfRepair command) {
    return switch (command) {
      case AskRepair ask -> reject(OBJECTION_CODE_UNKNOWN);
      case EndPublication end -> accept();
      case ProposeRepair propose -> reject(RESULT_NOT_PUBLIC);
      case RefuseRepair refuse -> reject(RESULT_NOT_PUBLIC);
      case GrantRepair grant -> reject(RESULT_NOT_PUBLIC);
    };
  }

  private static Decision<ResultEvent> refused(
      OfRepair command, Published was, Rejection otherwise) {
    return switch (command) {
      case AskRepair ask when !was.objections().opensBy(ask.codeHash()) ->
          reject(OBJECTION_CODE_UNKNOWN);
      case AskRepair ask -> reject(otherwise);
      case EndPublication end -> accept();
      case ProposeRepair propose -> reject(otherwise);
      case RefuseRepair refuse -> reject(otherwise);
      case GrantRepair grant -> reject(otherwise);
    };
  }

  private static Decision<ResultEvent> decide(OfRepair command, Published published) {
    return switch (command) {
      case AskRepair ask ->
          published.objections().opensBy(ask.codeHash())
              ? ask(ask, published)
              : reject(OBJECTION_CODE_UNKNOWN);
      case ProposeRepair propose ->
          answer(
              published,
              propose.by(),
              open ->
                  published.objections().open().isPresent()
                      ? reject(REPAIR_AFTER_OBJECTION)
                      : accept(
                          new RepairProposed(
                              open.number(), propose.reason(), propose.by(), propose.today())));
      case RefuseRepair(var reason, var by, var today) ->
          answer(
              published, by, open -> accept(new RepairRefused(open.number(), reason, by, today)));
      case GrantRepair grant -> grant(grant, published);
      case EndPublication(var hash, var today) ->
          isOver(published, today)
              ? accept(
                  new PublicationEnded(Ending.Cause.PERIOD_OVER, hash, null, null, null, today))
              : accept();
    };
  }

  /** Why a repair cannot be asked for on a day, whoever asks; empty where it can. */
  static Optional<Rejection> whyNotAsk(Published published, LocalDate today) {
    PublicTerm term = published.repairs().term();
    if (!ResultCode.areFinding(published.content().codes())) {
      return Optional.of(NOTHING_TO_REPAIR);
    } else if (term == null || term.repairFrom() == null) {
      return Optional.of(REPAIR_NOT_PROVIDED);
    } else if (published.repairs().waiting().isPresent()) {
      return Optional.of(REPAIR_WAITS);
    } else if (today.isBefore(term.repairFrom())) {
      return Optional.of(REPAIR_TOO_EARLY);
    } else if (published.repairs().asked().size() >= Repairs.MOST) {
      return Optional.of(REPAIRS_EXHAUSTED);
    }
    return Optional.empty();
  }

  private static Decision<ResultEvent> ask(AskRepair ask, Published published) {
    return whyNotAsk(published, ask.today())
        .<Decision<ResultEvent>>map(why -> reject(why))
        .orElseGet(() ->
            accept(
                new RepairAsked(
                    published.repairs().asked().size() + 1, ask.statement(), ask.today())));
  }

  /** What somebody makes of a repair that waits. */
  private interface Answering {
    Decision<ResultEvent> to(Repair open);
  }

  private static Decision<ResultEvent> answer(Published published, String by, Answering answering) {
    Optional<Repair> open = published.repairs().waiting();
    if (open.isEmpty()) {
      return reject(NO_REPAIR_WAITS);
    } else if (ObjectionRules.isConcerned(published, by)) {
      return reject(REPAIR_BY_CONCERNED);
    } else if (published.asked() != null) {
      return reject(CHANGE_WAITS);
    }
    return answering.to(open.get());
  }

  private static Decision<ResultEvent> grant(GrantRepair grant, Published published) {
    if (!(published.asked() instanceof AskedChange.Repair asked)) {
      return reject(NO_CHANGE_WAITS);
    } else if (SecondPerson.isSame(asked.by(), grant.by())) {
      return reject(CHANGE_BY_ONE_PERSON);
    } else if (ObjectionRules.isConcerned(published, grant.by())) {
      return reject(REPAIR_BY_CONCERNED);
    } else if (published.objections().open().isPresent()) {
      return reject(REPAIR_AFTER_OBJECTION);
    }
    return accept(
        new PublicationEnded(
            Ending.Cause.REPAIRED,
            grant.contentHash(),
            asked.reason(),
            asked.by(),
            grant.by(),
            grant.today()));
  }

  /** What is in dispute stays until the firm has its answer. */
  static boolean isOver(Published published, LocalDate today) {
    PublicTerm term = published.repairs().term();
    return term != null
        && term.isOver(today)
        && ResultCode.areFinding(published.content().codes())
        && published.objections().open().isEmpty();
  }

  static Publication evolve(Published published, ResultEvent.OfRepair event) {
    return switch (event) {
      case RepairAsked(int number, var statement, var on) ->
          published.repaired(published.repairs().with(statement, on));
      case RepairProposed(int number, var reason, var by, var on) ->
          published.asking(new AskedChange.Repair(reason, by, on));
      case RepairRefused(int number, var reason, var by, var on) ->
          published.repaired(
              published.repairs().refused(number, new Repair.Refused(reason, by, on)));
      case PublicationEnded e ->
          new Ended(
              published.asking(null),
              new Ending(e.cause(), e.on(), e.contentHash(), published.former().size() + 1),
              e.reason());
    };
  }
}
