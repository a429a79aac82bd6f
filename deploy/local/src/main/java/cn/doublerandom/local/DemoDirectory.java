package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of a demonstration, which begins afresh each time. Only what a demonstration left
 * is removed, and only where one has been: data that {@code up} keeps are nobody's to clear, and
 * files of others stay where they are.
 */
final class DemoDirectory {
  /** Written before anything else, so that even a demonstration that failed is known again. */
  private static final String MARK = "demo";

  /** What the suite keeps in a data directory, beside what was written there on request. */
  private static final Set<String> OWN =
      Set.of(
          MARK,
          "postgres",
          "kafka",
          "logs",
          "scratch",
          "identity",
          "bundles",
          "tokens",
          "witness",
          "replay",
          "up.pid",
          "up.ports",
          "up.state");

  static final String SET_ASIDE = "kafka-set-aside-";

  /** Scratch of a replay, gone when it ends unless it is killed. */
  static final String REPLAYING = "replaying-";

  private DemoDirectory() {}

  /**
   * Makes the directory ready; the names of what lies in it and is not the demonstration's.
   *
   * @throws IOException where data lie that no demonstration has made
   */
  static List<String> prepare(Path directory) throws IOException {
    List<String> others = new ArrayList<>();
    if (Files.exists(directory)) {
      List<Path> content;
      try (Stream<Path> files = Files.list(directory)) {
        content = files.sorted().toList();
      }
      boolean known = content.stream().anyMatch(DemoDirectory::isMark);
      if (!content.isEmpty() && !known) {
        throw new IOException(
            directory + " 不是演示数据，请另选空目录 holds no demonstration; choose an empty --data directory");
      }
      for (Path file : content) {
        if (isOwn(file.getFileName().toString())) {
          Scratch.clear(file);
        } else {
          others.add(file.getFileName().toString());
        }
      }
    }
    PrivateFile.directory(directory);
    PrivateFile.put(directory.resolve(MARK), "made by ./suite demo\n");
    return others;
  }

  /** Demonstrations before this mark are known by their bundles. */
  private static boolean isMark(Path file) {
    String name = file.getFileName().toString();
    return name.equals(MARK) || name.equals("bundles");
  }

  private static boolean isOwn(String name) {
    return OWN.contains(name) || name.startsWith(SET_ASIDE) || name.startsWith(REPLAYING);
  }
}
