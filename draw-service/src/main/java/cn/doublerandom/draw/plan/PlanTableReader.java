package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.DRAW_TYPE;
import static cn.doublerandom.draw.plan.PlanColumn.FREQUENCY;
import static cn.doublerandom.draw.plan.PlanColumn.ITEMS;
import static cn.doublerandom.draw.plan.PlanColumn.JOINT;
import static cn.doublerandom.draw.plan.PlanColumn.LEAD;
import static cn.doublerandom.draw.plan.PlanColumn.PERIOD;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.QUOTA;
import static cn.doublerandom.draw.plan.PlanColumn.SCOPE;
import static cn.doublerandom.draw.plan.PlanColumn.TARGET;
import static cn.doublerandom.draw.plan.PlanColumn.TASK_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.TASK_NUMBER;
import static cn.doublerandom.draw.plan.PlanColumn.TIERS;

import cn.doublerandom.draw.plan.PlanReading.Fault;
import cn.doublerandom.draw.plan.PlanReading.Question;
import cn.doublerandom.draw.plan.PlanReading.ReadRow;
import cn.doublerandom.draw.reading.PeriodReader;
import cn.doublerandom.draw.reading.PeriodReading;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads plan tables as offices really write them (R69): columns by their heads, cells by what they
 * say. White space inside cells is noise of the typesetting. What a table does not say becomes a
 * question, what cannot be a fault with row and column; nothing is guessed.
 */
public final class PlanTableReader {
  private static final int MAX_TASKS = 500;
  private static final int MAX_CELL = 4_000;
  private static final int LEAST_HEADS = 3;
  private static final Pattern PLAN_NUMBER_FORM = Pattern.compile("20[0-9]{2}[0-9]{1,6}");
  private static final Pattern TASK_NUMBER_FORM = Pattern.compile("([0-9]{1,6})号?");
  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");
  private static final Pattern TRAILING_NUMBER = Pattern.compile("([0-9]{1,6})$");
  private static final Set<PlanColumn> INHERITABLE =
      Set.of(PLAN_NUMBER, PLAN_NAME, DRAW_TYPE, QUOTA, LEAD, PERIOD, FREQUENCY, TIERS, SCOPE);
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("个体工商户|个体户", "INDIVIDUAL_BUSINESS");
    KINDS.put("合作社", "COOPERATIVE");
    KINDS.put("企业|公司|经营者|市场主体", "ENTERPRISE");
    KINDS.put("工程|项目", "PROJECT");
    KINDS.put("车辆|汽车(?!客运站)", "VEHICLE");
    KINDS.put("船舶", "VESSEL");
    KINDS.put("客运站|场站|车站|货运站|站\\(?场\\)?", "STATION");
    KINDS.put("网格", "GRID");
    KINDS.put("机关|事业单位|经办机构|经办部门|医疗机构", "PUBLIC_BODY");
    KINDS.put("从业人员|驾驶员|个人", "PERSON");
  }

  private final PlanSheet sheet;
  private final Map<PlanTable.Decision, String> answers = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<ReadRow> rows = new ArrayList<>();
  private final List<PlanTask> tasks = new ArrayList<>();
  private final List<PlanWarning> warnings = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<PlanColumn, Integer> columns = new EnumMap<>(PlanColumn.class);
  private final Map<Integer, String> unknown = new LinkedHashMap<>();
  private final Map<PlanColumn, String> above = new EnumMap<>(PlanColumn.class);
  private OptionalInt year;
  private String issuer = "";
  private String title = "";
  private String tableDate = "";

  private PlanTableReader(PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    this.sheet = sheet;
    this.year = year;
    decisions.forEach(d -> answers.put(new PlanTable.Decision(d.row(), d.column(), ""), d.text()));
  }

  /**
   * Reads a sheet.
   *
   * @param year of the plan, where nothing in the table says it
   * @param decisions answers to questions of an earlier reading of the same sheet
   */
  public static PlanReading read(
      PlanSheet sheet, OptionalInt year, List<PlanTable.Decision> decisions) {
    return new PlanTableReader(sheet, year, decisions).reading(decisions);
  }

  private PlanReading reading(List<PlanTable.Decision> decisions) {
    for (PlanSheet.Row row : sheet.rows()) {
      line(row);
    }
    if (rows.isEmpty() && faults.isEmpty()) {
      fault(
          0,
          "",
          columns.isEmpty() ? "no-table" : "no-rows",
          columns.isEmpty()
              ? "没有找到计划表：至少要有抽查任务名称、抽查比例、抽查事项、抽查对象、时间等表头中的三个，列之间用制表符、竖线分隔，或为 xlsx、docx、html 表格。"
              : "表头之下没有任务。");
    }
    boolean ready = faults.isEmpty() && questions.stream().noneMatch(Question::blocking);
    warnings.addAll(numbering(tasks));
    return new PlanReading(
        ready
            ? new PlanTable(
                issuer,
                title,
                tableDate,
                tasks,
                warnings,
                sheet.rows().stream()
                    .map(r -> r.cells().stream().map(PlanSheet.Cell::text).toList())
                    .toList(),
                decisions.isEmpty() ? null : decisions)
            : null,
        rows,
        questions,
        faults,
        List.copyOf(unknown.values()));
  }

  private void line(PlanSheet.Row row) {
    Map<PlanColumn, Integer> heads = heads(row);
    if (columns.isEmpty() && heads.size() >= LEAST_HEADS) {
      columns.putAll(heads);
      for (int i = 0; i < row.cells().size(); i++) {
        if (!heads.containsValue(i) && !plain(row.text(i)).isEmpty()) {
          unknown.put(i, plain(row.text(i)));
        }
      }
      unknown
          .values()
          .forEach(head ->
              warnings.add(new PlanWarning("UNKNOWN_COLUMN", "不认识的列“%s”，原样保留。".formatted(head))));
    } else if (heads.size() >= LEAST_HEADS) {
      // The heads once more, at the top of a printed page.
      return;
    } else if (columns.isEmpty() || row.cells().size() < LEAST_HEADS) {
      heading(row);
    } else if (!isRule(row) && !isBlank(row)) {
      task(row);
    }
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
    return row.cells().stream().allMatch(c -> plain(c.text()).matches("-*"));
  }

  private static boolean isBlank(PlanSheet.Row row) {
    return row.cells().stream().allMatch(c -> plain(c.text()).isEmpty());
  }

  private void heading(PlanSheet.Row row) {
    String line = plain(row.text(0));
    Matcher named = YEAR.matcher(line);
    if (year.isEmpty() && named.find()) {
      year = OptionalInt.of(Integer.parseInt(named.group(1)));
    }
    if (line.startsWith("单位（盖章）：")) {
      issuer = line.substring("单位（盖章）：".length());
    } else if (line.startsWith("制表时间：")) {
      tableDate = line.substring("制表时间：".length());
    } else if (line.startsWith("#") && columns.isEmpty()) {
      title = line.replace("#", "");
    } else if (columns.isEmpty() && line.contains("计划") && line.length() <= 60 && title.isEmpty()) {
      title = line;
    }
  }

  private static String plain(String cell) {
    return cell.replaceAll("[\\s\\u00a0\\u3000\\u200b\\ufeff]", "");
  }

  /** The head of a column as this table prints it, or as the bureau's own does. */
  private static String head(PlanColumn column) {
    return column.head();
  }

  private boolean has(PlanColumn column) {
    return columns.containsKey(column);
  }

  /** A cell: the answer of a person, what stands there, or what stands above it. */
  private String cell(PlanSheet.Row row, PlanColumn column, List<String> inherited) {
    String answer = answers.get(new PlanTable.Decision(row.number(), head(column), ""));
    if (answer != null) {
      return plain(answer);
    } else if (!has(column)) {
      return "";
    }
    int at = columns.getOrDefault(column, 0);
    String text = plain(row.text(at));
    boolean fromAbove = text.isEmpty() || row.isMerged(at);
    String before = above.get(column);
    if (fromAbove && before != null && (INHERITABLE.contains(column) || row.isMerged(at))) {
      inherited.add(head(column));
      warnings.add(
          new PlanWarning(
              "INHERITED", "第 %d 行“%s”为空，沿用上一行：%s。".formatted(row.number(), head(column), before)));
      return before;
    }
    if (!text.isEmpty()) {
      above.put(column, text);
    }
    return text;
  }

  private void task(PlanSheet.Row row) {
    for (PlanSheet.Cell cell : row.cells()) {
      if (cell.text().length() > MAX_CELL) {
        fault(row.number(), "", "too-long", "每格最多 " + MAX_CELL + " 个字。");
        return;
      }
    }
    int before = faults.size();
    List<String> inherited = new ArrayList<>();
    String name = cell(row, TASK_NAME, inherited);
    Optional<String> task = taskNumber(row, inherited);
    if (name.isEmpty() && task.isEmpty()) {
      // A note below the table: nothing in it is a task.
      heading(row);
      return;
    }
    if (sheet.bySpaces() && answers.keySet().stream().noneMatch(a -> a.row() == row.number())) {
      ask(row, TASK_NAME, "columns-uncertain", "各列只用空格分隔，请逐项核对本行的读取结果。", true, name);
    }
    Optional<QuotaReading> quota = quota(row, inherited);
    Optional<PeriodReading> period = period(row, inherited);
    Optional<String> plan = planNumber(row, inherited);
    Optional<PlanTask.DrawType> type = drawType(row, inherited);
    String scope = cell(row, SCOPE, inherited);
    String joint = cell(row, JOINT, inherited);
    String items = required(row, ITEMS, inherited, false);
    String lead = required(row, LEAD, inherited, false);
    if (name.isEmpty()) {
      ask(row, TASK_NAME, "missing", "没有任务名称。", true, "");
    }
    Optional<String> key = plan.flatMap(p -> task.map(t -> p + "-" + t));
    rows.add(
        new ReadRow(
            row.number(),
            key.orElse(null),
            name,
            quota.orElse(null),
            period.orElse(null),
            kinds(scope),
            units(joint),
            inherited));
    boolean whole =
        plan.isPresent()
            && task.isPresent()
            && type.isPresent()
            && quota.isPresent()
            && period.isPresent();
    if (!whole || faults.size() > before) {
      return;
    }
    Quota read = quota.get().quota();
    add(
        row.number(),
        new PlanTask(
            plan.get(),
            cell(row, PLAN_NAME, new ArrayList<>()),
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
            cell(row, PERIOD, new ArrayList<>()),
            period.get().from(),
            period.get().to(),
            read,
            quota.get().frequency().inYear().isPresent()
                ? quota.get().frequency().inYear().getAsInt()
                : null));
  }

  private void add(int number, PlanTask read) {
    if (!keys.add(read.key())) {
      fault(number, head(TASK_NUMBER), "duplicate", "编号重复：" + read.key() + "。");
    } else if (!tasks.isEmpty()
        && !tasks.getFirst().planNumber().startsWith(read.planNumber().substring(0, 4))) {
      fault(number, head(PLAN_NUMBER), "other-year", "一份计划只能属于一个年度。");
    } else if (tasks.size() >= MAX_TASKS) {
      fault(number, "", "too-many-tasks", "最多 " + MAX_TASKS + " 个任务。");
    } else {
      tasks.add(read);
    }
  }

  private String required(
      PlanSheet.Row row, PlanColumn column, List<String> inherited, boolean blocking) {
    String text = cell(row, column, inherited);
    if (text.isEmpty()) {
      ask(row, column, "missing", "没有填写“%s”。".formatted(head(column)), blocking, "");
    }
    return text;
  }

  private Optional<String> taskNumber(PlanSheet.Row row, List<String> inherited) {
    String text = cell(row, TASK_NUMBER, inherited);
    Matcher matcher = TASK_NUMBER_FORM.matcher(text);
    if (matcher.matches()) {
      return Optional.of(matcher.group(1));
    } else if (has(TASK_NUMBER) && !text.isEmpty()) {
      fault(row.number(), head(TASK_NUMBER), "unreadable", "应为数字，例如 001号。");
    }
    return Optional.empty();
  }

  private Optional<String> planNumber(PlanSheet.Row row, List<String> inherited) {
    String text = cell(row, PLAN_NUMBER, inherited);
    if (PLAN_NUMBER_FORM.matcher(text).matches()) {
      year = OptionalInt.of(Integer.parseInt(text.substring(0, 4)));
      return Optional.of(text);
    } else if (!text.isEmpty()) {
      fault(row.number(), head(PLAN_NUMBER), "unreadable", "应以年份开头，例如 2023001。");
      return Optional.empty();
    }
    ask(
        row,
        PLAN_NUMBER,
        "missing",
        "表中没有抽查计划编号，须由发起单位编号。",
        true,
        year.isPresent() ? "%d%03d".formatted(year.getAsInt(), rows.size() + 1) : "");
    return Optional.empty();
  }

  private Optional<PlanTask.DrawType> drawType(PlanSheet.Row row, List<String> inherited) {
    String text = cell(row, DRAW_TYPE, inherited);
    return switch (text) {
      case "定向抽查", "定向" -> Optional.of(PlanTask.DrawType.TARGETED);
      case "不定向抽查", "不定向" -> Optional.of(PlanTask.DrawType.NON_TARGETED);
      case "" -> {
        ask(row, DRAW_TYPE, "missing", "没有写明定向抽查还是不定向抽查。", true, "");
        yield Optional.empty();
      }
      default -> {
        fault(row.number(), head(DRAW_TYPE), "unreadable", "应为定向抽查或不定向抽查。");
        yield Optional.empty();
      }
    };
  }

  /** The quota of its column and, where that leaves it open, of 抽查目标数 and 信用风险分类. */
  private Optional<QuotaReading> quota(PlanSheet.Row row, List<String> inherited) {
    String text = cell(row, QUOTA, inherited);
    String frequency = cell(row, FREQUENCY, inherited);
    String whole = frequency.isEmpty() ? text : text + ";" + frequency;
    if (!has(QUOTA) && whole.isEmpty()) {
      whole = cell(row, TARGET, inherited);
    }
    Optional<QuotaReading> read = quota(row, QUOTA, whole, text);
    Optional<QuotaReading> tiers =
        Optional.of(cell(row, TIERS, inherited))
            .filter(t -> !t.isEmpty())
            .flatMap(t -> quota(row, TIERS, t, t))
            .filter(t -> t.quota() instanceof Quota.Tiered);
    if (read.isPresent() && tiers.isPresent()) {
      boolean bounded = read.get().quota() instanceof Quota.PercentMax;
      ask(
          row,
          TIERS,
          "tiers-beside-quota",
          bounded ? "既有分类比例又有总体上限，抽取前须确定以何者为准。" : "既有总体比例又有分类比例，抽取前须确定以何者为准。",
          false,
          "");
    }
    read.ifPresent(r -> {
      if (r.quota() instanceof Quota.Unspecified) {
        ask(row, QUOTA, "quota-unspecified", "没有写明可抽取的比例或数量，抽取前须作出决定。", false, "");
      }
    });
    return read;
  }

  private Optional<QuotaReading> quota(
      PlanSheet.Row row, PlanColumn column, String text, String verbatim) {
    return switch (QuotaReader.read(text)) {
      case Reading.Read<QuotaReading>(var reading) -> {
        reading
            .notes()
            .forEach(note ->
                warnings.add(
                    new PlanWarning(
                        "QUOTA_NOTE",
                        "第 %d 行“%s”：%s。".formatted(row.number(), head(column), note))));
        yield Optional.of(
            new QuotaReading(reading.quota(), reading.frequency(), reading.notes(), verbatim));
      }
      case Reading.Refused<QuotaReading>(var reason) -> {
        fault(row.number(), head(column), reason.wording().code(), reason.wording().text());
        yield Optional.empty();
      }
    };
  }

  private Optional<PeriodReading> period(PlanSheet.Row row, List<String> inherited) {
    String text = cell(row, PERIOD, inherited);
    if (text.isEmpty()) {
      ask(row, PERIOD, "missing", "没有写明抽取日期。", true, "");
      return Optional.empty();
    }
    return switch (PeriodReader.read(text, year)) {
      case Reading.Read<PeriodReading>(var reading) -> {
        reading
            .notes()
            .forEach(note ->
                warnings.add(
                    new PlanWarning(
                        "PERIOD_NOTE",
                        "第 %d 行“%s”：%s。".formatted(row.number(), head(PERIOD), note))));
        yield Optional.of(reading);
      }
      case Reading.Refused<PeriodReading>(var reason) -> {
        fault(row.number(), head(PERIOD), reason.wording().code(), reason.wording().text());
        yield Optional.empty();
      }
    };
  }

  private static List<String> kinds(String scope) {
    Set<String> kinds = new LinkedHashSet<>();
    KINDS.forEach((words, kind) -> {
      if (Pattern.compile(words).matcher(scope).find()) {
        kinds.add(kind);
      }
    });
    return List.copyOf(kinds);
  }

  /** Units joined by 、 会 和: each by itself. */
  private static List<String> units(String cell) {
    return Stream.of(cell.split("[、,，;；/]|会同|(?<=局|委|队|科|室|厅|处|中心)(?:会|和|及|与)"))
        .filter(unit -> !unit.isEmpty())
        .toList();
  }

  private void ask(
      PlanSheet.Row row,
      PlanColumn column,
      String code,
      String text,
      boolean blocking,
      String suggestion) {
    questions.add(new Question(row.number(), head(column), code, text, blocking, suggestion));
    if (!blocking) {
      warnings.add(
          new PlanWarning("QUESTION", "第 %d 行“%s”：%s".formatted(row.number(), head(column), text)));
    }
  }

  private void fault(int row, String column, String code, String text) {
    faults.add(new Fault(row, column, code, text));
  }

  private static List<PlanWarning> numbering(List<PlanTask> tasks) {
    List<PlanWarning> warnings = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (PlanTask task : tasks) {
      int serial = Integer.parseInt(task.planNumber().substring(4));
      numbers.add(serial);
      Matcher trailing = TRAILING_NUMBER.matcher(task.planName());
      if (trailing.find() && Integer.parseInt(trailing.group(1)) != serial) {
        warnings.add(
            new PlanWarning(
                "NAME_NUMBER_MISMATCH",
                "计划编号 %s 的名称以 %s 结尾，与编号不一致。".formatted(task.planNumber(), trailing.group(1))));
      }
    }
    List<Integer> sorted = numbers.stream().sorted().distinct().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i) - sorted.get(i - 1) > 1) {
        String year = tasks.getFirst().planNumber().substring(0, 4);
        warnings.add(
            new PlanWarning(
                "NUMBER_GAP",
                "计划编号在 %s%03d 与 %s%03d 之间不连续。"
                    .formatted(year, sorted.get(i - 1), year, sorted.get(i))));
      }
    }
    return warnings;
  }
}
