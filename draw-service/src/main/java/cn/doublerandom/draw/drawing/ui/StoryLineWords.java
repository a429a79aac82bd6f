package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is told of what happened to a draw; English stands in {@code
 * messages/drawstory_en.properties}.
 */
@MessageBundle("drawstory")
public interface StoryLineWords {
  @Message("锁定第 {round} 轮名单")
  String frozen(int round);

  @Message("同意抽取条件")
  String termsApproved();

  @Message("指定见证人“{name}”（{kind}）")
  String witnessNamed(String name, String kind);

  @Message("向见证人“{name}”（{kind}）发见证码")
  String codeIssued(String name, String kind);

  @Message("解除指定“{name}”")
  String witnessReleased(String name);

  @Message("申请解除指定已承诺的“{name}”，等待另一人")
  String releaseAsked(String name);

  @Message("撤回解除指定“{name}”的申请，其承诺不变")
  String releaseTakenBack(String name);

  @Message("不同意解除指定“{name}”，其承诺不变")
  String releaseDeclined(String name);

  @Message("解除指定“{name}”，其承诺不再算数")
  String promiseReleased(String name);

  @Message("有人为“{name}”输错见证码")
  String codeMissed(String name);

  @Message("抽取以前")
  String beforeDraw();

  @Message("理由：{reason}")
  String because(String reason);

  @Message("{by} 同意")
  String agreedBy(String by);

  @Message("未登录的人")
  String somebody();

  @Message("“{name}”作出承诺")
  String promised(String name);

  @Message("统筹人员的秘密密封交存监督人")
  String deposited();

  @Message("监督人启封核对相符")
  String depositConfirmed();

  @Message("公布承诺值 {hash}…")
  String committed(String hash);

  @Message("“{name}”公布数值")
  String revealed(String name);

  @Message("录入公开随机数")
  String observed();

  @Message("公布事先密封的数值")
  String secretRevealed();

  @Message("抽取 {count} 户")
  String executed(int count);

  @Message("抽取，结果密封")
  String executedSealed();

  @Message("启封")
  String opened();

  @Message("批准作废，等待另一人")
  String voidApproved();

  @Message("撤回了作废，抽取不变")
  String voidTakenBack();

  @Message("不同意作废，抽取不变")
  String voidDeclined();

  @Message("作废")
  String voided();

  @Message("逾期：{due} 已过，没有抽取或启封")
  String overdue(String due);

  @Message("系统")
  String system();

  @Message("申请替换检查对象 {subject}")
  String subjectAsked(String subject);

  @Message("申请更换 {subject} 的执法人员 {inspector}")
  String memberAsked(String subject, String inspector);

  @Message("{subject} 的更换未办：撤回或不予批准")
  String ended(String subject);

  @Message("{subject} 的检查人员 {member} 申请移交，不能受理")
  String handoverRefused(String subject, String member);

  @Message("{alternate} 替补 {subject}")
  String subjectReplaced(String subject, String alternate);

  @Message("{subject} 的执法人员 {inspector} 更换为 {substitute}")
  String memberReplaced(String subject, String inspector, String substitute);

  @Message("{subject} 的检查已按更换办理")
  String settled(String subject);

  @Message("{subject} 的更换未实现：检查已进行")
  String undone(String subject);

  @Message("{inspector} 事后应当回避 {subject}")
  String recused(String subject, String inspector);

  @Message("申请 {subject} 的执法人员 {inspector} 不更换")
  String keepAsked(String subject, String inspector);

  @Message("经两人决定，{subject} 的执法人员 {inspector} 不更换")
  String kept(String subject, String inspector);

  @Message("抽取规程 double-random/1 第 {section} 节")
  String clauseOf(int section);

  @Message("抽取 {id} 的经过")
  String storyOf(String id);

  @Message("经过")
  String story();

  @Message("从锁定名单到今天，按先后排列：做了什么、谁做的、哪一天、为什么、依据哪一节。“事件”打开这一条在账本中的证明，任何人都可以核对。")
  String storyWhat();

  @Message("在别处的后续")
  String elsewhere();

  @Message("检查、结果和公示由另外的部分记录，从这里打开：")
  String elsewhereWhat();

  @Message("公示的抽取")
  String toNotice();

  @Message("公示的检查结果")
  String toResults();

  @Message("偏离登记")
  String toDeviations();

  @Message("返回抽取")
  String toDraw();

  @Message("现在")
  String standing();

  @Message("任务")
  String task();

  @Message("一共 {count} 件事")
  String count(int count);
}
