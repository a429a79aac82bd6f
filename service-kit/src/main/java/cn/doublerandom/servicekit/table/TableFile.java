package cn.doublerandom.servicekit.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The rows of a csv (UTF-8, with or without BOM) or of the first sheet of an xlsx, one at a time.
 * Which of the two it is the bytes say, not the name.
 */
final class TableFile {
  static final long MAX_BYTES = 512L * 1024 * 1024;
  static final int MAX_ROWS = 5_000_000;
  static final int MAX_COLUMNS = 64;
  static final int MAX_CELL = 32_767;

  /** Digits beyond which a spreadsheet does not keep a number. */
  private static final int EXCEL_DIGITS = 15;

  /** What a cell says that a spreadsheet could not compute or keep. */
  static final String LOST = "\u0000lost";

  static final String ERROR = "\u0000error";

  /** Built-in number formats that show a day (ECMA-376 part 1, 18.8.30). */
  private static final Set<Integer> DATE_FORMATS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31);

  private TableFile() {}

  /** Takes the rows; blank ones are left out. */
  interface Visitor {
    /**
     * @param number line of a csv, row of a sheet; the first is 1
     * @return whether to go on
     */
    boolean row(int number, List<String> cells) throws IOException;
  }

  static void read(Path file, Visitor visitor) throws UnreadableTable, IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new UnreadableTable(0, "too-large", "文件超过 512 MB。");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = Arrays.copyOf(in.readNBytes(8), 8);
    }
    if (ReadableWorkbook.isOOXMLZipHeader(head)) {
      XlsxGuard.check(file);
      xlsx(file, visitor);
    } else if (ReadableWorkbook.isOLE2Header(head)) {
      throw new UnreadableTable(0, "not-xlsx", "旧式 xls 或有密码的工作簿，请另存为无密码的 xlsx。");
    } else {
      csv(file, visitor);
    }
  }

  private static void csv(Path file, Visitor visitor) throws UnreadableTable, IOException {
    int number = 0;
    var handler =
        CsvRecordHandler.of(builder ->
            builder.maxFields(MAX_COLUMNS).maxFieldSize(MAX_CELL).maxRecordSize(4 * MAX_CELL));
    try (Reader text = strictUtf8(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text)) {
      for (CsvRecord line : csv) {
        number = Math.toIntExact(line.getStartingLineNumber());
        if (!isBlank(line.getFields()) && !visitor.row(number, line.getFields())) {
          return;
        }
      }
    } catch (CsvParseException e) {
      String said = said(e);
      if (said.contains("fields")) {
        throw new UnreadableTable(number + 1, "too-many-columns", "最多 " + MAX_COLUMNS + " 列。");
      } else if (said.contains("limit") || said.contains("size")) {
        throw new UnreadableTable(number + 1, "too-long", "此行或其中一格过长。");
      }
      throw new UnreadableTable(number + 1, "not-csv", "此处不是 CSV 格式。");
    } catch (CharacterCodingException | UncheckedIOException e) {
      throw new UnreadableTable(0, "not-utf8", "文件不是 UTF-8 编码，请另存为“CSV UTF-8”或 xlsx。");
    }
  }

  /** What an error and its causes say; the library tells its limits in words only. */
  private static String said(Throwable error) {
    var said = new StringBuilder();
    for (Throwable e = error; e != null; e = e.getCause()) {
      said.append(e.getMessage()).append(' ');
    }
    return said.toString().toLowerCase(Locale.ROOT);
  }

  private static Reader strictUtf8(Path file) throws IOException {
    var in = new PushbackInputStream(Files.newInputStream(file), 3);
    byte[] mark = in.readNBytes(3);
    boolean bom =
        mark.length == 3
            && mark[0] == (byte) 0xEF
            && mark[1] == (byte) 0xBB
            && mark[2] == (byte) 0xBF;
    if (!bom) {
      in.unread(mark);
    }
    return new InputStreamReader(
        in,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void xlsx(Path file, Visitor visitor) throws UnreadableTable, IOException {
    int number = 0;
    try (var workbook = workbook(file);
        Stream<Row> rows = rows(workbook)) {
      Iterator<Row> all = rows.iterator();
      // What the visitor throws is no fault of the file and passes through.
      for (Optional<Row> row = next(all, number); row.isPresent(); row = next(all, number)) {
        number = row.get().getRowNum();
        List<String> cells = cells(row.get());
        if (!isBlank(cells) && !visitor.row(number, cells)) {
          return;
        }
      }
    }
  }

  private static ReadableWorkbook workbook(Path file) throws UnreadableTable {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableTable(0, "not-xlsx", "工作簿无法打开。");
    }
  }

  private static Stream<Row> rows(ReadableWorkbook workbook) throws UnreadableTable {
    try {
      return workbook.getFirstSheet().openStream();
    } catch (IOException | RuntimeException e) {
      throw new UnreadableTable(0, "not-xlsx", "工作簿的第一张表无法打开。");
    }
  }

  /** The reader reports broken XML with whatever its parser throws. */
  private static Optional<Row> next(Iterator<Row> rows, int before) throws UnreadableTable {
    try {
      return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    } catch (RuntimeException e) {
      throw new UnreadableTable(before + 1, "not-xlsx", "工作簿在此处无法读取。");
    }
  }

  private static List<String> cells(Row row) throws UnreadableTable {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      String text = row.getOptionalCell(i).map(TableFile::text).orElse("");
      if (i >= MAX_COLUMNS && !text.isEmpty()) {
        throw new UnreadableTable(row.getRowNum(), "too-many-columns", "最多 " + MAX_COLUMNS + " 列。");
      } else if (i < MAX_COLUMNS) {
        cells.add(text);
      }
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      return ERROR;
    } else if (cell.getType() == CellType.NUMBER) {
      return isDate(cell) ? cell.asDate().toLocalDate().toString() : number(cell.asNumber());
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  private static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    int digits = plain.precision() - Math.min(0, plain.scale());
    boolean whole = plain.scale() <= 0;
    return whole && digits > EXCEL_DIGITS ? LOST : plain.toPlainString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && DATE_FORMATS.contains(id)) {
      return true;
    }
    String format = cell.getDataFormatString();
    return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(String::isBlank);
  }
}
