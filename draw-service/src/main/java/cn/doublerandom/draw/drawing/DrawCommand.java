package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrozenLists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of the draws of a task. */
public sealed interface DrawCommand {
  /**
   * Freezes the lists of the next round.
   *
   * @param region GB/T 2260
   * @param planPublished whether the plan of the task is public
   * @param leastTeam officers a team must have, by the rule packs
   * @param slots tags each team member must hold
   */
  record FreezeFrame(
      String region,
      PlanTask task,
      boolean planPublished,
      String rulePack,
      int leastTeam,
      FrozenLists lists,
      List<FrozenFrame.Item> items,
      List<List<String>> slots,
      int alternates,
      LocalDate today)
      implements DrawCommand {}

  /** Publishes the hash of everything frozen, and who will give which part of the chance. */
  record CommitDraw(String drawId, Entropy.CeremonyPromise ceremony, Instant executeBy, Instant now)
      implements DrawCommand {}

  record RevealContribution(String drawId, Entropy.Contribution contribution, Instant now)
      implements DrawCommand {}

  /**
   * @param operatorSecret 64 hex digits, committed to before
   */
  record ExecuteDraw(String drawId, String operatorSecret, Instant now, LocalDate today)
      implements DrawCommand {}

  record ApproveVoid(String drawId, String by, String reason) implements DrawCommand {}
}
