package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.DRAW_TYPE;
import static cn.doublerandom.draw.plan.PlanColumn.ITEMS;
import static cn.doublerandom.draw.plan.PlanColumn.JOINT;
import static cn.doublerandom.draw.plan.PlanColumn.LEAD;
import static cn.doublerandom.draw.plan.PlanColumn.PERIOD;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.SCOPE;
import static cn.doublerandom.draw.plan.PlanColumn.TASK_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.TASK_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import cn.doublerandom.draw.plan.PlanReading.ReadRow;
import cn.doublerandom.draw.reading.PeriodReader;
import cn.doublerandom.draw.reading.PeriodReading;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import cn.doublerandom.draw.reading.TraditionalScript;
import cn.doublerandom.servicekit.text.TextGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the rows of a plan table, one task each. */
final class PlanRowReader {
  private static final int MAX_TASKS = 500;

  /** Of 联合 and 配合, in one cell. */
  private static final int MAX_UNITS = 64;

  private static final int MAX_CELL = 500;

  /** Columns in which offices list all they inspect, whom, and with whom. */
  private static final Set<PlanColumn> LONG = Set.of(ITEMS, SCOPE, JOINT, TIERS);

  private static final int MAX_LONG_CELL = 4_000;
  private static final Pattern PLAN_NUMBER_FORM = Pattern.compile("20[0-9]{2}[0-9]{1,6}");
  private static final Pattern TASK_NUMBER_FORM = Pattern.compile("([0-9]{1,6})号?");

  private final PlanFindings findings;
  private final PlanCells cells;
  private final PlanQuotas quotas;
  private final boolean bySpaces;
  private final List<ReadRow> rows;
  private final List<PlanTask> tasks;
  private final PlanYears years;
  private final SuggestedNumbers numbering;
  private OptionalInt year;

  /**
   * @param bySpaces whether columns are parted by nothing but spaces, so that every row is doubtful
   * @param year of the plan, where something above the table said it
   * @param asked year who sent the table said it is of
   * @param titles above the table
   * @param rows what was read, of all parts of the table
   * @param tasks the tasks of all parts
   */
  PlanRowReader(
      PlanFindings findings,
      PlanCells cells,
      boolean bySpaces,
      OptionalInt year,
      OptionalInt asked,
      List<String> titles,
      List<ReadRow> rows,
      List<PlanTask> tasks) {
    this.findings = findings;
    this.cells = cells;
    this.quotas = new PlanQuotas(findings, cells);
    this.bySpaces = bySpaces;
    this.years = new PlanYears(findings, cells, titles, asked);
    this.numbering = new SuggestedNumbers(cells);
    this.year = year;
    this.rows = rows;
    this.tasks = tasks;
  }

  /** The year of the plan, where no number has said it yet. */
  void assume(OptionalInt said) {
    if (year.isEmpty()) {
      year = said;
    }
  }

  /** Reads a row below the heads; whether it is one at all, and no note below the table. */
  boolean read(PlanSheet.Row row) {
    if (rows.size() >= MAX_TASKS) {
      findings.fault(0, "", "too-many-tasks", "最多 " + MAX_TASKS + " 个任务，其后各行没有读取。");
      return true;
    } else if (!isClean(row)) {
      return true;
    } else if (!cells.isWhole(row)) {
      askForWholeRow(row);
      if (!cells.isAnswered(row)) {
        return true;
      }
    }
    int before = findings.faults().size();
    List<String> inherited = new ArrayList<>();
    String name = cells.text(row, TASK_NAME, inherited);
    Optional<String> task = taskNumber(row, inherited);
    if (name.isEmpty() && task.isEmpty()) {
      return false;
    }
    if (bySpaces && !cells.isAnswered(row)) {
      findings.ask(row, TASK_NAME, "columns-uncertain", "各列只用空格分隔，请逐项核对本行的读取结果。", true, name);
    }
    Optional<QuotaReading> quota = quotas.of(row, inherited);
    Optional<PeriodReading> period = period(row, inherited);
    numbering.under(row);
    Optional<String> plan = planNumber(row, inherited);
    plan.ifPresent(p -> period.ifPresent(days -> years.window(row, p, days)));
    Optional<PlanTask.DrawType> type = drawType(row, inherited);
    String scope = cells.wanted(row, SCOPE, inherited);
    String joint = cells.text(row, JOINT, inherited);
    String items = cells.wanted(row, ITEMS, inherited);
    String lead = cells.wanted(row, LEAD, inherited);
    if (name.isEmpty()) {
      findings.ask(row, TASK_NAME, "missing", "没有任务名称。", true, "");
    }
    List<String> units = units(row, joint);
    Optional<String> key = plan.flatMap(p -> task.map(t -> p + "-" + t));
    rows.add(
        new ReadRow(
            row.number(),
            key.orElse(null),
            name,
            quota.orElse(null),
            period.orElse(null),
            ScopeWords.kinds(scope),
            units,
            inherited));
    boolean whole = Stream.of(plan, task, type, quota, period).allMatch(Optional::isPresent);
    if (!whole || findings.faults().size() > before) {
      return true;
    }
    Quota read = quota.get().quota();
    add(
        row.number(),
        new PlanTask(
            plan.get(),
            cells.text(row, PLAN_NAME, new ArrayList<>()),
            task.get(),
            name,
            type.get(),
            quota.get().verbatim(),
            read instanceof Quota.Percent(var share) ? share.num() : 0,
            read instanceof Quota.Percent(var share) ? share.den() : 1,
            items,
            scope,
            lead,
            joint,
            cells.text(row, PERIOD, new ArrayList<>()),
            period.get().from(),
            period.get().to(),
            read,
            quota.get().frequency().inYear().isPresent()
                ? quota.get().frequency().inYear().getAsInt()
                : null));
    return true;
  }

  /** Whether no cell is too long or holds what no text may hold; said where one does. */
  private boolean isClean(PlanSheet.Row row) {
    int before = findings.faults().size();
    for (int i = 0; i < row.cells().size(); i++) {
      PlanSheet.Cell cell = row.cells().get(i);
      Optional<PlanColumn> column = cells.column(i);
      int most = column.isEmpty() || LONG.contains(column.get()) ? MAX_LONG_CELL : MAX_CELL;
      if (cell.text().length() > most) {
        findings.fault(
            row.number(),
            column.map(PlanColumn::head).orElse(""),
            "too-long",
            "此格最多 " + most + " 个字。");
      }
      TextGuard.offence(cell.text())
          .or(() -> TextGuard.offenceInPublic(cell.text()))
          .ifPresent(o ->
              findings.fault(
                  row.number(),
                  column.map(PlanColumn::head).orElse(""),
                  o.fault().code(),
                  o.text()));
    }
    return findings.faults().size() == before;
  }

  /** With one cell too few or too many nobody knows which: a scope would become a ratio. */
  private void askForWholeRow(PlanSheet.Row row) {
    String text =
        "本行有 %d 格，表头有 %d 列，不知道缺（多）的是哪一格，整行没有读取；请补齐后重新导入，或逐列答复本行。"
            .formatted(Math.max(row.cells().size(), row.width()), cells.width());
    if (!cells.isAnswered(row)) {
      findings.ask(row, TASK_NAME, "row-width", text, true, "");
      rows.add(new ReadRow(row.number(), null, "", null, null, List.of(), List.of(), List.of()));
    } else {
      findings.warn("ROW_WIDTH", row, TASK_NAME, text);
    }
  }

  private void add(int number, PlanTask read) {
    Optional<PlanReading.Fault> twice = PlanNumbering.twice(rows, number, read);
    if (twice.isPresent()) {
      findings.faults().add(twice.get());
    } else if (!tasks.isEmpty()
        && !tasks.getFirst().planNumber().startsWith(read.planNumber().substring(0, 4))) {
      findings.fault(number, PLAN_NUMBER.head(), "other-year", "一份计划只能属于一个年度。");
    } else {
      tasks.add(read);
    }
  }

  private List<String> units(PlanSheet.Row row, String joint) {
    List<String> units = ScopeWords.units(joint);
    if (units.size() > MAX_UNITS) {
      findings.fault(row.number(), JOINT.head(), "too-many-units", "此格最多 " + MAX_UNITS + " 个单位。");
      return List.of();
    }
    return units;
  }

  private Optional<String> taskNumber(PlanSheet.Row row, List<String> inherited) {
    String text = cells.text(row, TASK_NUMBER, inherited);
    Matcher matcher = TASK_NUMBER_FORM.matcher(text);
    if (matcher.matches()) {
      return Optional.of(matcher.group(1));
    } else if (cells.has(TASK_NUMBER) && !text.isEmpty()) {
      findings.fault(
          row.number(), TASK_NUMBER.head(), "unreadable", PlanNumbering.unfitForTask(text));
    }
    return Optional.empty();
  }

  private Optional<String> planNumber(PlanSheet.Row row, List<String> inherited) {
    String text = cells.text(row, PLAN_NUMBER, inherited);
    if (PLAN_NUMBER_FORM.matcher(text).matches()) {
      year = OptionalInt.of(Integer.parseInt(text.substring(0, 4)));
      years.compare(row, text);
      return Optional.of(text);
    } else if (!text.isEmpty()) {
      findings.fault(row.number(), PLAN_NUMBER.head(), "unreadable", "应以年份开头，例如 2023001。");
      return Optional.empty();
    }
    findings.ask(
        row,
        PLAN_NUMBER,
        "missing",
        "表中没有抽查计划编号，须由发起单位编号。",
        true,
        year.isPresent() ? numbering.next(year.getAsInt(), rows.size() + 1) : "");
    return Optional.empty();
  }

  private Optional<PlanTask.DrawType> drawType(PlanSheet.Row row, List<String> inherited) {
    String text = cells.text(row, DRAW_TYPE, inherited);
    return switch (TraditionalScript.simplified(text)) {
      case "定向抽查", "定向" -> Optional.of(PlanTask.DrawType.TARGETED);
      case "不定向抽查", "不定向" -> Optional.of(PlanTask.DrawType.NON_TARGETED);
      case "" -> {
        findings.ask(row, DRAW_TYPE, "missing", "没有写明定向抽查还是不定向抽查。", true, "");
        yield Optional.empty();
      }
      default -> {
        findings.fault(row.number(), DRAW_TYPE.head(), "unreadable", "应为定向抽查或不定向抽查。");
        yield Optional.empty();
      }
    };
  }

  private Optional<PeriodReading> period(PlanSheet.Row row, List<String> inherited) {
    String text = cells.text(row, PERIOD, inherited);
    if (text.isEmpty()) {
      findings.ask(row, PERIOD, "missing", "没有写明抽取日期。", true, "");
      return Optional.empty();
    }
    return switch (PeriodReader.read(text, year)) {
      case Reading.Read<PeriodReading>(var reading) -> {
        reading.notes().forEach(note -> findings.warn("PERIOD_NOTE", row, PERIOD, note + "。"));
        yield Optional.of(reading);
      }
      case Reading.Refused<PeriodReading>(var reason) -> {
        findings.fault(
            row.number(), PERIOD.head(), reason.wording().code(), reason.wording().text());
        yield Optional.empty();
      }
    };
  }
}
