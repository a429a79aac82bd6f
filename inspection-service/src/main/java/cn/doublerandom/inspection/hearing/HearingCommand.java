package cn.doublerandom.inspection.hearing;

import java.time.LocalDate;
import java.util.Optional;

/** What may be asked of a hearing. */
public sealed interface HearingCommand<O extends Opening, C> {
  /**
   * @param opening as it is counted now; empty where nothing is there to be put to anybody
   * @param unit of who begins; empty where he has none
   * @param today business day
   */
  record Open<O extends Opening, C>(Optional<O> opening, String unit, LocalDate today)
      implements HearingCommand<O, C> {}

  /**
   * @param unit of who answers
   */
  record Answer<O extends Opening, C>(String answer, String by, String unit)
      implements HearingCommand<O, C> {}

  /**
   * @param unit of who concludes; empty where he has none
   * @param today business day
   */
  record Conclude<O extends Opening, C>(
      C conclusion, String reason, String by, String unit, LocalDate today)
      implements HearingCommand<O, C> {}
}
