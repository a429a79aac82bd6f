package cn.doublerandom.contracts;

/**
 * A witness of a draw's ceremony revealed what the commit holds the promise of (protocol §4).
 *
 * @param drawId region-plan-task-round
 * @param commitHash of the commit the promise stands in, 64 lower-case hex digits
 * @param by name of the witness in the commit
 * @param nonce 32 hex digits
 * @param value what the witness chose; may be empty
 * @param pseudonym of the account that promised and revealed, within this draw
 * @param recordedAt real time, UTC, at least 60 s after the checkpoint was cosigned
 * @param checkpoint contains the commit and was cosigned before the reveal
 */
public record ContributionRevealed(
    String drawId,
    String commitHash,
    String by,
    String nonce,
    String value,
    String pseudonym,
    String recordedAt,
    Checkpoint checkpoint)
    implements IntegrationEvent {
  /**
   * A checkpoint of the ledger of draws.
   *
   * @param size entries it seals
   * @param root of them, 64 lower-case hex digits
   */
  public record Checkpoint(long size, String root) {}
}
