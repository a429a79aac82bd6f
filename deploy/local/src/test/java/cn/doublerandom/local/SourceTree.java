package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The files somebody wrote. What a build or a running database makes beside them is never entered:
 * it comes and goes while another test runs.
 */
final class SourceTree {
  private SourceTree() {}

  /** Every file below the root but those of {@code target} and of hidden directories, by name. */
  static List<Path> files(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) {
            return directory.equals(root) || isWritten(directory)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  private static boolean isWritten(Path directory) {
    String name = directory.getFileName().toString();
    return !name.equals("target") && !name.startsWith(".");
  }
}
