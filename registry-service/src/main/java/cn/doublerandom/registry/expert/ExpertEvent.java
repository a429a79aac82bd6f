package cn.doublerandom.registry.expert;

/** What happens to an expert. */
public sealed interface ExpertEvent {
  /** New in the pool, changed, or back in it; carries the whole entry. */
  record ExpertRegistered(ExpertDetails details) implements ExpertEvent {}

  record ExpertWithdrawn(String reason) implements ExpertEvent {}
}
