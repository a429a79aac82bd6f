package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is arranged of a visit that has not begun.
 *
 * @param day on which it is held; absent where none is agreed, and any day of its window will do
 * @param asked another day that waits for another person; absent where none does
 * @param handovers of members who are to be replaced, the last of each, by number; absent where
 *     there are none
 */
public record Arrangement(
    @Nullable LocalDate day, @Nullable AskedDay asked, @Nullable List<Handover> handovers) {
  /** Nothing is. */
  static final Arrangement NONE = new Arrangement(null, null, null);

  public Arrangement {
    handovers = handovers == null || handovers.isEmpty() ? null : List.copyOf(handovers);
  }

  /** Where nobody hands over. */
  public Arrangement(@Nullable LocalDate day, @Nullable AskedDay asked) {
    this(day, asked, null);
  }

  /**
   * A day somebody asked for.
   *
   * @param by account
   */
  public record AskedDay(LocalDate day, String reason, String by, LocalDate on) {}

  /** Whether the visit may be held on a day. */
  boolean allows(LocalDate on) {
    return day == null || day.equals(on);
  }

  /** Whether nothing is arranged. */
  boolean isNone() {
    return equals(NONE);
  }

  private List<Handover> all() {
    return handovers == null ? List.of() : handovers;
  }

  /** The hand-over of a member, if one was asked for. */
  public Optional<Handover> of(String inspector) {
    return all().stream()
        .filter(one -> SecondPerson.isSame(one.inspector(), inspector))
        .findFirst();
  }

  private Arrangement with(Handover handover) {
    List<Handover> these = new ArrayList<>(all());
    these.removeIf(one -> SecondPerson.isSame(one.inspector(), handover.inspector()));
    these.add(handover);
    these.sort(Comparator.comparing(Handover::inspector));
    return new Arrangement(day, asked, these);
  }

  /** Who left the team has handed over. */
  Arrangement among(List<String> team) {
    return new Arrangement(
        day,
        asked,
        all().stream().filter(one -> SecondPerson.isAmong(one.inspector(), team)).toList());
  }

  Arrangement after(ArrangementEvent event) {
    return switch (event) {
      case ArrangementEvent.DayAsked(var which, var reason, var by, var on) ->
          new Arrangement(day, new AskedDay(which, reason, by, on), handovers);
      case ArrangementEvent.DayAgreed agreed -> new Arrangement(agreed.day(), null, handovers);
      case ArrangementEvent.DayDeclined declined -> new Arrangement(day, null, handovers);
      case ArrangementEvent.HandoverAsked(var inspector, var reason, var by, var on) ->
          with(new Handover(inspector, reason, by, on, null));
      case ArrangementEvent.HandoverRefused(var inspector, var why, var on) ->
          of(inspector).map(one -> with(one.refused(why))).orElse(this);
      case ArrangementEvent.HandoverTakenBack(var inspector, var why, var by, var on) ->
          of(inspector).map(one -> with(one.takenBack(why))).orElse(this);
    };
  }
}
