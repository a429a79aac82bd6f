package cn.doublerandom.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How every JVM of the suite is started: a small heap, the quick compiler only, and where {@code
 * ./suite build} trained for it, with its classes loaded and linked beforehand (AOT cache, JEP 514;
 * JDK 25 and later, an older JDK goes without).
 *
 * @param caches directory of the caches, one a program
 * @param training whether programs made of jars alone write their cache when they end, instead of
 *     using it
 */
record Jvm(Path caches, boolean training) {
  private static final int FIRST_WITH_CACHE = 25;
  private static final int FIRST_MEGABYTES = 48;
  private static final List<String> SMALL =
      List.of(
          // A process without memory would go on with some of its threads gone; started anew it is
          // whole.
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-Xss512k",
          // Its file would lie in the system's temporary directory, and stay there after kill -9.
          "-XX:-UsePerfData",
          "-Dio.netty.noUnsafe=true");

  /** What a program of a class path is made of. */
  static List<Path> code(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  /** What a packaged application is made of: everything beside its jar and below. */
  static List<Path> code(Path jar) throws IOException {
    try (Stream<Path> files = Files.walk(jar.toAbsolutePath().getParent())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /**
   * Whether a cache was trained with this code: with jars alone, none of them newer. The JVM itself
   * would load what it was trained with, whatever stands there now.
   */
  private static boolean fits(Path cache, List<Path> code) throws IOException {
    if (!Files.exists(cache)) {
      return false;
    }
    FileTime trained = Files.getLastModifiedTime(cache);
    for (Path file : code) {
      if (Files.isDirectory(file) || Files.getLastModifiedTime(file).compareTo(trained) > 0) {
        return false;
      }
    }
    return true;
  }

  static boolean canTrain() {
    return Runtime.version().feature() >= FIRST_WITH_CACHE;
  }

  /**
   * What starts {@code program}, up to the main class or jar, which the caller adds.
   *
   * @param scratch where it keeps files that nobody needs afterwards
   * @param code what it is made of
   */
  List<String> command(String program, int heapMegabytes, Path scratch, List<Path> code)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    command.addAll(SMALL);
    command.add("-Djava.io.tmpdir=" + scratch(scratch));
    command.add("-Xmx" + heapMegabytes + "m");
    // Without it every heap begins with a sixty-fourth of the machine's memory.
    command.add("-Xms" + Math.min(heapMegabytes, FIRST_MEGABYTES) + "m");
    Path cache = caches.resolve(program + ".aot");
    if (canTrain() && training && code.stream().noneMatch(Files::isDirectory)) {
      command.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off"));
    } else if (canTrain() && fits(cache, code)) {
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off"));
    }
    if (canTrain()) {
      // Newer JDKs warn of what libraries do; that is not the operator's concern.
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    return command;
  }

  /** A program's directory for files that nobody needs afterwards. */
  static Path scratch(Path directory) throws IOException {
    PrivateFile.directory(directory);
    // Quarkus opens it to everybody's writing where it makes it itself.
    PrivateFile.directory(directory.resolve("vertx-cache"));
    return directory;
  }
}
