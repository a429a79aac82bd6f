package cn.doublerandom.servicekit.file;

/**
 * Where a film of elements ends (RFC 8794, WebM). A browser that records writes a segment and
 * clusters of unknown length, and in them blocks that say theirs.
 */
final class ElementEnds {
  private static final long SEGMENT = 0x18538067L;
  private static final long CLUSTER = 0x1f43b675L;
  private static final int LONGEST_ID = 4;
  private static final int LONGEST_SIZE = 8;
  private static final long UNKNOWN = -1;

  private ElementEnds() {}

  static boolean webm(byte[] file) {
    Octets in = new Octets(file);
    boolean hasCluster = false;
    long at = 0;
    while (in.has(at, 1)) {
      int idBytes = width(in.one(at));
      if (idBytes > LONGEST_ID) {
        // No element: what stands behind the last one is nobody's.
        return hasCluster;
      } else if (!in.has(at, idBytes + 1)) {
        return false;
      }
      long id = in.number(at, idBytes);
      int sizeBytes = width(in.one(at + idBytes));
      long data = at + idBytes + sizeBytes;
      if (sizeBytes > LONGEST_SIZE) {
        return hasCluster;
      } else if (!in.has(data, 0)) {
        return false;
      }
      long size = size(in, at + idBytes, sizeBytes);
      boolean isOpened = size == UNKNOWN || id == SEGMENT;
      if (size != UNKNOWN && !in.has(data, size)) {
        return false;
      }
      hasCluster |= id == CLUSTER;
      at = isOpened ? data : data + size;
    }
    return hasCluster;
  }

  /** How many bytes a number has whose first is this one. */
  private static int width(int first) {
    return Integer.numberOfLeadingZeros(first) - (Integer.SIZE - Byte.SIZE) + 1;
  }

  private static long size(Octets in, long at, int bytes) {
    long most = (1L << (7 * bytes)) - 1;
    long size = in.number(at, bytes) & most;
    return size == most ? UNKNOWN : size;
  }
}
