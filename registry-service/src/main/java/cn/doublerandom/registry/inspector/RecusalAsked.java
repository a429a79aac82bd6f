package cn.doublerandom.registry.inspector;

import org.jspecify.annotations.Nullable;

/**
 * A recusal, or the revocation of one, that another person must decide on.
 *
 * @param by account that asked
 * @param batch all that was asked with it
 * @param revokedFor why it is to be revoked; absent where it is to be declared
 */
public record RecusalAsked(Recusal recusal, String by, String batch, @Nullable String revokedFor) {
  public boolean revokes() {
    return revokedFor != null;
  }

  /** What waits, in which batch and by whom. */
  public String inWords() {
    return (revokes() ? "撤销对 " : "对 ")
        + recusal.subject()
        + " 的回避（"
        + RecusalReason.words(recusal.reason())
        + "），批次 "
        + batch
        + "，由 "
        + by
        + " 申请";
  }
}
