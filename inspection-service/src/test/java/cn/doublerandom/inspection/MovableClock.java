package cn.doublerandom.inspection;

import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The business clock of a story that lasts longer than its test: it begins on a Tuesday in October
 * and goes on to a later day where the story does. Timers, gates and terms see nothing but a clock.
 */
final class MovableClock extends Clock {
  private static final Clock REAL = Clock.system(BusinessClock.SHANGHAI);
  private static final ZonedDateTime BEGINS =
      ZonedDateTime.of(2026, 10, 13, 9, 30, 0, 0, BusinessClock.SHANGHAI);
  private static final MovableClock THE_ONE = new MovableClock(BusinessClock.SHANGHAI);

  /** How far it is ahead of the real one; nothing before it is asked for the first time. */
  private static @Nullable Duration ahead;

  private final ZoneId zone;

  private MovableClock(ZoneId zone) {
    this.zone = zone;
  }

  /** What a profile puts in the place of the clock. */
  @Alternative
  @Singleton
  static class Made {
    @Produces
    @Singleton
    @Alternative
    Clock clock() {
      return THE_ONE;
    }
  }

  static LocalDate today() {
    return LocalDate.now(THE_ONE);
  }

  /** Goes on to the same hour of a later day. */
  static void goesOnTo(LocalDate day) {
    go(ChronoUnit.DAYS.between(today(), day));
  }

  private static synchronized Duration go(long days) {
    Duration known = ahead;
    Duration gone =
        (known == null ? Duration.between(REAL.instant(), BEGINS.toInstant()) : known)
            .plusDays(days);
    ahead = gone;
    return gone;
  }

  static Instant now() {
    return THE_ONE.instant();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(other);
  }

  @Override
  public Instant instant() {
    return REAL.instant().plus(go(0));
  }
}
