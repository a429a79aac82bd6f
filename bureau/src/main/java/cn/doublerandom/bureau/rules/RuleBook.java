package cn.doublerandom.bureau.rules;

import cn.doublerandom.bureau.key.BureauKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packs one bureau works under, asked for a number on a day. Whoever decides with a number
 * records {@link #inForce} beside it, so that a replay years later asks the same packs. A practice
 * bureau works under {@link RulePacks#practised} on any day (ADR 111).
 */
public final class RuleBook {
  private static final int USUAL_RATING_DAYS = 30;

  private final RulePacks inEarnest;
  private final RulePacks practised;
  private final BooleanSupplier practises;

  /**
   * @param packs national ones and those of the bureau's own province
   * @param practises whether who asks now acts in a practice bureau
   */
  public RuleBook(RulePacks packs, BooleanSupplier practises) {
    this.inEarnest = packs;
    this.practised = packs.practised();
    this.practises = practises;
  }

  /** The same for who is never in a practice bureau. */
  public RuleBook(RulePacks packs) {
    this(packs, () -> false);
  }

  /** Those of who asks now. */
  public RulePacks packs() {
    return practises.getAsBoolean() ? practised : inEarnest;
  }

  /** What a bureau works under, whoever asks. */
  public RuleBook in(BureauKey bureau) {
    return new RuleBook(inEarnest, bureau::isPractice);
  }

  /** The same packs where it is asked each time whether it is for an exercise. */
  public RuleBook where(BooleanSupplier isExercise) {
    return new RuleBook(inEarnest, isExercise);
  }

  /**
   * The packs of these ids among those that shipped.
   *
   * @throws IllegalArgumentException where one did not ship, or none of them says a number that is
   *     asked for: no number is made up
   */
  public static RuleBook of(RulePacks shipped, List<String> ids) {
    var book =
        new RuleBook(
            new RulePacks(
                ids.stream()
                    .map(id ->
                        shipped
                            .find(id)
                            .orElseThrow(() -> new IllegalArgumentException("no rule pack " + id)))
                    .toList()));
    book.publicationDays(LocalDate.EPOCH);
    book.teamSize(LocalDate.EPOCH);
    book.coolingYears(LocalDate.EPOCH);
    return book;
  }

  /** Ids of the packs in force on a day, ascending by the day they took effect, joined by +. */
  public String inForce(LocalDate day) {
    return packs().packs().stream()
        .filter(pack -> pack.isInForce(day))
        .map(RulePack::id)
        .collect(Collectors.joining("+"));
  }

  /** 检查结果公示期限, working days (二(四)). */
  public int publicationDays(LocalDate day) {
    return value(day, RuleKey.PUBLICATION_DEADLINE, RuleValue.WorkingDays.class).days();
  }

  /** 执法人员最少人数 of a team. */
  public int teamSize(LocalDate day) {
    return value(day, RuleKey.TEAM_SIZE, RuleValue.Count.class).count();
  }

  /** Years for which a former employer may not be inspected. */
  public int coolingYears(LocalDate day) {
    return value(day, RuleKey.COOLING_YEARS, RuleValue.Years.class).years();
  }

  /** 同一对象年度检查频次上限, where a pack says a number. */
  public Optional<Integer> annualCap(LocalDate day) {
    return said(day, RuleKey.ANNUAL_CAP, RuleValue.Count.class).map(RuleValue.Count::count);
  }

  /** 两次检查最短间隔 in calendar days, where a pack says a number. */
  public Optional<Integer> minimumInterval(LocalDate day) {
    return said(day, RuleKey.MINIMUM_INTERVAL, RuleValue.CalendarDays.class)
        .map(RuleValue.CalendarDays::days);
  }

  /** 年度抽查比例下限 (R8). */
  public Optional<RuleValue.Ratio> minimumCoverage(LocalDate day) {
    return said(day, RuleKey.MINIMUM_COVERAGE, RuleValue.Ratio.class);
  }

  /**
   * Public lotteries a draw may take its chance from (double-random/1 §4); none where no pack does.
   */
  public List<RuleValue.Lottery> lotteries(LocalDate day) {
    return said(day, RuleKey.PUBLIC_LOTTERIES, RuleValue.Lotteries.class)
        .map(RuleValue.Lotteries::lotteries)
        .orElse(List.of());
  }

  /** Witnesses of a ceremony; where no pack speaks of them, what the protocol asks for. */
  public RuleValue.Witnesses witnesses(LocalDate day) {
    return said(day, RuleKey.CEREMONY_WITNESSES, RuleValue.Witnesses.class)
        .orElse(
            new RuleValue.Witnesses(2, List.of("DISCIPLINE_INSPECTION", "ENTERPRISE", "PUBLIC")));
  }

  /** Where chance may come from; where no pack speaks of it, from any of the protocol's sources. */
  public RuleValue.EntropyKinds entropyKinds(LocalDate day) {
    List<String> all = List.of("CEREMONY", "LOTTERY", "DRAND");
    return said(day, RuleKey.ENTROPY_KINDS, RuleValue.EntropyKinds.class)
        .orElse(new RuleValue.EntropyKinds(all, all));
  }

  /** Which result codes may stand together; none is kept apart where no pack speaks of it. */
  public RuleValue.ResultCombinations resultCombinations(LocalDate day) {
    return said(day, RuleKey.RESULT_COMBINATIONS, RuleValue.ResultCombinations.class)
        .orElse(new RuleValue.ResultCombinations(List.of(), List.of(), Map.of()));
  }

  /** What has to be done before a visit begins; nothing where no pack speaks of it. */
  public List<RuleValue.Step> visitSteps(LocalDate day) {
    return said(day, RuleKey.VISIT_STEPS, RuleValue.VisitSteps.class)
        .map(RuleValue.VisitSteps::steps)
        .orElse(List.of());
  }

  /**
   * The document that asks for all signatures before a result is recorded; empty where none does.
   */
  public String recordSignatures(LocalDate day) {
    return said(day, RuleKey.RECORD_SIGNATURES, RuleValue.Required.class)
        .filter(RuleValue.Required::required)
        .map(asked -> basis(day, RuleKey.RECORD_SIGNATURES))
        .orElse("");
  }

  /** How long what follows a finding may take; empty where no pack speaks of it. */
  public Optional<RuleValue.FollowUpTerms> followUpTerms(LocalDate day) {
    return said(day, RuleKey.FOLLOW_UP_TERMS, RuleValue.FollowUpTerms.class);
  }

  /** 卷宗保管期限 in years, where a pack says a number. */
  public Optional<Integer> caseFileYears(LocalDate day) {
    return said(day, RuleKey.CASE_FILE_RETENTION, RuleValue.Years.class)
        .map(RuleValue.Years::years);
  }

  /** From when on a visit may have gone through the motions; empty where no pack speaks of it. */
  public Optional<SignalTerms> signalTerms(LocalDate day) {
    return said(day, RuleKey.MOTION_SIGNALS, RuleValue.Signals.class).map(RuleValue.Signals::terms);
  }

  /** How the year of a unit is scored; empty where no pack speaks of it. */
  public Optional<ScoreTerms> scoreTerms(LocalDate day) {
    return said(day, RuleKey.YEARLY_SCORE, RuleValue.Score.class).map(RuleValue.Score::terms);
  }

  /** 企业评价的期限 in calendar days after the end of a visit; 30 where no pack speaks of it. */
  public int ratingDays(LocalDate ended) {
    return said(ended, RuleKey.RATING_PERIOD, RuleValue.CalendarDays.class)
        .map(RuleValue.CalendarDays::days)
        .orElse(USUAL_RATING_DAYS);
  }

  /** Whether a visit is rated by a code its officers never see; by its 检查码 where no pack asks. */
  public boolean isRatedByOwnCode(LocalDate ended) {
    return said(ended, RuleKey.RATING_CODE, RuleValue.Required.class)
        .filter(RuleValue.Required::required)
        .isPresent();
  }

  /** 对公示结果异议的答复期限, working days; as many as publication may take where no pack speaks of it. */
  public int objectionDays(LocalDate day) {
    return said(day, RuleKey.OBJECTION_ANSWER, RuleValue.WorkingDays.class)
        .map(RuleValue.WorkingDays::days)
        .orElseGet(() -> publicationDays(day));
  }

  /** 公示期 of a result with a finding, in months; without an end where no pack speaks of it. */
  public Optional<Integer> publicationMonths(LocalDate day) {
    return said(day, RuleKey.PUBLICATION_PERIOD, RuleValue.Months.class)
        .map(RuleValue.Months::months);
  }

  /** 最短公示期 before 信用修复 may be asked for, in months; never where no pack speaks of it. */
  public Optional<Integer> repairMonths(LocalDate day) {
    return said(day, RuleKey.REPAIR_MINIMUM, RuleValue.Months.class).map(RuleValue.Months::months);
  }

  /** Who agrees to a result before it is final; nobody where no pack speaks of it. */
  public List<RuleValue.Review> resultReview(LocalDate day) {
    return said(day, RuleKey.RESULT_REVIEW, RuleValue.ResultReview.class)
        .map(RuleValue.ResultReview::steps)
        .orElse(List.of());
  }

  /**
   * The document that asks for it, with its clause where the pack names one: of the first of these
   * rules a pack in force speaks of; empty where none does.
   */
  public String basis(LocalDate day, RuleKey... keys) {
    return Stream.of(keys)
        .flatMap(key -> Optional.ofNullable(packs().on(day).get(key)).stream())
        .findFirst()
        .map(RulePacks.InForce::rule)
        .map(rule -> (rule.basis() + " " + rule.clause()).strip())
        .orElse("");
  }

  /** What a pack in force says, where it says a number and does not leave it to somebody. */
  private <V extends RuleValue> Optional<V> said(LocalDate day, RuleKey key, Class<V> as) {
    return Optional.ofNullable(packs().on(day).get(key))
        .map(rule -> rule.rule().value())
        .filter(as::isInstance)
        .map(as::cast);
  }

  /** Of a day before all packs, what the first pack to speak of it says. */
  private <V extends RuleValue> V value(LocalDate day, RuleKey key, Class<V> as) {
    return Optional.ofNullable(packs().on(day).get(key))
        .map(RulePacks.InForce::rule)
        .or(() -> packs().packs().stream().flatMap(pack -> pack.rule(key).stream()).findFirst())
        .map(RulePack.Rule::value)
        .filter(as::isInstance)
        .map(as::cast)
        .orElseThrow(() -> new IllegalArgumentException("no rule pack says " + key));
  }
}
