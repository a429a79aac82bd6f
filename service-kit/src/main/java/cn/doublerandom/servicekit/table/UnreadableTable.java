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

  RowFault fault() {
    return fault;
  }
}
