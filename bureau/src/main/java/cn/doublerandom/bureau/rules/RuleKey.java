package cn.doublerandom.bureau.rules;

/** What a rule is about. The text is what an officer reads. */
public enum RuleKey {
  MINIMUM_COVERAGE("年度抽查比例下限"),
  ROUNDING("抽取数量取整"),
  PUBLICATION_DEADLINE("检查结果公示期限"),
  PENALTY_PUBLICATION_DEADLINE("行政处罚、许可公示期限"),
  PLAN_FILING_DEADLINE("年度计划报送期限"),
  ANNUAL_CAP("同一对象年度检查频次上限"),
  MINIMUM_INTERVAL("两次检查最短间隔"),
  RATIO_BY_RISK_CLASS("按信用风险等级的抽查比例"),
  TEAM_SIZE("执法人员最少人数"),
  COOLING_YEARS("曾任职单位回避年限"),
  APPROVAL_CHAIN("检查审批程序"),
  NOTICE_BEFORE_VISIT("入企检查前通知"),
  RECUSAL_RIGHT("检查对象申请回避的权利"),
  COMBINED_VISIT("综合查一次"),
  PUBLIC_LOTTERIES("可作随机数来源的公共彩票"),
  CEREMONY_WITNESSES("现场见证人的人数和来源"),
  ENTROPY_KINDS("可用的随机数来源"),
  RESULT_COMBINATIONS("检查结果代码的组合"),
  VISIT_STEPS("检查开始前须办理的步骤"),
  RECORD_SIGNATURES("检查记录的签名"),
  RESULT_REVIEW("检查结果的确认和法制审核"),
  FOLLOW_UP_TERMS("后续处置的期限和上报"),
  CASE_FILE_RETENTION("卷宗保管期限"),
  MOTION_SIGNALS("走形式、随意录入的提示"),
  YEARLY_SCORE("单位年度考核评分"),
  RATING_PERIOD("企业评价的期限"),
  RATING_CODE("企业评价凭另行送达的评价码"),
  OBJECTION_ANSWER("对公示结果异议的答复期限"),
  PUBLICATION_PERIOD("发现问题的结果公示期"),
  REPAIR_MINIMUM("申请信用修复前的最短公示期");

  private final String text;

  RuleKey(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
