package cn.doublerandom.registry.kafka;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.contracts.DeputyChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.registry.deputy.Deputy;
import cn.doublerandom.registry.deputy.DeputyEvent;
import java.util.Optional;

/** What others are told of deputies: entries as they hold, never what waits, and no reason. */
final class DeputyTelling {
  private DeputyTelling() {}

  /**
   * What an event tells.
   *
   * @param after the entry right after it
   */
  static Optional<IntegrationEvent> told(DeputyEvent event, Deputy after) {
    return switch (event) {
      case DeputyEvent.DeputyProposed proposed -> Optional.empty();
      case DeputyEvent.DeputyDeclined declined -> Optional.empty();
      case DeputyEvent.DeputyApproved approved -> after.held().map(DeputyTelling::told);
      case DeputyEvent.DeputyEnded ended -> after.held().map(DeputyTelling::told);
    };
  }

  private static IntegrationEvent told(Deputy.Held held) {
    Deputyship entry = held.entry();
    return new DeputyChanged(
        entry.deputy(),
        entry.principal(),
        entry.unit().isEmpty() ? null : entry.unit(),
        entry.roles(),
        entry.from(),
        entry.until(),
        held.ended() == null ? "HOLDS" : "ENDED");
  }
}
