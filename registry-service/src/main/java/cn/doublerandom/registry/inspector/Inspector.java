package cn.doublerandom.registry.inspector;

import java.util.List;

/**
 * An inspector (执法检查人员).
 *
 * <pre>Unregistered ──register──▶ Registered (revised, conflicts declared)</pre>
 */
public sealed interface Inspector {
  record Unregistered() implements Inspector {}

  /**
   * @param recusals ascending by subject
   */
  record Registered(InspectorDetails details, List<Recusal> recusals) implements Inspector {}
}
