package cn.doublerandom.servicekit.csv;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads a CSV table with a header row, UTF-8 with or without BOM, and collects every fault. Use:
 * {@code CsvTable.read(bytes, heads, row -> new Thing(row.required("名称", 200)))}; with one fault or
 * more nothing is returned and all of them are told (at most {@value #MAX_TOLD}).
 */
public final class CsvTable {
  public static final int MAX_BYTES = 8 * 1024 * 1024;
  public static final int MAX_ROWS = 50_000;
  private static final int MAX_COLUMNS = 64;
  private static final int MAX_TOLD = 200;

  private final List<CsvFault> faults = new ArrayList<>();

  private CsvTable() {}

  /**
   * The rows as values, or a {@link ProblemException} that tells every fault.
   *
   * @param heads columns that must be there; order and further columns do not matter
   * @param reader reads one row; a value with faults is never returned
   * @param key what no two rows may share, or an empty string
   */
  public static <T> List<T> read(
      byte[] file, List<String> heads, Function<Row, T> reader, Function<T, String> key) {
    var table = new CsvTable();
    List<T> values = table.rows(file, heads, reader, key);
    if (!table.faults.isEmpty()) {
      throw new ProblemException(
          EdgeRejection.FILE_REFUSED,
          table.faults.stream().limit(MAX_TOLD).map(CsvFault::asError).toList(),
          Map.of("faults", table.faults.size()));
    }
    return values;
  }

  private <T> List<T> rows(
      byte[] file, List<String> heads, Function<Row, T> reader, Function<T, String> key) {
    List<T> values = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> columns = null;
    int number = 0;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().detectBomHeader(false).ofCsvRecord(text(file))) {
      for (CsvRecord line : csv) {
        number = Math.toIntExact(line.getStartingLineNumber());
        if (columns == null) {
          columns = columns(line, heads);
          if (columns.isEmpty()) {
            return values;
          }
        } else if (values.size() >= MAX_ROWS) {
          fault(number, "", "too-many-rows", "最多 " + MAX_ROWS + " 行。");
          break;
        } else {
          one(new Row(number, line.getFields(), columns), reader, key, seen).ifPresent(values::add);
        }
      }
    } catch (CsvParseException | java.io.IOException e) {
      fault(number + 1, "", "not-csv", "此处不是 CSV 格式。");
    } catch (Unreadable e) {
      fault(0, "", e.code, e.text);
    }
    if (columns == null && faults.isEmpty()) {
      fault(0, "", "empty", "文件是空的。");
    }
    return values;
  }

  private <T> Optional<T> one(
      Row row, Function<Row, T> reader, Function<T, String> key, Map<String, Integer> seen) {
    int before = faults.size();
    T value = reader.apply(row);
    if (faults.size() > before) {
      return Optional.empty();
    }
    String identity = key.apply(value);
    Integer first = identity.isEmpty() ? null : seen.putIfAbsent(identity, row.number);
    if (first != null) {
      fault(row.number, "", "duplicate", "与第 " + first + " 行重复：" + identity);
    }
    return Optional.of(value);
  }

  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String text;

    Unreadable(String code, String text) {
      super(code, null, false, false);
      this.code = code;
      this.text = text;
    }
  }

  private static String text(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new Unreadable("too-large", "文件超过 8 MB。");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable("not-utf8", "文件不是 UTF-8 编码，请另存为“CSV UTF-8”。");
    }
  }

  private Map<String, Integer> columns(CsvRecord header, List<String> heads) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    if (header.getFieldCount() > MAX_COLUMNS) {
      fault(1, "", "too-many-columns", "最多 " + MAX_COLUMNS + " 列。");
      return Map.of();
    }
    for (int i = 0; i < header.getFieldCount(); i++) {
      columns.putIfAbsent(clean(header.getField(i)), i);
    }
    boolean complete = true;
    for (String head : heads) {
      if (!columns.containsKey(head)) {
        fault(1, head, "column-missing", "缺少列“" + head + "”。");
        complete = false;
      }
    }
    return complete ? columns : Map.of();
  }

  private static String clean(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
  }

  private void fault(int row, String column, String code, String text) {
    faults.add(new CsvFault(row, column, code, text));
  }

  /**
   * One row being read; a faulty cell is noted and a stand-in returned, so that reading goes on.
   */
  public final class Row {
    private final int number;
    private final List<String> cells;
    private final Map<String, Integer> columns;

    private Row(int number, List<String> cells, Map<String, Integer> columns) {
      this.number = number;
      this.cells = cells;
      this.columns = columns;
    }

    /** The cell without surrounding space, in NFC; empty where there is none. */
    public String text(String column, int maxLength) {
      int index = columns.getOrDefault(column, Integer.MAX_VALUE);
      String cell = index < cells.size() ? clean(cells.get(index)) : "";
      if (cell.codePointCount(0, cell.length()) > maxLength) {
        fault(column, "too-long", "最多 " + maxLength + " 个字。");
      }
      if (cell.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL)) {
        fault(column, "control-character", "含有不可见的控制字符。");
      }
      return cell;
    }

    public String required(String column, int maxLength) {
      String cell = text(column, maxLength);
      if (cell.isEmpty()) {
        fault(column, "missing", "不能为空。");
      }
      return cell;
    }

    /** One of the listed words, as the value it stands for. */
    public <V> V oneOf(String column, Map<String, V> listed) {
      Map<String, V> words = new TreeMap<>(listed); // Map.of has no order, a message needs one
      String cell = required(column, 100);
      V value = words.get(cell);
      if (value == null) {
        if (!cell.isEmpty()) {
          fault(column, "unknown-word", "应为：" + String.join("、", words.keySet()) + "。");
        }
        return words.values().iterator().next();
      }
      return value;
    }

    /** A day written YYYY-MM-DD. */
    public LocalDate date(String column) {
      String cell = required(column, 10);
      try {
        return LocalDate.parse(cell);
      } catch (DateTimeParseException e) {
        if (!cell.isEmpty()) {
          fault(column, "not-a-date", "应为日期，例如 2023-03-15。");
        }
        return LocalDate.EPOCH;
      }
    }

    /** Words separated by 、 or ; without empty ones. */
    public List<String> list(String column, int maxLength) {
      return List.of(text(column, maxLength).split("[、;；]")).stream()
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .sorted()
          .distinct()
          .toList();
    }

    public void fault(String column, String code, String text) {
      CsvTable.this.fault(number, column, code, text);
    }
  }
}
