package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the inspection-service can give. */
public enum InspectionRejection implements Rejection {
  VISIT_UNKNOWN("visit-unknown", "没有这次检查。", "No such visit.", Kind.UNKNOWN),
  VISIT_WITHOUT_TEAM(
      "visit-without-team",
      "本次抽取没有编成检查组，重新编组以后方可检查。",
      "The draw found no team for this visit; the teams have to be drawn again.",
      Kind.CONFLICT),
  NOT_ON_TEAM(
      "not-on-team", "您不是本次检查的执法人员，谁检查、谁录入。", "You are not on this visit's team.", Kind.FORBIDDEN),
  MEMBER_RECUSED(
      "member-recused",
      "该检查人员已回避，须先更换；经两人决定不更换的除外。",
      "A member of the team is recused and has to be replaced first.",
      Kind.CONFLICT),
  MEMBER_UNFIT(
      "member-unfit",
      "名录库当日登记该检查人员不在岗、休假或者执法证件无效，不能参加检查；须先更换，或者更正名录库。",
      "By the register a member has left, is on leave or has no valid certificate today: he is"
          + " replaced first, or the register corrected.",
      Kind.CONFLICT),
  ARRIVAL_UNCONFIRMED(
      "arrival-unconfirmed",
      "检查开始以后换入的执法人员，须先用自己的账号确认到场，才能检查、录入和结束检查。",
      "Who came in while the visit runs confirms with his own account that he is on site first.",
      Kind.CONFLICT),
  RECUSED_ANSWERS(
      "recused-answers",
      "有事项只由已回避的检查人员作出结论，须由其他在场检查人员重新检查录入。",
      "Items are answered by a recused member alone; another member answers them again.",
      Kind.CONFLICT),
  FINDING_OVERRULED(
      "finding-overruled",
      "有事项的问题被另一人改为无问题或其他结果：须由发现问题的人或本组另一人用自己的账号录入相同结论，否则保留原来的结果代码（可以增加代码）。",
      "One member dropped another's finding: who found it or a third member says the same.",
      Kind.CONFLICT),
  REASON_MISSING(
      "reason-missing",
      "撤销或者改轻已经发现的问题（他人的或者本人的），须在说明中写明理由。",
      "Who drops a finding, another's or his own, gives a reason in words.",
      Kind.INVALID),
  NOT_YOUR_VISIT(
      "not-your-visit",
      "查阅限本次检查的执法人员、检查单位和法制安全科；办理限本次检查的执法人员、检查单位的负责人和法制安全科。",
      "It is read by the team, its units and the coordinator, and handled by the team, the leads of its"
          + " units and the coordinator.",
      Kind.FORBIDDEN),
  EVIDENCE_NOT_SHOWN(
      "evidence-not-shown",
      "证据和当事人的签名件限本次检查的执法人员、检查单位的负责人、法制审核、督导和答复异议的统筹人员查阅；同单位的其他人看不到。",
      "Evidence and the sheet the firm signed are seen by the team, the leads of its units, legal"
          + " reviewers, supervisors and who answers objections; by nobody else of a unit.",
      Kind.FORBIDDEN),
  UNIT_UNFIT(
      "unit-unfit",
      "您的账号没有单位，或者不属于实施本次检查的单位，谁检查、谁录入。",
      "Your account has no unit, or not one of those that inspected.",
      Kind.FORBIDDEN),
  SIGNER_UNFIT(
      "signer-unfit",
      "执法人员用自己的账号签字，不能代签；其他签字须写明签字人。",
      "An officer signs with his own account; every other signature names its signer.",
      Kind.FORBIDDEN),
  TEAM_INCOMPLETE(
      "team-incomplete",
      "现场检查须由本组全部执法人员（不少于两人）到场。",
      "The whole team, at least two officers, must be present.",
      Kind.CONFLICT),
  VISIT_OUTSIDE_WINDOW(
      "visit-outside-window",
      "今天不在该任务的检查期间之内。",
      "Today is outside the task's window.",
      Kind.CONFLICT),
  VISIT_OUTSIDE_PROGRAMME(
      "visit-outside-programme",
      "今天不在本期实施方案公布的检查日期之内。",
      "Today is outside the check dates of the published programme.",
      Kind.CONFLICT),
  ANNUAL_CAP_REACHED(
      "annual-cap-reached",
      "今年对这一检查对象的检查已经达到年度频次上限，本次不能开始；请报告牵头科室。",
      "The subject was visited as often this year as the packs allow; this visit does not begin.",
      Kind.CONFLICT),
  RESULT_CONTRADICTORY(
      "result-contradictory",
      "所选检查结果相互矛盾，不能并存。",
      "These result codes contradict each other.",
      Kind.INVALID),
  RESULT_INCOMPLETE(
      "result-incomplete",
      "所选检查结果还须同时选择其上级结果。",
      "These result codes need the code they belong under.",
      Kind.INVALID),
  TRAINING_UNCONFIRMED(
      "training-unconfirmed",
      "本组还有人没有确认参加检查前业务培训，不能开始检查。",
      "A member has not confirmed that he was trained for this visit.",
      Kind.CONFLICT),
  APPROVAL_MISSING(
      "approval-missing",
      "本次检查还没有经审批（行政检查审批表），不能通知或者开始检查。",
      "The visit is not approved yet: nobody is notified of it and it does not begin.",
      Kind.CONFLICT),
  NOTICE_UNSERVED(
      "notice-unserved",
      "检查通知书还没有送达，不能开始检查；经批准不事先通知的除外。",
      "The notice is not served, and the visit was not approved as an unannounced one.",
      Kind.CONFLICT),
  RECUSAL_UNDECIDED(
      "recusal-undecided",
      "对本组检查人员或者协助专家的回避申请还没有决定，不能开始检查。",
      "A recusal that was asked for is not decided.",
      Kind.CONFLICT),
  RECUSAL_UNKNOWN(
      "recusal-unknown", "没有待决定的这项回避申请。", "No such recusal waits to be decided.", Kind.CONFLICT),
  RECUSAL_FOREIGN(
      "recusal-foreign",
      "执法人员只为本人申报回避；检查对象凭通知书上的检查码申请。",
      "An officer declares a recusal of his own; the subject asks by the code on its notice.",
      Kind.FORBIDDEN),
  APPROVAL_ASKED(
      "approval-asked", "本次检查已经提请审批。", "The approval is asked for already.", Kind.CONFLICT),
  APPROVAL_OF_ANOTHER(
      "approval-of-another",
      "只有申请人可以撤回自己的申请；审批人可以不批准。",
      "Only who asked takes it back; an approver may decline it.",
      Kind.FORBIDDEN),
  APPROVAL_UNASKED("approval-unasked", "没有待审批的申请。", "No approval is asked for.", Kind.CONFLICT),
  DECIDER_UNFIT(
      "decider-unfit",
      "申请人、被申请回避的人和本组检查人员不能作出这项决定，须由另一人决定。",
      "Who asked, whom it is about and the team do not decide on it.",
      Kind.FORBIDDEN),
  UNANNOUNCED(
      "unannounced",
      "本次检查经批准不事先通知，不送达通知书。",
      "The visit was approved as an unannounced one: no notice is served.",
      Kind.CONFLICT),
  REASON_UNFIT("reason-unfit", "须用文字写明理由。", "A reason in words is needed.", Kind.INVALID),
  CHECK_CODE_UNKNOWN(
      "check-code-unknown",
      "没有这个检查码，请核对通知书或者执法人员出示的六位检查码。",
      "No such inspection code.",
      Kind.UNKNOWN),
  VISIT_ALREADY_STARTED("visit-already-started", "检查已经开始。", "Already started.", Kind.CONFLICT),
  VISIT_CANCELLED(
      "visit-cancelled", "该检查已随抽取更换或作废而取消。", "The visit fell away with its draw.", Kind.CONFLICT),
  VISIT_NOT_STARTED("visit-not-started", "检查尚未开始。", "Not started.", Kind.CONFLICT),
  VISIT_ALREADY_FINISHED("visit-already-finished", "检查已经结束。", "Already finished.", Kind.CONFLICT),
  VISIT_NOT_FINISHED("visit-not-finished", "检查尚未结束。", "Not finished.", Kind.CONFLICT),
  RESULT_ALREADY_RECORDED(
      "result-already-recorded", "结果已经录入。", "The result is recorded already.", Kind.CONFLICT),
  ITEM_NOT_IN_TASK(
      "item-not-in-task",
      "该事项不在本次任务之内，清单之外无检查。",
      "The item is not part of this task.",
      Kind.CONFLICT),
  ITEM_UNANSWERED(
      "item-unanswered",
      "尚有事项没有检查结论，系统不预填任何结论。",
      "An item has no answer yet; nothing is filled in for you.",
      Kind.CONFLICT),
  QUESTION_UNKNOWN(
      "question-unknown",
      "本次检查的检查表中没有这个问题，或者同一问题答了两次。",
      "The checklist of this visit has no such question, or it is answered twice.",
      Kind.INVALID),
  REPLY_MISSING(
      "reply-missing",
      "检查表中的这个问题还没有回答，系统不预填任何答案；不适用的请写明理由。",
      "This question of the checklist is not answered; nothing is filled in for you.",
      Kind.INVALID),
  REPLY_UNFIT(
      "reply-unfit",
      "这个问题没有“不适用”；有“不适用”的，不能又回答又写不适用。",
      "This question always applies, or it was answered and said not to apply at once.",
      Kind.INVALID),
  REPLY_UNREASONED(
      "reply-unreasoned",
      "不适用的，须用文字写明理由。",
      "A question that does not apply says why, in words.",
      Kind.INVALID),
  RESULT_AGAINST_REPLY(
      "result-against-reply",
      "所填数值超出限值，结果不能是“未发现问题”。",
      "A number beyond its limit is a finding: “no problem” cannot stand beside it.",
      Kind.INVALID),
  VIOLATION_UNFOUNDED(
      "violation-unfounded",
      "没有发现问题的，不填违法程度、依据和处置措施。",
      "Where nothing was found nothing weighs, and nothing follows.",
      Kind.INVALID),
  MEASURE_UNFIT(
      "measure-unfit",
      "处置措施与检查结果不符：待后续处理的须有后续处置；违反其他部门规定的须抄告或者移送。",
      "What follows does not fit what was found: what waits is followed up, what is another's is told to it.",
      Kind.INVALID),
  PHOTO_MISSING(
      "photo-missing",
      "检查表中有问题须拍照取证，还没有照片，不能结束检查；不适用的请写明理由。",
      "A question is to be answered by a photo, and there is none; or say why it does not apply.",
      Kind.CONFLICT),
  EVIDENCE_UNAVAILABLE(
      "evidence-unavailable",
      "本系统没有设置证据存放的地方（suite.evidence.directory、suite.evidence.key），请联系运维人员。",
      "There is no place for evidence here: suite.evidence.directory and suite.evidence.key.",
      Kind.CONFLICT),
  EVIDENCE_UNKNOWN(
      "evidence-unknown", "本次检查没有这份证据，或者已经撤回。", "No such evidence stands here.", Kind.UNKNOWN),
  EVIDENCE_FULL("evidence-full", "一次检查的证据至多 200 份。", "A visit has 200 at most.", Kind.CONFLICT),
  EVIDENCE_TOO_LARGE(
      "evidence-too-large",
      "一份证据至多 20 MB。请分段拍摄，或者降低分辨率。",
      "Evidence has at most 20 MB; take it in parts.",
      Kind.INVALID),
  EVIDENCE_PIECE_UNFIT(
      "evidence-piece-unfit",
      "收到的比所声明的文件长度（size）多，这份文件什么也没有留下。请核对长度，从头再传。",
      "More came than the size that was announced, and nothing of the file was kept. Begin anew with its true size.",
      Kind.INVALID),
  EVIDENCE_KIND_UNFIT(
      "evidence-kind-unfit",
      "按文件内容判断，这不是照片、录像、录音或者 PDF，不能作为证据；与文件名无关。",
      "By its bytes this is no photo, film, sound or PDF, whatever it is called.",
      Kind.INVALID),
  EVIDENCE_HASH_UNFIT(
      "evidence-hash-unfit",
      "收到的内容与拍摄时计算的哈希值不符，没有保存，请重新上传。",
      "What came does not have the hash that was given; nothing is kept.",
      Kind.CONFLICT),
  EVIDENCE_OFFSET(
      "evidence-offset",
      "这一段与已经收到的部分接不上，请从已经收到的字节数继续。",
      "This piece does not follow what was received; go on from there.",
      Kind.CONFLICT),
  CODES_MISSING("codes-missing", "须选择检查结果。", "A result code is needed.", Kind.INVALID),
  CODE_UNKNOWN("code-unknown", "没有这个检查结果代码。", "No such result code.", Kind.INVALID),
  NO_PROBLEM_STANDS_ALONE(
      "no-problem-stands-alone", "“未发现问题”不能与其他结果并存。", "Code 1 excludes all others.", Kind.INVALID),
  NOTE_MISSING("note-missing", "发现问题时须写明情况。", "A problem needs to be described.", Kind.INVALID),
  CASE_FILE_UNKNOWN("case-file-unknown", "没有这次抽取的检查。", "No visit of such a draw.", Kind.UNKNOWN),
  CASE_FILE_INCOMPLETE(
      "case-file-incomplete",
      "档案资料不齐全或签字不完整，不能归档。",
      "Papers or signatures are missing; nothing is archived.",
      Kind.CONFLICT),
  SCAN_UNFIT(
      "scan-unfit",
      "扫描件须是 PDF、JPEG 或者 PNG 文件。",
      "A scan is a PDF, JPEG or PNG file.",
      Kind.INVALID),
  SCAN_OF_NO_PAPER(
      "scan-of-no-paper",
      "没有以这份扫描件的哈希值入卷的材料，请先入卷。",
      "No paper was filed by the hash of this scan.",
      Kind.CONFLICT),
  CASE_FILE_ARCHIVED(
      "case-file-archived", "已经归档，不能再增换材料。", "Archived; nothing is added.", Kind.CONFLICT),
  PAPER_SUBJECT_UNFIT(
      "paper-subject-unfit",
      "检查材料须写明本次抽取的检查对象；抽取材料不写检查对象。",
      "A paper of a visit names its subject, one of the draw names none.",
      Kind.INVALID),
  REFUSAL_UNFIT(
      "refusal-unfit", "只有检查对象可以记为拒绝签字。", "Only a subject can refuse to sign.", Kind.INVALID);

  private final Wording wording;

  InspectionRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
