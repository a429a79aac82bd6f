package cn.doublerandom.registry.inspector;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
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
   * @param details as told last; its status is the one told last, from whatever day
   * @param erasure asked for and not yet approved, or approved
   * @param statuses 在岗 or 离岗, from which day
   */
  record Registered(
      InspectorDetails details,
      List<Recusal> recusals,
      List<Leave> leaves,
      Optional<ErasureRequest> erasure,
      Turns<InspectorStatus> statuses)
      implements Inspector {
    /** The entry as it stands on a day. */
    public InspectorDetails asOf(LocalDate day) {
      return details.withStatus(statuses.asOf(day));
    }
  }

  /**
   * Somebody asked that the name be made unreadable for ever.
   *
   * @param by account that asked; another one must approve
   */
  record ErasureRequest(String reason, String by) {}
}
