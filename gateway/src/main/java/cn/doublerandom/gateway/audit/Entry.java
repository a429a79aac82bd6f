package cn.doublerandom.gateway.audit;

import java.time.Instant;

/**
 * Something that happened at the door.
 *
 * @param account who; empty where it is nobody we know: what was typed there may be a password
 * @param role he acts in from then on; empty for all he has
 * @param principal whom he acts for from then on (代理); empty where for himself
 * @param bureau it is of, by its key; empty where that is not known
 * @param code of the refusal; empty where there is none
 * @param source network it came from, see {@link Network}
 * @param times how often, at least once
 * @param at to the second
 */
public record Entry(
    What what,
    String account,
    String role,
    String principal,
    String bureau,
    String code,
    String source,
    long times,
    Instant at) {
  /** What happens at a door. */
  public enum What {
    SIGNED_IN,
    SIGNED_OUT,
    SWITCHED,
    REFUSED
  }

  public Entry {
    if (times < 1) {
      throw new IllegalArgumentException("what happened did so at least once, got " + times);
    }
    at = Instant.ofEpochSecond(at.getEpochSecond());
  }

  /** Of somebody who acts for himself. */
  public Entry(
      What what,
      String account,
      String role,
      String bureau,
      String code,
      String source,
      long times,
      Instant at) {
    this(what, account, role, "", bureau, code, source, times, at);
  }

  /** Somebody was not let in, or not let do something, so often. */
  static Entry refused(String code, String account, String source, long times, Instant at) {
    return new Entry(What.REFUSED, account, "", "", code, source, times, at);
  }
}
