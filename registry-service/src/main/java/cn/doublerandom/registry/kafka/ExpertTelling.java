package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.ExpertChanged;
import cn.doublerandom.contracts.ExpertErased;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertEvent;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others are told of the pool of experts: entries as they hold, and no name of a person. */
final class ExpertTelling {
  private ExpertTelling() {}

  /**
   * What an event tells; of who was registered before the others were told nothing until he is.
   *
   * @param id the register's number
   * @param after the entry right after it
   */
  static Optional<IntegrationEvent> told(String id, ExpertEvent event, Expert after) {
    if (event instanceof ExpertEvent.ExpertTold(var erased) && erased != null) {
      return Optional.of(new ExpertErased(id));
    }
    return after.isTold() ? entry(after) : Optional.empty();
  }

  private static Optional<IntegrationEvent> entry(Expert expert) {
    return switch (expert) {
      case Expert.Unregistered() -> Optional.empty();
      case Expert.Registered known -> Optional.of(changed(known.details(), "IN_POOL", null));
      case Expert.Withdrawn gone -> Optional.of(changed(gone.details(), "WITHDRAWN", gone.from()));
    };
  }

  private static ExpertChanged changed(
      ExpertDetails d, String status, @Nullable LocalDate withdrawnFrom) {
    return new ExpertChanged(
        d.id(),
        d.kind().name(),
        d.kind() == ExpertDetails.Kind.BODY ? d.sealedName() : null,
        d.fields(),
        d.principal(),
        d.document(),
        d.validFrom(),
        d.validUntil(),
        status,
        withdrawnFrom);
  }
}
