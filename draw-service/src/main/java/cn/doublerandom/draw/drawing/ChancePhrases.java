package cn.doublerandom.draw.drawing;

/** What chance rests on, in one language; what was entered follows the sentence. */
enum ChancePhrases {
  CHINESE(
      "本次抽取的随机数由统筹人员和%d名见证人（%s）共同产生，靠的是其中至少一人诚实：除非全体串通，谁也左右不了结果。",
      new Lottery(
          "本次抽取的随机数取自公共彩票“%s”第%s期（%s开奖）的开奖号码。号码由人录入，系统无从核对：须两人分别录入且一致才能抽取，其中至少一人没有经手锁定和承诺；请任何人对照该期开奖公告核对开奖日期和号码。",
          "本次抽取的随机数取自公共彩票“%s”第%s期的开奖号码。号码由一人录入，没有第二人核对：请对照该期开奖公告核对号码。"),
      "本次抽取的随机数取自公共随机信标 drand 第%d轮，靠的是该网络多数节点诚实：本单位全体串通也左右不了结果。",
      new Entered("已录入：%s。", "第%d人 %s", "；", "＋"),
      "、"),
  ENGLISH(
      "The random numbers of this draw are made by the coordinator and %d witnesses (%s) together."
          + " They rest on the honesty of at least one of them: unless all conspire, nobody can"
          + " steer the result.",
      new Lottery(
          "The random numbers of this draw are those of the public lottery “%s”, issue %s, drawn"
              + " on %s. They are typed by people and the system cannot check them: nobody is drawn"
              + " before two have typed the same, at least one of whom had no hand in freezing and"
              + " committing. Anybody may compare day and numbers with what the lottery published.",
          "The random numbers of this draw are those of the public lottery “%s”, issue %s. They"
              + " were typed by one person and checked by no second one: please compare them with"
              + " what the lottery published."),
      "The random numbers of this draw are those of round %d of the public beacon drand. They rest"
          + " on the honesty of most nodes of that network: not even everybody in this office"
          + " together can steer the result.",
      new Entered(" What was typed: %s.", "person %d %s", "; ", " + "),
      ", ");

  /** Of numbers that people type: two of them, and in draws of old one. */
  record Lottery(String ofTwo, String ofOne) {}

  /** What they typed. */
  record Entered(String all, String one, String between, String groups) {}

  final String ceremony;
  final Lottery lottery;
  final String drand;
  final Entered entered;
  final String comma;

  ChancePhrases(String ceremony, Lottery lottery, String drand, Entered entered, String comma) {
    this.ceremony = ceremony;
    this.lottery = lottery;
    this.drand = drand;
    this.entered = entered;
    this.comma = comma;
  }
}
