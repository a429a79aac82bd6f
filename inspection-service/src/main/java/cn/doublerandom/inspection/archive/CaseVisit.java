package cn.doublerandom.inspection.archive;

import cn.doublerandom.inspection.visit.Overruled;
import java.util.List;

/**
 * What the archive has to know of a visit.
 *
 * @param inspectors the team, ascending
 * @param units of the team; none where nobody said
 * @param recorded whether its result is recorded
 * @param overruled findings of one member that another changed into none
 */
public record CaseVisit(
    String subject,
    List<String> inspectors,
    List<String> units,
    boolean recorded,
    List<Overruled> overruled) {
  public CaseVisit {
    inspectors = List.copyOf(inspectors);
    units = List.copyOf(units);
    overruled = List.copyOf(overruled);
  }
}
