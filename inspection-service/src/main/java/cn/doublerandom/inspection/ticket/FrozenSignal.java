package cn.doublerandom.inspection.ticket;

import cn.doublerandom.inspection.signals.Signal;
import java.util.List;

/**
 * A signal as it stood when the supervisor asked about it; what is counted later changes nothing.
 *
 * @param year whose visits were looked at
 * @param visits that show it, ascending
 * @param count how many show it
 * @param of how many were looked at
 * @param measured the strongest of it, see {@link Signal.Kind}
 * @param limit from which on it is said, likewise
 * @param basis document that asks for it
 */
public record FrozenSignal(
    int year,
    Signal.Kind kind,
    String unit,
    List<String> visits,
    int count,
    int of,
    long measured,
    long limit,
    String basis) {
  public FrozenSignal {
    visits = List.copyOf(visits);
  }

  /** A signal of a year, as the packs in force say it. */
  public static FrozenSignal of(int year, Signal signal, String basis) {
    return new FrozenSignal(
        year,
        signal.kind(),
        signal.unit(),
        signal.visits(),
        signal.count(),
        signal.of(),
        signal.measured(),
        signal.limit(),
        basis);
  }
}
