package cn.doublerandom.contracts.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Below it nothing combines and there are no surrogates: such text needs no second look. */
  private static final char FIRST_COMBINING = 0x300;

  private final Text out = new Text();

  private CanonicalJson() {}

  /** The canonical text of a value. */
  public static String text(Object value) {
    var json = new CanonicalJson();
    json.write(value);
    return json.out.toString();
  }

  /** The canonical UTF-8 bytes of a value: what is hashed. */
  public static byte[] bytes(Object value) {
    var json = new CanonicalJson();
    json.write(value);
    return json.out.utf8();
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
      json.out.append(":");
      json.write(members[i + 1]);
      before = name;
      separator = ",";
    }
    return json.out.append("}").utf8();
  }

  /** Adds a text to JSON as the one form it has, quotes and all. */
  public static void string(String value, StringBuilder json) {
    json.append('"');
    int done = 0;
    boolean plain = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain &= c < FIRST_COMBINING || combinesNever(c);
      if (c < 0x20 || c == '"' || c == '\\') {
        json.append(value, done, i);
        done = i + 1;
        if (c < 0x20) {
          json.append(escape(c));
        } else {
          json.append('\\').append(c);
        }
      }
    }
    json.append(value, done, value.length()).append('"');
    if (!plain) {
      requireText(value);
    }
  }

  private void write(Object value) {
    switch (value) {
      case Map<?, ?> members -> object(members);
      case Collection<?> items -> array(items);
      case String string -> string(string);
      case Integer number -> out.append(number.toString());
      case Long number -> integer(number);
      case Boolean truth -> out.append(truth.toString());
      default ->
          throw new IllegalArgumentException(
              "canonical JSON knows no " + value.getClass().getSimpleName());
    }
  }

  private void integer(long number) {
    if (Math.abs(number) > MAX_INTEGER) {
      throw new IllegalArgumentException("integer beyond 2^53: " + number);
    }
    out.append(Long.toString(number));
  }

  private void object(Map<?, ?> members) {
    // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is the order of Java's strings.
    var sorted = new TreeMap<String, Object>();
    members.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    String separator = "{";
    for (var member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(":");
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

  /**
   * Han characters and the marks of Chinese text: each stands for itself in NFC, before whatever
   * and after whatever, and none is a surrogate.
   */
  private static boolean combinesNever(char c) {
    return (c >= '\u4e00' && c <= '\u9fff')
        || (c >= '\u3001' && c <= '\u3011')
        || (c >= '\uff01' && c <= '\uff5e');
  }

  private void string(String value) {
    boolean plain = true;
    out.ensureRoom(2 * value.length() + 2);
    out.put('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain &= c < FIRST_COMBINING || combinesNever(c);
      if (c == '"' || c == '\\') {
        out.put('\\');
        out.put(c);
      } else if (c >= 0x20) {
        out.put(c);
      } else {
        out.append(escape(c));
        out.ensureRoom(2 * (value.length() - i) + 1);
      }
    }
    out.put('"');
    if (!plain) {
      requireText(value);
    }
  }

  /** NFC and no lone surrogate. */
  private static void requireText(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        boolean pair =
            Character.isHighSurrogate(value.charAt(i))
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw new IllegalArgumentException("string holds a lone surrogate");
        }
        i++;
      }
    }
    if (!ComposedText.is(value)) {
      throw new IllegalArgumentException("string is not NFC");
    }
  }

  private static String escape(char control) {
    int escape = SHORT_ESCAPES.indexOf(control);
    return escape >= 0 ? "\\" + "btnfr".charAt(escape) : String.format("\\u%04x", (int) control);
  }

  /** Text that grows. Most of what is hashed is JSON within JSON, where every quote is escaped. */
  private static final class Text {
    private char[] chars = new char[512];
    private int length;

    void ensureRoom(int more) {
      if (chars.length - length < more) {
        chars = Arrays.copyOf(chars, Math.max(Math.addExact(length, more), 2 * chars.length));
      }
    }

    /** A character there is room for. */
    void put(char c) {
      chars[length++] = c;
    }

    Text append(String text) {
      ensureRoom(text.length());
      text.getChars(0, text.length(), chars, length);
      length += text.length();
      return this;
    }

    byte[] utf8() {
      return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return new String(chars, 0, length);
    }
  }
}
