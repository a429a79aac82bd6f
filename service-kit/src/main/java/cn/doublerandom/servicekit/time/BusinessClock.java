package cn.doublerandom.servicekit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time decisions are made by. In demonstrations {@code suite.clock-offset} (an ISO duration)
 * moves it, and it runs on from there; production refuses that setting.
 */
public final class BusinessClock {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Produces
  @Singleton
  Clock clock(@ConfigProperty(name = "suite.clock-offset") Optional<Duration> offset) {
    return Clock.offset(Clock.system(SHANGHAI), offset.orElse(Duration.ZERO));
  }

  /**
   * A real time as the business clock shows it, to the second: beside times of that clock a page
   * tells no other.
   *
   * @param now the same moment by the clock of the machine, and {@code business} by this one
   */
  public static Instant shown(Instant real, Instant now, Instant business) {
    return real.plusSeconds(Math.round(Duration.between(now, business).toMillis() / 1000.0));
  }

  /** The calendar day in the bureau. */
  public static LocalDate day(Instant instant) {
    return instant.atZone(SHANGHAI).toLocalDate();
  }
}
