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
   */
  record RegisterInspector(
      InspectorDetails details, @Nullable LocalDate statusFrom, LocalDate recorded)
      implements InspectorCommand {}

  /**
   * @param on the day of the request
   */
  record RequestErasure(String reason, String by, LocalDate on) implements InspectorCommand {}

  /** Another person agrees that the name be made unreadable. */
  record ApproveErasure(String by) implements InspectorCommand {}

  record DeclareConflicts(List<Recusal> recusals) implements InspectorCommand {}

  record GrantLeave(Leave leave) implements InspectorCommand {}
}
