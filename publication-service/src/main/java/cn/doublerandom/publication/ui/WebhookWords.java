package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of webhooks say; English stands in {@code messages/webhook_en.properties}. */
@MessageBundle("webhook")
public interface WebhookWords {
  @Message("推送订阅")
  String title();

  @Message("没有 Kafka 的机关，用 Webhook 接收公示的结果、更正、撤销和联合惩戒的建议、终止。一人申请，另一名统筹人员同意后开始推送；对方按文档核对签名。")
  String what();

  @Message("还没有订阅")
  String none();

  @Message("有机关要接收推送时，在下面申请。")
  String noneWhy();

  @Message("接收机关")
  String authority();

  @Message("接收地址")
  String address();

  @Message("https 开头，端口 443 或者 8443；只能是公网地址")
  String addressHint();

  @Message("推送内容")
  String news();

  @Message("状态")
  String state();

  @Message("申请订阅")
  String ask();

  @Message("提交申请")
  String askNow();

  @Message("申请人")
  String askedBy();

  @Message("签名密钥指纹")
  String fingerprint();

  @Message("旧密钥同时签名至")
  String formerUntil();

  @Message("这是签名密钥，只在这里显示一次。请当面或者用安全的方式交给对方：")
  String secretTold();

  @Message("同意，生成密钥")
  String agree();

  @Message("同意后立即开始推送；下一页显示密钥，只显示一次。")
  String agreeWhat();

  @Message("您提出的申请，由另一名统筹人员同意。")
  String own();

  @Message("不同意或者撤回")
  String decline();

  @Message("申请和理由留在这一页，可以重新申请。")
  String declineStays();

  @Message("暂停")
  String pause();

  @Message("期间发生的先保存，恢复后再发。")
  String pauseStays();

  @Message("恢复推送")
  String resume();

  @Message("终止")
  String end();

  @Message("不再推送；再要接收须重新申请。")
  String endStays();

  @Message("更换密钥")
  String rotate();

  @Message("新密钥只显示一次；旧密钥在您写的小时数内同时签名，方便对方更换。")
  String rotateStays();

  @Message("旧密钥保留小时数")
  String hours();

  @Message("0 至 168；怀疑泄露时填 0")
  String hoursHint();

  @Message("理由")
  String reason();

  @Message("最多 500 字")
  String reasonHint();

  @Message("提出申请：{address}")
  String tAsked(String address);

  @Message("没有同意，或者申请人撤回")
  String tDeclined();

  @Message("同意，密钥指纹 {fingerprint}")
  String tAgreed(String fingerprint);

  @Message("暂停推送")
  String tPaused();

  @Message("恢复推送")
  String tResumed();

  @Message("更换密钥，新密钥指纹 {fingerprint}")
  String tRotated(String fingerprint);

  @Message("终止推送")
  String tEnded();

  @Message("对方答复地址已经停用（410），推送终止（消息 {message}）")
  String tGone(String message);

  @Message("重发消息 {message}")
  String tAgain(String message);

  @Message("重发 {since} 以来的失败消息")
  String tAllAgain(String since);

  @Message("最近的消息")
  String messages();

  @Message("还没有消息")
  String noMessages();

  @Message("同意以后公示的内容才会推送。")
  String noMessagesWhy();

  @Message("消息")
  String messageId();

  @Message("产生时间")
  String made();

  @Message("次数")
  String tries();

  @Message("失败原因")
  String fault();

  @Message("重发")
  String again();

  @Message("重发某日以来的失败消息")
  String allAgain();

  @Message("消息编号不变，对方据此认出重复的。")
  String allAgainStays();

  @Message("起始日期")
  String since();

  @Message(
      "{#switch one}{#case 'RESULT_PUBLISHED'}结果公示{#case 'RESULT_CORRECTED'}结果更正{#case 'PUBLICATION_WITHDRAWN'}公示撤销{#case 'JOINT_DISCIPLINE_PROPOSED'}联合惩戒建议和终止{#case 'BULLETIN_WITHDRAWN'}通报撤销{#else}{one}{/switch}")
  String newsOf(String one);

  @Message(
      "{#switch one}{#case 'UNASKED'}未申请{#case 'ASKED'}待同意{#case 'DECLINED'}未同意{#case 'ACTIVE'}推送中{#case 'PAUSED'}已暂停{#case 'ENDED'}已终止{#else}{one}{/switch}")
  String stageOf(String one);

  @Message(
      "{#switch one}{#case 'WAITING'}待发送{#case 'DELIVERED'}已送达{#case 'DEAD'}发送失败{#else}{one}{/switch}")
  String stateOf(String one);
}
