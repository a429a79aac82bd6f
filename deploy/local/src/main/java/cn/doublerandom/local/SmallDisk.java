package cn.doublerandom.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk for the database that can be filled: a small tmpfs where mounting is permitted, else a
 * limit on how far the server's processes may write into any file.
 */
final class SmallDisk implements AutoCloseable {
  /** An older copy is restored beside the newer one: room for two of what the runs have written. */
  private static final int FIRST_MEGABYTES = 640;

  private static final int MEGABYTES_A_RUN = 16;
  private static final String LIMIT = "65536";

  private final Path directory;
  private final boolean mounted;

  private SmallDisk(Path directory, boolean mounted) {
    this.directory = directory;
    this.mounted = mounted;
  }

  /**
   * @param runs of the exercise; all of them fit, and nothing but {@link #fill} fills it
   */
  static SmallDisk at(Path directory, int runs) throws IOException, InterruptedException {
    PrivateFile.directory(directory);
    String size = "mode=0700,size=" + (FIRST_MEGABYTES + MEGABYTES_A_RUN * runs) + "m";
    run("mount", "-t", "tmpfs", "-o", size, "tmpfs", directory.toString());
    FileStore store = Files.getFileStore(directory);
    return new SmallDisk(directory, store.type().equals("tmpfs"));
  }

  String kind() {
    return mounted ? "tmpfs" : "file size limit";
  }

  void fill(long postmaster) throws IOException, InterruptedException {
    if (!mounted) {
      limit(postmaster, LIMIT);
      return;
    }
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = PrivateFile.output(ballast())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // No space is left, which was wanted.
    }
  }

  void free(long postmaster) throws IOException, InterruptedException {
    if (mounted) {
      Files.deleteIfExists(ballast());
    } else {
      limit(postmaster, "unlimited");
    }
  }

  private Path ballast() {
    return directory.resolve("ballast");
  }

  private static void limit(long postmaster, String size) throws IOException, InterruptedException {
    List<ProcessHandle> all =
        ProcessHandle.of(postmaster)
            .map(server ->
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(server), server.descendants())
                    .toList())
            .orElse(List.of());
    for (ProcessHandle one : all) {
      run("prlimit", "--pid", Long.toString(one.pid()), "--fsize=" + size + ":unlimited");
    }
  }

  private static void run(String... command) throws InterruptedException {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // No such program here: the disk stays as large as it is.
    }
  }

  @Override
  public void close() {
    if (mounted) {
      try {
        run("umount", "-l", directory.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
