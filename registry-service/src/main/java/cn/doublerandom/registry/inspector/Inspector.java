package cn.doublerandom.registry.inspector;

import java.util.List;
import java.util.Optional;

/**
 * An inspector (执法检查人员).
 *
 * <pre>Unregistered ──register──▶ Registered (revised, conflicts declared, leave granted)</pre>
 */
public sealed interface Inspector {
  record Unregistered() implements Inspector {}

  /**
   * @param recusals declared, ascending by subject
   * @param leaves in the order they were granted
   * @param erasure asked for and not yet approved, or approved
   */
  record Registered(
      InspectorDetails details,
      List<Recusal> recusals,
      List<Leave> leaves,
      Optional<ErasureRequest> erasure)
      implements Inspector {}

  /**
   * Somebody asked that the name be made unreadable for ever.
   *
   * @param by account that asked; another one must approve
   */
  record ErasureRequest(String reason, String by) {}
}
