package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Whether a directory may become, or is, the data of a suite. What the suite keeps there has never
 * had a mark of its own, so data of every version are known by what they hold.
 */
final class OwnDirectory {
  /** Where a disk of its own begins. */
  private static final Set<String> OF_THE_DISK = Set.of("lost+found");

  /** Each of them is made by nobody else; the keys are the first that is made. */
  private static final List<String> KNOWN_BY =
      List.of(
          "identity/demo-key.json",
          "identity/person-master.key",
          "identity/checkpoint-registry.key",
          "postgres/data/PG_VERSION",
          "kafka/server.properties");

  private OwnDirectory() {}

  /**
   * Before anything is written there.
   *
   * @throws Refused where files of others lie
   */
  static void require(Path directory) throws IOException {
    Given.directoryOrNothing(directory);
    if (KNOWN_BY.stream().map(directory::resolve).anyMatch(Files::isRegularFile)) {
      return;
    }
    try {
      Given.empty(directory, OF_THE_DISK);
    } catch (Refused others) {
      throw Refused.now(
          directory + " 不是空目录，也不是本系统的数据目录，没有写入任何内容，请另选空目录",
          "holds files that are not of a suite; nothing was written, choose an empty directory");
    }
  }
}
