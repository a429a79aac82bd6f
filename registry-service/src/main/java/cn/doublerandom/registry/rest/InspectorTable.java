package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Qualifications;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.servicekit.table.Table;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of inspectors and of recusals. */
final class InspectorTable {
  private static final List<String> HEADS =
      List.of("编号", "姓名", "单位", "执法证号", "执法证有效期至", "专长", "状态");
  private static final List<String> RECUSAL_HEADS = List.of("执法人员编号", "检查对象编码", "回避原因");
  private static final Map<String, InspectorStatus> STATUSES =
      Map.of("在岗", InspectorStatus.ACTIVE, "离岗", InspectorStatus.LEFT);
  private static final Map<String, String> REASONS =
      Map.of(
          "申报利害关系", "DECLARED_INTEREST",
          "近亲属", "RELATIVE",
          "曾任职", "FORMER_EMPLOYER",
          "检查对象申请", "SUBJECT_REQUEST");
  private static final Map<String, String> SIDES = Map.of("执法人员", "INSPECTOR", "检查对象", "SUBJECT");

  /** 道路货运:3. */
  private static final Pattern LEVELLED = Pattern.compile("(.+)[:：]([1-3])");

  private static final Pattern EMPLOYMENT = Pattern.compile("(.{1,64})/(\\d{4}-\\d{2}-\\d{2})");

  static final Table<Named> TABLE = new Table<>(HEADS, InspectorTable::row, r -> r.details().id());
  static final Table<RecusalRow> RECUSALS =
      new Table<>(
          RECUSAL_HEADS,
          InspectorTable::recusal,
          r -> r.inspector() + " " + r.recusal().subject() + " " + r.recusal().reason());

  private InspectorTable() {}

  /** A row before its name is sealed. */
  record Named(InspectorDetails details, String name) {}

  record RecusalRow(String inspector, Recusal recusal) {}

  private static RecusalRow recusal(Table.Row row) {
    boolean isEndless = row.text("有效期至", 20).isEmpty();
    return new RecusalRow(
        row.required("执法人员编号", 64),
        new Recusal(
            row.required("检查对象编码", 64),
            row.oneOf("回避原因", REASONS),
            row.text("生效日期", 20).isEmpty() ? null : row.date("生效日期"),
            isEndless ? null : row.date("有效期至"),
            row.text("申报方", 20).isEmpty() ? null : row.oneOf("申报方", SIDES)));
  }

  private static Named row(Table.Row row) {
    List<String> skills = new ArrayList<>();
    List<Qualifications.SkillLevel> levels = new ArrayList<>();
    for (String word : row.list("专长", 500)) {
      Matcher levelled = LEVELLED.matcher(word);
      if (levelled.matches()) {
        skills.add(levelled.group(1).strip());
        levels.add(
            new Qualifications.SkillLevel(
                levelled.group(1).strip(), Integer.parseInt(levelled.group(2))));
      } else {
        skills.add(word);
      }
    }
    String other = row.text("省政府执法证号", 50);
    var more =
        new Qualifications(
            other,
            other.isEmpty() ? null : row.date("省政府执法证有效期至"),
            levels,
            row.text("地区", 20),
            row.integer("承办上限", 1, 1000, 0),
            employments(row),
            row.list("持股单位编码", 1000));
    return new Named(
        new InspectorDetails(
            row.required("编号", 64),
            "",
            row.required("单位", 58),
            row.required("执法证号", 50),
            row.date("执法证有效期至"),
            skills.stream().distinct().sorted().toList(),
            row.oneOf("状态", STATUSES),
            more.equals(Qualifications.NONE) ? null : more),
        row.required("姓名", 50));
  }

  /** 编码/离职日期, several separated by 、 or ;. */
  private static List<Qualifications.Employment> employments(Table.Row row) {
    List<Qualifications.Employment> employments = new ArrayList<>();
    for (String one : row.list("曾任职单位", 1000)) {
      Matcher employment = EMPLOYMENT.matcher(one);
      try {
        if (employment.matches()) {
          employments.add(
              new Qualifications.Employment(
                  employment.group(1), LocalDate.parse(employment.group(2))));
          continue;
        }
      } catch (DateTimeParseException e) {
        // told below like every other way of not being one
      }
      row.fault("曾任职单位", "not-an-employment", "应写作“单位编码/离职日期”，例如“91130534MA1014419A/2022-06-30”。");
    }
    return employments;
  }

  static Imports.Asked<InspectorCommand> askedRecusals(Map<Integer, RecusalRow> rows) {
    Map<String, List<Recusal>> byInspector = new LinkedHashMap<>();
    Map<String, Integer> asking = new LinkedHashMap<>();
    rows.forEach((number, row) -> {
      byInspector.computeIfAbsent(row.inspector(), i -> new ArrayList<>()).add(row.recusal());
      asking.putIfAbsent(RegistryStreams.INSPECTOR + row.inspector(), number);
    });
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    byInspector.forEach((id, recusals) ->
        commands.put(
            RegistryStreams.INSPECTOR + id, new InspectorCommand.DeclareConflicts(recusals)));
    return new Imports.Asked<>(commands, asking, List.of());
  }
}
