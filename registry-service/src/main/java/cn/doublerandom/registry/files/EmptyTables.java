package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.IntakeTemplates;
import cn.doublerandom.registry.application.RegisterPapers;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Empty tables to be filled in. Every cell of a workbook is text: a spreadsheet that takes a code
 * for a number forgets its last digits.
 */
@ApplicationScoped
class EmptyTables implements IntakeTemplates {
  /** Rows that are made cells of text. */
  private static final int ROWS_OF_TEXT = 2_000;

  private static final int WIDTH = 18;

  private static final List<Column> SUBJECTS =
      List.of(
          must("编码", "91130534MA00000012"),
          must("名称", "清河县某某运输有限公司"),
          must("类别", "企业、个体户、农专社、项目、车辆、船舶、场站、网格、机关事业单位、从业人员 之一"),
          head("监管标签", "道路运输、道路货运；还没有标签的空着，抽取前补上"),
          must("信用风险等级", "A、B、C、D 或 未分类"),
          must("登记状态", "存续、停业、注销、迁出、吊销、撤销登记 之一"),
          must("登记机关", "清河县行政审批局"),
          must("成立日期", "2018-05-02"),
          head("住所", "清河县长江街 1 号；个体户、农专社、场站、机关事业单位必须填写"),
          may("行政区划", "130534"),
          may("行业代码", "5431"),
          may("重点领域", "危险货物运输"),
          may("建设单位或所有人", "项目、车辆、船舶填写：单位的编码或名称"),
          may("施工单位", "项目填写"),
          may("类型", "车辆、船舶、场站、从业人员填写"),
          may("管辖单位", "清河县交通运输局"),
          may("许可证", "道路运输经营许可证/130534000123/2026-05-31"),
          may("编码说明", "2016 年以前的旧编码，写明为何不合标准"));

  private static final List<Column> RISK_CLASSES =
      List.of(
          must("编码", "91130534MA00000012"),
          must("信用风险等级", "A、B、C、D 之一"),
          must("评定来源", "省企业信用风险分类系统"),
          must("评定日期", "2023-03-01"));

  private static final List<Column> INSPECTORS =
      List.of(
          must("编号", "JC001"),
          must("姓名", "张三"),
          must("单位", "清河县交通运输局"),
          must("执法证号", "03051234567"),
          must("执法证有效期至", "2026-12-31"),
          head("专长", "道路货运:3、危险货物:2；还没有专长的空着，抽取前补上"),
          must("状态", "在岗 或 离岗"),
          may("省政府执法证号", "13001234567"),
          may("省政府执法证有效期至", "2026-12-31"),
          may("地区", "130534"),
          may("承办上限", "20"),
          may("状态生效日期", "2023-03-15"),
          may("曾任职单位", "91130534MA00000012/2021-06-30"),
          may("持股单位编码", "91130534MA00000012"));

  private static final List<Column> ITEMS =
      List.of(
          must("编号", "JT-001"),
          must("抽查事项名称", "道路货物运输经营者经营行为检查"),
          must("抽查依据", "《中华人民共和国道路运输条例》第六十三条"),
          must("事项类别", "一般 或 重点"),
          must("层级", "省、市、县、所 之一"),
          must("领域", "道路运输"),
          must("抽查方式", "现场检查"),
          may("抽查比例", "不低于 3%"),
          may("抽查频次", "每年 1 次"));

  private static Column must(String head, String example) {
    return new Column(head, Need.EVERY_ROW, example);
  }

  private static Column head(String head, String example) {
    return new Column(head, Need.HEAD, example);
  }

  private static Column may(String head, String example) {
    return new Column(head, Need.NOTHING, example);
  }

  @Override
  public List<Column> columns(IntakeKind kind) {
    return switch (kind) {
      case SUBJECTS -> SUBJECTS;
      case RISK_CLASSES -> RISK_CLASSES;
      case INSPECTORS -> INSPECTORS;
      case ITEMS -> ITEMS;
    };
  }

  @Override
  public byte[] empty(IntakeKind kind, RegisterPapers.Form form) throws IOException {
    List<Column> columns = columns(kind);
    var out = new ByteArrayOutputStream();
    switch (form) {
      case CSV -> {
        try (TableWriter csv = TableWriter.csv(out)) {
          csv.row(columns.stream().map(Column::head).toList());
        }
      }
      case XLSX -> {
        try (var workbook = new Workbook(out, "double-random", "1.0")) {
          heads(workbook.newWorksheet("名录"), columns);
          words(workbook.newWorksheet(Table.GUIDE), columns);
        }
      }
    }
    return out.toByteArray();
  }

  private static void heads(Worksheet sheet, List<Column> columns) {
    sheet.range(0, 0, ROWS_OF_TEXT, columns.size() - 1).style().format("@").set();
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).head());
      sheet.style(0, i).bold().format("@").set();
      sheet.width(i, WIDTH);
    }
    sheet.freezePane(0, 1);
  }

  private static void words(Worksheet sheet, List<Column> columns) {
    row(sheet, 0, "列", "必填", "填写示例");
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      row(sheet, i + 1, column.head(), needed(column.need()), column.example());
    }
    sheet.width(0, WIDTH);
    sheet.width(2, 3 * WIDTH);
  }

  private static String needed(Need need) {
    return switch (need) {
      case EVERY_ROW -> "是";
      case HEAD -> "列要有，可空着";
      case NOTHING -> "";
    };
  }

  private static void row(Worksheet sheet, int at, String head, String must, String example) {
    sheet.inlineString(at, 0, head);
    sheet.inlineString(at, 1, must);
    sheet.inlineString(at, 2, example);
  }
}
