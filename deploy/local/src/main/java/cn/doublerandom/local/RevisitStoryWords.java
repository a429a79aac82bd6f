package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** 回头看: how a sample came about and what was seen, as {@code explain} tells it. */
final class RevisitStoryWords {
  private RevisitStoryWords() {}

  /** One of its events in a sentence; empty where it is another event. */
  static Optional<String> of(String type, JsonNode p) {
    return switch (type) {
      case "SampleFrozen" ->
          Optional.of(
              "回头看：锁定已结束的检查 %d 户，抽取 %d 户"
                  .formatted(
                      p.path("sample").path("visits").size(),
                      p.path("sample").path("size").asInt()));
      case "SamplePromised" -> Optional.of("回头看：见证人 %s 承诺".formatted(text(p, "by")));
      case "SampleCommitted" -> Optional.of("回头看：公布承诺值");
      case "SampleRevealed" ->
          Optional.of("回头看：见证人 %s 公布".formatted(text(p.path("contribution"), "by")));
      case "SampleDrawn" ->
          Optional.of("回头看：抽取完成，%d 户".formatted(p.path("result").path("selected").size()));
      case "SampleVoided" -> Optional.of("回头看：抽取作废" + StoryWords.because(p));
      case "RevisitFound" ->
          Optional.of(
              "回头看：事项 %s 的结果：%s"
                  .formatted(text(p.path("finding"), "item"), StoryCodes.codes(p.path("finding"))));
      case "RevisitConfirmed" -> Optional.of("回头看：另一人确认");
      default -> Optional.empty();
    };
  }

  private static String text(JsonNode p, String member) {
    return p.path(member).asText();
  }
}
