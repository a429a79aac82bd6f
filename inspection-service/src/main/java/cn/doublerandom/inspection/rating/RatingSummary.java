package cn.doublerandom.inspection.rating;

import java.util.Map;
import java.util.TreeMap;

/**
 * The ratings of a task in a quarter, added up.
 *
 * @param teams by the units of a team
 */
public record RatingSummary(
    String planId, String taskId, int year, int quarter, Map<String, Tally> teams) {
  public RatingSummary {
    teams = new TreeMap<>(teams);
  }

  /** The id under which a quarter of a task is kept. */
  public static String id(String planId, String taskId, Quarter quarter) {
    return "%s-%s-%dq%d".formatted(planId, taskId, quarter.year(), quarter.number());
  }

  /** Of what is known of the quarter with that id. */
  public static RatingSummary of(String id, Ratings known) {
    int end = id.lastIndexOf('-');
    int middle = id.lastIndexOf('-', end - 1);
    String[] quarter = id.substring(end + 1).split("q", -1);
    return new RatingSummary(
        id.substring(0, middle),
        id.substring(middle + 1, end),
        Integer.parseInt(quarter[0]),
        Integer.parseInt(quarter[1]),
        known.byTeam());
  }

  /** Its own. */
  public String id() {
    return id(planId, taskId, ofQuarter());
  }

  Quarter ofQuarter() {
    return new Quarter(year, quarter);
  }
}
