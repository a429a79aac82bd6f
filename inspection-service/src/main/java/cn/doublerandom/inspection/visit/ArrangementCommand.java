package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;

/** What may be asked of a visit between its draw and its beginning. */
public sealed interface ArrangementCommand extends VisitCommand {
  /**
   * @param isWorkday what the bureau's calendar says of the day
   */
  record AskDay(LocalDate day, boolean isWorkday, String reason, Officer by, LocalDate today)
      implements ArrangementCommand {}

  /**
   * @param isWorkday what the bureau's calendar says now of the day that was asked for
   */
  record AgreeDay(boolean isWorkday, Officer by, LocalDate today) implements ArrangementCommand {}

  /** Another person does not agree; whoever asked takes it back. */
  record DeclineDay(String reason, Officer by, LocalDate today) implements ArrangementCommand {}

  /**
   * @param inspector the member who hands over
   */
  record AskHandover(String inspector, String reason, Officer by, LocalDate today)
      implements ArrangementCommand {}

  /**
   * What was asked of the draw is taken back, as long as it has not said what becomes of it.
   *
   * @param inspector the member who was to hand over
   */
  record TakeBackHandover(String inspector, String reason, Officer by, LocalDate today)
      implements ArrangementCommand {}

  /** The draw says that nobody comes in for him. */
  record RefuseHandover(String inspector, String why, LocalDate on) implements ArrangementCommand {}
}
