package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.PlanReading.ReadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers are never changed; a gap, or a name that ends in another number, is said (R70). Two that
 * differ by zeros before them are one number, which a spreadsheet took the zeros of.
 */
final class PlanNumbering {
  private static final int YEAR = 4;
  private static final Pattern TRAILING_NUMBER = Pattern.compile("([0-9]{1,6})$");

  private static final Pattern ZEROS = Pattern.compile("(?<=-|^20[0-9]{2})0+(?=[0-9])");

  private PlanNumbering() {}

  /** A row above that says the number of a task, or of its plan, once more in another way. */
  static Optional<PlanReading.Fault> twice(List<ReadRow> rows, int row, PlanTask read) {
    for (ReadRow before : rows) {
      String key = before.key();
      if (key == null || before.row() == row) {
        continue;
      }
      String plan = key.substring(0, key.indexOf('-'));
      PlanColumn column =
          isSame(key, read.key())
              ? PlanColumn.TASK_NUMBER
              : isSame(plan, read.planNumber()) && !plan.equals(read.planNumber())
                  ? PlanColumn.PLAN_NUMBER
                  : null;
      if (column != null) {
        String text =
            "编号重复：第 %d 行 %s 与第 %d 行 %s 是同一个编号。"
                .formatted(
                    before.row(),
                    column == PlanColumn.TASK_NUMBER ? key : plan,
                    row,
                    column == PlanColumn.TASK_NUMBER ? read.key() : read.planNumber());
        return Optional.of(new PlanReading.Fault(row, column.head(), "duplicate", text));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(String number, String other) {
    return ZEROS.matcher(number).replaceAll("").equals(ZEROS.matcher(other).replaceAll(""));
  }

  /** Asks for numbers that are shorter than others of their column, which begin with zeros. */
  static void askForShort(
      List<ReadRow> rows, List<PlanTable.Decision> decisions, PlanFindings findings) {
    askForShort(rows, decisions, findings, PlanColumn.TASK_NUMBER, "", key -> taskOf(key));
    askForShort(
        rows,
        decisions,
        findings,
        PlanColumn.PLAN_NUMBER,
        rows.stream().map(ReadRow::key).filter(Objects::nonNull).findFirst().orElse("    "),
        key -> key.substring(YEAR, key.indexOf('-')));
  }

  private static String taskOf(String key) {
    return key.substring(key.indexOf('-') + 1);
  }

  /**
   * @param first a key of the plan, whose year stands before each number; empty where none does
   */
  private static void askForShort(
      List<ReadRow> rows,
      List<PlanTable.Decision> decisions,
      PlanFindings findings,
      PlanColumn column,
      String first,
      Function<String, String> numberOf) {
    int width =
        rows.stream()
            .map(ReadRow::key)
            .filter(Objects::nonNull)
            .map(numberOf)
            .filter(number -> number.startsWith("0"))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    String year = first.isEmpty() ? "" : first.substring(0, YEAR);
    for (ReadRow row : rows) {
      String number = row.key() == null ? "" : numberOf.apply(row.key());
      boolean isSettled =
          decisions.stream()
                  .filter(d -> d.row() == row.row())
                  .anyMatch(d -> PlanColumn.of(d.column()).filter(c -> c == column).isPresent())
              || findings.faults().stream()
                  .anyMatch(f -> f.row() == row.row() && f.column().equals(column.head()));
      if (!number.isEmpty() && number.length() < width && !isSettled) {
        findings.ask(
            row.row(),
            column.head(),
            "number-shorter",
            "编号 %s 比同一列的其他编号短，前面的 0 可能被表格软件去掉；请填写完整的编号，无误的照原样再填一次。".formatted(year + number),
            true,
            year + "0".repeat(width - number.length()) + number);
      }
    }
  }

  static List<PlanWarning> warnings(List<PlanTask> tasks) {
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

  /** What is wrong with the number of a task: many write that of the plan there. */
  static String unfitForTask(String text) {
    return text.matches("[0-9]{7,}号?")
        ? "任务编号最多六位数字，例如 001号；“%s”像是抽查计划编号。"
            .formatted(text.substring(0, Math.min(text.length(), 20)))
        : "应为数字，例如 001号。";
  }
}
