package cn.doublerandom.inspection.departure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over of all an officer has open, as it is listed.
 *
 * @param id his number in small letters
 * @param decidedBy who agreed or did not; absent as long as nobody has
 * @param declined why it was not agreed to; absent where it was
 * @param visits that were open for him when it was agreed to, by id
 * @param rechecks that were planned for him then, by their ids
 */
public record DepartureSummary(
    String id,
    State state,
    DepartureRequest request,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable String declined,
    List<String> visits,
    List<String> rechecks) {
  /** How far it has come. */
  public enum State {
    ASKED,
    AGREED,
    DECLINED
  }

  public DepartureSummary {
    visits = List.copyOf(visits);
    rechecks = List.copyOf(rechecks);
  }

  /** The summary; nothing where nobody asked. */
  public static Optional<DepartureSummary> of(String id, Departure departure) {
    return switch (departure) {
      case Departure.Unasked unasked -> Optional.empty();
      case Departure.Asked(var request) ->
          Optional.of(
              new DepartureSummary(
                  id, State.ASKED, request, null, null, null, List.of(), List.of()));
      case Departure.Agreed(var request, var by, var on, var visits, var rechecks) ->
          Optional.of(
              new DepartureSummary(id, State.AGREED, request, by, on, null, visits, rechecks));
      case Departure.Declined(var request, var by, var reason, var on) ->
          Optional.of(
              new DepartureSummary(
                  id, State.DECLINED, request, by, on, reason, List.of(), List.of()));
    };
  }
}
