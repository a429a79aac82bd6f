package cn.doublerandom.verifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** How many and who (protocol §5 and §6), recomputed from the lists and the seed. */
record Selection(
    List<Bundle.Allocated> allocation, List<String> selected, List<Bundle.Alternates> alternates) {

  static Selection of(Commit commit, List<Bundle.Subject> frame, byte[] seed) {
    Map<String, List<String>> eligible = new LinkedHashMap<>();
    Map<String, Long> inScope = new LinkedHashMap<>();
    for (Commit.Stratum stratum : commit.strata()) {
      eligible.put(stratum.name(), new ArrayList<>());
      inScope.put(stratum.name(), 0L);
    }
    for (Bundle.Subject subject : frame) {
      inScope.merge(subject.stratum(), 1L, Long::sum);
      if (subject.excluded() == null) {
        eligible.get(subject.stratum()).add(subject.id());
      }
    }
    List<Fraction> expected = expected(commit, frame.size(), inScope, eligible);
    List<Long> drawn = rounded(expected, seed);

    List<Bundle.Allocated> allocation = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<Bundle.Alternates> alternates = new ArrayList<>();
    byte[] key = Hash.key(seed, "subject");
    for (int c = 0; c < expected.size(); c++) {
      String name = commit.strata().get(c).name();
      List<String> able = eligible.get(name);
      int n = Math.toIntExact(drawn.get(c));
      int end = (int) Math.min(able.size(), n + commit.alternates());
      List<String> ranked = byTicket(able, key, end);
      allocation.add(
          new Bundle.Allocated(
              name, inScope.get(name), able.size(), expected.get(c).toString(), n));
      selected.addAll(ranked.subList(0, n));
      alternates.add(new Bundle.Alternates(name, ranked.subList(n, end)));
    }
    selected.sort(Hash::compareUtf8);
    return new Selection(allocation, selected, alternates);
  }

  /** The first so many by ticket, kept in a heap whose head is the last of them. */
  private static List<String> byTicket(List<String> ids, byte[] key, int count) {
    Comparator<Map.Entry<String, byte[]>> order =
        Map.Entry.comparingByValue(Arrays::compareUnsigned);
    var first = new PriorityQueue<Map.Entry<String, byte[]>>(Math.max(1, count), order.reversed());
    for (String id : ids) {
      Map.Entry<String, byte[]> one = Map.entry(id, Hash.ticket(key, id));
      if (first.size() < count) {
        first.add(one);
      } else if (count > 0 && order.compare(one, first.element()) < 0) {
        first.remove();
        first.add(one);
      }
    }
    return first.stream().sorted(order).map(Map.Entry::getKey).toList();
  }

  /** The e_c of §5.2: λ·r·N, cut at M, with the one λ that makes them add up to T. */
  private static List<Fraction> expected(
      Commit commit, long frameSize, Map<String, Long> inScope, Map<String, List<String>> able) {
    int count = commit.strata().size();
    Fraction[] weight = new Fraction[count];
    Fraction[] limit = new Fraction[count];
    Fraction wanted = Fraction.ZERO;
    long drawable = 0;
    for (int c = 0; c < count; c++) {
      Commit.Stratum s = commit.strata().get(c);
      weight[c] = Fraction.of(s.num(), s.den()).times(Fraction.of(inScope.get(s.name()), 1));
      limit[c] = Fraction.of(able.get(s.name()).size(), 1);
      wanted = wanted.plus(weight[c].min(limit[c]));
      drawable += s.num() > 0 ? able.get(s.name()).size() : 0;
    }
    long total = Math.max(1, wanted.ceil());
    if (commit.floor() != null) {
      Commit.Floor f = commit.floor();
      long legal = Fraction.of(f.num(), f.den()).times(Fraction.of(frameSize, 1)).ceil();
      total = Math.max(total, legal - f.alreadyCovered());
    }
    return spread(Math.min(total, drawable), weight, limit);
  }

  private static List<Fraction> spread(long total, Fraction[] weight, Fraction[] limit) {
    Fraction[] expected = new Fraction[weight.length];
    boolean cut = true;
    while (cut) {
      Fraction rest = Fraction.of(total, 1);
      Fraction free = Fraction.ZERO;
      for (int c = 0; c < weight.length; c++) {
        if (expected[c] != null) {
          rest = rest.minus(expected[c]);
        } else {
          free = free.plus(weight[c]);
        }
      }
      if (free.num().signum() == 0) {
        break;
      }
      Fraction lambda = rest.dividedBy(free);
      cut = false;
      for (int c = 0; c < weight.length; c++) {
        if (expected[c] == null && weight[c].times(lambda).isAbove(limit[c])) {
          expected[c] = limit[c];
          cut = true;
        }
      }
      if (!cut) {
        for (int c = 0; c < weight.length; c++) {
          expected[c] = expected[c] == null ? weight[c].times(lambda) : expected[c];
        }
      }
    }
    return Arrays.stream(expected).map(e -> e == null ? Fraction.ZERO : e).toList();
  }

  /** §5.3: one common random start, so that the numbers add up and each is fair. */
  private static List<Long> rounded(List<Fraction> expected, byte[] seed) {
    BigInteger d = BigInteger.ONE;
    for (Fraction e : expected) {
      d = d.multiply(e.den()).divide(d.gcd(e.den()));
    }
    BigInteger at = BigInteger.valueOf(Hash.below(Hash.key(seed, "rounding"), d.longValueExact()));
    List<Long> drawn = new ArrayList<>();
    for (Fraction e : expected) {
      BigInteger next = at.add(e.num().multiply(d.divide(e.den())));
      drawn.add(next.divide(d).subtract(at.divide(d)).longValueExact());
      at = next;
    }
    return drawn;
  }
}
