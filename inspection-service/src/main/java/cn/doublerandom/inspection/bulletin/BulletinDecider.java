package cn.doublerandom.inspection.bulletin;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_ANSWERED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_CONCLUDED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_DRAWN_UP;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_MEANT_FOR_BUREAU;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_NOTHING_COUNTED;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_OF_OTHER_UNITS;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_OWN_UNIT;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_UNHEARD;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_UNKNOWN;
import static cn.doublerandom.inspection.BulletinRejection.BULLETIN_WORDS_MISSING;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinAnswered;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinConcluded;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.hearing.HearingDecider;
import cn.doublerandom.inspection.hearing.HearingRefusals;
import cn.doublerandom.inspection.hearing.HearingStep;
import java.time.LocalDate;
import java.util.Optional;

/** 通报 (R48): every unit it names is heard before anybody else reads it. */
public final class BulletinDecider extends HearingDecider<BulletinDrawnUp, Reach, BulletinEvent> {
  public BulletinDecider() {
    super(
        new HearingRefusals(
            BULLETIN_UNKNOWN,
            BULLETIN_NOTHING_COUNTED,
            BULLETIN_DRAWN_UP,
            BULLETIN_CONCLUDED,
            BULLETIN_ANSWERED,
            BULLETIN_UNHEARD,
            BULLETIN_WORDS_MISSING,
            BULLETIN_OWN_UNIT,
            BULLETIN_OF_OTHER_UNITS,
            BULLETIN_NEEDS_SECOND_PERSON));
  }

  @Override
  protected Decision<BulletinEvent> open(BulletinDrawnUp drawnUp, LocalDate today) {
    return ReasonText.isInWords(drawnUp.bulletin().text())
        ? accept(drawnUp)
        : reject(BULLETIN_WORDS_MISSING, "field", "text");
  }

  @Override
  protected boolean mayBeginAnew(Reach reach) {
    return !reach.circulates();
  }

  /** What is to be public both supervisors say, and the units were heard about that. */
  @Override
  protected Optional<Rejection> hinders(BulletinDrawnUp drawnUp, Reach reach) {
    return reach.isWithin(drawnUp.audience())
        ? Optional.empty()
        : Optional.of(BULLETIN_MEANT_FOR_BUREAU);
  }

  @Override
  protected BulletinEvent event(HearingStep<BulletinDrawnUp, Reach> step) {
    return switch (step) {
      case HearingStep.Opened<BulletinDrawnUp, Reach>(var drawnUp) -> drawnUp;
      case HearingStep.Answered<BulletinDrawnUp, Reach>(var unit, var answer, var by) ->
          new BulletinAnswered(unit, answer, by);
      case HearingStep.Concluded<BulletinDrawnUp, Reach>(var reach, var reason, var by) ->
          new BulletinConcluded(reach, reason, by);
    };
  }
}
