package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All rows of a csv or xlsx that is small enough to be looked at as a whole, merged cells filled.
 */
public final class TableRows {
  /** Held as a whole: a hundred times the text of the longest plan known. */
  private static final long MAX_CHARACTERS = 6_000_000;

  private static final int MAX_MERGES = 10_000;

  /** Rows looked at, times columns, over all merged cells. */
  private static final long MAX_FILLED = 20_000_000;

  private TableRows() {}

  /**
   * A file as it stands.
   *
   * @param sheets that can be seen
   * @param notes which cannot
   */
  public record Book(List<Sheet> sheets, List<String> notes) {
    public Book {
      sheets = List.copyOf(sheets);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A sheet as it stands.
   *
   * @param name empty for a csv
   * @param notes which of its rows and columns cannot be seen
   */
  public record Sheet(String name, List<Numbered> rows, List<String> notes) {
    public Sheet {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A row as it stands.
   *
   * @param number line of a csv, row of its sheet; the first is 1
   */
  public record Numbered(int number, List<TableCell> cells) {
    public Numbered {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads the sheets of a file that can be seen; what cannot be read is refused with the reason.
   *
   * @param most rows beyond which the file is refused
   */
  public static Book of(Path file, int most) throws IOException {
    var collected = new Collected(most);
    try {
      TableFile.read(file, collected);
    } catch (UnreadableTable e) {
      throw Table.refusal(List.of(e.fault()), 1);
    }
    if (collected.count > most) {
      throw Table.refusal(List.of(new RowFault(0, "", "too-many-rows", "最多 " + most + " 行。")), 1);
    }
    if (collected.isTooLarge()) {
      throw Table.refusal(
          List.of(new RowFault(0, "", "too-large", "表格的文字最多 " + MAX_CHARACTERS + " 字，请分成几个文件。")),
          1);
    }
    if (collected.isOverfull()) {
      throw Table.refusal(List.of(new RowFault(0, "", "too-many-merged", "合并的格过多，请取消合并后再导入。")), 1);
    }
    return new Book(collected.sheets.stream().map(Rows::sheet).toList(), collected.notes);
  }

  static RowFault hiddenSheet(String name) {
    return new RowFault(0, "", "sheet-hidden", "工作表“" + name + "”是隐藏的，未读取。");
  }

  /** The text of a small file in whatever encoding it is; what is none is refused. */
  public static String text(byte[] file) throws IOException {
    try {
      return TextEncoding.text(file);
    } catch (UnreadableTable e) {
      throw Table.refusal(List.of(e.fault()), 1);
    }
  }

  /** Refuses by its first bytes what is no text, before anything is said of its size. */
  public static void requireText(byte[] file) {
    try {
      TextEncoding.requireText(file);
    } catch (UnreadableTable e) {
      throw Table.refusal(List.of(e.fault()), 1);
    }
  }

  private record Rows(String name, List<Numbered> rows, List<String> notes) {
    Sheet sheet() {
      return new Sheet(name, rows, notes);
    }
  }

  private static final class Collected implements TableFile.Visitor {
    private final int most;
    private final List<Rows> sheets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int count;
    private long characters;
    private int merges;
    private long filled;

    Collected(int most) {
      this.most = most;
    }

    boolean isTooLarge() {
      return characters > MAX_CHARACTERS;
    }

    boolean isOverfull() {
      return merges > MAX_MERGES || filled > MAX_FILLED;
    }

    @Override
    public void sheet(String name) {
      sheets.add(new Rows(name, new ArrayList<>(), new ArrayList<>()));
    }

    @Override
    public void leftOut(String hiddenSheet) {
      notes.add(hiddenSheet(hiddenSheet).text());
    }

    @Override
    public void unseen(String note) {
      sheets.getLast().notes().add(note);
    }

    @Override
    public boolean row(int number, List<TableCell> cells) {
      sheets.getLast().rows().add(new Numbered(number % RowFault.SHEET, cells));
      characters += cells.stream().mapToLong(cell -> cell.text().length()).sum();
      return ++count <= most && !isTooLarge();
    }

    @Override
    public void merged(TableFile.Merge merge) {
      List<Numbered> rows = sheets.getLast().rows();
      merges++;
      filled += (long) (merge.lastColumn() - merge.firstColumn() + 1) * rows.size();
      if (isOverfull()) {
        return;
      }
      int first = merge.firstRow() % RowFault.SHEET;
      int last = merge.lastRow() % RowFault.SHEET;
      TableCell begin =
          rows.stream()
              .filter(r -> r.number() == first && merge.firstColumn() < r.cells().size())
              .map(r -> r.cells().get(merge.firstColumn()))
              .findFirst()
              .orElse(TableCell.EMPTY);
      rows.replaceAll(row ->
          row.number() < first || row.number() > last ? row : filled(row, merge, first, begin));
    }

    private static Numbered filled(
        Numbered row, TableFile.Merge merge, int first, TableCell begin) {
      List<TableCell> cells = new ArrayList<>(row.cells());
      for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
        boolean begins = row.number() == first && c == merge.firstColumn();
        while (cells.size() <= c) {
          cells.add(TableCell.EMPTY);
        }
        if (!begins) {
          cells.set(c, new TableCell(begin.text(), begin.kind(), begin.day(), true, begin.held()));
        }
      }
      return new Numbered(row.number(), cells);
    }
  }
}
