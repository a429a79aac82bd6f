package cn.doublerandom.verifier;

/** What can be wrong with a bundle, in the order in which it is looked for (protocol §9). */
public enum Code {
  MALFORMED("格式不对"),
  PROTOCOL_UNKNOWN("未知的规程版本"),
  COMMIT_HASH("承诺的哈希不符"),
  PARENT_RESULT("所接续的抽取不符"),
  FRAME_ORDER("名单的次序不对或有重复"),
  FRAME_ROOT("名单与承诺不符"),
  INSPECTOR_ROOT("执法人员名单与承诺不符"),
  RECUSAL_ROOT("回避名单与承诺不符"),
  ENTROPY_INVALID("随机数来源不符"),
  VRF_PROOF("可验证随机数的证明不成立"),
  SEED("种子不符"),
  ALLOCATION("各层名额不符"),
  SELECTION("抽中名单不符"),
  ALTERNATES("备选名单不符"),
  TEAM_MISSING("检查组与抽中名单不对应"),
  TEAM_SIZE("检查组人数不对"),
  TEAM_UNQUALIFIED("检查组成员不合要求"),
  TEAM_RECUSED("检查组成员应当回避"),
  TEAM_OVER_CAP("检查组成员超过上限"),
  TEAM_NOT_OPTIMAL("检查组不是最优匹配"),
  RESULT_HASH("结果的哈希不符"),
  /** With ledger files: opened to something else than what was sealed. */
  SEALED_HASH("启封内容与密封时不符"),
  /** With ledger files: the ledger does not say what it would have to. */
  LEDGER("账本不符"),
  /** With ledger files: a checkpoint that nobody known has signed. */
  CHECKPOINT("检查点没有可信的签名"),
  /** Of an export: a file is not the one that was exported, is missing, or is one too many. */
  EXPORT_FILE("导出文件被改动"),
  /** Of an export: nobody known has signed which files it is made of. */
  EXPORT_LIST("导出没有可信的文件清单"),
  /** Of a case file: a paper is not what its index says. */
  CASE_FILE_PAPER("卷宗材料被改动"),
  /** Of a case file: the index and the papers do not belong together. */
  CASE_FILE_INDEX("卷宗目录不符"),
  /** Of a case file: it is not the one whose hash the ledger keeps. */
  CASE_FILE_SEAL("卷宗与账本所存的哈希不符"),
  /** Of a notice: what it says is not what the log has the hash of. */
  NOTICE_CONTENT("公告内容与公示账本不符"),
  /** Of a notice as a PDF: it is not the paper that is published of it. */
  NOTICE_PAPER("公告文件与公布的不是同一份"),
  /** Of a notice: the proof does not lead from its leaf to the signed root. */
  NOTICE_PROOF("公告的证明不成立"),
  /** Of the log of notices: a tile is not what was signed. */
  NOTICE_TILE("公示账本的分块被改动"),
  /** Of the log of notices: it is shorter than it was. */
  NOTICE_OLDER("公示账本比以前见过的更短"),
  /** Of the log of notices: what was seen before is no beginning of it. */
  NOTICE_SPLIT("公示账本与以前见过的不是同一本");

  private final String chinese;

  Code(String chinese) {
    this.chinese = chinese;
  }

  /** The same in the words of the bureau. */
  public String chinese() {
    return chinese;
  }
}
