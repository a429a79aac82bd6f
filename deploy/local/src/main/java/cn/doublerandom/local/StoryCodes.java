package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The codes of the ledgers in words, by a reader that shares nothing with the services. */
final class StoryCodes {
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("ACTIVE", "存续"),
          Map.entry("SUSPENDED", "停业"),
          Map.entry("CANCELLED", "注销"),
          Map.entry("MOVED_OUT", "迁出"),
          Map.entry("REVOKED", "吊销"),
          Map.entry("ANNULLED", "撤销登记"),
          Map.entry("UNCONFIRMED", "待核准"),
          Map.entry("NOT_ACTIVE", "不在岗"),
          Map.entry("CERTIFICATE_EXPIRED", "执法证件已经到期"),
          Map.entry("ON_LEAVE", "休假"),
          Map.entry("UNKNOWN", "名录库中没有"));

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("1", "未发现问题"),
          Map.entry("A", "发现问题待后续处理"),
          Map.entry("B", "未按规定公示信息"),
          Map.entry("C", "公示信息弄虚作假"),
          Map.entry("6", "无法联系"),
          Map.entry("D", "违反本领域规定"),
          Map.entry("3", "违反食品药品规定"),
          Map.entry("4", "违反质量规定"),
          Map.entry("5", "违反其他部门规定"),
          Map.entry("G", "违反公安部门规定"),
          Map.entry("E", "已责令改正"),
          Map.entry("F", "未开展相关活动"),
          Map.entry("7", "已关闭停业"),
          Map.entry("8", "不配合检查"),
          Map.entry("9", "注销"),
          Map.entry("10", "被吊销"),
          Map.entry("11", "被撤销"),
          Map.entry("12", "迁出"));

  private StoryCodes() {}

  static String state(JsonNode status) {
    return STATES.getOrDefault(status.asText(), status.asText());
  }

  /** What the register said of who goes out; nothing in events from before it was asked. */
  static String registered(JsonNode p) {
    return p.hasNonNull("registered") ? "（名录库登记：%s）".formatted(state(p.path("registered"))) : "";
  }

  /** Alternates that would have come in before and could not. */
  static String passed(JsonNode p) {
    return p.path("passed").isEmpty()
        ? ""
        : StreamSupport.stream(p.path("passed").spliterator(), false)
            .map(one -> one.path("id").asText() + "（" + state(one.path("reason")) + "）")
            .collect(Collectors.joining("、", "，跳过 ", ""));
  }

  static String codes(JsonNode p) {
    return StreamSupport.stream(p.path("codes").spliterator(), false)
        .map(code -> CODES.getOrDefault(code.asText(), code.asText()))
        .collect(Collectors.joining("；"));
  }
}
