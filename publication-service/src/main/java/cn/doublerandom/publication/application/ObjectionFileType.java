package cn.doublerandom.publication.application;

import cn.doublerandom.servicekit.file.FileType;
import java.util.Optional;
import java.util.Set;

/** What is taken with an objection, by its first bytes; what a file is called decides nothing. */
final class ObjectionFileType {
  /** Eight megabytes: a scan of some pages, a photo of any phone. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final Set<FileType> TAKEN = Set.of(FileType.PDF, FileType.JPEG, FileType.PNG);

  private ObjectionFileType() {}

  /** The type; nothing where it is none of those that are taken, or too large. */
  static Optional<FileType> of(byte[] content) {
    return content.length > MOST_BYTES
        ? Optional.empty()
        : FileType.of(content).filter(TAKEN::contains);
  }
}
