package cn.doublerandom.servicekit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Numbers and names in the bytes of a file; who asks for a number has looked that it is there. */
final class Octets {
  private final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  int one(long at) {
    return bytes[Math.toIntExact(at)] & 0xff;
  }

  /** Of so many bytes, the highest first; of eight at most, whose first bit is not set. */
  long number(long at, int size) {
    long number = 0;
    for (int i = 0; i < size; i++) {
      number = (number << Byte.SIZE) | one(at + i);
    }
    return number;
  }

  /** Of four bytes, the lowest first. */
  long fourBackwards(long at) {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) number(at, Integer.BYTES)));
  }

  /** Four characters, as formats name their parts; fewer where the file ends before. */
  String name(long at) {
    int from = Math.toIntExact(at);
    return new String(bytes, from, Math.min(Integer.BYTES, length() - from), ISO_8859_1);
  }

  boolean has(long at, long size) {
    return at <= length() - size;
  }
}
