package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an inspector. */
public sealed interface InspectorEvent {
  /**
   * @param effective first day of the status; absent where it always held, and in old events
   */
  record InspectorRegistered(InspectorDetails details, @Nullable LocalDate effective)
      implements InspectorEvent {}

  /**
   * @param effective first day of the status; absent in old events: what they say holds for all
   *     days
   */
  record InspectorRevised(InspectorDetails details, @Nullable LocalDate effective)
      implements InspectorEvent {}

  /** Who left asks to be forgotten; the key is destroyed when another account approves. */
  record ErasureRequested(String reason, String by) implements InspectorEvent {}

  /** Another account agreed; the key is destroyed next. */
  record ErasureApproved(String by) implements InspectorEvent {}

  /** Conflicts of interest were declared. */
  record ConflictsDeclared(List<Recusal> recusals) implements InspectorEvent {
    public ConflictsDeclared {
      recusals = List.copyOf(recusals);
    }
  }

  record LeaveGranted(Leave leave) implements InspectorEvent {}
}
