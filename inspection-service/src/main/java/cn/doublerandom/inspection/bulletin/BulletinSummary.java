package cn.doublerandom.inspection.bulletin;

import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingSummary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin in the list.
 *
 * @param units named in it
 * @param unheard of them, as long as it is not concluded
 * @param drawnUpBy who drew it up
 * @param reach absent until it is concluded
 */
public record BulletinSummary(
    String id,
    int year,
    int issue,
    List<String> units,
    List<String> unheard,
    State state,
    LocalDate answerBy,
    String drawnUpBy,
    @Nullable Reach reach)
    implements HearingSummary {
  public BulletinSummary {
    units = List.copyOf(units);
    unheard = List.copyOf(unheard);
  }

  /** Where it stands. */
  public enum State {
    /** The units are heard. */
    HEARING,
    /** All of them answered; another supervisor concludes. */
    ANSWERED,
    CONCLUDED;

    /** The same of any hearing. */
    public static State of(Hearing.Stage stage) {
      return switch (stage) {
        case ASKED -> HEARING;
        case ANSWERED -> ANSWERED;
        case OVER -> CONCLUDED;
      };
    }
  }

  /** Of what is known of a bulletin that was drawn up. */
  public static BulletinSummary of(String id, Hearing<BulletinDrawnUp, Reach> hearing) {
    BulletinDrawnUp drawnUp = hearing.opened().orElseThrow();
    return new BulletinSummary(
        id,
        drawnUp.bulletin().year(),
        drawnUp.bulletin().issue(),
        drawnUp.units(),
        hearing.ended().isPresent() ? List.of() : hearing.unheard(),
        State.of(hearing.stage()),
        drawnUp.answerBy(),
        drawnUp.by(),
        hearing.ended().map(Hearing.Over::conclusion).orElse(null));
  }

  @Override
  public String begunBy() {
    return drawnUpBy;
  }
}
