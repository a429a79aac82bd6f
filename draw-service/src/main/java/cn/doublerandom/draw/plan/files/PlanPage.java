package cn.doublerandom.draw.plan.files;

import cn.doublerandom.draw.plan.PlanSheet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The sheet of a web page: its headings and paragraphs, then the rows of its tables. */
final class PlanPage {
  /** Pages that lay themselves out by tables have two or three. */
  private static final int MAX_TABLES_DEEP = 4;

  private static final int MAX_ELEMENTS_DEEP = 64;

  private PlanPage() {}

  static PlanSheet sheet(String text) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    requireFlat(text.toLowerCase(Locale.ROOT));
    var document = Jsoup.parse(text, "", Parser.htmlParser().setMaxDepth(MAX_ELEMENTS_DEEP));
    document.select("script,style").remove();
    for (Element element : document.body().select("h1,h2,h3,h4,p,caption")) {
      boolean inCell = element.parents().is("td,th");
      if (!inCell) {
        requireRoom(rows);
        rows.add(PlanSheet.Row.of(rows.size() + 1, List.of(element.text())));
      }
    }
    for (Element table : document.select("table")) {
      Map<Integer, Merge> running = new TreeMap<>();
      for (Element tr : table.select("tr")) {
        requireRoom(rows);
        rows.add(new PlanSheet.Row(rows.size() + 1, htmlRow(tr, running)));
      }
    }
    return new PlanSheet(rows, false);
  }

  private static void requireRoom(List<PlanSheet.Row> rows) {
    if (rows.size() >= PlanFiles.MAX_ROWS) {
      throw PlanFiles.tooManyRows(PlanFiles.MAX_ROWS);
    }
  }

  /** Tables within tables within tables: each row would be read once for every one around it. */
  private static void requireFlat(String page) {
    int deep = 0;
    int begin = page.indexOf("<table");
    int end = page.indexOf("</table");
    while (begin >= 0 && deep <= MAX_TABLES_DEEP) {
      if (end >= 0 && end < begin) {
        deep = Math.max(0, deep - 1);
        end = page.indexOf("</table", end + 1);
      } else {
        deep++;
        begin = page.indexOf("<table", begin + 1);
      }
    }
    if (deep > MAX_TABLES_DEEP) {
      throw PlanFiles.refused("too-deep", "网页中的表格层层嵌套，无法读取，请另存为 xlsx 或 docx。");
    }
  }

  /** A cell that goes on below. */
  private record Merge(String text, int rowsLeft) {}

  private static List<PlanSheet.Cell> htmlRow(Element tr, Map<Integer, Merge> running) {
    List<PlanSheet.Cell> cells = new ArrayList<>();
    Deque<Element> own = new ArrayDeque<>(tr.select("> td, > th"));
    while (cells.size() <= PlanFiles.MAX_COLUMNS
        && (!own.isEmpty() || running.containsKey(cells.size()))) {
      Merge merge = running.get(cells.size());
      if (merge != null) {
        next(running, cells.size(), merge);
        cells.add(new PlanSheet.Cell(merge.text(), true));
        continue;
      }
      Element cell = own.removeFirst();
      String text = cell.text();
      int down = span(cell, "rowspan");
      // What spans further than a table goes says "to the end"; a cell behind the end is too many.
      int across = Math.clamp(PlanFiles.MAX_COLUMNS - cells.size(), 1, span(cell, "colspan"));
      for (int i = 0; i < across; i++) {
        if (down > 1) {
          running.put(cells.size(), new Merge(text, down - 1));
        }
        cells.add(new PlanSheet.Cell(text, i > 0));
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
}
