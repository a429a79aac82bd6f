package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.FollowUpWork.OfFindings;
import cn.doublerandom.inspection.followup.RecheckVisit;
import org.jspecify.annotations.Nullable;

/**
 * What follows the findings of a visit as its page shows it.
 *
 * @param account who reads it
 */
public record ShownFollowUps(OfFindings found, String account, FollowUpWords words) {
  /** The form of a step of one follow-up. */
  public String step(String step, int number) {
    return step + "-" + number;
  }

  /** What was seen, in a word. */
  public String resultOf(boolean corrected) {
    return corrected ? words.isCorrected() : words.notCorrected();
  }

  /** The visit that was planned last to look again, and is not over; nothing where none is. */
  public @Nullable RecheckVisit planned(int number) {
    return found.rechecks().stream()
        .filter(visit -> visit.followUp() == number)
        .reduce((before, after) -> after)
        .filter(RecheckVisit::open)
        .orElse(null);
  }

  /** Whether the reader may look again now: anybody where no visit is planned, else its two. */
  public boolean looks(int number) {
    RecheckVisit visit = planned(number);
    return visit == null || SecondPerson.isAmong(account, visit.officers());
  }

  /** Whether the reader is who did it. */
  public boolean mine(String by) {
    return SecondPerson.isSame(by, account);
  }

  /** Items whose finding nobody has followed yet. */
  public String unfollowed() {
    return String.join("、", found.unfollowed());
  }

  /**
   * Whether every order fell away with its finding: then nothing was found that could be closed.
   */
  public boolean areLifted() {
    return !found.followUps().isEmpty()
        && found.followUps().stream().allMatch(one -> one.lifted() != null);
  }
}
