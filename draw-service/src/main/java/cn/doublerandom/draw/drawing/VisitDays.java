package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** 改期: on which days visits are held, as far as the inspections told of it. */
public interface VisitDays {
  /**
   * A visit and the day two people agreed on last.
   *
   * @param visitId draw and subject
   */
  record AgreedDay(String visitId, LocalDate day) {}

  /**
   * The agreed days of a draw's visits, by subject; of the others none is agreed.
   *
   * @param subjects who is visited
   */
  CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects);
}
