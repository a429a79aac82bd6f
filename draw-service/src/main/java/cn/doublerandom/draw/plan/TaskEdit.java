package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a plan written anew. What is written is read by the rules every table is read by; what
 * stays as it was keeps its reading.
 */
public final class TaskEdit {
  /** The cells that can be written anew; numbers stay, for a task is known by them. */
  public static final List<PlanColumn> CELLS =
      List.of(
          PlanColumn.TASK_NAME,
          PlanColumn.DRAW_TYPE,
          PlanColumn.QUOTA,
          PlanColumn.ITEMS,
          PlanColumn.SCOPE,
          PlanColumn.LEAD,
          PlanColumn.JOINT,
          PlanColumn.PERIOD);

  /** What was asked of these was answered when the table was taken, and is not asked again. */
  private static final List<PlanColumn> SETTLED =
      List.of(PlanColumn.PLAN_NUMBER, PlanColumn.QUOTA, PlanColumn.PERIOD);

  private static final int HEADS = 1;
  private static final int ROW = 2;

  private TaskEdit() {}

  /**
   * What becomes of a table.
   *
   * @param table absent where the row cannot be taken
   * @param reading of the row, with what is asked and wrong
   */
  public record Edited(@Nullable PlanTable table, PlanReading reading) {}

  /** The cells of a task as they stand. */
  public static Map<PlanColumn, String> cells(PlanTask task) {
    Map<PlanColumn, String> cells = new EnumMap<>(PlanColumn.class);
    cells.put(PlanColumn.PLAN_NUMBER, task.planNumber());
    cells.put(PlanColumn.PLAN_NAME, task.planName());
    cells.put(PlanColumn.TASK_NUMBER, task.taskNumber());
    cells.put(PlanColumn.TASK_NAME, task.taskName());
    cells.put(
        PlanColumn.DRAW_TYPE, task.drawType() == PlanTask.DrawType.TARGETED ? "定向抽查" : "不定向抽查");
    cells.put(PlanColumn.QUOTA, task.rate());
    cells.put(PlanColumn.ITEMS, task.items());
    cells.put(PlanColumn.SCOPE, task.scope());
    cells.put(PlanColumn.LEAD, task.leadUnit());
    cells.put(PlanColumn.JOINT, task.jointUnit());
    cells.put(PlanColumn.PERIOD, task.drawPeriod());
    return cells;
  }

  /**
   * @param written the cells that are to say something else
   */
  public static Edited of(PlanTable table, PlanTask task, Map<PlanColumn, String> written) {
    Map<PlanColumn, String> cells = cells(task);
    Map<PlanColumn, String> changed = new EnumMap<>(PlanColumn.class);
    written.forEach((column, text) -> {
      String plain = PlanCells.plain(text);
      if (CELLS.contains(column) && !plain.equals(cells.get(column))) {
        changed.put(column, plain);
      }
    });
    cells.putAll(changed);
    PlanReading reading = read(table, cells, changed.keySet());
    PlanTable row = reading.table();
    if (row == null) {
      return new Edited(null, reading);
    }
    PlanTask read = row.tasks().getFirst();
    PlanTask now =
        new PlanTask(
            task.planNumber(),
            task.planName(),
            task.taskNumber(),
            read.taskName(),
            read.drawType(),
            changed.containsKey(PlanColumn.QUOTA) ? read.rate() : task.rate(),
            changed.containsKey(PlanColumn.QUOTA) ? read.rateNum() : task.rateNum(),
            changed.containsKey(PlanColumn.QUOTA) ? read.rateDen() : task.rateDen(),
            read.items(),
            read.scope(),
            read.leadUnit(),
            read.jointUnit(),
            read.drawPeriod(),
            changed.containsKey(PlanColumn.PERIOD) ? read.drawFrom() : task.drawFrom(),
            changed.containsKey(PlanColumn.PERIOD) ? read.drawTo() : task.drawTo(),
            changed.containsKey(PlanColumn.QUOTA) ? read.quota() : task.quota(),
            changed.containsKey(PlanColumn.QUOTA) ? read.timesInYear() : task.timesInYear());
    List<PlanWarning> was = warnings(read(table, cells(task), Set.of()));
    return new Edited(with(table, task, now, changed, was, row.warnings()), reading);
  }

  /** The row alone, under the heads the bureau's own table prints. */
  private static PlanReading read(
      PlanTable table, Map<PlanColumn, String> cells, Set<PlanColumn> changed) {
    List<PlanColumn> columns = List.copyOf(cells.keySet());
    List<PlanTable.Decision> said = new ArrayList<>();
    said.add(new PlanTable.Decision(0, PlanTableReader.ISSUER, issuer(table)));
    SETTLED.stream()
        .filter(column -> !changed.contains(column) && !cells.getOrDefault(column, "").isEmpty())
        .forEach(column ->
            said.add(new PlanTable.Decision(ROW, column.head(), cells.getOrDefault(column, ""))));
    var sheet =
        new PlanSheet(
            List.of(
                PlanSheet.Row.of(HEADS, columns.stream().map(PlanColumn::head).toList()),
                PlanSheet.Row.of(
                    ROW, columns.stream().map(c -> cells.getOrDefault(c, "")).toList())),
            false);
    return PlanTableReader.read(sheet, OptionalInt.of(Integer.parseInt(table.year())), said);
  }

  private static String issuer(PlanTable table) {
    return table.issuer().isEmpty() ? "-" : table.issuer();
  }

  private static List<PlanWarning> warnings(PlanReading reading) {
    PlanTable table = reading.table();
    return table == null ? List.of() : table.warnings();
  }

  private static PlanTable with(
      PlanTable table,
      PlanTask before,
      PlanTask now,
      Map<PlanColumn, String> changed,
      List<PlanWarning> was,
      List<PlanWarning> is) {
    Layout layout = layout(table, before, changed);
    return new PlanTable(
        table.issuer(),
        table.title(),
        table.tableDate(),
        table.tasks().stream().map(t -> t.equals(before) ? now : t).toList(),
        EditedWarnings.of(table.warnings(), was, is, changed.keySet(), layout.row()),
        layout.rows(),
        table.decisions());
  }

  /**
   * The cells as they stood, but for those written anew.
   *
   * @param rows absent where the row is not found
   * @param row which one it is, from 1; 0 where it is not found
   */
  private record Layout(@Nullable List<List<String>> rows, int row) {}

  private static Layout layout(PlanTable table, PlanTask task, Map<PlanColumn, String> changed) {
    List<List<String>> layout = table.layout();
    if (layout == null) {
      return new Layout(null, 0);
    }
    List<List<String>> rows = new ArrayList<>(layout);
    PlanHeads heads = null;
    int found = 0;
    for (int i = 0; i < rows.size(); i++) {
      Optional<PlanHeads> begins = PlanHeads.at(row(rows, i), next(rows, i));
      if (begins.isPresent()) {
        heads = begins.get();
        i += heads.rows() - 1;
      } else if (heads != null && isOf(task, rows.get(i), heads)) {
        rows.set(i, written(rows.get(i), heads, changed));
        found = i + 1;
      }
    }
    return new Layout(found > 0 ? rows : null, found);
  }

  private static PlanSheet.Row row(List<List<String>> rows, int at) {
    return PlanSheet.Row.of(at + 1, rows.get(at));
  }

  private static Optional<PlanSheet.Row> next(List<List<String>> rows, int at) {
    return at + 1 < rows.size() ? Optional.of(row(rows, at + 1)) : Optional.empty();
  }

  private static boolean isOf(PlanTask task, List<String> row, PlanHeads heads) {
    return says(row, heads, PlanColumn.PLAN_NUMBER, task.planNumber())
        && says(row, heads, PlanColumn.TASK_NUMBER, task.taskNumber());
  }

  private static boolean says(List<String> row, PlanHeads heads, PlanColumn column, String number) {
    Integer at = heads.columns().get(column);
    return at != null
        && at < row.size()
        && PlanCells.plain(row.get(at)).replace("号", "").equals(number);
  }

  private static List<String> written(
      List<String> row, PlanHeads heads, Map<PlanColumn, String> changed) {
    List<String> cells = new ArrayList<>(row);
    changed.forEach((column, text) -> {
      Integer at = heads.columns().get(column);
      if (at != null && at < cells.size()) {
        cells.set(at, text);
      }
    });
    return cells;
  }
}
