package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recusal that was declared after the freeze: the frozen lists do not know it, so whoever was or
 * will be drawn against it has to be replaced (R65).
 *
 * @param reason code of the recusal
 * @param on day it arrived
 * @param kept whether two people decided that the member stays all the same
 * @param from first day of the recusal; absent where it held when it arrived
 */
public record LateRecusal(
    String subject,
    String inspector,
    String reason,
    LocalDate on,
    boolean kept,
    @Nullable LocalDate from) {

  /** First day of the recusal. */
  public LocalDate holdsFrom() {
    return from == null ? on : from;
  }

  public boolean isOf(String visited, String member) {
    return subject.equals(visited) && inspector.equals(member);
  }

  LateRecusal keep() {
    return new LateRecusal(subject, inspector, reason, on, true, from);
  }
}
