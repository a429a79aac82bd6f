package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The paragraphs and tables of a docx, read as they pass: no tree of the document is ever built.
 * Text boxes, deleted text and tables within cells are left out.
 */
public final class WordFile {
  private static final String DOCUMENT = "word/document.xml";

  private static final int MAX_COLUMNS = TableFile.MAX_COLUMNS;

  /** What holds paragraphs that are not part of the text around them. */
  private static final Set<String> ASIDE =
      Set.of("AlternateContent", "drawing", "pict", "object", "del", "moveFrom");

  private final XMLStreamReader xml;
  private final int mostRows;
  private final List<Block> blocks = new ArrayList<>();
  private int rows;

  private WordFile(XMLStreamReader xml, int mostRows) {
    this.xml = xml;
    this.mostRows = mostRows;
  }

  /** A part of a document. */
  public sealed interface Block {
    record Paragraph(String text) implements Block {}

    record Rows(List<List<Cell>> rows) implements Block {
      public Rows {
        rows = List.copyOf(rows);
      }
    }
  }

  /**
   * A cell of a table.
   *
   * @param goesOn whether it belongs to the cell above
   * @param across columns it takes, from 1 to 64
   */
  public record Cell(String text, boolean goesOn, int across) {}

  /** Whether a zip holds a document of this kind. */
  public static boolean isIn(ZipFile zip) {
    return zip.getEntry(DOCUMENT) != null;
  }

  /**
   * Reads a document; what cannot be read is refused with the reason.
   *
   * @param mostRows rows, tables and paragraphs beyond which it is refused
   */
  public static List<Block> blocks(Path file, int mostRows) throws IOException {
    try (OfficeFile zip = OfficeFile.open(file)) {
      var document = new WordFile(zip.open(DOCUMENT, OfficeFile.Use.DOCUMENT), mostRows);
      document.read();
      return document.blocks;
    } catch (XMLStreamException | ZipException e) {
      throw refused(new UnreadableTable(0, "not-docx", "文档无法打开，不是完整的 docx。"));
    } catch (UnreadableTable e) {
      throw refused(e);
    }
  }

  private static RuntimeException refused(UnreadableTable reason) {
    return Table.refusal(List.of(reason.in(FileKind.DOCUMENT).fault()), 1);
  }

  private void read() throws XMLStreamException, UnreadableTable {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "p" -> {
          count();
          blocks.add(new Block.Paragraph(text()));
        }
        case "tbl" -> {
          count();
          blocks.add(new Block.Rows(table()));
        }
        default -> {
          if (ASIDE.contains(xml.getLocalName())) {
            XlsxFile.skip(xml);
          }
        }
      }
    }
  }

  private void count() throws UnreadableTable {
    if (++rows > mostRows) {
      throw new UnreadableTable(0, "too-many-rows", "最多 " + mostRows + " 行。");
    }
  }

  /** Walks the inside of the element that has begun, down to its end. */
  private interface Inside {
    /** Whether the element was read to its end here. */
    boolean element(String name) throws XMLStreamException, UnreadableTable;
  }

  private void inside(Inside taker) throws XMLStreamException, UnreadableTable {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT && !taker.element(xml.getLocalName())) {
        depth++;
      }
    }
  }

  private List<List<Cell>> table() throws XMLStreamException, UnreadableTable {
    List<List<Cell>> table = new ArrayList<>();
    inside(name -> {
      if (name.equals("tr")) {
        count();
        table.add(row());
      }
      return name.equals("tr");
    });
    return table;
  }

  private List<Cell> row() throws XMLStreamException, UnreadableTable {
    List<Cell> row = new ArrayList<>();
    inside(name -> {
      if (name.equals("tc")) {
        if (row.size() == MAX_COLUMNS) {
          throw new UnreadableTable(0, "too-many-columns", "最多 " + MAX_COLUMNS + " 列。");
        }
        row.add(cell());
      }
      return name.equals("tc");
    });
    return row;
  }

  private Cell cell() throws XMLStreamException, UnreadableTable {
    var text = new StringBuilder();
    int[] across = {1};
    boolean[] goesOn = {false};
    inside(name -> {
      switch (name) {
        case "gridSpan" -> across[0] = across(XlsxParts.attribute(xml, "val"));
        case "vMerge" -> goesOn[0] = !XlsxParts.attribute(xml, "val").equals("restart");
        case "p" -> {
          text.append(text());
          requireShort(text);
          return true;
        }
        default -> {
          if (name.equals("tbl") || ASIDE.contains(name)) {
            XlsxFile.skip(xml);
            return true;
          }
        }
      }
      return false;
    });
    return new Cell(text.toString(), goesOn[0], across[0]);
  }

  private static int across(String span) {
    return span.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(span), MAX_COLUMNS) : 1;
  }

  /** The text of the paragraph that has begun. */
  private String text() throws XMLStreamException, UnreadableTable {
    var text = new StringBuilder();
    inside(name -> {
      switch (name) {
        case "t" -> {
          text.append(XmlText.plain(xml));
          requireShort(text);
          return true;
        }
        case "tab" -> text.append('\t');
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        default -> {
          if (ASIDE.contains(name) || name.equals("pPr")) {
            XlsxFile.skip(xml);
            return true;
          }
        }
      }
      requireShort(text);
      return false;
    });
    return text.toString();
  }

  private static void requireShort(StringBuilder text) throws UnreadableTable {
    if (text.length() > TableFile.MAX_CELL) {
      throw new UnreadableTable(0, "too-long", "其中一格或一段过长。");
    }
  }
}
