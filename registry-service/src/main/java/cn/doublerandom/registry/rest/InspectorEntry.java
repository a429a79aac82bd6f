package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.InspectorPerson;
import cn.doublerandom.registry.application.Inspectors;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Leave;
import cn.doublerandom.registry.inspector.Recusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspector as shown to those who may see names, as of a day.
 *
 * @param onLeave whether on leave on that day
 * @param waiting what another person must agree to; absent where nothing waits, and in lists
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
    boolean onLeave,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwaitedApproval waiting) {
  /** As lists show it. */
  static InspectorEntry masked(Inspectors.Listed listed, LocalDate day) {
    return of(listed.person(), listed.entry().recusals(), listed.entry().leaves(), day, null);
  }

  /**
   * One entry: who keeps the register sees all of it, who makes up teams the name they are
   * published under.
   */
  static InspectorEntry of(Inspectors.Opened opened, LocalDate day) {
    return of(
        opened.person(),
        opened.known().recusals(),
        opened.known().leaves(),
        day,
        opened
            .known()
            .absenceAsked()
            .map(asked -> AwaitedApproval.of(asked.inWords(), asked.from(), asked.by()))
            .orElse(null));
  }

  private static InspectorEntry of(
      InspectorPerson person,
      List<Recusal> recusals,
      List<Leave> leaves,
      LocalDate day,
      @Nullable AwaitedApproval waiting) {
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
        leaves.stream().anyMatch(leave -> leave.holds(day)),
        waiting);
  }
}
