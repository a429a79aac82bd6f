package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.draw.drawing.ChanceRules;
import cn.doublerandom.draw.drawing.PublicLottery;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.drawing.WitnessRule;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where chance may come from, as the rule packs of the bureau say it. */
public final class PackedChance {
  private PackedChance() {}

  /** What the rule packs of a day say of chance. */
  public static ChanceRules on(LocalDate today, RuleBook rules) {
    RuleValue.EntropyKinds kinds = rules.entropyKinds(today);
    RuleValue.Witnesses witnesses = rules.witnesses(today);
    return new ChanceRules(
        kinds(kinds.general()),
        kinds(kinds.keyItems()),
        lotteries(today, rules),
        new WitnessRule(
            witnesses.least(),
            witnesses.outside().stream().map(WitnessKind::valueOf).collect(Collectors.toSet())));
  }

  private static Set<ChanceRules.Kind> kinds(List<String> names) {
    return names.stream().map(ChanceRules.Kind::valueOf).collect(Collectors.toSet());
  }

  private static List<PublicLottery> lotteries(LocalDate today, RuleBook rules) {
    return rules.lotteries(today).stream()
        .map(lottery ->
            new PublicLottery(
                lottery.source(),
                lottery.groups().stream()
                    .map(balls -> new Entropy.Group(balls.count(), balls.min(), balls.max()))
                    .toList(),
                Set.copyOf(lottery.days()),
                lottery.at(),
                issues(lottery)))
        .toList();
  }

  private static PublicLottery.Issues issues(RuleValue.Lottery lottery) {
    RuleValue.Issues said = lottery.issues() == null ? RuleValue.Issues.USUAL : lottery.issues();
    return new PublicLottery.Issues(
        said.yearDigits(),
        said.most(),
        Optional.ofNullable(said.rests())
            .map(rests ->
                rests.stream()
                    .map(rest -> new PublicLottery.Rest(rest.from(), rest.days()))
                    .toList()));
  }
}
