package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The codes of the ledgers in words, by a reader that shares nothing with the services. */
final class StoryCodes {
  private static final Map<String, String> STATES =
      Map.of(
          "ACTIVE", "存续",
          "SUSPENDED", "停业",
          "CANCELLED", "注销",
          "MOVED_OUT", "迁出",
          "REVOKED", "吊销",
          "UNCONFIRMED", "待核准");

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

  static String codes(JsonNode p) {
    return StreamSupport.stream(p.path("codes").spliterator(), false)
        .map(code -> CODES.getOrDefault(code.asText(), code.asText()))
        .collect(Collectors.joining("；"));
  }
}
