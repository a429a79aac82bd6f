package cn.doublerandom.inspection.revisit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far what a team found agrees with what others found who saw it again: of the items of its
 * confirmed revisits those with the same codes. Never a verdict: a thing may have changed between.
 *
 * @param team who was there first, ascending
 * @param agreed items with the same codes
 * @param compared all items
 * @param low lower end of the interval, parts per thousand, rounded down
 * @param high upper end, parts per thousand, rounded up
 */
public record Agreement(List<String> team, int agreed, int compared, int low, int high) {
  /** Of the normal distribution, for 95 of a hundred. */
  private static final double Z = 1.959963984540054;

  private static final double THOUSAND = 1000.0;

  /** Far below what a thousandth is read to, far above what the arithmetic rounds. */
  private static final double SLACK = 1e-9;

  public Agreement {
    team = List.copyOf(team);
  }

  /**
   * With the interval of Wilson (1927) for 95 of a hundred; it stays within 0 and 1 and says much
   * of few items, where the usual one says too little.
   */
  static Agreement of(List<String> team, int agreed, int compared) {
    double n = compared;
    double share = agreed / n;
    double centre = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    int low = (int) Math.floor(THOUSAND * (centre - half) / scale + SLACK);
    int high = (int) Math.ceil(THOUSAND * (centre + half) / scale - SLACK);
    return new Agreement(team, agreed, compared, Math.max(0, low), Math.min((int) THOUSAND, high));
  }

  /** Of each first team by its members; teams of which nothing is confirmed are absent. */
  public static List<Agreement> perTeam(Collection<Revisit> revisits) {
    Map<String, List<Revisit>> teams = new TreeMap<>();
    revisits.stream()
        .filter(one -> one.compared() > 0)
        .forEach(one ->
            teams
                .computeIfAbsent(
                    String.join(" ", one.firstTeam().stream().sorted().toList()),
                    team -> new ArrayList<>())
                .add(one));
    return teams.values().stream()
        .map(ofTeam ->
            of(
                ofTeam.getFirst().firstTeam().stream().sorted().toList(),
                ofTeam.stream().mapToInt(Revisit::agreed).sum(),
                ofTeam.stream().mapToInt(Revisit::compared).sum()))
        .toList();
  }
}
