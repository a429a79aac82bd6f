package cn.doublerandom.draw.drawing;

/** A witness who has promised is released while nothing is public: two people decide it. */
public sealed interface ReleaseEvent extends DrawEvent {
  /**
   * Somebody asked for it; another decides.
   *
   * @param name of the witness
   * @param by account that asked
   */
  record ReleaseRequested(String name, String reason, String by) implements ReleaseEvent {}

  /**
   * It came to nothing: the promise counts as it did.
   *
   * @param withdrawn whether who asked took it back, and no other declined it
   */
  record ReleaseEnded(String name, String requestedBy, String by, String reason, boolean withdrawn)
      implements ReleaseEvent {}

  /** The other agreed: the promise falls away, and the name is free. */
  record PromiseReleased(String name, String reason, String requestedBy, String approvedBy)
      implements ReleaseEvent {}
}
