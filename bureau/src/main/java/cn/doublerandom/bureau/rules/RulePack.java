package cn.doublerandom.bureau.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body of rules as one authority issued it. A pack that shipped is never edited: a change is a
 * new pack.
 *
 * @param id for example national-2019; decisions record it
 * @param refines packs it builds upon; its own rules go before theirs
 * @param effectiveTo last day; absent while in force
 */
public record RulePack(
    String id,
    String title,
    String issuer,
    List<String> refines,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    List<Rule> rules,
    List<Example> examples) {
  public RulePack {
    refines = List.copyOf(refines);
    rules = List.copyOf(rules);
    examples = List.copyOf(examples);
  }

  /**
   * One rule.
   *
   * @param basis title and number of the document
   * @param clause article; empty where the pack marks it as still to be filled in
   */
  public record Rule(RuleKey key, RuleValue value, String basis, String clause) {
    /** Whether the clause is marked as not filled in. */
    public boolean isClauseOpen() {
      return clause.isEmpty();
    }
  }

  /** A test the pack brings along. */
  public sealed interface Example {
    /** The last day after a day under OBJECTION_ANSWER. */
    record Answer(LocalDate raised, LocalDate expected) implements Example {}

    /** The last day of a publication of a day under PUBLICATION_PERIOD. */
    record PublicUntil(LocalDate published, LocalDate expected) implements Example {}

    /** The first day of a repair of what was published on a day under REPAIR_MINIMUM. */
    record RepairFrom(LocalDate published, LocalDate expected) implements Example {}

    /** So many of a frame under MINIMUM_COVERAGE and ROUNDING. */
    record OfFrame(int frame, int expected) implements Example {}

    /** The last day after a day under PUBLICATION_DEADLINE. */
    record Deadline(LocalDate finished, LocalDate expected) implements Example {}

    /** Whether a team of so many officers suffices under TEAM_SIZE. */
    record Team(int officers, boolean expected) implements Example {}

    /** Whether a lottery under PUBLIC_LOTTERIES is drawn at a time. */
    record LotteryDraw(String source, Instant at, boolean expected) implements Example {}

    /** Whether witnesses of these kinds suffice under CEREMONY_WITNESSES. */
    record Witnessed(List<String> kinds, boolean expected) implements Example {}

    /** Whether a kind of entropy may be used under ENTROPY_KINDS. */
    record Chance(String kind, boolean keyItem, boolean expected) implements Example {}

    /** Whether an answer may consist of these codes under RESULT_COMBINATIONS. */
    record ResultOf(List<String> codes, boolean expected) implements Example {}

    /** Whether a visit of which these steps are done may begin under VISIT_STEPS. */
    record VisitOf(List<String> done, boolean expected) implements Example {}

    /** Who is told under FOLLOW_UP_TERMS once something is late by so many working days. */
    record LateBy(int workingDays, List<String> expected) implements Example {}

    /** The last day a file archived on a day is kept under CASE_FILE_RETENTION. */
    record KeptUntil(LocalDate archivedOn, LocalDate expected) implements Example {}

    /** The score under YEARLY_SCORE of a unit with so many rows of each kind of fact. */
    record ScoreOf(Map<String, Integer> rows, int expected) implements Example {
      public ScoreOf {
        rows = Map.copyOf(rows);
      }
    }

    /** The last day on which a visit that ended on a day is rated under RATING_PERIOD. */
    record RatedUntil(LocalDate ended, LocalDate expected) implements Example {}

    /** Who agrees under RESULT_REVIEW where a finding weighs and leads to this. */
    record ReviewOf(String severity, String measure, List<String> expected) implements Example {}
  }

  public Optional<Rule> rule(RuleKey key) {
    return rules.stream().filter(rule -> rule.key() == key).findFirst();
  }

  /** The same without a first and a last day. */
  RulePack everInForce() {
    return new RulePack(id, title, issuer, refines, LocalDate.EPOCH, null, rules, examples);
  }

  public boolean isInForce(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }
}
