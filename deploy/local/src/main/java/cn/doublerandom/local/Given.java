package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a command is given is looked at before anything is made or started. */
final class Given {
  private static final int FIRST_PORT = 1024;
  private static final int LAST_PORT = 65_500;
  private static final int LONGEST_HOST = 253;
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private Given() {}

  /** A directory, or nothing yet. */
  static Path directoryOrNothing(Path path) throws Refused {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw Refused.now(path + " 是文件，应为目录，请另选", "is a file and no directory; choose another one");
    }
    return path;
  }

  /** A directory that is there. */
  static Path directory(Path path) throws Refused {
    directoryOrNothing(path);
    if (!Files.exists(path)) {
      throw Refused.now("没有目录 " + path + "，请核对", "there is no such directory; look it up");
    }
    return path;
  }

  /** A directory of ledgers. */
  static Path data(Path path) throws Refused {
    directoryOrNothing(path);
    if (!Files.isDirectory(path.resolve("postgres"))) {
      throw Refused.now(
          "没有数据 " + path + "，请用 --data 指明", "there are no data; say where with --data");
    }
    return path;
  }

  /**
   * A directory with nothing in it, or nothing yet.
   *
   * @param besides names that may lie in it all the same
   */
  static Path empty(Path path, Set<String> besides) throws IOException {
    directoryOrNothing(path);
    if (Files.exists(path)) {
      try (Stream<Path> content = Files.list(path)) {
        if (content.anyMatch(file -> !besides.contains(file.getFileName().toString()))) {
          throw Refused.now(
              path + " 不是空目录，请另选或先清空", "is not empty; choose another directory or clear it first");
        }
      }
    }
    return path;
  }

  /** A file to read. */
  static Path file(Path path) throws Refused {
    if (Files.isDirectory(path)) {
      throw Refused.now(path + " 是目录，应为文件", "is a directory and no file; name the file");
    } else if (!Files.exists(path)) {
      throw Refused.now("没有文件 " + path + "，请核对", "there is no such file; look it up");
    }
    return path;
  }

  /** A file to write that is not there, in a directory that is. */
  static Path newFile(Path path) throws Refused {
    if (Files.exists(path)) {
      throw Refused.now(path + " 已经存在，请另选文件名", "exists already; choose another name");
    }
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      directory(parent);
    }
    return path;
  }

  static Ports ports(int base) throws Refused {
    if (base < FIRST_PORT || base > LAST_PORT) {
      throw Refused.line(
          "--ports 应为 %d 至 %d，收到 %d".formatted(FIRST_PORT, LAST_PORT, base),
          "is out of range there");
    }
    return Ports.from(base);
  }

  /** A name or an address of this machine, as others of the house would write it. */
  static String host(String host) throws Refused {
    if (!HOST.matcher(host).matches() || host.length() > LONGEST_HOST) {
      throw Refused.line(
          "--https 应为本机在局域网内的地址或主机名，例如 192.168.1.20，收到 " + host,
          "is an address or a name of this machine, without port and path");
    }
    return host;
  }

  static LocalDate day(String option, LocalDate day) throws Refused {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw Refused.line(
          "%s 应在 %s 至 %s 之间，收到 %s".formatted(option, FIRST_DAY, LAST_DAY, day),
          "is a day out of range");
    }
    return day;
  }
}
