package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.time.DeadlineBasis;
import java.time.LocalDate;

/** What happens to a result on its way to the public. */
public sealed interface ResultEvent {
  record ResultReceived(ResultContent content) implements ResultEvent {}

  /** The last day has passed and the result of a finished visit is not recorded. */
  record ResultMissed(MissingResult missing) implements ResultEvent {}

  /** 逾期未检查: the window of a visit has ended, and it was neither finished nor cancelled. */
  record VisitMissed(MissingVisit missing) implements ResultEvent {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED or CANCELLED
   */
  record VisitSettled(String outcome, LocalDate on) implements ResultEvent {}

  /** A new holiday notice moved the deadline of a result not public yet. */
  record PublicationDeadlineMoved(LocalDate dueOn, boolean provisional, DeadlineBasis basis)
      implements ResultEvent {}

  /**
   * @param indexNumber 索引号 of the notice
   */
  record ResultPublished(
      String subjectName, LocalDate on, boolean onTime, String indexNumber, String by)
      implements ResultEvent {}
}
