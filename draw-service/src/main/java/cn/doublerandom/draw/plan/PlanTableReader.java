package cn.doublerandom.draw.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the eleven-column plan table of the bureau from tab-separated text (R69). White space
 * inside cells is noise of the typesetting. A cell that cannot be read is a fault with row and
 * column; nothing is guessed.
 */
public final class PlanTableReader {
  public static final int MAX_CHARACTERS = 200_000;

  private static final List<String> HEADS =
      List.of(
          "抽查计划编号", "抽查计划名称", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查比例", "抽查事项", "抽查对象范围", "发起科（股）室",
          "联合科（股）室", "抽取日期");
  private static final int MAX_TASKS = 500;
  private static final int MAX_CELL = 1_000;
  private static final Pattern PLAN_NUMBER = Pattern.compile("20[0-9]{2}[0-9]{1,6}");
  private static final Pattern TASK_NUMBER = Pattern.compile("([0-9]{1,6})号?");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,2}))?[%％]");
  private static final Pattern PERIOD =
      Pattern.compile("(20[0-9]{2})年([0-9]{1,2})月至(?:(20[0-9]{2})年)?([0-9]{1,2})月");
  private static final Pattern TRAILING_NUMBER = Pattern.compile("([0-9]{1,6})$");

  private final List<Fault> faults = new ArrayList<>();
  private final List<PlanTask> tasks = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private String issuer = "";
  private String title = "";
  private String tableDate = "";
  private boolean inTable;

  private PlanTableReader() {}

  /**
   * One cell that cannot be read.
   *
   * @param row line of the text, from 1; 0 where the whole text is meant
   * @param column its head, or empty
   */
  public record Fault(int row, String column, String code, String text) {}

  /** A table, or what is wrong with the text. */
  public sealed interface Reading {
    record Read(PlanTable table) implements Reading {}

    record Refused(List<Fault> faults) implements Reading {}
  }

  public static Reading read(String text) {
    var reader = new PlanTableReader();
    if (text.length() > MAX_CHARACTERS) {
      reader.fault(0, "", "too-large", "文本超过 20 万字。");
      return new Reading.Refused(reader.faults);
    }
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      reader.line(i + 1, lines.get(i));
    }
    if (reader.tasks.isEmpty() && reader.faults.isEmpty()) {
      reader.fault(0, "", "no-table", "没有找到十一列的计划表。");
    }
    return reader.faults.isEmpty()
        ? new Reading.Read(
            new PlanTable(
                reader.issuer,
                reader.title,
                reader.tableDate,
                reader.tasks,
                warnings(reader.tasks)))
        : new Reading.Refused(List.copyOf(reader.faults));
  }

  private void line(int number, String line) {
    List<String> cells =
        List.of(line.replace("\ufeff", "").split("\t", -1)).stream()
            .map(PlanTableReader::withoutSpace)
            .toList();
    if (cells.size() < HEADS.size()) {
      heading(cells.getFirst());
    } else if (cells.subList(0, HEADS.size()).equals(HEADS)) {
      inTable = true;
    } else if (inTable && !isRule(cells)) {
      row(number, cells);
    } else if (!inTable) {
      fault(number, "", "heads-unknown", "表头应为：" + String.join("、", HEADS) + "。");
    }
  }

  /** A line of dashes between header and rows, as some editors draw it. */
  private static boolean isRule(List<String> cells) {
    return cells.stream().allMatch(cell -> cell.matches("-*"));
  }

  private void heading(String line) {
    if (line.startsWith("单位（盖章）：")) {
      issuer = line.substring("单位（盖章）：".length());
    } else if (line.startsWith("制表时间：")) {
      tableDate = line.substring("制表时间：".length());
    } else if (line.startsWith("#") && !inTable) {
      title = line.replace("#", "");
    }
  }

  private static String withoutSpace(String cell) {
    return cell.replaceAll("[\\s\\u00a0\\u3000]", "");
  }

  private void row(int number, List<String> cells) {
    for (int i = 0; i < HEADS.size(); i++) {
      boolean mayBeEmpty = i == 9;
      if (cells.get(i).isEmpty() && !mayBeEmpty) {
        fault(number, HEADS.get(i), "missing", "不能为空。");
        return;
      }
      if (cells.get(i).length() > MAX_CELL) {
        fault(number, HEADS.get(i), "too-long", "最多 " + MAX_CELL + " 个字。");
        return;
      }
    }
    Optional<String> plan =
        match(number, 0, PLAN_NUMBER, cells, "应以年份开头，例如 2023001。").map(Matcher::group);
    Optional<String> task =
        match(number, 2, TASK_NUMBER, cells, "应为数字，例如 001号。").map(m -> m.group(1));
    Optional<PlanTask.DrawType> type = drawType(number, cells.get(4));
    Optional<int[]> rate = rate(number, cells);
    Optional<LocalDate[]> period = period(number, cells);
    if (plan.isEmpty() || task.isEmpty() || type.isEmpty() || rate.isEmpty() || period.isEmpty()) {
      return;
    }
    var read =
        new PlanTask(
            plan.get(),
            cells.get(1),
            task.get(),
            cells.get(3),
            type.get(),
            cells.get(5),
            rate.get()[0],
            rate.get()[1],
            cells.get(6),
            cells.get(7),
            cells.get(8),
            cells.get(9),
            cells.get(10),
            period.get()[0],
            period.get()[1],
            null);
    if (!keys.add(read.key())) {
      fault(number, HEADS.get(2), "duplicate", "编号重复：" + read.key() + "。");
    } else if (!tasks.isEmpty()
        && !tasks.getFirst().planNumber().startsWith(plan.get().substring(0, 4))) {
      fault(number, HEADS.getFirst(), "other-year", "一份计划只能属于一个年度。");
    } else if (tasks.size() >= MAX_TASKS) {
      fault(number, "", "too-many-tasks", "最多 " + MAX_TASKS + " 个任务。");
    } else {
      tasks.add(read);
    }
  }

  private Optional<Matcher> match(
      int number, int column, Pattern pattern, List<String> cells, String expected) {
    Matcher matcher = pattern.matcher(cells.get(column));
    if (matcher.matches()) {
      return Optional.of(matcher);
    }
    fault(number, HEADS.get(column), "unreadable", expected);
    return Optional.empty();
  }

  private Optional<PlanTask.DrawType> drawType(int number, String cell) {
    return switch (cell) {
      case "定向抽查", "定向" -> Optional.of(PlanTask.DrawType.TARGETED);
      case "不定向抽查", "不定向" -> Optional.of(PlanTask.DrawType.NON_TARGETED);
      default -> {
        fault(number, HEADS.get(4), "unreadable", "应为定向抽查或不定向抽查。");
        yield Optional.empty();
      }
    };
  }

  /** A percentage above 0 and at most 100, as numerator over 10 000. */
  private Optional<int[]> rate(int number, List<String> cells) {
    Optional<Matcher> percent = match(number, 5, PERCENT, cells, "应为百分比，例如 10%。");
    if (percent.isEmpty()) {
      return Optional.empty();
    }
    String fraction = percent.get().group(2) == null ? "" : percent.get().group(2);
    int hundredths =
        Integer.parseInt(percent.get().group(1)) * 100
            + Integer.parseInt((fraction + "00").substring(0, 2));
    if (hundredths < 1 || hundredths > 10_000) {
      fault(number, HEADS.get(5), "rate-out-of-range", "抽查比例应大于 0、不超过 100%。");
      return Optional.empty();
    }
    return Optional.of(
        hundredths % 100 == 0 ? new int[] {hundredths / 100, 100} : new int[] {hundredths, 10_000});
  }

  private Optional<LocalDate[]> period(int number, List<String> cells) {
    Optional<Matcher> period = match(number, 10, PERIOD, cells, "应为期间，例如 2023年3月至11月。");
    if (period.isEmpty()) {
      return Optional.empty();
    }
    Matcher m = period.get();
    try {
      int year = Integer.parseInt(m.group(1));
      int lastYear = m.group(3) == null ? year : Integer.parseInt(m.group(3));
      LocalDate from = YearMonth.of(year, Integer.parseInt(m.group(2))).atDay(1);
      LocalDate to = YearMonth.of(lastYear, Integer.parseInt(m.group(4))).atEndOfMonth();
      if (from.isBefore(to)) {
        return Optional.of(new LocalDate[] {from, to});
      }
    } catch (DateTimeException e) {
      // no such month: told below like a period that ends before it begins
    }
    fault(number, HEADS.get(10), "period-impossible", "期间的起止月份不成立。");
    return Optional.empty();
  }

  private void fault(int row, String column, String code, String text) {
    faults.add(new Fault(row, column, code, text));
  }

  private static List<PlanWarning> warnings(List<PlanTask> tasks) {
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
