package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.bulletin.Audience;
import cn.doublerandom.inspection.bulletin.Bulletin.Fact;
import cn.doublerandom.inspection.bulletin.BulletinSummary.State;
import cn.doublerandom.inspection.bulletin.Reach;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 通报 say; English stands in {@code messages/bulletin_en.properties}. */
@MessageBundle("bulletin")
public interface BulletinWords {
  @Message("通报")
  String bulletins();

  @Message(
      "督导人员拟定一期通报，写到的单位先陈述，另一名督导人员办结：内部通报，或者不予通报；拟定时说明要公开的，可以把单位和数字向社会公开。每个数字都有依据；只通报单位，不通报个人。")
  String why();

  @Message("没有通报")
  String none();

  @Message("拟定的通报，以及已经通报的，会列在这里。")
  String noneWhy();

  @Message("期号")
  String issue();

  @Message("只填数字，1 至 99，例如 1。")
  String issueHint();

  @Message("第 {issue} 期")
  String numbered(int issue);

  @Message("{year} 年第 {issue} 期通报")
  String title(int year, int issue);

  @Message("{#when value}{#is HEARING}待单位陈述{#is ANSWERED}待办结{#is CONCLUDED}已办结{/when}")
  String stateOf(State value);

  @Message("{#when value}{#is INTERNAL}内部通报{#is PUBLIC}向社会公开{#is DROPPED}不予通报{/when}")
  String reachOf(Reach value);

  @Message(
      "{#when value}{#is PROBLEMS}发现问题的检查{#is TO_BE_PUT_RIGHT}责成整改的督导单{#is REMINDED}提醒的督导单{#is SCORE}年度考核得分{/when}")
  String factOf(Fact value);

  @Message("{value}/{of}")
  String of(int value, int of);

  @Message("项目")
  String fact();

  @Message("数字")
  String number();

  @Message("依据")
  String rows();

  @Message("写到的单位")
  String units();

  @Message("通报的话")
  String text();

  @Message("2000 字以内，不写个人。")
  String textHint();

  @Message("陈述期（工作日）")
  String workingDays();

  @Message("3 至 30 个工作日。")
  String workingDaysHint();

  @Message("通报范围")
  String meantFor();

  @Message("向社会公开的，只公开单位和数字：通报的话、单位的陈述和依据都不公开。各单位就此陈述。")
  String meantForHint();

  @Message("{#when value}{#is BUREAU}本单位内部{#is PUBLIC}本单位内部，并向社会公开{/when}")
  String audienceOf(Audience value);

  @Message("查看向社会公开的公告")
  String notice();

  @Message("公告有误的，撤销公告")
  String withdrawal();

  @Message("数字统计日")
  String countedOn();

  @Message("期限所在年度的节假日安排还没有公布，期限是暂定的。")
  String provisional();

  @Message("{year} 年按现在的数据统计")
  String asCounted(int year);

  @Message("没有可以通报的数据")
  String nothing();

  @Message("这一年没有结束的检查。")
  String nothingWhy();

  @Message("拟定通报")
  String drawUp();

  @Message("数字从此不变，写到的单位会看到自己的数字并在期限内陈述。须由另一名督导人员办结。")
  String drawUpWhy();

  @Message("陈述")
  String said();

  @Message("就通报陈述")
  String toAnswer();

  @Message("办结通报")
  String toConclude();

  @Message("拟定通报，写到{units}，{answerBy} 前陈述")
  String drawnUpFact(String units, LocalDate answerBy);

  @Message("还没有办结，不得外传。")
  String notConcluded();

  @Message("打印通报（PDF）")
  String paper();

  @Message("返回通报")
  String back();
}
