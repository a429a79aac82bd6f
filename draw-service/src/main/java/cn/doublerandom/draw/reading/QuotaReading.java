package cn.doublerandom.draw.reading;

import java.util.List;

/**
 * A cell of the column 抽查比例（数量）及频次 as read.
 *
 * @param notes remarks in the cell, and what remains in doubt
 * @param verbatim the cell as written
 */
public record QuotaReading(Quota quota, Frequency frequency, List<String> notes, String verbatim) {
  public QuotaReading {
    notes = List.copyOf(notes);
  }
}
