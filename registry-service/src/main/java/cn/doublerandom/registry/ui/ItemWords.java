package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.office.OfficeLevel;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 抽查事项清单 say; English stands in {@code messages/items_en.properties}. */
@MessageBundle("items")
public interface ItemWords {
  @Message("抽查事项清单")
  String items();

  @Message("编号或名称")
  String codeOrName();

  @Message("认领")
  String claim();

  @Message("已认领")
  String claimed();

  @Message("未认领")
  String unclaimed();

  @Message("已停用")
  String superseded();

  @Message("编号")
  String code();

  @Message("抽查事项")
  String name();

  @Message("类别")
  String category();

  @Message("{#when value}{#is GENERAL}一般{#is KEY}重点{/when}")
  String categoryOf(ItemCategory value);

  @Message("层级")
  String level();

  @Message("{#when value}{#is PROVINCE}省{#is CITY}市{#is COUNTY}县{#is STATION}所{/when}")
  String levelOf(OfficeLevel value);

  @Message("领域")
  String field();

  @Message("抽查方式")
  String method();

  @Message("抽查依据")
  String basis();

  @Message("抽查比例")
  String ratio();

  @Message("抽查频次")
  String frequency();

  @Message("检查表")
  String checklist();

  @Message("{count} 项")
  String questions(int count);

  @Message("没有检查表")
  String noChecklist();

  @Message("没有符合条件的事项")
  String none();

  @Message("请减少条件。")
  String noneWhy();

  @Message("事项清单还是空的")
  String noneYet();

  @Message("由名录管理人员导入省级清单；认领以后才能写进计划。")
  String noneYetWhy();

  @Message("导入省级清单；认领以后才能写进计划。")
  String noneYetYours();

  @Message("导入事项清单")
  String toImport();

  @Message("{unit} 认领，职责依据：{mandate}")
  String claimedBy(String unit, String mandate);

  @Message("没有单位认领这一事项。")
  String nobody();

  @Message("列入它的导入已撤销，不能认领；再导入就重新列入。")
  String undone();

  @Message("省级清单 {version} 版起不再列入，不能认领。")
  String supersededBy(String version);

  @Message("认领这一事项")
  String claimThis();

  @Message("认领单位")
  String unit();

  @Message("列出的是已登记“三定”规定、其中有条款涵盖“{field}”领域且层级相同的单位。")
  String unitHint(String field);

  @Message("还没有单位可以认领：没有一个单位的“三定”规定涵盖“{field}”领域且层级相同。请先登记。")
  String claimersNone(String field);

  @Message("申请释放")
  String release();

  @Message("释放须另一人批准；批准后任何单位可以重新认领。已进入计划的任务不变。")
  String releaseStays();

  @Message("释放的理由")
  String releaseReason();

  @Message("如事权上收、职责划转；500 字以内。")
  String releaseReasonHint();

  @Message("释放申请等待批准：{why}")
  String releaseWaits(String why);

  @Message("改名为“{name}”的申请等待批准。")
  String renamingWaits(String name);

  @Message("去看这份申请")
  String toRequest();

  @Message("问什么")
  String question();

  @Message("怎样答")
  String answer();

  @Message(
      "{#when value}{#is YES_NO}是／否{#is YES_NO_NOT_APPLICABLE}是／否／不适用{#is NUMBER}数字{#is TEXT}文字{#is DATE}日期"
          + "{#is CHOICE}选择{#is PHOTO}照片{/when}")
  String answerOf(Checklist.AnswerKind value);

  @Message("怎样查")
  String guidance();

  @Message("依据")
  String clause();

  @Message("清单两版的差异")
  String catalogues();

  @Message("原版本")
  String before();

  @Message("新版本")
  String after();

  @Message("版本号，例如 2023-01")
  String versionHint();

  @Message("{before} 版 → {after} 版")
  String between(String before, String after);

  @Message("新增的事项")
  String added();

  @Message("取消的事项")
  String removed();

  @Message("改动的事项")
  String changed();

  @Message("没有")
  String nothing();

  @Message(
      "{#when name}{#is 'name'}名称{#is 'legalBasis'}抽查依据{#is 'category'}类别{#is 'level'}层级{#is 'field'}领域"
          + "{#is 'method'}抽查方式{#is 'ratio'}抽查比例{#is 'frequency'}抽查频次{#else}{name}{/when}")
  String member(String name);

  @Message("认领以该单位已登记的“三定”规定为依据。")
  String mandateElsewhere();

  @Message("查看或登记各单位的“三定”规定")
  String toOffices();

  @Message("还没有检查表：现场检查时没有可问的内容。")
  String checklistNone();

  @Message("录入检查表")
  String enterChecklist();

  @Message("修改检查表")
  String changeChecklist();

  @Message("检查表：{name}")
  String checklistOf(String name);

  @Message("现场逐项询问的内容，每一项都没有默认答案。保存后立即生效；检查组已经着手准备的检查仍按原来的检查表。")
  String checklistWhat();

  @Message("保存检查表")
  String keepChecklist();

  @Message("检查内容")
  String questionLines();

  @Message(
      "一行一项：问什么 | 怎样答 | 怎样查 | 依据 | 编号。怎样答是“是／否”“是／否／不适用”“数字”“文字”“日期”“选择”“照片”之一，选择写出各项，例如“选择：合格/不合格/未设置”，数字可以写单位和限值，例如“数字：分贝，~85”“数字：米，1.2~3”；怎样查、依据可以空着，编号空着由系统编排。可从表格中整块粘贴。")
  String questionLinesHint();

  @Message("编号")
  String questionId();

  @Message("第 {line} 行{#if column}“{column}”{/if}：{text}")
  String atLine(int line, String column, String text);

  @Message("多于五格。请按 问什么 | 怎样答 | 怎样查 | 依据 | 编号 填写。")
  String questionTooWide();

  @Message("应为下列之一：{kinds}。")
  String noAnswerKind(String kinds);

  @Message("与上面一行的编号相同。请改为不同的编号，或者空着。")
  String idTwice();

  @Message("列入清单")
  String listed();

  @Message("清单内容变更：{what}")
  String relisted(String what);

  @Message("{what}由“{before}”改为“{now}”")
  String becameOf(String what, String before, String now);

  @Message("申请改名为“{name}”")
  String renamingAsked(String name);

  @Message("没有改名")
  String renamingEnded();

  @Message("申请释放")
  String releaseAsked();

  @Message("没有释放")
  String releaseEnded();

  @Message("{unit} 释放")
  String releasedBy(String unit);

  @Message("录入检查表，{count} 项")
  String checklistSet(int count);

  @Message("修改检查表，共 {count} 项：{what}")
  String checklistChanged(int count, String what);

  @Message("加入“{text}”")
  String questionAdded(String text);

  @Message("去掉“{text}”")
  String questionDropped(String text);

  @Message("“{text}”的答法、查法或依据有改动")
  String questionChanged(String text);

  @Message("只改了先后")
  String reordered();

  @Message("历次检查表")
  String formerChecklists();

  @Message("已经换下的检查表原文；当时开始准备的检查按它办理。划去的，下一版去掉或改了。")
  String formerWhat();

  @Message("{from} 起，{until} 换下：{count} 项")
  String formerOf(LocalDate from, LocalDate until, int count);

  @Message("{#when fate}{#is KEPT}沿用{#is REWORDED}下一版改了{#is DROPPED}下一版去掉{/when}")
  String fateOf(FormerChecklists.Fate fate);

  @Message("后来")
  String fate();
}
