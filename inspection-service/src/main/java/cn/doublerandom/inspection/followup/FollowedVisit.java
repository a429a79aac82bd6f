package cn.doublerandom.inspection.followup;

import java.util.List;
import java.util.Set;

/**
 * What a follow-up has to know of its visit.
 *
 * @param recorded whether its result is recorded, in review or final
 * @param held whether its result is held back
 * @param told whether its result is final and was told
 * @param found items with a finding
 * @param waiting those of them that have to be followed
 */
public record FollowedVisit(
    OfVisit of,
    boolean recorded,
    boolean held,
    boolean told,
    Set<String> found,
    Set<String> waiting) {
  public FollowedVisit {
    found = Set.copyOf(found);
    waiting = Set.copyOf(waiting);
  }

  List<String> inspectors() {
    return of.inspectors();
  }

  List<String> units() {
    return of.units();
  }
}
