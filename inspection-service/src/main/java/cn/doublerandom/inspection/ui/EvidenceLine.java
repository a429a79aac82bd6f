package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.evidence.PhotoFacts;
import cn.doublerandom.inspection.evidence.PhotoFacts.PhotoPlace;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence with its times, as who reviews a visit compares them.
 *
 * @param claimed by the phone that took it without network; absent where it was taken with network
 */
public record EvidenceLine(KeptEvidence kept, @Nullable Instant claimed) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final double MICRO = 1_000_000;

  public Evidence evidence() {
    return kept.evidence();
  }

  /** When it came. */
  public String received() {
    return time(evidence().takenAt());
  }

  /** When its phone says it was taken; empty where it said nothing. */
  public String said() {
    return claimed == null ? "" : time(claimed);
  }

  private static String time(Instant at) {
    return TIME.format(at.atZone(BusinessClock.SHANGHAI));
  }

  public @Nullable PhotoFacts photo() {
    return evidence().photo();
  }

  /** When the photo says it was taken; empty where it says nothing. */
  public String taken() {
    PhotoFacts photo = photo();
    LocalDateTime at = photo == null ? null : photo.takenAt();
    if (photo == null || at == null) {
      return "";
    }
    return TIME.format(at) + (photo.offset() == null ? "" : " " + photo.offset());
  }

  /** Whether its camera wrote a time and not of which zone. */
  public boolean isOfNoZone() {
    PhotoFacts photo = photo();
    return photo != null && photo.takenAt() != null && photo.offset() == null;
  }

  /** Degrees with five decimals, about a metre; empty where the photo says nothing. */
  public String place() {
    PhotoFacts photo = photo();
    PhotoPlace place = photo == null ? null : photo.place();
    return place == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%.5f, %.5f",
            place.latitudeMicrodegrees() / MICRO,
            place.longitudeMicrodegrees() / MICRO);
  }

  /**
   * What the photo's time is compared with: the claimed one, or where there is none the server's.
   */
  private Instant compared() {
    return claimed == null ? evidence().takenAt() : claimed;
  }

  /** Whether the photo says a time more than an hour from what it is compared with. */
  public boolean isFar() {
    PhotoFacts photo = photo();
    return photo != null && photo.isFarFrom(compared(), BusinessClock.SHANGHAI);
  }

  private Duration apart() {
    PhotoFacts photo = photo();
    Duration apart = photo == null ? null : photo.apart(compared(), BusinessClock.SHANGHAI);
    return apart == null ? Duration.ZERO : apart;
  }

  public long daysApart() {
    return apart().toDays();
  }

  public int hoursApart() {
    return apart().toHoursPart();
  }

  public int minutesApart() {
    return apart().toMinutesPart();
  }
}
