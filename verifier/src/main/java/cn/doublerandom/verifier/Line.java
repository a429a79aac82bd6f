package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;

/** A line of a file of an export: an object, and what its members are. */
final class Line {
  private Line() {}

  static Map<?, ?> read(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    Object value = Json.read(line.getBytes(UTF_8));
    Refused.unless(value instanceof Map, Code.MALFORMED, "a line is not an object");
    return (Map<?, ?>) value;
  }

  static byte[] hash(Map<?, ?> object, String member) {
    String hex = text(object, member);
    Refused.unless(hex.matches("[0-9a-f]{64}"), Code.MALFORMED, member + " must be a hash");
    return Hash.bytes(hex);
  }

  static String text(Map<?, ?> object, String member) {
    Refused.unless(
        object.get(member) instanceof String, Code.MALFORMED, member + " must be a string");
    return (String) object.get(member);
  }
}
