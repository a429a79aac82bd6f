package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pasted table: columns by tabs, by bars, one cell a line, or by white space where nothing else.
 */
public final class PlanText {
  private static final Pattern BAR = Pattern.compile("(?:\\G|(?<!\\s))\\s*+[|｜]\\s?");
  private static final Pattern SERIAL = Pattern.compile("[0-9]{1,3}");
  private static final int LEAST_HEADS = 3;

  /** A row of more cells is none; so many are enough to know it. */
  private static final int PARTS = PlanSheet.MAX_COLUMNS + 1;

  private PlanText() {}

  /** Whether a text is a csv: the line of its heads is parted by commas or semicolons. */
  public static boolean isCsv(String text) {
    return !text.contains("\t")
        && text.lines()
            .anyMatch(line -> heads(line, ",") >= LEAST_HEADS || heads(line, ";") >= LEAST_HEADS);
  }

  private static long heads(String line, String separator) {
    return Stream.of(line.split(separator, PARTS))
        .map(cell -> cell.replace("\"", ""))
        .filter(cell -> PlanColumn.of(cell).isPresent())
        .count();
  }

  /** Whether rows hold the heads of a plan table. */
  public static boolean hasHeads(List<PlanSheet.Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Optional<PlanSheet.Row> next =
          i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.empty();
      if (PlanHeads.at(rows.get(i), next).isPresent()) {
        return true;
      }
    }
    return false;
  }

  public static PlanSheet sheet(String text) {
    List<String> lines = text.lines().toList();
    if (lines.stream().anyMatch(line -> line.contains("\t"))) {
      return rows(lines, line -> List.of(line.split("\t", PARTS)));
    } else if (lines.stream().filter(line -> line.strip().matches("[|｜]")).count() >= LEAST_HEADS) {
      return oneCellALine(lines);
    } else if (lines.stream().anyMatch(line -> BAR.split(line, PARTS).length > LEAST_HEADS)) {
      return rows(lines, line -> List.of(BAR.split(line.strip().replaceAll("^[|｜]", ""), PARTS)));
    }
    PlanSheet bySpaces = bySpaces(lines);
    return bySpaces.bySpaces() ? bySpaces : PlanCellLines.sheet(lines).orElse(bySpaces);
  }

  private interface Splitter {
    List<String> cells(String line);
  }

  private static PlanSheet rows(List<String> lines, Splitter splitter) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(PlanSheet.Row.of(i + 1, splitter.cells(lines.get(i))));
    }
    return new PlanSheet(rows, false);
  }

  /** As some pages are copied: a cell, a bar on a line of its own, the next cell. */
  private static PlanSheet oneCellALine(List<String> lines) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int begun = 1;
    int serial = 0;
    boolean barred = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.matches("[|｜]")) {
        row.add(cell.toString());
        cell.setLength(0);
        barred = true;
        continue;
      }
      // The next serial number begins the next row, the first one ends the heads.
      boolean next =
          barred && row.size() > LEAST_HEADS && line.equals(Integer.toString(serial + 1));
      if (next && cell.isEmpty()) {
        rows.add(PlanSheet.Row.of(begun, row));
        row = new ArrayList<>();
        begun = i + 1;
        serial++;
      } else if (!barred && PlanColumn.of(line).isEmpty() && row.isEmpty()) {
        rows.add(PlanSheet.Row.of(i + 1, List.of(line)));
        begun = i + 2;
        continue;
      }
      cell.append(line);
    }
    if (!cell.isEmpty()) {
      row.add(cell.toString());
    }
    rows.add(PlanSheet.Row.of(begun, row));
    return new PlanSheet(rows, false);
  }

  /** Nothing but white space between columns: read by position, and said to be uncertain. */
  private static PlanSheet bySpaces(List<String> lines) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    boolean inTable = false;
    for (int i = 0; i < lines.size(); i++) {
      List<String> tokens =
          Stream.of(lines.get(i).strip().split("\\s+", PARTS)).filter(t -> !t.isEmpty()).toList();
      long heads = tokens.stream().filter(t -> PlanColumn.of(t).isPresent()).count();
      if (heads >= LEAST_HEADS) {
        inTable = true;
        rows.add(PlanSheet.Row.of(i + 1, tokens));
      } else if (inTable
          && !tokens.isEmpty()
          && tokens.stream().limit(2).anyMatch(t -> SERIAL.matcher(t).matches())) {
        rows.add(PlanSheet.Row.of(i + 1, tokens));
      } else {
        rows.add(PlanSheet.Row.of(i + 1, List.of(lines.get(i))));
      }
    }
    return new PlanSheet(rows, inTable);
  }
}
