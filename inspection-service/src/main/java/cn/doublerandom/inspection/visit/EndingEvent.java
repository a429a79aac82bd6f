package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a visit comes to its end: one of the team asks, another agrees (ADR 107). */
public sealed interface EndingEvent extends VisitEvent {
  /**
   * One of the team says that all is done. The visit runs on until another agrees.
   *
   * @param by number under which the team lists him
   * @param on the day on which the visit ended, if another agrees
   */
  record EndAsked(String by, LocalDate on) implements EndingEvent {}

  /**
   * Another agrees, and the visit ends in the same append.
   *
   * @param by number of one of the team, or the account of who agreed in a member's place
   * @param reason why no other member of the team could; absent where one agreed
   */
  record EndAgreed(String by, LocalDate on, @Nullable String reason) implements EndingEvent {}
}
