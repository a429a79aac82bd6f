package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook or document written part by part, as other programs than ours write them. */
final class HandmadeFile {
  private final Map<String, String> parts = new LinkedHashMap<>();

  private HandmadeFile() {}

  /** A workbook of one sheet A; its rows stand in {@code sheetData}. */
  static HandmadeFile workbook(String rows) {
    return new HandmadeFile()
        .with("[Content_Types].xml", "<Types>spreadsheetml</Types>")
        .with(
            "_rels/.rels",
            "<R><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>")
        .with(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>")
        .with(
            "xl/_rels/workbook.xml.rels",
            "<R><Relationship Id=\"r1\" Type=\"x/worksheet\""
                + " Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\""
                + " Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\""
                + " Type=\"x/styles\" Target=\"styles.xml\"/><Relationship Id=\"r4\""
                + " Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/></R>")
        .with(
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>")
        .with("xl/sharedStrings.xml", "<sst/>")
        .with("xl/styles.xml", "<styleSheet/>");
  }

  /** A document with this body. */
  static HandmadeFile document(String body) {
    return new HandmadeFile()
        .with("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        .with("word/document.xml", "<document><body>" + body + "</body></document>");
  }

  HandmadeFile with(String part, String xml) {
    parts.put(part, xml);
    return this;
  }

  HandmadeFile without(String part) {
    parts.remove(part);
    return this;
  }

  Path in(Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "handmade", ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
