package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook around its sheets. Elements are known by their local names, so that
 * strict OOXML, whose namespaces differ, is read like the transitional one.
 *
 * @param sheets those that can be seen, in their order
 * @param hidden names of the others, as far as they are told
 * @param texts shared by all cells
 * @param formats by the style of a cell
 */
record XlsxParts(
    List<Sheet> sheets,
    List<String> hidden,
    List<String> texts,
    List<NumberShown> formats,
    boolean since1904) {
  private static final int MAX_SHEETS = 20;
  private static final int MAX_TEXTS = 1_000_000;

  /** Spreadsheets have 64,000 formats of cells, and some 250 of numbers. */
  private static final int MAX_FORMATS = 65_536;

  private static final int MAX_CODES = 1_000;
  private static final int MAX_CODE_LENGTH = 255;

  /**
   * @param path of its part
   */
  record Sheet(String name, String path) {}

  /** Reads one element after the other. */
  interface Elements {
    void element(XMLStreamReader xml) throws XMLStreamException, UnreadableTable;
  }

  static XlsxParts of(OfficeFile file) throws IOException, XMLStreamException, UnreadableTable {
    String workbook =
        XlsxRelations.of(file, "").byKind().getOrDefault("officeDocument", "xl/workbook.xml");
    XlsxRelations relations = XlsxRelations.of(file, workbook);
    List<Sheet> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean[] since1904 = {false};
    each(
        file,
        workbook,
        xml -> {
          if (xml.getLocalName().equals("workbookPr")) {
            since1904[0] = isTrue(attribute(xml, "date1904"));
          } else if (xml.getLocalName().equals("sheet")) {
            sheet(xml, relations, hidden).ifPresent(sheets::add);
            requireFew(sheets);
          }
        });
    for (Sheet sheet : sheets) {
      file.judge(sheet.path(), OfficeFile.Use.SHEET);
    }
    return new XlsxParts(
        sheets,
        hidden,
        texts(file, relations.byKind().getOrDefault("sharedStrings", "")),
        formats(file, relations.byKind().getOrDefault("styles", "")),
        since1904[0]);
  }

  private static Optional<Sheet> sheet(
      XMLStreamReader xml, XlsxRelations relations, List<String> hidden) {
    String name = attribute(xml, "name");
    String state = attribute(xml, "state");
    if (state.equals("hidden") || state.equals("veryHidden")) {
      if (hidden.size() < MAX_SHEETS) {
        hidden.add(name);
      }
      return Optional.empty();
    }
    String path = relations.byId().getOrDefault(attribute(xml, "id"), "");
    return path.isEmpty() ? Optional.empty() : Optional.of(new Sheet(name, path));
  }

  private static void requireFew(List<Sheet> sheets) throws UnreadableTable {
    if (sheets.size() > MAX_SHEETS) {
      throw new UnreadableTable(0, "too-many-sheets", "最多 " + MAX_SHEETS + " 张工作表。");
    }
  }

  static void each(OfficeFile file, String path, Elements elements)
      throws IOException, XMLStreamException, UnreadableTable {
    each(file, path, OfficeFile.Use.OTHER, elements);
  }

  private static void each(OfficeFile file, String path, OfficeFile.Use use, Elements elements)
      throws IOException, XMLStreamException, UnreadableTable {
    XMLStreamReader xml = file.open(path, use);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        elements.element(xml);
      }
    }
    xml.close();
  }

  private static List<String> texts(OfficeFile file, String path)
      throws IOException, XMLStreamException, UnreadableTable {
    List<String> texts = new ArrayList<>();
    if (!path.isEmpty()) {
      each(
          file,
          path,
          OfficeFile.Use.TEXTS,
          xml -> {
            if (xml.getLocalName().equals("si") && texts.size() <= MAX_TEXTS) {
              texts.add(XmlText.rich(xml));
            }
          });
    }
    if (texts.size() > MAX_TEXTS) {
      throw new UnreadableTable(0, "too-many-texts", "工作簿有一百万个以上不同的文本，请另存为 CSV 再导入。");
    }
    return texts;
  }

  private static List<NumberShown> formats(OfficeFile file, String path)
      throws IOException, XMLStreamException, UnreadableTable {
    Map<Integer, String> codes = new HashMap<>();
    Map<Integer, NumberShown> byId = new HashMap<>();
    List<NumberShown> formats = new ArrayList<>();
    boolean[] inCells = {false};
    if (!path.isEmpty()) {
      each(
          file,
          path,
          xml -> {
            switch (xml.getLocalName()) {
              case "numFmt" -> {
                String code = attribute(xml, "formatCode");
                if (codes.size() < MAX_CODES && code.length() <= MAX_CODE_LENGTH) {
                  codes.put(number(xml, "numFmtId"), code);
                }
              }
              case "cellXfs" -> inCells[0] = true;
              case "cellStyles", "dxfs" -> inCells[0] = false;
              case "xf" -> {
                if (inCells[0] && formats.size() < MAX_FORMATS) {
                  formats.add(
                      byId.computeIfAbsent(
                          number(xml, "numFmtId"),
                          id -> NumberShown.of(id, codes.getOrDefault(id, ""))));
                }
              }
              default -> {
                // fonts, fills and borders
              }
            }
          });
    }
    return formats;
  }

  private static int number(XMLStreamReader xml, String name) {
    String value = attribute(xml, name);
    return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
  }

  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  static boolean isTrue(String value) {
    String said = value.strip();
    return said.equals("1") || said.equals("true") || said.equals("on");
  }
}
