package cn.doublerandom.inspection.phone;

import java.time.Instant;
import java.util.Comparator;

/**
 * A step with both of its times.
 *
 * @param receivedAt when the server took it
 */
public record TakenStep(PhoneStep step, Instant receivedAt) {
  /** By when it was claimed to be, then by id: an order that does not hang on who came first. */
  static final Comparator<TakenStep> BY_CLAIM =
      Comparator.comparing((TakenStep taken) -> taken.step().claimedAt())
          .thenComparing(taken -> taken.step().id());

  /**
   * When it counts as done: as claimed, not before the phone's last contact and not after it came.
   */
  public Instant countsAt() {
    Instant claimed = step.claimedAt();
    if (claimed.isBefore(step.lastContact())) {
      return step.lastContact();
    }
    return claimed.isAfter(receivedAt) ? receivedAt : claimed;
  }
}
