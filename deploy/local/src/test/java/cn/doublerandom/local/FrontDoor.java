package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The shell scripts behind {@code ./suite}: itself and what it reads. */
final class FrontDoor {
  private static final Path ROOT = Path.of("../..");
  private static final List<Path> FILES =
      List.of(
          Path.of("suite"),
          Path.of("deploy/local/sh/words.sh"),
          Path.of("deploy/local/sh/building.sh"));

  private FrontDoor() {}

  /** Every line of all of them. */
  static List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : FILES) {
      lines.addAll(Files.readAllLines(ROOT.resolve(file)));
    }
    return lines;
  }

  /** Puts them where a checkout has them. */
  static void copyTo(Path checkout) throws IOException {
    for (Path file : FILES) {
      Path copy = checkout.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(ROOT.resolve(file), copy);
    }
  }
}
