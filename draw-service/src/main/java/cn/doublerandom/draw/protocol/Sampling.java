package cn.doublerandom.draw.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many, and who (protocol §5 and §6). */
final class Sampling {
  private final Commit.Stage.Whole rules;
  private final List<FrameEntry> frame;
  private final List<Stratum> strata;

  /** A stratum with what the frame says about it: N, M and r·N. */
  private record Stratum(Commit.Stratum rule, int inScope, List<String> eligible) {
    Ratio share() {
      return Ratio.of(rule.num(), rule.den()).times(Ratio.of(inScope));
    }

    Ratio limit() {
      return Ratio.of(eligible.size());
    }
  }

  Sampling(Commit.Stage.Whole rules, List<FrameEntry> frame) {
    this.rules = rules;
    this.frame = frame;
    Map<String, List<FrameEntry>> byStratum = new HashMap<>();
    frame.forEach(e -> byStratum.computeIfAbsent(e.stratum(), s -> new ArrayList<>()).add(e));
    this.strata =
        rules.strata().stream()
            .map(rule -> {
              List<FrameEntry> members = byStratum.getOrDefault(rule.name(), List.of());
              return new Stratum(
                  rule,
                  members.size(),
                  members.stream().filter(FrameEntry::isEligible).map(FrameEntry::id).toList());
            })
            .toList();
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
    for (int c = 0; c < strata.size(); c++) {
      Stratum stratum = strata.get(c);
      String name = stratum.rule.name();
      int drawn = numbers.get(c);
      List<String> ranked = seed.firstBySubjectTicket(stratum.eligible, drawn + rules.alternates());
      selected.addAll(ranked.subList(0, drawn));
      alternates.add(
          new DrawResult.Alternates(
              name, ranked.stream().skip(drawn).limit(rules.alternates()).toList()));
      allocation.add(
          new DrawResult.Allocation(
              name, stratum.inScope, stratum.eligible.size(), expected.get(c).toString(), drawn));
    }
    selected.sort(Utf8Order.ASCENDING);
    return new Sample(allocation, selected, alternates);
  }

  /** T: never below any rate or the legal floor, unless the eligible run out (不低于 is ceil). */
  int size() {
    Ratio wanted = Ratio.ZERO;
    int drawable = 0;
    for (Stratum stratum : strata) {
      Ratio share = stratum.share();
      wanted = wanted.plus(share.compareTo(stratum.limit()) < 0 ? share : stratum.limit());
      drawable += stratum.rule.num() > 0 ? stratum.eligible.size() : 0;
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
    // By identity: a stratum's equality would look at every id it holds.
    IdentityHashMap<Stratum, Ratio> capped = new IdentityHashMap<>();
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
