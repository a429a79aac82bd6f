package cn.doublerandom.servicekit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {
  @TempDir Path directory;

  private long nanos;

  private MovedClock clock(Path file) {
    return new MovedClock(file, BusinessClock.SHANGHAI, () -> nanos);
  }

  /** Once the time is over after which whoever looks at the file looks again. */
  private void isAhead(Clock clock, Duration much) {
    nanos += MovedClock.EVERY.toNanos() + 1;
    assertThat(clock.instant().minus(much)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void an_office_goes_on_to_another_day_without_closing() throws Exception {
    Path file = directory.resolve("clock");
    Files.writeString(file, Duration.ofDays(-1000).toString());
    Clock clock = clock(file);
    Clock elsewhere = clock.withZone(ZoneOffset.UTC);
    isAhead(clock, Duration.ofDays(-1000));

    Files.writeString(file, Duration.ofDays(-900).toString());

    isAhead(clock, Duration.ofDays(-900));
    isAhead(elsewhere, Duration.ofDays(-900));
    assertThat(elsewhere.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void a_clock_whose_file_is_lost_goes_on_as_it_went() throws Exception {
    Path file = directory.resolve("clock");
    Files.writeString(file, Duration.ofDays(7).toString());
    Clock clock = clock(file);
    for (String broken : new String[] {"", "tomorrow"}) {
      Files.writeString(file, broken);
      isAhead(clock, Duration.ofDays(7));
    }
    Files.delete(file);
    isAhead(clock, Duration.ofDays(7));
  }

  @Test
  void nothing_starts_by_a_clock_it_cannot_read() throws Exception {
    Path file = directory.resolve("clock");
    assertThatThrownBy(() -> new MovedClock(file, BusinessClock.SHANGHAI))
        .isInstanceOf(UncheckedIOException.class);
    Files.writeString(file, "tomorrow");
    assertThatThrownBy(() -> new MovedClock(file, BusinessClock.SHANGHAI))
        .isInstanceOf(DateTimeParseException.class);
  }
}
