package cn.doublerandom.registry;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the registry can give. */
public enum RegistryRejection implements Rejection {
  ITEM_UNKNOWN("item-unknown", "事项清单中没有这个编号。", "No such item.", Kind.UNKNOWN),
  ITEM_LEVEL_NOT_OURS(
      "item-level-not-ours",
      "该事项不属于本级监管事权，不能认领。",
      "The item belongs to another level and cannot be claimed.",
      Kind.CONFLICT),
  ITEM_ALREADY_CLAIMED("item-already-claimed", "该事项已被认领。", "Already claimed.", Kind.CONFLICT),
  ITEM_NOT_CLAIMED("item-not-claimed", "该事项尚未认领。", "Not claimed.", Kind.CONFLICT),
  MANDATE_MISSING(
      "mandate-missing",
      "认领须写明“三定”规定的依据条款。",
      "A claim must name the clause of the mandate.",
      Kind.INVALID),
  SUBJECT_UNKNOWN("subject-unknown", "名录库中没有这个检查对象。", "No such subject.", Kind.UNKNOWN),
  SUBJECT_KIND_CHANGED(
      "subject-kind-changed",
      "已登记的检查对象不能改变类别。",
      "A registered subject cannot change its kind.",
      Kind.CONFLICT),
  INSPECTOR_UNKNOWN("inspector-unknown", "名录库中没有这个执法人员。", "No such inspector.", Kind.UNKNOWN),
  INSPECTOR_STILL_ACTIVE(
      "inspector-still-active",
      "在岗人员的姓名不能删除，请先办理离岗。",
      "The name of an active inspector cannot be erased.",
      Kind.CONFLICT),
  ERASURE_NOT_REQUESTED(
      "erasure-not-requested", "尚未有人申请删除。", "Nobody has asked for an erasure.", Kind.CONFLICT),
  ERASURE_OWN_REQUEST(
      "erasure-own-request", "申请人不能批准自己的申请。", "Whoever asked may not approve.", Kind.FORBIDDEN),
  PERSON_ERASED("person-erased", "该人员的姓名已依法删除，不能重新登记。", "This person was erased.", Kind.CONFLICT),
  REASON_MISSING("reason-missing", "须写明原因。", "A reason is needed.", Kind.INVALID),
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
