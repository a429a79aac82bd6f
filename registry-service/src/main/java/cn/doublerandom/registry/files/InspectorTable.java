package cn.doublerandom.registry.files;

import cn.doublerandom.bureau.key.RegionCode;
import cn.doublerandom.registry.application.ToldInspector;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Qualifications;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of inspectors. */
final class InspectorTable {
  private static final List<String> HEADS =
      List.of("编号", "姓名", "单位", "执法证号", "执法证有效期至", "专长", "状态");
  private static final Map<String, InspectorStatus> STATUSES =
      Map.of("在岗", InspectorStatus.ACTIVE, "离岗", InspectorStatus.LEFT);

  /** 道路货运:3. */
  private static final Pattern LEVELLED = Pattern.compile("(.+)[:：]([1-3])");

  /** What is meant as a level and is none, or is no word at all. */
  private static final Pattern NO_SKILL = Pattern.compile("[:：<>=]|(?<=[^0-9])[ 　/-]*[0-9０-９]+级?$");

  private static final Pattern EMPLOYMENT = Pattern.compile("(.{1,64}?)/(.{1,40})");

  /** First day of the status, where it is not the day of the recording. */
  private static final String STATUS_FROM = "状态生效日期";

  private static final Map<String, String> OTHER_HEADS =
      Map.ofEntries(
          Map.entry("人员编号", "编号"),
          Map.entry("执法人员编号", "编号"),
          Map.entry("所属单位", "单位"),
          Map.entry("部门执法证号", "执法证号"),
          Map.entry("执法证编号", "执法证号"),
          Map.entry("执法证有效期", "执法证有效期至"),
          Map.entry("省政府执法证号", "省政府执法证号"),
          Map.entry("省政府执法证有效期至", "省政府执法证有效期至"),
          Map.entry("地区", "地区"),
          Map.entry("承办上限", "承办上限"),
          Map.entry("状态生效日期", STATUS_FROM),
          Map.entry("曾任职单位", "曾任职单位"),
          Map.entry("持股单位编码", "持股单位编码"));

  static final Table<ToldInspector> TABLE =
      new Table<>(
          HEADS,
          OTHER_HEADS,
          Map.of(
              ".*(状态|生效|离岗|调离|上岗|入职).*(日|日期|时间)",
              "状态的第一天请写在“" + STATUS_FROM + "”列。",
              ".*(请假|休假).*",
              "请假请逐人登记；请删去此列后导入。"),
          InspectorTable::row,
          r -> r.details().id());

  private InspectorTable() {}

  /** A name or a code: digits that are no region's code are neither. */
  private static String region(TableRow row) {
    String region = row.text("地区", 20);
    if (region.matches("[0-9]+") && !RegionCode.isOne(region)) {
      row.fault("地区", "not-a-region", "“%s”不是行政区划代码（GB/T 2260，6 位）。".formatted(region));
    }
    return region;
  }

  /** One skill has one level. */
  private static void sayTwice(TableRow row, List<Qualifications.SkillLevel> levels) {
    Set<String> seen = new HashSet<>();
    levels.stream()
        .map(Qualifications.SkillLevel::skill)
        .filter(skill -> !seen.add(skill))
        .findFirst()
        .ifPresent(skill -> row.fault("专长", "skill-level", "“%s”写了两个等级，请只留一个。".formatted(skill)));
  }

  private static ToldInspector row(TableRow row) {
    List<String> skills = new ArrayList<>();
    List<Qualifications.SkillLevel> levels = new ArrayList<>();
    if (!row.says("专长")) {
      row.say("专长", "skill-missing", "没有专长：照常导入，“抽取前核对”会列出；按专长组队的抽取不会选到。");
    }
    for (String word : row.list("专长", 500)) {
      Matcher levelled = LEVELLED.matcher(word);
      if (levelled.matches()) {
        skills.add(levelled.group(1).strip());
        levels.add(
            new Qualifications.SkillLevel(
                levelled.group(1).strip(), Integer.parseInt(levelled.group(2))));
      } else if (NO_SKILL.matcher(word).find()) {
        // Taken as it stands it would be a skill nobody else has, and no team asks for.
        row.fault(
            "专长", "skill-level", "“%s”：专长后面的等级应为 1、2 或 3，例如“道路货运:3”；不分等级的只写专长。".formatted(word));
      } else {
        skills.add(word);
      }
    }
    sayTwice(row, levels);
    String other = row.code("省政府执法证号", 50);
    var more =
        new Qualifications(
            other,
            other.isEmpty() ? null : row.date("省政府执法证有效期至"),
            levels,
            region(row),
            row.integer("承办上限", 1, 1000, 0),
            employments(row),
            shareholdings(row));
    return new ToldInspector(
        new InspectorDetails(
            CodeRules.own(row, "编号", 64),
            "",
            CodeRules.unit(row, "单位", 58),
            row.requiredCode("执法证号", 50),
            row.date("执法证有效期至"),
            skills.stream().distinct().sorted().toList(),
            row.oneOf("状态", STATUSES),
            more.equals(Qualifications.NONE) ? null : more),
        CodeRules.name(row, "姓名", 50),
        row.says(STATUS_FROM) ? row.date(STATUS_FROM) : null);
  }

  /** 编码/离职日期, several separated by 、 or ;. */
  private static List<Qualifications.Employment> employments(TableRow row) {
    List<Qualifications.Employment> employments = new ArrayList<>();
    for (String one : row.list("曾任职单位", 1000)) {
      Matcher employment = EMPLOYMENT.matcher(one);
      if (employment.matches()
          && DayText.read(employment.group(2)) instanceof DayText.Reading.Read(LocalDate day)) {
        employments.add(
            new Qualifications.Employment(subject(row, "曾任职单位", employment.group(1)), day));
        continue;
      }
      row.fault("曾任职单位", "not-an-employment", "应写作“单位编码/离职日期”，例如“91130534MA1014419A/2022-06-30”。");
    }
    return employments;
  }

  private static List<String> shareholdings(TableRow row) {
    return row.list("持股单位编码", 1000).stream()
        .map(one -> subject(row, "持股单位编码", one))
        .sorted()
        .distinct()
        .toList();
  }

  /** A subject's code as it is meant; a recusal follows from it, so that it must be a right one. */
  private static String subject(TableRow row, String column, String typed) {
    String id = CodeText.meant(typed);
    CodeRules.check(row, column, id);
    return id;
  }
}
