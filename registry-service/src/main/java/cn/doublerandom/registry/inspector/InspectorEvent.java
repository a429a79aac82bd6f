package cn.doublerandom.registry.inspector;

import java.util.List;

/** What happens to an inspector. */
public sealed interface InspectorEvent {
  record InspectorRegistered(InspectorDetails details) implements InspectorEvent {}

  record InspectorRevised(InspectorDetails details) implements InspectorEvent {}

  /** Conflicts of interest were declared. */
  record ConflictsDeclared(List<Recusal> recusals) implements InspectorEvent {
    public ConflictsDeclared {
      recusals = List.copyOf(recusals);
    }
  }
}
