package cn.doublerandom.registry.deputy;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the entries of deputies can give. */
public enum DeputyRejection implements Rejection {
  DEPUTY_UNKNOWN("deputy-unknown", "没有登记过这两人之间的代理。", "No such deputy.", Kind.UNKNOWN),
  DEPUTY_ACCOUNT_UNFIT(
      "deputy-account-unfit",
      "请填一个人的账号：字母、数字、点、横线和下划线，最多 64 个；不能填“甲 代 乙”。",
      "Give the account of one person: letters, digits, point, hyphen and underscore, at most 64.",
      Kind.INVALID),
  DEPUTY_IS_PRINCIPAL(
      "deputy-is-principal", "代理人和被代理人不能是同一个人。", "Nobody is his own deputy.", Kind.INVALID),
  DEPUTY_ROLE_NOT_LENT(
      "deputy-role-not-lent",
      "只能代理统筹、名录管理、审批、单位负责人、法制审核和公示岗位；监察、审计、见证、运维、省级平台和执法检查岗位不得代理。",
      "Only coordinator, registrar, approver, unit lead, legal reviewer and publisher may be lent.",
      Kind.INVALID),
  DEPUTY_UNIT_MISSING(
      "deputy-unit-missing",
      "代理单位负责人或公示人员须写明被代理人的单位。",
      "For a unit lead or a publisher the unit of the principal is needed.",
      Kind.INVALID),
  DEPUTY_DAYS_UNFIT(
      "deputy-days-unfit",
      "起止日期不符合要求：开始日不早于今天，截止日不早于开始日，最长 366 天。",
      "From today at the earliest, not over before it begins, at most 366 days.",
      Kind.INVALID),
  DEPUTY_WAITS(
      "deputy-waits",
      "这两人之间已有一项代理待批准，请先批准、退回或撤回。",
      "An entry of these two waits: approve or decline it first.",
      Kind.CONFLICT),
  DEPUTY_NOT_REQUESTED(
      "deputy-not-requested", "没有待批准的代理。", "No entry of these two waits.", Kind.CONFLICT),
  DEPUTY_OVER("deputy-over", "这项代理的截止日已过，不能再批准。", "Its last day has gone.", Kind.CONFLICT),
  DEPUTY_NEEDS_SECOND_PERSON(
      "deputy-needs-second-person",
      "代理由一人提出、另一人批准，两人都不能是代理人本人。",
      "One proposes it and another approves it, and neither is the deputy.",
      Kind.FORBIDDEN),
  DEPUTY_NOT_HELD("deputy-not-held", "这项代理没有生效，或已提前结束。", "It does not hold.", Kind.CONFLICT),
  DEPUTY_NOT_YOURS(
      "deputy-not-yours",
      "只有代理人、被代理人、提出人和批准人可以提前结束代理。",
      "Only deputy, principal, who proposed and who approved it may end it.",
      Kind.FORBIDDEN);

  private final Wording wording;

  DeputyRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
