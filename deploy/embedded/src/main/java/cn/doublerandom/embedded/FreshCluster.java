package cn.doublerandom.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A cluster nobody has used, made once beside the programs of PostgreSQL and copied for each test
 * that needs one: to make it takes more than a second of the processor. Its copies bear the same
 * identifier, so it is for clusters that never meet.
 */
record FreshCluster(Path programs) {
  private Path beside(String what) {
    return programs.resolveSibling(programs.getFileName() + "-" + what);
  }

  /**
   * Copies it to {@code data}, unless a cluster lies there. Whoever comes first makes it, the
   * others wait; what was cut off is made anew.
   */
  void copy(Path data) throws IOException {
    if (Files.exists(data)) {
      return;
    }
    Path fresh = beside("fresh");
    if (!Files.exists(fresh)) {
      make(fresh);
    }
    try (Stream<Path> files = Files.walk(fresh.resolve("data"))) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            data.resolve(fresh.resolve("data").relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void make(Path fresh) throws IOException {
    Files.createDirectories(fresh.getParent());
    synchronized (FreshCluster.class) {
      try (FileChannel channel =
          FileChannel.open(beside("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock();
        if (!Files.exists(fresh)) {
          Path making = beside("making");
          if (Files.exists(making)) {
            Programs.clear(making, making);
          }
          LocalPostgres.make(making, programs);
          Files.move(making, fresh);
        }
      }
    }
  }
}
