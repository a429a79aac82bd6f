package cn.doublerandom.registry.office;

import org.jspecify.annotations.Nullable;

/** What happens to an office. */
public sealed interface OfficeEvent {
  /**
   * The 三定规定 was registered or replaced by a newer one.
   *
   * @param requestedBy absent where it is the first, and in events from before it took two
   * @param approvedBy absent there too
   */
  record MandateRegistered(
      OfficeMandate mandate, @Nullable String requestedBy, @Nullable String approvedBy)
      implements OfficeEvent {}

  /** Another 三定规定 waits for a second person. */
  record MandateRequested(OfficeMandate mandate, String by) implements OfficeEvent {}

  /**
   * What was asked for will not be.
   *
   * @param reason absent in events of before it was asked for
   */
  record MandateRequestEnded(String by, @Nullable String reason) implements OfficeEvent {}
}
