package cn.doublerandom.publication.notice;

/**
 * A round that was frozen and voided before anything was promised: rounds are numbered without
 * gaps, and none is missing in public.
 */
public final class UncommittedRound {
  private UncommittedRound() {}

  /**
   * Its notice.
   *
   * @param drawId region-plan-task-round
   */
  public static DrawNotice voided(String drawId, String reason) {
    int round = drawId.lastIndexOf('-');
    int task = drawId.lastIndexOf('-', round - 1);
    return DrawNotice.committed(
            drawId,
            drawId.substring(drawId.indexOf('-') + 1, task),
            drawId.substring(task + 1, round),
            Integer.parseInt(drawId.substring(round + 1)),
            0,
            "",
            "",
            null,
            null,
            null,
            null)
        .voided(reason, null);
  }
}
