package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.rules.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stays in the frame and may not be drawn (R36): suspended, named by the office, at the annual
 * cap, inspected within the interval.
 *
 * @param named reasons by subject
 * @param annualCap most visits a year
 * @param minimumInterval days between two visits
 */
record Exclusions(
    Map<String, String> named,
    Optional<Integer> annualCap,
    Optional<Integer> minimumInterval,
    Register.Snapshot snapshot,
    LocalDate today) {

  /** What a rule pack says binds; where it leaves a number to the office, the office says it. */
  static Exclusions of(
      DrawRequests.Freeze freeze, RuleBook rules, Register.Snapshot snapshot, LocalDate today) {
    Map<String, String> named = new HashMap<>();
    if (freeze.exclusions() != null) {
      freeze.exclusions().forEach(e -> named.put(e.subject(), e.reason()));
    }
    return new Exclusions(
        named,
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
    if (subject.status().equals("SUSPENDED")) {
      return "SUSPENDED";
    } else if (named.containsKey(subject.id())) {
      return named.get(subject.id());
    }
    Register.Drawn drawn = snapshot.drawn().get(subject.id());
    if (drawn == null) {
      return null;
    } else if (annualCap.filter(cap -> drawn.thisYear() >= cap).isPresent()) {
      return "CAP_REACHED";
    }
    return minimumInterval
        .filter(days -> drawn.last().plusDays(days).isAfter(today))
        .map(days -> "RECENTLY_INSPECTED")
        .orElse(null);
  }
}
