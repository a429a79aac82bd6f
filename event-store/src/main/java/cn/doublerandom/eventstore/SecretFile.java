package cn.doublerandom.eventstore;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file only its owner may read. Of several processes that start at once one makes it, whole
 * before anybody sees it, and all find the same.
 */
public final class SecretFile {
  private SecretFile() {}

  /** Makes the file with this content where there is none; one that is there stays as it is. */
  public static void makeOnce(Path file, String content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path aside =
        Files.createTempFile(
            directory,
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(aside, content);
      Files.createLink(file, aside);
    } catch (FileAlreadyExistsException another) {
      // Somebody was first, and what that one wrote counts for all.
      return;
    } finally {
      Files.delete(aside);
    }
  }
}
