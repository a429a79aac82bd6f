package cn.doublerandom.draw.exclusion;

/** What may be asked about exclusions by hand. */
public sealed interface ExclusionCommand {
  record RequestExclusion(HandExclusion exclusion, String by) implements ExclusionCommand {}

  /** Another person agrees. */
  record ApproveExclusion(String subject, String by) implements ExclusionCommand {}
}
