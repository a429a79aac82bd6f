package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Which visits were made and recorded, as far as the inspections told of it. */
public interface MadeVisits {
  /**
   * A visit and the day it was finished.
   *
   * @param visitId draw and subject
   */
  record MadeVisit(String visitId, LocalDate finishedOn) {}

  /**
   * The days on which visits of a draw were finished, by subject; of the others nothing is recorded
   * yet.
   *
   * @param subjects who is visited
   */
  CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects);
}
