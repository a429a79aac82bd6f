package cn.doublerandom.registry.ui;

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
}
