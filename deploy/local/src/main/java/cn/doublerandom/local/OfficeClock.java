package cn.doublerandom.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The business clock of all services: what it adds to the clock of the machine stands in a file
 * ({@code suite.clock-file}), which each of them reads again and again.
 */
record OfficeClock(Path file) {
  private static final int OPENS_AT = 9;

  /** A service that runs has read by then where the clock stands. */
  static final Duration IS_READ = Duration.ofMillis(250);

  static OfficeClock of(Path data) {
    return new OfficeClock(data.resolve("clock"));
  }

  /** Nobody moved it. */
  void goesByTheMachine() throws IOException {
    PrivateFile.put(file, Duration.ZERO.toString());
  }

  /** Nine o'clock of a day, running on. */
  void movesTo(LocalDate date) {
    Instant opening = date.atTime(OPENS_AT, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      PrivateFile.put(file, Duration.between(now, opening).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
