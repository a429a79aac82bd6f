package cn.doublerandom.inspection.signals;

import java.util.List;

/**
 * Something in the visits of a unit that a supervisor may want to look at. It says what was counted
 * and against what, and nothing of why.
 *
 * @param visits that show it, ascending; at most {@link #MOST_VISITS}
 * @param count how many show it
 * @param of how many were looked at
 * @param measured the strongest of it, see {@link Kind}
 * @param limit from which on it is said, likewise
 */
public record Signal(
    Kind kind, String unit, List<String> visits, int count, int of, long measured, long limit) {
  public static final int MOST_VISITS = 100;

  public Signal {
    visits = visits.stream().sorted().limit(MOST_VISITS).toList();
  }

  /** What it is, and what is measured. */
  public enum Kind {
    /**
     * Answers came faster than their questions can be read; seconds of the shortest visit, and
     * those it needs.
     */
    FASTER_THAN_READING,
    /** Texts of different visits are alike; thousandths. */
    ALIKE_TEXTS,
    /** Fewer findings than the classes of the subjects have; chance of it in a million. */
    ALL_CLEAN,
    /** Visits of one officer that began within an hour; how many. */
    BULK_HOUR,
    /** An officer was at two places faster than anybody drives; kilometres an hour. */
    IMPOSSIBLE_TRAVEL,
    /**
     * The same bytes, or photos that look the same, are evidence of several visits; of how many.
     */
    EVIDENCE_TWICE,
    /** Results that were recorded long after the visit; days of the latest. */
    LATE_ENTRY,
    /** Answers changed after the result came back; how many of one visit. */
    EDITS_AFTER_RETURN
  }
}
