package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The file that was handed in as xlsx, its bad cells red and the reason in a last column, so that
 * an office can mend it and hand it in again as it is.
 */
public final class MarkedWorkbook {
  static final String REASONS = "错误说明";
  private static final String RED = "FFC7CE";
  private static final int FLUSHED_ROWS = 500;
  private static final int MAX_ROWS = Worksheet.MAX_ROWS;

  private MarkedWorkbook() {}

  /**
   * Writes the rows of a file with its faults.
   *
   * @param faults by row
   * @param onlyBad leave the good rows out, where the file has more rows than a sheet
   */
  public static void write(
      Path file, Map<Integer, List<RowFault>> faults, boolean onlyBad, OutputStream out)
      throws IOException {
    try (var workbook = new Workbook(out, "double-random", "1.0");
        Worksheet sheet = workbook.newWorksheet("导入")) {
      var copy = new Copy(sheet, faults, onlyBad);
      try {
        TableFile.read(file, copy::row);
      } catch (UnreadableTable e) {
        copy.last(e.fault());
      }
    }
  }

  private static final class Copy {
    private final Worksheet sheet;
    private final Map<Integer, List<RowFault>> faults;
    private final boolean onlyBad;
    private final List<String> heads = new ArrayList<>();
    private int at;

    Copy(Worksheet sheet, Map<Integer, List<RowFault>> faults, boolean onlyBad) {
      this.sheet = sheet;
      this.faults = faults;
      this.onlyBad = onlyBad;
    }

    boolean row(int number, List<String> cells) throws IOException {
      boolean isHead = heads.isEmpty();
      if (isHead) {
        cells.stream()
            .map(Table::clean)
            .takeWhile(head -> !head.equals(REASONS))
            .forEach(heads::add);
      }
      List<RowFault> here = faults.getOrDefault(number, List.of());
      if (!isHead && onlyBad && here.isEmpty()) {
        return true;
      }
      for (int i = 0; i < Math.min(cells.size(), heads.size()); i++) {
        sheet.value(at, i, shown(cells.get(i)));
        if (isHead) {
          sheet.style(at, i).bold().set();
        }
      }
      if (isHead) {
        sheet.value(at, heads.size(), REASONS);
        sheet.style(at, heads.size()).bold().set();
      }
      mark(here);
      at++;
      if (at % FLUSHED_ROWS == 0) {
        sheet.flush();
      }
      return at < MAX_ROWS;
    }

    private void mark(List<RowFault> here) {
      if (here.isEmpty()) {
        return;
      }
      for (RowFault fault : here) {
        int column = heads.indexOf(fault.column());
        if (column >= 0) {
          sheet.style(at, column).fillColor(RED).set();
        }
      }
      sheet.value(
          at,
          heads.size(),
          here.stream()
              .map(f -> f.column().isEmpty() ? f.text() : f.column() + "：" + f.text())
              .collect(Collectors.joining("；")));
      sheet.style(at, heads.size()).fillColor(RED).set();
    }

    void last(RowFault fault) {
      sheet.value(at, Math.max(1, heads.size()), fault.text());
      sheet.style(at, Math.max(1, heads.size())).fillColor(RED).set();
    }

    private static String shown(String cell) {
      return switch (cell) {
        case TableFile.LOST, TableFile.ERROR -> "";
        default -> SafeCell.restored(cell);
      };
    }
  }
}
