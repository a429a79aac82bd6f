package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanText;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.TableCell;
import cn.doublerandom.servicekit.table.TableRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * The sheet of a file, whatever it is: xlsx, docx, html, csv, or text as it was pasted. The bytes
 * say which, not the name.
 */
final class PlanFiles {
  static final int MAX_BYTES = 9_000_000;
  private static final int MAX_ROWS = 5_000;
  private static final int MAX_COLUMNS = 64;

  private PlanFiles() {}

  static PlanSheet sheet(byte[] file) throws IOException {
    if (file.length > MAX_BYTES) {
      throw new ProblemException(EdgeRejection.REQUEST_TOO_LARGE);
    }
    if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
      return zipped(file);
    }
    String text = TableRows.text(file);
    String head =
        text.substring(0, Math.min(text.length(), 2_000)).strip().toLowerCase(Locale.ROOT);
    if (head.startsWith("<") || text.toLowerCase(Locale.ROOT).contains("<table")) {
      return html(text);
    }
    return PlanText.isCsv(text) ? csv(text) : PlanText.sheet(text.replace("\ufeff", ""));
  }

  private static PlanSheet zipped(byte[] file) throws IOException {
    Path stored = Files.createTempFile("plan", ".zip");
    try {
      Files.write(stored, file);
      boolean word;
      try (var zip = new ZipFile(stored.toFile())) {
        word = zip.getEntry("word/document.xml") != null;
      } catch (ZipException e) {
        throw new ProblemException(EdgeRejection.FILE_REFUSED);
      }
      return word ? docx(file) : rows(stored);
    } finally {
      Files.delete(stored);
    }
  }

  private static PlanSheet csv(String text) throws IOException {
    Path stored = Files.createTempFile("plan", ".csv");
    try {
      Files.writeString(stored, text);
      return rows(stored);
    } finally {
      Files.delete(stored);
    }
  }

  /**
   * The sheets with the heads of a plan, one below the other; any other is named as left out. Rows
   * of a later sheet are numbered on from the one before, and that is said.
   */
  private static PlanSheet rows(Path file) throws IOException {
    List<PlanSheet.Row> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<TableRows.Sheet> sheets = TableRows.of(file, MAX_ROWS);
    boolean hasPlan = sheets.stream().anyMatch(PlanFiles::isPlan);
    for (TableRows.Sheet sheet : sheets) {
      if (hasPlan && !isPlan(sheet)) {
        notes.add("工作表“%s”没有计划表的表头，未读取。".formatted(sheet.name()));
        continue;
      }
      int before = rows.isEmpty() ? 0 : rows.getLast().number();
      if (before > 0) {
        notes.add("工作表“%s”接在前表之后读取，其第 1 行记为第 %d 行。".formatted(sheet.name(), before + 1));
      }
      rows(sheet).forEach(r -> rows.add(new PlanSheet.Row(before + r.number(), r.cells())));
    }
    return new PlanSheet(rows, false, notes);
  }

  private static boolean isPlan(TableRows.Sheet sheet) {
    return PlanText.hasHeads(rows(sheet));
  }

  /** The cells of a workbook stand where they stand: all rows but headings are of one width. */
  private static List<PlanSheet.Row> rows(TableRows.Sheet sheet) {
    boolean isWorkbook = !sheet.name().isEmpty();
    int width = sheet.rows().stream().mapToInt(r -> r.cells().size()).max().orElse(1);
    return sheet.rows().stream()
        .map(row -> {
          List<PlanSheet.Cell> cells = new ArrayList<>();
          row.cells().forEach(c -> cells.add(cell(c)));
          boolean isHeading =
              cells.stream().skip(1).allMatch(c -> c.text().isBlank() || c.merged());
          if (isHeading) {
            return new PlanSheet.Row(row.number(), List.of(cells.getFirst()));
          }
          while (isWorkbook && cells.size() < width) {
            cells.add(new PlanSheet.Cell("", false));
          }
          return new PlanSheet.Row(row.number(), cells);
        })
        .toList();
  }

  private static PlanSheet.Cell cell(TableCell cell) {
    PlanSheet.Nature nature =
        switch (cell.kind()) {
          case TEXT, MONTH -> PlanSheet.Nature.TEXT;
          case NUMBER -> PlanSheet.Nature.NUMBER;
          case DAY -> PlanSheet.Nature.DAY;
          case DAY_WITHOUT_YEAR -> PlanSheet.Nature.DAY_WITHOUT_YEAR;
          case ERROR -> PlanSheet.Nature.ERROR;
          case LOST -> PlanSheet.Nature.LOST;
        };
    return new PlanSheet.Cell(cell.text(), cell.merged(), nature);
  }

  private static PlanSheet html(String text) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    var document = Jsoup.parse(text);
    document.select("script,style").remove();
    for (Element element : document.body().select("h1,h2,h3,h4,p,caption")) {
      boolean inCell = element.parents().is("td,th");
      if (!inCell && rows.size() < MAX_ROWS) {
        rows.add(PlanSheet.Row.of(rows.size() + 1, List.of(element.text())));
      }
    }
    for (Element table : document.select("table")) {
      Map<Integer, Merge> running = new TreeMap<>();
      for (Element tr : table.select("tr")) {
        if (rows.size() < MAX_ROWS) {
          rows.add(new PlanSheet.Row(rows.size() + 1, htmlRow(tr, running)));
        }
      }
    }
    return new PlanSheet(rows, false);
  }

  /** A cell that goes on below. */
  private record Merge(String text, int rowsLeft) {}

  private static List<PlanSheet.Cell> htmlRow(Element tr, Map<Integer, Merge> running) {
    List<PlanSheet.Cell> cells = new ArrayList<>();
    List<Element> own = new ArrayList<>(tr.select("> td, > th"));
    while (cells.size() < MAX_COLUMNS && (!own.isEmpty() || running.containsKey(cells.size()))) {
      Merge merge = running.get(cells.size());
      if (merge != null) {
        next(running, cells.size(), merge);
        cells.add(new PlanSheet.Cell(merge.text(), true));
        continue;
      }
      Element cell = own.removeFirst();
      int down = span(cell, "rowspan");
      int across = Math.min(span(cell, "colspan"), MAX_COLUMNS - cells.size());
      for (int i = 0; i < across; i++) {
        if (down > 1) {
          running.put(cells.size(), new Merge(cell.text(), down - 1));
        }
        cells.add(new PlanSheet.Cell(cell.text(), i > 0));
      }
    }
    return cells;
  }

  private static void next(Map<Integer, Merge> running, int column, Merge merge) {
    if (merge.rowsLeft() == 1) {
      running.remove(column);
    } else {
      running.put(column, new Merge(merge.text(), merge.rowsLeft() - 1));
    }
  }

  private static int span(Element cell, String attribute) {
    String span = cell.attr(attribute).strip();
    return span.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(span) : 1;
  }

  private static PlanSheet docx(byte[] file) throws IOException {
    List<PlanSheet.Row> rows = new ArrayList<>();
    try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
          rows.add(PlanSheet.Row.of(rows.size() + 1, List.of(paragraph.getText())));
        } else if (element instanceof XWPFTable table) {
          Map<Integer, String> above = new TreeMap<>();
          for (XWPFTableRow row : table.getRows()) {
            if (rows.size() < MAX_ROWS) {
              rows.add(new PlanSheet.Row(rows.size() + 1, docxRow(row, above)));
            }
          }
        }
      }
    } catch (org.apache.poi.UnsupportedFileFormatException
        | org.apache.poi.ooxml.POIXMLException e) {
      throw new ProblemException(EdgeRejection.FILE_REFUSED);
    }
    return new PlanSheet(rows, false);
  }

  private static List<PlanSheet.Cell> docxRow(XWPFTableRow row, Map<Integer, String> above) {
    List<PlanSheet.Cell> cells = new ArrayList<>();
    for (XWPFTableCell cell : row.getTableCells()) {
      CTTcPr properties = cell.getCTTc().getTcPr();
      boolean goesOn =
          properties != null
              && properties.isSetVMerge()
              && properties.getVMerge().getVal() != STMerge.RESTART;
      String text = goesOn ? above.getOrDefault(cells.size(), cell.getText()) : cell.getText();
      int across =
          properties != null && properties.isSetGridSpan()
              ? properties.getGridSpan().getVal().intValue()
              : 1;
      for (int i = 0; i < across && cells.size() < MAX_COLUMNS; i++) {
        above.put(cells.size(), text);
        cells.add(new PlanSheet.Cell(text, goesOn || i > 0));
      }
    }
    return cells;
  }
}
