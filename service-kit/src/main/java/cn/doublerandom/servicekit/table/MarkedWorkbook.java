package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The file that was handed in as xlsx, its bad cells red and the reason in a last column, so that
 * an office can mend it and hand it in again as it is.
 */
public final class MarkedWorkbook {
  static final String REASONS = "错误说明";
  private static final String TITLE = "导入";
  private static final String RED = "FFC7CE";
  private static final int FLUSHED_ROWS = 500;
  private static final int MAX_ROWS = Worksheet.MAX_ROWS;

  /** Of rows that are not yet written. */
  private static final int FLUSHED_CHARACTERS = 1_000_000;

  /** Two hundred thousand rows of 160; the workbook is held in memory, packed. */
  static final int MAX_CHARACTERS = 32_000_000;

  private MarkedWorkbook() {}

  /**
   * Writes the rows of a file with its faults, sheet by sheet; one with more text than such a
   * workbook holds is refused.
   *
   * @param table what the file was read as
   * @param faults by row
   * @param onlyBad leave the good rows out, where the file has more rows than a sheet
   */
  public static void write(
      Table<?> table,
      Path file,
      Map<Integer, List<RowFault>> faults,
      boolean onlyBad,
      OutputStream out)
      throws IOException {
    try (var workbook = new Workbook(out, "double-random", "1.0")) {
      var copy = new Copy(table, workbook, faults, onlyBad);
      try {
        TableFile.read(file, copy);
        copy.end(faults.getOrDefault(0, List.of()));
      } catch (UnreadableTable e) {
        copy.end(List.of(e.fault()));
      }
    }
  }

  private static final class Copy implements TableFile.Visitor {
    private final HeadWords words;
    private final Workbook workbook;
    private final Map<Integer, List<RowFault>> faults;
    private final boolean onlyBad;

    /** Absent before the first sheet of the file. */
    private @Nullable Worksheet begun;

    private List<String> heads = List.of();
    private int at;
    private int lookedAt;
    private int characters;
    private int flushed;

    Copy(Table<?> table, Workbook workbook, Map<Integer, List<RowFault>> faults, boolean onlyBad) {
      this.words = HeadWords.of(table);
      this.workbook = workbook;
      this.faults = faults;
      this.onlyBad = onlyBad;
    }

    @Override
    public void sheet(String name) {
      Worksheet before = begun;
      if (before != null) {
        finish(before);
      }
      begun = workbook.newWorksheet(name.isEmpty() ? TITLE : name);
      heads = List.of();
      at = 0;
      lookedAt = 0;
    }

    private static void finish(Worksheet sheet) {
      try {
        sheet.finish();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Worksheet sheet() {
      if (begun == null) {
        sheet(TITLE);
      }
      return Objects.requireNonNull(begun);
    }

    @Override
    public boolean row(int number, List<TableCell> cells) throws IOException {
      List<RowFault> here = faults.getOrDefault(number, List.of());
      Optional<TableHead> head = head(number, cells);
      if (!heads.isEmpty() && onlyBad && here.isEmpty()) {
        return true;
      }
      head.ifPresent(found -> heads = names(found, cells.size()));
      write(number, cells, head.isPresent());
      mark(here);
      at++;
      flush();
      return at < MAX_ROWS;
    }

    private void flush() throws IOException {
      if (at % FLUSHED_ROWS == 0 || characters - flushed >= FLUSHED_CHARACTERS) {
        flushed = characters;
        sheet().flush();
      }
    }

    /** The head is looked for where the reading looked for it. */
    private Optional<TableHead> head(int number, List<TableCell> cells) {
      if (!heads.isEmpty() || ++lookedAt > TableHead.MOST_LOOKED_AT) {
        return Optional.empty();
      }
      return Optional.of(TableHead.of(words, number, cells)).filter(TableHead::isWhole);
    }

    /** What the columns are called here, up to that of the reasons of an earlier marking. */
    private static List<String> names(TableHead head, int cells) {
      int width = head.columns().getOrDefault(REASONS, cells);
      List<String> names = new ArrayList<>(Collections.nCopies(width, ""));
      head.columns()
          .forEach((name, i) -> {
            if (i < width) {
              names.set(i, name);
            }
          });
      return names;
    }

    private void write(int number, List<TableCell> cells, boolean isHead) {
      int width = heads.isEmpty() ? cells.size() : Math.min(cells.size(), heads.size());
      for (int i = 0; i < width; i++) {
        text(number, i, shown(cells.get(i)));
        if (isHead) {
          sheet().style(at, i).bold().set();
        }
      }
      if (isHead) {
        sheet().value(at, heads.size(), REASONS);
        sheet().style(at, heads.size()).bold().set();
      }
    }

    /** In its cell: what is shared by cells stays in memory to the end. */
    private void text(int number, int column, String text) {
      characters += text.length();
      if (characters > MAX_CHARACTERS) {
        throw Table.refusal(
            List.of(new RowFault(number, "", "too-large", "文件的文字过多，无法标注，请分成几个文件。")), 1);
      }
      if (!text.isEmpty()) {
        sheet().inlineString(at, column, XlsxText.escaped(text));
      }
    }

    private void mark(List<RowFault> here) {
      if (here.isEmpty()) {
        return;
      }
      for (RowFault fault : here) {
        int column = heads.indexOf(fault.column());
        if (column >= 0) {
          sheet().style(at, column).fillColor(RED).set();
        }
      }
      explain(here);
    }

    private void explain(List<RowFault> here) {
      int column = Math.max(1, heads.size());
      sheet()
          .value(
              at,
              column,
              here.stream()
                  .map(f -> f.column().isEmpty() ? f.text() : f.column() + "：" + f.text())
                  .collect(Collectors.joining("；")));
      sheet().style(at, column).fillColor(RED).set();
    }

    /** What is wrong with the file as a whole stands below its last row. */
    void end(List<RowFault> ofFile) {
      sheet();
      if (!ofFile.isEmpty()) {
        explain(ofFile);
      }
    }

    private static String shown(TableCell cell) {
      return switch (cell.kind()) {
        case LOST, ERROR -> "";
        case TEXT, NUMBER -> SafeCell.restored(cell.text());
        case DAY, DAY_WITHOUT_YEAR, MONTH -> String.valueOf(cell.day());
      };
    }
  }
}
