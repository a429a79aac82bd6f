package cn.doublerandom.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data DIR}, the same for every command. */
final class DataOption {
  @Option(names = "--data", description = "directory of all data; default .suite/data")
  @Nullable Path data;

  Path directory() throws Refused {
    Path given = data;
    return Given.directoryOrNothing(
        (given == null ? Home.find().root().resolve(".suite/data") : given).toAbsolutePath());
  }
}
