package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.LocalDate;
import java.util.Map;

/** What happens in the draws of a task. */
public sealed interface DrawEvent {
  record FrameFrozen(FrozenFrame frame) implements DrawEvent {}

  /**
   * @param commitHash 64 hex digits; public before any entropy exists
   */
  record DrawCommitted(Commit commit, String commitHash) implements DrawEvent {}

  record ContributionRevealed(Entropy.Contribution contribution) implements DrawEvent {}

  record EntropyObserved(Entropy.Reveal entropy) implements DrawEvent {}

  /**
   * @param certificate proof that the teams are optimal; empty where they are infeasible
   */
  record DrawExecuted(
      DrawResult result, String resultHash, Map<String, Object> certificate, LocalDate executedOn)
      implements DrawEvent {}

  /** One of the two approvals a void needs. */
  record VoidApproved(String by, String reason) implements DrawEvent {}

  /** The draw is void and stays visible; its entropy was never complete, so it has no result. */
  record DrawVoided(String reason, String requestedBy, String approvedBy) implements DrawEvent {}
}
