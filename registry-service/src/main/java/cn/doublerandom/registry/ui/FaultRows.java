package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Preview;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.table.EnglishFaults;
import cn.doublerandom.servicekit.table.RowFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Faults at their cells.
 *
 * @param columns by which they are narrowed, in the order in which they come
 * @param chosen the column that is asked for; empty for all
 * @param all how many are kept
 * @param count how many there are
 * @param twice whether rows stand there twice
 */
public record FaultRows(
    List<Line> rows, List<OfColumn> columns, String chosen, int all, int count, boolean twice) {
  /** Faults of one page; the others are found by their column, or in the marked table. */
  private static final int MOST = 200;

  /**
   * A fault at its cell.
   *
   * @param row of its sheet
   * @param written what stands there; empty where it is about no cell
   * @param ofRow whether it is about no cell
   */
  public record Line(int row, String column, String written, String text, boolean ofRow) {
    static Line of(Preview.Fault fault, boolean english) {
      Problem.FieldError error = fault.fault().asError();
      return new Line(
          Objects.requireNonNullElse(error.row(), 0),
          english ? FaultRows.place(fault.fault(), error) : error.field(),
          fault.written(),
          english ? ofEnglish(error) : error.text(),
          fault.fault().column().isEmpty());
    }
  }

  /** How many faults a column has. */
  public record OfColumn(String name, int count) {}

  /** A column is called as in the file. */
  private static String place(RowFault fault, Problem.FieldError error) {
    if (!fault.column().isEmpty()) {
      return error.field();
    }
    return fault.row() == 0 ? "the whole file" : "the whole row";
  }

  /** A fault in English, by its code; of a refusal in the words of that. */
  static String ofEnglish(Problem.FieldError error) {
    return EnglishFaults.of(error.code(), error.text())
        .or(() ->
            Arrays.stream(RegistryRejection.values())
                .filter(refusal -> refusal.code().equals(error.code()))
                .map(RegistryRejection::english)
                .findFirst())
        .orElse("The register does not take this (" + error.code() + ").");
  }

  /** What is to be said of a table beside its faults, in the reader's language. */
  static List<Problem.FieldError> said(@Nullable Preview preview, boolean english) {
    List<Problem.FieldError> notes = preview == null ? List.of() : preview.notes();
    return english
        ? notes.stream()
            .map(note ->
                new Problem.FieldError(note.field(), note.row(), note.code(), ofEnglish(note)))
            .toList()
        : notes;
  }

  /** What rows would change, with the heads of their columns in the reader's language. */
  static List<Preview.ChangedRow> changes(@Nullable Preview preview, boolean english) {
    List<Preview.ChangedRow> rows = preview == null ? List.of() : preview.changes();
    return english ? rows.stream().map(Preview.ChangedRow::inEnglish).toList() : rows;
  }

  static FaultRows of(Preview preview, String chosen, boolean english) {
    List<Line> kept = preview.faults().stream().map(fault -> Line.of(fault, english)).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    kept.forEach(fault -> counts.merge(fault.column(), 1, Integer::sum));
    List<OfColumn> columns = new ArrayList<>();
    counts.forEach((name, count) -> columns.add(new OfColumn(name, count)));
    String column = counts.containsKey(chosen) ? chosen : "";
    return new FaultRows(
        kept.stream()
            .filter(fault -> column.isEmpty() || fault.column().equals(column))
            .limit(MOST)
            .toList(),
        columns,
        column,
        kept.size(),
        preview.faultCount(),
        preview.faults().stream().anyMatch(fault -> fault.fault().code().equals("duplicate")));
  }
}
