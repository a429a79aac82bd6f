package cn.doublerandom.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What lies on the disk of an office that begins: a register of three hundred with twelve slips of
 * the pen, and the year's plan as it was written in Word. Every firm is invented and says so.
 */
final class OfficeFiles {
  static final int SUBJECTS = 300;

  /** Of them, beyond those of the sample. */
  static final int ADDED = 106;

  /** What stands in the plan where the office forgot to change last year's figure. */
  private static final String LAST_YEAR = "2022 年 3 月至 11 月";

  static final String THIS_YEAR = "2023 年 3 月至 11 月";

  private static final List<String> RISKS = List.of("A", "A", "B", "B", "B", "C", "C", "D");
  private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private final Home home;

  /** With those of the sample a visit to a carrier has eight items. */
  private static final List<String> MORE_ITEMS =
      List.of(
          "JT-DY-05,道路旅客运输经营检查,《道路旅客运输及客运站管理规定》,一般,县,道路运输,实地检查",
          "JT-DY-06,道路货物运输经营检查,《道路货物运输及站场管理规定》,一般,县,道路运输,实地检查",
          "JT-DY-07,机动车维修经营检查,《机动车维修管理规定》,一般,县,道路运输,实地检查",
          "JT-DY-08,机动车驾驶员培训经营检查,《机动车驾驶员培训管理规定》,一般,县,道路运输,实地检查");

  OfficeFiles(Home home) {
    this.home = home;
  }

  /**
   * A cell that was mistyped; no other cell of the table says the same.
   *
   * @param row of those added to the sample, from 0
   * @param column of the table, from 0
   */
  record Slip(int row, int column, UnaryOperator<String> typed) {
    private static Slip of(int row, int column, String typed) {
      return new Slip(row, column, right -> typed);
    }
  }

  /** One in each of twelve rows, each of another kind. */
  static final List<Slip> SLIPS =
      List.of(
          new Slip(3, 0, right -> right.substring(0, 17) + (right.endsWith("1") ? "2" : "1")),
          new Slip(11, 0, right -> right.replace("MA2", "MAZ")),
          new Slip(19, 0, right -> right.substring(0, 17)),
          Slip.of(27, 1, "9999999"),
          Slip.of(35, 2, "公司"),
          Slip.of(43, 4, "甲级"),
          Slip.of(51, 5, "营业中"),
          Slip.of(59, 7, "2023-13-01"),
          Slip.of(67, 7, "2031-05-04"),
          Slip.of(75, 7, "不详"),
          Slip.of(83, 9, "13053"),
          Slip.of(91, 9, "999999"));

  /** The list of items as it came from above. */
  Path items(Path directory) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(home.sample("items.csv")));
    lines.addAll(MORE_ITEMS);
    return Files.write(directory.resolve("随机抽查事项清单.csv"), lines);
  }

  /** Codes of the items the sample does not have. */
  static List<String> moreItems() {
    return MORE_ITEMS.stream().map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  /** The register as it was typed. */
  Path subjects(Path directory) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(home.sample("subjects.csv")));
    for (int i = 0; i < ADDED; i++) {
      lines.add(String.join(",", typed(i)) + ",,");
    }
    if (lines.size() - 1 != SUBJECTS) {
      throw new AssertionError("the register has %d rows".formatted(lines.size() - 1));
    }
    return Files.write(directory.resolve("检查对象名录.csv"), lines);
  }

  /** The cells of an added firm as they should be. */
  private static List<String> right(int i) {
    return List.of(
        code(i),
        "清河县示例新增道路运输第%d户有限公司（示例）".formatted(i + 1),
        "企业",
        i % 2 == 0 ? "道路运输、道路货运" : "道路运输、机动车维修",
        RISKS.get(i % RISKS.size()),
        "存续",
        "清河县行政审批局",
        "%d-%02d-%02d".formatted(2005 + i % 15, 1 + i % 12, 1 + i % 28),
        "清河县示例路%d号".formatted(1_000 + i),
        "130534");
  }

  private static List<String> typed(int i) {
    List<String> cells = new ArrayList<>(right(i));
    for (Slip slip : SLIPS) {
      if (slip.row() == i) {
        cells.set(slip.column(), slip.typed().apply(cells.get(slip.column())));
      }
    }
    return cells;
  }

  /** The code of an added firm. */
  static String code(int i) {
    String organisation = "MA2%05d".formatted(10_000 + 37 * i);
    String first = "91130534" + organisation + organisationCheck(organisation);
    return first + check(first);
  }

  /** The name of an added firm. */
  static String nameOf(String code) {
    return IntStream.range(0, ADDED)
        .filter(i -> code(i).equals(code))
        .mapToObj(i -> right(i).get(1))
        .findFirst()
        .orElseThrow();
  }

  private static char organisationCheck(String organisation) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }

  private static char check(String first) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(first.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /**
   * The marked workbook with each slip put right in its own cell, as somebody does who opens it.
   *
   * @throws AssertionError where a slip is not in it, or more than once
   */
  Path mended(Path marked, Path directory) throws IOException {
    Path mended = directory.resolve("检查对象名录（已改）.xlsx");
    try (var in = new ZipFile(marked.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(mended))) {
      for (ZipEntry part : Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(part).readAllBytes();
        out.putNextEntry(new ZipEntry(part.getName()));
        out.write(part.getName().startsWith("xl/worksheets/") ? corrected(bytes) : bytes);
      }
    }
    return mended;
  }

  private static byte[] corrected(byte[] sheet) {
    // Chinese is written by numbers there.
    String text =
        REFERENCE
            .matcher(new String(sheet, StandardCharsets.UTF_8))
            .replaceAll(sign -> Character.toString(Integer.parseInt(sign.group(1), 16)));
    for (Slip slip : SLIPS) {
      String right = right(slip.row()).get(slip.column());
      String cell = ">" + slip.typed().apply(right) + "<";
      if (text.split(Pattern.quote(cell), -1).length != 2) {
        throw new AssertionError("not once in the marked workbook: " + cell);
      }
      text = text.replace(cell, ">" + right + "<");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The plan of the sample in Word, without the unit that issues it and with a year too early. */
  Path plan(Path directory) throws IOException {
    var body = new StringBuilder();
    var table = new StringBuilder();
    for (String line : Files.readAllLines(home.sample("plan-2023.txt"))) {
      if (line.indexOf('\t') >= 0) {
        row(table, line.replace(THIS_YEAR, LAST_YEAR));
      } else if (!line.startsWith("单位") && !line.isBlank()) {
        body.append(paragraph(line.replaceAll("^[# ]+", "")));
      }
    }
    Path file = directory.resolve("清河县2023年度抽查计划.docx");
    Files.write(
        file,
        zip(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType="
                + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-"
                + "officedocument.wordprocessingml.document.main+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships xmlns="
                + "\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas."
                + "openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>"
                + "</Relationships>",
            "word/document.xml",
            "<w:document xmlns:w="
                + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body
                + "<w:tbl>"
                + table
                + "</w:tbl></w:body></w:document>"));
    return file;
  }

  private static void row(StringBuilder table, String line) {
    table.append("<w:tr>");
    for (String cell : line.split("\t", -1)) {
      table.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
    }
    table.append("</w:tr>");
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  /** Names and texts by turns. */
  private static byte[] zip(String... parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + parts[i + 1])
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  /** Whether it is a document that can be printed. */
  static boolean isPdf(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-");
  }
}
