package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who has a data directory up: the launcher's process id and when that process began, because an id
 * alone may meanwhile be another's. Beside it where the database and the broker listen, and how
 * each part is.
 */
final class UpFile {
  private static final String PID = "up.pid";
  private static final String PORTS = "up.ports";
  private static final String STATE = "up.state";
  private static final String NEW = ".new";

  /** Clocks of machines are set now and then, and a start time is counted from them. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private UpFile() {}

  static void write(Path data, Ports ports) throws IOException {
    // What an earlier launcher told before somebody killed it.
    Files.deleteIfExists(data.resolve(STATE));
    Files.deleteIfExists(data.resolve(Left.FILE));
    PrivateFile.put(data.resolve(PID), identity(ProcessHandle.current()));
    PrivateFile.put(data.resolve(PORTS), ports.kafka() + " " + ports.postgres());
  }

  /** Its id, and when it began where the system says so. */
  static String identity(ProcessHandle process) {
    return process.pid()
        + process.info().startInstant().map(start -> " " + start.toEpochMilli()).orElse("");
  }

  /**
   * False where it could not be written, for example on a full disk.
   *
   * @param state how each part is
   * @param children which programs they are
   */
  static boolean tell(Path data, List<String> state, List<String> children) {
    try {
      replace(data.resolve(Left.FILE), children);
      replace(data.resolve(STATE), state);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void replace(Path file, List<String> lines) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + NEW);
    PrivateFile.put(fresh, lines);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** How each part is, as the launcher told it last. */
  static List<String> state(Path data) throws IOException {
    try {
      return Files.readAllLines(data.resolve(STATE));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  static int kafka(Path data) throws IOException {
    return Integer.parseInt(Files.readString(data.resolve(PORTS)).strip().split(" ")[0]);
  }

  static int postgres(Path data) throws IOException {
    return Integer.parseInt(Files.readString(data.resolve(PORTS)).strip().split(" ")[1]);
  }

  /** The launcher that has the directory up, if one does. */
  static Optional<ProcessHandle> launcher(Path data) throws IOException {
    Path file = data.resolve(PID);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return process(Files.readString(file).strip());
  }

  /** The process that has that identity, if it runs. */
  static Optional<ProcessHandle> process(String identity) {
    String[] words = identity.split(" ");
    if (!words[0].matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(words[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            words.length < 2 ? isSuite(process) : began(process, Long.parseLong(words[1])));
  }

  /** A file of an earlier version says no start. */
  static boolean isSuite(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(Suite.class.getName());
  }

  private static boolean began(ProcessHandle process, long millis) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.ofEpochMilli(millis)).abs())
        .filter(apart -> apart.compareTo(TOLERANCE) <= 0)
        .isPresent();
  }

  static void clear(Path data) throws IOException {
    for (String name : List.of(PID, PORTS, STATE, STATE + NEW, Left.FILE, Left.FILE + NEW)) {
      Files.deleteIfExists(data.resolve(name));
    }
  }
}
