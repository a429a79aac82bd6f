package cn.doublerandom.registry.proposal;

import java.time.LocalDate;
import java.util.List;

/**
 * What was told of a result.
 *
 * @param codes result codes that hold now; none where it was withdrawn
 * @param before codes that held before; none of a result that is told for the first time
 * @param version how often it was told by its owner: 1 as it was recorded, from 2 of a correction,
 *     {@link #WITHDRAWN} of a withdrawal. The two topics it is heard from keep no order between
 *     them; what has a lower version than what is known is old
 * @param reason of the correction or withdrawal; empty of a recorded result
 * @param on business day: on which the record was heard, or of the correction or withdrawal
 */
public record Heard(
    Origin origin,
    List<String> codes,
    List<String> before,
    int version,
    String reason,
    LocalDate on) {
  /** As it was recorded. */
  public static final int RECORDED = 1;

  /** Nothing comes after it. */
  public static final int WITHDRAWN = Integer.MAX_VALUE;

  public Heard {
    codes = List.copyOf(codes);
    before = List.copyOf(before);
  }
}
