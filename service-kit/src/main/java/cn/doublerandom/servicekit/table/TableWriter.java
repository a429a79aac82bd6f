package cn.doublerandom.servicekit.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table row by row, as csv (UTF-8 with BOM, as Excel wants it) or as xlsx. */
public final class TableWriter implements Closeable {
  private static final int FLUSHED_ROWS = 500;

  /** Where the rows go. */
  private interface Rows {
    void write(List<String> cells) throws IOException;
  }

  private final Rows rows;
  private final Closeable end;

  private TableWriter(Rows rows, Closeable end) {
    this.rows = rows;
    this.end = end;
  }

  public static TableWriter csv(OutputStream out) throws IOException {
    out.write("\ufeff".getBytes(StandardCharsets.UTF_8));
    return moreCsv(out);
  }

  /** Rows that go on where a csv was begun. */
  public static TableWriter moreCsv(OutputStream out) {
    var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().build(text);
    return new TableWriter(
        cells -> csv.writeRecord(cells.stream().map(SafeCell::neutralised).toList()), csv);
  }

  /**
   * At most {@value org.dhatim.fastexcel.Worksheet#MAX_ROWS} rows; text cells only.
   *
   * @param practice whether it is of a practice bureau: its sheet and each page of it say so
   */
  public static TableWriter xlsx(OutputStream out, String title, boolean practice) {
    var workbook = new Workbook(out, "double-random", "1.0");
    Worksheet sheet = PracticeSheet.of(workbook, title, practice);
    int[] at = {0};
    return new TableWriter(
        cells -> {
          for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(at[0], i, XlsxText.escaped(cells.get(i)));
          }
          at[0]++;
          if (at[0] % FLUSHED_ROWS == 0) {
            sheet.flush();
          }
        },
        () -> {
          sheet.close();
          workbook.close();
        });
  }

  public void row(List<String> cells) throws IOException {
    rows.write(cells);
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}
