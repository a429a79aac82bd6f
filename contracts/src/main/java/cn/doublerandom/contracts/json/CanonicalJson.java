package cn.doublerandom.contracts.json;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes maps, collections, strings, booleans and integers |n| &lt; 2^53 as RFC 8785 bytes.
 *
 * <p>Refused with {@link IllegalArgumentException}: floats, null, strings and keys that are not NFC
 * or hold a lone surrogate. A value that passes has exactly one form.
 */
public final class CanonicalJson {
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final String SHORT_ESCAPES = "\b\t\n\f\r";

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /** The canonical text of a value. */
  public static String text(Object value) {
    var json = new CanonicalJson();
    json.write(value);
    return json.out.toString();
  }

  /** The canonical UTF-8 bytes of a value: what is hashed. */
  public static byte[] bytes(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The bytes of an object whose member names are known and ascend already, for what is hashed a
   * million times.
   *
   * @param members name, value, name, value, …
   */
  public static byte[] bytesOf(Object... members) {
    var json = new CanonicalJson();
    String before = "";
    String separator = "{";
    for (int i = 0; i < members.length; i += 2) {
      String name = (String) members[i];
      if (name.compareTo(before) <= 0) {
        throw new IllegalArgumentException("member names must ascend, got " + name);
      }
      json.out.append(separator);
      json.string(name);
      json.out.append(':');
      json.write(members[i + 1]);
      before = name;
      separator = ",";
    }
    return json.out.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Object value) {
    switch (value) {
      case Map<?, ?> members -> object(members);
      case Collection<?> items -> array(items);
      case String string -> string(string);
      case Integer number -> out.append(number.intValue());
      case Long number -> integer(number);
      case Boolean truth -> out.append(truth.booleanValue());
      default ->
          throw new IllegalArgumentException(
              "canonical JSON knows no " + value.getClass().getSimpleName());
    }
  }

  private void integer(long number) {
    if (Math.abs(number) > MAX_INTEGER) {
      throw new IllegalArgumentException("integer beyond 2^53: " + number);
    }
    out.append(number);
  }

  private void object(Map<?, ?> members) {
    // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is the order of Java's strings.
    var sorted = new TreeMap<String, Object>();
    members.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    String separator = "{";
    for (var member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<?> items) {
    String separator = "[";
    for (Object item : items) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(items.isEmpty() ? "[]" : "]");
  }

  private void string(String value) {
    requireText(value);
    out.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(value, plain, i);
        escape(c);
        plain = i + 1;
      }
    }
    out.append(value, plain, value.length());
    out.append('"');
  }

  /** NFC and no lone surrogate. Below U+0300 nothing combines, so plain text passes at once. */
  private static void requireText(String value) {
    boolean mayCombine = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x300) {
        mayCombine = true;
        if (Character.isSurrogate(c)) {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < value.length()
                  && Character.isLowSurrogate(value.charAt(i + 1));
          if (!pair) {
            throw new IllegalArgumentException("string holds a lone surrogate");
          }
          i++;
        }
      }
    }
    if (mayCombine && !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException("string is not NFC");
    }
  }

  private void escape(char c) {
    int escape = SHORT_ESCAPES.indexOf(c);
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (escape >= 0) {
      out.append('\\').append("btnfr".charAt(escape));
    } else {
      out.append(String.format("\\u%04x", (int) c));
    }
  }
}
