package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is arranged of a visit between its draw and its beginning (改期、移交). */
public sealed interface ArrangementEvent extends VisitEvent {
  /**
   * 申请改期: somebody asks that the visit is held on a day; nothing is moved yet.
   *
   * @param by account
   */
  record DayAsked(LocalDate day, String reason, String by, LocalDate on)
      implements ArrangementEvent {}

  /**
   * Another person agreed: the visit is held on that day and on no other.
   *
   * @param before the day agreed before; absent where there was none
   * @param askedBy account of who had asked
   * @param by account of who agreed
   */
  record DayAgreed(
      LocalDate day,
      @Nullable LocalDate before,
      String reason,
      String askedBy,
      String by,
      LocalDate on)
      implements ArrangementEvent {}

  /** Another person did not agree, or whoever asked took it back: the day stays what it was. */
  record DayDeclined(LocalDate day, String reason, String by, LocalDate on)
      implements ArrangementEvent {}

  /**
   * 移交: somebody else is to serve in the place of a member. Who it is the draw says, once another
   * person has agreed there.
   *
   * @param by account of who asked: the member, the lead of its unit or the coordinator
   */
  record HandoverAsked(String inspector, String reason, String by, LocalDate on)
      implements ArrangementEvent {}

  /**
   * Who asked, or who works for the whole bureau, takes it back; the draw drops what waits there,
   * or had decided before.
   *
   * @param by account
   */
  record HandoverTakenBack(String inspector, String reason, String by, LocalDate on)
      implements ArrangementEvent {}

  /**
   * Nobody comes in for him: the draw could not take it, or there it was not agreed to.
   *
   * @param why in words
   */
  record HandoverRefused(String inspector, String why, LocalDate on) implements ArrangementEvent {}
}
