package cn.doublerandom.registry;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the registry can give. */
public enum RegistryRejection implements Rejection {
  IMPORT_TAKEN(
      "import-taken",
      "这份文件已经导入过，没有再导入一次。",
      "This file was taken before; it was not taken again.",
      Kind.CONFLICT),
  IMPORT_GONE(
      "import-gone",
      "这份文件已不在此处：超过保存时间，或已删除。请重新选择文件。",
      "This file is kept here no more: its time is over, or it was deleted. Choose the file anew.",
      Kind.UNKNOWN),
  IMPORT_TOO_LARGE(
      "import-too-large",
      "页面上一份文件最大 64 MB。请分成几个文件交来。",
      "A page takes a file of 64 MB: part the file.",
      Kind.INVALID),
  CHECKLIST_UNFIT(
      "checklist-unfit", "选择须有两个不同的选项，下限不大于上限。", "Two options; least up to most.", Kind.INVALID),
  ITEM_UNKNOWN("item-unknown", "事项清单中没有这个编号。", "No such item.", Kind.UNKNOWN),
  ITEM_LEVEL_NOT_OURS(
      "item-level-not-ours",
      "该事项不属于本级监管事权，不能认领。",
      "The item belongs to another level and cannot be claimed.",
      Kind.CONFLICT),
  ITEM_ALREADY_CLAIMED("item-already-claimed", "该事项已被认领。", "Already claimed.", Kind.CONFLICT),
  ITEM_NOT_CLAIMED("item-not-claimed", "该事项尚未认领。", "Not claimed.", Kind.CONFLICT),
  ITEM_CLAIMED(
      "item-claimed",
      "该事项已被认领，其领域、抽查方式、抽查依据、层级、类别不能改动，也不能停用；先由另一人同意释放。",
      "A claimed item keeps its field, method, basis, level and category until two release it.",
      Kind.CONFLICT),
  RENAMING_WAITS(
      "renaming-waits",
      "该事项已有一项改名待另一人批准，请先批准、驳回或撤回。",
      "Another name of this item waits for a second person: approve or decline it first.",
      Kind.CONFLICT),
  RENAMING_NOT_REQUESTED(
      "renaming-not-requested", "没有待批准的事项改名。", "No item waits for another name.", Kind.CONFLICT),
  RENAMING_NEEDS_SECOND_PERSON(
      "renaming-needs-second-person",
      "已认领事项的改名须由申请人以外的人批准。",
      "Whoever asked for another name of a claimed item may not approve it.",
      Kind.FORBIDDEN),
  RELEASE_WAITS(
      "release-waits",
      "该事项已有他人提出的释放申请待批准。",
      "Another person's request to release this item is waiting.",
      Kind.CONFLICT),
  RELEASE_NOT_REQUESTED(
      "release-not-requested", "该事项没有待批准的释放申请。", "No release is waiting.", Kind.CONFLICT),
  RELEASE_NEEDS_SECOND_PERSON(
      "release-needs-second-person",
      "释放已认领的事项须由申请人以外的人批准。",
      "Whoever asked for a release may not approve it.",
      Kind.FORBIDDEN),
  MANDATE_MISSING(
      "mandate-missing",
      "该单位的“三定”规定尚未登记，不能认领。",
      "The mandate of this office is not registered; it cannot claim.",
      Kind.CONFLICT),
  MANDATE_WAITS(
      "mandate-waits",
      "该单位已有他人提出的“三定”规定变更待批准。",
      "Another person's change of this mandate is waiting.",
      Kind.CONFLICT),
  MANDATE_NOT_REQUESTED(
      "mandate-not-requested",
      "该单位没有待批准的“三定”规定变更。",
      "No change of this mandate is waiting.",
      Kind.CONFLICT),
  MANDATE_NEEDS_SECOND_PERSON(
      "mandate-needs-second-person",
      "变更已登记的“三定”规定须由申请人以外的人批准。",
      "Whoever asked for a change of a mandate may not approve it.",
      Kind.FORBIDDEN),
  ITEM_OUTSIDE_MANDATE(
      "item-outside-mandate",
      "该事项的领域不在本单位“三定”规定各条款之内，不能认领。",
      "No clause of the office's mandate covers the field of this item.",
      Kind.CONFLICT),
  ITEM_SUPERSEDED(
      "item-superseded",
      "新版目录已不再列入该事项。",
      "The catalogue no longer lists this item.",
      Kind.CONFLICT),
  CATALOGUE_VERSION_TAKEN(
      "catalogue-version-taken",
      "该版本号的目录已导入且内容不同，请使用新的版本号。",
      "This version was imported with another content.",
      Kind.CONFLICT),
  CATALOGUE_UNKNOWN("catalogue-unknown", "没有这个版本的目录。", "No such version.", Kind.UNKNOWN),
  SUBJECT_UNKNOWN("subject-unknown", "名录库中没有这个检查对象。", "No such subject.", Kind.UNKNOWN),
  SUBJECT_KIND_CHANGED(
      "subject-kind-changed",
      "已登记的检查对象不能改变类别。",
      "A registered subject cannot change its kind.",
      Kind.CONFLICT),
  STATUS_BEFORE_REGISTRATION(
      "status-before-registration",
      "生效日期早于成立日期。",
      "The effective date is before the subject came to be.",
      Kind.INVALID),
  STATUS_UNCHANGED(
      "status-unchanged",
      "该日已是这个登记状态，日期或原因不同的不能再记；要改生效日期，请先从原生效日期起恢复原状态。",
      "The status of that day is the same already; another day or reason would change nothing.",
      Kind.CONFLICT),
  CANCELLED_REINSTATED(
      "cancelled-reinstated",
      "名录库中该对象已注销或迁出，导入不能恢复；确需恢复的请变更登记状态并写明原因，由另一人批准。",
      "A table cannot bring back who has gone: change the status with a reason.",
      Kind.CONFLICT),
  STATUS_NOT_TOLD(
      "status-not-told",
      "“待核准”由系统对新入库的检查对象记载，不能填报；已经核准的不会再变回待核准。",
      "Nobody says that a subject is unconfirmed: it is so until another person agrees to it.",
      Kind.CONFLICT),
  STATUS_NOT_REQUESTED(
      "status-not-requested", "没有待批准的登记变更。", "Nothing is waiting for approval.", Kind.CONFLICT),
  STATUS_NEEDS_SECOND_PERSON(
      "status-needs-second-person",
      "申请变更的人不能自己批准或驳回。",
      "Whoever asked for a change may not decide on it.",
      Kind.FORBIDDEN),
  STATUS_ASKED_BY_ANOTHER(
      "status-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN),
  STATUS_REQUEST_WAITS(
      "status-request-waits",
      "该对象已有一项变更待另一人批准，请先批准、驳回或撤回。",
      "Something else waits for a second person: approve, decline or withdraw it first.",
      Kind.CONFLICT),
  BATCH_INCOMPLETE(
      "batch-incomplete",
      "本批次尚未全部入库，不能批准：导入仍在进行的，待其完成、读过全部后再批准；导入已中断的，请驳回或撤回本批次，再重新导入。",
      "Not all of this batch is stored: wait for its import and read all of it; if that broke off,"
          + " decline or withdraw the batch and send the table again.",
      Kind.CONFLICT),
  DAY_IN_FUTURE(
      "day-in-future",
      "日期晚于录入日，不可能已经发生。",
      "The day is later than the day of the recording.",
      Kind.INVALID),
  SUBJECT_MERGED(
      "subject-merged",
      "该条目已并入另一检查对象，请对其办理或先撤销合并。",
      "The entry was merged into another one.",
      Kind.CONFLICT),
  SUBJECT_NOT_MERGED("subject-not-merged", "该条目未被合并。", "The entry is not merged.", Kind.CONFLICT),
  MERGE_INTO_ITSELF(
      "merge-into-itself", "不能并入自身。", "An entry cannot be merged into itself.", Kind.INVALID),
  MERGE_NOT_REQUESTED(
      "merge-not-requested", "没有待批准的合并或撤销。", "No merge is waiting for approval.", Kind.CONFLICT),
  MERGE_NEEDS_SECOND_PERSON(
      "merge-needs-second-person",
      "申请合并的人不能批准。",
      "Whoever asked for a merge may not approve it.",
      Kind.FORBIDDEN),
  MERGE_TARGET_GONE(
      "merge-target-gone",
      "要并入的条目不存在，或其本身已被合并。",
      "The entry to merge into does not exist or is merged itself.",
      Kind.CONFLICT),
  RISK_CLASS_OUTDATED(
      "risk-class-outdated",
      "已有更新日期的信用风险等级。",
      "A risk class of a later date is known.",
      Kind.CONFLICT),
  FRAGMENT_TOO_SHORT(
      "fragment-too-short", "请至少输入两个字。", "At least two characters are needed.", Kind.INVALID),
  INSPECTOR_UNKNOWN("inspector-unknown", "名录库中没有这个执法人员。", "No such inspector.", Kind.UNKNOWN),
  INSPECTOR_STILL_ACTIVE(
      "inspector-still-active",
      "在岗人员的姓名不能删除，请先办理离岗。",
      "The name of an active inspector cannot be erased.",
      Kind.CONFLICT),
  LEAVE_ENDS_BEFORE_IT_BEGINS(
      "leave-ends-before-it-begins", "结束日期早于开始日期。", "until is before from.", Kind.INVALID),
  ABSENCE_NOT_REQUESTED(
      "absence-not-requested",
      "没有待批准的人员变更。",
      "Nothing of an inspector waits for approval.",
      Kind.CONFLICT),
  ABSENCE_NEEDS_SECOND_PERSON(
      "absence-needs-second-person",
      "申请人员变更的人不能自己批准或驳回。",
      "Whoever asked may not decide on it.",
      Kind.FORBIDDEN),
  ABSENCE_ASKED_BY_ANOTHER(
      "absence-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN),
  ABSENCE_REQUEST_WAITS(
      "absence-request-waits",
      "该人员已有一项变更待另一人批准，请先批准、驳回或撤回。",
      "Something of him waits for a second person: approve, decline or withdraw it first.",
      Kind.CONFLICT),
  RECUSAL_UNKNOWN(
      "recusal-unknown",
      "没有登记这名人员对该对象的回避；由任职、持股得出的回避请改人员名录。",
      "No such recusal was declared; what follows from the register is changed there.",
      Kind.UNKNOWN),
  RECUSAL_NOT_REQUESTED(
      "recusal-not-requested", "没有待批准的回避。", "No recusal is waiting for approval.", Kind.CONFLICT),
  RECUSAL_NEEDS_SECOND_PERSON(
      "recusal-needs-second-person",
      "回避及其撤销须由申请人以外的负责人决定，申请人不能自己批准或驳回。",
      "Whoever asked for a recusal may not decide on it.",
      Kind.FORBIDDEN),
  RECUSAL_ASKED_BY_ANOTHER(
      "recusal-asked-by-another",
      "只有申请人可以撤回；他人的申请请由另一人驳回。",
      "Only whoever asked takes it back; another person declines it.",
      Kind.FORBIDDEN),
  RECUSAL_REQUEST_WAITS(
      "recusal-request-waits",
      "该人员对该对象的回避已有一项申请待另一人决定，请先批准、驳回或撤回。",
      "Something else waits for this pair: approve, decline or withdraw it first.",
      Kind.CONFLICT),
  RECUSALS_TOO_MANY(
      "recusals-too-many",
      "一名人员的回避（含待批准的）最多 1000 项；需要更多的，请核对人员名录，或不再安排其参加抽取。",
      "An inspector has 1,000 recusals at most, waiting ones too.",
      Kind.CONFLICT),
  EXPERT_ALREADY_WITHDRAWN(
      "expert-already-withdrawn",
      "该专家已退出专家库，日期或原因不同的不能再记。",
      "The expert left the pool already, on another day or for another reason.",
      Kind.CONFLICT),
  EXPERT_UNKNOWN("expert-unknown", "专家库中没有这个编号。", "No such expert.", Kind.UNKNOWN),
  ENTRUSTMENT_ENDS_BEFORE_IT_BEGINS(
      "entrustment-ends-before-it-begins",
      "委托终止日期早于开始日期。",
      "The entrustment ends before it begins.",
      Kind.INVALID),
  PERSON_UNKNOWN("person-unknown", "名录库里没有这个人员。", "No such person.", Kind.UNKNOWN),
  NOT_A_PERSON("not-a-person", "只有人员的信息可以删除。", "Only people can be erased.", Kind.CONFLICT),
  PERSON_STILL_ACTIVE(
      "person-still-active",
      "在册人员的信息不能删除，请先注销、迁出或退出专家库。",
      "Somebody who is still on the register cannot be erased.",
      Kind.CONFLICT),
  PERSON_KEY_SHARED(
      "person-key-shared",
      "该人员的旧密钥与另一人员同名，销毁会波及另一人员，不能删除。",
      "The key of before there were namespaces is also another person's.",
      Kind.CONFLICT),
  ERASURE_NOT_REQUESTED(
      "erasure-not-requested", "尚未有人申请删除。", "Nobody has asked for an erasure.", Kind.CONFLICT),
  ERASURE_OWN_REQUEST(
      "erasure-own-request", "申请人不能批准自己的申请。", "Whoever asked may not approve.", Kind.FORBIDDEN),
  PERSON_ERASED("person-erased", "该人员的姓名已依法删除，不能重新登记。", "This person was erased.", Kind.CONFLICT),
  REASON_MISSING("reason-missing", "须用文字写明原因，至少两个字。", "A reason in words is needed.", Kind.INVALID),
  TOO_MUCH_TO_COMPARE(
      "too-much-to-compare", "一次最多核对 50 万条。", "At most 500,000 entries at once.", Kind.INVALID),
  COMPARISON_UNKNOWN("comparison-unknown", "没有这次比对。", "No such comparison.", Kind.UNKNOWN),
  RULE_PACK_UNKNOWN("rule-pack-unknown", "没有这个规则包。", "No such rule pack.", Kind.UNKNOWN),
  BUREAU_UNKNOWN("bureau-unknown", "单位登记簿中没有这个单位。", "No such bureau.", Kind.UNKNOWN),
  BUREAU_WAITS(
      "bureau-waits",
      "该单位已有一项登记申请待另一人批准，请先批准、驳回或撤回。",
      "Another request about this bureau waits for a second person: approve or decline it first.",
      Kind.CONFLICT),
  BUREAU_NOT_REQUESTED(
      "bureau-not-requested",
      "该单位没有待批准的登记申请。",
      "No request about this bureau waits.",
      Kind.CONFLICT),
  BUREAU_NEEDS_SECOND_PERSON(
      "bureau-needs-second-person",
      "单位的登记、变更和停用须由申请人以外的人批准。",
      "Whoever asked for a change of the register of bureaus may not approve it.",
      Kind.FORBIDDEN),
  BUREAU_IS_HOME(
      "bureau-is-home",
      "本系统的单位登记簿由该单位保管，不能停用。",
      "The register of bureaus is kept with this bureau; it is not closed.",
      Kind.CONFLICT),
  DAYS_OUT_OF_RANGE(
      "days-out-of-range", "工作日数应为 1 至 1000。", "days must be 1 to 1000.", Kind.INVALID);

  private final Wording wording;

  RegistryRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
