package cn.doublerandom.draw;

/** What is refused of the source of chance. */
public enum EntropyRejection implements DrawRejection {
  ENTROPY_NOT_ALLOWED(
      "entropy-not-allowed",
      "规则包不允许本任务使用这种随机数来源。",
      "The rule packs do not allow this kind of entropy for the task.",
      Kind.CONFLICT),
  ENTROPY_SOURCE_MISSING(
      "entropy-source-missing",
      "须选定且只选定一种随机数来源：见证、公开彩票或 drand。",
      "Name exactly one source of chance: a ceremony, a lottery or drand.",
      Kind.INVALID),
  LOTTERY_UNKNOWN(
      "lottery-unknown",
      "规则包没有列入这种彩票，或者号码组与列入的不符。",
      "No rule pack pins this lottery, or not with these groups of numbers.",
      Kind.INVALID),
  LOTTERY_NOT_DRAWN_THEN(
      "lottery-not-drawn-then",
      "这种彩票不在所写的时间开奖。",
      "This lottery is not drawn at that time.",
      Kind.INVALID),
  LOTTERY_ISSUE_MALFORMED(
      "lottery-issue-malformed",
      "期号不符合该彩票的编号规则，或不可能在所写时间开奖：每年从 001 起按开奖日依次编号。",
      "Not an issue of this lottery that can be drawn at that time.",
      Kind.INVALID),
  LOTTERY_NUMBERS_IMPOSSIBLE(
      "lottery-numbers-impossible",
      "该彩票开不出这样的号码，请对照开奖公告。",
      "This lottery cannot give these numbers; compare the bulletin.",
      Kind.INVALID),
  LOTTERY_NUMBERS_UNCONFIRMED(
      "lottery-numbers-unconfirmed",
      "开奖号码须由两人分别录入且一致，其中至少一人没有锁定名单、没有作出承诺；请另一人先录入。",
      "Two people enter the numbers, one of whom neither froze nor committed; another enters first.",
      Kind.CONFLICT),
  LOTTERY_NUMBERS_DIFFER(
      "lottery-numbers-differ",
      "与他人录入的开奖号码不一致，已记录在案；请对照开奖公告，录错的人重新录入。",
      "Not the numbers somebody else entered; both stay on record, and who mistyped enters again.",
      Kind.CONFLICT),
  LOTTERY_DAY_DIFFERS(
      "lottery-day-differs",
      "公告上该期的开奖日期与承诺的开奖日期不同：承诺的不是这一天开奖的那一期，请核对公告；确不相符的，由领导作废本轮。",
      "The bulletin names another day: what was committed to is not the issue of that day.",
      Kind.CONFLICT),
  LOTTERY_ENTRIES_EXHAUSTED(
      "lottery-entries-exhausted",
      "同一账号最多录入10次，这一次没有记录；请由他人录入或抽取。",
      "One account enters ten times at most, and this time was not recorded.",
      Kind.CONFLICT),
  DRAND_UNKNOWN(
      "drand-unknown", "只能使用 drand quicknet。", "Only drand quicknet is pinned.", Kind.INVALID),
  ENTROPY_TOO_SOON(
      "entropy-too-soon",
      "随机数的产生时间须至少在两分钟之后。",
      "The entropy must come into being at least two minutes from now.",
      Kind.INVALID),
  ENTROPY_AFTER_EXECUTE_BY(
      "entropy-after-execute-by",
      "承诺的开奖或 drand 轮次晚于最迟抽取时间。",
      "The promised lottery or round comes after executeBy.",
      Kind.INVALID),
  ENTROPY_NOT_YET(
      "entropy-not-yet",
      "承诺的开奖或 drand 轮次时间未到。",
      "The promised lottery or round is still to come.",
      Kind.CONFLICT),
  ENTROPY_UNFIT(
      "entropy-unfit", "与承诺的随机数来源不符。", "Not the entropy that was promised.", Kind.INVALID),
  BEACON_SIGNATURE_INVALID(
      "beacon-signature-invalid",
      "drand 签名无效。",
      "The beacon's signature does not hold.",
      Kind.INVALID),
  BEACON_UNREACHABLE(
      "beacon-unreachable",
      "无法取得 drand 数据，请稍后再试，或粘贴该轮数据。",
      "The beacon cannot be reached; try again or paste the round.",
      Kind.CONFLICT);

  private final Wording wording;

  EntropyRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
