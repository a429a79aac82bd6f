package cn.doublerandom.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of programs that run, read byte by byte. What they put away meanwhile holds nothing any
 * more and is passed over.
 *
 * @param searched how many files were read
 * @param holding those that hold the text in UTF-8
 */
public record LivingFiles(int searched, List<Path> holding) {
  /**
   * Searches everything below the directory.
   *
   * @throws IOException when a file that is there cannot be read
   */
  public static LivingFiles with(String text, Path directory) throws IOException {
    String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    List<Path> read = new ArrayList<>();
    List<Path> holding = new ArrayList<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (is.isRegularFile()) {
              try {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                  holding.add(file);
                }
                read.add(file);
              } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            return goneOr(why);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path entered, @Nullable IOException why)
              throws IOException {
            return why == null ? FileVisitResult.CONTINUE : goneOr(why);
          }
        });
    return new LivingFiles(read.size(), List.copyOf(holding));
  }

  private static FileVisitResult goneOr(IOException why) throws IOException {
    if (why instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw why;
  }
}
