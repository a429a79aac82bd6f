package cn.doublerandom.servicekit.file;

/** Where sound ends, and a photo that is laid out like one, as far as its format says. */
final class SoundEnds {
  private static final int RIFF_HEAD = 8;

  /** What a recorder writes that does not know yet how long it will be, and never came back. */
  private static final long NOT_KNOWN = 0xffff_ffffL;

  private static final String PAGE = "OggS";
  private static final int PAGE_HEAD = 27;
  private static final int TAG_HEAD = 10;
  private static final int SEVEN_BITS = 7;

  private SoundEnds() {}

  /** RFC 9649 §2.3. */
  static boolean webp(byte[] file) {
    Octets in = new Octets(file);
    return in.fourBackwards(4) > 4 && in.has(RIFF_HEAD, in.fourBackwards(4));
  }

  /**
   * Recorders count the head in, or leave the length for later: what was heard until then is there.
   */
  static boolean wave(byte[] file) {
    Octets in = new Octets(file);
    long size = in.fourBackwards(4);
    return size == NOT_KNOWN || in.has(0, size);
  }

  /** RFC 3533 §6: page after page, each with the lengths of what is on it. */
  static boolean ogg(byte[] file) {
    Octets in = new Octets(file);
    long at = 0;
    while (in.has(at, 1) && PAGE.startsWith(in.name(at))) {
      if (!in.has(at, PAGE_HEAD) || !in.has(at, PAGE_HEAD + in.one(at + PAGE_HEAD - 1))) {
        return false;
      }
      int segments = in.one(at + PAGE_HEAD - 1);
      int page = PAGE_HEAD + segments;
      for (int i = 0; i < segments; i++) {
        page += in.one(at + PAGE_HEAD + i);
      }
      if (!in.has(at, page)) {
        return false;
      }
      at += page;
    }
    return true;
  }

  /**
   * RFC 4867 §5: frames follow the name of the format, in which the file is whole at any length.
   */
  static boolean amr(byte[] file) {
    Octets in = new Octets(file);
    return in.length() > "#!AMR-WB\n".length();
  }

  /** ID3v2 §3.1: what is told of the sound stands before it, and says its length. */
  static boolean mp3(byte[] file) {
    Octets in = new Octets(file);
    if (in.one(0) != 'I') {
      return true;
    } else if (!in.has(0, TAG_HEAD)) {
      return false;
    }
    long tag = 0;
    for (int i = TAG_HEAD - 4; i < TAG_HEAD; i++) {
      tag = (tag << SEVEN_BITS) | in.one(i);
    }
    return in.has(TAG_HEAD + tag, 1);
  }
}
