package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What pages say where the operator's secret is sealed to the supervisor and opened again; English
 * stands in {@code messages/keeper_en.properties}.
 */
@MessageBundle("keeper")
public interface KeeperWords {
  @Message("监督人钥匙")
  String keys();

  @Message("抽取用的秘密由统筹人员封给监督人保管：统筹人员到时不公布的，由监督人代为公布。封存和启封都在各人自己的浏览器里完成，钥匙的秘密一半不发往服务器。")
  String keysWhy();

  @Message("还没有监督人登记钥匙。")
  String noKeys();

  @Message("监督人登记以后，统筹人员才能封存秘密。")
  String noKeysWhy();

  @Message("登记人")
  String owner();

  @Message("登记日期")
  String on();

  @Message("公钥")
  String publicKey();

  @Message("在用")
  String newest();

  @Message("生成钥匙并登记")
  String make();

  @Message("没有登记成，请再按一次；仍不成的，请更换浏览器。")
  String makeFailed();

  @Message("这把钥匙在本浏览器里。换电脑、清除浏览数据以前请留好备份。")
  String here();

  @Message("显示备份")
  String backup();

  @Message("以下两行是钥匙本身，谁拿到谁就能启封：请抄写或打印后密封保管，不要发送。")
  String backupHint();

  @Message("本浏览器里没有您的钥匙。可以取回备份，或者登记一把新的。")
  String notHere();

  @Message("备份的两行")
  String copy();

  @Message("取回备份")
  String takeBack();

  @Message("备份应为两行，每行 64 位小写十六进制。")
  String noCopy();

  @Message(
      "本浏览器不能生成、使用这种钥匙：须用 https 地址或在本机打开，并用较新的浏览器（Chrome 或 Edge 133、Firefox 130、Safari 17 以上）。也可以用程序办理，见“用程序办理”。")
  String incapable();

  @Message("须启用脚本；也可以用程序办理，见“用程序办理”。")
  String script();

  @Message("用程序办理")
  String byProgram();

  @Message("按下以后，本浏览器生成您的秘密，封给监督人“{name}”的钥匙并交存。秘密留在本浏览器，公布时自动填入：抽取完成以前请不要清除浏览数据，也不要换电脑。")
  String sealHow(String name);

  @Message("生成秘密并封存交存")
  String seal();

  @Message("本浏览器里已有这次抽取的秘密，再次交存用的是同一个。")
  String sealAgain();

  @Message("没有封存成，请再按一次；仍不成的，请更换浏览器。")
  String sealFailed();

  @Message("还没有监督人登记钥匙，请先由监督人在“监督人钥匙”页登记，再回到这里封存。")
  String keyFirst();

  @Message("按下以后，本浏览器用您的钥匙启封，核对是否与承诺相符并确认。启封所得留在本浏览器：统筹人员在最后一名见证人之后十分钟仍不公布的，由您在这里代为公布。")
  String openHow();

  @Message("启封核对并确认")
  String open();

  @Message("本浏览器里没有封存所用的那把钥匙。请到登记它的电脑上办理，或者在“监督人钥匙”页取回备份；都不成的，登记一把新钥匙，请统筹人员重新交存。")
  String noKey();

  @Message("启不开，或者里面与承诺不符：不要确认，请统筹人员重新交存。")
  String openFailed();

  @Message("已由本浏览器填入，请直接按下面的按钮。")
  String filled();

  @Message("抽取用的秘密在本浏览器里，公布承诺值以后由它填入。")
  String secretHere();

  @Message("本浏览器里没有“{name}”交存的秘密：公布承诺值以后要用它才能抽取。")
  String secretLost(String name);

  @Message(
      "请先到交存时用的浏览器里办理，或者把秘密（保存在自己文件里的也可以）填在下面。都没有的，公布以后只能等最后一名见证人公布满十分钟，由监督人代为公布；监督人那里也没有的，这一轮就只能作废：公布以前请先问监督人。")
  String secretLostHow();

  @Message("这不是交存的那个秘密，承诺值不同。")
  String secretOther();

  @Message("核对并存入本浏览器")
  String keepSecret();

  @Message("秘密不在这里，仍要公布承诺值")
  String withoutSecret();

  @Message("已经指定了见证人：随机数由见证人产生，不能再改用公开彩票或 drand。")
  String sourceGone();

  @Message("监督人登记钥匙")
  String needKey();

  @Message("监督人，在“监督人钥匙”页")
  String bySupervisorsKeys();

  @Message("公布承诺值，用公开彩票或 drand：上一轮见证没有完成而作废，本轮不能再指定见证人")
  String needPublicSource();

  @Message("演练单位不对外：没有账号的人打不开见证页，这里不发见证码，见证人都用账号。")
  String codePractice();
}
