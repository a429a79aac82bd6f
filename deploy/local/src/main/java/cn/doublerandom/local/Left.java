package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A program of a suite whose launcher is gone. It notices that and ends by itself, which takes it a
 * moment; until then the directory is not at rest.
 *
 * @param name of the part
 */
record Left(String name, ProcessHandle process) {
  static final String FILE = "up.children";

  /** Longer than any program needs, also one that is swapped out. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** A line of the file: which program it is, as an id alone may meanwhile be another's. */
  static String line(String name, ProcessHandle process) {
    return name + " " + UpFile.identity(process);
  }

  /** Those that still run, of those the launcher had told of. */
  static List<Left> of(Path data) throws IOException {
    List<Left> left = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(data.resolve(FILE))) {
        String[] words = line.split(" ", 2);
        Optional<ProcessHandle> process =
            words.length < 2 ? Optional.empty() : UpFile.process(words[1]);
        process.ifPresent(running -> left.add(new Left(words[0], running)));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return left;
  }

  static String names(List<Left> left) {
    return left.stream()
        .map(one -> one.name() + " pid=" + one.process().pid())
        .collect(Collectors.joining(", "));
  }

  /** Waits until none of them runs. */
  static void awaitEnd(Path data) throws IOException, InterruptedException {
    if (!Patience.until(PATIENCE, PAUSE, () -> of(data).isEmpty())) {
      throw Refused.now(
          data + " 的启动程序已不在，但仍有程序没有结束：" + names(of(data)),
          "the launcher is gone and these still run; end them by their ids");
    }
  }
}
