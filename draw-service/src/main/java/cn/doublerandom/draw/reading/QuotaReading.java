package cn.doublerandom.draw.reading;

import java.util.List;

/**
 * A cell of the column 抽查比例（数量）及频次 as read.
 *
 * @param notes remarks in the cell, and what remains in doubt
 * @param verbatim the cell as written
 * @param part whom the number is of, in the words of the cell, where these may be fewer than all;
 *     else empty
 * @param beside numbers of the whole that stand beside the one that was read, and by which nothing
 *     would be drawn
 */
public record QuotaReading(
    Quota quota,
    Frequency frequency,
    List<String> notes,
    String verbatim,
    String part,
    List<String> beside) {
  public QuotaReading {
    notes = List.copyOf(notes);
    beside = List.copyOf(beside);
  }
}
