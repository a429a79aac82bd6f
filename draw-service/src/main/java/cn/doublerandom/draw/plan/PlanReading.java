package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.PeriodReading;
import cn.doublerandom.draw.reading.QuotaReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a plan table: rows, readings and questions.
 *
 * @param table absent where there are faults or a question that must be answered first
 * @param unknownColumns heads nobody knows; their cells are kept
 */
public record PlanReading(
    @Nullable PlanTable table,
    List<ReadRow> rows,
    List<Question> questions,
    List<Fault> faults,
    List<String> unknownColumns) {
  public PlanReading {
    rows = List.copyOf(rows);
    questions = List.copyOf(questions);
    faults = List.copyOf(faults);
    unknownColumns = List.copyOf(unknownColumns);
  }

  /**
   * One row as read; what could not be read is absent.
   *
   * @param subjectKinds kinds of subjects the words of 抽查对象范围 name
   * @param units units of 联合/配合, one by one
   * @param inherited heads whose cell is empty here and taken from above
   */
  public record ReadRow(
      int row,
      @Nullable String key,
      String taskName,
      @Nullable QuotaReading quota,
      @Nullable PeriodReading period,
      List<String> subjectKinds,
      List<String> units,
      List<String> inherited) {}

  /**
   * Something only a person can say.
   *
   * @param column head of the cell
   * @param blocking whether the table cannot be taken before it is answered
   * @param suggestion what an answer could be, or empty
   */
  public record Question(
      int row, String column, String code, String text, boolean blocking, String suggestion) {}

  /**
   * One cell that cannot be.
   *
   * @param row line of the text, from 1; 0 where the whole text is meant
   * @param column its head, or empty
   */
  public record Fault(int row, String column, String code, String text) {}
}
