package cn.doublerandom.draw.drawing;

/**
 * The sentences of the terms in one language. Those in English are the same as on the office's page
 * ({@code messages/drawing_en.properties}); what an office named keeps its name.
 */
enum TermsPhrases {
  CHINESE(
      new Forms(
          "第 %d 席：%s，名单中 %d 人符合",
          "抽查下限 %s：抽取 %d 个，按计划为 %d 个",
          "每层候补 %d 个",
          "每名执法人员本次最多 %d 户",
          "每个对象一年最多抽中 %d 次",
          "两次抽中至少间隔 %d 天",
          "检查事项 %d 项：%s",
          "%s于 %s 同意以上条件"),
      "任何执法人员",
      "、",
      "等"),
  ENGLISH(
      new Forms(
          "Seat %d: %s; %d of the list fit",
          "Floor %s: %d are drawn, %d by the plan",
          "%d stand by in each class",
          "%d visits at most for each officer",
          "Each is drawn %d times a year at most",
          "%d days at least between two draws of one",
          "%d items: %s",
          "An approver agreed to these terms on %2$s"),
      "any officer",
      ", ",
      " …");

  /** What is filled in stands in this order in both languages. */
  record Forms(
      String seat,
      String floor,
      String alternates,
      String cap,
      String annualCap,
      String interval,
      String items,
      String agreed) {}

  final Forms forms;
  final String anybody;
  final String comma;
  final String andMore;

  TermsPhrases(Forms forms, String anybody, String comma, String andMore) {
    this.forms = forms;
    this.anybody = anybody;
    this.comma = comma;
    this.andMore = andMore;
  }
}
