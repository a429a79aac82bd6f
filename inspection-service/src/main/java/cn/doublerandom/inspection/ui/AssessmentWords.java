package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.assessment.AssessmentSummary.State;
import cn.doublerandom.inspection.assessment.Fact;
import cn.doublerandom.inspection.assessment.Outcome;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 年度考核 say; English stands in {@code messages/assessment_en.properties}. */
@MessageBundle("assessment")
public interface AssessmentWords {
  @Message("年度考核")
  String assessments();

  @Message("按规则包的分值给单位的一年计分，每一分都有依据。督导人员固定得分，单位陈述，另一名督导人员办结。只考核单位，不评价个人。")
  String why();

  @Message("没有年度考核")
  String none();

  @Message("固定了得分的考核会列在这里。")
  String noneWhy();

  @Message("得分")
  String points();

  @Message("检查")
  String visits();

  @Message("{#when value}{#is FROZEN}待单位陈述{#is ANSWERED}待办结{#is CONCLUDED}已办结{/when}")
  String stateOf(State value);

  @Message("{#when value}{#is CONFIRMED}得分成立{#is LIFTED}撤销{/when}")
  String outcomeOf(Outcome value);

  @Message(
      "{#when value}{#is LATE_RESULT}逾期录入结果{#is RETURNED_RESULT}结果被退回{#is TICKET_UPHELD}督导单责成整改"
          + "{#is REVISIT_DISAGREED}回头看结果不一致{#is RATED_LOW}企业评价偏低{/when}")
  String factOf(Fact value);

  @Message("{points}/{base}")
  String of(int points, int base);

  @Message("扣分项")
  String fact();

  @Message("每项扣 {each} 分，至多 {most} 分")
  String rule(int each, int most);

  @Message("扣分")
  String deducted();

  @Message("依据")
  String rows();

  @Message("规定分值的文件")
  String basis();

  @Message("{year} 年按现在的数据计算")
  String asCounted(int year);

  @Message("{year} 年还没有结束，得分还会变化，不能固定。")
  String notOver(int year);

  @Message("没有可以计分的单位")
  String nothing();

  @Message("这一年没有结束的检查，或者年末有效的规则包没有规定“单位年度考核评分”。")
  String nothingWhy();

  @Message("固定得分")
  String freeze();

  @Message("得分从此不变，单位会看到，并在 {days} 天内陈述。须由另一名督导人员办结。")
  String freezeWhy(int days);

  @Message("陈述")
  String said();

  @Message("就年度考核陈述")
  String toAnswer();

  @Message("办结年度考核")
  String toConclude();

  @Message("{unit}：{year} 年考核")
  String title(String unit, int year);

  @Message("固定得分 {points}，{answerBy} 前陈述")
  String frozenFact(int points, LocalDate answerBy);

  @Message("返回年度考核")
  String back();
}
