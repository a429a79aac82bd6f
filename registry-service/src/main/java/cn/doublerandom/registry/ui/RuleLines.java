package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.rules.RulePack;
import cn.doublerandom.bureau.rules.RuleValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rules in words. */
final class RuleLines {
  private static final int PLACES = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RuleWords words;
  private final UnaryOperator<String> roles;
  private final String comma;

  /**
   * @param roles how a role is called
   * @param comma between words of a list
   */
  RuleLines(RuleWords words, UnaryOperator<String> roles, String comma) {
    this.words = words;
    this.roles = roles;
    this.comma = comma;
  }

  /**
   * A rule as a line of a table.
   *
   * @param pack that says it
   * @param isOpen whether its clause is still to be filled in
   */
  record Line(String rule, String says, String basis, boolean isOpen, String pack) {}

  Line line(RulePack.Rule rule, String pack) {
    return new Line(
        words.keyOf(rule.key()),
        says(rule),
        (rule.basis() + " " + rule.clause()).strip(),
        rule.isClauseOpen(),
        pack);
  }

  String says(RulePack.Rule rule) {
    return switch (rule.value()) {
      case RuleValue.Ratio ratio -> words.atLeast(percent(ratio));
      case RuleValue.RoundUp(var least) -> words.roundUp(least);
      case RuleValue.WorkingDays(var days) -> words.workingDays(days);
      case RuleValue.CalendarDays(var days) -> words.calendarDays(days);
      case RuleValue.EndOfMonth(var month) -> words.endOfMonth(month);
      case RuleValue.Count(var count) -> words.count(rule.key().name(), count);
      case RuleValue.Years(var years) -> words.years(years);
      case RuleValue.Months(var months) -> words.months(months);
      case RuleValue.Tiers(var byClass) ->
          new TreeMap<>(byClass)
              .entrySet().stream()
                  .map(tier -> words.tier(tier.getKey(), percent(tier.getValue())))
                  .collect(Collectors.joining(comma));
      case RuleValue.Chain(var chain) ->
          words.chain(chain.stream().map(roles).collect(Collectors.joining(comma)));
      case RuleValue.Lotteries(var lotteries) ->
          words.lotteries(
              lotteries.stream().map(RuleValue.Lottery::source).collect(Collectors.joining(comma)));
      case RuleValue.Witnesses(var least, var outside) -> words.witnesses(least, kinds(outside));
      case RuleValue.EntropyKinds(var general, var keyItems) ->
          words.entropy(kinds(general), kinds(keyItems));
      case RuleValue.ResultCombinations combinations ->
          words.combinations(
              combinations.oneOf().stream()
                  .map(group -> String.join("/", group))
                  .collect(Collectors.joining(comma)));
      case RuleValue.VisitSteps(var steps) ->
          steps.stream()
              .map(step -> words.visitStep(step.name()))
              .collect(Collectors.joining(comma));
      case RuleValue.FollowUpTerms(var correct, var receipt, var remind, var above) ->
          words.followUpTerms(
              correct,
              receipt,
              above.stream()
                  .map(step -> words.escalation(step.afterDays(), roles.apply(step.role())))
                  .collect(Collectors.joining(comma)));
      case RuleValue.ResultReview(var steps) ->
          steps.stream()
              .map(step -> words.reviewStep(step.name()))
              .collect(Collectors.joining(comma));
      case RuleValue.Signals(var terms) ->
          words.signals(
              terms.charactersPerMinute(),
              terms.secondsPerQuestion(),
              terms.fewest(),
              terms.visitsPerHour(),
              terms.lateDays());
      case RuleValue.Score(var terms) ->
          words.score(
              terms.base(),
              terms.deductions().stream()
                  .map(one -> words.deduction(one.fact(), one.each(), one.most()))
                  .collect(Collectors.joining(comma)),
              terms.hearingDays());
      case RuleValue.Required(var required) -> required ? words.required() : words.notRequired();
      case RuleValue.ToBeSet(var who) -> words.toBeSet(who);
    };
  }

  private String kinds(List<String> kinds) {
    return kinds.stream().map(words::kindOf).collect(Collectors.joining(comma));
  }

  private static String percent(RuleValue.Ratio ratio) {
    return BigDecimal.valueOf(ratio.numerator())
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(ratio.denominator()), PLACES, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
