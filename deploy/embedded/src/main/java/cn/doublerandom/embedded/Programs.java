package cn.doublerandom.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The programs of PostgreSQL in a directory that many clusters and processes may share. */
final class Programs {
  private Programs() {}

  /** Starts one cluster. */
  interface Start {
    EmbeddedPostgres start() throws IOException;
  }

  /**
   * Starts a cluster from {@code directory}. Whoever comes first unpacks, the others wait; what an
   * unpacking that was cut off has left there is cleared, for it would fail every later start.
   */
  static synchronized EmbeddedPostgres from(Path directory, Start cluster) throws IOException {
    Path unpacked = directory.resolve("unpacked");
    if (Files.exists(unpacked)) {
      return started(directory, cluster);
    }
    Files.createDirectories(directory);
    Path lock = directory.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (!Files.exists(unpacked)) {
        clear(directory, lock);
      }
      EmbeddedPostgres started = started(directory, cluster);
      if (!Files.exists(unpacked)) {
        Files.createFile(unpacked);
      }
      return started;
    }
  }

  /** The starter opens the directory to everybody's writing; what is run from it is its owner's. */
  private static EmbeddedPostgres started(Path directory, Start cluster) throws IOException {
    EmbeddedPostgres running = cluster.start();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    return running;
  }

  /** Leaves a directory with nothing in it but one file. */
  static void clear(Path directory, Path kept) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(directory) && !file.equals(kept)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
