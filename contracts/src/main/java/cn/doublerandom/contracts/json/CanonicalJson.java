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
    if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException("string is not NFC");
    }
    if (value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new IllegalArgumentException("string holds a lone surrogate");
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    int escape = SHORT_ESCAPES.indexOf(c);
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (escape >= 0) {
      out.append('\\').append("btnfr".charAt(escape));
    } else if (c < 0x20) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }
}
