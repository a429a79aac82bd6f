package cn.doublerandom.publication.result;

import java.util.List;
import java.util.Map;

/** What the result codes say in public; code 2 is retired and shown blank. */
public final class ResultCodes {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("1", "未发现问题"),
          Map.entry("A", "发现问题待后续处理"),
          Map.entry("B", "未按规定公示应当公示的信息"),
          Map.entry("C", "公示信息隐瞒真实情况弄虚作假"),
          Map.entry("6", "通过登记的住所（经营场所）无法联系"),
          Map.entry("D", "违反本领域其他规定行为"),
          Map.entry("3", "违反食品药品相关规定"),
          Map.entry("4", "违反质量技术监督相关规定"),
          Map.entry("5", "违反其他部门相关规定"),
          Map.entry("G", "违反公安部门相关规定"),
          Map.entry("E", "发现问题经责令已改正"),
          Map.entry("F", "未发现开展本次抽查涉及的经营活动"),
          Map.entry("7", "已关闭停业或正在组织清算"),
          Map.entry("8", "不配合检查情节严重"),
          Map.entry("9", "注销"),
          Map.entry("10", "被吊销"),
          Map.entry("11", "被撤销"),
          Map.entry("12", "迁出"));

  private ResultCodes() {}

  public static String text(List<String> codes) {
    return String.join("；", codes.stream().map(c -> TEXTS.getOrDefault(c, "")).toList());
  }
}
