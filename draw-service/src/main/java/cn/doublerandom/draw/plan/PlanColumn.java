package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.TraditionalScript;
import cn.doublerandom.servicekit.text.TextGuard;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A column of a plan table, by the heads real offices print (R69). */
public enum PlanColumn {
  PLAN_NUMBER("抽查计划编号", "计划编号", "抽查计划序号"),
  PLAN_NAME("抽查计划名称", "计划名称"),
  TASK_NUMBER("抽查任务编号", "任务编号", "序号", "抽查任务序号"),
  TASK_NAME("抽查任务名称", "任务名称", "抽查事项名称", "抽查项目", "抽查任务"),
  DRAW_TYPE("抽查类型", "抽查类别", "任务类型"),
  QUOTA("抽查比例", "抽查比例(数量)", "抽查比列", "抽查比例及频次", "抽查比例和频次", "抽查比例(户数)", "抽取比例", "抽查数量", "抽查比例、频次"),
  TARGET("抽查目标数", "抽查户数", "拟抽查数量"),
  FREQUENCY("抽查频次", "频次", "抽查频率"),
  TIERS("信用风险分类监管要求", "智慧监管(信用风险分类)要求", "信用风险分类要求", "分级分类监管要求"),
  ITEMS("抽查事项", "检查事项", "抽查内容", "检查内容"),
  SCOPE("抽查对象范围", "抽查对象", "抽查对象(范围)", "检查对象", "检查对象范围", "抽查范围"),
  LEAD(
      "发起科（股）室",
      "发起部门",
      "发起单位",
      "牵头部门",
      "牵头单位",
      "牵头科室",
      "发起科室",
      "发起/牵头科室",
      "发起/牵头部门",
      "牵头(发起)部门",
      "抽查主体",
      "抽查主体(层级)"),
  JOINT(
      "联合科（股）室",
      "联合部门",
      "配合部门",
      "配合单位",
      "配合科室",
      "配合科（股）室",
      "配合股室",
      "参与部门",
      "参与单位",
      "联合科室",
      "联合单位",
      "备注(联查部门)"),
  PERIOD(
      "抽取日期",
      "抽取时间",
      "抽查时间",
      "起止时间",
      "抽查检查起止时间",
      "抽查起止时间",
      "实施时间",
      "实施抽查时间段",
      "抽查时间段",
      "检查时间",
      "完成时间");

  private static final Map<String, PlanColumn> BY_HEAD =
      Stream.of(values())
          .flatMap(c -> c.heads.stream().map(h -> Map.entry(plain(h), c)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Set wide, with a space behind each sign, the longest has some forty. */
  private static final int LONGEST_HEAD = 200;

  /** 序号; no single sign stands for as much. */
  private static final int SHORTEST_HEAD = 2;

  private final List<String> heads;

  PlanColumn(String... heads) {
    this.heads = List.of(heads);
  }

  /** The head the bureau's own table prints. */
  public String head() {
    return heads.getFirst();
  }

  /** The column a head names, if any. */
  static Optional<PlanColumn> of(String head) {
    return head.length() < SHORTEST_HEAD || head.length() > LONGEST_HEAD || head.isBlank()
        ? Optional.empty()
        : Optional.ofNullable(BY_HEAD.get(plain(head)));
  }

  /** How plainly a head names this column, 0 for the bureau's own. Of two the plainer is read. */
  int plainness(String head) {
    String plain = plain(head);
    return IntStream.range(0, heads.size())
        .filter(i -> plain(heads.get(i)).equals(plain))
        .findFirst()
        .orElse(heads.size());
  }

  /** Without white space, reading marks and traditional signs; brackets narrow. */
  private static String plain(String head) {
    String narrow =
        TextGuard.compact(TextGuard.normalized(head, Normalizer.Form.NFKC))
            .replaceAll("\\([a-zà-ÿāēīōūǎěǐǒǔǘǚǜ]+\\)", "");
    return TraditionalScript.simplified(narrow);
  }
}
