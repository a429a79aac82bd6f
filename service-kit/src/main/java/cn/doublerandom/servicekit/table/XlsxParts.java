package cn.doublerandom.servicekit.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook around its sheets. Elements are known by their local names, so that
 * strict OOXML, whose namespaces differ, is read like the transitional one.
 *
 * @param sheets those that can be seen, in their order
 * @param hidden names of the others
 * @param texts shared by all cells
 * @param formats by the style of a cell
 */
record XlsxParts(
    List<Sheet> sheets,
    List<String> hidden,
    List<String> texts,
    List<NumberShown> formats,
    boolean since1904) {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final XMLInputFactory XML = factory();
  private static final int MAX_TEXTS = 1_000_000;

  /** Spreadsheets have 64,000 formats of cells, and some 250 of numbers. */
  private static final int MAX_FORMATS = 65_536;

  private static final int MAX_CODES = 1_000;
  private static final int MAX_CODE_LENGTH = 255;

  /**
   * @param path of its part
   */
  record Sheet(String name, String path) {}

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Reads one element after the other. */
  interface Elements {
    void element(XMLStreamReader xml) throws XMLStreamException;
  }

  static XMLStreamReader open(ZipFile zip, String path) throws IOException, XMLStreamException {
    ZipEntry part = zip.getEntry(path);
    if (part == null) {
      throw new XMLStreamException("no part " + path);
    }
    InputStream in = new BufferedInputStream(zip.getInputStream(part), 64 * 1024);
    return XML.createXMLStreamReader(in);
  }

  static XlsxParts of(ZipFile zip) throws IOException, XMLStreamException, UnreadableTable {
    String workbook = target(zip, "", "officeDocument", "xl/workbook.xml");
    Map<String, String> targets = relations(zip, workbook, false);
    List<Sheet> sheets = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean[] since1904 = {false};
    each(
        zip,
        workbook,
        xml -> {
          if (xml.getLocalName().equals("workbookPr")) {
            since1904[0] = isTrue(attribute(xml, "date1904"));
          } else if (xml.getLocalName().equals("sheet")) {
            String state = attribute(xml, "state");
            String path = targets.getOrDefault(attribute(xml, "id"), "");
            if (state.equals("hidden") || state.equals("veryHidden")) {
              hidden.add(attribute(xml, "name"));
            } else if (!path.isEmpty()) {
              sheets.add(new Sheet(attribute(xml, "name"), path));
            }
          }
        });
    return new XlsxParts(
        sheets,
        hidden,
        texts(zip, target(zip, workbook, "sharedStrings", "")),
        formats(zip, target(zip, workbook, "styles", "")),
        since1904[0]);
  }

  /** The part a relation of a kind leads to, or the one given. */
  private static String target(ZipFile zip, String from, String kind, String otherwise)
      throws IOException, XMLStreamException {
    return relations(zip, from, true).getOrDefault(kind, otherwise);
  }

  /** Paths of the parts a part is related to, by the last word of their kind or by id. */
  private static Map<String, String> relations(ZipFile zip, String from, boolean byKind)
      throws IOException, XMLStreamException {
    int slash = from.lastIndexOf('/') + 1;
    String folder = from.substring(0, slash);
    String path = folder + "_rels/" + from.substring(slash) + ".rels";
    Map<String, String> relations = new HashMap<>();
    if (zip.getEntry(path) == null) {
      return relations;
    }
    each(
        zip,
        path,
        xml -> {
          if (xml.getLocalName().equals("Relationship")) {
            String type = attribute(xml, "Type");
            String target = attribute(xml, "Target");
            String key = byKind ? type.substring(type.lastIndexOf('/') + 1) : attribute(xml, "Id");
            relations.put(
                key, target.startsWith("/") ? target.substring(1) : resolved(folder, target));
          }
        });
    return relations;
  }

  private static String resolved(String folder, String target) {
    return java.net.URI.create("zip:/" + folder).resolve(target).getPath().substring(1);
  }

  private static void each(ZipFile zip, String path, Elements elements)
      throws IOException, XMLStreamException {
    XMLStreamReader xml = open(zip, path);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        elements.element(xml);
      }
    }
    xml.close();
  }

  private static List<String> texts(ZipFile zip, String path)
      throws IOException, XMLStreamException, UnreadableTable {
    List<String> texts = new ArrayList<>();
    if (!path.isEmpty()) {
      each(
          zip,
          path,
          xml -> {
            if (xml.getLocalName().equals("si") && texts.size() <= MAX_TEXTS) {
              texts.add(text(xml));
            }
          });
    }
    if (texts.size() > MAX_TEXTS) {
      throw new UnreadableTable(0, "too-many-texts", "工作簿有一百万个以上不同的文本，请另存为 CSV 再导入。");
    }
    return texts;
  }

  /** The text of an element, without what only says how it is spoken. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    boolean inText = false;
    int spoken = 0;
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
          inText = xml.getLocalName().equals("t");
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
          inText = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText && spoken == 0) {
            text.append(xml.getText());
          }
        }
        default -> {
          // comments and the like say nothing
        }
      }
    }
    return unescaped(text.toString());
  }

  /** {@code _x000D_} stands for the character of that number (ECMA-376 part 1, 22.9.2.19). */
  static String unescaped(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(m.group(1), 16))));
  }

  private static List<NumberShown> formats(ZipFile zip, String path)
      throws IOException, XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    Map<Integer, NumberShown> byId = new HashMap<>();
    List<NumberShown> formats = new ArrayList<>();
    boolean[] inCells = {false};
    if (!path.isEmpty()) {
      each(
          zip,
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
    return value.equals("1") || value.equals("true") || value.equals("on");
  }
}
