package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages that take a plan table say; English stands in {@code
 * messages/planread_en.properties}.
 */
@MessageBundle("planread")
public interface ReadingWords {
  @Message("导入年度计划表")
  String importHead();

  @Message("调整 {year} 年度计划")
  String adjustHead(String year);

  @Message("先看读法，再导入；看不懂的格会问您，不会替您填。")
  String importLead();

  @Message("调整要交来整张新表；批准后与原表的每一处差别一并公布。")
  String adjustLead();

  @Message("交来表格")
  String bring();

  @Message("计划表文件")
  String file();

  @Message("docx、xlsx、csv、txt 或网页文件，最多 6 MB。")
  String fileHint();

  @Message("读取文件")
  String readFile();

  @Message("粘贴表格")
  String orPaste();

  @Message("表格内容")
  String paste();

  @Message("从 Word 或 Excel 复制整张表，连同表头和单位名称，粘贴到这里。")
  String pasteHint();

  @Message("读取粘贴的内容")
  String readText();

  @Message("请选择一个文件；选过的文件若是空的（0 字节），请打开保存后再选。")
  String noFile();

  @Message("文件最多 6 MB；请另存为只含计划表的文件，或粘贴表格。")
  String fileTooLarge();

  @Message("文件没有传完，可能是网络中断或过慢。请重新选择这份文件再交来。")
  String fileNotWhole();

  @Message("请粘贴表格。")
  String noText();

  @Message("1月31日前完成计划的制定、上报和公示")
  String lawOfPlan();

  @Message("读取结果")
  String asRead();

  @Message("没有要您答复的了，可以导入；标着“请核对”的，导入前请看一看。")
  String readyNow();

  @Message("还有 {count} 处要您说明，答复后再读一遍。")
  String questionsLeft(String count);

  @Message("有 {count} 处错误，请在文件中改正后重新交来，或在格中写明正确内容。")
  String faultsLeft(String count);

  @Message("按答复重新读取")
  String readAgain();

  @Message("导入为 {year} 年度计划草稿")
  String takeIn(String year);

  @Message("提出调整，报请批准")
  String askAdjustment();

  @Message("换一个文件")
  String anotherFile();

  @Message("不认识的列，原样保留：{columns}")
  String unknownColumns(String columns);

  @Message("表格前后的文字")
  String around();

  @Message("整张表")
  String ofWhole();

  @Message("第 {row} 行")
  String ofRow(String row);

  @Message("读作")
  String readAs();

  @Message("原文")
  String verbatim();

  @Message("合并的格，沿用上行")
  String mergedCell();

  @Message("答复")
  String answer();

  @Message("{head}：答复")
  String answerWith(String head);

  @Message("按此：{text}")
  String suggested(String text);

  @Message("确无内容")
  String nothingMeant();

  @Message("您答复：{text}")
  String answered(String text);

  @Message("须答复")
  String asked();

  @Message("错误")
  String wrong();

  @Message("请核对")
  String doubtful();

  @Message("计划年度")
  String yearOfPlan();

  @Message("表中没有写明年度时填写。")
  String yearHint();

  @Message("{year} 年度已有草稿。导入后替换它，原稿留在“历次版本”中。")
  String replaceDraft(String year);

  @Message("替换现有草稿")
  String replaces();

  @Message("替换")
  String replacesYes();

  @Message("与现有草稿的差别")
  String differences();

  @Message("没有差别")
  String noDifference();

  @Message("调整原因")
  String reasonOfAdjustment();

  @Message("写明依据，500 字以内。")
  String reasonHint();
}
