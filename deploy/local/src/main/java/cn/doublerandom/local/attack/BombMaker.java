package cn.doublerandom.local.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents that are small until somebody reads them. Made when they are sent, never stored. */
final class BombMaker {
  private static final String TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/>
      </Types>
      """;
  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>
      </Relationships>
      """;
  private static final String SHEET =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"
          + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String SHEET_END = "</sheetData></worksheet>";
  private static final String WORD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

  private BombMaker() {}

  /** Writes the text of one part of a package, piece by piece. */
  private interface Part {
    void write(ZipOutputStream out) throws IOException;
  }

  private static void put(ZipOutputStream zip, String name, Part part) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    part.write(zip);
    zip.closeEntry();
  }

  private static void text(ZipOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] workbook(Part sheet, Part strings) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          o -> text(o, TYPES.formatted("xl/workbook.xml", "spreadsheetml.sheet")));
      put(
          zip,
          "_rels/.rels",
          o -> text(o, RELATIONS.formatted("officeDocument", "xl/workbook.xml")));
      put(
          zip,
          "xl/workbook.xml",
          o ->
              text(
                  o,
                  "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                      + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                      + " name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          o -> text(o, RELATIONS.formatted("worksheet", "worksheets/sheet1.xml")));
      put(zip, "xl/worksheets/sheet1.xml", sheet);
      put(zip, "xl/sharedStrings.xml", strings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final Part NO_STRINGS =
      out ->
          text(out, "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");

  private static Part sheet(String rows) {
    return out -> text(out, SHEET + rows + SHEET_END);
  }

  /** A row of so many attributes. */
  static byte[] attributes(int count) {
    return workbook(
        out -> {
          text(out, SHEET + "<row r=\"1\"");
          for (int i = 0; i < count; i++) {
            text(out, " a" + i + "=\"1\"");
          }
          text(out, "><c r=\"A1\" t=\"inlineStr\"><is><t>编码</t></is></c></row>" + SHEET_END);
        },
        NO_STRINGS);
  }

  /** A cell with a number nobody can write out. */
  static byte[] number(String number) {
    return workbook(
        sheet(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>编码</t></is></c></row><row r=\"2\"><c"
                + " r=\"A2\"><v>"
                + number
                + "</v></c></row>"),
        NO_STRINGS);
  }

  /** Shared strings of so many megabytes, packed less than a hundred to one. */
  static byte[] sharedStrings(int megabytes) {
    return workbook(
        sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        out -> {
          text(out, "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
          String filling = "示".repeat(160);
          for (int i = 0; i < megabytes * 2_000; i++) {
            text(out, "<si><t>" + Integer.toHexString(i * 0x9E3779B1) + filling + "</t></si>");
          }
          text(out, "</sst>");
        });
  }

  /** Nothing but zeros, a thousand to one. */
  static byte[] zeros(int megabytes) {
    byte[] block = new byte[1_000_000];
    java.util.Arrays.fill(block, (byte) ' ');
    return workbook(
        out -> {
          text(out, SHEET);
          for (int i = 0; i < megabytes; i++) {
            out.write(block);
          }
          text(out, SHEET_END);
        },
        NO_STRINGS);
  }

  /** Entities of entities. */
  static byte[] entities() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      laughs
          .append("<!ENTITY l")
          .append(i)
          .append(" \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    return workbook(
        out ->
            text(
                out,
                laughs
                    + "]><worksheet><sheetData><row r=\"1\"><c r=\"A1\""
                    + " t=\"inlineStr\"><is><t>&l9;</t></is></c></row></sheetData></worksheet>"),
        NO_STRINGS);
  }

  /** A Word document of tables within tables. */
  static byte[] nestedWord(int depth) {
    return word(out -> {
      for (int i = 0; i < depth; i++) {
        text(out, "<w:tbl><w:tr><w:tc>");
      }
      text(out, "<w:p><w:r><w:t>抽查</w:t></w:r></w:p>");
      for (int i = 0; i < depth; i++) {
        text(out, "<w:p/></w:tc></w:tr></w:tbl>");
      }
    });
  }

  /** A Word document of very many tables beside each other. */
  static byte[] manyWord(int tables) {
    return word(out -> {
      for (int i = 0; i < tables; i++) {
        text(out, "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
      }
    });
  }

  private static byte[] word(Part body) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "[Content_Types].xml",
          o -> text(o, TYPES.formatted("word/document.xml", "wordprocessingml.document")));
      put(
          zip,
          "_rels/.rels",
          o -> text(o, RELATIONS.formatted("officeDocument", "word/document.xml")));
      put(
          zip,
          "word/document.xml",
          o -> {
            text(o, WORD);
            body.write(o);
            text(o, "<w:p/></w:body></w:document>");
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Tables within tables, as a page. */
  static byte[] nestedPage(int depth) {
    return ("<html><body>" + "<table><tr><td>".repeat(depth) + "抽查")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A plan as text, row after row. */
  static byte[] plan(int megabytes) {
    String head =
        "抽查计划 编号\t抽查计 划名称\t抽查任 务编号\t抽查任 务名称\t抽查类 型\t抽查比 例\t抽查事项\t抽查对象范围\t发起科（股） 室\t联合科（股） 室"
            + "\t抽取日期\n";
    String row =
        "2023001\t一一一一一一一一一一\t001\t一一一一\t定向\t一一一一一一一一一一一一一一一一一一\t一一一一\t一一\t一一\t一一\t一一一一一一一一一\n";
    int rows = megabytes * 1_000_000 / row.getBytes(StandardCharsets.UTF_8).length;
    return (head + row.repeat(rows)).getBytes(StandardCharsets.UTF_8);
  }
}
