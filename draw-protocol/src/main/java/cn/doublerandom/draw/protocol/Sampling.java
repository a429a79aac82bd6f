package cn.doublerandom.draw.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** How many, and who (protocol §5 and §6). */
final class Sampling {
  private final Commit.Stage.Whole rules;
  private final PackedFrame frame;
  private final List<Stratum> strata;

  /** A stratum with what the frame says about it: N, M and r·N. */
  private record Stratum(Commit.Stratum rule, int inScope, int eligible) {
    Ratio share() {
      return Ratio.of(rule.num(), rule.den()).times(Ratio.of(inScope));
    }

    Ratio limit() {
      return Ratio.of(eligible);
    }
  }

  Sampling(Commit.Stage.Whole rules, List<FrameEntry> entries) {
    this.rules = rules;
    this.frame = PackedFrame.of(entries);
    Map<PackedFrame.Place, Integer> counts = frame.counts();
    this.strata =
        rules.strata().stream()
            .map(rule ->
                new Stratum(
                    rule,
                    sum(counts, p -> p.stratum().equals(rule.name())),
                    sum(counts, p -> p.stratum().equals(rule.name()) && p.excluded() == null)))
            .toList();
  }

  private static int sum(
      Map<PackedFrame.Place, Integer> counts, Predicate<PackedFrame.Place> which) {
    return counts.entrySet().stream()
        .filter(c -> which.test(c.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Who is drawn, ascending, who stands by, and how the numbers came about. */
  record Sample(
      List<DrawResult.Allocation> allocation,
      List<String> selected,
      List<DrawResult.Alternates> alternates) {}

  Sample draw(Seed seed) {
    List<Ratio> expected = expected(size());
    List<Integer> numbers = rounded(expected, seed);
    List<DrawResult.Allocation> allocation = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<DrawResult.Alternates> alternates = new ArrayList<>();
    Map<String, Ranking> rankings = rankings(numbers, seed);
    for (int c = 0; c < strata.size(); c++) {
      Stratum stratum = strata.get(c);
      String name = stratum.rule.name();
      int drawn = numbers.get(c);
      List<String> ranked = Objects.requireNonNull(rankings.get(name)).ids();
      selected.addAll(ranked.subList(0, drawn));
      alternates.add(
          new DrawResult.Alternates(
              name, ranked.stream().skip(drawn).limit(rules.alternates()).toList()));
      allocation.add(
          new DrawResult.Allocation(
              name, stratum.inScope, stratum.eligible, expected.get(c).toString(), drawn));
    }
    selected.sort(Utf8Order.ASCENDING);
    return new Sample(allocation, selected, alternates);
  }

  /** The tickets of all who may be drawn, in one pass over the frame. */
  private Map<String, Ranking> rankings(List<Integer> numbers, Seed seed) {
    Map<String, Ranking> rankings = new HashMap<>();
    for (int c = 0; c < strata.size(); c++) {
      rankings.put(
          strata.get(c).rule.name(), new Ranking(seed, numbers.get(c) + rules.alternates()));
    }
    frame.offerAll(place -> place.excluded() == null ? rankings.get(place.stratum()) : null);
    return rankings;
  }

  /** T: never below any rate or the legal floor, unless the eligible run out (不低于 is ceil). */
  int size() {
    Ratio wanted = Ratio.ZERO;
    int drawable = 0;
    for (Stratum stratum : strata) {
      Ratio share = stratum.share();
      wanted = wanted.plus(share.compareTo(stratum.limit()) < 0 ? share : stratum.limit());
      drawable += stratum.rule.num() > 0 ? stratum.eligible : 0;
    }
    long size = Math.max(1, wanted.ceiling());
    Optional<Commit.Floor> floor = rules.floor();
    if (floor.isPresent()) {
      Commit.Floor f = floor.get();
      long legal = Ratio.of(f.num(), f.den()).times(Ratio.of(frame.size())).ceiling();
      size = Math.max(size, legal - f.alreadyCovered());
    }
    return (int) Math.min(size, drawable);
  }

  /** e = min(M, λ·r·N) with the one λ that adds up to the size. */
  List<Ratio> expected(int size) {
    Map<Stratum, Ratio> capped = new HashMap<>();
    while (true) {
      Ratio rest = Ratio.of(size);
      Ratio shares = Ratio.ZERO;
      for (Stratum stratum : strata) {
        Ratio fixed = capped.get(stratum);
        if (fixed == null) {
          shares = shares.plus(stratum.share());
        } else {
          rest = rest.minus(fixed);
        }
      }
      Ratio lambda = shares.isZero() ? Ratio.ZERO : rest.over(shares);
      List<Stratum> beyond =
          strata.stream()
              .filter(s -> !capped.containsKey(s))
              .filter(s -> s.share().times(lambda).compareTo(s.limit()) > 0)
              .toList();
      if (beyond.isEmpty()) {
        return strata.stream().map(s -> capped.getOrDefault(s, s.share().times(lambda))).toList();
      }
      beyond.forEach(s -> capped.put(s, s.limit()));
    }
  }

  /** One random start for all strata: each number is fair on average, and they add up. */
  private static List<Integer> rounded(List<Ratio> expected, Seed seed) {
    BigInteger unit = BigInteger.ONE;
    for (Ratio e : expected) {
      unit = unit.multiply(e.denominator()).divide(unit.gcd(e.denominator()));
    }
    BigInteger mark = BigInteger.valueOf(seed.below("rounding", unit.longValueExact()));
    List<Integer> numbers = new ArrayList<>();
    for (Ratio e : expected) {
      BigInteger before = mark.divide(unit);
      mark = mark.add(e.numerator().multiply(unit.divide(e.denominator())));
      numbers.add(mark.divide(unit).subtract(before).intValueExact());
    }
    return numbers;
  }
}
