package cn.doublerandom.local.attack;

import java.util.Locale;

/**
 * What came back.
 *
 * @param status of the answer; 0 where the connection ended without one
 * @param head header lines, {@code name: value}, names in lower case
 * @param body its first million characters; where there is no answer, how the connection ended
 * @param millis from the first byte sent to the last received
 */
record Answer(int status, String head, String body, long millis) {
  static final int NONE = 0;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  /**
   * @param why how it ended: silent, closed, reset, or never connected
   */
  static Answer none(String why, long millis) {
    return new Answer(NONE, "", why, millis);
  }

  /** The value of a header, empty where it is missing. */
  String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ": ";
    return head.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  boolean isTaken() {
    return status >= 200 && status < 400;
  }

  /** Somebody was told to come again: a limit held, and nobody was hurt. */
  private boolean isPostponed() {
    return status == 503 && (!header("retry-after").isEmpty() || body.contains("part-busy"));
  }

  /** Refused with a word, or by an ended connection. */
  boolean isRefused() {
    return status == NONE
        || (status >= 400 && status < 500)
        || status == 501
        || status == 505
        || isPostponed();
  }

  /** Refused because of who asks: not signed in, or a role that may not. */
  boolean isForWhoAsks() {
    return status == 401 || (status == 403 && body.contains("role-missing"));
  }

  /** Nobody may live with this: a fault, or a part that is away. */
  boolean isFault() {
    return status >= 500 && !isRefused();
  }

  /** How long it says to wait, ten seconds at most. */
  long pauseMillis() {
    String told = header("retry-after");
    long seconds = told.matches("[0-9]{1,4}") ? Long.parseLong(told) : 1;
    return Math.min(LONGEST_PAUSE_MILLIS, seconds * 1_000);
  }

  String told() {
    String line = body.replaceAll("\\s+", " ");
    return status + " " + line.substring(0, Math.min(line.length(), 160));
  }
}
