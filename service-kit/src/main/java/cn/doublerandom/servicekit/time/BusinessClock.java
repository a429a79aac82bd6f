package cn.doublerandom.servicekit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time decisions are made by. In demonstrations the file {@code suite.clock-file} moves it
 * ({@link MovedClock}), and it runs on from there; production refuses that setting.
 */
public final class BusinessClock {
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Produces
  @Singleton
  Clock clock(@ConfigProperty(name = "suite.clock-file") Optional<Path> file) {
    return file.<Clock>map(moved -> new MovedClock(moved, SHANGHAI))
        .orElseGet(() -> Clock.system(SHANGHAI));
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
