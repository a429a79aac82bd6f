package cn.doublerandom.servicekit.waiting;

import java.time.LocalDate;

/**
 * What somebody did with one request: events of one type.
 *
 * @param type of the events, without its version
 * @param stream of the first of them
 * @param seq of the last of them
 * @param count how many there are
 */
public record Doing(String type, String stream, String actor, LocalDate day, long seq, long count) {
  /** With what the same request did later; what is known already changes nothing. */
  Doing and(Doing later) {
    return later.seq <= seq
        ? this
        : new Doing(type, stream, actor, day, later.seq, count + later.count);
  }
}
