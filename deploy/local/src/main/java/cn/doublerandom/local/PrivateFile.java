package cn.doublerandom.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Directories and files that only their owner reads. Whatever a command writes is made here, closed
 * from its first moment on; only what a public export writes is not, and says so. Programs behind
 * are started under {@code umask 077} by {@code ./suite}.
 */
final class PrivateFile {
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> NEW_DIRECTORY =
      PosixFilePermissions.asFileAttribute(DIRECTORY);
  private static final FileAttribute<Set<PosixFilePermission>> NEW_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /** A directory for its owner alone; one that is there is closed to others. */
  static Path directory(Path directory) throws IOException {
    Files.createDirectories(directory, NEW_DIRECTORY);
    return Files.setPosixFilePermissions(directory, DIRECTORY);
  }

  /** The directory a file lies in, closed to others. */
  static void around(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      directory(directory);
    }
  }

  /** An empty file for its owner alone, before anything is written into it. */
  static void create(Path file) throws IOException {
    Files.createFile(file, NEW_FILE);
  }

  /** Written once and never over another. */
  static void write(Path file, String content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && !Files.exists(directory)) {
      Files.createDirectories(directory, NEW_DIRECTORY);
    }
    create(file);
    Files.writeString(file, content, StandardOpenOption.WRITE);
  }

  /** Written from its beginning; what was there before is gone, and who reads it stays the same. */
  static OutputStream output(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            NEW_FILE));
  }

  /** The same for text. */
  static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(output(file), StandardCharsets.UTF_8));
  }

  /** The same for all of a text. */
  static void put(Path file, String content) throws IOException {
    put(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for lines. */
  static void put(Path file, List<String> lines) throws IOException {
    put(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /** The same for bytes. */
  static void put(Path file, byte[] content) throws IOException {
    try (OutputStream out = output(file)) {
      out.write(content);
    }
  }

  /** A log that somebody else goes on writing, of now or of before. */
  static void log(Path file) throws IOException {
    around(file);
    Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), NEW_FILE)
        .close();
  }

  /** A copy for its owner alone, of a file or of a directory without what lies in it. */
  static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      directory(to);
      return;
    }
    create(to);
    try (OutputStream out = output(to)) {
      Files.copy(from, out);
    }
  }
}
