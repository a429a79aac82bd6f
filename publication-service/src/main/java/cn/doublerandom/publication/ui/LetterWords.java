package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of letters say; English stands in {@code messages/letter_en.properties}. */
@MessageBundle("letter")
public interface LetterWords {
  @Message("公众来信")
  String title();

  @Message("对双随机监管有建议、投诉，或者公示平台有问题的，在这里来信，不需要账号。检查机关在规定的工作日内答复，答复须经两人同意；被投诉的人不参加答复。")
  String intro();

  @Message("类别")
  String kind();

  @Message("涉及的检查结果编号")
  String about();

  @Message("公示页面地址的最后一段；不涉及具体结果的不填")
  String aboutHint();

  @Message("来信内容")
  String text();

  @Message("最多 2000 字；只由办理来信的人查看，不公开")
  String textHint();

  @Message("联系方式")
  String contact();

  @Message("可以不填；答复凭回执查询，不另行通知")
  String contactHint();

  @Message("来信内容和联系方式单独保存，不进入账本，答复 90 天后删除。")
  String privacy();

  @Message("发送")
  String send();

  @Message("查询来信")
  String lookUp();

  @Message("编号")
  String number();

  @Message("查询码")
  String code();

  @Message("十位，写在回执上，不分大小写")
  String codeHint();

  @Message("查询")
  String look();

  @Message("来信回执")
  String receipt();

  @Message("已经收到。请打印或者记下编号和查询码，它们只在这里显示；凭它们随时可以回来查看答复。")
  String taken();

  @Message("来信日期")
  String on();

  @Message("答复期限")
  String due();

  @Message("答复已逾期")
  String late();

  @Message("办理情况")
  String state();

  @Message("正在办理")
  String beingAnswered();

  @Message("答复")
  String reply();

  @Message("答复日期")
  String answeredOn();

  @Message("来信内容已在答复 90 天后删除。")
  String deleted();

  @Message("已删除")
  String contactDeleted();

  @Message("再写一封，或者查询另一封")
  String another();

  @Message("收到")
  String received();

  @Message("按期答复")
  String inTime();

  @Message("逾期答复")
  String answeredLate();

  @Message("等待答复")
  String waiting();

  @Message("全年收到的来信")
  String figuresWhat();

  @Message("公众来信办理")
  String desk();

  @Message("公众来信由统筹人员拟写答复，另一人同意后答复；期限最早的在前。")
  String deskWhat();

  @Message("没有符合条件的来信")
  String none();

  @Message("请选择其他办理情况。")
  String noneWhy();

  @Message("还没有来信")
  String noneYet();

  @Message("公众在公示平台来信后，列在这里。")
  String noneYetWhy();

  @Message("查看全部")
  String showAll();

  @Message("没有留下")
  String noContact();

  @Message("拟写人")
  String draftedBy();

  @Message("同意人")
  String agreedBy();

  @Message("退回或者撤回的答复")
  String sentBack();

  @Message("拟写答复")
  String replySummary();

  @Message("答复经另一人同意后，凭查询码可以看到，长期保存在账本中，不能修改。")
  String replyStays();

  @Message("不得写入姓名、电话等个人信息；最多 2000 字")
  String replyHint();

  @Message("提交另一人同意")
  String propose();

  @Message("同意答复")
  String agreeSummary();

  @Message("同意后来信人立即可以看到，不能收回。")
  String agreeStays();

  @Message("同意")
  String agree();

  @Message("退回答复")
  String declineSummary();

  @Message("退回后来信继续等待答复。")
  String declineStays();

  @Message("理由")
  String reason();

  @Message("写明需要怎样修改；最多 500 字")
  String reasonHint();

  @Message("退回")
  String decline();

  @Message("已办理。")
  String doneNow();

  @Message(
      "{#switch kind}{#case 'PROBLEM'}平台问题{#case 'SUGGESTION'}建议{#case 'COMPLAINT'}投诉{#else}{kind}{/switch}")
  String kindOf(String kind);

  @Message(
      "{#switch stage}{#case 'WAITING'}待答复{#case 'DRAFTED'}待同意{#case 'ANSWERED'}已答复{#else}{stage}{/switch}")
  String stageOf(String stage);

  @Message("来信 {id}")
  String headingOf(String id);

  @Message("{year} 年的来信")
  String yearOf(int year);

  @Message("其中 {count} 封已逾期")
  String overdueOf(long count);
}
