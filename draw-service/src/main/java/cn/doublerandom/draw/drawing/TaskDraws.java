package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The draws of one task; at most one is under way (protocol §2).
 *
 * <pre>
 * Undrawn ──freeze──▶ Frozen ──commit──▶ Committed ──reveal…──▶ Committed ──execute──▶ Executed
 *    ▲                  │                    │
 *    └──two approvals───┴────────────────────┘ (the round is void, its number used up)
 * </pre>
 */
public sealed interface TaskDraws {
  /**
   * No draw under way.
   *
   * @param rounds used up by voids
   * @param ceremonyBarred the last ceremony was not completed, so the next round may not use one
   */
  record Undrawn(int rounds, boolean ceremonyBarred) implements TaskDraws {}

  /**
   * @param approval the first of two approvals of a void, if given
   */
  record Frozen(FrozenFrame frame, boolean ceremonyBarred, Optional<Approval> approval)
      implements TaskDraws {}

  /**
   * @param contributions revealed so far, in the order of the witnesses
   */
  record Committed(
      FrozenFrame frame,
      Commit commit,
      String commitHash,
      List<Entropy.Contribution> contributions,
      Optional<Approval> approval)
      implements TaskDraws {}

  record Executed(
      FrozenFrame frame,
      Commit commit,
      String commitHash,
      DrawResult result,
      String resultHash,
      Map<String, Object> certificate)
      implements TaskDraws {}

  /** Who approved a void, and why. */
  record Approval(String by, String reason) {}

  /** The draw under way or done, where its id is this one. */
  default boolean isAbout(String drawId) {
    return switch (this) {
      case Undrawn undrawn -> false;
      case Frozen frozen -> frozen.frame.drawId().equals(drawId);
      case Committed committed -> committed.frame.drawId().equals(drawId);
      case Executed executed -> executed.frame.drawId().equals(drawId);
    };
  }
}
