package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.revisit.SampleSummary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages say of revisits; English stands in {@code messages/revisit_en.properties}. */
@MessageBundle("revisit")
public interface RevisitWords {
  @Message("回头看")
  String title();

  @Message("任务的检查全部结束以后，随机抽取几户，由没有参加过的人再看一次；抽中谁，谁也不能事先知道。")
  String why();

  @Message("我的回头看")
  String mine();

  @Message("您没有参加过这些检查。请照现场情况逐项录入；两人都确认以后，才显示第一次的结果。")
  String mineWhy();

  @Message("还没有回头看")
  String none();

  @Message("任务的检查结果全部确定以后，由督导人员抽取。")
  String noneWhy();

  @Message("检查任务")
  String toVisits();

  @Message("任务")
  String task();

  @Message("计划编号-任务编号，例如 2023001-001。")
  String taskHint();

  @Message("抽取几户")
  String size();

  @Message("锁定名单")
  String freeze();

  @Message("抽取回头看")
  String takeOne();

  @Message("锁定这项任务已经结束的全部检查。锁定的人办理抽取，另外至少两人各用自己的账号见证；抽取以后不能重抽。")
  String takeWhy();

  @Message("状态")
  String state();

  @Message("户数")
  String number();

  @Message("已确认")
  String confirmed();

  @Message("抽取编号")
  String sampleId();

  @Message("锁定")
  String frozen();

  @Message("见证人")
  String witnesses();

  @Message("已公布")
  String revealed();

  @Message("承诺值")
  String commitHash();

  @Message("抽取期限")
  String executeBy();

  @Message("种子")
  String seed();

  @Message("结果哈希值")
  String resultHash();

  @Message("下载验证文件")
  String bundle();

  @Message("用 ./suite verify 或者公示门户的验证页面核对，与抽取相同。")
  String bundleWhy();

  @Message("等待至少两名见证人作出承诺。")
  String waitsForPromises();

  @Message("等待见证人公布。")
  String waitsForReveals();

  @Message("作出承诺")
  String promise();

  @Message("在这台设备上选一个数字或者一句话，先交它的哈希值，公布以前谁也看不到。")
  String promiseWhy();

  @Message("我选的数字或者话（留空则随机）")
  String own();

  @Message("生成")
  String make();

  @Message("请抄下来保存，公布时要用；这台设备也保存一份。")
  String keep();

  @Message("内容")
  String value();

  @Message("随机码")
  String nonce();

  @Message("哈希值")
  String commitment();

  @Message("64 个十六进制字符。可以用自己的程序算，写法见抽取规程第 4 节，名字是您的账号：{account}")
  String commitmentHint(String account);

  @Message("公布承诺值")
  String commit();

  @Message("生成一个秘密，交它的哈希值；见证人都公布以后，由您最后公布秘密，抽取即完成。")
  String commitWhy();

  @Message("秘密的哈希值")
  String operatorCommitment();

  @Message("公布")
  String reveal();

  @Message("抽取")
  String draw();

  @Message("秘密")
  String secret();

  @Message("已经填入这台设备保存的内容。")
  String filled();

  @Message("没有脚本时，请用自己的程序计算。")
  String script();

  @Message("作废")
  String giveUp();

  @Message("作废以后可以重新锁定名单；这一次和理由一直保留。")
  String giveUpStays();

  @Message("理由")
  String reason();

  @Message("抽中的检查")
  String drawn();

  @Message("检查对象")
  String subject();

  @Message("第一次")
  String firstTeam();

  @Message("回头看小组")
  String team();

  @Message("结果")
  String result();

  @Message("一致程度")
  String agreement();

  @Message("同一事项的结果代码相同为一致。两次之间情况可能已经变化，不一致不等于走形式。")
  String agreementWhy();

  @Message("一致事项")
  String agreed();

  @Message("占比")
  String share();

  @Message("95% 区间")
  String interval();

  @Message("等待录入")
  String toRecord();

  @Message("等待另一人确认")
  String toConfirm();

  @Message("已录入")
  String recorded();

  @Message("地址")
  String address();

  @Message("结果代码")
  String codes();

  @Message("说明")
  String note();

  @Message("发现问题的，写明看到什么。")
  String noteHint();

  @Message("保存这一项")
  String save();

  @Message("确认")
  String confirm();

  @Message("请核对下面的录入。确认以后不能改动，并与第一次的结果比较。")
  String confirmWhy();

  @Message("另一人正在录入，录完以后由您确认。")
  String otherRecords();

  @Message("您已录入，等待小组的另一人确认。")
  String waitsForOther();

  @Message("两次结果")
  String both();

  @Message("{size} 户，从 {closed} 户中")
  String sizeOf(int size, int closed);

  @Message("{confirmed}/{size} 户")
  String confirmedOf(int confirmed, int size);

  @Message("{by} 于 {on}")
  String frozenLine(String by, LocalDate on);

  @Message("{agreed}/{compared} 项一致")
  String agreedOf(int agreed, int compared);

  @Message("{recorded}/{all} 项")
  String recordedOf(int recorded, int all);

  @Message("第一次 {first}，回头看 {again}")
  String bothOf(String first, String again);

  @Message("作废，理由：{reason}")
  String voidedFor(String reason);

  @Message(
      "{#when value}{#is FROZEN}名单已锁定{#is COMMITTED}承诺值已公布{#is DRAWN}已抽取{#is VOIDED}已作废{/when}")
  String phaseOf(SampleSummary.Phase value);
}
