package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers are never changed; a gap, or a name that ends in another number, is said (R70). */
final class PlanNumbering {
  private static final Pattern TRAILING_NUMBER = Pattern.compile("([0-9]{1,6})$");

  private PlanNumbering() {}

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
}
