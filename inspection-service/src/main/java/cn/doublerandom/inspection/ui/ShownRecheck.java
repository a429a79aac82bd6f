package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.Rechecks.ToRecheck;
import cn.doublerandom.inspection.followup.FollowUp;
import java.time.LocalDate;

/**
 * A re-check as its page shows it.
 *
 * @param account one of its two officers
 * @param today business day
 */
public record ShownRecheck(ToRecheck known, String account, LocalDate today, FollowUpWords words) {
  public String name() {
    return known.subject() == null ? known.subjectId() : known.subject().name();
  }

  /** Whether its day has come and it is not over. */
  public boolean acts() {
    return known.order().open() && known.visit().open() && !tooSoon();
  }

  public boolean tooSoon() {
    return today.isBefore(known.visit().on());
  }

  /** Whether the other one has recorded and the reader may confirm. */
  public boolean confirms() {
    FollowUp.Recheck seen = known.visit().recorded();
    return acts() && seen != null && !SecondPerson.isSame(seen.by(), account);
  }

  /** Whether he has recorded himself and waits. */
  public boolean waits() {
    FollowUp.Recheck seen = known.visit().recorded();
    return acts() && seen != null && SecondPerson.isSame(seen.by(), account);
  }

  /** What was seen, in a word. */
  public String resultOf(boolean corrected) {
    return corrected ? words.isCorrected() : words.notCorrected();
  }
}
