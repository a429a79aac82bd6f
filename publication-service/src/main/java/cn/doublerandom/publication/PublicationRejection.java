package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the publication-service can give. */
public enum PublicationRejection implements Rejection {
  RESULT_UNKNOWN("result-unknown", "没有收到这份检查结果。", "No such result.", Kind.UNKNOWN),
  RESULT_NOT_RECORDED(
      "result-not-recorded", "检查结果尚未录入，不能公示。", "The result is not recorded yet.", Kind.CONFLICT),
  SUBJECT_NAME_PENDING(
      "subject-name-pending",
      "尚未收到该检查对象的名称，不以编号代替名称公示，请稍后再试。",
      "The subject's name has not arrived yet; nothing is published under a number, please retry.",
      Kind.CONFLICT),
  RESULT_ALREADY_PUBLISHED(
      "result-already-published", "该结果已经公示。", "Published already.", Kind.CONFLICT),
  NOT_YOUR_RESULT(
      "not-your-result",
      "谁检查、谁录入、谁公示：该结果应由检查单位公示。",
      "Only the unit that inspected publishes the result.",
      Kind.FORBIDDEN),
  RECORDER_PUBLISHES(
      "recorder-publishes",
      "录入结果的人不能自己公示，请由检查单位的另一人公示。",
      "Whoever recorded a result does not publish it.",
      Kind.FORBIDDEN),
  RESULT_NOT_PUBLIC(
      "result-not-public",
      "结果尚未公示，没有可以更正或撤销的内容。",
      "The result is not public: there is nothing to correct or to withdraw.",
      Kind.CONFLICT),
  RESULT_WITHDRAWN("result-withdrawn", "该公示已经撤销。", "The publication is withdrawn.", Kind.CONFLICT),
  CHANGE_WAITS(
      "change-waits",
      "已有一项更正或撤销等待决定，请先决定它。",
      "A correction or withdrawal waits already; it is decided first.",
      Kind.CONFLICT),
  NO_CHANGE_WAITS(
      "no-change-waits", "没有等待决定的更正或撤销。", "No correction or withdrawal waits.", Kind.CONFLICT),
  CHANGE_BY_ONE_PERSON(
      "change-by-one-person",
      "提出更正或撤销的人不能自己决定，请由另一人决定。",
      "Whoever asked for a correction or withdrawal does not decide on it.",
      Kind.FORBIDDEN),
  CHANGE_BY_TEAM(
      "change-by-team",
      "检查人员和录入结果的人不能决定对自己检查结果的更正或撤销。",
      "Whoever inspected or recorded does not decide on a correction or withdrawal of it.",
      Kind.FORBIDDEN),
  ITEM_NOT_OF_RESULT(
      "item-not-of-result",
      "这份结果没有这个检查事项，请从列表中选择。",
      "The result has no such item; choose one of the list.",
      Kind.INVALID),
  CODES_NOT_POSSIBLE(
      "codes-not-possible",
      "请选择至少一个检查结果；“未发现问题”等结果不能与其他结果同时选择。",
      "Choose one result code at least; some codes, such as “no problem found”, stand alone.",
      Kind.INVALID),
  NOTHING_CORRECTED(
      "nothing-corrected",
      "更正后的结果与现在公示的相同，没有可更正的内容。",
      "That is what is public already: nothing would be corrected.",
      Kind.INVALID),
  OBJECTION_CODE_UNKNOWN(
      "objection-code-unknown",
      "没有这个异议码，请核对结果编号和随结果告知书送达的异议码。",
      "No such code; check the number of the result and the code on your notice.",
      Kind.UNKNOWN),
  OBJECTION_WAITS(
      "objection-waits",
      "已有一项异议正在处理，答复以后才能再次提出。",
      "An objection waits already; another can be raised once it is answered.",
      Kind.CONFLICT),
  NO_OBJECTION_WAITS(
      "no-objection-waits", "没有等待答复的异议。", "No objection waits for an answer.", Kind.CONFLICT),
  OBJECTIONS_EXHAUSTED(
      "objections-exhausted",
      "对这份结果的异议已经答复五次，请依法申请行政复议或者提起行政诉讼。",
      "Five objections to this result were answered; you may apply for reconsideration or go to court.",
      Kind.CONFLICT),
  OBJECTION_BY_CONCERNED(
      "objection-by-concerned",
      "参加检查、录入或者公示这份结果的人不能处理对它的异议，请由其他人处理。",
      "Whoever inspected, recorded or published does not decide on an objection to it.",
      Kind.FORBIDDEN),
  OBJECTION_EVIDENCE_UNFIT(
      "objection-evidence-unfit",
      "证据材料只接受 PDF、JPG 或者 PNG 文件，不超过 8 MB。",
      "Evidence is a PDF, JPEG or PNG file of at most 8 MB.",
      Kind.INVALID),
  OBJECTION_EVIDENCE_FULL(
      "objection-evidence-full",
      "一项异议最多附五份证据材料。",
      "An objection has five files at most.",
      Kind.CONFLICT),
  OBJECTION_EVIDENCE_UNKNOWN(
      "objection-evidence-unknown", "没有这份证据材料。", "No such file.", Kind.UNKNOWN),
  PUBLICATION_ENDED(
      "publication-ended",
      "该结果的公示已经结束，内容不再公开。",
      "The publication is over; its content is public no more.",
      Kind.CONFLICT),
  REPAIR_TOO_EARLY(
      "repair-too-early",
      "最短公示期未满，还不能申请信用修复。",
      "The result has not been public long enough to ask for repair.",
      Kind.CONFLICT),
  NOTHING_TO_REPAIR(
      "nothing-to-repair",
      "这份结果没有发现问题，不需要信用修复。",
      "Nothing was found: there is nothing to repair.",
      Kind.CONFLICT),
  REPAIR_NOT_PROVIDED(
      "repair-not-provided",
      "这份结果公示时的规则没有规定信用修复。",
      "The rules under which the result was published provide no repair.",
      Kind.CONFLICT),
  REPAIR_WAITS(
      "repair-waits",
      "已有一项信用修复申请等待决定，不用重复申请。",
      "A repair was asked for already and waits for its decision.",
      Kind.CONFLICT),
  NO_REPAIR_WAITS(
      "no-repair-waits", "没有等待决定的信用修复申请。", "No repair waits for a decision.", Kind.CONFLICT),
  REPAIRS_EXHAUSTED(
      "repairs-exhausted",
      "对这份结果的信用修复申请已经答复五次，请依法申请行政复议或者提起行政诉讼。",
      "Repair of this result was refused five times; you may apply for reconsideration or go to court.",
      Kind.CONFLICT),
  REPAIR_BY_CONCERNED(
      "repair-by-concerned",
      "参加检查、录入或者公示这份结果的人不能决定它的信用修复，请由其他人决定。",
      "Whoever inspected, recorded or published does not decide on its repair.",
      Kind.FORBIDDEN),
  REPAIR_AFTER_OBJECTION(
      "repair-after-objection",
      "对这份结果的异议尚未答复，请先答复异议。",
      "An objection to the result waits; it is answered first.",
      Kind.CONFLICT),
  DISCIPLINE_UNFOUNDED(
      "discipline-unfounded",
      "这份结果没有发现问题，不能据此提出联合惩戒。",
      "Nothing was found: the result is no ground for joint discipline.",
      Kind.CONFLICT),
  DISCIPLINE_WAITS(
      "discipline-waits",
      "已有一项联合惩戒等待决定，请先决定它。",
      "Joint discipline waits already; it is decided first.",
      Kind.CONFLICT),
  DISCIPLINES_FULL(
      "disciplines-full",
      "一份结果最多提出九项联合惩戒。",
      "A result has nine proposals of joint discipline at most.",
      Kind.CONFLICT),
  NO_DISCIPLINE_WAITS(
      "no-discipline-waits", "没有等待决定的联合惩戒。", "No joint discipline waits.", Kind.CONFLICT),
  DISCIPLINE_BY_ONE_PERSON(
      "discipline-by-one-person",
      "提出联合惩戒的人不能自己决定，请由另一人决定。",
      "Whoever proposed joint discipline does not decide on it.",
      Kind.FORBIDDEN),
  DISCIPLINE_BY_CONCERNED(
      "discipline-by-concerned",
      "参加检查或者录入这份结果的人不能决定据此提出的联合惩戒。",
      "Whoever inspected or recorded does not decide on joint discipline because of it.",
      Kind.FORBIDDEN),
  DISCIPLINE_PERIOD_UNFIT(
      "discipline-period-unfit",
      "期限应当有止日，止日不早于起日和今天，全长不超过十年。",
      "The period ends neither before it begins nor before today, and lasts ten years at most.",
      Kind.INVALID),
  DISCIPLINE_AUTHORITIES_UNFIT(
      "discipline-authorities-unfit",
      "请写明一至十个接收部门，每个名称不超过 100 字。",
      "Name one to ten receivers, each with 100 characters at most.",
      Kind.INVALID),
  DISCIPLINE_AUTHORITY_UNKNOWN(
      "discipline-authority-unknown",
      "这项联合惩戒没有这个接收部门，或者它已经反馈，请从列表中选择。",
      "It has no such receiver, or the receiver has answered; choose one of the list.",
      Kind.INVALID),
  DISCIPLINE_LINK_UNKNOWN(
      "discipline-link-unknown",
      "这个反馈链接打不开：可能写错了，已经使用过，或者已被新的链接代替。",
      "The link opens nothing: it is wrong, used up or replaced by another.",
      Kind.UNKNOWN),
  OPEN_FILE_UNKNOWN(
      "open-file-unknown",
      "没有这个文件：应为 results、draws、plans、bulletins、outstanding 或 register，加 .csv、.json 或 .ndjson。",
      "No such file: results, draws, plans, bulletins, outstanding or register, with .csv, .json or"
          + " .ndjson.",
      Kind.UNKNOWN),
  PERIOD_UNKNOWN(
      "period-unknown",
      "应为已经开始的年度或者月份，例如 2023 或 2023-03。",
      "A year or a month that has begun is needed, such as 2023 or 2023-03.",
      Kind.UNKNOWN),
  SNAPSHOT_UNKNOWN(
      "snapshot-unknown",
      "没有这一天的快照，快照保留 31 天。",
      "No snapshot of that day; they are kept for 31 days.",
      Kind.UNKNOWN),
  LETTER_UNKNOWN(
      "letter-unknown",
      "没有这封来信，请核对回执上的编号和查询码。",
      "No such letter; check the number and the code on your receipt.",
      Kind.UNKNOWN),
  LETTER_TAKEN(
      "letter-taken",
      "这封来信已经收到，编号和查询码在收到时已经告知，不会再次显示。",
      "The letter was received already; its number and code were told then.",
      Kind.CONFLICT),
  LETTER_ABOUT_UNKNOWN(
      "letter-about-unknown",
      "没有公示过这个编号的检查结果，请核对，或者留空。",
      "No result of this number was published; check it, or leave it empty.",
      Kind.INVALID),
  LETTERS_FULL(
      "letters-full",
      "等待答复的来信过多，暂时不能接收，请过几天再来或者直接联系检查机关。",
      "Too many letters wait for an answer; come again in some days or turn to the bureau.",
      Kind.CONFLICT),
  LETTER_ANSWERED("letter-answered", "这封来信已经答复。", "The letter is answered.", Kind.CONFLICT),
  LETTER_BY_CONCERNED(
      "letter-by-concerned",
      "参加检查、录入或者公示来信所涉结果的人不能答复这封来信，请由其他人办理。",
      "Whoever inspected, recorded or published what the letter is about does not answer it.",
      Kind.FORBIDDEN),
  REPLY_WAITS(
      "reply-waits", "已有一份答复等待另一人同意。", "A reply waits for another person already.", Kind.CONFLICT),
  NO_REPLY_WAITS("no-reply-waits", "没有等待同意的答复。", "No reply waits.", Kind.CONFLICT),
  REPLY_BY_ONE_PERSON(
      "reply-by-one-person",
      "拟写答复的人不能自己同意或者退回，请由另一人办理。",
      "Whoever wrote a reply neither agrees to it nor declines it.",
      Kind.FORBIDDEN),
  NOTICE_NOT_SEALED(
      "notice-not-sealed",
      "这份公告已经记下，还没有列入已签名的检查点，请过一分钟再来。",
      "The notice is in the log, and no signed checkpoint has it yet; come again in a minute.",
      Kind.UNKNOWN),
  WEBHOOK_UNKNOWN("webhook-unknown", "没有这个推送订阅。", "No such subscription.", Kind.UNKNOWN),
  WEBHOOK_EXISTS(
      "webhook-exists",
      "这个地址已有推送订阅，一个地址只能订阅一次。",
      "The address has a subscription already; an address has one.",
      Kind.CONFLICT),
  WEBHOOKS_FULL(
      "webhooks-full",
      "本单位的推送订阅已满五十个。",
      "A bureau has fifty subscriptions at most.",
      Kind.CONFLICT),
  WEBHOOK_NOT_ASKED(
      "webhook-not-asked",
      "这个推送订阅没有等待同意的申请。",
      "The subscription does not wait for another person.",
      Kind.CONFLICT),
  WEBHOOK_BY_ONE_PERSON(
      "webhook-by-one-person",
      "提出推送订阅的人不能自己同意，请由另一人同意。",
      "Whoever asked for a subscription does not agree to it.",
      Kind.FORBIDDEN),
  WEBHOOK_NOT_STANDING(
      "webhook-not-standing",
      "这个推送订阅现在的状态不允许此项操作。",
      "The subscription does not stand so that this can be done.",
      Kind.CONFLICT),
  WEBHOOK_ADDRESS_UNFIT(
      "webhook-address-unfit",
      "推送地址应为 https，端口 443 或者 8443，不带用户名和 # 部分，不超过 500 字。",
      "An address is https by port 443 or 8443, without user or fragment, of 500 characters at most.",
      Kind.INVALID),
  WEBHOOK_ADDRESS_PRIVATE(
      "webhook-address-private",
      "推送地址解析不到，或者解析到内网、本机等非公网地址，不能推送。",
      "The address has no host that is found, or one that is not of the public network.",
      Kind.INVALID),
  WEBHOOK_SECRET_TOLD(
      "webhook-secret-told",
      "密钥只显示一次，刚才已经显示过；没有记下的，请更换密钥。",
      "The secret is shown once and was; who did not keep it has it changed.",
      Kind.CONFLICT),
  WEBHOOK_MESSAGE_UNKNOWN(
      "webhook-message-unknown", "没有这封死信。", "No such dead letter.", Kind.UNKNOWN),
  BULLETIN_WITHDRAWN(
      "bulletin-withdrawn", "这份通报已经撤销。", "The bulletin is withdrawn.", Kind.CONFLICT),
  NOTICE_UNKNOWN("notice-unknown", "没有这份公告。", "No such notice.", Kind.UNKNOWN);

  private final Wording wording;

  PublicationRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
