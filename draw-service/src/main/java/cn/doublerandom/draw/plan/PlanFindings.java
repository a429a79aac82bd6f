package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.PlanReading.Fault;
import cn.doublerandom.draw.plan.PlanReading.Question;
import java.util.ArrayList;
import java.util.List;

/** What a reading of a plan table has to say besides what it read. */
final class PlanFindings {
  private final List<Fault> faults = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<PlanWarning> warnings = new ArrayList<>();

  List<Fault> faults() {
    return faults;
  }

  List<Question> questions() {
    return questions;
  }

  List<PlanWarning> warnings() {
    return warnings;
  }

  /** Nothing is wrong, and nothing has to be answered first. */
  boolean areNone() {
    return faults.isEmpty() && questions.stream().noneMatch(Question::blocking);
  }

  /**
   * What cannot be.
   *
   * @param row its number, or 0 for the table
   * @param column its head, or empty for the row
   */
  void fault(int row, String column, String code, String text) {
    var fault = new Fault(row, column, code, text);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /**
   * What the table does not say.
   *
   * @param blocking whether the table cannot be taken before it is answered
   * @param suggestion an answer to begin with, or empty
   */
  void ask(
      PlanSheet.Row row,
      PlanColumn column,
      String code,
      String text,
      boolean blocking,
      String suggestion) {
    if (ask(row.number(), column.head(), code, text, blocking, suggestion) && !blocking) {
      warn("QUESTION", row, column, text);
    }
  }

  /** Asks once about a cell; whether it was not asked before. */
  boolean ask(
      int row, String column, String code, String text, boolean blocking, String suggestion) {
    boolean isAsked = questions.stream().anyMatch(q -> q.row() == row && q.column().equals(column));
    if (!isAsked) {
      questions.add(new Question(row, column, code, text, blocking, suggestion));
    }
    return !isAsked;
  }

  /** What an officer should look at in a cell. */
  void warn(String code, PlanSheet.Row row, PlanColumn column, String text) {
    warnings.add(
        new PlanWarning(code, "第 %d 行“%s”：%s".formatted(row.number(), column.head(), text)));
  }
}
