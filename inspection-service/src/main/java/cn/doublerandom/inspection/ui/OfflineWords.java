package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.phone.PhoneStep;
import cn.doublerandom.inspection.visit.SubjectSignature;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages say of working without network; English stands in {@code
 * messages/offline_en.properties}.
 */
@MessageBundle("offline")
public interface OfflineWords {
  @Message("离线检查")
  String title();

  @Message("没有网络也能检查：在手机上打开离线检查")
  String go();

  @Message("联网的页面")
  String online();

  @Message("离线检查需要脚本；没有脚本的，请用联网的页面。")
  String noScript();

  @Message("这部手机不能离线检查：须用 https 打开本站，浏览器须有 Service Worker、IndexedDB 和 WebCrypto。请用联网的页面。")
  String insecure();

  @Message("本页已经存在手机上，断网也能打开。")
  String ready();

  @Message("浏览器没有答应长期保存：手机空间不足时草稿可能丢失，请尽快联网上传。")
  String notLasting();

  @Message("还没有步骤。")
  String nothing();

  @Message("# 步待上传。")
  String waitingSteps();

  @Message("# 步都已上传。")
  String sent();

  @Message("# 个事项两人回答不同，须决定。")
  String conflicting();

  @Message("都已上传，检查记录已经形成；本机的草稿已经清除。")
  String settled();

  @Message("还在等：#。")
  String waitsForThem();

  @Message("现在没有网络，有网络时自动上传。")
  String noNetwork();

  @Message("登录已经过期：请重新登录，草稿仍在本机。")
  String signIn();

  @Message("这部手机不能保存草稿：")
  String broken();

  @Message("未检查")
  String open();

  @Message("没有回答的事项由另一名执法人员在他的手机上回答。")
  String rest();

  @Message("结束以后本机不再回答事项；联网上传以后，两人的记录合并。")
  String endWhy();

  @Message("结束检查")
  String end();

  @Message("检查记录")
  String record();

  @Message("事项没有全部在本机回答，或者检查已经联网开始：请上传以后联网签名。")
  String notWhole();

  @Message("本机没有您的签名密钥：在现场没有网络时不能签名。请出门以前联网登记，再打开本页。")
  String keyless();

  @Message("确认码与另一部手机的不符：请核对两部手机上的核对码，再输入一次；或者请另一人联网点「同意结束检查」。")
  String secondDiffers();

  @Message("等您同意结束：请联网打开这次检查，看过结论，点「同意结束检查」。")
  String waitsForYou();

  @Message("这个文件已经为这一项保存过，没有再存一份。")
  String alreadyTaken();

  @Message("{count} 项两部手机的回答不同，检查停在这里：请打开「离线步骤」，选一个回答。")
  String differing(int count);

  @Message("本机没有您的签名密钥，不能离线签名；联网时可以登记。")
  String noKey();

  @Message("本机记录的核对码")
  String digits();

  @Message("已经用本机的密钥签名。")
  String signed();

  @Message("另一名执法人员确认")
  String second();

  @Message("他看过上面的记录，在自己的手机上输入这个核对码，再把他手机上显示的 6 个字符输入这里。")
  String secondWhy();

  @Message("谁确认")
  String secondOf();

  @Message("他手机上的 6 个字符")
  String secondCode();

  @Message("记下确认")
  String secondDo();

  @Message("另一名执法人员的确认已经记下，上传以后核对。")
  String seconded();

  @Message("给另一部手机读的记录二维码")
  String recordCode();

  @Message("用摄像头读他的确认码")
  String scanCode();

  @Message("用摄像头读另一部手机上的记录")
  String scanRecord();

  @Message("已经读到记录，两部手机的核对码相同再签名")
  String hasRead();

  @Message("确认另一部手机上的记录")
  String confirm();

  @Message("先在另一部手机上看过记录。摄像头不能用的，输入那里显示的核对码；整份记录联网以后再签名。")
  String confirmWhy();

  @Message("另一部手机上的核对码")
  String confirmDigits();

  @Message("显示确认码")
  String confirmDo();

  @Message("在另一部手机上输入")
  String confirmCode();

  @Message("（尚无）")
  String confirmNone();

  @Message("记下这一项")
  String keep();

  @Message("返回检查")
  String back();

  @Message("离线步骤")
  String steps();

  @Message("没有网络时在手机上做的每一步，写明手机上的时间和收到的时间。计算期限用“计为”：不早于手机最后联网，不晚于收到。")
  String stepsWhy();

  @Message("没有离线步骤。")
  String none();

  @Message("执法人员")
  String who();

  @Message("步骤")
  String what();

  @Message("手机上的时间")
  String claimed();

  @Message("计为")
  String counts();

  @Message("收到")
  String received();

  @Message("用这个回答")
  String decide();

  @Message("两名执法人员的回答")
  String which();

  @Message("理由")
  String reason();

  @Message("联网回答")
  String byNetwork();

  @Message("# 份证据待上传。")
  String waitingFiles();

  @Message("回避申请还没有决定，或者回避的人还没有替换，不能开始检查。决定以后，请在有网络的地方重新打开这一页。")
  String held();

  @Message("证据 # MB 存在本机，上传以后清除；手机还能存约 # MB。")
  String room();

  @Message("手机空间不足，这份证据没有保存：请删去手机上的其他文件，或者先联网上传。")
  String full();

  @Message("拍照取证")
  String take();

  @Message("照片、录像、录音或者 PDF，每份至多 20 MB，存在本机，联网时上传。上传以前可以删去。")
  String takeHint();

  @Message("# kB，哈希值 #…")
  String fileKept();

  @Message("删去")
  String takeBack();

  @Message("请填写：#")
  String fillIn();

  @Message(
      "{#when value}{#is GLASS}检查对象已经在本机手写签名，上传以后核对。{#is TYPED}检查对象的签名（有见证人）已经记在本机，上传以后核对。"
          + "{#is REFUSED}检查对象拒绝签名，已经记在本机，上传以后核对。{/when}")
  String subjectBy(SubjectSignature.Way value);

  @Message("{item}：两人回答不同")
  String conflictOf(String item);

  @Message("还在等：{who}")
  String waitsFor(String who);

  @Message("{who}：{codes}{#if note}；{note}{/if}")
  String answerOf(String who, String codes, String note);

  @Message(
      "{#when value}{#is ARRIVED}到场{#is CHECKED}回答事项{#is EVIDENCED}取证{#is ENDED}结束检查{#is STATED}当事人陈述{#is SUBJECT_SIGNED}检查对象签名或者拒绝签名{#is CONFIRMED}确认另一部手机上的记录"
          + "{#is SECONDED}记下另一名执法人员的确认码{#is SIGNED}用密钥签名{/when}")
  String kindOf(PhoneStep.Kind value);
}
