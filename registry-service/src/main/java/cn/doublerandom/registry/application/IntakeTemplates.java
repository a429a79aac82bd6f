package cn.doublerandom.registry.application;

import cn.doublerandom.registry.intake.IntakeKind;
import java.io.IOException;
import java.util.List;

/** Empty tables to be filled in. */
public interface IntakeTemplates {
  /** What the reading asks of a column. */
  enum Need {
    /** Every row says something in it. */
    EVERY_ROW,
    /** The column is there; a row may leave it empty. */
    HEAD,
    /** The file may have it. */
    NOTHING
  }

  /**
   * A column of a table.
   *
   * @param head as the reading knows it
   * @param example what may stand in it
   */
  record Column(String head, Need need, String example) {}

  List<Column> columns(IntakeKind kind);

  /** The table with its heads and no row; as a workbook a second sheet says how it is filled in. */
  byte[] empty(IntakeKind kind, RegisterPapers.Form form) throws IOException;
}
