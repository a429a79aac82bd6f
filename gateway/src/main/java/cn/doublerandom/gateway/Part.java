package cn.doublerandom.gateway;

import java.util.Locale;

/** The four services behind the gateway, by the step of the work each owns. */
enum Part {
  REGISTRY("一单两库", "Registers"),
  DRAW("抽查计划与抽取", "Plans and draws"),
  INSPECTION("检查", "Inspection"),
  PUBLICATION("公示", "Publication");

  private final String chinese;
  private final String english;

  Part(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** What an officer calls this part. */
  String chinese() {
    return chinese;
  }

  /** The same in English. */
  String english() {
    return english;
  }

  /** The name in addresses and settings. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
