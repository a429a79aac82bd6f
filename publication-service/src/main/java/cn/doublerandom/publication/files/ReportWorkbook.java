package cn.doublerandom.publication.files;

import cn.doublerandom.publication.application.ReportTables;
import cn.doublerandom.publication.report.Owed;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportLine;
import cn.doublerandom.publication.report.Share;
import cn.doublerandom.servicekit.table.TableWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** 月报、年报 as a workbook, in the columns they are reported up in; each share beside what it is of. */
@ApplicationScoped
public class ReportWorkbook implements ReportTables {
  private static final List<String> HEADS =
      List.of(
          "任务",
          "任务名称",
          "抽查户数",
          "抽中户数中已公示",
          "抽查完成率",
          "已录入结果",
          "逾期未录入",
          "逾期未检查",
          "应公示",
          "已公示",
          "公示率",
          "按期公示",
          "发现问题",
          "发现问题率",
          "公示后撤销");

  private static final List<String> OWED =
      List.of("状态", "编号", "检查对象", "统一社会信用代码/注册号", "期限", "是否逾期");

  @Override
  public byte[] workbook(Report report, boolean practice) {
    var out = new ByteArrayOutputStream();
    try (TableWriter writer = TableWriter.xlsx(out, report.period(), practice)) {
      writer.row(List.of("双随机抽查工作进展 " + report.period(), "截至 " + report.asOf()));
      writer.row(
          List.of("抽查企业占比", report.coverage().percent(), of(report.coverage()), report.basis()));
      writer.row(List.of());
      writer.row(HEADS);
      writer.row(cells("合计", "", report.sum()));
      for (ReportLine line : report.tasks()) {
        writer.row(cells(line.task(), line.name(), line));
      }
      writer.row(List.of());
      writer.row(List.of(report.owed().isEmpty() ? "没有应公示而未公示的" : "应公示而未公示的"));
      if (!report.owed().isEmpty()) {
        writer.row(OWED);
      }
      for (Owed one : report.owed()) {
        writer.row(
            List.of(
                state(one.what()),
                one.id(),
                one.name(),
                one.subject(),
                one.dueOn().toString(),
                one.isLate() ? "是" : "否"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<String> cells(String task, String name, ReportLine line) {
    return Stream.of(
            task,
            name,
            line.drawn(),
            line.completion().part(),
            line.completion().percent(),
            line.recorded(),
            line.unrecorded(),
            line.notHeld(),
            line.publication().whole(),
            line.publication().part(),
            line.publication().percent(),
            line.onTime().part(),
            line.problems().part(),
            line.problems().percent(),
            line.withdrawn())
        .map(String::valueOf)
        .toList();
  }

  private static String of(Share share) {
    return share.part() + " / " + share.whole();
  }

  private static String state(Owed.What what) {
    return switch (what) {
      case UNPUBLISHED -> "已录入未公示";
      case UNRECORDED -> "未录入";
      case NOT_HELD -> "未检查";
    };
  }
}
