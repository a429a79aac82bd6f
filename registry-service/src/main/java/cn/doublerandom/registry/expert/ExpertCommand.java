package cn.doublerandom.registry.expert;

/** What may be asked of an expert. */
public sealed interface ExpertCommand {
  record RegisterExpert(ExpertDetails details) implements ExpertCommand {}

  record WithdrawExpert(String reason) implements ExpertCommand {}
}
