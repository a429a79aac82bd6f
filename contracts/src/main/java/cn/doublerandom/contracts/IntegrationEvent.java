package cn.doublerandom.contracts;

/** A fact one service tells the others and the world; the simple name is the event's name. */
public sealed interface IntegrationEvent
    permits ItemClaimed,
        ItemReleased,
        SubjectChanged,
        InspectorChanged,
        PlanPublished,
        DrawCommitted,
        DrawExecuted,
        DrawVoided,
        ResultRecorded,
        ResultPublished {

  /** The CloudEvents type: {@code cn.doublerandom.<name>.v1}. */
  static String typeOf(Class<? extends IntegrationEvent> event) {
    return "cn.doublerandom." + event.getSimpleName() + ".v1";
  }
}
