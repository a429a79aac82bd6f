package cn.doublerandom.gateway;

import java.util.Locale;

/** The four services behind the gateway, by the step of the work each owns. */
enum Part {
  REGISTRY("一单两库"),
  DRAW("抽查计划与抽取"),
  INSPECTION("检查"),
  PUBLICATION("公示");

  private final String chinese;

  Part(String chinese) {
    this.chinese = chinese;
  }

  /** What an officer calls this part. */
  String chinese() {
    return chinese;
  }

  /** The name in addresses and settings. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
