package cn.doublerandom.draw.plan;

import cn.doublerandom.bureau.credit.CreditClass;
import cn.doublerandom.draw.plan.PlanChecks.Conflict;
import cn.doublerandom.draw.plan.PlanChecks.TaskFacts;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many a quota asks for of a task's frame, and what is odd about its tiers (R8, R37). */
final class TaskSizes {
  private TaskSizes() {}

  /** ⌈rate · N⌉, at least one of a frame not empty; absent where somebody must decide first. */
  static Optional<Long> size(Quota quota, TaskFacts of, int inspectors) {
    if (of.inScope() == 0) {
      return Optional.of(0L);
    }
    return switch (quota) {
      case Quota.Percent(var share) -> atLeastOne(share.ceilOf(of.inScope()));
      case Quota.PercentMin(var least) -> atLeastOne(least.ceilOf(of.inScope()));
      case Quota.Census c -> Optional.of((long) of.inScope());
      case Quota.Count(int count) -> Optional.of((long) Math.min(count, of.inScope()));
      case Quota.CountAndPercent(int count, var share) ->
          Optional.of((long) Math.min(count, of.inScope()));
      case Quota.StaffRatio(int staff, int subjects) ->
          Optional.of(
              Math.min(of.inScope(), Math.ceilDiv((long) inspectors * subjects, (long) staff)));
      case Quota.Tiered tiered when !isByCredit(tiered) -> Optional.empty();
      case Quota.Tiered tiered -> atLeastOne(ceil(tiers(tiered, of)));
      case Quota.PercentMax m -> Optional.empty();
      case Quota.PercentRange r -> Optional.empty();
      case Quota.CountRange r -> Optional.empty();
      case Quota.Unspecified u -> Optional.empty();
    };
  }

  private static Optional<Long> atLeastOne(long size) {
    return Optional.of(Math.max(1, size));
  }

  /** Σ rate · N of the tiers, as numerator and denominator. */
  private static BigInteger[] tiers(Quota.Tiered tiered, TaskFacts of) {
    BigInteger num = BigInteger.ZERO;
    BigInteger den = BigInteger.ONE;
    for (Quota.Tier tier : tiered.tiers()) {
      Share share = tier.share();
      String risk = CreditClass.of(tier.stratum()).orElse("");
      BigInteger size = BigInteger.valueOf(of.byClass().getOrDefault(risk, 0));
      BigInteger shareDen = BigInteger.valueOf(share.den());
      num =
          num.multiply(shareDen).add(size.multiply(BigInteger.valueOf(share.num())).multiply(den));
      den = den.multiply(shareDen);
    }
    return new BigInteger[] {num, den};
  }

  private static long ceil(BigInteger[] ratio) {
    return ratio[0].add(ratio[1]).subtract(BigInteger.ONE).divide(ratio[1]).longValueExact();
  }

  static Optional<Conflict> conflict(String task, Share most, Quota.Tiered tiered, TaskFacts of) {
    BigInteger[] wanted = tiers(tiered, of);
    BigInteger allowed = BigInteger.valueOf((long) most.num() * of.inScope());
    BigInteger excess =
        wanted[0].multiply(BigInteger.valueOf(most.den())).subtract(allowed.multiply(wanted[1]));
    return excess.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            new Conflict(
                task,
                "%d × %s".formatted(of.inScope(), most),
                wanted[0] + "/" + wanted[1],
                excess + "/" + wanted[1].multiply(BigInteger.valueOf(most.den()))));
  }

  /**
   * Whether its classes are those of credit risk; labels have no order and are counted elsewhere.
   */
  private static boolean isByCredit(Quota.Tiered tiered) {
    return tiered.tiers().stream().allMatch(t -> CreditClass.of(t.stratum()).isPresent());
  }

  static boolean falls(Quota.Tiered tiered) {
    if (!isByCredit(tiered)) {
      return false;
    }
    List<Share> shares =
        tiered.tiers().stream()
            .sorted(Comparator.comparing(t -> CreditClass.of(t.stratum()).orElse("")))
            .map(Quota.Tier::share)
            .toList();
    for (int i = 1; i < shares.size(); i++) {
      if (shares.get(i).compareTo(shares.get(i - 1)) < 0) {
        return true;
      }
    }
    return false;
  }
}
