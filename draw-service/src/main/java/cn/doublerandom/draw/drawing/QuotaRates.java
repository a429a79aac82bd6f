package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.FrameRejection.CREDIT_CLASS_MISSING;
import static cn.doublerandom.draw.FrameRejection.FRAME_TOO_LARGE_FOR_COUNT;
import static cn.doublerandom.draw.FrameRejection.QUOTA_UNDECIDED;

import cn.doublerandom.bureau.credit.CreditClass;
import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.ReadingRejection;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** From the quota of a plan to the exact rates of a commit (protocol §3, R6, R37, R72). */
public final class QuotaRates {
  private QuotaRates() {}

  /** Rates, or why there are none. */
  public sealed interface Answer {
    record Of(List<Commit.Stratum> strata) implements Answer {}

    record None(DrawRejection reason) implements Answer {}
  }

  /**
   * What the plan's words say about a frame.
   *
   * @param frameSize N, at least 1
   * @param inspectors who may be drawn, for a quota of so many subjects an inspector
   */
  public static Answer of(Quota quota, int frameSize, int inspectors) {
    return switch (quota) {
      case Quota.Percent(var share) -> all(share);
      case Quota.PercentMin(var least) -> all(least);
      case Quota.Census c -> all(new Share(1, 1));
      case Quota.Count(int count) -> count(count, frameSize);
      case Quota.CountAndPercent(int count, var share) -> count(count, frameSize);
      case Quota.StaffRatio(int staff, int subjects) ->
          count(Math.ceilDiv((long) inspectors * subjects, staff), frameSize);
      case Quota.Tiered(var tiers) -> tiers(tiers);
      // Where the plan leaves room, a person decides before the draw and says why.
      case Quota.PercentMax m -> new Answer.None(QUOTA_UNDECIDED);
      case Quota.PercentRange r -> new Answer.None(QUOTA_UNDECIDED);
      case Quota.CountRange r -> new Answer.None(QUOTA_UNDECIDED);
      case Quota.Unspecified u -> new Answer.None(QUOTA_UNDECIDED);
    };
  }

  private static Answer all(Share share) {
    return new Answer.Of(List.of(new Commit.Stratum(Rates.ALL, share.num(), share.den())));
  }

  /** 20 户 is the rate 20/N at freeze; more than there are is everybody. */
  private static Answer count(long count, int frameSize) {
    if (frameSize > Share.MAX_DENOMINATOR) {
      return new Answer.None(FRAME_TOO_LARGE_FOR_COUNT);
    }
    int size = Math.max(1, frameSize);
    return all(new Share((int) Math.min(count, size), size));
  }

  private static Answer tiers(List<Quota.Tier> tiers) {
    BigInteger common = BigInteger.ONE;
    for (Quota.Tier tier : tiers) {
      BigInteger den = BigInteger.valueOf(tier.share().den());
      common = common.multiply(den).divide(common.gcd(den));
    }
    return common.compareTo(BigInteger.valueOf(Share.MAX_DENOMINATOR)) > 0
        ? new Answer.None(ReadingRejection.QUOTA_TOO_PRECISE)
        : new Answer.Of(
            tiers.stream()
                .map(t -> new Commit.Stratum(t.stratum(), t.share().num(), t.share().den()))
                .toList());
  }

  /** The class of a subject under a quota. */
  public sealed interface Placed {
    record In(String stratum) implements Placed {}

    /** The quota speaks of other subjects. */
    record Outside() implements Placed {}

    record Unknown(DrawRejection reason) implements Placed {}
  }

  /**
   * Tiers named by credit classes take everybody, so a subject without a class stops the freeze;
   * tiers named by labels take who carries one.
   *
   * @param creditClass A to D, or empty
   */
  public static Placed place(Quota quota, Optional<String> creditClass, List<String> labels) {
    if (!(quota instanceof Quota.Tiered(var tiers))) {
      return new Placed.In(Rates.ALL);
    }
    boolean byCredit = tiers.stream().allMatch(t -> CreditClass.of(t.stratum()).isPresent());
    if (byCredit && creditClass.isEmpty()) {
      return new Placed.Unknown(CREDIT_CLASS_MISSING);
    }
    return tiers.stream()
        .map(Quota.Tier::stratum)
        .filter(name -> byCredit ? creditClass.equals(CreditClass.of(name)) : labels.contains(name))
        .findFirst()
        .<Placed>map(Placed.In::new)
        .orElseGet(Placed.Outside::new);
  }
}
