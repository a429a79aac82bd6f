package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * What a draw asks of a team.
 *
 * @param visitId draw and subject
 * @param inspectors accounts of the team, ascending, at least two
 * @param from first day of the window
 * @param to last day of the window
 */
public record Assignment(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    List<Item> items,
    LocalDate from,
    LocalDate to) {
  public Assignment {
    inspectors = List.copyOf(inspectors);
    items = List.copyOf(items);
  }

  Assignment with(List<String> team) {
    return new Assignment(visitId, drawId, planId, taskId, subjectId, team, items, from, to);
  }

  /** One item to be checked. */
  public record Item(String code, String name) {}
}
