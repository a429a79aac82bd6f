package cn.doublerandom.draw.exclusion;

import java.util.List;

/** What may be asked about exclusions by hand. */
public sealed interface ExclusionCommand {
  /**
   * @param seen of the register and of the draws of the task
   */
  record RequestExclusion(HandExclusion exclusion, String by, Seen seen)
      implements ExclusionCommand {
    public RequestExclusion(HandExclusion exclusion, String by) {
      this(exclusion, by, new Seen(true, false));
    }
  }

  /**
   * Another person agrees.
   *
   * @param isUnderWay whether a draw of the task was seen that is neither executed nor void
   */
  record ApproveExclusion(String subject, String by, boolean isUnderWay)
      implements ExclusionCommand {
    public ApproveExclusion(String subject, String by) {
      this(subject, by, false);
    }
  }

  /**
   * Who asked takes it back.
   *
   * @param reason in words
   * @param isUnderWay whether a draw of the task was seen that is neither executed nor void
   */
  record WithdrawExclusion(String subject, String by, String reason, boolean isUnderWay)
      implements ExclusionCommand {}

  /**
   * Another person does not agree.
   *
   * @param reason in words
   * @param isUnderWay whether a draw of the task was seen that is neither executed nor void
   */
  record DeclineExclusion(String subject, String by, String reason, boolean isUnderWay)
      implements ExclusionCommand {}

  /**
   * The frame of the round is frozen, stored with it or not at all.
   *
   * @param approved those the frame was assembled with
   */
  record CloseExclusions(String drawId, List<ExclusionList.Entry> approved)
      implements ExclusionCommand {}

  /**
   * What an exclusion cannot know of itself; a look that is out of date refuses what would be
   * allowed by now, never the other way round.
   *
   * @param isListed whether the register lists the subject
   * @param isUnderWay whether a draw of the task was seen that is neither executed nor void
   */
  record Seen(boolean isListed, boolean isUnderWay) {}
}
