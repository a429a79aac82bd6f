package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.visit.Violation;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages say of questions and evidence; English stands in {@code
 * messages/check_en.properties}.
 */
@MessageBundle("check")
public interface CheckWords {
  @Message("是")
  String yes();

  @Message("否")
  String no();

  @Message("不适用")
  String notApplicable();

  @Message("不适用的理由")
  String whyNot();

  @Message("不适用（{why}）")
  String notApplicableFor(String why);

  @Message("{#when value}{#is 'YES'}是{#is 'NO'}否{#else}{value}{/when}")
  String saidOf(String value);

  @Message("{#if unit}单位：{unit}。{/if}{#if least}不低于 {least}。{/if}{#if most}不高于 {most}。{/if}")
  String limits(String unit, String least, String most);

  @Message("怎样查、依据哪条")
  String howAndWhy();

  @Message("拍照取证后即为回答。")
  String photoAnswers();

  @Message("固定检查表（{count} 个问题）")
  String checklistsFrozen(int count);

  @Message("取证")
  String evidence();

  @Message("证据 {count} 件")
  String pieces(int count);

  @Message("证据已保存。下面填写的回答还没有记录。")
  String evidenceKept();

  @Message("这个文件超过 20 MB，没有发送。请分段拍摄、降低分辨率，或者选小一些的文件；已填写的都在。")
  String fileTooLarge();

  @Message("这个文件以前已经为同一处保存过，没有再存一份。")
  String evidenceKnown();

  @Message("选中的文件还没有保存：请重新选择文件，先点“保存证据”，再记录结论；已填写的都在。")
  String fileUnsaved();

  @Message("照片、录像、录音或者 PDF，每份至多 20 MB。保存以后不能删除，只能写明理由撤回。")
  String evidenceHint();

  @Message("文件")
  String file();

  @Message("请先拍摄或者选择文件。")
  String noFile();

  @Message("用来回答")
  String takenFor();

  @Message("本事项")
  String wholeItem();

  @Message("保存证据")
  String keepEvidence();

  @Message("撤回这份证据")
  String withdraw();

  @Message("撤回以后不再作为证据，内容和理由仍然留存。")
  String withdrawStays();

  @Message("撤回的理由")
  String withdrawReason();

  @Message("已撤回：{why}")
  String withdrawn(String why);

  @Message("已有 {count} 张照片")
  String photos(long count);

  @Message("{#when value}{#is PHOTO}照片{#is VIDEO}录像{#is AUDIO}录音{#is DOCUMENT}文件{/when}")
  String kindOf(EvidenceKind value);

  @Message("{kind}，{hash}…，{kilobytes} KB")
  String pieceLine(String kind, String hash, int kilobytes);

  @Message("手机记录的时间")
  String claimed();

  @Message("联网取得")
  String notClaimed();

  @Message("收到的时间")
  String received();

  @Message("照片自述")
  String photoSays();

  @Message("“照片自述”由相机写在照片里（EXIF），可以改动，只供核对；照片原样保存，没有改动。")
  String photoSaysHint();

  @Message("没有写")
  String saysNothing();

  @Message("拍摄于 {time}")
  String photoTaken(String time);

  @Message("（没有写时区，按北京时间）")
  String noZone();

  @Message("相机：{camera}")
  String camera(String camera);

  @Message("地点（北纬、东经，度）：{place}")
  String photoPlace(String place);

  @Message(
      "照片自述的拍摄时间与{#if said}手机记录的时间{#else}收到的时间{/if}相差 "
          + "{#if days}{days} 天 {/if}{hours} 小时 {minutes} 分，请核对。")
  String apart(long days, int hours, int minutes, String said);

  @Message("取得证据：{kind} {hash}…")
  String evidenceAdded(String kind, String hash);

  @Message("撤回证据 {hash}…")
  String evidenceWithdrawn(String hash);

  @Message("发现问题的程度、依据和处置")
  String weigh();

  @Message(
      "发现问题的，可以现在写明程度、违反的条款和处置措施；写了其中一项，三项都要写。都不写也可以录入；结果是“发现问题待后续处理”而没有写明的，录入以后还要经法制审核。没有发现问题的不填。")
  String weighHint();

  @Message("程度")
  String severity();

  @Message("违反的条款")
  String broken();

  @Message("处置措施")
  String measure();

  @Message("法律、法规、规章的名称和条、款，不能只有符号或者数字。")
  String brokenHint();

  @Message("结果里有“待后续处理”或者违反其他部门规定的（代码 3、4、5、G），不能选“无需后续处理”。“抄告”只用于违反其他部门规定的；只违反其他部门规定的，不选“责令改正”。")
  String measureHint();

  @Message("{#when value}{#is MINOR}轻微{#is ORDINARY}一般{#is SERIOUS}严重{/when}")
  String severityOf(Violation.Severity value);

  @Message(
      "{#when value}{#is NONE}无需后续处理（已规范、已改正）{#is STOPPED}停止检查，反馈日常监管部门"
          + "{#is CORRECTION_ORDER}责令改正，后续跟踪{#is CASE_FILED}固定证据，移送办案机构"
          + "{#is AUTHORITY_NOTIFIED}违反其他部门规定，抄告{#is OTHER}其他{/when}")
  String measureOf(Violation.Measure value);

  @Message("{severity}；{clause}；{measure}")
  String weighed(String severity, String clause, String measure);

  @Message("他人现在填的")
  String theirs();
}
