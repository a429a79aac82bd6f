package cn.doublerandom.local;

import cn.doublerandom.eventstore.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of an export by their hashes, as {@code sha256sum} lists them: what no signature
 * reaches, such as how much was disclosed, is held by this list, and the list by its own hash,
 * which the office says to whoever asks.
 */
final class ExportSums {
  static final String LIST = "SHA256SUMS";

  private ExportSums() {}

  /** Writes the list beside the files; its own hash. */
  static String write(Path export) throws IOException {
    var list = new StringBuilder();
    for (Path file : files(export)) {
      list.append(hash(file))
          .append("  ./")
          .append(export.relativize(file).toString().replace('\\', '/'))
          .append('\n');
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(export.resolve(LIST), bytes);
    return Sha256.hex(bytes);
  }

  private static List<Path> files(Path export) throws IOException {
    try (Stream<Path> all = Files.walk(export)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
