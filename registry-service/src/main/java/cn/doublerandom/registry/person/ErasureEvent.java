package cn.doublerandom.registry.person;

/** What happens on the way to the erasure of a person. */
public sealed interface ErasureEvent {
  /** Somebody asks that a person who left be forgotten. */
  record ErasureRequested(String reason, String by) implements ErasureEvent {}

  /** Another account agreed; the key is destroyed next. */
  record ErasureApproved(String by) implements ErasureEvent {}
}
