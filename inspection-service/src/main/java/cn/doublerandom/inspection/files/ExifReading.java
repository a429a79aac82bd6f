package cn.doublerandom.inspection.files;

import cn.doublerandom.inspection.evidence.PhotoFacts;
import cn.doublerandom.inspection.evidence.PhotoFacts.PhotoPlace;
import cn.doublerandom.inspection.evidence.PhotoReading;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads Exif (CIPA DC-008): when the camera says a photo was taken, which camera, where. Of all
 * tags these are read and none else, so that what a malformed file claims to hold is not made room
 * for; numbers of cameras, names of owners and notes of makers are never looked at.
 */
@ApplicationScoped
class ExifReading implements PhotoReading {
  private static final Logger LOG = Logger.getLogger(ExifReading.class);

  /** No time, name or place needs as many. */
  private static final int MOST_BYTES_OF_TAG = 1_024;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4]):[0-5]\\d");
  private static final double MICRO = 1_000_000;
  private static final int MOST_LATITUDE = 90;
  private static final int MOST_LONGITUDE = 180;

  private static final Set<Integer> POINTERS =
      Set.of(ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET, ExifIFD0Directory.TAG_GPS_INFO_OFFSET);
  private static final Set<Integer> OF_CAMERA =
      Set.of(ExifDirectoryBase.TAG_MAKE, ExifDirectoryBase.TAG_MODEL);
  private static final Set<Integer> OF_TIME =
      Set.of(
          ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
          ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
          ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL,
          ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED);
  private static final Set<Integer> OF_PLACE =
      Set.of(
          GpsDirectory.TAG_LATITUDE_REF,
          GpsDirectory.TAG_LATITUDE,
          GpsDirectory.TAG_LONGITUDE_REF,
          GpsDirectory.TAG_LONGITUDE);

  @Override
  public Optional<PhotoFacts> of(byte[] photo, String mediaType) {
    try {
      return ExifBlock.of(photo, mediaType).flatMap(ExifReading::read);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      // Nothing of it is evidence less; what it holds is not told to a log.
      LOG.debugf("a photo says nothing of itself that can be read: %s", e.getClass().getName());
      return Optional.empty();
    }
  }

  private static Optional<PhotoFacts> read(byte[] tiff) {
    var metadata = new Metadata();
    try {
      new TiffReader().processTiff(new ByteArrayReader(tiff), new Wanted(metadata), 0);
    } catch (ImageProcessingException | IOException e) {
      LOG.debugf("Exif ends in the middle: %s", e.getClass().getName());
    }
    ExifSubIFDDirectory taken = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    ExifIFD0Directory camera = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    GpsDirectory place = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    LocalDateTime at = takenAt(taken);
    var facts = new PhotoFacts(at, at == null ? null : offset(taken), camera(camera), place(place));
    return facts.saysAnything() ? Optional.of(facts) : Optional.empty();
  }

  private static @Nullable LocalDateTime takenAt(@Nullable Directory taken) {
    LocalDateTime original = time(text(taken, ExifDirectoryBase.TAG_DATETIME_ORIGINAL));
    return original == null
        ? time(text(taken, ExifDirectoryBase.TAG_DATETIME_DIGITIZED))
        : original;
  }

  private static @Nullable LocalDateTime time(String said) {
    try {
      return LocalDateTime.parse(said, TIME);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static @Nullable ZoneOffset offset(@Nullable Directory taken) {
    String said = text(taken, ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
    String offset = said.isEmpty() ? text(taken, ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED) : said;
    return OFFSET.matcher(offset).matches() ? ZoneOffset.of(offset) : null;
  }

  private static @Nullable String camera(@Nullable Directory of) {
    String make = text(of, ExifDirectoryBase.TAG_MAKE);
    String model = text(of, ExifDirectoryBase.TAG_MODEL);
    String both = model.startsWith(make) ? model : (make + " " + model).strip();
    return both.isEmpty() ? null : both.substring(0, both.offsetByCodePoints(0, length(both)));
  }

  private static int length(String text) {
    return Math.min(PhotoFacts.MOST_CAMERA, text.codePointCount(0, text.length()));
  }

  /** Without what no page shows. */
  private static String text(@Nullable Directory of, int tag) {
    String said = of == null ? null : of.getString(tag);
    if (said == null) {
      return "";
    }
    return said.codePoints()
        .filter(Character::isDefined)
        .filter(one -> !Character.isISOControl(one) && Character.getType(one) != Character.FORMAT)
        .filter(one -> Character.getType(one) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }

  private static @Nullable PhotoPlace place(@Nullable GpsDirectory of) {
    GeoLocation said = of == null ? null : of.getGeoLocation();
    if (said == null
        || said.isZero()
        || !(Math.abs(said.getLatitude()) <= MOST_LATITUDE)
        || !(Math.abs(said.getLongitude()) <= MOST_LONGITUDE)) {
      return null;
    }
    return new PhotoPlace(
        Math.toIntExact(Math.round(said.getLatitude() * MICRO)),
        Math.toIntExact(Math.round(said.getLongitude() * MICRO)));
  }

  /** Goes into the two directories below the first, and keeps what is wanted of each. */
  private static final class Wanted extends ExifTiffHandler {
    Wanted(Metadata metadata) {
      super(metadata, null, 0);
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
      return _currentDirectory instanceof ExifIFD0Directory
          && POINTERS.contains(tag)
          && super.tryEnterSubIfd(tag);
    }

    @Override
    public boolean hasFollowerIfd() {
      return false;
    }

    /** What is said to be handled here is left out. */
    @Override
    public boolean customProcessTag(
        int tagOffset,
        Set<Integer> processed,
        int headerOffset,
        RandomAccessReader reader,
        int tag,
        int byteCount) {
      Set<Integer> wanted =
          switch (_currentDirectory) {
            case ExifIFD0Directory camera -> OF_CAMERA;
            case ExifSubIFDDirectory taken -> OF_TIME;
            case GpsDirectory place -> OF_PLACE;
            case null, default -> Set.of();
          };
      return !wanted.contains(tag) || byteCount > MOST_BYTES_OF_TAG;
    }
  }
}
