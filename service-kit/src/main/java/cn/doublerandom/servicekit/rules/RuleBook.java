package cn.doublerandom.servicekit.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The packs one bureau works under, asked for a number on a day. Whoever decides with a number
 * records {@link #inForce} beside it, so that a replay years later asks the same packs.
 *
 * @param packs national ones and those of the bureau's own province
 */
public record RuleBook(RulePacks packs) {
  private static final RuleValue.Ratio THREE_PERCENT = new RuleValue.Ratio(3, 100);

  /**
   * The packs of these ids.
   *
   * @throws IllegalArgumentException where one did not ship
   */
  public static RuleBook of(List<String> ids) {
    RulePacks shipped = RulePackFiles.shipped();
    return new RuleBook(
        new RulePacks(
            ids.stream()
                .map(id ->
                    shipped
                        .find(id)
                        .orElseThrow(() -> new IllegalArgumentException("no rule pack " + id)))
                .toList()));
  }

  /** Ids of the packs in force on a day, ascending by the day they took effect, joined by +. */
  public String inForce(LocalDate day) {
    return packs.packs().stream()
        .filter(pack -> pack.isInForce(day))
        .map(RulePack::id)
        .collect(Collectors.joining("+"));
  }

  /** 检查结果公示期限, working days (二(四)). */
  public int publicationDays(LocalDate day) {
    return value(day, RuleKey.PUBLICATION_DEADLINE, RuleValue.WorkingDays.class)
        .map(RuleValue.WorkingDays::days)
        .orElse(20);
  }

  /** 执法人员最少人数 of a team. */
  public int teamSize(LocalDate day) {
    return value(day, RuleKey.TEAM_SIZE, RuleValue.Count.class)
        .map(RuleValue.Count::count)
        .orElse(2);
  }

  /** Years for which a former employer may not be inspected. */
  public int coolingYears(LocalDate day) {
    return value(day, RuleKey.COOLING_YEARS, RuleValue.Years.class)
        .map(RuleValue.Years::years)
        .orElse(3);
  }

  /** 年度抽查比例下限. */
  public RuleValue.Ratio minimumCoverage(LocalDate day) {
    return value(day, RuleKey.MINIMUM_COVERAGE, RuleValue.Ratio.class).orElse(THREE_PERCENT);
  }

  /** 同一对象年度检查频次上限; empty where nobody has set it. */
  public Optional<Integer> annualCap(LocalDate day) {
    return value(day, RuleKey.ANNUAL_CAP, RuleValue.Count.class).map(RuleValue.Count::count);
  }

  /** 两次检查最短间隔, calendar days; empty where nobody has set it. */
  public Optional<Integer> minimumInterval(LocalDate day) {
    return value(day, RuleKey.MINIMUM_INTERVAL, RuleValue.CalendarDays.class)
        .map(RuleValue.CalendarDays::days);
  }

  /** 按信用风险等级的抽查比例, by class; empty where nobody has set it. */
  public Map<String, RuleValue.Ratio> ratioByRiskClass(LocalDate day) {
    return value(day, RuleKey.RATIO_BY_RISK_CLASS, RuleValue.Tiers.class)
        .map(RuleValue.Tiers::byClass)
        .orElse(Map.of());
  }

  /** 检查审批程序: roles that must agree, in order. */
  public List<String> approvalChain(LocalDate day) {
    return value(day, RuleKey.APPROVAL_CHAIN, RuleValue.Chain.class)
        .map(RuleValue.Chain::roles)
        .orElse(List.of("approver"));
  }

  private <V extends RuleValue> Optional<V> value(LocalDate day, RuleKey key, Class<V> as) {
    return Optional.ofNullable(packs.on(day).get(key))
        .map(inForce -> inForce.rule().value())
        .filter(as::isInstance)
        .map(as::cast);
  }
}
