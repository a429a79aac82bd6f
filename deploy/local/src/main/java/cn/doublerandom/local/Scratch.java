package cn.doublerandom.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Directories whose content nobody needs afterwards. */
final class Scratch {
  private Scratch() {}

  /** Removes the directory with all that lies in it, if it is there. */
  static void clear(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * A command before which the directory is emptied, whenever it is asked for: whoever filled it
   * has ended. What cannot be removed is no reason not to start.
   */
  static Supplier<List<String>> emptied(Path directory, List<String> command) {
    return () -> {
      try {
        clear(directory);
        Jvm.scratch(directory);
      } catch (IOException | UncheckedIOException stays) {
        // The program makes what it needs, and the next start tries again.
      }
      return command;
    };
  }
}
