package cn.doublerandom.inspection.followup;

import java.util.List;

/**
 * The visit whose findings are followed.
 *
 * @param inspectors of its team
 * @param units of its team
 */
public record OfVisit(
    String visitId, String drawId, String subjectId, List<String> inspectors, List<String> units) {
  public OfVisit {
    inspectors = List.copyOf(inspectors);
    units = List.copyOf(units);
  }
}
