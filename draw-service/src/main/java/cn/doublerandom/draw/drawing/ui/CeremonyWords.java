package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the wall and the pages of the witnesses say; English stands in {@code
 * messages/ceremony_en.properties}.
 */
@MessageBundle("ceremony")
public interface CeremonyWords {
  @Message("实时")
  String live();

  @Message("与服务器断开，正在重连")
  String lost();

  @Message("本页会自己更新；没有脚本时请点“刷新”。")
  String noScript();

  @Message("刷新")
  String refresh();

  @Message("上一屏")
  String before();

  @Message("下一屏")
  String next();

  @Message("暂停")
  String pause();

  @Message("继续")
  String play();

  @Message("{time}")
  String heard(String time);

  @Message("名单已锁定")
  String frozen();

  @Message("{count} 户")
  String households(int count);

  @Message("其中可抽 {count} 户")
  String mayBeDrawn(int count);

  @Message("名单的哈希")
  String root();

  @Message("见证人承诺")
  String witnesses();

  @Message("已承诺")
  String hasPromised();

  @Message("等待")
  String hasNotPromised();

  @Message("承诺值已公布")
  String committed();

  @Message("见证人公布")
  String reveals();

  @Message("已公布")
  String hasRevealed();

  @Message("等待")
  String hasNotRevealed();

  @Message("等待外部见证方会签")
  String awaitsOutside();

  @Message("{time} 起公布")
  String revealFrom(String time);

  @Message("{#when kind}{#is 'LOTTERY'}{name} 第 {issue} 期{#else}drand 第 {issue} 轮{/when}")
  String source(String kind, String name, String issue);

  @Message("{time} 产生")
  String speaksFrom(String time);

  @Message("随机种子")
  String seed();

  @Message("抽中 {stratum} {first}–{last} / {all}")
  String names(String stratum, int first, int last, int all);

  @Message("检查组 {first}–{last} / {all}")
  String teams(int first, int last, int all);

  @Message("已抽取，结果密封")
  String sealed();

  @Message("抽取 {count} 户")
  String sealedCount(int count);

  @Message("密封值")
  String sealedHash();

  @Message("本轮已作废")
  String voided();

  @Message("我的见证")
  String mineTitle();

  @Message("现在没有要您见证的抽取")
  String mineNone();

  @Message("组织者指定您的账号以后，这里会列出；用见证码的，请打开当面给您的链接。")
  String mineNoneWhy();

  @Message("见证 {id}")
  String title(String id);

  @Message("您的数只有您知道：先交出它的承诺（哈希），承诺值公布满一分钟以后再公布数本身。谁也不能替您做。")
  String intro();

  @Message("这次抽取不再需要见证人办什么。")
  String over();

  @Message("这一轮抽取已作废，您不用再做什么。")
  String past();

  @Message("作废的理由和经过，公示页上都有")
  String pastWhere();

  @Message("您的账号不是这次抽取的见证人。")
  String notMine();

  @Message("这次抽取没有凭见证码的见证人；有账号的请先登录。")
  String noCodes();

  @Message("登录")
  String signIn();

  @Message(
      "{#when value}{#is 'PROMISE'}请作出承诺{#is 'PROMISED'}已承诺，等待承诺值公布{#is 'WAIT'}承诺值已公布，还不能公布数{#is 'REVEAL'}现在请公布您的数{#else}已公布{/when}")
  String stage(String value);

  @Message("{time} 起可以公布")
  String waitFrom(String time);

  @Message("等待外部见证方会签承诺，然后满 60 秒")
  String waitOutside();

  @Message("以谁的名义")
  String by();

  @Message("见证码")
  String code();

  @Message("当面给您的 16 位，字母大小写、连字符都可以。")
  String codeHint();

  @Message("当面给您的 16 位，字母大小写、连字符都可以。公布时还要再填一次，请收好。")
  String codeTwice();

  @Message("第一步：选一个数")
  String make();

  @Message("掷骰子、写几个字母或数字都可以；留空则由本机取一个随机数。它只保存在这个浏览器里，公布以前不发送。")
  String makeHint();

  @Message("我的数")
  String ownValue();

  @Message("生成承诺")
  String makeDo();

  @Message("请把两项都抄下来收好，公布时还要用；换了手机或清了浏览器就只剩这张纸：")
  String keep();

  @Message("数")
  String keptValue();

  @Message("附加码")
  String keptNonce();

  @Message("承诺（哈希）")
  String commitment();

  @Message("64 位小写十六进制。没有脚本时，请用 ./suite witness promise 或自己计算。")
  String commitmentHint();

  @Message("作出承诺")
  String promiseDo();

  @Message("公布我的数")
  String revealTitle();

  @Message("附加码")
  String nonce();

  @Message("32 位小写十六进制，承诺时抄下的。")
  String nonceHint();

  @Message("数")
  String value();

  @Message("已从这个浏览器取回您承诺时的数，请核对后公布。")
  String filled();

  @Message("公布")
  String revealDo();

  @Message("这个数算出的承诺与您承诺过的不同。")
  String mismatch();

  @Message("我的承诺")
  String myPromise();

  @Message("状态有变化")
  String changed();

  @Message("打开")
  String open();

  @Message("您的数在这个浏览器里，公布时自动填好。")
  String here();

  @Message("这个浏览器里没有您承诺时的数，公布时要用它。")
  String lostNumber();

  @Message(
      "在另一部手机或另一个浏览器里作的承诺，到那里办理；抄在纸上的，把数和附加码填在下面。都没有的，现在就告诉统筹人员：承诺值公布以前可以解除指定，您再承诺一次；公布以后就不行了。")
  String lostBefore();

  @Message("在另一部手机或另一个浏览器里作的承诺，到那里办理；抄在纸上的，把数和附加码填在下面。都没有的，告诉统筹人员：这一轮只能由两人作废。")
  String lostAfter();

  @Message("核对并存入这个浏览器")
  String keepHere();

  @Message("不用本页生成的，自己填承诺（哈希）")
  String byHand();

  @Message("需要脚本才能在这里生成；没有脚本也可以承诺和公布，见下。")
  String script();
}
