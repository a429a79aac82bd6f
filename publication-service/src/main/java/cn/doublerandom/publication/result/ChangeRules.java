package cn.doublerandom.publication.result;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_OF_ANOTHER;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_TEAM;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.CODES_NOT_POSSIBLE;
import static cn.doublerandom.publication.PublicationRejection.ITEM_NOT_OF_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NOTHING_CORRECTED;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_BY_CONCERNED;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.result.Publication.Published;
import cn.doublerandom.publication.result.ResultCommand.ApproveChange;
import cn.doublerandom.publication.result.ResultCommand.AskCorrection;
import cn.doublerandom.publication.result.ResultCommand.AskWithdrawal;
import cn.doublerandom.publication.result.ResultCommand.DeclineChange;
import cn.doublerandom.publication.result.ResultCommand.TakeBackChange;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultEvent.ChangeDeclined;
import cn.doublerandom.publication.result.ResultEvent.ChangeTakenBack;
import cn.doublerandom.publication.result.ResultEvent.CorrectionAsked;
import cn.doublerandom.publication.result.ResultEvent.ObjectionDecided;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * 更正与撤销 of what is public: the unit that inspected asks, somebody who did not inspect decides; also
 * on the answer to an objection that another asked for.
 */
final class ChangeRules {
  private static final String NO_PROBLEM = "1";

  private ChangeRules() {}

  static Decision<ResultEvent> ask(AskCorrection ask, Published published) {
    if (!published.content().isOf(ask.unit())) {
      return reject(NOT_YOUR_RESULT, "unit", published.content().unit());
    } else if (published.asked() != null) {
      return reject(CHANGE_WAITS);
    }
    return correction(ask, published);
  }

  /** With the code another one goes with, where it was left out. */
  private static Map<String, Object> impossible(List<String> codes, Map<String, String> under) {
    return under.entrySet().stream()
        .filter(one -> codes.contains(one.getKey()) && !codes.contains(one.getValue()))
        .min(Map.Entry.comparingByKey())
        .<Map<String, Object>>map(
            one -> Map.of("field", "codes", "more", ResultCode.needs(one.getKey(), one.getValue())))
        .orElse(Map.of("field", "codes"));
  }

  /** The correction itself, whoever may ask for it. */
  static Decision<ResultEvent> correction(AskCorrection ask, Published published) {
    ResultContent content = published.content();
    List<String> codes = ascending(ask.codes().stream());
    if (content.findings().stream().noneMatch(f -> f.itemCode().equals(ask.itemCode()))) {
      return reject(ITEM_NOT_OF_RESULT, "field", "itemCode");
    } else if (codes.isEmpty()
        || !codes.stream().allMatch(code -> ResultCode.of(code).isPresent())
        || (codes.contains(NO_PROBLEM) && codes.size() > 1)
        || !ask.combinations().allows(codes)) {
      return reject(CODES_NOT_POSSIBLE, impossible(codes, ask.combinations().under()));
    }
    List<Finding> corrected =
        content.findings().stream()
            .map(f ->
                f.itemCode().equals(ask.itemCode())
                    ? new Finding(f.itemCode(), f.itemName(), codes)
                    : f)
            .toList();
    return corrected.equals(content.findings())
        ? reject(NOTHING_CORRECTED, "field", "codes")
        : accept(
            new CorrectionAsked(
                ask.itemCode(),
                corrected,
                together(corrected),
                ask.reason(),
                ask.by(),
                ask.today()));
  }

  private static List<String> ascending(Stream<String> codes) {
    return codes.distinct().sorted().toList();
  }

  /** What a subject's items say together: no problem only where none of them says another thing. */
  private static List<String> together(List<Finding> findings) {
    List<String> all = ascending(findings.stream().flatMap(f -> f.codes().stream()));
    return all.size() == 1 ? all : all.stream().filter(code -> !code.equals(NO_PROBLEM)).toList();
  }

  static Decision<ResultEvent> ask(AskWithdrawal ask, Published published) {
    if (!published.content().isOf(ask.unit())) {
      return reject(NOT_YOUR_RESULT, "unit", published.content().unit());
    } else if (published.asked() != null) {
      return reject(CHANGE_WAITS);
    }
    return withdrawal(ask);
  }

  /** The withdrawal itself, whoever may ask for it. */
  static Decision<ResultEvent> withdrawal(AskWithdrawal ask) {
    return accept(new WithdrawalAsked(ask.reason(), ask.by(), ask.today()));
  }

  static Decision<ResultEvent> approve(ApproveChange approve, Published published) {
    AskedChange asked = published.asked();
    if (asked == null) {
      return reject(NO_CHANGE_WAITS);
    } else if (SecondPerson.isSame(asked.by(), approve.by())) {
      return reject(CHANGE_BY_ONE_PERSON);
    } else if (published.content().isOfTeam(approve.by())) {
      return reject(CHANGE_BY_TEAM);
    }
    Optional<Objection> open = published.objections().open();
    if (open.isPresent() && ObjectionRules.isConcerned(published, approve.by())) {
      return reject(OBJECTION_BY_CONCERNED);
    }
    return switch (asked) {
      case AskedChange.Correction c ->
          answering(
              open,
              Objection.Outcome.CORRECTED,
              c.reason(),
              approve,
              new ResultCorrected(
                  c.findings(), c.codes(), c.reason(), c.by(), approve.by(), approve.today()),
              ResultCode.areFinding(c.codes())
                  ? List.of()
                  : fallen(published, Discipline.Cause.CORRECTED, c.reason(), approve));
      case AskedChange.Withdrawal w ->
          answering(
              open,
              Objection.Outcome.WITHDRAWN,
              w.reason(),
              approve,
              new PublicationWithdrawn(w.reason(), w.by(), approve.by(), approve.today()),
              fallen(published, Discipline.Cause.WITHDRAWN, w.reason(), approve));
      case AskedChange.Rejection r ->
          open.<Decision<ResultEvent>>map(one ->
                  accept(
                      new ObjectionDecided(
                          one.number(),
                          Objection.Outcome.REJECTED,
                          r.reason(),
                          approve.by(),
                          approve.today())))
              .orElseGet(() -> reject(NO_CHANGE_WAITS));
      // Who agrees to it says what stood there, see GrantRepair.
      case AskedChange.Repair r -> reject(NO_CHANGE_WAITS);
    };
  }

  private static List<ResultEvent> fallen(
      Published published, Discipline.Cause cause, String reason, ApproveChange approve) {
    return DisciplineRules.fallen(published.disciplines(), cause, reason, approve.today());
  }

  /** A change of what is public answers the objection to it, and joint discipline goes by it. */
  private static Decision<ResultEvent> answering(
      Optional<Objection> open,
      Objection.Outcome outcome,
      String reason,
      ApproveChange approve,
      ResultEvent change,
      List<ResultEvent> fallen) {
    Optional<ResultEvent> answer =
        open.map(one ->
            new ObjectionDecided(one.number(), outcome, reason, approve.by(), approve.today()));
    return new Decision.Accepted<>(
        Stream.of(answer.stream(), Stream.of(change), fallen.stream())
            .<ResultEvent>flatMap(Function.identity())
            .toList());
  }

  static Decision<ResultEvent> decline(DeclineChange decline, Published published) {
    AskedChange asked = published.asked();
    if (asked == null) {
      return reject(NO_CHANGE_WAITS);
    } else if (SecondPerson.isSame(asked.by(), decline.by())) {
      return reject(CHANGE_BY_ONE_PERSON);
    } else if (published.content().isOfTeam(decline.by())) {
      return reject(CHANGE_BY_TEAM);
    }
    return accept(new ChangeDeclined(decline.reason(), decline.by(), decline.today()));
  }

  static Decision<ResultEvent> takeBack(TakeBackChange back, Published published) {
    AskedChange asked = published.asked();
    if (asked == null) {
      return reject(NO_CHANGE_WAITS);
    } else if (!SecondPerson.isSame(asked.by(), back.by())) {
      return reject(CHANGE_OF_ANOTHER, "by", asked.by());
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(CHANGE_REASON_MISSING, "field", "reason");
    }
    return accept(new ChangeTakenBack(back.reason(), back.by(), back.today()));
  }
}
