package cn.doublerandom.servicekit.file;

/**
 * Where a photo ends. Segments and chunks are stepped over by their lengths, so that the end of the
 * small picture in the EXIF block is not taken for that of the photo.
 */
final class PictureEnds {
  private static final int MARK = 0xff;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int FIRST_RESTART = 0xd0;

  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_BESIDE_DATA = 12;

  private PictureEnds() {}

  /** ITU-T T.81 B.1: a picture has a scan, and after its last one EOI. */
  static boolean jpeg(byte[] file) {
    Octets in = new Octets(file);
    boolean hasScan = false;
    int at = 2;
    while (in.has(at, 2)) {
      int marker = in.one(at + 1);
      if (in.one(at) != MARK || marker == MARK) {
        // A byte of a scan, or a fill byte before a marker.
        at++;
      } else if (marker == END_OF_IMAGE) {
        return hasScan;
      } else if (isAlone(marker)) {
        at += 2;
      } else if (in.has(at, 4)) {
        hasScan |= marker == START_OF_SCAN;
        at += 2 + Math.max(2, (int) in.number(at + 2, 2));
      } else {
        return false;
      }
    }
    return false;
  }

  /** A stuffed byte of a scan, TEM, a restart, SOI: no length follows. */
  private static boolean isAlone(int marker) {
    return marker <= 1 || (marker >= FIRST_RESTART && marker <= START_OF_IMAGE);
  }

  /** ISO/IEC 15948: the last chunk is IEND. */
  static boolean png(byte[] file) {
    Octets in = new Octets(file);
    long at = PNG_SIGNATURE;
    while (in.has(at, PNG_BESIDE_DATA)) {
      long size = in.number(at, 4) + PNG_BESIDE_DATA;
      if (!in.has(at, size)) {
        return false;
      } else if (in.name(at + 4).equals("IEND")) {
        return true;
      }
      at += size;
    }
    return false;
  }
}
