package cn.doublerandom.registry.inspector;

import java.util.List;

/** What may be asked of an inspector. */
public sealed interface InspectorCommand {
  record RegisterInspector(InspectorDetails details) implements InspectorCommand {}

  record RequestErasure(String reason, String by) implements InspectorCommand {}

  /** Another person agrees that the name be made unreadable. */
  record ApproveErasure(String by) implements InspectorCommand {}

  record DeclareConflicts(List<Recusal> recusals) implements InspectorCommand {}

  record GrantLeave(Leave leave) implements InspectorCommand {}
}
