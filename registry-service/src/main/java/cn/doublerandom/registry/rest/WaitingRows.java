package cn.doublerandom.registry.rest;

import cn.doublerandom.servicekit.table.RowFault;
import org.jspecify.annotations.Nullable;

/** The rows of an import that wait for a second person, now or since an earlier one. */
final class WaitingRows {
  private String batch = "";
  private int rows;
  private int still;

  /** Counts a row, and says so of it. */
  RowFault add(String name, int row) {
    batch = name;
    rows++;
    return new RowFault(row, "", "waits-for-second-person", "使该对象离开名单的变更须经另一人批准后生效，本行其余内容已按表处理。");
  }

  /** Counts a row that asked nothing anew, and names what waits. */
  RowFault still(String words, int row) {
    still++;
    return new RowFault(row, "", "still-waits-for-second-person", "该对象仍有一项变更待另一人批准：" + words + "。");
  }

  /** Absent where none waits. */
  ImportReport.@Nullable Waiting report() {
    return rows == 0 ? null : new ImportReport.Waiting(batch, rows);
  }

  /** Absent where none waited before. */
  @Nullable Integer still() {
    return still == 0 ? null : still;
  }
}
