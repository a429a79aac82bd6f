package cn.doublerandom.inspection.signals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hour in which one officer began most visits. */
final class BusyHour {
  private static final Duration HOUR = Duration.ofHours(1);

  private BusyHour() {}

  /** The visits that began in it; of several such hours the first. */
  static List<VisitTrace> of(List<VisitTrace> visits) {
    Map<String, List<VisitTrace>> officers = new HashMap<>();
    visits.stream()
        .filter(one -> one.startedAt() != null)
        .sorted(Comparator.comparing(BusyHour::begun))
        .forEach(one ->
            one.inspectors()
                .forEach(who -> officers.computeIfAbsent(who, none -> new ArrayList<>()).add(one)));
    List<VisitTrace> busiest = List.of();
    for (List<VisitTrace> own : officers.values()) {
      int from = 0;
      for (int to = 0; to < own.size(); to++) {
        while (begun(own.get(from)).isBefore(begun(own.get(to)).minus(HOUR))) {
          from++;
        }
        busiest = to - from + 1 > busiest.size() ? own.subList(from, to + 1) : busiest;
      }
    }
    return busiest;
  }

  private static Instant begun(VisitTrace visit) {
    return Objects.requireNonNull(visit.startedAt());
  }
}
