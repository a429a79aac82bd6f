package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.EndingEvent.EndAsked;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 结束检查, asked for by one of the team (ADR 107). It holds for what was found by then: whatever
 * changes afterwards ends the request, and so does who does not agree.
 *
 * @param by number under which the team lists him
 * @param on the day on which the visit ended, if another agrees
 * @param dissent of one who did not agree; absent where nobody did
 * @param stands whether it waits for another; false once it has lapsed or was not agreed to
 */
public record Ending(String by, LocalDate on, @Nullable Dissent dissent, boolean stands) {
  static Ending of(EndAsked asked) {
    return new Ending(asked.by(), asked.on(), null, true);
  }

  /** The day on which a visit ends by what one of the team does today. */
  public static LocalDate day(Visit visit, String account, LocalDate today) {
    return visit instanceof Visit.InProgress started
            && started.ending() != null
            && started.ending().stands()
            && !SecondPerson.isSame(started.ending().by(), account)
        ? started.ending().on()
        : today;
  }

  Ending disputed(Dissent why) {
    return new Ending(by, on, why, false);
  }

  /** The same once something else was found than what it was asked for. */
  static @Nullable Ending lapsed(@Nullable Ending before) {
    return before == null ? null : new Ending(before.by, before.on, before.dissent, false);
  }
}
