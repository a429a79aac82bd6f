package cn.doublerandom.draw.reading;

import java.time.LocalDate;
import java.util.List;

/**
 * A cell of the column 抽取日期 as read.
 *
 * @param from first day
 * @param to last day
 * @param notes remarks in the cell, and what remains in doubt
 */
public record PeriodReading(LocalDate from, LocalDate to, List<String> notes) {
  public PeriodReading {
    notes = List.copyOf(notes);
  }
}
