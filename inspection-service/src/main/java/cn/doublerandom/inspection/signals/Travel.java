package cn.doublerandom.inspection.signals;

import cn.doublerandom.inspection.visit.Place;
import java.time.Duration;

/** How fast somebody went from one place to another. */
final class Travel {
  /** Mean radius of the earth, WGS 84. */
  private static final double EARTH_METRES = 6_371_008.8;

  private static final double MICRO = 1_000_000.0;

  /** Phones err by more than they say; below this nobody is said to have driven at all. */
  private static final long LEAST_METRES = 3_000;

  private static final long SECONDS_PER_HOUR = 3_600;
  private static final long METRES_PER_KILOMETRE = 1_000;

  private Travel() {}

  /** Kilometres an hour, rounded down, at least so many; 0 where the places may be the same. */
  static long speed(VisitTrace.Arrival from, VisitTrace.Arrival to) {
    long sure =
        metres(from.place(), to.place())
            - from.place().accuracyMetres()
            - to.place().accuracyMetres();
    long seconds = Math.max(1, Math.abs(Duration.between(from.at(), to.at()).toSeconds()));
    return sure < LEAST_METRES ? 0 : sure * SECONDS_PER_HOUR / seconds / METRES_PER_KILOMETRE;
  }

  /** Great-circle distance (haversine). */
  private static long metres(Place a, Place b) {
    double lat1 = Math.toRadians(a.latitudeMicrodegrees() / MICRO);
    double lat2 = Math.toRadians(b.latitudeMicrodegrees() / MICRO);
    double half = Math.sin((lat2 - lat1) / 2);
    double turn =
        Math.sin(
            Math.toRadians((b.longitudeMicrodegrees() - a.longitudeMicrodegrees()) / MICRO) / 2);
    double h = half * half + Math.cos(lat1) * Math.cos(lat2) * turn * turn;
    return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
  }
}
