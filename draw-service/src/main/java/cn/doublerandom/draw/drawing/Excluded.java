package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.exclusion.HandExclusion;
import org.jspecify.annotations.Nullable;

/**
 * Why a subject of the frame could not be drawn, in words.
 *
 * @param code as it stands in the frame
 * @param text the rule it follows from, or the reason somebody gave
 * @param hand what was asked for; absent where a rule excludes
 * @param requestedBy account; absent where a rule excludes
 * @param approvedBy another account; absent where a rule excludes
 */
public record Excluded(
    String subject,
    String code,
    String text,
    @Nullable HandExclusion hand,
    @Nullable String requestedBy,
    @Nullable String approvedBy) {
  public boolean byHand() {
    return hand != null;
  }
}
