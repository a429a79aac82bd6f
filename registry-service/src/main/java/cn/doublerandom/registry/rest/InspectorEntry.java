package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorStatus;
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
  static InspectorEntry of(InspectorDirectory.Entry e, Map<String, String> names, LocalDate day) {
    InspectorDetails d = e.asOf(day);
    return new InspectorEntry(
        d.id(),
        names.getOrDefault(d.id(), PersonKeys.ERASED),
        d.unit(),
        d.certificate(),
        d.certificateValidUntil(),
        d.skills(),
        d.status(),
        e.recusals(),
        e.leaves().stream().anyMatch(leave -> leave.holds(day)));
  }
}
