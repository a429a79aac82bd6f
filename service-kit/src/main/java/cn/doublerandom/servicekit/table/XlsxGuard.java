package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks at an xlsx before anything of it is believed: every part is inflated once and thrown away,
 * so that a zip bomb, a row of a million columns, an element of a hundred thousand attributes or an
 * entity of XML ends here and costs neither memory nor minutes.
 */
final class XlsxGuard {
  static final int MAX_COLUMN_LETTERS = 3; // XFD, the last column a spreadsheet has
  private static final int MAX_PARTS = 1_000;
  private static final long MAX_INFLATED = 2L * 1024 * 1024 * 1024;

  /** A part may be this many times its packed size, once it is larger than {@link #SMALL}. */
  private static final long MAX_RATIO = 100;

  private static final long SMALL = 8L * 1024 * 1024;

  /** They are held in memory as a whole, unlike rows. */
  static final int MAX_SHARED_STRINGS = 64 * 1024 * 1024;

  /** Styles, relations and the like. */
  private static final int MAX_OTHER = 16 * 1024 * 1024;

  /** For looking through a file of the largest size. */
  private static final Duration MOST_TIME = Duration.ofMinutes(1);

  private static final List<String> NO_XML =
      List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tiff", ".bin");

  private XlsxGuard() {}

  static void check(Path file) throws UnreadableTable {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_PARTS) {
        throw new UnreadableTable(0, "zip-bomb", "压缩包内文件过多，不是正常的 xlsx。");
      }
      requireWorkbook(zip);
      long inflated = 0;
      long begun = System.nanoTime();
      for (ZipEntry part : Collections.list(zip.entries())) {
        inflated += inflate(zip, part, inflated, begun);
      }
    } catch (IOException e) {
      throw new UnreadableTable(0, "not-xlsx", "文件已损坏，不是 xlsx 工作簿。");
    }
  }

  /**
   * Looks at one part of XML.
   *
   * @param most bytes it may be, unpacked
   */
  static void check(ZipFile zip, ZipEntry part, long most) throws IOException, UnreadableTable {
    inflate(zip, part, MAX_INFLATED - most, System.nanoTime());
  }

  private static void requireWorkbook(ZipFile zip) throws IOException, UnreadableTable {
    ZipEntry types = zip.getEntry("[Content_Types].xml");
    if (types == null) {
      throw new UnreadableTable(0, "not-xlsx", "这是压缩包，不是 xlsx 工作簿。");
    }
    try (InputStream in = zip.getInputStream(types)) {
      String said = new String(in.readNBytes(64 * 1024), StandardCharsets.UTF_8);
      if (said.contains("macroEnabled")) {
        throw new UnreadableTable(0, "macros", "不接受带宏的工作簿，请另存为 xlsx。");
      }
      if (!said.contains("spreadsheetml")) {
        throw new UnreadableTable(0, "not-xlsx", "这不是 xlsx 工作簿。");
      }
    }
  }

  /** Whatever is not known to be something else: a part may have any name. */
  private static boolean isXml(String name) {
    return NO_XML.stream().noneMatch(name::endsWith);
  }

  private static long inflate(ZipFile zip, ZipEntry part, long before, long begun)
      throws IOException, UnreadableTable {
    long limit = Math.min(MAX_INFLATED - before, Math.max(SMALL, MAX_RATIO * packed(part)));
    String name = part.getName().toLowerCase(Locale.ROOT);
    boolean isSheet = name.contains("worksheets/");
    boolean isXml = isXml(name);
    if (name.endsWith("sharedstrings.xml")) {
      limit = Math.min(limit, MAX_SHARED_STRINGS);
    } else if (!isSheet && isXml) {
      limit = Math.min(limit, MAX_OTHER);
    }
    // A size that is not said, or a lie, is found out below.
    requireSize(part.getSize(), limit);
    var cells = new CellScanner();
    var xml = new XmlWatch();
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (InputStream in = zip.getInputStream(part)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        requireSize(size, limit);
        if (isXml) {
          xml.pass(buffer, n);
        }
        if (isSheet) {
          cells.scan(buffer, n);
        }
        if (System.nanoTime() - begun > MOST_TIME.toNanos()) {
          throw new UnreadableTable(0, "too-slow", "文件过大，一分钟内没有看完，请分成几个文件。");
        }
      }
    }
    return size;
  }

  private static void requireSize(long size, long limit) throws UnreadableTable {
    if (size > limit) {
      throw new UnreadableTable(0, "zip-bomb", "文件解压后异常巨大，已拒绝。");
    }
  }

  private static long packed(ZipEntry part) {
    return Math.max(0, part.getCompressedSize());
  }

  /** Finds cells beyond the last column in bytes as they pass. */
  private static final class CellScanner {
    private boolean inCell;
    private int before;
    private int beforeThat;
    private int letters = -1;

    void scan(byte[] bytes, int length) throws UnreadableTable {
      for (int i = 0; i < length; i++) {
        cell(bytes[i]);
      }
    }

    /** Within {@code <c … r="AB12" …>} counts the letters of the reference. */
    private void cell(byte b) throws UnreadableTable {
      if (letters >= 0) {
        letters = Character.isAlphabetic(b) ? letters + 1 : -1;
        if (letters > MAX_COLUMN_LETTERS) {
          throw new UnreadableTable(0, "too-many-columns", "列数超出电子表格的范围。");
        }
      } else if (inCell && beforeThat == 'r' && before == '=' && (b == '"' || b == '\'')) {
        letters = 0;
      }
      if (b == '>') {
        inCell = false;
      } else if (beforeThat == '<' && before == 'c' && b <= ' ') {
        inCell = true;
      }
      beforeThat = before;
      before = b;
    }
  }
}
