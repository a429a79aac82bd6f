package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;

/** What of an inspector waits for a second person, in the story of a ledger. */
final class AbsenceWords {
  private AbsenceWords() {}

  /** A leave, a departure, who is new or comes back, or what else a row changes. */
  static String of(JsonNode p) {
    if (p.has("leave")) {
      return "申请休假";
    } else if (p.has("leftFrom")) {
      return "申请离岗，自 %s 起".formatted(StoryWords.text(p, "leftFrom"));
    } else if (p.has("activeFrom")) {
      return "申请在岗，自 %s 起".formatted(StoryWords.text(p, "activeFrom"));
    } else if (p.has("revision")) {
      return "申请变更人员登记内容";
    }
    return "申请" + (p.has("narrowing") ? "改变专长、单位或任职、持股" : "提前执法证有效期");
  }
}
