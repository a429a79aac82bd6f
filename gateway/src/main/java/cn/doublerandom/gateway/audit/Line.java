package cn.doublerandom.gateway.audit;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One line of a book.
 *
 * @param text canonical JSON of the entry: members by name, no white space
 * @param end position behind it, in bytes
 */
public record Line(
    String book, long number, String previous, String bureau, Instant at, String text, long end) {
  /** What the first line of a book names as the one before. */
  static final String NOTHING = "0".repeat(64);

  /** The bureau whose streams have no bureau in their names. */
  private static final String HOME = "130534";

  static Line write(
      String book, int gateway, long number, String previous, Entry entry, long begin) {
    // By name, as canonical JSON is; nothing in it needs an escape.
    var members =
        new JsonObject()
            .put("account", entry.account())
            .put("at", entry.at().toString())
            .put("book", book)
            .put("bureau", entry.bureau())
            .put("code", entry.code())
            .put("gateway", gateway)
            .put("number", number)
            .put("previous", previous);
    if (!entry.principal().isEmpty()) {
      members.put("principal", entry.principal());
    }
    String text =
        members
            .put("role", entry.role())
            .put("source", entry.source())
            .put("times", entry.times())
            .put("what", entry.what().name())
            .encode();
    return read(text, begin);
  }

  /**
   * Reads a line.
   *
   * @throws RuntimeException where it is none
   */
  static Line read(String text, long begin) {
    var members = new JsonObject(text);
    return new Line(
        members.getString("book"),
        members.getLong("number"),
        members.getString("previous"),
        members.getString("bureau"),
        Instant.parse(members.getString("at")),
        text,
        begin + text.getBytes(StandardCharsets.UTF_8).length + 1);
  }

  /** SHA-256 of its text, 64 hex digits. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What it is told under: a stream of its bureau, one for each line. */
  String key() {
    String id = "%s-%09d".formatted(book, number);
    return bureau.isEmpty() || bureau.equals(HOME)
        ? "sign-in-" + id
        : "sign-in~" + bureau + "~" + id;
  }

  /** Whose it is. */
  String whose() {
    return bureau.isEmpty() ? HOME : bureau;
  }
}
