package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plan tables as offices really write them (R69): columns by their heads, cells by what they
 * say. White space inside cells is noise of the typesetting. What a table does not say becomes a
 * question, what cannot be a fault with row and column; nothing is guessed.
 */
public final class PlanTableReader {
  private static final int LEAST_HEADS = 3;
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");

  private final PlanSheet sheet;
  private final List<PlanTable.Decision> decisions;
  private final PlanFindings findings = new PlanFindings();
  private final List<String> unknown = new ArrayList<>();

  /** Absent until the heads are found. */
  private @Nullable PlanRowReader rowReader;

  private OptionalInt year;
  private String issuer = "";
  private String title = "";
  private String tableDate = "";

  private PlanTableReader(PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    this.sheet = sheet;
    this.year = year;
    this.decisions = decisions;
  }

  /**
   * Reads a sheet.
   *
   * @param year of the plan, where nothing in the table says it
   * @param decisions answers to questions of an earlier reading of the same sheet
   */
  public static PlanReading read(
      PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    return new PlanTableReader(sheet, year, decisions).reading();
  }

  private PlanReading reading() {
    sheet.rows().forEach(this::line);
    PlanRowReader read = rowReader;
    if (read == null) {
      findings.fault(
          0,
          "",
          "no-table",
          "没有找到计划表：至少要有抽查任务名称、抽查比例、抽查事项、抽查对象、时间等表头中的三个，列之间用制表符、竖线分隔，或为 xlsx、docx、html 表格。");
      return reading(List.of(), List.of());
    } else if (read.rows().isEmpty() && findings.faults().isEmpty()) {
      findings.fault(0, "", "no-rows", "表头之下没有任务。");
    }
    findings.warnings().addAll(PlanNumbering.warnings(read.tasks()));
    return reading(read.rows(), read.tasks());
  }

  private PlanReading reading(List<PlanReading.ReadRow> rows, List<PlanTask> tasks) {
    return new PlanReading(
        findings.areNone()
            ? new PlanTable(
                issuer,
                title,
                tableDate,
                tasks,
                findings.warnings(),
                sheet.rows().stream()
                    .map(r -> r.cells().stream().map(PlanSheet.Cell::text).toList())
                    .toList(),
                decisions.isEmpty() ? null : decisions)
            : null,
        rows,
        findings.questions(),
        findings.faults(),
        unknown);
  }

  private void line(PlanSheet.Row row) {
    Map<PlanColumn, Integer> heads = heads(row);
    PlanRowReader reader = rowReader;
    if (reader == null && heads.size() >= LEAST_HEADS) {
      begin(row, heads);
    } else if (heads.size() >= LEAST_HEADS) {
      // The heads once more, at the top of a printed page.
      return;
    } else if (reader == null || row.cells().size() < LEAST_HEADS) {
      heading(row);
    } else if (!isRule(row) && !isBlank(row) && !reader.read(row)) {
      heading(row);
    }
  }

  private void begin(PlanSheet.Row row, Map<PlanColumn, Integer> heads) {
    for (int i = 0; i < row.cells().size(); i++) {
      String head = PlanCells.plain(row.text(i));
      if (!heads.containsValue(i) && !head.isEmpty()) {
        unknown.add(head);
        findings
            .warnings()
            .add(new PlanWarning("UNKNOWN_COLUMN", "不认识的列“%s”，原样保留。".formatted(head)));
      }
    }
    rowReader =
        new PlanRowReader(
            findings, new PlanCells(findings, heads, decisions), sheet.bySpaces(), year);
  }

  private static Map<PlanColumn, Integer> heads(PlanSheet.Row row) {
    Map<PlanColumn, Integer> heads = new EnumMap<>(PlanColumn.class);
    for (int i = 0; i < row.cells().size(); i++) {
      int at = i;
      if (!row.isMerged(i)) {
        PlanColumn.of(row.text(i)).ifPresent(column -> heads.putIfAbsent(column, at));
      }
    }
    return heads;
  }

  /** A line of dashes between header and rows, as some editors draw it. */
  private static boolean isRule(PlanSheet.Row row) {
    return row.cells().stream().allMatch(c -> PlanCells.plain(c.text()).matches("-*"));
  }

  private static boolean isBlank(PlanSheet.Row row) {
    return row.cells().stream().allMatch(c -> PlanCells.plain(c.text()).isEmpty());
  }

  private void heading(PlanSheet.Row row) {
    String line = PlanCells.plain(row.text(0));
    Matcher named = YEAR.matcher(line);
    if (year.isEmpty() && named.find()) {
      year = OptionalInt.of(Integer.parseInt(named.group(1)));
      if (rowReader != null) {
        rowReader.assume(year);
      }
    }
    if (line.startsWith("单位（盖章）：")) {
      issuer = line.substring("单位（盖章）：".length());
    } else if (line.startsWith("制表时间：")) {
      tableDate = line.substring("制表时间：".length());
    } else if (line.startsWith("#") && rowReader == null) {
      title = line.replace("#", "");
    } else if (rowReader == null && line.contains("计划") && line.length() <= 60 && title.isEmpty()) {
      title = line;
    }
  }
}
