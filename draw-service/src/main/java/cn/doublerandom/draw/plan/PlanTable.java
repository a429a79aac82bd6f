package cn.doublerandom.draw.plan;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan table as read.
 *
 * @param issuer 单位（盖章）, or empty
 * @param title heading above the table, or empty
 * @param tableDate 制表时间 as printed, or empty
 * @param layout the cells as they stood, so that the same table can be given back; absent in tables
 *     read before it was kept
 * @param decisions answers of people to what the table does not say; absent where none
 */
public record PlanTable(
    String issuer,
    String title,
    String tableDate,
    List<PlanTask> tasks,
    List<PlanWarning> warnings,
    @Nullable List<List<String>> layout,
    @Nullable List<Decision> decisions) {
  public PlanTable {
    tasks = List.copyOf(tasks);
    warnings = List.copyOf(warnings);
    layout = layout == null ? null : layout.stream().map(List::copyOf).toList();
    decisions = decisions == null ? null : List.copyOf(decisions);
  }

  /**
   * What a person said a cell is.
   *
   * @param row line or row of the file, from 1
   * @param column head
   * @param text the answer, read like a cell
   * @param stood what stands in the file there; empty where nothing does, absent of what is in no
   *     cell and in tables read before it was kept
   */
  public record Decision(int row, String column, String text, @Nullable String stood) {
    /** As it was said. */
    public Decision(int row, String column, String text) {
      this(row, column, text, null);
    }

    Decision over(@Nullable String cell) {
      return new Decision(row, column, text, cell);
    }
  }

  /** A quarter of what a record of a topic holds (docs/event-store.md): people read it too. */
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private static final long WORDS_OF_ROW = 512;
  private static final long BYTES_OF_IDEOGRAPH = 3;

  /**
   * Whether it can be told in one record: what no record holds would stop the numbering of all that
   * follows, so it is refused before it is kept.
   */
  public boolean fitsOneRecord() {
    return fitOneRecord(tasks);
  }

  static boolean fitOneRecord(List<PlanTask> tasks) {
    return tasks.stream().mapToLong(PlanTable::bytes).sum() <= MOST_BYTES;
  }

  private static long bytes(PlanTask task) {
    long signs =
        Stream.of(
                task.planNumber(),
                task.planName(),
                task.taskNumber(),
                task.taskName(),
                task.rate(),
                task.items(),
                task.scope(),
                task.leadUnit(),
                task.jointUnit(),
                task.drawPeriod())
            .mapToLong(String::length)
            .sum();
    return WORDS_OF_ROW + BYTES_OF_IDEOGRAPH * signs;
  }

  /** The calendar year all plan numbers start with. */
  public String year() {
    return tasks.getFirst().planNumber().substring(0, 4);
  }
}
