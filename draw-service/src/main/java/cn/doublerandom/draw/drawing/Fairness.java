package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.FrameEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the draws look as chance looks, over all draws and years. Statistics about the past:
 * nothing here decides who is inspected, so floating point is welcome.
 */
public final class Fairness {
  /** Subjects fall into groups by a checksum of their id, which no seed knows of. */
  public static final int GROUPS = 16;

  private static final int BINS = 256;

  private Fairness() {}

  /**
   * What one draw adds.
   *
   * @param strata by class
   * @param ticketBins eligible subjects by the first byte of their ticket
   * @param pairs how often two inspectors were on a team together
   * @param substitutions members replaced, {@code replacements} subjects replaced
   * @param inScope subjects of the frame, {@code byHand} those of them excluded by hand
   */
  public record OfDraw(
      String drawId,
      Map<String, List<OfGroup>> strata,
      List<Integer> ticketBins,
      Map<String, Integer> pairs,
      int subjects,
      int teams,
      int recusals,
      int replacements,
      int substitutions,
      int inScope,
      int byHand) {}

  /** Drawn of a group, what chance expects there, and how far it strays (hypergeometric). */
  public record OfGroup(int drawn, double expected, double variance) {
    private OfGroup plus(OfGroup other) {
      return new OfGroup(drawn + other.drawn, expected + other.expected, variance + other.variance);
    }
  }

  /** What one public draw adds; teams drawn again add only their teams. */
  public static OfDraw of(Executed draw) {
    Map<String, List<OfGroup>> strata = new TreeMap<>();
    int[] bins = new int[BINS];
    draw.result()
        .drawn()
        .ifPresent(
            d -> d.allocation().forEach(a -> strata.put(a.stratum(), stratum(draw, a, bins))));
    Map<String, Integer> pairs = new TreeMap<>();
    for (DrawResult.Team team : draw.result().teams()) {
      for (int i = 0; i < team.inspectors().size(); i++) {
        for (int j = i + 1; j < team.inspectors().size(); j++) {
          pairs.merge(team.inspectors().get(i) + "+" + team.inspectors().get(j), 1, Integer::sum);
        }
      }
    }
    Roster roster = draw.roster();
    Map<String, List<String>> teams = roster.teams();
    int substitutions =
        (int)
            draw.result().teams().stream()
                .filter(
                    t -> !teams.getOrDefault(t.subject(), t.inspectors()).equals(t.inspectors()))
                .count();
    return new OfDraw(
        draw.frame().drawId(),
        strata,
        Arrays.stream(bins).boxed().toList(),
        pairs,
        draw.result().drawn().isPresent() ? draw.result().selected().size() : 0,
        draw.result().teams().size(),
        draw.frame().lists().recusals().size(),
        roster.used().size() / 2,
        substitutions,
        draw.frame().lists().frame().size(),
        byHand(draw.frame()));
  }

  /** Old frames do not say who was excluded by whom; OTHER was always by hand. */
  private static int byHand(FrozenFrame frame) {
    List<Excluded> known = frame.excluded();
    return known == null
        ? (int)
            frame.lists().frame().stream()
                .filter(
                    e -> "OTHER".equals(e.excluded()) || "UNDER_INVESTIGATION".equals(e.excluded()))
                .count()
        : (int) known.stream().filter(Excluded::byHand).count();
  }

  private static List<OfGroup> stratum(
      Executed draw, DrawResult.Allocation allocation, int[] bins) {
    Set<String> selected = new HashSet<>(draw.result().selected());
    int[] drawn = new int[GROUPS];
    int[] eligible = new int[GROUPS];
    for (FrameEntry entry : draw.frame().lists().frame()) {
      if (entry.excluded() == null && entry.stratum().equals(allocation.stratum())) {
        int group = group(entry.id());
        eligible[group]++;
        drawn[group] += selected.contains(entry.id()) ? 1 : 0;
        bins[draw.result().seed().subjectTicket(entry.id())[0] & 0xff]++;
      }
    }
    double all = allocation.eligible();
    List<OfGroup> groups = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      double share = all > 0 ? eligible[g] / all : 0;
      double expected = allocation.drawn() * share;
      double variance =
          all > 1 ? expected * (1 - share) * (all - allocation.drawn()) / (all - 1) : 0;
      groups.add(new OfGroup(drawn[g], expected, variance));
    }
    return groups;
  }

  private static int group(String id) {
    CRC32 checksum = new CRC32();
    checksum.update(id.getBytes(StandardCharsets.UTF_8));
    return (int) (checksum.getValue() % GROUPS);
  }

  /**
   * The report.
   *
   * @param exclusionByHandRate subjects excluded by hand, of all in scope
   * @param ticketDistance Kolmogorov–Smirnov distance of all tickets from the uniform distribution
   * @param ticketProbability how often chance alone strays so far or farther
   */
  public record Report(
      int draws,
      int voided,
      int subjects,
      int teams,
      int recusals,
      int replacements,
      int substitutions,
      int exclusionsByHand,
      double voidRate,
      double replacementRate,
      double substitutionRate,
      double exclusionByHandRate,
      double ticketDistance,
      double ticketProbability,
      long tickets,
      List<StratumReport> strata,
      List<PairReport> pairs) {}

  /**
   * A class over all draws.
   *
   * @param chiSquare of drawn against expected per group
   * @param degrees of freedom
   * @param probability how often chance alone strays so far or farther
   */
  public record StratumReport(
      String stratum, int drawn, double chiSquare, int degrees, double probability) {}

  public record PairReport(String pair, int teams) {}

  /** Where the report of all draws is asked for. */
  public interface Source {
    CompletionStage<Report> latest();
  }

  /**
   * @param voided how many draws were voided
   */
  public static Report report(List<OfDraw> draws, int voided, int mostPairs) {
    Map<String, List<OfGroup>> strata = new TreeMap<>();
    long[] bins = new long[BINS];
    Map<String, Integer> pairs = new TreeMap<>();
    int[] sums = new int[7];
    for (OfDraw draw : draws) {
      draw.strata().forEach((name, groups) -> strata.merge(name, groups, Fairness::plus));
      for (int b = 0; b < BINS; b++) {
        bins[b] += draw.ticketBins().get(b);
      }
      draw.pairs().forEach((pair, n) -> pairs.merge(pair, n, Integer::sum));
      sums[0] += draw.subjects();
      sums[1] += draw.teams();
      sums[2] += draw.recusals();
      sums[3] += draw.replacements();
      sums[4] += draw.substitutions();
      sums[5] += draw.byHand();
      sums[6] += draw.inScope();
    }
    long tickets = Arrays.stream(bins).sum();
    double distance = distance(bins, tickets);
    List<StratumReport> reports = new ArrayList<>();
    strata.forEach((name, groups) -> reports.add(stratum(name, groups)));
    return new Report(
        draws.size(),
        voided,
        sums[0],
        sums[1],
        sums[2],
        sums[3],
        sums[4],
        sums[5],
        rate(voided, draws.size() + voided),
        rate(sums[3], sums[0]),
        rate(sums[4], sums[1]),
        rate(sums[5], sums[6]),
        distance,
        kolmogorov(distance, tickets),
        tickets,
        reports,
        pairs.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(mostPairs)
            .map(e -> new PairReport(e.getKey(), e.getValue()))
            .toList());
  }

  private static double rate(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static List<OfGroup> plus(List<OfGroup> some, List<OfGroup> more) {
    return IntStream.range(0, GROUPS).mapToObj(g -> some.get(g).plus(more.get(g))).toList();
  }

  private static StratumReport stratum(String name, List<OfGroup> all) {
    List<OfGroup> groups = all.stream().filter(g -> g.variance > 0).toList();
    double chiSquare =
        groups.stream().mapToDouble(g -> Math.pow(g.drawn - g.expected, 2) / g.variance).sum();
    // The groups add up to what was drawn, so one of them is not free.
    int degrees = Math.max(0, groups.size() - 1);
    double scaled = groups.isEmpty() ? 0 : chiSquare * degrees / groups.size();
    int drawn = all.stream().mapToInt(OfGroup::drawn).sum();
    return new StratumReport(name, drawn, scaled, degrees, chiSquareTail(scaled, degrees));
  }

  private static double distance(long[] bins, long tickets) {
    double farthest = 0;
    long below = 0;
    for (int b = 0; b < BINS && tickets > 0; b++) {
      below += bins[b];
      farthest = Math.max(farthest, Math.abs((double) below / tickets - (double) (b + 1) / BINS));
    }
    return farthest;
  }

  /** The limiting distribution of Kolmogorov, with the correction for small samples of Stephens. */
  private static double kolmogorov(double distance, long n) {
    double root = Math.sqrt((double) n);
    double lambda = (root + 0.12 + 0.11 / Math.max(1, root)) * distance;
    if (n == 0 || lambda < 0.3) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= 100; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * lambda * lambda);
    }
    return Math.clamp(sum, 0, 1);
  }

  private static double chiSquareTail(double chiSquare, int degrees) {
    return degrees == 0 ? 1 : ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare);
  }
}
