package cn.doublerandom.inspection.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence as a visit knows it; what was withdrawn stays.
 *
 * @param withdrawn absent as long as it stands
 */
public record KeptEvidence(Evidence evidence, @Nullable Withdrawn withdrawn) {
  /** Who took it back, when, and why. */
  public record Withdrawn(String by, String reason, Instant at) {}

  public boolean stands() {
    return withdrawn == null;
  }
}
