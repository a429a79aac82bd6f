package cn.doublerandom.publication.application;

import cn.doublerandom.publication.report.Report;

/** How a report becomes a file. */
public interface ReportTables {
  /**
   * As xlsx: the sum, each task, then everything that is owed.
   *
   * @param practice whether it is of a practice bureau, which the workbook then says
   */
  byte[] workbook(Report report, boolean practice);
}
