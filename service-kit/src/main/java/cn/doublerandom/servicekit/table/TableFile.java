package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a csv or of the sheets of an xlsx, one at a time. Which of the two it is the bytes
 * say, not the name and not the media type.
 */
final class TableFile {
  static final long MAX_BYTES = 512L * 1024 * 1024;
  static final int MAX_ROWS = 5_000_000;
  static final int MAX_COLUMNS = 64;
  static final int MAX_CELL = 32_767;

  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] OLE2 = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

  private TableFile() {}

  /**
   * Cells that are one; their rows and columns, first and last.
   *
   * @param firstRow numbered like rows
   * @param firstColumn from 0
   */
  record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  /** Takes the rows; blank ones are left out. */
  interface Visitor {
    /** Another sheet begins; a csv is one without a name. */
    default void sheet(String name) {}

    /**
     * @param number line of a csv, row of a sheet; the first is 1, of a later sheet a multiple of
     *     {@link RowFault#SHEET} more
     * @return whether to go on with this sheet
     */
    boolean row(int number, List<TableCell> cells) throws IOException;

    /** Told after the rows. */
    default void merged(Merge merge) {}

    /** A sheet that cannot be seen is no part of the table; told before the others. */
    default void leftOut(String hiddenSheet) {}

    /** Rows or columns that cannot be seen and were read, in words; told after the rows. */
    default void unseen(String note) {}
  }

  /** Whether it is read as a text. */
  static boolean isText(Path file) throws IOException {
    byte[] head = head(file);
    return !begins(head, ZIP) && !begins(head, OLE2) && !isMarkup(head);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.copyOf(in.readNBytes(OLE2.length), OLE2.length);
    }
  }

  static void read(Path file, Visitor visitor) throws UnreadableTable, IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new UnreadableTable(0, "too-large", "文件超过 512 MB。");
    }
    byte[] head = head(file);
    if (begins(head, ZIP)) {
      workbook(file, visitor);
    } else if (begins(head, OLE2)) {
      throw new UnreadableTable(0, "not-xlsx", "旧式 xls 或有密码的工作簿，请另存为无密码的 xlsx。");
    } else if (isMarkup(head)) {
      throw new UnreadableTable(0, "not-xlsx", "这是网页或 XML 格式的表格，请用表格软件打开后另存为 xlsx。");
    } else {
      CsvFile.read(file, visitor);
    }
  }

  private static void workbook(Path file, Visitor visitor) throws UnreadableTable, IOException {
    try {
      XlsxFile.read(file, visitor);
    } catch (UnreadableTable e) {
      throw e.in(FileKind.WORKBOOK);
    }
  }

  private static boolean begins(byte[] head, int[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMarkup(byte[] head) {
    int at = begins(head, new int[] {0xEF, 0xBB, 0xBF}) ? 3 : 0;
    return head[at] == '<';
  }

  static boolean isBlank(List<TableCell> cells) {
    return cells.stream().allMatch(TableCell::isBlank);
  }
}
