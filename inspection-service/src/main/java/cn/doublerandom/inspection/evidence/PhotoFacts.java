package cn.doublerandom.inspection.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a photo says of itself (EXIF). It is what its camera wrote, and whoever had the file could
 * have written it anew: a fact beside the evidence, which proves nothing.
 *
 * @param takenAt by the clock of the camera, {@code 2023-06-16T10:15:30} without a zone; absent
 *     where it does not say
 * @param offset of that clock from UTC, as {@code +08:00}; absent where it does not say
 * @param camera maker and model, at most {@link #MOST_CAMERA} characters; likewise
 * @param place likewise
 */
public record PhotoFacts(
    @Nullable LocalDateTime takenAt,
    @Nullable ZoneOffset offset,
    @Nullable String camera,
    @Nullable PhotoPlace place) {
  /** As much as any maker and model need. */
  public static final int MOST_CAMERA = 64;

  /**
   * A clock that is set by its owner goes wrong by minutes; by more than this it is another day's.
   */
  public static final Duration MOST_APART = Duration.ofHours(1);

  /**
   * Where it was taken.
   *
   * @param latitudeMicrodegrees WGS 84, −90,000,000 to 90,000,000
   * @param longitudeMicrodegrees likewise, −180,000,000 to 180,000,000
   */
  public record PhotoPlace(int latitudeMicrodegrees, int longitudeMicrodegrees) {}

  /** Whether it says anything at all. */
  public boolean saysAnything() {
    return takenAt != null || camera != null || place != null;
  }

  /**
   * How far the photo's time is from another one.
   *
   * @param zone of the clock where the photo does not say
   * @return nothing where it says no time
   */
  public @Nullable Duration apart(Instant other, ZoneId zone) {
    if (takenAt == null) {
      return null;
    }
    Instant taken = takenAt.atZone(offset == null ? zone : offset).toInstant();
    return Duration.between(taken, other).abs();
  }

  /** Whether that is more than an hour. */
  public boolean isFarFrom(Instant other, ZoneId zone) {
    Duration apart = apart(other, zone);
    return apart != null && apart.compareTo(MOST_APART) > 0;
  }
}
