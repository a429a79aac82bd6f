package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.intake.IntakeKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of a file that is judged or taken just now, or was before. */
@MessageBundle("underway")
public interface UnderwayWords {
  @Message("正在核对这份文件。还没有改动名录。")
  String judging();

  @Message("正在导入：先按现在的名录再核对一遍。")
  String judgingAgain();

  @Message("正在导入：核对完毕，正在写入名录。")
  String storing();

  @Message("正在停止。")
  String stopping();

  @Message("行")
  String rowsDone();

  @Message("每秒约 {rows} 行")
  String pace(String rows);

  @Message("可以离开此页、退出登录或关机，办理不会中断；以后从“导入”回到这里看结果，或停止。")
  String goesOn();

  @Message("停止")
  String stop();

  @Message("停止后，已写入的行留在名录里并记入导入记录，其余的行不动；不会有写了一半的行。2 万行以内的文件一次写入，开始写入后不能停止。")
  String stopWhat();

  @Message("停止后什么也没有改动，文件仍在此处，可以再核对。")
  String stopJudgingWhat();

  @Message("已停止，名录没有改动。")
  String stoppedBefore();

  @Message("已停止")
  String stopped();

  @Message("导入在第 {rows} 行之后停止：之前的行都已办理，之后的没有动。把同一份文件再交来一次，就从这里接着导入；已有的行不会重复。")
  String stoppedAfter(String rows);

  @Message("同一份文件，{by} 已在 {when} 导入过，改动 {changed} 行。")
  String sameFile(String by, String when, String changed);

  @Message("看那次的结果")
  String toSameFile();

  @Message("这份文件还没有核对完，名录没有改动。文件只有您能看到，保存 {days} 天；交的文件多于 {most} 份时，最早的先删。")
  String notJudged(int days, int most);

  @Message("从头再核对一遍。")
  String checkAgainWhat();

  @Message("文件没有传完，可能是网络中断或过慢。名录没有改动，请重新选择这份文件再交来。")
  String notWhole();

  @Message(
      "{#when value}{#is in SUBJECTS INSPECTORS}名录还是空的时候，第一份表由经办人导入后立即生效，不经另一人批准；以后新增和须批准的变更，都由另一人批准后生效。"
          + "{#is RISK_CLASSES}等级有变化的行由另一人批准后生效。{#is ITEMS}事项导入后立即列入清单，认领以后才能写进计划；已认领事项改名，由另一人批准后生效。{/when}")
  String takesEffect(IntakeKind value);

  @Message(
      "名录还是空的，这是第一份表：导入后立即生效，不经另一人批准。请先把这份表交另一人看过，再导入（本页只有您能打开，请把表的原件给他）；以后再新增的，须另一人批准，自批准之日起计入名录。")
  String opensRegister();

  @Message("其中 {count} 户新入库：自批准之日起计入名录。成立日期再早，也不计入以前日期的名录，包括年度抽查占比的分母（上年 12 月 31 日存续的企业）。")
  String countsFrom(String count);

  @Message("有重复的行：只导入无误的时，先出现的一行导入，后面的不导入。请先看清哪一行对，再决定导入或改好表再交来。")
  String twice();
}
