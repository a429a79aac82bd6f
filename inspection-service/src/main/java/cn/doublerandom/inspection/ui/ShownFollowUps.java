package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.FollowUpWork.OfFindings;

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

  /** Whether the reader is who did it. */
  public boolean mine(String by) {
    return SecondPerson.isSame(by, account);
  }

  /** Items whose finding nobody has followed yet. */
  public String unfollowed() {
    return String.join("、", found.unfollowed());
  }
}
