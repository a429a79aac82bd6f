package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What 公示账本 says on its pages; English stands in {@code messages/noticelog_en.properties}. */
@MessageBundle("noticelog")
public interface NoticeLogWords {
  @Message("公示账本")
  String title();

  @Message("这份公告在公示账本中的位置")
  String standing();

  @Message("计划、实施方案、抽取和检查结果的每一版，还另记在一本人人可以核对的账本里：")
  String beside();

  @Message(
      "公告每公示、调整、更正、撤销一次，每次抽取作出承诺，都在这本账本里记一条：是哪一份公告、第几版、什么时候、内容的哈希值是多少。账本只增加、不修改，定时签名，并请单位以外的见证人会签。谁事后改动、删除或者补进一份公告，都与已经签过名的账本不符。账本里没有公告的内容：撤销了的内容不会留在这里。")
  String what();

  @Message("现在")
  String now();

  @Message("条数")
  String leaves();

  @Message("根")
  String root();

  @Message("见证人会签")
  String cosigned();

  @Message("{count} 个")
  String cosignedBy(Object count);

  @Message("检查点")
  String checkpoint();

  @Message("打开文件")
  String asFile();

  @Message("签名")
  String signature();

  @Message("公钥")
  String key();

  @Message("还没有签过名，有公告以后一分钟内就有。")
  String notYet();

  @Message("核对一份公告")
  String checkOne();

  @Message(
      "核对程序只需要 Java：verifier.jar 由本系统公开的源代码编译（verifier 模块，不用别的库），也可以向发布单位索取；抽取公告的验证包里的 verify.py、verify.mjs 只核对抽取。给它公告的网址、打印成 PDF 的公告页面，或者保存下来的证明文件，它说出这份公告在账本第几条，或者指明什么地方不对。公钥要与检查机关在别处公布的比较。")
  String checkOneWhat();

  @Message("看住整本账本")
  String watch();

  @Message("任何人都可以当监督人：每天运行一次下面的命令，它读完整本账本，重算每一个哈希值，并且记住这次看到的检查点，下次与它比较。")
  String watchWhat();

  @Message("NOTICE_TILE：某一个分块被改动，写明是哪一块、第几条。")
  String watchTile();

  @Message("NOTICE_OLDER：账本比以前见过的短，有人退回去了。")
  String watchOlder();

  @Message("NOTICE_SPLIT：以前见过的不是它的开头，不同的人看到的不是同一本账本。")
  String watchSplit();

  @Message("遇到其中一种，请留下两份检查点：两份都有签名，就是证据。")
  String watchSay();

  @Message("格式")
  String form();

  @Message(
      "账本按 C2SP 的 tlog-tiles、tlog-checkpoint 和 tlog-cosignature 提供，哈希按 RFC 6962。每条是下面这样的一行文字（不含换行），分块的地址永久不变。")
  String formWhat();

  @Message("公告")
  String notice();

  @Message("版本")
  String version();

  @Message("后面还有新的版本")
  String isLater();

  @Message("位置")
  String leaf();

  @Message("第 {number} 条，共 {size} 条")
  String leafOf(Object number, Object size);

  @Message("账本中的一行")
  String line();

  @Message("证明")
  String proof();

  @Message("这一版的内容不再公开，账本里只留下它的哈希值。")
  String noContent();

  @Message("这份公告的每一版")
  String versions();

  @Message("种类")
  String kind();

  @Message(
      "{#switch code}{#case 'plan'}抽查工作计划{#case 'programme'}实施方案{#case 'bulletin'}通报{#case 'commitment'}抽取前的承诺{#case 'draw'}抽取{#case 'result'}检查结果{#else}{code}{/switch}")
  String kindOf(String code);

  @Message("第几条")
  String number();

  @Message("用程序核对")
  String byProgram();

  @Message("自己动手核对")
  String byHand();

  @Message("对这一版的内容求 SHA-256，应当等于那一行最后的哈希值。")
  String handContent();

  @Message("内容")
  String content();

  @Message("在那一行前面加一个零字节，求 SHA-256，就是叶子的哈希值。")
  String handLeaf();

  @Message("从叶子开始，依次与下面的哈希值合并（前面加字节 01，左边在前），最后应当等于根（RFC 6962 第 2.1.1 节）。")
  String handPath();

  @Message("途中的哈希值")
  String path();

  @Message("根写在检查点里，用公钥核对签名。")
  String handSigned();

  @Message(
      "表中是各环节传来的检查点，每环节每小时至多一行；“最新检查点”比表中的新。公示环节自己的账本（所有公告所在）不在表中：它记下别人的检查点，记自己的就没有完。它的检查点随时可以在下面取得。")
  String ownAnchor();

  @Message("公示")
  String ownLedger();
}
