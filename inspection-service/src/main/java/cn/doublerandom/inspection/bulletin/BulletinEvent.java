package cn.doublerandom.inspection.bulletin;

import cn.doublerandom.inspection.hearing.HearingEvent;
import cn.doublerandom.inspection.hearing.HearingStep;
import cn.doublerandom.inspection.hearing.Opening;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens to a bulletin. */
public sealed interface BulletinEvent extends HearingEvent<BulletinEvent.BulletinDrawnUp, Reach> {
  /**
   * A supervisor drew it up; what is counted later changes nothing.
   *
   * @param answerBy last of the working days in which the units are waited for
   * @param provisional whether that day lies in a year whose holidays are not announced
   * @param meantFor whom it is to reach, as the units are told; absent before 0.26: the bureau
   */
  record BulletinDrawnUp(
      Bulletin bulletin,
      LocalDate answerBy,
      boolean provisional,
      String by,
      @Nullable Audience meantFor)
      implements BulletinEvent, Opening {
    /** Whom it is meant for. */
    public Audience audience() {
      return Objects.requireNonNullElse(meantFor, Audience.BUREAU);
    }

    @Override
    public List<String> units() {
      return bulletin.named();
    }

    /** The same with one unit alone. */
    public BulletinDrawnUp of(String unit) {
      return new BulletinDrawnUp(bulletin.of(unit), answerBy, provisional, by, meantFor);
    }

    @Override
    public HearingStep<BulletinDrawnUp, Reach> step() {
      return new HearingStep.Opened<>(this);
    }
  }

  /** A unit named in it was heard. */
  record BulletinAnswered(String unit, String answer, String by) implements BulletinEvent {
    @Override
    public HearingStep<BulletinDrawnUp, Reach> step() {
      return new HearingStep.Answered<>(unit, answer, by);
    }
  }

  /** Another supervisor concluded whom it reaches. */
  record BulletinConcluded(Reach reach, String reason, String by) implements BulletinEvent {
    @Override
    public HearingStep<BulletinDrawnUp, Reach> step() {
      return new HearingStep.Concluded<>(reach, reason, by);
    }
  }
}
