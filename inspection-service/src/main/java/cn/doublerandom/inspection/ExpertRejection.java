package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 专家协助. */
public enum ExpertRejection implements Rejection {
  EXPERT_UNKNOWN(
      "expert-unknown",
      "专家库没有这名专家或者机构，或者其个人信息已经删除。",
      "The pool knows no such expert or body, or was told to forget him.",
      Kind.INVALID),
  ENTRUSTMENT_UNFIT(
      "entrustment-unfit",
      "委托书编号与专家库登记的不一致，请按出示的委托书填写，或者更正专家库。",
      "This is not the number of the entrustment in the pool.",
      Kind.INVALID),
  ENTRUSTMENT_VOID(
      "entrustment-void",
      "委托当日无效：不在委托书的有效期内，或者已经退出专家库。",
      "The entrustment does not hold today, or the expert has left the pool.",
      Kind.CONFLICT),
  EXPERT_ON_TEAM(
      "expert-on-team",
      "该专家是本次检查的执法人员：协助的专家不能同时是本组执法人员。",
      "The expert is one of the team; nobody is both.",
      Kind.CONFLICT),
  EXPERT_NO_OFFICER(
      "expert-no-officer",
      "该执法人员在本次检查中以专家身份协助，不能计入执法人员；须先退回专家，或者更换执法人员。",
      "This officer stands beside the team as an expert and counts as none of its officers.",
      Kind.CONFLICT),
  EXPERT_RECUSED(
      "expert-recused",
      "该专家对本次检查已经回避，不能协助。",
      "The expert is recused from this visit.",
      Kind.CONFLICT),
  EXPERT_BESIDE(
      "expert-beside",
      "该专家已经申请或者已经在协助本次检查。",
      "The expert is asked for or stands beside the team already.",
      Kind.CONFLICT),
  EXPERTS_FULL(
      "experts-full",
      "一次检查最多由 8 名专家或者机构协助。",
      "At most eight experts or bodies stand beside a team.",
      Kind.CONFLICT),
  EXPERT_NOT_ASKED(
      "expert-not-asked", "没有待同意的这名专家的申请。", "No request for this expert waits.", Kind.CONFLICT),
  EXPERT_ASKED_BY_YOU(
      "expert-asked-by-you",
      "申请专家协助的人不能自己同意，须由本组另一人或者单位负责人决定。",
      "Who asked for an expert does not agree himself: another of the team or the lead does.",
      Kind.FORBIDDEN),
  EXPERT_NOT_BESIDE(
      "expert-not-beside",
      "这名专家没有在协助本次检查。",
      "This expert does not stand beside the team.",
      Kind.CONFLICT);

  private final Wording wording;

  ExpertRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
