package cn.doublerandom.registry.inspector;

import java.util.List;

/** What happens to an inspector. */
public sealed interface InspectorEvent {
  record InspectorRegistered(InspectorDetails details) implements InspectorEvent {}

  record InspectorRevised(InspectorDetails details) implements InspectorEvent {}

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
