package cn.doublerandom.publication.report;

import java.time.LocalDate;
import java.util.List;

/**
 * 月报或者年报.
 *
 * @param period 2023, or 2023-03
 * @param asOf day on which it was made
 * @param coverage 占比: different enterprises inspected in the year, by that day, of those registered
 * @param basis what counts as registered
 * @param sum of all tasks
 * @param tasks by their numbers
 * @param owed everything of the period that is not public, by its last day
 */
public record Report(
    String period,
    LocalDate asOf,
    Share coverage,
    String basis,
    ReportLine sum,
    List<ReportLine> tasks,
    List<Owed> owed) {
  public Report {
    tasks = List.copyOf(tasks);
    owed = List.copyOf(owed);
  }
}
