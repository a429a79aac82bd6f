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
 * @param own papers the visit itself holds, so that no scan has to be filed
 * @param unfollowed items whose finding waits for a follow-up nobody has opened
 * @param open documents of its follow-ups that are not closed
 */
public record CaseVisit(
    String subject,
    List<String> inspectors,
    List<String> units,
    boolean recorded,
    List<Overruled> overruled,
    OwnPapers own,
    List<String> unfollowed,
    List<String> open) {
  public CaseVisit {
    inspectors = List.copyOf(inspectors);
    units = List.copyOf(units);
    overruled = List.copyOf(overruled);
    unfollowed = List.copyOf(unfollowed);
    open = List.copyOf(open);
  }

  /** One that holds no paper itself and whose findings are done with. */
  public CaseVisit(
      String subject,
      List<String> inspectors,
      List<String> units,
      boolean recorded,
      List<Overruled> overruled) {
    this(subject, inspectors, units, recorded, overruled, OwnPapers.NONE, List.of(), List.of());
  }
}
