package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.VoidedSignatures;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of statements, signatures, keys and reviews; English stands in {@code
 * messages/signing_en.properties}.
 */
@MessageBundle("signing")
public interface SigningWords {
  @Message("核对和签名")
  String title();

  @Message("请检查对象阅读本页。有话要说的，先写陈述，再签名；签名以后再改，签名作废，须重签。")
  String intro();

  @Message("核对码")
  String checkCode();

  @Message("记录哈希值（前 8 位是核对码）")
  String recordHash();

  @Message("核对码由以上全部内容、证据和陈述算出，改一个字就不同：两人的核对码相同，看的才是同一份记录。")
  String recordHashWhy();

  @Message("证据 {count} 份")
  String evidenceCount(long count);

  @Message("当事人陈述")
  String statement();

  @Message("照当事人的话写；没有异议的，写“无异议”。")
  String statementHint();

  @Message("记下陈述")
  String take();

  @Message("{by} 于 {on} 记录")
  String takenBy(String by, LocalDate on);

  @Message("尚未记录陈述。")
  String noStatement();

  @Message("检查对象签名")
  String subject();

  @Message("手写签名")
  String glass();

  @Message("请在框内手写姓名。")
  String glassHint();

  @Message("擦去重写")
  String clear();

  @Message("姓名")
  String signer();

  @Message("不肯说明的，写“拒绝说明”。")
  String unsaid();

  @Message("姓名和笔迹加密保存，不进入账本。")
  String signerHint();

  @Message("身份")
  String signedAs();

  @Message("例如法定代表人、安全负责人。")
  String signedAsHint();

  @Message("签名")
  String sign();

  @Message("本页不能手写（没有脚本）：请用下面两种办法之一。")
  String noGlass();

  @Message("不能手写：见证人在场，录入姓名")
  String typed();

  @Message("记为已签名（有见证人）")
  String typedDo();

  @Message("拒绝签名")
  String refused();

  @Message("写明理由和见证人。记下以后不能改为签名，除非记录变动。")
  String refusedStays();

  @Message("拒绝的理由")
  String refusal();

  @Message("记为拒绝签名")
  String refusedDo();

  @Message("见证人姓名")
  String witness();

  @Message("见证人身份")
  String witnessedAs();

  @Message("例如村（居）委会工作人员、陪同的公安民警。")
  String witnessedAsHint();

  @Message("{#when value}{#is GLASS}手写签名{#is TYPED}见证人在场录入姓名{#is REFUSED}拒绝签名{/when}")
  String wayOf(SubjectSignature.Way value);

  @Message("{way}：{as}，{on}，{by} 在场")
  String subjectLine(String way, String as, LocalDate on, String by);

  @Message("理由：{why}；见证人：{as}")
  String refusedLine(String why, String as);

  @Message("见证人：{as}")
  String witnessedLine(String as);

  @Message("{signer}{#if witness}；见证人 {witness}{/if}")
  String sheetLine(String signer, String witness);

  @Message("签名页")
  String sheet();

  @Message("手写的签名")
  String strokes();

  @Message("执法人员签名")
  String officers();

  @Message("{on} 用密钥 {key} 签名")
  String signedByKey(LocalDate on, String key);

  @Message("{on} 输入核对码后签名")
  String signedByAccount(LocalDate on);

  @Message("尚未签名")
  String unsigned();

  @Message("已签名")
  String signed();

  @Message("输入核对码")
  String digits();

  @Message("照上面的 8 位输入，表示您签的就是这份记录。您没有登记签名密钥。")
  String digitsHint();

  @Message("本人签名")
  String signMine();

  @Message("用本机的密钥 {key} 签名。")
  String byKey(String key);

  @Message("您登记的密钥 {key} 不在这部手机上：请在存有密钥的手机上签名；手机遗失的，先注销密钥。")
  String keyElsewhere(String key);

  @Message("用密钥签名需要脚本；本页没有脚本，请换一个浏览器。")
  String keyNeedsScript();

  @Message("签名密钥")
  String keys();

  @Message("登记以后，签检查记录就用这个密钥（Ed25519，浏览器没有的用 P-256）。密钥在本机生成，私钥不离开本机；换手机的，先注销再登记。不登记的，签名时输入核对码。")
  String keysWhy();

  @Message("您的账号没有登记签名密钥。")
  String noKey();

  @Message("密钥编号")
  String keyId();

  @Message("公钥")
  String publicKey();

  @Message("在本机生成并登记")
  String enrol();

  @Message("密钥存在这部手机上。")
  String keyHere();

  @Message("密钥不在这部手机上。")
  String keyNotHere();

  @Message("生成密钥需要脚本和 https；本页没有，签名时请输入核对码。")
  String enrolNeedsScript();

  @Message("这个浏览器不能生成签名密钥，签名时请输入核对码。")
  String enrolNotHere();

  @Message("注销密钥")
  String revoke();

  @Message("注销以后这个密钥不能再签名；以前的签名仍然有效。")
  String revokeStays();

  @Message("账号")
  String account();

  @Message("理由")
  String reason();

  @Message("注销他人的密钥")
  String revokeOther();

  @Message("作废的签名")
  String voided();

  @Message("{#when why}{#is ANSWER}{by} 重新作答{#is STATEMENT}{by} 改记陈述{/when}，以下签名作废：{who}（{hash}…）")
  String voidedLine(VoidedSignatures.Why why, String by, String who, String hash);

  @Message("检查对象")
  String theSubject();

  @Message("签名不齐，还不能录入：{who}")
  String missing(String who);

  @Message("还没有签名：{who}。录入结果以后不能再签。")
  String missingStill(String who);

  @Message("依据：{clause}")
  String clause(String clause);

  @Message("去核对和签名")
  String go();

  @Message("签名已齐。")
  String complete();

  @Message("确认和审核")
  String review();

  @Message("{#when value}{#is LEADER}组长或者负责人确认{#is LEGAL}法制审核{/when}")
  String stepOf(ReviewStep.By value);

  @Message("{by} 于 {on}{#if opinion}：{opinion}{/if}")
  String passedBy(String by, LocalDate on, String opinion);

  @Message("待办理")
  String waiting();

  @Message("{by} 于 {on} 录入结果")
  String recordedBy(String by, LocalDate on);

  @Message("确认结果")
  String confirm();

  @Message("确认以前请核对每一项结论、依据和处置措施。")
  String confirmWhy();

  @Message("退回检查组")
  String giveBack();

  @Message("退回以后检查组重新作答、签名、录入；这次录入仍然留存。")
  String giveBackStays();

  @Message("审核意见")
  String opinion();

  @Message("通过法制审核")
  String pass();

  @Message("{by} 于 {on} 退回（{step}）：{why}")
  String returnedLine(String by, LocalDate on, String step, String why);

  @Message("改正哪一项，就打开那一项重新作答；改完重新签名、录入。")
  String returnedWhy();

  @Message("已录入，等待确认或者审核，此前不公示。")
  String inReview();

  @Message("记下当事人陈述")
  String statementTaken();

  @Message("检查对象：{way}")
  String subjectSigned(String way);

  @Message("{who} 签名（{hash}…）")
  String officerSigned(String who, String hash);

  @Message("签名作废：{who}")
  String signaturesVoided(String who);

  @Message("{step}：同意")
  String reviewGiven(String step);

  @Message("确认、审核完毕，结果确定")
  String resultReviewed();

  @Message("暂缓公示")
  String resultHeld();

  @Message("解除暂缓公示")
  String holdLifted();

  @Message("{step}：退回")
  String resultReturned(String step);
}
