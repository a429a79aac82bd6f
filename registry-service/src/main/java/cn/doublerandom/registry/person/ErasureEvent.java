package cn.doublerandom.registry.person;

/** What happens on the way to the erasure of a person. */
public sealed interface ErasureEvent {
  /** Somebody asks that a person who left be forgotten. */
  record ErasureRequested(String reason, String by) implements ErasureEvent {}

  /**
   * What was asked for will not be; everything stays readable.
   *
   * @param requestedBy who had asked last
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record ErasureRequestEnded(String requestedBy, String reason, String by, boolean withdrawn)
      implements ErasureEvent {}

  /** Another account agreed; the key is destroyed next. */
  record ErasureApproved(String by) implements ErasureEvent {}
}
