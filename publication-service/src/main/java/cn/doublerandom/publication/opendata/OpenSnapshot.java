package cn.doublerandom.publication.opendata;

import java.time.LocalDate;

/**
 * What open data was on a day: every row of every table as one line, and a tree over the lines.
 *
 * @param day on which it was taken
 * @param size lines, the leaves of the tree
 * @param root RFC 6962 tree hash over them, 64 hex digits
 * @param sha256 of the file before it was packed, 64 hex digits
 * @param note a signed note (c2sp.org/tlog-checkpoint) that says all this
 */
public record OpenSnapshot(LocalDate day, long size, String root, String sha256, String note) {
  /**
   * What is signed: origin, size and root as a log has them, then day and hash of the file.
   *
   * @param origin of the key, then whose data it is
   * @param root in base 64
   */
  public static String text(String origin, long size, String root, LocalDate day, String sha256) {
    return "%s\n%d\n%s\nday %s\nsha256 %s\n".formatted(origin, size, root, day, sha256);
  }
}
