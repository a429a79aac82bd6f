package cn.doublerandom.draw.drawing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class of a stratum as people read it: codes of tasks drawn as one are spelled out. */
public final class StratumWords {
  private static final Map<String, String> CLASSES =
      Map.of("A", "低风险（A）", "B", "一般风险（B）", "C", "较高风险（C）", "D", "高风险（D）");

  private static final Map<String, String> ENGLISH =
      Map.of(
          "A", "low risk (A)", "B", "usual risk (B)", "C", "higher risk (C)", "D", "high risk (D)");

  /** {@code 2023001-002/B=2}: so many of a task, and of which of its classes. */
  private static final Pattern PART = Pattern.compile("(.+?)(?:/([^/=]+))?=([0-9]+)");

  private StratumWords() {}

  /** The words; a name the office gave itself stays as it is. */
  public static String of(String stratum) {
    if (stratum.equals("ALL")) {
      return "全部（不分级）";
    }
    return stratum.indexOf('=') < 0 && stratum.indexOf('+') < 0
        ? CLASSES.getOrDefault(stratum, stratum)
        : Stream.of(stratum.split("\\+")).map(StratumWords::part).collect(Collectors.joining("，"));
  }

  private static String part(String part) {
    Matcher m = PART.matcher(part);
    if (!m.matches()) {
      return CLASSES.getOrDefault(part, part);
    }
    String task = CLASSES.getOrDefault(m.group(1), "任务 " + m.group(1));
    String stratum = m.group(2) == null ? "" : " " + CLASSES.getOrDefault(m.group(2), m.group(2));
    return "%s%s 抽 %s 个".formatted(task, stratum, m.group(3));
  }

  /** The same in English. */
  public static String inEnglish(String stratum) {
    if (stratum.equals("ALL")) {
      return "all (one class)";
    }
    return stratum.indexOf('=') < 0 && stratum.indexOf('+') < 0
        ? ENGLISH.getOrDefault(stratum, stratum)
        : Stream.of(stratum.split("\\+"))
            .map(StratumWords::partInEnglish)
            .collect(Collectors.joining(", "));
  }

  private static String partInEnglish(String part) {
    Matcher m = PART.matcher(part);
    if (!m.matches()) {
      return ENGLISH.getOrDefault(part, part);
    }
    String task = ENGLISH.getOrDefault(m.group(1), "task " + m.group(1));
    String stratum = m.group(2) == null ? "" : " " + ENGLISH.getOrDefault(m.group(2), m.group(2));
    return "%s of %s%s".formatted(m.group(3), task, stratum);
  }
}
