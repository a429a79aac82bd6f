package cn.doublerandom.local;

import cn.doublerandom.eventstore.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The keys in {@code identity/}, those in its directories too. A backup does not hold them, only
 * what each must be, so that a restore can say that one is missing.
 */
record KeyFiles(Path directory) {
  /** Every file below, by its path, with the SHA-256 of its content. */
  Map<String, String> digests() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return digests;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(
            directory.relativize(file).toString().replace('\\', '/'),
            Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  /** As {@code sha256sum} writes it. */
  byte[] manifest() throws IOException {
    var lines = new StringBuilder();
    digests().forEach((name, digest) -> lines.append(digest + "  " + name + "\n"));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Map<String, String> read(byte[] manifest) {
    Map<String, String> digests = new TreeMap<>();
    new String(manifest, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("  ", 2))
        .forEach(words -> digests.put(words[1], words[0]));
    return digests;
  }

  /**
   * Keys that cannot be made anew, and are not here as they were. The files of the demonstration
   * accounts are no such keys.
   */
  List<String> missing(Map<String, String> wanted) throws IOException {
    Map<String, String> here = digests();
    List<String> missing = new ArrayList<>();
    wanted.forEach((name, digest) -> {
      if (!name.startsWith("demo-") && !name.endsWith(".txt") && !digest.equals(here.get(name))) {
        missing.add(name + (here.containsKey(name) ? " (another)" : ""));
      }
    });
    return missing;
  }

  /**
   * Copies every file, for its owner alone, and reads it again.
   *
   * @return the names of what was copied
   */
  List<String> copyTo(Path target) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException("没有目录 no such directory: " + directory);
    }
    Map<String, String> from = digests();
    for (String name : from.keySet()) {
      Path to = target.resolve(name);
      PrivateFile.around(to);
      PrivateFile.copy(directory.resolve(name), to);
    }
    if (!new KeyFiles(target).digests().equals(from)) {
      throw new IOException(
          target + " 与原件不一致，请重新复制 is not what " + directory + " was; copy it again");
    }
    return List.copyOf(from.keySet());
  }
}
