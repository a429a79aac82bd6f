package cn.doublerandom.inspection.followup;

import java.time.LocalDate;

/**
 * A day on which somebody is told that a follow-up is still open.
 *
 * @param what that day is
 * @param role who is told from that day on
 */
public record Alarm(LocalDate on, What what, String role) {
  /** What a day is for a follow-up. */
  public enum What {
    /** It is due soon. */
    REMINDER,
    /** It is due no more: its day has passed. */
    OVERDUE,
    /** It is still open, and somebody above is told. */
    ESCALATION
  }
}
