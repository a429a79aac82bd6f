package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.BureauChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.registry.bureau.BureauDetails;
import cn.doublerandom.registry.bureau.BureauEvent;
import cn.doublerandom.registry.bureau.RegisteredBureau;
import java.util.Optional;

/** What others are told of the register of bureaus: entries as they hold, never what waits. */
final class BureauTelling {
  private BureauTelling() {}

  /**
   * What an event tells.
   *
   * @param after the entry right after it
   */
  static Optional<IntegrationEvent> told(BureauEvent event, RegisteredBureau after) {
    return switch (event) {
      case BureauEvent.BureauRegistered registered -> entry(after);
      case BureauEvent.BureauChanged changed -> entry(after);
      case BureauEvent.BureauClosed closed -> entry(after);
      case BureauEvent.BureauRequested asked -> Optional.empty();
      case BureauEvent.BureauClosingRequested asked -> Optional.empty();
      case BureauEvent.BureauRequestEnded ended -> Optional.empty();
    };
  }

  private static Optional<IntegrationEvent> entry(RegisteredBureau bureau) {
    return switch (bureau) {
      case RegisteredBureau.Unregistered unregistered -> Optional.empty();
      case RegisteredBureau.Open open -> Optional.of(entry(open.details(), "OPEN"));
      case RegisteredBureau.Closed closed -> Optional.of(entry(closed.details(), "CLOSED"));
    };
  }

  private static IntegrationEvent entry(BureauDetails details, String status) {
    return new BureauChanged(
        details.key(),
        details.name(),
        details.creditCode(),
        details.bureau().region(),
        details.level().name(),
        details.rulePacks(),
        details.documentNumbers(),
        status);
  }
}
