package cn.doublerandom.servicekit.file;

import java.util.HashSet;
import java.util.Set;

/**
 * Where a film, a sound or a photo in boxes ends (ISO/IEC 14496-12): each box says its length, and
 * a recorder that was cut off has written its samples, or where they are, and not both.
 */
final class BoxEnds {
  private static final String SAMPLES = "mdat";
  private static final String FILM = "moov";
  private static final String STILL = "meta";
  private static final int HEAD = 8;
  private static final int LONG_HEAD = 16;

  /**
   * What a file is made of. A name that is none of these, with a length beyond the end, is no box:
   * phones write words of their own behind the last one.
   */
  private static final Set<String> BOXES =
      Set.of(
          "ftyp", "styp", FILM, SAMPLES, STILL, "moof", "mfra", "sidx", "free", "skip", "wide",
          "uuid", "udta", "mpvd");

  private BoxEnds() {}

  static boolean film(byte[] file) {
    return whole(file).containsAll(Set.of(SAMPLES, FILM));
  }

  /** A burst or a moving one has its pictures as a film does. */
  static boolean still(byte[] file) {
    Set<String> found = whole(file);
    return found.contains(SAMPLES) && (found.contains(STILL) || found.contains(FILM));
  }

  /** The boxes that are there to their end; none at all where one is cut off. */
  private static Set<String> whole(byte[] file) {
    Octets in = new Octets(file);
    Set<String> found = new HashSet<>();
    long at = 0;
    while (in.has(at, HEAD)) {
      String name = in.name(at + 4);
      long size = in.number(at, 4);
      if (size == 1 && in.has(at, LONG_HEAD)) {
        size = in.number(at + HEAD, 8);
      } else if (size == 0) {
        // To the end of the file, wherever that is.
        size = in.length() - at;
      }
      if (size < HEAD || !in.has(at, size)) {
        return BOXES.contains(name) ? Set.of() : found;
      }
      found.add(name);
      at += size;
    }
    return found;
  }
}
