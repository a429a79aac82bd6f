package cn.doublerandom.inspection.archive;

import java.util.List;

/**
 * What the archive has to know of a visit.
 *
 * @param inspectors the team, ascending
 * @param units of the team; none where nobody said
 * @param recorded whether its result is recorded
 */
public record CaseVisit(
    String subject, List<String> inspectors, List<String> units, boolean recorded) {
  public CaseVisit {
    inspectors = List.copyOf(inspectors);
    units = List.copyOf(units);
  }
}
