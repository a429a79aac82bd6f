package cn.doublerandom.servicekit.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.LongSupplier;

/**
 * A clock that is moved while it runs: what it adds to the clock of the machine, an ISO duration,
 * stands in a file, which is read again when the last reading is {@link #EVERY} old. Where it then
 * cannot be read the clock goes on as it went.
 */
final class MovedClock extends Clock {
  /** Whoever puts another file in its place is heeded after this time. */
  static final Duration EVERY = Duration.ofMillis(100);

  private final Path file;
  private final ZoneId zone;
  private final LongSupplier nanos;
  private volatile Reading last;

  private record Reading(Duration added, long nanos) {}

  /**
   * @throws UncheckedIOException if there is no such file
   * @throws DateTimeParseException if it holds no duration
   */
  MovedClock(Path file, ZoneId zone) {
    this(file, zone, System::nanoTime);
  }

  /**
   * @param nanos by which the age of a reading is told
   */
  MovedClock(Path file, ZoneId zone, LongSupplier nanos) {
    this.file = file;
    this.zone = zone;
    this.nanos = nanos;
    this.last = read();
  }

  private Reading read() {
    try {
      return new Reading(Duration.parse(Files.readString(file).strip()), nanos.getAsLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    Reading known = last;
    if (nanos.getAsLong() - known.nanos > EVERY.toNanos()) {
      try {
        known = read();
      } catch (UncheckedIOException | DateTimeParseException e) {
        known = new Reading(known.added, nanos.getAsLong());
      }
      last = known;
    }
    return Instant.now().plus(known.added);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovedClock(file, other, nanos);
  }
}
