package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The list of the files of an export, {@code SHA256SUMS} as {@code sha256sum} writes it. What no
 * signature reaches, such as how much was disclosed, is held by it; it is held by {@code
 * SHA256SUMS.note}, which the ledgers sign (ADR 115).
 */
final class FileSums {
  static final String LIST = "SHA256SUMS";
  static final String NOTE = LIST + ".note";

  /** The first line is the name of no log: what is signed here is no checkpoint. */
  private static final String FIRST = "double-random/export/1\n";

  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]\\./(.+)");

  private FileSums() {}

  /**
   * What is to be said of them; refused with the name of the first file that is not as listed.
   *
   * @param keys verifier keys the reader trusts: a ledger of the house signs the list
   * @param isSigned whether the list must be there and signed; who takes it away takes its word
   *     away
   */
  static List<String> check(Path directory, List<Note.Key> keys, boolean isSigned)
      throws IOException {
    Path list = directory.resolve(LIST);
    if (!isSigned && !Files.isRegularFile(list)) {
      return List.of("-- files: no list of its files in this export (" + LIST + ")");
    }
    Refused.unless(
        Files.isRegularFile(list),
        Code.EXPORT_LIST,
        "no list of its files ("
            + LIST
            + "); with --unlisted what nothing else holds is unchecked");
    byte[] bytes = Files.readAllBytes(list);
    Map<String, String> listed = listed(new String(bytes, UTF_8));
    Set<String> there = there(directory);
    for (Map.Entry<String, String> one : listed.entrySet()) {
      Refused.unless(there.contains(one.getKey()), Code.EXPORT_FILE, one.getKey() + " is missing");
      Refused.unless(
          hash(directory.resolve(one.getKey())).equals(one.getValue()),
          Code.EXPORT_FILE,
          one.getKey() + " is not the file that was exported, by " + LIST);
    }
    there.removeAll(listed.keySet());
    Refused.unless(
        there.isEmpty(),
        Code.EXPORT_FILE,
        there.isEmpty() ? "" : there.iterator().next() + " was not exported, by " + LIST);
    String hash = Hash.hex(Hash.sha256(bytes));
    return List.of(
        "OK files: %d as they were exported, %s %s".formatted(listed.size(), LIST, hash),
        isSigned
            ? "OK files: the list is signed by " + String.join(", ", signers(directory, keys, hash))
            : "-- files: not asked who signed the list");
  }

  /** The ledgers that signed the hash of the list. */
  private static List<String> signers(Path directory, List<Note.Key> keys, String hash)
      throws IOException {
    Path note = directory.resolve(NOTE);
    Refused.unless(
        Files.isRegularFile(note),
        Code.EXPORT_LIST,
        "the list of its files is not signed (" + NOTE + "); --unlisted does without");
    SignedText signed = SignedText.read(Files.readAllBytes(note), NOTE, MOST_BYTES);
    List<String> signers =
        keys.stream()
            .filter(key -> key.type() == Note.ED25519 && signed.isSignedBy(key))
            .map(Note.Key::name)
            .toList();
    Refused.unless(
        signed.text().equals(FIRST + hash + "\n") && !signers.isEmpty(),
        Code.EXPORT_LIST,
        "the list of its files is not the one a known ledger signed (" + NOTE + ")");
    return signers;
  }

  private static Map<String, String> listed(String text) {
    var listed = new TreeMap<String, String>();
    text.lines()
        .forEach(line -> {
          Matcher matcher = LINE.matcher(line);
          Refused.unless(
              matcher.matches()
                  && !Path.of(matcher.group(2)).isAbsolute()
                  && Path.of(matcher.group(2)).normalize().toString().equals(matcher.group(2))
                  && !matcher.group(2).startsWith("..")
                  && listed.put(matcher.group(2), matcher.group(1)) == null,
              Code.MALFORMED,
              LIST + ": not a hash and a file: " + line);
        });
    return listed;
  }

  private static Set<String> there(Path directory) throws IOException {
    var there = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals(LIST) && !name.equals(NOTE))
          .forEach(there::add);
    }
    return there;
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return Hash.hex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
