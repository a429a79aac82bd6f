package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the steps of a draw and their forms say; English stands in {@code
 * messages/step_en.properties}.
 */
@MessageBundle("step")
public interface StepWords {
  @Message("锁定名单")
  String freeze();

  @Message("同意条件")
  String agree();

  @Message("见证与交存")
  String witness();

  @Message("公布承诺值")
  String commit();

  @Message("公布随机数")
  String reveal();

  @Message("抽取")
  String execute();

  @Message("启封")
  String open();

  @Message("{time} 起")
  String since(String time);

  @Message("{time} 前")
  String until(String time);

  @Message("另一名审批人同意抽取条件")
  String needAgree();

  @Message("审批人，没有经办这次抽取的")
  String byApprover();

  @Message("再指定 {count} 名见证人")
  String needWitnesses(int count);

  @Message("统筹人员；没有账号的由审批人发见证码")
  String byNaming();

  @Message("“{name}”作出承诺")
  String needPromise(String name);

  @Message("“{name}”公布数值")
  String needReveal(String name);

  @Message("本人，在见证页")
  String byHimself();

  @Message("统筹人员的秘密密封交存监督人")
  String needDeposit();

  @Message("统筹人员，在自己的电脑上")
  String byOperator();

  @Message("监督人启封核对并确认")
  String needConfirm();

  @Message("监督人，在自己的电脑上")
  String bySupervisor();

  @Message("公布承诺值")
  String needCommit();

  @Message("统筹人员")
  String byCoordinator();

  @Message("承诺由外部见证方会签，公开满 60 秒")
  String needCosign();

  @Message("自动，每隔几秒看一次")
  String byItself();

  @Message("公布统筹人员的秘密，完成抽取")
  String needSecret();

  @Message("交存秘密的统筹人员；最后一名见证人公布满十分钟，监督人可以代为公布")
  String byOperatorOrSupervisor();

  @Message("录入“{source}”第 {issue} 期号码，两人各录一次且一致（已录 {count} 次）")
  String needNumbers(String source, String issue, int count);

  @Message("两人，其中至少一人没有经手锁定和承诺")
  String byTwo();

  @Message("取得 drand 第 {round} 轮，完成抽取")
  String needBeacon(long round);

  @Message("统筹人员或监督人")
  String byCoordinatorOrSupervisor();

  @Message("启封抽取结果")
  String needOpen();

  @Message("检查组缺 {count} 人：补充人员后补抽检查组")
  String needTeams(int count);

  @Message("{count} 件更换等待另一人决定")
  String needReplacements(int count);

  @Message("审批人，不是提出的人")
  String byAnother();

  @Message("{count} 名执法人员事后应当回避，须更换或由两人决定不更换")
  String needDue(int count);

  @Message("同意以上抽取条件")
  String agreeDo();

  @Message("请先看名单和条件：席位、下限、候补、上限、检查事项。同意以后就不能再作这次抽取的见证人。")
  String agreeHint();

  @Message("指定见证人")
  String nameDo();

  @Message("名义")
  String nameField();

  @Message("将写入承诺，例如 企业代表")
  String nameHint();

  @Message("来自")
  String kindField();

  @Message("账号")
  String accountField();

  @Message(
      "本人用这个账号承诺和公布，照他“待办”页末尾“我的身份”里的账号填；系统不存账号名单，写错也不提示，承诺以前可以解除指定。名录库中的执法人员、计划审批人、监督人不能作见证人。")
  String accountHint();

  @Message("解除指定")
  String releaseDo();

  @Message("发一次性见证码")
  String codeDo();

  @Message("见证码")
  String codeTitle();

  @Message("给没有账号的见证人。一人在一次见证中只能发一个；发码的人不能再作见证人。")
  String codeHint();

  @Message("您已同意抽取条件。您再发见证码或指定见证人，就参与了这次抽取，您的同意不再算数，须由另一名审批人重新同意。")
  String undoesConsent();

  @Message("见证码只在这里显示一次，请当面交给“{name}”本人，不要抄送他人。")
  String codeOnce(String name);

  @Message("他的见证页（码在 # 之后，不会发往服务器）")
  String codeLink();

  @Message("交存密封件")
  String depositDo();

  @Message("不用浏览器的，在自己的电脑上运行下面的命令：它生成秘密、密封给监督人的公钥并交存。用别的程序做好密封件的，填在下面。")
  String depositHow();

  @Message("尚未交存")
  String depositNone();

  @Message("已交存，等待监督人启封核对")
  String depositLaid();

  @Message("已交存，监督人已启封核对")
  String depositConfirmed();

  @Message("统筹人员的秘密")
  String depositHead();

  @Message("秘密的承诺值")
  String operatorCommitment();

  @Message("64 位小写十六进制")
  String hexDigits();

  @Message("密封件")
  String sealedField();

  @Message("监督人公钥")
  String keyField();

  @Message("回执的哈希")
  String receiptHash();

  @Message("确认启封相符")
  String confirmDo();

  @Message("不用浏览器的，在自己的电脑上运行下面的命令：它启封、核对并确认。用别的程序启封的，填在下面。")
  String confirmHow();

  @Message("启封所得秘密的承诺值")
  String openedCommitment();

  @Message("启封所得回执")
  String receipt();

  @Message("公布承诺值")
  String commitDo();

  @Message("公布以后，名单、条件和各人的数都不能再改，只能抽取，或由两人作废。")
  String commitStays();

  @Message("最迟抽取时间")
  String executeBy();

  @Message("北京时间，三十天以内")
  String executeByHint();

  @Message("最迟启封时间")
  String openBy();

  @Message("只在密封抽取时填：启封以前谁也不知道抽中了谁。")
  String openByHint();

  @Message("默认现场见证；用公开彩票或 drand 的，在此填写其一。")
  String sourceHint();

  @Message("改用公开彩票或 drand")
  String otherSource();

  @Message("彩票")
  String lotterySource();

  @Message("期号")
  String lotteryIssue();

  @Message("开奖时间")
  String drawnAt();

  @Message("drand 轮次")
  String drandRound();

  @Message("录入号码")
  String observeDo();

  @Message("照开奖公告填写，号码用空格隔开；另一人须再录一次，一致才能抽取。")
  String observeHint();

  @Message("第 {number} 组：{count} 个，{min} 至 {max}")
  String group(int number, int count, int min, int max);

  @Message("公告上的开奖日期")
  String drawnOn();

  @Message("抽取")
  String executeDo();

  @Message("再录一次并抽取")
  String executeNumbersDo();

  @Message("统筹人员的秘密")
  String secretField();

  @Message("64 位小写十六进制，在封存它的浏览器里，或者在自己的文件里。")
  String secretHint();

  @Message("drand 签名")
  String signature();

  @Message("留空则由本系统去取；取不到时从公开节点粘贴。")
  String signatureHint();

  @Message("启封")
  String openDo();

  @Message("启封以后名单对所有人公开，不能再密封。")
  String openStays();

  @Message("补抽检查组")
  String teamsDo();

  @Message("抽中的检查对象不变；只补抽一次，须重新见证。")
  String teamsHint();

  @Message("每名执法人员本次最多（户）")
  String cap();

  @Message("现在还不能办：{text}")
  String why(String text);

  @Message("现场见证现在还不能公布：{text}")
  String whyCeremony(String text);
}
