package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table people hand in, read row by row. Every fault is told with row, column, code and reason; a
 * row with one gives no value.
 *
 * @param heads columns that must be there; their order does not matter, further ones are not read
 *     unless {@code reader} asks for them
 * @param reader reads one row: {@code row -> new Thing(row.required("名称", 200))}
 * @param key what no two rows may share, or an empty string
 */
public record Table<T>(List<String> heads, Function<Row, T> reader, Function<T, String> key) {
  public static final int MAX_ROWS = TableFile.MAX_ROWS;

  /** Faults told in one answer; all of them are counted and marked in the error workbook. */
  public static final int MAX_TOLD = 200;

  public Table {
    heads = List.copyOf(heads);
  }

  /** Takes what is read, in the order of the file. */
  public interface Sink<T> {
    void row(int number, T value);

    /**
     * @param number 0 where the file as a whole is meant
     */
    void faults(int number, List<RowFault> faults);
  }

  /** Everything of a file: the good rows by number, and every fault. */
  public record Content<T>(Map<Integer, T> rows, List<RowFault> faults) {}

  /** The good rows and the faults of a file that fits into memory. */
  public Content<T> content(Path file) throws IOException {
    Map<Integer, T> rows = new LinkedHashMap<>();
    List<RowFault> faults = new ArrayList<>();
    scan(
        file,
        new Sink<>() {
          @Override
          public void row(int number, T value) {
            rows.put(number, value);
          }

          @Override
          public void faults(int number, List<RowFault> found) {
            faults.addAll(found);
          }
        });
    return new Content<>(rows, faults);
  }

  /** All rows of a file, or the refusal that tells every fault. */
  public List<T> require(Path file) throws IOException {
    Content<T> content = content(file);
    if (!content.faults().isEmpty()) {
      throw refusal(content.faults(), content.faults().size());
    }
    return List.copyOf(content.rows().values());
  }

  /**
   * The refusal of a file.
   *
   * @param faults the first of them
   * @param count how many there are
   */
  public static ProblemException refusal(List<RowFault> faults, int count) {
    return new ProblemException(
        EdgeRejection.FILE_REFUSED,
        faults.stream().limit(MAX_TOLD).map(RowFault::asError).toList(),
        Map.of("faults", count));
  }

  /** Reads a file once, holding one row at a time. */
  public void scan(Path file, Sink<T> sink) throws IOException {
    var scan = new Scan<>(this, sink);
    try {
      TableFile.read(file, scan::row);
    } catch (UnreadableTable e) {
      sink.faults(e.fault().row(), List.of(e.fault()));
      return;
    }
    if (scan.columns.isEmpty() && !scan.headless) {
      sink.faults(0, List.of(new RowFault(0, "", "empty", "文件是空的。")));
    }
  }

  private static final class Scan<T> {
    private final Table<T> table;
    private final Sink<T> sink;
    private final SeenKeys seen = new SeenKeys();
    private Map<String, Integer> columns = Map.of();
    private boolean headless;
    private int width;
    private int rows;

    Scan(Table<T> table, Sink<T> sink) {
      this.table = table;
      this.sink = sink;
    }

    boolean row(int number, List<String> cells) {
      if (columns.isEmpty()) {
        return head(number, cells);
      }
      if (++rows > MAX_ROWS) {
        sink.faults(
            number, List.of(new RowFault(number, "", "too-many-rows", "最多 " + MAX_ROWS + " 行。")));
        return false;
      }
      var row = new Row(number, cells, columns);
      T value = table.reader.apply(row);
      if (cells.stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
        row.fault("", "extra-cells", "此行比表头多出内容，可能错位。");
      }
      if (row.faults.isEmpty()) {
        String identity = table.key.apply(value);
        int first = identity.isEmpty() ? 0 : seen.first(identity, number);
        if (first != 0) {
          row.fault("", "duplicate", "与第 " + first + " 行重复：" + identity);
        }
      }
      if (row.faults.isEmpty()) {
        sink.row(number, value);
      } else {
        sink.faults(number, row.faults);
      }
      return true;
    }

    private boolean head(int number, List<String> cells) {
      Map<String, Integer> found = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        found.putIfAbsent(clean(cells.get(i)), i);
      }
      List<RowFault> missing =
          table.heads.stream()
              .filter(head -> !found.containsKey(head))
              .map(head -> new RowFault(number, head, "column-missing", "缺少列“" + head + "”。"))
              .toList();
      if (!missing.isEmpty()) {
        headless = true;
        sink.faults(number, missing);
        return false;
      }
      columns = found;
      width = cells.size();
      return true;
    }
  }

  static String clean(String cell) {
    return Normalizer.normalize(SafeCell.restored(cell), Normalizer.Form.NFC).strip();
  }

  /**
   * One row being read; a faulty cell is noted and a stand-in returned, so that reading goes on.
   */
  public static final class Row {
    /** 2023-03-15, 2023/3/15, 2023.3.15 or 2023年3月15日. */
    private static final Pattern DAY =
        Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final int number;
    private final List<String> cells;
    private final Map<String, Integer> columns;
    private final List<RowFault> faults = new ArrayList<>();

    private Row(int number, List<String> cells, Map<String, Integer> columns) {
      this.number = number;
      this.cells = cells;
      this.columns = columns;
    }

    /** Whether the file has a column of this head. */
    public boolean has(String column) {
      return columns.containsKey(column);
    }

    /** The cell without surrounding space, in NFC; empty where there is none. */
    public String text(String column, int maxLength) {
      int index = columns.getOrDefault(column, Integer.MAX_VALUE);
      String cell = index < cells.size() ? cells.get(index) : "";
      if (cell.equals(TableFile.LOST)) {
        fault(column, "digits-lost", "表格软件把长编码当作数字存储，末位已丢失，请改为文本后重填。");
        return "";
      } else if (cell.equals(TableFile.ERROR)) {
        fault(column, "cell-error", "此格是公式错误（如 #N/A）。");
        return "";
      }
      cell = clean(cell);
      if (cell.codePointCount(0, cell.length()) > maxLength) {
        fault(column, "too-long", "最多 " + maxLength + " 个字。");
      }
      if (cell.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL)) {
        fault(column, "control-character", "含有不可见的控制字符。");
      }
      return cell;
    }

    public String required(String column, int maxLength) {
      int before = faults.size();
      String cell = text(column, maxLength);
      if (cell.isEmpty() && faults.size() == before) {
        fault(column, "missing", "不能为空。");
      }
      return cell;
    }

    /** One of the listed words, as the value it stands for. */
    public <V> V oneOf(String column, Map<String, V> listed) {
      return word(column, required(column, 100), listed);
    }

    /** One of the listed words; where the cell is empty, the value given. */
    public <V> V oneOf(String column, Map<String, V> listed, V empty) {
      String cell = text(column, 100);
      return cell.isEmpty() ? empty : word(column, cell, listed);
    }

    private <V> V word(String column, String cell, Map<String, V> listed) {
      Map<String, V> words = new TreeMap<>(listed); // Map.of has no order, a message needs one
      V value = words.get(cell);
      if (value == null) {
        if (!cell.isEmpty()) {
          fault(column, "unknown-word", "应为：" + String.join("、", words.keySet()) + "。");
        }
        return words.values().iterator().next();
      }
      return value;
    }

    public LocalDate date(String column) {
      return day(column, required(column, 20));
    }

    /** A day; where the cell is empty, the one given. */
    public LocalDate date(String column, LocalDate empty) {
      String cell = text(column, 20);
      return cell.isEmpty() ? empty : day(column, cell);
    }

    private LocalDate day(String column, String cell) {
      Matcher day = DAY.matcher(cell);
      try {
        if (day.matches()) {
          return LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3)));
        }
        return LocalDate.parse(cell);
      } catch (DateTimeParseException e) {
        if (!cell.isEmpty()) {
          fault(column, "not-a-date", "应为日期，例如 2023-03-15。");
        }
      } catch (java.time.DateTimeException e) {
        fault(column, "not-a-date", "没有这一天，应为日期，例如 2023-03-15。");
      }
      return LocalDate.EPOCH;
    }

    /** A whole number within bounds; where the cell is empty, the one given. */
    public int integer(String column, int least, int most, int empty) {
      String cell = text(column, 12);
      if (cell.isEmpty()) {
        return empty;
      }
      if (cell.matches("[0-9]{1,9}")) {
        int value = Integer.parseInt(cell);
        if (value >= least && value <= most) {
          return value;
        }
      }
      fault(column, "not-a-number", "应为 " + least + " 至 " + most + " 的整数。");
      return empty;
    }

    /** Words separated by 、 or ; without empty ones, ascending. */
    public List<String> list(String column, int maxLength) {
      return List.of(text(column, maxLength).split("[、;；]")).stream()
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .sorted()
          .distinct()
          .toList();
    }

    public void fault(String column, String code, String text) {
      faults.add(new RowFault(number, column, code, text));
    }
  }
}
