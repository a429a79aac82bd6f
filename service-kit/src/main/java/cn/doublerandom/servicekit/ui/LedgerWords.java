package cn.doublerandom.servicekit.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the ledger says; English stands in {@code messages/ledger_en.properties}. */
@MessageBundle("ledger")
public interface LedgerWords {
  @Message("账本：{service}")
  String ledgerOf(String service);

  @Message(
      "{#switch service}{#case 'registry'}一单两库{#case 'draw'}计划和抽取{#case 'insp"
          + "ection'}检查{#case 'publication'}公示{#else}{service}{/switch}")
  String serviceOf(String service);

  @Message("每一件办理的事都记在账本里，只添不改。账本隔一会儿签一次检查点：有多少条、全部内容的根哈希；外部见证看过以后也签名。从此谁改了、删了、插了一" + "条，检查点就对不上。")
  String what();

  @Message("还没有检查点")
  String none();

  @Message("第一件事记入账本以后几秒内签出第一个。")
  String noneWhy();

  @Message("再看一次")
  String refresh();

  @Message("检查点中的条数")
  String size();

  @Message("账本共 {all} 条")
  String sizeOf(String all);

  @Message("外部见证签名")
  String witnesses();

  @Message("本检查点")
  String witnessesOf();

  @Message("最近的检查点")
  String latest();

  @Message("根哈希")
  String root();

  @Message("签发")
  String sealed();

  @Message("本部分签名")
  String signedBy();

  @Message("见证签名")
  String seenBy();

  @Message("还没有；见证没有应答时，账本照常，签名随后补上。")
  String nobody();

  @Message("检查点原文")
  String note();

  @Message("怎样核对")
  String howTo();

  @Message("把检查点原文存到自己手里（另存或打印）。以后任何一个检查点都必须以它为开头。")
  String keep();

  @Message("打开检查点原文")
  String keepAct();

  @Message("和见证手里的比：条数相同，根哈希必须相同。")
  String compare();

  @Message("某一条在不在账本里：在抽取的“经过”中点“事件”，得到从这一条到根哈希的证明（RFC 6962）。")
  String entry();

  @Message("全部重算：导出公开账本，在自己的电脑上运行核对程序。")
  String whole();

  @Message("公示中的检查点")
  String anchors();
}
