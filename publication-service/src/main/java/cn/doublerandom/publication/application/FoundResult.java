package cn.doublerandom.publication.application;

import java.util.List;

/**
 * A published result as the search lists it.
 *
 * @param subjectName the code of the firm once the publication is over
 * @param taskName empty where the plan was not told
 * @param codes what was found; empty once the publication is over
 * @param on day of publication, 2023-03-15
 */
public record FoundResult(
    String id,
    String subjectId,
    String subjectName,
    String drawId,
    String taskName,
    List<String> codes,
    String on,
    State state) {
  public FoundResult {
    codes = List.copyOf(codes);
  }

  /** How it stands. */
  public enum State {
    VALID,
    CORRECTED,
    WITHDRAWN,
    /** 公示期满. */
    PERIOD_OVER,
    /** 信用修复. */
    REPAIRED;

    /** Whether a stub stands in its place. */
    public boolean isOver() {
      return switch (this) {
        case VALID, CORRECTED, WITHDRAWN -> false;
        case PERIOD_OVER, REPAIRED -> true;
      };
    }
  }
}
