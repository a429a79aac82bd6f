package cn.doublerandom.publication.opendata;

import java.time.Instant;

/**
 * The last thing that happened to a notice, as the public sees it.
 *
 * @param seq place in the ledger: no two changes have the same
 * @param id of the notice
 * @param at when it was recorded
 */
public record OpenChange(long seq, Kind kind, String id, Instant at) {
  /** What notice it is. */
  public enum Kind {
    PLAN,
    PROGRAMME,
    BULLETIN,
    DRAW,
    RESULT
  }

  /** Where it stands among all. */
  public String key() {
    return kind + " " + id;
  }
}
