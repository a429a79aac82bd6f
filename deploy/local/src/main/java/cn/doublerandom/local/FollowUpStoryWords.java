package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** 后续处理: what came of a finding, as {@code explain} tells it. */
final class FollowUpStoryWords {
  private static final Map<String, String> KINDS =
      Map.of("CORRECTION", "责令改正", "NOTIFICATION", "抄告", "TRANSFER", "移送", "CRIMINAL", "移送司法机关");

  private FollowUpStoryWords() {}

  /** One of its events in a sentence; empty where it is another event. */
  static Optional<String> of(String type, JsonNode p) {
    int number = p.path("number").asInt();
    return switch (type) {
      case "FollowUpOpened" -> Optional.of(opened(p.path("followUp")));
      case "FollowUpAlarmed" ->
          Optional.of(
              "后续处理 %d：%s"
                  .formatted(
                      number,
                      p.path("alarm").path("what").asText().equals("REMINDER")
                          ? "提醒期限将到"
                          : "逾期，逐级上报"));
      case "RecheckPlanned" ->
          Optional.of(
              "后续处理 %d：安排复查，%s"
                  .formatted(
                      p.path("visit").path("followUp").asInt(),
                      p.path("visit").path("on").asText()));
      case "RecheckStated" ->
          Optional.of("后续处理 %d：%s".formatted(number, corrected(p.path("recheck"), "复查")));
      case "RectificationVerified" ->
          Optional.of("后续处理 %d：%s".formatted(number, corrected(p, "另一名执法人员核实")));
      case "ReceiptLinkIssued" -> Optional.of("后续处理 %d：生成接收单位的回执链接".formatted(number));
      case "TransferAcknowledged" ->
          Optional.of(
              "后续处理 %d：%s 已接收".formatted(number, p.path("receipt").path("receivedAs").asText()));
      case "OrderLifted" ->
          Optional.of("后续处理 %d：责令改正撤回，%s".formatted(number, p.path("reason").asText()));
      case "FollowUpClosed" -> Optional.of("后续处理 %d 办结".formatted(number));
      default -> Optional.empty();
    };
  }

  private static String opened(JsonNode one) {
    String kind = one.path("kind").asText();
    String receiver = one.hasNonNull("receiver") ? "，接收单位 " + one.path("receiver").asText() : "";
    return "后续处理 %d：%s，%s%s，期限 %s"
        .formatted(
            one.path("number").asInt(),
            KINDS.getOrDefault(kind, kind),
            one.path("document").asText(),
            receiver,
            one.path("dueOn").asText());
  }

  private static String corrected(JsonNode p, String by) {
    return by + (p.path("corrected").asBoolean() ? "已改正" : "没有改正");
  }
}
