package cn.doublerandom.draw;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the draw-service can give. */
public enum DrawRejection implements Rejection {
  PLAN_UNKNOWN("plan-unknown", "没有这份年度计划。", "No such plan.", Kind.UNKNOWN),
  PLAN_TABLE_REFUSED(
      "plan-table-refused",
      "计划表有错误，没有导入。",
      "The plan table has faults; nothing was taken.",
      Kind.INVALID),
  PLAN_DRAFT_EXISTS(
      "plan-draft-exists",
      "本单位本年度已有一份计划草稿，内容与此表不同。确系修改并要替换它，请写明 replaces=true；若是另一份计划，请合并为一表。",
      "There is another draft of this bureau and year; say replaces=true to replace it.",
      Kind.CONFLICT),
  SCOPE_UNFOUNDED(
      "scope-unfounded",
      "抽查对象范围写有名录库、事项清单中没有的标签或领域，或范围内没有检查对象，不能提交。",
      "A scope names labels or fields nobody knows, or holds no subject.",
      Kind.CONFLICT),
  PLAN_ALREADY_PUBLISHED(
      "plan-already-published",
      "计划已公示，只能按调整程序修改。",
      "The plan is published; it changes by adjustment only.",
      Kind.CONFLICT),
  PROGRAMME_UNKNOWN("programme-unknown", "没有该任务的实施方案。", "The task has no programme.", Kind.UNKNOWN),
  PROGRAMME_NOT_APPROVED(
      "programme-not-approved", "实施方案尚未批准。", "The programme is not approved.", Kind.CONFLICT),
  PROGRAMME_ALREADY_APPROVED(
      "programme-already-approved",
      "实施方案已经批准，不能修改。",
      "An approved programme does not change.",
      Kind.CONFLICT),
  PROGRAMME_NOT_PUBLISHED(
      "programme-not-published",
      "本期实施方案尚未公示，不能抽取。",
      "The programme of this batch is not public yet.",
      Kind.CONFLICT),
  PROGRAMME_OUTSIDE_WINDOW(
      "programme-outside-window",
      "实施方案的检查日期应在任务的期间之内。",
      "The programme's days must lie within the task's window.",
      Kind.INVALID),
  PLAN_UNDER_APPROVAL(
      "plan-under-approval",
      "计划已提交审批，不能直接修改；可由审批人退回。",
      "The plan is under approval; the approver can return it.",
      Kind.CONFLICT),
  PLAN_NOT_SUBMITTED(
      "plan-not-submitted", "计划尚未提交审批。", "The plan is not submitted.", Kind.CONFLICT),
  PLAN_NOT_APPROVED("plan-not-approved", "计划尚未批准。", "The plan is not approved yet.", Kind.CONFLICT),
  PLAN_NOT_REPORTED(
      "plan-not-reported",
      "计划尚未上报，先上报再公示。",
      "The plan is reported before it is published.",
      Kind.CONFLICT),
  PLAN_ITEMS_UNCOVERED(
      "plan-items-uncovered",
      "有已认领的抽查事项今年没有任务，须安排任务或说明理由。",
      "A claimed item has neither a task nor a reason.",
      Kind.CONFLICT),
  APPROVAL_NEEDS_SECOND_PERSON(
      "approval-needs-second-person",
      "批准人不能是提交人。",
      "Who submitted does not approve.",
      Kind.CONFLICT),
  ADJUSTMENT_OPEN(
      "adjustment-open", "已有一项计划调整待批准。", "An adjustment is waiting for approval.", Kind.CONFLICT),
  NO_ADJUSTMENT("no-adjustment", "没有待批准的计划调整。", "No adjustment is waiting.", Kind.CONFLICT),
  NOTHING_ADJUSTED(
      "nothing-adjusted", "与已公示的计划没有差别。", "Nothing differs from what is published.", Kind.INVALID),
  TASK_RENUMBERED(
      "task-renumbered", "已公示任务的编号不能更改。", "A published task keeps its number.", Kind.INVALID),
  QUOTA_ALREADY_DECIDED(
      "quota-already-decided",
      "计划公示后，已决定的比例或数量不能再改；须按调整程序。",
      "After publication a decided number stays; it changes by adjustment.",
      Kind.CONFLICT),
  QUOTA_OUTSIDE_PLAN(
      "quota-outside-plan",
      "所定比例或数量超出计划的规定；修改计划须按调整程序。",
      "The number is not within what the plan says.",
      Kind.INVALID),
  TASK_UNKNOWN("task-unknown", "计划中没有这个任务。", "No such task in the plan.", Kind.UNKNOWN),
  TASK_SCOPE_MISSING(
      "task-scope-missing",
      "定向抽查任务须先确定抽查对象范围。",
      "A targeted task needs its scope first.",
      Kind.CONFLICT),
  PLAN_NOT_PUBLISHED(
      "plan-not-published",
      "年度计划尚未公示，不能抽取。",
      "The plan is not published; nothing can be drawn.",
      Kind.CONFLICT),
  TASK_OUTSIDE_WINDOW(
      "task-outside-window",
      "今天不在该任务的抽取日期之内。",
      "Today is outside the task's draw window.",
      Kind.CONFLICT),
  TASK_ALREADY_DRAWN(
      "task-already-drawn", "该任务已经抽取，不能重抽。", "The task is drawn already.", Kind.CONFLICT),
  DRAW_OPEN("draw-open", "该任务有一次抽取正在进行。", "A draw of this task is under way.", Kind.CONFLICT),
  FRAME_EMPTY("frame-empty", "范围内没有可抽取的检查对象。", "Nobody in scope can be drawn.", Kind.CONFLICT),
  NO_ITEM_CLAIMED(
      "no-item-claimed",
      "该任务没有已认领的抽查事项，不得检查。",
      "No claimed item covers this task: no check without one.",
      Kind.CONFLICT),
  INSPECTORS_TOO_FEW(
      "inspectors-too-few",
      "可用执法人员不足两名。",
      "Fewer than two inspectors are available.",
      Kind.CONFLICT),
  INSPECTORS_TOO_MANY(
      "inspectors-too-many",
      "一次抽取最多 4096 名执法人员，请按单位分任务。",
      "A draw takes at most 4,096 inspectors.",
      Kind.CONFLICT),
  SLOTS_INVALID(
      "slots-invalid", "每组应为 2 至 16 名执法人员。", "A team has two to sixteen members.", Kind.INVALID),
  DRAW_UNKNOWN("draw-unknown", "没有这次抽取。", "No such draw.", Kind.UNKNOWN),
  FRAME_NOT_FROZEN("frame-not-frozen", "名单尚未锁定。", "The frame is not frozen.", Kind.CONFLICT),
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
  WITNESS_CODES_ONE_HAND(
      "witness-codes-one-hand",
      "同一人在一次见证中只能发放一个见证码；其余见证码须由其他批准人发放，多发的先解除指定。",
      "One account hands out one code for a ceremony at most; another approver hands out the next.",
      Kind.CONFLICT),
  WITNESS_NAME_TAKEN(
      "witness-name-taken",
      "该见证人或账号已列入本次见证。",
      "This name or account is a witness already.",
      Kind.CONFLICT),
  WITNESS_NOT_IMPARTIAL(
      "witness-not-impartial",
      "锁定名单、指定见证人、作出承诺、保管操作人秘密、发放见证码或审批计划的账号，以及监督人，不能作见证人。",
      "Who froze, names witnesses, commits, holds the secret, handed out a code, approved the plan or"
          + " supervises cannot be a witness.",
      Kind.FORBIDDEN),
  WITNESS_IS_INSPECTOR(
      "witness-is-inspector",
      "该账号是名录库中的执法检查人员，可能被抽中，不能作见证人。",
      "An inspector of the register may be drawn, so he cannot be a witness.",
      Kind.FORBIDDEN),
  WITNESSES_NOT_PROMISED(
      "witnesses-not-promised",
      "已指定的见证人尚未全部承诺：须由其本人承诺；不能承诺的，由抽取组织人员改为指定他人或解除指定。",
      "Not all named witnesses have promised: each does it himself, or the coordinator names another or"
          + " releases the name.",
      Kind.CONFLICT),
  WITNESS_HAS_PROMISED(
      "witness-has-promised",
      "该见证人已经承诺，不能再解除指定。",
      "This witness has promised and is not released any more.",
      Kind.CONFLICT),
  WITNESS_CODE_WRONG("witness-code-wrong", "见证码不对。", "The code is wrong.", Kind.FORBIDDEN),
  WITNESS_CODE_SPENT(
      "witness-code-spent",
      "见证码输错次数过多，已失效，须重新发放。",
      "Too many wrong codes; a new one must be handed out.",
      Kind.FORBIDDEN),
  PROMISE_KNOWN("promise-known", "该见证人已经承诺。", "This witness has promised already.", Kind.CONFLICT),
  DEPOSIT_MISSING(
      "deposit-missing",
      "操作人的秘密尚未密封交存监督人。",
      "The operator's secret is not deposited with the supervisor.",
      Kind.CONFLICT),
  DEPOSIT_UNCONFIRMED(
      "deposit-unconfirmed",
      "监督人尚未启封核对操作人交存的秘密。",
      "The supervisor has not opened and confirmed the deposit.",
      Kind.CONFLICT),
  DEPOSIT_CONFIRMED(
      "deposit-confirmed", "交存的秘密已经核对，不能更换。", "The deposit is confirmed and stays.", Kind.CONFLICT),
  DEPOSIT_DIFFERS(
      "deposit-differs",
      "启封所得与操作人的承诺值不符。",
      "What was found inside is not what the operator committed to.",
      Kind.CONFLICT),
  NOT_THE_HOLDER(
      "not-the-holder",
      "只有保管密钥的监督人能核对，且不能是操作人自己。",
      "Only the supervisor whose key it is confirms, never the operator.",
      Kind.FORBIDDEN),
  SEALING_KEY_NOT_REQUESTED(
      "sealing-key-not-requested", "没有待批准的密封密钥。", "No sealing key is waiting.", Kind.CONFLICT),
  SUPERVISOR_KEY_UNKNOWN(
      "supervisor-key-unknown",
      "没有登记过这把监督人公钥。",
      "No supervisor registered this key.",
      Kind.INVALID),
  SUPERVISOR_KEY_INVALID(
      "supervisor-key-invalid", "不是可用的 X25519 公钥。", "Not a usable X25519 key.", Kind.INVALID),
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
      "秘密由交存它的操作人公布；最后一名见证人公布满十分钟操作人仍未公布的，监督人才可以代为公布。",
      "The operator reveals; others may once ten minutes have passed since the last witness did.",
      Kind.CONFLICT),
  ENTROPY_NOT_ALLOWED(
      "entropy-not-allowed",
      "规则包不允许本任务使用这种随机数来源。",
      "The rule packs do not allow this kind of entropy for the task.",
      Kind.CONFLICT),
  HASH_MALFORMED(
      "hash-malformed",
      "承诺值应为 64 位小写十六进制。",
      "A commitment has 64 lower-case hex digits.",
      Kind.INVALID),
  EXECUTE_BY_INVALID(
      "execute-by-invalid",
      "最迟抽取时间应在现在之后、三十天之内。",
      "executeBy must be later than now and within thirty days.",
      Kind.INVALID),
  CEREMONY_BARRED(
      "ceremony-barred",
      "上一轮见证未完成而作废，本轮须改用公开彩票或 drand。",
      "The last ceremony was not completed; this round must use a lottery or drand.",
      Kind.CONFLICT),
  DRAW_NOT_COMMITTED("draw-not-committed", "尚未作出承诺。", "The draw is not committed.", Kind.CONFLICT),
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
      Kind.INVALID),
  DRAW_OVERDUE(
      "draw-overdue",
      "已过最迟抽取时间，只能作废。",
      "executeBy has passed; the draw can only be voided.",
      Kind.CONFLICT),
  DRAW_NOT_EXECUTED("draw-not-executed", "尚未抽取。", "The draw is not executed.", Kind.CONFLICT),
  DRAW_ALREADY_EXECUTED(
      "draw-already-executed", "抽取已经完成。", "The draw is executed already.", Kind.CONFLICT),
  VOID_NEEDS_SECOND_PERSON(
      "void-needs-second-person",
      "作废须由两名不同的领导批准。",
      "A void needs two different approvers.",
      Kind.CONFLICT),
  VOID_NEEDS_OUTSIDER(
      "void-needs-outsider",
      "经办过这次抽取（冻结、承诺、见证、保管、执行、开封）的人不能批准作废。",
      "Who had a hand in the draw approves no void of it.",
      Kind.FORBIDDEN),
  EVIDENCE_MISSING(
      "evidence-missing",
      "须用文字写明依据材料，例如文书名称和文号。",
      "What shows it must be named in words.",
      Kind.INVALID),
  EXCLUSION_KNOWN(
      "exclusion-known", "该对象的排除已经批准。", "The exclusion is approved already.", Kind.CONFLICT),
  EXCLUSION_UNKNOWN(
      "exclusion-unknown", "没有该对象的排除申请。", "Nobody asked to exclude this subject.", Kind.UNKNOWN),
  REASON_MISSING("reason-missing", "须用文字写明原因，至少两个字。", "A reason in words is needed.", Kind.INVALID),
  QUOTA_UNDECIDED(
      "quota-undecided",
      "计划没有写明可直接抽取的比例或数量，须先作出决定。",
      "The plan names no number to draw by; somebody must decide first.",
      Kind.CONFLICT),
  CREDIT_CLASS_MISSING(
      "credit-class-missing",
      "有检查对象没有信用风险等级，无法分级抽取。",
      "A subject has no credit risk class, so tiers cannot be drawn.",
      Kind.CONFLICT),
  FRAME_TOO_LARGE_FOR_COUNT(
      "frame-too-large-for-count",
      "名单超过 100 万个，不能按数量抽取，请改用比例。",
      "With more than 1,000,000 in scope only a percentage can be drawn.",
      Kind.CONFLICT),
  COMBINATION_CELL_TOO_SMALL(
      "combination-cell-too-small",
      "交叉名单分得过细，不能既保持各任务的抽查比例、又不漏掉其中一部分对象，请分别抽取。",
      "The common frame falls into too many parts to keep a task's rate; draw apart.",
      Kind.CONFLICT),
  COMBINATION_TOO_WIDE(
      "combination-too-wide",
      "合并的任务过多或编号过长，请减少任务。",
      "Too many tasks, or too long numbers, to be drawn together.",
      Kind.CONFLICT),
  COMBINATION_SIZE(
      "combination-size",
      "合并抽取须有二至四个不同的任务。",
      "Two to four different tasks are drawn together.",
      Kind.INVALID),
  COMBINATION_WINDOWS_APART(
      "combination-windows-apart",
      "各任务的抽取日期没有共同的日子，不能合并。",
      "The tasks' windows share no day.",
      Kind.CONFLICT),
  TASK_COMBINED(
      "task-combined", "该任务已与其他任务合并抽取。", "The task is drawn together with another.", Kind.CONFLICT),
  TASK_NOT_COMBINED("task-not-combined", "该任务没有合并抽取。", "The task is not combined.", Kind.UNKNOWN),
  RULE_PACKS_UNFIT(
      "rule-packs-unfit",
      "没有这样的规则包，或所选规则包没有规定所需的数字。",
      "No such rule pack, or the packs leave a needed number open.",
      Kind.INVALID),
  ENTROPY_SOURCE_MISSING(
      "entropy-source-missing",
      "须选定且只选定一种随机数来源：见证、公开彩票或 drand。",
      "Name exactly one source of chance: a ceremony, a lottery or drand.",
      Kind.INVALID),
  SUBJECT_OUT_OF_SCOPE(
      "subject-out-of-scope", "不在该任务的抽查对象范围之内。", "Not in the scope of this task.", Kind.INVALID),
  LOTTERY_UNKNOWN(
      "lottery-unknown",
      "彩票种类、号码组或开奖时间与公布的不符。",
      "No pinned lottery has these groups and is drawn at that time.",
      Kind.INVALID),
  DRAND_UNKNOWN(
      "drand-unknown", "只能使用 drand quicknet。", "Only drand quicknet is pinned.", Kind.INVALID),
  ENTROPY_TOO_SOON(
      "entropy-too-soon",
      "随机数的产生时间须至少在两分钟之后。",
      "The entropy must come into being at least two minutes from now.",
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
      Kind.CONFLICT),
  OPEN_BY_INVALID(
      "open-by-invalid",
      "最迟启封时间应在最迟抽取时间之后、一年之内。",
      "openBy must be later than executeBy and within a year of it.",
      Kind.INVALID),
  MODE_OF_PARENT(
      "mode-of-parent",
      "补抽检查组须与原抽取同为公开或密封。",
      "Teams drawn again keep the mode of their draw.",
      Kind.CONFLICT),
  VRF_KEY_MISSING("vrf-key-missing", "尚未设置密封密钥。", "There is no key to seal with.", Kind.CONFLICT),
  VRF_PROOF_INVALID(
      "vrf-proof-invalid",
      "密封证明与承诺的密钥不符。",
      "The sealing proof is not that of the committed key.",
      Kind.CONFLICT),
  DRAW_SEALED("draw-sealed", "抽取结果尚未启封。", "The draw is still sealed.", Kind.CONFLICT),
  DRAW_NOT_SEALED(
      "draw-not-sealed", "没有待启封的抽取。", "There is no sealed draw to open.", Kind.CONFLICT),
  EXECUTE_BEFORE_VOID(
      "execute-before-void",
      "随机数已经公开，须先完成抽取，再作废。",
      "The entropy is public: execute first, void then.",
      Kind.CONFLICT),
  TEAMS_COMPLETE("teams-complete", "检查组已经配齐。", "The teams are complete.", Kind.CONFLICT),
  TEAMS_CONTINUED_ONCE(
      "teams-continued-once", "检查组只能补抽一次。", "Teams are drawn again once only.", Kind.CONFLICT),
  SUBJECT_NOT_DRAWN("subject-not-drawn", "不在抽中名单之内。", "Not among the drawn.", Kind.UNKNOWN),
  MEMBER_UNKNOWN("member-unknown", "不是该检查组的成员。", "Not a member of that team.", Kind.UNKNOWN),
  REPLACEMENT_OPEN(
      "replacement-open", "已有一项更换申请待批准。", "A replacement is waiting for approval.", Kind.CONFLICT),
  REPLACEMENT_UNKNOWN(
      "replacement-unknown", "没有待批准的更换申请。", "No replacement is waiting.", Kind.UNKNOWN),
  REPLACEMENT_NOT_DUE(
      "replacement-not-due",
      "该执法人员没有待处理的回避，无须决定是否更换。",
      "No replacement of this member is due.",
      Kind.CONFLICT),
  REPLACEMENT_NEEDS_SECOND_PERSON(
      "replacement-needs-second-person",
      "更换须由另一人批准。",
      "A replacement needs another person's approval.",
      Kind.CONFLICT),
  ALTERNATES_EXHAUSTED(
      "alternates-exhausted", "该层已没有候补对象。", "The stratum has no alternate left.", Kind.CONFLICT),
  SUBSTITUTES_EXHAUSTED(
      "substitutes-exhausted", "没有可以替补的执法人员。", "Nobody can take the seat.", Kind.CONFLICT),
  QUOTA_TOO_LONG(
      "quota-too-long", "抽查比例最多 500 个字。", "A quota has at most 500 characters.", Kind.INVALID),
  QUOTA_ZERO("quota-zero", "抽查比例不能为 0。", "A quota of 0 % inspects nobody.", Kind.INVALID),
  QUOTA_ABOVE_HUNDRED(
      "quota-above-hundred", "抽查比例不能超过 100%。", "A quota cannot exceed 100 %.", Kind.INVALID),
  QUOTA_NEGATIVE("quota-negative", "抽查比例、数量不能为负数。", "A quota cannot be negative.", Kind.INVALID),
  QUOTA_RANGE_REVERSED(
      "quota-range-reversed", "区间的起点大于终点。", "The range ends below its beginning.", Kind.INVALID),
  QUOTA_TOO_PRECISE(
      "quota-too-precise", "抽查比例最多四位小数。", "A quota has at most four decimals.", Kind.INVALID),
  COUNT_ZERO("count-zero", "抽查数量不能为 0。", "A count of 0 inspects nobody.", Kind.INVALID),
  COUNT_NOT_WHOLE("count-not-whole", "抽查数量应为整数。", "A count is a whole number.", Kind.INVALID),
  COUNT_TOO_LARGE(
      "count-too-large", "抽查数量最多 100 万。", "A count is at most 1,000,000.", Kind.INVALID),
  STAFF_RATIO_ZERO(
      "staff-ratio-zero",
      "人员与对象之比的两边都应大于 0。",
      "Both sides of a staff ratio are above 0.",
      Kind.INVALID),
  FREQUENCY_OUT_OF_RANGE(
      "frequency-out-of-range",
      "频次应为 1 至 1000 的整数。",
      "A frequency is a whole number of 1 to 1000.",
      Kind.INVALID),
  PERIOD_TOO_LONG(
      "period-too-long", "期间最多 200 个字。", "A period has at most 200 characters.", Kind.INVALID),
  PERIOD_UNSPECIFIED(
      "period-unspecified",
      "没有写明期间，须由人员确定。",
      "No period is given; somebody must decide.",
      Kind.INVALID),
  PERIOD_UNREADABLE(
      "period-unreadable", "期间无法读取，例如 2023年3月至11月。", "The period cannot be read.", Kind.INVALID),
  PERIOD_YEAR_MISSING(
      "period-year-missing",
      "期间没有写年份，也没有给出计划年度。",
      "Neither period nor plan names a year.",
      Kind.INVALID),
  PERIOD_IMPOSSIBLE(
      "period-impossible", "没有这样的年、月、日。", "There is no such year, month or day.", Kind.INVALID),
  PERIOD_REVERSED(
      "period-reversed", "期间的结束早于开始。", "The period ends before it begins.", Kind.INVALID);

  private final Wording wording;

  DrawRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
