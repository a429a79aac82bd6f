package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in the cells that are at fault, for whoever looks for them in the file. */
public final class FaultyCells {
  /** Signs of a cell that are shown. */
  private static final int MOST_SIGNS = 60;

  private FaultyCells() {}

  /** What stands in the cell of each fault; empty where it is about no cell. */
  public static List<String> written(Table<?> table, Path file, List<RowFault> faults)
      throws IOException {
    var look = new Look(HeadWords.of(table), faults);
    try {
      TableFile.read(file, look);
    } catch (UnreadableTable e) {
      // Rows before it were seen; what is wrong beyond them the reading tells.
    }
    return faults.stream().map(fault -> look.cells.getOrDefault(place(fault), "")).toList();
  }

  private static String place(RowFault fault) {
    return place(fault.row(), fault.column());
  }

  private static String place(int row, String column) {
    return row + " " + column;
  }

  private static final class Look implements TableFile.Visitor {
    private final HeadWords words;
    private final Set<Integer> rows = new HashSet<>();
    private final Map<String, String> cells = new HashMap<>();
    private Optional<TableHead> head = Optional.empty();

    Look(HeadWords words, List<RowFault> faults) {
      this.words = words;
      faults.forEach(fault -> rows.add(fault.row()));
    }

    @Override
    public void sheet(String name) {
      head = Optional.empty();
    }

    @Override
    public boolean row(int number, List<TableCell> found) {
      if (head.isEmpty()) {
        head = Optional.of(TableHead.of(words, number, found)).filter(TableHead::isWhole);
      } else if (rows.contains(number)) {
        head.get()
            .columns()
            .forEach((column, at) -> {
              if (at < found.size()) {
                cells.put(place(number, column), shown(found.get(at)));
              }
            });
      }
      return true;
    }

    private static String shown(TableCell cell) {
      String text = Table.clean(cell.text());
      return text.length() <= MOST_SIGNS ? text : text.substring(0, MOST_SIGNS) + "…";
    }
  }
}
