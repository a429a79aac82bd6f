package cn.doublerandom.inspection.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ratings of the visits of a task that ended in a quarter.
 *
 * @param rated tokens of the codes that have rated
 * @param tallies by the units of a team: teams of several units count apart, so that no two numbers
 *     that are shown have a rating in common and their difference tells none
 */
public record Ratings(Set<String> rated, Map<List<String>, Tally> tallies) {
  /** Stands between the names of the units of a team. */
  static final String BETWEEN = "、";

  static final Ratings NONE = new Ratings(Set.of(), Map.of());

  public Ratings {
    rated = Set.copyOf(rated);
    tallies = Map.copyOf(tallies);
  }

  Ratings with(String token, List<String> units, Rating rating) {
    Set<String> tokens = new TreeSet<>(rated);
    tokens.add(token);
    Map<List<String>, Tally> counted = new HashMap<>(tallies);
    counted.put(units, tallies.getOrDefault(units, Tally.NONE).and(rating));
    return new Ratings(tokens, counted);
  }

  /** By the names of the units, joined as they are read. */
  public Map<String, Tally> byTeam() {
    Map<String, Tally> named = new TreeMap<>();
    tallies.forEach((units, tally) -> named.put(String.join(BETWEEN, units), tally));
    return named;
  }
}
