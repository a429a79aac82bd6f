package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 规则包 and 节假日 say; English stands in {@code messages/rules_en.properties}. */
@MessageBundle("rules")
public interface RuleWords {
  @Message("规则包")
  String packs();

  @Message("每条规则出自哪一份文件、哪一天起施行。各项决定都记着当时适用的规则包。")
  String packsWhat();

  @Message("标题")
  String title();

  @Message("发布机关")
  String issuer();

  @Message("施行")
  String period();

  @Message("{from} 起")
  String from(LocalDate from);

  @Message("{from} 至 {to}")
  String fromTo(LocalDate from, LocalDate to);

  @Message("今天（{day}）适用的规则")
  String today(LocalDate day);

  @Message("演练单位里用的规则")
  String practised();

  @Message("演练单位练的是最新的规则：各规则包都已施行以后的规定，不论今天是哪天。")
  String practisedWhat();

  @Message("规则")
  String rule();

  @Message("规定")
  String says();

  @Message("依据")
  String basis();

  @Message("条款待补")
  String clauseOpen();

  @Message("两个规则包的差异")
  String difference();

  @Message("原规则包")
  String before();

  @Message("新规则包")
  String after();

  @Message("两者相同。")
  String same();

  @Message("没有这条规则")
  String absent();

  @Message("以“{titles}”为基础，其中的规则此处没有改写的仍然适用。")
  String refines(String titles);

  @Message(
      "{#when key}{#is MINIMUM_COVERAGE}年度抽查比例下限{#is ROUNDING}抽取数量取整{#is PUBLICATION_DEADLINE}检查结果公示期限"
          + "{#is PENALTY_PUBLICATION_DEADLINE}行政处罚、许可公示期限{#is PLAN_FILING_DEADLINE}年度计划报送期限"
          + "{#is ANNUAL_CAP}同一对象年度检查频次上限{#is MINIMUM_INTERVAL}两次检查最短间隔"
          + "{#is RATIO_BY_RISK_CLASS}按信用风险等级的抽查比例{#is TEAM_SIZE}执法人员最少人数"
          + "{#is COOLING_YEARS}曾任职单位回避年限{#is APPROVAL_CHAIN}检查审批程序{#is NOTICE_BEFORE_VISIT}入企检查前通知"
          + "{#is RECUSAL_RIGHT}检查对象申请回避的权利{#is COMBINED_VISIT}综合查一次"
          + "{#is PUBLIC_LOTTERIES}可作随机数来源的公共彩票{#is CEREMONY_WITNESSES}现场见证人的人数和来源"
          + "{#is ENTROPY_KINDS}可用的随机数来源{#is RESULT_COMBINATIONS}检查结果代码的组合"
          + "{#is VISIT_STEPS}检查开始前须办理的步骤"
          + "{#is RECORD_SIGNATURES}检查记录的签名{#is RESULT_REVIEW}检查结果的确认和法制审核"
          + "{#is FOLLOW_UP_TERMS}后续处置的期限和上报"
          + "{#is CASE_FILE_RETENTION}卷宗保管期限{#is MOTION_SIGNALS}走形式、随意录入的提示"
          + "{#is YEARLY_SCORE}单位年度考核评分{#is RATING_PERIOD}企业评价的期限"
          + "{#is RATING_CODE}企业评价凭另行送达的评价码"
          + "{#is OBJECTION_ANSWER}对公示结果异议的答复期限"
          + "{#is PUBLICATION_PERIOD}发现问题的结果公示期{#is REPAIR_MINIMUM}申请信用修复前的最短公示期{/when}")
  String keyOf(RuleKey key);

  @Message("{#when name}{#is 'TRAINING'}业务培训{#is 'APPROVAL'}行政检查审批{#is 'NOTICE'}送达通知书{/when}")
  String visitStep(String name);

  @Message("{#when name}{#is 'LEADER'}组长或者负责人确认{#is 'LEGAL'}涉及处罚、移送的，法制审核{/when}")
  String reviewStep(String name);

  @Message("责令改正 {correct} 个工作日，回执 {receipt} 个工作日；逾期报{above}")
  String followUpTerms(int correct, int receipt, String above);

  @Message(
      "阅读每分钟不超过 {characters} 字，每问不少于 {seconds} 秒；一小时超过 {hourly} 次检查、检查后超过 {late} 天录入的；同一单位至少 {fewest} 次才提示")
  String signals(int characters, int seconds, int fewest, int hourly, int late);

  @Message("从 {base} 分起扣：{deductions}；单位 {days} 天内陈述")
  String score(int base, String deductions, int days);

  @Message(
      "{#when fact}{#is 'LATE_RESULT'}逾期录入结果{#is 'RETURNED_RESULT'}结果被退回{#is 'TICKET_UPHELD'}督导单责成整改"
          + "{#is 'REVISIT_DISAGREED'}回头看结果不一致{#is 'RATED_LOW'}企业评价偏低{/when}每项扣 {each} 分、至多 {most} 分")
  String deduction(String fact, int each, int most);

  @Message("{role}（{days} 个工作日后）")
  String escalation(int days, String role);

  @Message("不低于 {percent}%")
  String atLeast(String percent);

  @Message("只入不舍，至少 {least} 户")
  String roundUp(int least);

  @Message("{days} 个工作日内")
  String workingDays(int days);

  @Message("{days} 天内")
  String calendarDays(int days);

  @Message("每年 {month} 月底前")
  String endOfMonth(int month);

  @Message("{#if key == 'TEAM_SIZE'}至少 {count} 人{#else}{count} 次{/if}")
  String count(String key, int count);

  @Message("{years} 年")
  String years(int years);

  @Message("{months} 个月")
  String months(int months);

  @Message("{risk} 级 {percent}%")
  String tier(String risk, String percent);

  @Message("依次经 {roles} 同意")
  String chain(String roles);

  @Message("{names}")
  String lotteries(String names);

  @Message("至少 {least} 人，其中至少一人来自：{kinds}")
  String witnesses(int least, String kinds);

  @Message(
      "{#when kind}{#is 'DISCIPLINE_INSPECTION'}纪检监察{#is 'ENTERPRISE'}企业{#is 'PUBLIC'}公众"
          + "{#is 'CEREMONY'}现场见证{#is 'LOTTERY'}公共彩票{#is 'DRAND'}公共随机信标{#else}{kind}{/when}")
  String kindOf(String kind);

  @Message("一般任务：{general}；含重点事项的：{keyItems}")
  String entropy(String general, String keyItems);

  @Message("每组只能选一个代码：{groups}")
  String combinations(String groups);

  @Message("应当")
  String required();

  @Message("不要求")
  String notRequired();

  @Message("尚待 {who} 确定")
  String toBeSet(String who);

  @Message("节假日")
  String holidays();

  @Message("各项期限按这些放假安排计算工作日。放假通知须另一人批准后才计入。")
  String holidaysWhat();

  @Message("通知")
  String notice();

  @Message("年度")
  String year();

  @Message("印发")
  String issuedOn();

  @Message("放假")
  String off();

  @Message("调休上班")
  String worked();

  @Message("还没有放假通知")
  String noNotices();

  @Message("法制安全科录入国务院办公厅的通知，另一人批准。")
  String noNoticesWhy();

  @Message("有一份通知等待批准：{number}")
  String noticeWaits(String number);

  @Message("去看这份申请")
  String toRequest();

  @Message("算一个期限")
  String due();

  @Message("从哪一天起（当天不计）")
  String dueFrom();

  @Message("几个工作日")
  String dueDays();

  @Message("其间有的年份还没有登记放假通知：该年只按周末计算，元旦等法定假日没有除去。通知登记后请再算一次。")
  String dueProvisional();

  @Message("最后一天是 {day}。")
  String dueOn(LocalDate day);

  @Message("录入一份放假安排通知")
  String enterNotice();

  @Message("照国务院办公厅的通知录入；须由审批人批准后，期限才按它计算。")
  String enterNoticeWhat();

  @Message("提请批准")
  String askNotice();

  @Message("文号")
  String noticeNumber();

  @Message("如 国办发明电〔2025〕7号。")
  String noticeNumberHint();

  @Message("一行一段或一天，如 2026-01-01 至 2026-01-03；也可以用顿号隔开。")
  String daysHint();

  @Message("通知没有安排放假的法定节日")
  String lacking();

  @Message("一般没有。若通知确实没有安排某个法定节日，在此勾选并说明。")
  String lackingHint();

  @Message("为何没有安排")
  String lackingReason();

  @Message(
      "{#when value}{#is NEW_YEAR}元旦{#is SPRING_FESTIVAL}春节{#is QINGMING}清明节{#is LABOUR_DAY}劳动节"
          + "{#is DRAGON_BOAT}端午节{#is MID_AUTUMN}中秋节{#is NATIONAL_DAY}国庆节{/when}")
  String holidayOf(StatutoryHoliday value);

  @Message("第 {line} 行“{text}”：不是日期。请写成 2026-01-01，或 2026-01-01 至 2026-01-03。")
  String noDays(int line, String text);
}
