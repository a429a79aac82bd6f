package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All rows of a csv or xlsx that is small enough to be looked at as a whole. */
public final class TableRows {
  private TableRows() {}

  /**
   * A row as it stands.
   *
   * @param number line of a csv, row of a sheet; the first is 1
   */
  public record Numbered(int number, List<String> cells) {
    public Numbered {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads a file; what cannot be read is refused with row and reason.
   *
   * @param most rows beyond which the file is refused
   */
  public static List<Numbered> of(Path file, int most) throws IOException {
    List<Numbered> rows = new ArrayList<>();
    try {
      TableFile.read(
          file,
          (number, cells) -> {
            rows.add(new Numbered(number, cells));
            return rows.size() <= most;
          });
    } catch (UnreadableTable e) {
      throw Table.refusal(List.of(e.fault()), 1);
    }
    if (rows.size() > most) {
      throw Table.refusal(List.of(new RowFault(0, "", "too-many-rows", "最多 " + most + " 行。")), 1);
    }
    return rows;
  }
}
