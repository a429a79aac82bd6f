package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of an inspector. */
public sealed interface InspectorCommand {
  /**
   * Registers or revises; without effect where nothing changed.
   *
   * @param statusFrom first day of the status; absent where it holds from the recording
   * @param recorded the day of the recording
   * @param by who tells it
   */
  record RegisterInspector(
      InspectorDetails details, @Nullable LocalDate statusFrom, LocalDate recorded, String by)
      implements InspectorCommand {}

  /**
   * @param on the day of the request
   */
  record RequestErasure(String reason, String by, LocalDate on) implements InspectorCommand {}

  /** Another person agrees that the name be made unreadable. */
  record ApproveErasure(String by) implements InspectorCommand {}

  record DeclareConflicts(List<Recusal> recusals) implements InspectorCommand {}

  /**
   * @param recorded the day of the recording
   * @param by who notes it
   */
  record GrantLeave(Leave leave, LocalDate recorded, String by) implements InspectorCommand {}

  /** Another person agrees to days that are past. */
  record ApproveAbsence(String by) implements InspectorCommand {}

  /** Another person does not agree. */
  record DeclineAbsence(String by, String reason) implements InspectorCommand {}

  /** Whoever asked takes it back. */
  record WithdrawAbsence(String by, String reason) implements InspectorCommand {}
}
