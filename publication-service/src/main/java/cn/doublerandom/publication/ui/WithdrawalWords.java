package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the page of a bulletin's withdrawal says; English stands in {@code
 * messages/withdrawal_en.properties}.
 */
@MessageBundle("withdrawal")
public interface WithdrawalWords {
  @Message("撤销通报")
  String title();

  @Message("公众看到的页面")
  String publicPage();

  @Message("已撤销")
  String withdrawn();

  @Message("等待决定")
  String waits();

  @Message("有效")
  String holds();

  @Message("公示日期")
  String publishedOn();

  @Message("撤销日期")
  String withdrawnOn();

  @Message("撤销理由")
  String reason();

  @Message("公众在通报旁边看到这个理由；不要写人名")
  String reasonHint();

  @Message("提出人")
  String askedBy();

  @Message("等待另一名督导人员决定的撤销")
  String waiting();

  @Message("上一次提出的撤销没有同意")
  String declinedLast();

  @Message("不同意的理由")
  String declineReason();

  @Message("不同意的人")
  String declinedBy();

  @Message("同意以后，通报标明“已撤销”并写明理由，原来的数字仍可查看；开放数据、变更和公示账本里同样写明。")
  String approveWhat();

  @Message("同意撤销")
  String approve();

  @Message("不同意撤销")
  String decline();

  @Message("通报保持有效，以后可以重新提出。")
  String declineStays();

  @Message("提出撤销这份通报")
  String ask();

  @Message("由另一名督导人员决定；决定以前公众看到的不变。")
  String askStays();

  @Message("提出撤销")
  String askIt();

  @Message("由另一名督导人员决定。")
  String byAnother();
}
