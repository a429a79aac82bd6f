package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says that a disk is full, where something failed that may have failed for that. */
final class DiskRoom {
  private static final long MEGABYTE = 1L << 20;

  /** With less, PostgreSQL and Kafka write no further file. */
  private static final long LEAST = 64 * MEGABYTE;

  private DiskRoom() {}

  /** In words, for the disk a file is on or would be; empty where there is room. */
  static Optional<String> said(Path file) {
    for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
      try {
        return said(file, Files.getFileStore(at).getUsableSpace());
      } catch (IOException e) {
        // It is not there; what it would lie in may be.
      }
    }
    return Optional.empty();
  }

  static Optional<String> said(Path directory, long usable) {
    return usable >= LEAST
        ? Optional.empty()
        : Optional.of(
            "%s 所在的磁盘只剩 %d MB，请先腾出空间  its disk is full (%2$d MB left): make room"
                .formatted(directory, usable / MEGABYTE));
  }
}
