package cn.doublerandom.inspection.phone;

import java.time.Instant;
import java.util.List;

/** What became of the steps of a visit that were taken without network. */
public sealed interface PhoneEvent {
  /** A step came, once; it is kept as it came, and nothing is decided by it yet. */
  record StepTaken(PhoneStep step, Instant receivedAt) implements PhoneEvent {}

  /**
   * Of two different answers to one item one was decided for; both stay to be read.
   *
   * @param chosen id of the step whose answer goes into the visit
   * @param over ids of the steps that do not
   * @param by one of the team; where a finding falls, who had found it
   */
  record ConflictDecided(
      String item, String chosen, List<String> over, String by, String reason, Instant at)
      implements PhoneEvent {
    public ConflictDecided {
      over = List.copyOf(over);
    }
  }
}
