package cn.doublerandom.inspection.signals;

import cn.doublerandom.bureau.rules.SignalTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Years of visits, invented from a seed. */
final class Years {
  /** As supervision-2025 says. */
  static final SignalTerms TERMS =
      new SignalTerms(900, 3, 3, 200, 900, 20, 10_000, 6, 120, 15, 3, null);

  static final String UNIT = "检查大队";
  private static final String WORDS =
      "灭火器过期档案缺失车辆证件人员培训记录场地标识安全出口配电箱线路堵塞未公示收费标准合同签订编号台账登记更新整改通知现场负责人说明情况如下";
  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);

  private Years() {}

  /** A visit of two items of four questions each. */
  static VisitTrace visit(
      int number, String unit, Instant begins, Duration lasts, boolean finding, String text) {
    LocalDate day = LocalDate.ofInstant(begins, ZoneOffset.ofHours(8));
    return new VisitTrace(
        "v-%05d".formatted(number),
        "d-1",
        "p",
        "001",
        "S-%05d".formatted(number),
        List.of(unit + "1", unit + "2"),
        List.of(unit),
        List.of(
            new VisitTrace.Item("A", "维修档案", 4, 60, true, finding, text, null),
            new VisitTrace.Item("B", "安全生产", 4, 60, true, false, "", null)),
        List.of(),
        begins,
        begins.plus(lasts),
        day,
        day.plusDays(2),
        true,
        List.of("evidence of " + number),
        Map.of(),
        0,
        0,
        null);
  }

  static Instant at(int day, int minute) {
    return NEW_YEAR.plusDays(day).atTime(9, 0).plusMinutes(minute).toInstant(ZoneOffset.ofHours(8));
  }

  static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(WORDS.charAt(random.nextInt(WORDS.length())));
    }
    return text.toString();
  }

  /** The classes of an honest year's subjects: a quarter each. */
  static Map<String, String> classes(int subjects) {
    Map<String, String> classes = new HashMap<>();
    for (int i = 0; i < subjects; i++) {
      classes.put("S-%05d".formatted(i), List.of("A", "B", "C", "D").get(i % 4));
    }
    return classes;
  }

  /** Some units of honest people, who find what is there: A 5 %, B 12 %, C 25 %, D 45 %. */
  static List<VisitTrace> honest(long seed) {
    var random = new Random(seed);
    int[] percent = {5, 12, 25, 45};
    List<VisitTrace> year = new ArrayList<>();
    int units = 4 + random.nextInt(7);
    for (int u = 0; u < units; u++) {
      int visits = 4 + random.nextInt(37);
      int day = random.nextInt(20);
      for (int i = 0; i < visits; i++) {
        int number = year.size();
        day += random.nextInt(4);
        boolean finding = random.nextInt(100) < percent[number % 4];
        Duration lasts = Duration.ofSeconds(240 + random.nextInt(6_000));
        String text = finding ? text(random, 15 + random.nextInt(60)) : "";
        VisitTrace one =
            visit(number, "单位" + u, at(day, random.nextInt(420)), lasts, finding, text);
        int entered = random.nextInt(100) < 4 ? 16 + random.nextInt(10) : random.nextInt(12);
        year.add(
            one.times(
                one.startedAt(),
                one.finishedAt(),
                one.finishedOn(),
                one.finishedOn().plusDays(entered),
                true));
      }
    }
    return year;
  }
}
