package cn.doublerandom.registry.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 待批准的申请 say; English stands in {@code messages/requests_en.properties}. */
@MessageBundle("requests")
public interface RequestWords {
  @Message("待批准的申请")
  String requests();

  @Message("由一人提出、须另一人决定的变更都在这里；决定之前，名录照旧。")
  String what();

  @Message("没有等待批准的申请")
  String none();

  @Message("有人申请注销、请假、回避、释放事项等变更后，会出现在这里。")
  String noneWhy();

  @Message("类别")
  String kind();

  @Message(
      "{#when code}{#is 'status'}登记状态或名录信息{#is 'entry'}新入库{#is 'merge'}合并{#is 'unmerge'}撤回合并"
          + "{#is 'absence'}人员变动{#is 'recusal'}回避{#is 'recusal-revoked'}撤销回避{#is 'inspector-erasure'}删除执法人员的个人信息"
          + "{#is 'erasure'}删除企业、专家的个人信息{#is 'release'}释放事项{#is 'renaming'}事项改名{#is 'mandate'}三定职责"
          + "{#is 'holiday-notice'}放假通知{#is 'import-undo'}撤销导入{#else}{code}{/when}")
  String kindOf(String code);

  @Message("申请")
  String request();

  @Message("申请人")
  String by();

  @Message("提出")
  String since();

  @Message("{#if was}{was}{#else}（空）{/if} → {#if becomes}{becomes}{#else}（空）{/if}")
  String fromTo(String was, String becomes);

  @Message("{column}：{value}")
  String ofLine(String column, String value);

  @Message("有变化（个人信息，不在此显示）")
  String sealedChange();

  @Message("层级")
  String level();

  @Message("由谁决定")
  String whose();

  @Message("您可以决定")
  String yours();

  @Message("您提出的，由他人决定")
  String own();

  @Message("由审批人决定")
  String others();

  @Message("打开")
  String open();

  @Message("申请内容")
  String content();

  @Message("理由")
  String reason();

  @Message("没有写理由")
  String noReason();

  @Message("批次")
  String batch();

  @Message("现在")
  String now();

  @Message("现在：{column}")
  String ofNow(String column);

  @Message("批准后")
  String then();

  @Message("这是您自己提出的申请：须由另一人决定，您只能撤回。")
  String onlyWithdraw();

  @Message("这是您自己提出的申请：须由另一人决定；这一类申请不能撤回。")
  String onlyAnother();

  @Message("您的身份只能查看这份申请；由“{roles}”决定。")
  String onlyRead(String roles);

  @Message("审批人")
  String approver();

  @Message("批准")
  String approve();

  @Message("批准即表示您已看过上面的内容，并记录您的账号。上面写有起始日期的，自该日起生效，其余批准后立即生效。")
  String approveWhat();

  @Message("批准删除后，密钥销毁，姓名等个人信息从此无人能读，不能恢复。")
  String erasureWhat();

  @Message("批准此项")
  String approveThis();

  @Message("批准全部 {count} 项")
  String approveAll(String count);

  @Message("不予批准")
  String decline();

  @Message("名录保持原样；申请和不予批准的理由都留在“经过”里。")
  String declineWhat();

  @Message("不予批准的理由")
  String declineReason();

  @Message("写给申请人：核实到什么、应当怎样；500 字以内。")
  String declineReasonHint();

  @Message("撤回申请")
  String withdraw();

  @Message("名录保持原样；申请和撤回都留在“经过”里。")
  String withdrawWhat();

  @Message("撤回的理由")
  String withdrawReason();

  @Message("500 字以内。")
  String withdrawReasonHint();

  @Message("已决定：{what}。")
  String done(String what);

  @Message("已批准")
  String approved();

  @Message("未予批准")
  String declined();

  @Message("已撤回")
  String withdrawn();

  @Message("批次 {batch}：{count} 项")
  String ofBatch(String batch, String count);

  @Message("只列出前 {shown} 项，共 {all} 项；批准的是全部。")
  String batchMore(String shown, String all);

  @Message("查看条目")
  String toEntry();

  @Message("回避原因")
  String recusalReason();

  @Message("文件")
  String document();

  @Message("职责条款")
  String clauses();

  @Message("批准后不再有依据的已认领事项")
  String uncovered();

  @Message("并入：{column}")
  String ofInto(String column);

  @Message("自哪一天起")
  String from();

  @Message("放假")
  String off();

  @Message("调休上班")
  String worked();
}
