package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.IntakeTemplates;
import cn.doublerandom.registry.intake.IntakeKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 导入 say; English stands in {@code messages/imports_en.properties}. */
@MessageBundle("imports")
public interface ImportWords {
  @Message("导入")
  String imports();

  @Message(
      "{#when value}{#is SUBJECTS}检查对象名录{#is RISK_CLASSES}信用风险等级{#is INSPECTORS}执法检查人员名录"
          + "{#is ITEMS}抽查事项清单{/when}")
  String kindOf(IntakeKind value);

  @Message("导入{kind}")
  String importOf(String kind);

  @Message("选一种名录")
  String chooseKind();

  @Message("导入记录")
  String historyOf();

  @Message("已核对、还没有导入的")
  String leftHere();

  @Message("只有您能看到，{days} 天后删除。")
  String leftHereWhat(int days);

  @Message("{when} 核对")
  String leftAt(String when);

  @Message("这里是在本页面导入的文件；由程序提交的记在各条目的“经过”里。")
  String historyWhat();

  @Message("还没有在页面上导入过文件")
  String noHistory();

  @Message("选上面的一种名录，下载模板，填好后交来。")
  String noHistoryWhy();

  @Message("时间")
  String when();

  @Message("文件")
  String file();

  @Message("名录")
  String register();

  @Message("经办")
  String by();

  @Message("读到")
  String rowsRead();

  @Message("新增或变更")
  String changedRows();

  @Message("有误未导入")
  String badRows();

  @Message("待批准")
  String waitingRows();

  @Message("第一步：填表")
  String stepFill();

  @Message("模板有表头；工作簿的第二张表写着怎么填。已有自己的表也可以直接交来：列名相近的会自动对应，多余的列会说明。")
  String stepFillWhat();

  @Message("下载 Excel 模板")
  String templateXlsx();

  @Message("下载 CSV 模板")
  String templateCsv();

  @Message("怎么填")
  String howToFill();

  @Message("列")
  String column();

  @Message("必填")
  String required();

  @Message("{#when value}{#is EVERY_ROW}是{#is HEAD}列要有，可空着{#is NOTHING}{/when}")
  String needOf(IntakeTemplates.Need value);

  @Message("示例")
  String example();

  @Message("第二步：交来核对")
  String stepSend();

  @Message("填好的文件")
  String theFile();

  @Message("xlsx 或 csv，最大 64 MB。先只核对，什么也不改动；行数多时在后台核对，可以离开。")
  String theFileHint();

  @Message("（整行）")
  String wholeRow();

  @Message("第 {row} 行：{text}")
  String atRow(int row, String text);

  @Message("交来核对")
  String send();

  @Message("旧编码说明")
  String codeReason();

  @Message("2016 年以前的编码校验位不合标准时，写明为何仍用；200 字以内。")
  String codeReasonHint();

  @Message("有旧编码")
  String oldCodes();

  @Message("没有选择文件。请选择填好的表。")
  String noFile();

  @Message("核对结果")
  String judged();

  @Message("核对于 {when}，还没有导入。此文件只有您能看到，保存 {days} 天；交的文件多于 {most} 份时，最早的先删。")
  String notTaken(String when, int days, int most);

  @Message("新增")
  String fresh();

  @Message("变更")
  String different();

  @Message("与名录相同")
  String same();

  @Message("有误")
  String faulty();

  @Message("导入后待另一人批准")
  String toWait();

  @Message("因另有申请待批准而不动")
  String leftOut();

  @Message("共 {count} 行")
  String ofRows(String count);

  @Message("逐格问题（{count} 处）")
  String faultsOf(String count);

  @Message("只显示前 {shown} 处，全部问题见标注后的表。")
  String faultsMore(String shown);

  @Message("全部（{count}）")
  String allFaults(String count);

  @Message("{name}（{count}）")
  String someFaults(String name, String count);

  @Message("行")
  String row();

  @Message("表里写的")
  String written();

  @Message("空")
  String blank();

  @Message("问题与改法")
  String sentence();

  @Message("下载标注后的表")
  String marked();

  @Message("有误的格标红，末列写着怎么改；改好后整表或只这些行都可以再交来。")
  String markedWhat();

  @Message("没有发现问题。")
  String noFaults();

  @Message("按这样读的")
  String readAs();

  @Message("这里是开头几行；列多的，表可以左右移动。")
  String readMoves();

  @Message("Excel 工作簿，工作表“{sheet}”，表头在第 {head} 行")
  String readWorkbook(String sheet, int head);

  @Message("CSV 文本，编码 {encoding}，表头在第 {head} 行")
  String readText(String encoding, int head);

  @Message("读作 {name}")
  String readColumn(String name);

  @Message("未读取")
  String notRead();

  @Message("另请留意")
  String notes();

  @Message("导入后会变的（{count} 行）")
  String changesOf(String count);

  @Message("只列出前 {shown} 行。")
  String changesMore(String shown);

  @Message("代码或编号")
  String code();

  @Message("名称")
  String name();

  @Message("变化")
  String change();

  @Message("新增")
  String isNew();

  @Message("变更")
  String isChanged();

  @Message("批准后生效")
  String waits();

  @Message("{column}：{#if was}{was}{#else}（空）{/if} → {#if becomes}{becomes}{#else}（空）{/if}")
  String fromTo(String column, String was, String becomes);

  @Message("{column}：有变化（个人信息，不在此显示）")
  String sealedChange(String column);

  @Message("导入全部 {count} 行")
  String takeAll(String count);

  @Message("只导入 {count} 行无误的")
  String takeGood(String count);

  @Message("有误的 {count} 行不导入；改好后另外交来。")
  String takeGoodWhat(String count);

  @Message("名录里已有这些内容，没有要导入的。")
  String nothingToTake();

  @Message("没有一行无误，不能导入。请按下面的提示改好再交来。")
  String nothingGood();

  @Message("核对之后，又有表导入了这个名录：下面的数字是核对时的。请重新核对，再导入。")
  String movedOn();

  @Message("核对时名录还是空的，现在已有条目：新增的行导入后须另一人批准，下面的数字也不再准。请重新核对，再导入。")
  String openedSince();

  @Message("重新核对")
  String check();

  @Message("隔了一段时间，或他人改过名录时，用这份文件再核对一次。")
  String checkWhat();

  @Message("不导入，删除这份文件")
  String discard();

  @Message("删除后这份文件和核对结果不再保存；名录不受影响。")
  String discardWhat();

  @Message("已导入 {changed} 行")
  String done(String changed);

  @Message("已导入 {changed} 行，{refused} 行待改")
  String doneBut(String changed, String refused);

  @Message("这份文件已经导入过，没有再导入一次；下面是当时的结果。")
  String again();

  @Message("文件 {file}，{kind}，{by} 于 {when} 导入。")
  String doneBy(String file, String kind, String by, String when);

  @Message("其中 {count} 行须另一人批准后才生效。")
  String doneWaits(String count);

  @Message("查看待批准的申请")
  String toRequests();

  @Message("再交一份文件")
  String another();

  @Message("文件指纹（SHA-256）")
  String digest();

  @Message("逐格问题和文件只对经办人保存 {days} 天，最多 {most} 份，现已不在；数字保留。")
  String faultsGone(int days, int most);

  @Message("查看名录")
  String toRegister();
}
