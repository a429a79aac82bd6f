package cn.doublerandom.registry.bureau;

import org.jspecify.annotations.Nullable;

/** What happens to an entry of the register of bureaus. */
public sealed interface BureauEvent {
  /**
   * A bureau is served from now on, or again.
   *
   * @param requestedBy absent, as is who approved, of the bureau the installation began with
   */
  record BureauRegistered(
      BureauDetails details, @Nullable String requestedBy, @Nullable String approvedBy)
      implements BureauEvent {}

  /** Its entry is another from now on. */
  record BureauChanged(BureauDetails details, String requestedBy, String approvedBy)
      implements BureauEvent {}

  /** It does nothing any more; what it did stays. */
  record BureauClosed(String reason, String requestedBy, String approvedBy)
      implements BureauEvent {}

  /** An entry waits for a second person. */
  record BureauRequested(BureauDetails details, String by) implements BureauEvent {}

  /** The end of a bureau waits for a second person. */
  record BureauClosingRequested(String reason, String by) implements BureauEvent {}

  /**
   * What was asked for will not be.
   *
   * @param reason in words; absent in events of before it was asked for
   */
  record BureauRequestEnded(String by, @Nullable String reason) implements BureauEvent {}
}
