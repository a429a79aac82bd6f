package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.draw.drawing.Excluded;
import cn.doublerandom.draw.drawing.Upcoming;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stays in the frame and may not be drawn (R36): suspended, excluded by two people, at the
 * annual cap, inspected within the interval.
 *
 * @param byHand approved exclusions by subject
 * @param annualCap most visits a year
 * @param minimumInterval days between two visits
 */
record Exclusions(
    Map<String, ExclusionList.Entry> byHand,
    Optional<Integer> annualCap,
    Optional<Integer> minimumInterval,
    Register.Snapshot snapshot,
    LocalDate today) {

  /** What a rule pack says binds; where it leaves a number to the office, the office says it. */
  static Exclusions of(
      FreezeWishes freeze,
      List<ExclusionList.Entry> approved,
      RuleBook rules,
      Register.Snapshot snapshot,
      LocalDate today) {
    Map<String, ExclusionList.Entry> byHand = new HashMap<>();
    approved.forEach(e -> byHand.put(e.exclusion().subject(), e));
    return new Exclusions(
        byHand,
        rules.annualCap(today).or(() -> Optional.ofNullable(freeze.annualCap())),
        rules.minimumInterval(today).or(() -> Optional.ofNullable(freeze.minimumIntervalDays())),
        snapshot,
        today);
  }

  /** What the rule packs alone exclude. */
  static Exclusions of(RuleBook rules, Register.Snapshot snapshot, LocalDate today) {
    return new Exclusions(
        Map.of(), rules.annualCap(today), rules.minimumInterval(today), snapshot, today);
  }

  /** Why the subject may not be drawn; absent where it may. */
  @Nullable String reason(KnownSubject subject) {
    return excluded(subject).map(Excluded::code).orElse(null);
  }

  /** The same with the rule it follows from, or the reason two people gave. */
  Optional<Excluded> excluded(KnownSubject subject) {
    ExclusionList.Entry hand = byHand.get(subject.id());
    if (subject.status().equals("SUSPENDED")) {
      return Optional.of(ruled(subject, "SUSPENDED", "名录库登记状态为停业" + since(subject)));
    } else if (hand != null) {
      return Optional.of(
          new Excluded(
              subject.id(),
              hand.exclusion().code(),
              "人工排除：" + hand.exclusion().reason() + "（依据：" + hand.exclusion().evidence() + "）",
              hand.exclusion(),
              hand.by(),
              hand.approvedBy().orElse(null)));
    }
    Register.Drawn drawn = snapshot.drawn().get(subject.id());
    if (drawn == null) {
      return Optional.empty();
    }
    return annualCap
        .filter(cap -> drawn.thisYear() >= cap)
        .map(cap ->
            ruled(
                subject,
                "CAP_REACHED",
                "%s %d 次，本年度已抽中 %d 次".formatted(RuleKey.ANNUAL_CAP.text(), cap, drawn.thisYear())))
        .or(() ->
            minimumInterval
                .filter(days -> drawn.last().plusDays(days).isAfter(today))
                .map(days ->
                    ruled(
                        subject,
                        "RECENTLY_INSPECTED",
                        "%s %d 天，上次抽中 %s"
                            .formatted(RuleKey.MINIMUM_INTERVAL.text(), days, drawn.last()))));
  }

  /** Since when, where that was told. */
  private String since(KnownSubject subject) {
    return subject
        .stood()
        .outSince(today)
        .map(day -> "（自" + Upcoming.day(day, today.getYear()) + "起）")
        .orElse("");
  }

  private static Excluded ruled(KnownSubject subject, String code, String text) {
    return new Excluded(subject.id(), code, text, null, null, null);
  }
}
