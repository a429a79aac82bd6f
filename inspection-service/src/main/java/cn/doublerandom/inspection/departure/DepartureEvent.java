package cn.doublerandom.inspection.departure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the hand-over of all an officer has open. */
public sealed interface DepartureEvent {
  /** Somebody says that an officer leaves, and asks that what he has open is handed over. */
  record DepartureAsked(DepartureRequest request) implements DepartureEvent {}

  /**
   * Another person agreed; each visit asked the draw with the same word.
   *
   * @param visits that were open for him, by id
   * @param rechecks that were planned for him, by their ids
   */
  record DepartureAgreed(String by, LocalDate on, List<String> visits, List<String> rechecks)
      implements DepartureEvent {
    public DepartureAgreed {
      visits = List.copyOf(visits);
      rechecks = List.copyOf(rechecks);
    }
  }

  /** Another person did not agree, or whoever asked took it back. */
  record DepartureDeclined(String by, String reason, LocalDate on) implements DepartureEvent {}

  /**
   * What the draw had refused, or nobody had asked, was asked again.
   *
   * @param visits by id
   * @param rechecks that were still planned for him, by their ids; absent where it was none
   */
  record HandoversRepeated(
      String by, LocalDate on, List<String> visits, @Nullable List<String> rechecks)
      implements DepartureEvent {
    public HandoversRepeated {
      visits = List.copyOf(visits);
      rechecks = rechecks == null ? null : List.copyOf(rechecks);
    }
  }
}
