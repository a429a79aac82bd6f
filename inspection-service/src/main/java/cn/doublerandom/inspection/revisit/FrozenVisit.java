package cn.doublerandom.inspection.revisit;

import java.util.List;

/**
 * A closed visit in the list a sample is drawn from.
 *
 * @param inspectors its team at the end: whoever is on it sees it again in no case
 */
public record FrozenVisit(String visitId, String subjectId, List<String> inspectors) {
  public FrozenVisit {
    inspectors = List.copyOf(inspectors);
  }
}
