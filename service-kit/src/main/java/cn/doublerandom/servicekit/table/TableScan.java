package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.TextGuard;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file: the head is looked for in the first rows of each sheet, the rows below it
 * are read. A sheet without the head is left out and named.
 */
final class TableScan<T> implements TableFile.Visitor {
  private final Table<T> table;
  private final HeadWords words;
  private final Table.Sink<T> sink;
  private final SeenKeys seen = new SeenKeys();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private String sheet = "";
  private boolean isRead;
  private boolean isBroken;
  private int rows;

  /** Absent until the head of the sheet is found. */
  private @Nullable TableHead head;

  /** Of the rows of the first sheet with any, the one most like a head. */
  private @Nullable TableHead nearest;

  private int above;

  /** What keeps a row from being a head: a sign that no text may hold. */
  private @Nullable RowFault unreadable;

  TableScan(Table<T> table, Table.Sink<T> sink) {
    this.table = table;
    this.words = HeadWords.of(table);
    this.sink = sink;
  }

  @Override
  public void sheet(String name) {
    sheet = name;
    head = null;
    above = 0;
  }

  @Override
  public void leftOut(String hiddenSheet) {
    sink.said(TableRows.hiddenSheet(hiddenSheet));
  }

  @Override
  public void unseen(String note) {
    if (!isBroken && head != null) {
      sink.said(new RowFault(0, "", "hidden", note));
    }
  }

  @Override
  public boolean row(int number, List<TableCell> cells) throws IOException {
    if (isBroken) {
      return false;
    }
    TableHead found = head;
    if (found == null) {
      return head(number, cells);
    } else if (++rows > TableFile.MAX_ROWS) {
      broken(new RowFault(number, "", "too-many-rows", "最多 " + TableFile.MAX_ROWS + " 行。"));
      return false;
    }
    read(number, cells, found);
    return true;
  }

  private boolean head(int number, List<TableCell> cells) {
    TableHead here = TableHead.of(words, number, cells);
    if (!here.isWhole()) {
      unreadable(number, cells).ifPresent(fault -> unreadable = fault);
      leftOut.add(sheet);
      TableHead before = nearest;
      if (before == null || here.found(table) > before.found(table)) {
        nearest = here;
      }
      return ++above < TableHead.MOST_LOOKED_AT;
    }
    leftOut.remove(sheet);
    if (!here.twice().isEmpty()) {
      broken(here.twiceFault());
      return false;
    } else if (!here.refused().isEmpty()) {
      here.refused().forEach(this::broken);
      return false;
    }
    if (above > 0) {
      sink.said(new RowFault(number, "", "head-below", "表头在此行，其上的标题或说明未读取。"));
    }
    here.notes().forEach(sink::said);
    head = here;
    isRead = true;
    return true;
  }

  private static Optional<RowFault> unreadable(int number, List<TableCell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Optional<TextGuard.Offence> offence = TextGuard.unreadable(cells.get(i).text());
      if (offence.isPresent()) {
        return Optional.of(
            new RowFault(
                number, "第 " + (i + 1) + " 列", offence.get().fault().code(), offence.get().text()));
      }
    }
    return Optional.empty();
  }

  private void broken(RowFault fault) {
    isBroken = true;
    sink.broken(fault);
  }

  private void read(int number, List<TableCell> cells, TableHead found) {
    boolean isShort = sheet.isEmpty() && cells.size() < found.width();
    if (isShort && cells.size() < found.least(table)) {
      String text = "此行只有 %d 格，表头有 %d 列，可能漏了一格而错位。".formatted(cells.size(), found.width());
      sink.faults(number, List.of(new RowFault(number, "", "missing-cells", text)));
      return;
    }
    var row = new TableRow(number, cells, found.columns());
    if (isShort) {
      String text = "此行只有 %d 格，表头有 %d 列，末尾的列按空读取。".formatted(cells.size(), found.width());
      row.say("", "missing-cells", text);
    }
    T value = table.reader().apply(row);
    if (cells.stream().skip(found.width()).anyMatch(cell -> !cell.isBlank())) {
      row.fault("", "extra-cells", "此行比表头多出内容，可能错位。");
    }
    if (row.faults().isEmpty()) {
      String identity = table.key().apply(value);
      int first = identity.isEmpty() ? 0 : seen.first(identity, number);
      if (first != 0) {
        row.fault("", "duplicate", "与" + RowFault.place(first) + "重复：" + identity);
      }
    }
    if (row.faults().isEmpty()) {
      row.notes().forEach(sink::said);
      sink.row(number, value);
    } else {
      sink.faults(number, row.faults());
    }
  }

  /** After the last row. */
  void end() {
    if (isBroken) {
      return;
    }
    TableHead like = nearest;
    RowFault why = unreadable;
    if (!isRead) {
      sink.broken(
          why != null
              ? why
              : like == null ? new RowFault(0, "", "empty", "文件是空的。") : like.missingFault());
      return;
    } else if (rows == 0) {
      sink.broken(new RowFault(0, "", "no-rows", "只有表头，没有一行数据。"));
      return;
    }
    leftOut.stream()
        .filter(name -> !name.isEmpty() && !name.equals(Table.GUIDE))
        .forEach(name ->
            sink.said(new RowFault(0, "", "sheet-left-out", "工作表“" + name + "”没有所需的表头，未读取。")));
  }
}
