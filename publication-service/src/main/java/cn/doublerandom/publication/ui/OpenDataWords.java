package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of open data says; English stands in {@code messages/opendata_en.properties}. */
@MessageBundle("opendata")
public interface OpenDataWords {
  @Message("开放数据")
  String title();

  @Message("公示的计划、抽取和检查结果都可以整批下载，内容与公示页面相同，每次下载都是当时的情况。下载不用登记，也不收费。")
  String what();

  @Message("按年度下载")
  String files();

  @Message("数据")
  String table();

  @Message("内容")
  String holds();

  @Message("下载")
  String download();

  @Message("用表格软件打开请下载 CSV；以 = + - @ 开头的文字前面加了撇号，防止被当作公式。程序读取请用 JSON 或 NDJSON，后者每行一条。")
  String forms();

  @Message("许可")
  String licence();

  @Message(
      "数据按“知识共享 署名 4.0 国际”许可开放：可以复制、分析、再发布，也可以用于商业，只须注明来自哪个检查机关、取自哪一天。公示信息更正或者撤销以后，再发布的也应当随之更正。")
  String licenceWhat();

  @Message("许可全文")
  String licenceText();

  @Message("随时跟进")
  String follow();

  @Message("变更目录：从上次读到的位置接着读，每条公告只在最后一次变更的位置出现一次，不漏也不重。")
  String changesWhat();

  @Message("变更目录")
  String changes();

  @Message("订阅：最近 50 条公告（Atom）。")
  String feedWhat();

  @Message("订阅地址")
  String feed();

  @Message("目录描述：有哪些数据、哪些文件（DCAT-AP，JSON-LD）。")
  String catalogueWhat();

  @Message("目录描述")
  String catalogue();

  @Message("每日快照")
  String snapshots();

  @Message("每天把全部数据存成一个文件，对每一行求哈希、合成一个根，用账本的密钥签名，保留 31 天。留下文件和签名的人，以后可以证明那一天公示了什么。")
  String snapshotsWhat();

  @Message("还没有快照，每天第一次巡查时生成。")
  String noSnapshots();

  @Message("日期")
  String day();

  @Message("行数")
  String lines();

  @Message("根")
  String root();

  @Message("签名")
  String note();

  @Message("自己再算一遍")
  String again();

  @Message(
      "公示页面上的每一个数字都可以只用这些文件重新算出来。下面这个程序只有 60 行，只需要 Java：下载以后运行 java Recompute.java，后面写网站地址和年度，它打印的数字应当与公示页面相同。")
  String againWhat();

  @Message("下载程序")
  String program();

  @Message("各列的含义")
  String columns();

  @Message("列")
  String column();

  @Message("含义")
  String meaning();
}
