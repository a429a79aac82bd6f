package cn.doublerandom.registry.expert;

/** An expert: not there yet, in the pool, or withdrawn from it. */
public sealed interface Expert {
  record Unregistered() implements Expert {}

  record Registered(ExpertDetails details) implements Expert {}

  record Withdrawn(ExpertDetails details, String reason) implements Expert {}
}
