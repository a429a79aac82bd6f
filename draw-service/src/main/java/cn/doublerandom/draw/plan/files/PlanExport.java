package cn.doublerandom.draw.plan.files;

import cn.doublerandom.draw.plan.PlanColumn;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.servicekit.table.PracticeSheet;
import cn.doublerandom.servicekit.table.XlsxText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Entities;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** The plan as a document again: the same cells that were read. */
final class PlanExport {
  /** Of a page that lies on its side, in twentieths of a point. */
  private static final long PAGE_WIDTH = 13_958;

  private PlanExport() {}

  /** The cells as they stood; of tables read before they were kept, the bureau's eleven columns. */
  static List<List<String>> rows(PlanTable table) {
    if (table.layout() != null) {
      return table.layout();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("单位（盖章）：" + table.issuer()));
    rows.add(List.of("制表时间：" + table.tableDate()));
    rows.add(
        Stream.of(
                PlanColumn.PLAN_NUMBER,
                PlanColumn.PLAN_NAME,
                PlanColumn.TASK_NUMBER,
                PlanColumn.TASK_NAME,
                PlanColumn.DRAW_TYPE,
                PlanColumn.QUOTA,
                PlanColumn.ITEMS,
                PlanColumn.SCOPE,
                PlanColumn.LEAD,
                PlanColumn.JOINT,
                PlanColumn.PERIOD)
            .map(PlanColumn::head)
            .toList());
    table.tasks().forEach(t -> rows.add(cells(t)));
    return rows;
  }

  private static List<String> cells(PlanTask t) {
    return List.of(
        t.planNumber(),
        t.planName(),
        t.taskNumber() + "号",
        t.taskName(),
        t.drawType() == PlanTask.DrawType.TARGETED ? "定向抽查" : "不定向抽查",
        t.rate(),
        t.items(),
        t.scope(),
        t.leadUnit(),
        t.jointUnit(),
        t.drawPeriod());
  }

  static byte[] xlsx(PlanTable table, boolean practice) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "double-random", "1.0")) {
      Worksheet sheet = PracticeSheet.of(workbook, "抽查工作计划", practice);
      List<List<String>> rows = rows(table);
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, XlsxText.escaped(rows.get(r).get(c)));
          sheet.style(r, c).wrapText(rows.get(r).size() > 1).set();
        }
      }
    }
    return bytes.toByteArray();
  }

  static byte[] docx(PlanTable table, boolean practice) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new XWPFDocument()) {
      if (practice) {
        document
            .createHeader(HeaderFooterType.DEFAULT)
            .createParagraph()
            .createRun()
            .setText(PracticeSheet.MARK);
      }
      List<List<String>> block = new ArrayList<>();
      for (List<String> row : rows(table)) {
        if (row.size() > 1) {
          block.add(row);
        } else {
          table(document, block);
          block.clear();
          document.createParagraph().createRun().setText(row.getFirst());
        }
      }
      table(document, block);
      document.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static void table(XWPFDocument document, List<List<String>> block) {
    if (block.isEmpty()) {
      return;
    }
    int width = block.stream().mapToInt(List::size).max().orElse(1);
    XWPFTable table = document.createTable(block.size(), width);
    // Readers other than Word need the grid to know the columns (ECMA-376 part 1, 17.4.48).
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    for (int c = 0; c < width; c++) {
      grid.addNewGridCol().setW(BigInteger.valueOf(PAGE_WIDTH / width));
    }
    for (int r = 0; r < block.size(); r++) {
      XWPFTableRow row = table.getRow(r);
      for (int c = 0; c < block.get(r).size(); c++) {
        row.getCell(c).setText(block.get(r).get(c));
      }
    }
  }

  static String html(PlanTable table) {
    StringBuilder html =
        new StringBuilder("<!doctype html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\"><body>\n");
    boolean open = false;
    for (List<String> row : rows(table)) {
      if (row.size() > 1 && !open) {
        html.append("<table border=\"1\">\n");
      } else if (row.size() == 1 && open) {
        html.append("</table>\n");
      }
      open = row.size() > 1;
      if (open) {
        html.append("<tr>");
        row.forEach(cell -> html.append("<td>").append(Entities.escape(cell)).append("</td>"));
        html.append("</tr>\n");
      } else {
        html.append("<p>").append(Entities.escape(row.getFirst())).append("</p>\n");
      }
    }
    return html.append(open ? "</table>\n" : "").append("</body></html>\n").toString();
  }
}
