package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 撤销导入 say; English stands in {@code messages/undo_en.properties}. */
@MessageBundle("undo")
public interface UndoWords {
  @Message("撤销导入")
  String title();

  @Message("撤销导入“{file}”")
  String of(String file);

  @Message(
      "两个人同意后，这份文件新增的条目改为待核准（不抽取、不计数），变更过的条目改回导入前的内"
          + "容，自批准之日起生效；之前的日子、已锁定的抽查对象名单和已抽中的结果都不改动。什么也不删"
          + "除，“经过”里记下谁申请、谁批准。")
  String what();

  @Message(
      "两个人同意后，这份文件新列入的事项不再列入（不能认领，再导入就重新列入），变更过的事项改回导"
          + "入前的内容；导入后已被认领或另有变更的不动。谁认领、检查表怎么定，都不改动。什么也不删除。")
  String whatOfItems();

  @Message(
      "两个人同意后，这份文件新增的人员改为离岗（不抽取，证号不再算作他的，更正后的文件可以用），变更过"
          + "的人员改回导入前的内容，自批准之日起生效；之前的日子和已抽出的检查组都不改动。请假、回避不"
          + "是导入的内容，不动；导入后另有变更，或原来的证号已归他人的，也不动。什么也不删除。")
  String whatOfInspectors();

  @Message("{#when kind}{#is ITEMS}不再列入{#is INSPECTORS}改为离岗{#else}改为待核准{/when}")
  String enteredOf(IntakeKind kind);

  @Message("改回导入前")
  String givenBack();

  @Message("无需改动")
  String unchanged();

  @Message("另有变更，不改")
  String refused();

  @Message("共 {count} 条")
  String ofAll(String count);

  @Message("导入后另有变更、不改回的条目")
  String keptHead();

  @Message("导入之后又有变更")
  String keptWhy();

  @Message("导入之后又有变更，或原来的证号已归他人")
  String keptWhyOfInspectors();

  @Message("导入后已被抽中")
  String drawnSince();

  @Message("名单已锁定、尚未抽取的抽取")
  String frozenNow();

  @Message("导入后已被抽中的对象")
  String drawnHead();

  @Message("撤销只改名录。已被抽中的仍按锁定的名单检查，已录入、已公示的结果也不变；不应检查的，在抽取环节按规" + "定更换或者作废那次抽取。")
  String drawnWhat();

  @Message("抽取")
  String draw();

  @Message("抽中日期")
  String drawnOn();

  @Message("名单已锁定、尚未抽取")
  String frozenHead();

  @Message("这些抽取的名单已经锁定，撤销不改动名单：名单里有这次导入的对象的，仍可能被抽中。哪些对象在名单里，由抽" + "取环节公开；来得及的，先作废那次抽取再撤销。")
  String frozenWhat();

  @Message("名单 {size} 户")
  String frameOf(String size);

  @Message("只列出前 {shown} 条。")
  String keptMore(String shown);

  @Message("名称")
  String name();

  @Message("编码")
  String code();

  @Message("原因")
  String why();

  @Message("撤销原因")
  String reason();

  @Message("例如：交错了文件，应为更正后的名录。批准人会读到。")
  String reasonHint();

  @Message("申请撤销这次导入")
  String ask();

  @Message("由另一人在“待批准的申请”里批准后才改动。")
  String askWhat();

  @Message("查看撤销会改回什么")
  String look();

  @Message("{by} 已申请撤销这次导入，待另一人批准：{reason}")
  String asked(String by, String reason);

  @Message("撤销已由 {by} 批准，正在改回。")
  String underWay(String by);

  @Message("已批准，尚未全部改回；再批准一次就接着改回。批准人")
  String goesOn();

  @Message("这次导入已撤销：{asked} 申请，{agreed} 批准。")
  String done(String asked, String agreed);

  @Message("查看申请")
  String toRequest();

  @Message("查看导入结果")
  String toReport();

  @Message("查看撤销结果")
  String toUndo();

  @Message("正在统计撤销会改回多少条，名录没有改动。")
  String counting();

  @Message("条目")
  String entries();

  @Message("{#when step}{#is ASKED}已申请撤销{#is APPROVED}正在撤销{#is DONE}已撤销{/when}")
  String stepOf(IntakeDirectory.Undo step);

  @Message("涉及的条目")
  String touched();

  @Message("还有其他条目，见导入记录。")
  String andMore();
}
