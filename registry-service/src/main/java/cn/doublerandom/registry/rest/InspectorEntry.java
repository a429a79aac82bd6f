package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An inspector as shown to those who may see names, as of a day.
 *
 * @param onLeave whether on leave on that day
 */
public record InspectorEntry(
    String id,
    String name,
    String unit,
    String certificate,
    LocalDate certificateValidUntil,
    List<String> skills,
    InspectorStatus status,
    List<Recusal> recusals,
    boolean onLeave) {
  /** As lists show it. */
  static InspectorEntry masked(
      InspectorDirectory.Entry e, Map<Person, String> opened, LocalDate day) {
    InspectorDetails d = e.asOf(day);
    String text = opened.getOrDefault(People.inspector(d.id()), PersonKeys.ERASED);
    return of(InspectorPerson.opened(d, text).masked(), e.recusals(), e.leaves(), day);
  }

  /**
   * One entry: who keeps the register sees all of it, who makes up teams the name they are
   * published under.
   */
  static InspectorEntry of(
      Inspector.Registered known, String opened, boolean isKeeper, LocalDate day) {
    InspectorPerson person = InspectorPerson.opened(known.asOf(day), opened);
    return of(isKeeper ? person : person.numberless(), known.recusals(), known.leaves(), day);
  }

  private static InspectorEntry of(
      InspectorPerson person, List<Recusal> recusals, List<Leave> leaves, LocalDate day) {
    InspectorDetails d = person.details();
    return new InspectorEntry(
        d.id(),
        person.name(),
        d.unit(),
        d.certificate(),
        d.certificateValidUntil(),
        d.skills(),
        d.status(),
        recusals,
        leaves.stream().anyMatch(leave -> leave.holds(day)));
  }
}
