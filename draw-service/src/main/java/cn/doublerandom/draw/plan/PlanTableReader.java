package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.servicekit.text.TextGuard;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** What the question for the issuer is asked under; its row is 0. */
  public static final String ISSUER = "单位（盖章）";

  private static final int MOST_FAULTS = 200;
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");

  private final PlanSheet sheet;
  private final List<PlanTable.Decision> decisions;
  private final Map<String, String> stood = new HashMap<>();

  /** Heads above the row that is read; absent before the first. */
  private @Nullable PlanHeads over;

  private final PlanFindings findings = new PlanFindings();
  private final List<String> unknown = new ArrayList<>();
  private final List<PlanReading.ReadRow> rows = new ArrayList<>();
  private final List<PlanTask> tasks = new ArrayList<>();

  /** Absent until the heads are found. */
  private @Nullable PlanRowReader rowReader;

  /** Of the plan, as who sent the table said. */
  private final OptionalInt asked;

  private OptionalInt year;
  private String issuer = "";
  private String title = "";
  private final List<String> titles = new ArrayList<>();
  private String tableDate = "";
  private int madeInRow;

  private PlanTableReader(PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    this.sheet = sheet;
    this.year = year;
    this.asked = year;
    this.decisions = decisions;
  }

  /**
   * Reads a sheet.
   *
   * @param year of the plan, where nothing in the table says it; a fault where the table says
   *     another
   * @param decisions answers to questions of an earlier reading of the same sheet
   */
  public static PlanReading read(
      PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    return new PlanTableReader(sheet, year, decisions).reading();
  }

  private PlanReading reading() {
    sheet.notes().forEach(note -> findings.warnings().add(new PlanWarning("DOCUMENT_NOTE", note)));
    for (int i = 0; i < sheet.rows().size() && !isHopeless(sheet.rows().get(i)); ) {
      i += line(i);
    }
    if (rowReader == null) {
      findings.fault(0, "", "no-table", noTable());
      return reading(List.of(), List.of());
    }
    answers();
    if (rows.isEmpty() && findings.faults().isEmpty()) {
      findings.fault(0, "", "no-rows", "表头之下没有任务。");
    }
    if (!PlanTable.fitOneRecord(tasks)) {
      findings.fault(
          0, "", PlanRejection.PLAN_TOO_LARGE.code(), PlanRejection.PLAN_TOO_LARGE.text());
    }
    askForIssuer();
    PlanYears.otherTitle(titles, asked, findings);
    PlanNumbering.askForShort(rows, decisions, findings);
    TableDate.doubt(tableDate, year)
        .ifPresent(o -> findings.fault(madeInRow, TableDate.HEAD, o.code(), o.text()));
    findings.warnings().addAll(PlanNumbering.warnings(tasks));
    return reading(rows, tasks);
  }

  /** Nobody mends a table by more faults than that: what follows is not read. */
  private boolean isHopeless(PlanSheet.Row next) {
    boolean isTooMuch = findings.faults().size() >= MOST_FAULTS;
    if (isTooMuch) {
      findings.fault(next.number(), "", "too-many-faults", "已有 " + MOST_FAULTS + " 处错误，本行起没有读取。");
    }
    return isTooMuch;
  }

  private String noTable() {
    String said = String.join("", sheet.notes());
    return said
        + "没有找到计划表：至少要有抽查任务名称、抽查比例、抽查事项、抽查对象、时间等表头中的三个，列之间用制表符、竖线或逗号分隔，或为 xlsx、docx、html 表格。";
  }

  /** An answer to a row or a column that is not there would be lost without a word. */
  private void answers() {
    for (PlanTable.Decision decision : decisions) {
      boolean isOfTable = decision.row() == 0 && decision.column().equals(ISSUER);
      boolean hasRow = rows.stream().anyMatch(r -> r.row() == decision.row());
      if (!isOfTable && PlanColumn.of(decision.column()).isEmpty()) {
        findings.fault(
            decision.row(),
            decision.column(),
            "answer-unmatched",
            "没有“" + decision.column() + "”这一列，此答复没有用上。");
      } else if (!isOfTable && !hasRow) {
        findings.fault(
            decision.row(),
            decision.column(),
            "answer-unmatched",
            "计划表没有第 " + decision.row() + " 行任务，此答复没有用上。");
      }
    }
  }

  private void askForIssuer() {
    decisions.stream()
        .filter(d -> d.row() == 0 && d.column().equals(ISSUER))
        .forEach(d -> issuer = PlanCells.plain(d.text()));
    if (issuer.isEmpty()) {
      findings.ask(0, ISSUER, "issuer-missing", "表中没有写明制定计划的单位（盖章单位）。", true, "");
    }
  }

  private PlanReading reading(List<PlanReading.ReadRow> read, List<PlanTask> taken) {
    return new PlanReading(
        findings.areNone()
            ? new PlanTable(
                issuer,
                title,
                tableDate,
                taken,
                findings.warnings(),
                sheet.rows().stream()
                    .map(r -> r.cells().stream().map(c -> seen(c.text())).toList())
                    .toList(),
                decisions.isEmpty() ? null : kept())
            : null,
        read,
        findings.questions(),
        findings.faults(),
        unknown);
  }

  /** With what stood there: an answer is read beside it. */
  private List<PlanTable.Decision> kept() {
    return decisions.stream().map(d -> d.over(stood.get(place(d.row(), d.column())))).toList();
  }

  private static String place(int row, String column) {
    return row + " " + PlanPicture.nameOf(column);
  }

  /** What stands in the cells of a row of which a person said something. */
  private void remember(PlanSheet.Row row) {
    PlanHeads above = over;
    if (above != null && decisions.stream().anyMatch(d -> d.row() == row.number())) {
      above
          .columns()
          .forEach((column, at) ->
              stood.put(place(row.number(), column.head()), PlanCells.plain(seen(row.text(at)))));
    }
  }

  /** As it stood, but for what nobody can see: a mark of direction would print it backwards. */
  private static String seen(String cell) {
    return TextGuard.hidden(cell).isEmpty() ? cell : TextGuard.visible(cell);
  }

  /** Reads a row; how many rows it took. */
  private int line(int at) {
    PlanSheet.Row row = sheet.rows().get(at);
    Optional<PlanSheet.Row> next =
        at + 1 < sheet.rows().size() ? Optional.of(sheet.rows().get(at + 1)) : Optional.empty();
    Optional<PlanHeads> heads = PlanHeads.at(row, next);
    PlanRowReader reader = rowReader;
    if (heads.isPresent()) {
      over = heads.get();
      // Once more at the top of a printed page or of the next sheet: perhaps in another order.
      begin(row, heads.get(), reader == null);
      return heads.get().rows();
    }
    remember(row);
    if (reader == null || row.width() < PlanHeads.LEAST) {
      heading(row);
    } else if (!isRule(row) && !isBlank(row) && !reader.read(row)) {
      heading(row);
    }
    return 1;
  }

  private void begin(PlanSheet.Row row, PlanHeads heads, boolean isFirst) {
    heads
        .twice()
        .ifPresent(head ->
            findings.fault(row.number(), head, "column-twice", "列“" + head + "”出现两次，不知道该读哪一列。"));
    for (int i = 0; i < heads.texts().size() && isFirst; i++) {
      String head = heads.texts().get(i);
      PlanColumn same = heads.others().get(i);
      if (same != null && !head.equals(heads.over(same))) {
        unknown.add(head);
        findings
            .warnings()
            .add(
                new PlanWarning(
                    "COLUMN_AGAIN",
                    "列“%s”与“%s”说的是同一项，按“%s”读取，“%s”原样保留。"
                        .formatted(head, heads.over(same), heads.over(same), head)));
      } else if (!heads.columns().containsValue(i)
          && !head.isEmpty()
          && PlanColumn.of(head).isEmpty()) {
        unknown.add(head);
        findings
            .warnings()
            .add(new PlanWarning("UNKNOWN_COLUMN", "不认识的列“%s”，原样保留。".formatted(head)));
      }
    }
    rowReader =
        new PlanRowReader(
            findings,
            new PlanCells(findings, heads, decisions, sheet.bySpaces()),
            sheet.bySpaces(),
            year,
            asked,
            titles,
            rows,
            tasks);
  }

  /** A line of dashes between header and rows, as some editors draw it. */
  private static boolean isRule(PlanSheet.Row row) {
    return row.cells().stream().allMatch(c -> PlanCells.plain(c.text()).matches("[:-]*"));
  }

  private static boolean isBlank(PlanSheet.Row row) {
    return row.width() == 0;
  }

  private void heading(PlanSheet.Row row) {
    TextGuard.offence(row.text(0))
        .or(() -> TextGuard.offenceInPublic(row.text(0)))
        .ifPresent(o -> findings.fault(row.number(), "", o.fault().code(), o.text()));
    String line = PlanCells.plain(row.text(0));
    Matcher named = YEAR.matcher(line);
    if (year.isEmpty() && named.find()) {
      year = OptionalInt.of(Integer.parseInt(named.group(1)));
      if (rowReader != null) {
        rowReader.assume(year);
      }
    }
    String narrow = TextGuard.normalized(line, Normalizer.Form.NFKC);
    boolean isHead = false;
    for (String part : PlanHeadLine.parts(narrow)) {
      isHead |= takes(row, part);
    }
    if (isHead) {
      return;
    }
    if (line.startsWith("#") && rowReader == null) {
      title = line.replace("#", "");
      titles.add(title);
    } else if (rowReader == null && line.contains("计划") && line.length() <= 60 && title.isEmpty()) {
      title = line;
      titles.add(title);
    }
  }

  /** Who made the table, or when: what is said first holds. */
  private boolean takes(PlanSheet.Row row, String part) {
    Optional<String> issued = PlanHeadLine.issuer(part);
    Optional<String> made = PlanHeadLine.date(part);
    if (issued.isPresent() && issuer.isEmpty()) {
      issuer = issued.get();
      return true;
    } else if (made.isPresent() && tableDate.isEmpty()) {
      tableDate = made.get();
      madeInRow = row.number();
      return true;
    }
    return false;
  }
}
