package cn.doublerandom.draw.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who inspects (protocol §7): a minimum-cost flow, whose costs are pairs and so decided in turn.
 *
 * <p>First how many visits each serves ({@link EvenWorkload}): the loads alone, and whether there
 * are teams at all. Their prices say which inspectors are equals at each seat, whichever of the
 * most even workloads it is: the optimal face of a linear program, which every optimal price
 * describes. Then which visits ({@link LotteryAmongEquals}): the lots, among equals. The prices of
 * both together are the proof ({@link TeamCertificate}).
 *
 * <p>A path of the flow is told in inspectors: one with room takes a seat of somebody, who takes a
 * seat of somebody else, until the last takes the free one. So every search walks over inspectors
 * alone, of which there are few, and never over seats, of which there are many.
 */
final class TeamDraw {
  /** As many as {@link Lots} and {@link Prices} have bits for. */
  static final int MAX_INSPECTORS = 4_096;

  /** For each subject a team, its lots, and what passes on from it. */
  private static final int ROUNDS = 3;

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final Seating seating;
  private final Seed seed;
  private final Progress progress;

  TeamDraw(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots,
      Seed seed) {
    this(selected, inspectors, recusals, slots, seed, Progress.UNSEEN);
  }

  /**
   * @param progress told of each subject, of each once more when its lots are taken, and of each
   *     visit that passes on
   */
  TeamDraw(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots,
      Seed seed,
      Progress progress) {
    if (inspectors.size() > MAX_INSPECTORS) {
      throw new IllegalArgumentException(
          "at most %d inspectors, got %d".formatted(MAX_INSPECTORS, inspectors.size()));
    }
    this.selected = selected;
    this.inspectors = inspectors;
    this.seating = new Seating(selected.size(), slots.size(), fits(inspectors, slots));
    this.seed = seed;
    this.progress = progress;
    recuse(recusals);
  }

  private static int[] fits(List<InspectorEntry> inspectors, List<List<String>> slots) {
    return inspectors.stream()
        .mapToInt(inspector -> {
          Set<String> tags = new HashSet<>(inspector.tags());
          int mask = 0;
          for (int s = 0; s < slots.size(); s++) {
            mask |= tags.containsAll(slots.get(s)) ? 1 << s : 0;
          }
          return mask;
        })
        .toArray();
  }

  private void recuse(List<RecusalEntry> recusals) {
    Map<String, Integer> subjects = positions(selected);
    Map<String, Integer> people = positions(inspectors.stream().map(InspectorEntry::id).toList());
    for (RecusalEntry recusal : recusals) {
      if (subjects.containsKey(recusal.subject()) && people.containsKey(recusal.inspector())) {
        seating.recuse(subjects.get(recusal.subject()), people.get(recusal.inspector()));
      }
    }
  }

  private static Map<String, Integer> positions(List<String> ids) {
    Map<String, Integer> positions = new HashMap<>();
    ids.forEach(id -> positions.put(id, positions.size()));
    return positions;
  }

  /** Teams with their proof, or what is lacking. */
  sealed interface Outcome {
    record Teams(List<DrawResult.Team> teams, Map<String, Object> certificate) implements Outcome {}

    record Lacking(DrawResult.Infeasible infeasible) implements Outcome {}
  }

  Outcome draw() {
    Prices prices = new Prices(inspectors.size());
    EvenWorkload workload = new EvenWorkload(seating, prices, inspectors);
    return lacking(workload, ROUNDS)
        .<Outcome>map(Outcome.Lacking::new)
        .orElseGet(() -> drawLots(workload, prices));
  }

  /** What is lacking, if anything: nothing of that hangs on a lot, so none is taken. */
  Optional<DrawResult.Infeasible> lacking() {
    return lacking(new EvenWorkload(seating, new Prices(inspectors.size()), inspectors), 1);
  }

  private Optional<DrawResult.Infeasible> lacking(EvenWorkload workload, int rounds) {
    int missing = workload.seatAll(t -> progress.at(t, (long) rounds * selected.size()));
    return missing == 0
        ? Optional.empty()
        : Optional.of(new CutOff(selected, seating, workload::hasRoom).lacking(missing));
  }

  private Outcome drawLots(EvenWorkload workload, Prices prices) {
    Seating drawn = seating.emptied();
    Lots lots = new Lots(selected.size());
    Seed.TeamLots tickets = seed.teamLots(inspectors.stream().map(InspectorEntry::id).toList());
    var lottery = new LotteryAmongEquals(drawn, workload, lots, prices);
    for (int t = 0; t < selected.size(); t++) {
      isAt(selected.size() + t);
      lots.take(t, tickets.of(selected.get(t)), drawn);
      lottery.seatCheapest(t);
    }
    long tooMany = lottery.tooMany();
    lottery.passOn(
        passed -> isAt(2L * selected.size() + passed * (long) selected.size() / tooMany));
    return new Outcome.Teams(
        teams(drawn), new TeamCertificate(selected, inspectors, drawn, lots, prices).json());
  }

  private void isAt(long done) {
    progress.at(done, (long) ROUNDS * selected.size());
  }

  private List<DrawResult.Team> teams(Seating drawn) {
    List<DrawResult.Team> teams = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      teams.add(
          new DrawResult.Team(
              selected.get(t),
              Arrays.stream(drawn.team(t))
                  .sorted()
                  .mapToObj(i -> inspectors.get(i).id())
                  .toList()));
    }
    return teams;
  }
}
