package cn.doublerandom.inspection.departure;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of the hand-over of all an officer has open. */
public sealed interface DepartureCommand {
  /**
   * @param request with the officer as the register knows him
   * @param rechecks how many re-checks are planned for him
   * @param isColleagueFit whether the register lets the colleague serve; true where none is named
   */
  record AskDeparture(DepartureRequest request, Officer by, int rechecks, boolean isColleagueFit)
      implements DepartureCommand {}

  /**
   * @param visits that are open for him, by id
   * @param rechecks that are planned for him, by their ids
   */
  record AgreeDeparture(Officer by, LocalDate today, List<String> visits, List<String> rechecks)
      implements DepartureCommand {
    public AgreeDeparture {
      visits = List.copyOf(visits);
      rechecks = List.copyOf(rechecks);
    }
  }

  record DeclineDeparture(Officer by, String reason, LocalDate today) implements DepartureCommand {}

  /**
   * @param visits that have to ask again, by id
   * @param rechecks that are still planned for him, by their ids
   */
  record RepeatHandovers(Officer by, LocalDate today, List<String> visits, List<String> rechecks)
      implements DepartureCommand {
    public RepeatHandovers {
      visits = List.copyOf(visits);
      rechecks = List.copyOf(rechecks);
    }
  }
}
