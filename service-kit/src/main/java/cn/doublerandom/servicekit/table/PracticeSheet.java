package cn.doublerandom.servicekit.table;

import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet of a table that is given away: of a practice bureau its name and the head of each
 * printed page say that it is an exercise. Its cells are the same, so that it can be read again.
 */
public final class PracticeSheet {
  /** What tables and documents of an exercise bear. */
  public static final String MARK = "演练 EXERCISE";

  private static final String NAME = "演练-";

  private PracticeSheet() {}

  public static Worksheet of(Workbook workbook, String title, boolean practice) {
    Worksheet sheet = workbook.newWorksheet(practice ? NAME + title : title);
    if (practice) {
      sheet.header(MARK, Position.CENTER);
    }
    return sheet;
  }
}
