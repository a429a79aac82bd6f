package cn.doublerandom.draw;

/** What is refused of witnesses, of what they promise and of what they reveal. */
public enum CeremonyRejection implements DrawRejection {
  WITNESSES_TOO_FEW(
      "witnesses-too-few",
      "至少需要两名不同的见证人。",
      "At least two different witnesses are needed.",
      Kind.INVALID),
  WITNESSES_FROM_INSIDE(
      "witnesses-from-inside",
      "见证人须至少有一名来自组织抽取的科室以外，见规则包。",
      "At least one witness must come from outside the office that draws.",
      Kind.CONFLICT),
  WITNESSES_ALL_BY_CODE(
      "witnesses-all-by-code",
      "至少一名见证人须用自己的账号承诺，且该账号没有发放过见证码。",
      "At least one witness must promise with an account of his own that handed out no code.",
      Kind.CONFLICT),
  WITNESS_CODE_IN_PRACTICE(
      "witness-code-in-practice",
      "演练单位不对外，没有账号的人打不开见证页；请指定有账号的见证人。",
      "A practice bureau shows nothing to who has no account; please name a witness by account.",
      Kind.CONFLICT),
  WITNESS_CODES_ONE_HAND(
      "witness-codes-one-hand",
      "同一人在一次见证中只能发放一个见证码；其余见证码须由其他审批人发放，多发的先解除指定。",
      "One account hands out one code for a ceremony at most; another approver hands out the next.",
      Kind.CONFLICT),
  WITNESS_NAME_TAKEN(
      "witness-name-taken",
      "该见证人或账号已列入本次见证。",
      "This name or account is a witness already.",
      Kind.CONFLICT),
  WITNESS_ALREADY_NAMED(
      "witness-already-named",
      "这个账号已经以这个姓名指定为见证人，不用再指定。",
      "This account is a witness under this name already.",
      Kind.CONFLICT),
  WITNESS_NOT_IMPARTIAL(
      "witness-not-impartial",
      "锁定名单、同意抽取条件、指定见证人、作出承诺、保管统筹人员秘密、发放见证码或审批计划的账号，以及监督人，不能作见证人。",
      "Who froze, agreed to the terms, names witnesses, commits, holds the secret, handed out a code, approved the plan or"
          + " supervises cannot be a witness.",
      Kind.FORBIDDEN),
  WITNESS_IS_INSPECTOR(
      "witness-is-inspector",
      "该账号是名录库中的执法检查人员，可能被抽中，不能作见证人。",
      "An inspector of the register may be drawn, so he cannot be a witness.",
      Kind.FORBIDDEN),
  WITNESSES_NOT_PROMISED(
      "witnesses-not-promised",
      "已指定的见证人尚未全部承诺：须由其本人承诺；不能承诺的，由统筹人员改为指定他人或解除指定。",
      "Not all named witnesses have promised: each does it himself, or the coordinator names another or"
          + " releases the name.",
      Kind.CONFLICT),
  WITNESSES_NAMED(
      "witnesses-named",
      "本轮已指定见证人，不能改用公开彩票或 drand：未承诺的先解除指定；已有人承诺的，按见证抽取，或由两人作废本轮。",
      "Witnesses are named: release those who promised nothing, else keep to the ceremony or void the"
          + " round.",
      Kind.CONFLICT),
  WITNESS_HAS_PROMISED(
      "witness-has-promised",
      "该见证人已经承诺：解除指定须写明理由，并由另一名审批人同意。",
      "This witness has promised: a release needs a reason, and another approver's consent.",
      Kind.CONFLICT),
  RELEASE_ASKED(
      "release-asked",
      "已经申请解除指定该见证人，等待另一名审批人同意。",
      "A release of this witness is asked for already and waits for another approver.",
      Kind.CONFLICT),
  RELEASE_NOT_ASKED(
      "release-not-asked",
      "没有等待同意的解除指定申请。",
      "No release of this witness is asked for.",
      Kind.CONFLICT),
  RELEASE_OF_ANOTHER(
      "release-of-another",
      "只有申请人可以撤回解除指定的申请；审批人可以不同意。",
      "Only who asked for the release takes it back; an approver may decline it.",
      Kind.FORBIDDEN),
  RELEASE_NEEDS_SECOND_PERSON(
      "release-needs-second-person",
      "申请解除指定、锁定名单、指定见证人、作见证人或者保管统筹人员秘密的人，不能同意解除指定。",
      "Who asked, froze, named witnesses, witnesses or keeps the secret does not agree to a release.",
      Kind.FORBIDDEN),
  WITNESS_CODE_WRONG("witness-code-wrong", "见证码不对。", "The code is wrong.", Kind.FORBIDDEN),
  PROMISE_KNOWN("promise-known", "该见证人已经承诺。", "This witness has promised already.", Kind.CONFLICT),
  COMMIT_NOT_COSIGNED(
      "commit-not-cosigned",
      "承诺尚未由外部见证方会签，不能公布。",
      "No outside witness has cosigned the commit yet.",
      Kind.CONFLICT),
  REVEAL_TOO_SOON(
      "reveal-too-soon",
      "承诺公开满 60 秒之后才能公布。",
      "A reveal waits until the commit has been public for 60 seconds.",
      Kind.CONFLICT),
  OPERATOR_FIRST(
      "operator-first",
      "秘密由交存它的统筹人员公布；最后一名见证人公布满十分钟统筹人员仍未公布的，监督人才可以代为公布。",
      "The operator reveals; others may once ten minutes have passed since the last witness did.",
      Kind.CONFLICT),
  HASH_MALFORMED(
      "hash-malformed",
      "承诺值应为 64 位小写十六进制。",
      "A commitment has 64 lower-case hex digits.",
      Kind.INVALID),
  CEREMONY_BARRED(
      "ceremony-barred",
      "上一轮见证未完成而作废，本轮须改用公开彩票或 drand。",
      "The last ceremony was not completed; this round must use a lottery or drand.",
      Kind.CONFLICT),
  WITNESS_UNKNOWN("witness-unknown", "不是本次抽取的见证人。", "Not a witness of this draw.", Kind.INVALID),
  CONTRIBUTION_NOT_COMMITTED(
      "contribution-not-committed", "与事先公布的承诺值不符。", "Not what was committed to.", Kind.INVALID),
  CONTRIBUTION_KNOWN(
      "contribution-known", "该见证人已经公布。", "This witness has revealed already.", Kind.CONFLICT),
  CEREMONY_WITHOUT_ACCOUNTS(
      "ceremony-without-accounts",
      "该承诺作于见证人各有账号或验证码之前，已无法逐人公布。请由两人作废本轮（void-approvals），再重新锁定抽取；下一轮须使用彩票或公共随机信标。",
      "Committed before witnesses had accounts: have two people void this round and draw again, with"
          + " a lottery or drand.",
      Kind.CONFLICT),
  WITNESSES_FIRST("witnesses-first", "须待所有见证人公布之后。", "All witnesses reveal first.", Kind.CONFLICT),
  SECRET_NOT_COMMITTED(
      "secret-not-committed",
      "与事先公布的承诺值不符。",
      "Not the secret that was committed to.",
      Kind.INVALID);

  private final Wording wording;

  CeremonyRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
