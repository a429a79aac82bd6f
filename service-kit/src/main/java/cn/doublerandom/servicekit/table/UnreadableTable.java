package cn.doublerandom.servicekit.table;

/** A file that cannot be read as a table at all, or not beyond some row. */
final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient RowFault fault;

  /**
   * @param row line of the file; 0 where the whole file is meant
   */
  UnreadableTable(int row, String code, String text) {
    super(code, null, false, false);
    this.fault = new RowFault(row, "", code, text);
  }

  private UnreadableTable(RowFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  /** The same, saying what kind of file it is: the same fault is in a workbook and in a text. */
  UnreadableTable in(FileKind kind) {
    return fault.row() != 0 || kind.isNamedIn(fault.text())
        ? this
        : new UnreadableTable(
            new RowFault(0, fault.column(), fault.code(), kind.text() + "：" + fault.text()));
  }

  RowFault fault() {
    return fault;
  }
}
