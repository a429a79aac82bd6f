package cn.doublerandom.local;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
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
 * reaches, such as how much was disclosed, is held by this list, and the list by {@code
 * SHA256SUMS.note}, where every ledger of the house signs its hash (c2sp.org/signed-note, ADR 115).
 */
final class ExportSums {
  static final String LIST = "SHA256SUMS";
  static final String NOTE = LIST + ".note";

  private ExportSums() {}

  /**
   * Writes the list beside the files, and who signs it.
   *
   * @param data whose keys sign; a copy may have none, and then nobody does
   * @return the hash of the list
   */
  static String write(Path data, Path export) throws IOException {
    var list = new StringBuilder();
    for (Path file : files(export)) {
      list.append(hash(file))
          .append("  ./")
          .append(export.relativize(file).toString().replace('\\', '/'))
          .append('\n');
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    Files.write(export.resolve(LIST), bytes);
    String text = "double-random/export/1\n%s\n".formatted(Sha256.hex(bytes));
    var signatures = new StringBuilder();
    for (String service : Home.SERVICES) {
      Path key = Identity.of(data).log(service);
      if (Files.exists(key)) {
        signatures.append(NoteKey.read(key).sign(text).substring(text.length() + 1));
      }
    }
    if (!signatures.isEmpty()) {
      Files.writeString(export.resolve(NOTE), text + "\n" + signatures);
    }
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
