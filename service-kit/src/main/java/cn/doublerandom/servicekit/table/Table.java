package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.TextGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A table people hand in, read row by row. Every fault is told with row, column, code and reason; a
 * row with one gives no value. What is taken though it was not written as asked is said.
 *
 * @param heads columns that must be there; their order does not matter, further ones are not read
 *     unless {@code reader} asks for them
 * @param others other names offices give to columns, and the name they have here; optional columns
 *     stand among them with their own
 * @param elsewhere columns that would be missed if they were left out, as a pattern, and how to say
 *     what they say: a file with one is refused
 * @param reader reads one row: {@code row -> new Thing(row.required("名称", 200))}
 * @param key what no two rows may share, or an empty string
 */
public record Table<T>(
    List<String> heads,
    Map<String, String> others,
    Map<String, String> elsewhere,
    Function<TableRow, T> reader,
    Function<T, String> key) {
  public static final int MAX_ROWS = TableFile.MAX_ROWS;

  /** The sheet of our own empty tables that says how they are filled in; nothing is read of it. */
  public static final String GUIDE = "填写说明";

  /** Faults told in one answer; all of them are counted and marked in the error workbook. */
  public static final int MAX_TOLD = 200;

  /** Rows, and faults, of a file that is held as a whole. */
  static final int MAX_HELD = 100_000;

  public Table {
    heads = List.copyOf(heads);
    others = Map.copyOf(others);
    elsewhere = Map.copyOf(elsewhere);
  }

  public Table(
      List<String> heads,
      Map<String, String> others,
      Function<TableRow, T> reader,
      Function<T, String> key) {
    this(heads, others, Map.of(), reader, key);
  }

  public Table(List<String> heads, Function<TableRow, T> reader, Function<T, String> key) {
    this(heads, Map.of(), reader, key);
  }

  /** Takes what is read, in the order of the file. */
  public interface Sink<T> {
    void row(int number, T value);

    void faults(int number, List<RowFault> faults);

    /** The file cannot be read as a table, or not beyond this row: nothing of it may be taken. */
    default void broken(RowFault fault) {
      faults(fault.row(), List.of(fault));
    }

    /** Something was taken otherwise than it stands, or left out. */
    default void said(RowFault note) {}
  }

  /** Everything of a file: the good rows by number, every fault, and what is to be said. */
  public record Content<T>(Map<Integer, T> rows, List<RowFault> faults, List<RowFault> notes) {}

  /** The good rows and the faults of a file that fits into memory; one with more is at fault. */
  public Content<T> content(Path file) throws IOException {
    Map<Integer, T> rows = new LinkedHashMap<>();
    List<RowFault> faults = new ArrayList<>();
    List<RowFault> notes = new ArrayList<>();
    int[] count = {0};
    scan(
        file,
        new Sink<>() {
          @Override
          public void row(int number, T value) {
            if (++count[0] <= MAX_HELD) {
              rows.put(number, value);
            }
          }

          @Override
          public void faults(int number, List<RowFault> found) {
            if (faults.size() < MAX_HELD) {
              faults.addAll(found);
            }
          }

          @Override
          public void said(RowFault note) {
            if (notes.size() < MAX_HELD) {
              notes.add(note);
            }
          }
        });
    if (count[0] > MAX_HELD) {
      faults.add(new RowFault(0, "", "too-many-rows", "最多 " + MAX_HELD + " 行。"));
    }
    return new Content<>(rows, faults, notes);
  }

  /** All rows of a file, or the refusal that tells every fault. */
  public List<T> require(Path file) throws IOException {
    return List.copyOf(required(file).rows().values());
  }

  /** All rows of a file and what is to be said of it, or the refusal that tells every fault. */
  public Content<T> required(Path file) throws IOException {
    Content<T> content = content(file);
    if (!content.faults().isEmpty()) {
      throw refusal(content.faults(), content.faults().size());
    }
    return content;
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
    var scan = new TableScan<>(this, sink);
    try {
      TableFile.read(file, scan);
      scan.end();
    } catch (UnreadableTable e) {
      sink.broken(e.fault());
    }
  }

  static String clean(String cell) {
    return TextGuard.normalized(TextGuard.visible(SafeCell.restored(cell)), Normalizer.Form.NFC);
  }
}
