package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The list of the files of an export, {@code SHA256SUMS} as {@code sha256sum} writes it. What no
 * signature reaches, such as how much was disclosed, is held by it; its own hash is said, for
 * whoever exported says the same.
 */
final class FileSums {
  static final String LIST = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *]\\./(.+)");

  private FileSums() {}

  /** What is to be said of them; refused with the name of the first file that is not as listed. */
  static String check(Path directory) throws IOException {
    Path list = directory.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      return "-- files: no list of its files in this export (" + LIST + ")";
    }
    byte[] bytes = Files.readAllBytes(list);
    Map<String, String> listed = listed(new String(bytes, UTF_8));
    Set<String> there = there(directory);
    for (Map.Entry<String, String> one : listed.entrySet()) {
      Refused.unless(there.contains(one.getKey()), Code.LEDGER, one.getKey() + " is missing");
      Refused.unless(
          hash(directory.resolve(one.getKey())).equals(one.getValue()),
          Code.LEDGER,
          one.getKey() + " is not the file that was exported, by " + LIST);
    }
    there.removeAll(listed.keySet());
    Refused.unless(
        there.isEmpty(),
        Code.LEDGER,
        there.isEmpty() ? "" : there.iterator().next() + " was not exported, by " + LIST);
    return "OK files: %d as they were exported, if the office says the same of its export: %s %s"
        .formatted(listed.size(), LIST, Hash.hex(Hash.sha256(bytes)));
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
          .filter(name -> !name.equals(LIST))
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
