package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages say of case files; English stands in {@code messages/casefile_en.properties}. */
@MessageBundle("casefile")
public interface CaseWords {
  @Message("卷宗")
  String title();

  @Message("每次抽取一份卷宗；最近的抽取在前。")
  String listWhy();

  @Message("还没有卷宗")
  String none();

  @Message("抽取以后有了检查任务，卷宗就在这里。")
  String noneWhy();

  @Message("抽取编号")
  String draw();

  @Message("状态")
  String state();

  @Message("检查")
  String visits();

  @Message("最早到期")
  String due();

  @Message("保管至")
  String keptUntil();

  @Message("已归档")
  String archived();

  @Message("办理中")
  String open();

  @Message("待齐材料")
  String papersLeft();

  @Message("还缺什么")
  String missing();

  @Message("材料齐全，可以归档。")
  String nothingMissing();

  @Message("目录")
  String index();

  @Message("检查对象")
  String visit();

  @Message("检查材料（由系统打印）")
  String printed();

  @Message("审批表")
  String approval();

  @Message("通知书")
  String notice();

  @Message("笔录")
  String record();

  @Message("结果")
  String result();

  @Message("证据目录")
  String evidence();

  @Message("全部")
  String all();

  @Message("扫描件")
  String scans();

  @Message("还没有扫描件入卷。")
  String noScans();

  @Message("材料")
  String paper();

  @Message("签字")
  String signatures();

  @Message("哈希值")
  String hash();

  @Message("扫描件没有上传，只有哈希值")
  String noScan();

  @Message("扫描件入卷")
  String fileOne();

  @Message("系统里已经签名、送达的，不必再入卷；只有在纸上签的才需要。")
  String fileWhy();

  @Message("哪一种材料")
  String kind();

  @Message("检查对象")
  String subject();

  @Message("抽取记录、培训记录不选。")
  String subjectHint();

  @Message("（整次抽取）")
  String wholeDraw();

  @Message("材料名称")
  String paperTitle();

  @Message("扫描件")
  String file();

  @Message("PDF、JPEG 或者 PNG，20 MB 以内。")
  String fileHint();

  @Message("请选择扫描件。")
  String noFile();

  @Message("上面已有谁的签字")
  String signed();

  @Message("本人")
  String signedMyself();

  @Message("检查对象")
  String signedBySubject();

  @Message("见证人")
  String witness();

  @Message("负责人")
  String leader();

  @Message("盖章单位")
  String seal();

  @Message("检查对象拒绝签字的理由")
  String refusal();

  @Message("归档")
  String archive();

  @Message("归档以后不能再增换材料；系统打印全部检查材料，连同扫描件和目录封存，哈希值记入账本。")
  String archiveStays();

  @Message("下载封存的材料（ZIP，不含扫描件）")
  String bundle();

  @Message("封存卷宗的哈希值")
  String bundleHash();

  @Message("这份卷宗在有封存卷宗以前归档，没有封存文件。")
  String noBundle();

  @Message("SHA-256")
  String sha();

  @Message(
      "{#when value}{#is DRAW_RECORD}抽取记录{#is TRAINING}检查前培训记录{#is NOTICE}行政检查通知书{#is RECORD}现场检查笔录{/when}")
  String paperOf(PaperKind value);

  @Message(
      "{#when value}{#is WITNESS}见证人{#is LEADER}负责人{#is INSPECTOR}执法人员{#is SUBJECT}检查对象{#is SEAL}单位盖章{/when}")
  String roleOf(Signature.Role value);

  @Message("{recorded}/{visits} 户结果已定")
  String recordedOf(int recorded, int visits);

  @Message("{count} 户后续处置未办结")
  String following(int count);

  @Message("另有 {count} 项未列出")
  String more(int count);

  @Message("{on} 归档：系统出具的材料 {papers} 份封存在一个文件里（{bytes} 字节）；归入的扫描件另外逐件保存，封存的目录里有它们的哈希值，在下面逐件下载")
  String archivedLine(LocalDate on, int papers, long bytes);

  @Message("保管至 {until}（{basis}）")
  String keptLine(LocalDate until, String basis);
}
