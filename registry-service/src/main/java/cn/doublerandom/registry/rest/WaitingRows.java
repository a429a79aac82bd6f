package cn.doublerandom.registry.rest;

import cn.doublerandom.servicekit.table.RowFault;
import org.jspecify.annotations.Nullable;

/** The rows of an import that wait for a second person. */
final class WaitingRows {
  private String batch = "";
  private int rows;

  /** Counts a row, and says so of it. */
  RowFault add(String name, int row) {
    batch = name;
    rows++;
    return new RowFault(row, "", "waits-for-second-person", "登记状态须经另一人批准后生效，本行其余内容已按表处理。");
  }

  /** Absent where none waits. */
  ImportReport.@Nullable Waiting report() {
    return rows == 0 ? null : new ImportReport.Waiting(batch, rows);
  }
}
