package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.Departures;
import cn.doublerandom.inspection.departure.DepartureRequest;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.departure.HandoverOutcome;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an officer who leaves has open, as its page shows it.
 *
 * @param account who reads it
 */
public record ShownDeparture(Departures.OpenWork work, String account) {
  public @Nullable DepartureSummary asked() {
    return work.asked();
  }

  private boolean is(DepartureSummary.State state) {
    return work.asked() != null && work.asked().state() == state;
  }

  /** Whether another person has to agree. */
  public boolean waits() {
    return is(DepartureSummary.State.ASKED);
  }

  public boolean agreed() {
    return is(DepartureSummary.State.AGREED);
  }

  /** Whether the reader may be that person. */
  public boolean agrees() {
    return work.asked() != null
        && waits()
        && Stream.of(
                work.asked().request().by(), work.inspector(), work.asked().request().colleague())
            .noneMatch(one -> one != null && SecondPerson.isSame(one, account));
  }

  /** Whether the reader asked himself: he only takes it back. */
  public boolean own() {
    DepartureSummary asked = work.asked();
    if (asked == null) {
      return false;
    }
    DepartureRequest request = asked.request();
    return SecondPerson.isSame(request.by(), account);
  }

  /** Whether something is left that the draw may be asked, or that the colleague takes over. */
  public boolean repeats() {
    return agreed()
        && (work.visits().stream().anyMatch(one -> one.outcome().isToAsk()) || isLeft());
  }

  private boolean isLeft() {
    DepartureSummary asked = work.asked();
    return asked != null
        && asked.request().colleague() != null
        && work.rechecks().stream().anyMatch(one -> asked.rechecks().contains(one.visit().id()));
  }

  /**
   * One visit of his.
   *
   * @param why nobody came in; absent where the draw did not say so
   */
  public record Line(
      VisitSummary visit,
      VisitState state,
      HandoverOutcome outcome,
      String look,
      @Nullable String why) {}

  public List<Line> visits() {
    return work.visits().stream()
        .map(one ->
            new Line(
                one.visit(),
                VisitState.valueOf(one.visit().state()),
                one.outcome(),
                look(one.outcome()),
                one.why()))
        .toList();
  }

  private static String look(HandoverOutcome outcome) {
    return switch (outcome) {
      case REPLACED, DONE -> "ok";
      case REFUSED -> "bad";
      case OPEN, WAITING, BEGUN -> "warn";
    };
  }
}
