package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.MALFORMED;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON of protocol §1: objects, arrays, NFC strings and integers |n| &lt; 2^53; no floats, no
 * null, no booleans, no duplicate keys, nesting at most 32. Values are {@code TreeMap}, {@code
 * ArrayList}, {@code String} and {@code Long}, so that writing them back is RFC 8785. Keys of what
 * is hashed are ASCII because only known members pass {@link Fields}; the ids in a certificate,
 * which no hash covers, may be any ids.
 */
final class Json {
  private static final int MAX_NESTING = 32;
  private static final int SEEN = 64;
  private static final long MAX_INTEGER = (1L << 53) - 1;

  private final String text;
  private final String[] seen = new String[SEEN];
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object read(byte[] utf8) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(MALFORMED, "not UTF-8");
    }
    var reader = new Json(text);
    Object value = reader.value(0);
    reader.space();
    if (reader.at != text.length()) {
      throw reader.wrong("nothing after the value");
    }
    return value;
  }

  private Object value(int depth) {
    space();
    return switch (peek()) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> string();
      default -> integer();
    };
  }

  private Map<String, Object> object(int depth) {
    enter(depth);
    var members = new TreeMap<String, Object>();
    space();
    if (peek() == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      String key = string();
      space();
      expect(':');
      if (members.put(key, value(depth)) != null) {
        throw wrong("each key once; twice came " + key);
      }
      space();
      if (peek() == '}') {
        at++;
        return members;
      }
      expect(',');
    }
  }

  private List<Object> array(int depth) {
    enter(depth);
    var items = new ArrayList<>();
    space();
    if (peek() == ']') {
      at++;
      return items;
    }
    while (true) {
      items.add(value(depth));
      space();
      if (peek() == ']') {
        at++;
        return items;
      }
      expect(',');
    }
  }

  private void enter(int depth) {
    if (depth > MAX_NESTING) {
      throw wrong("nesting of at most " + MAX_NESTING);
    }
    at++;
  }

  private Long integer() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("0|-?[1-9][0-9]{0,15}") || Math.abs(Long.parseLong(digits)) > MAX_INTEGER) {
      throw wrong("an integer below 2^53 without sign of zero, fraction or exponent");
    }
    return Long.valueOf(digits);
  }

  private String string() {
    expect('"');
    int end = plainEnd();
    if (end >= 0) {
      String plain = plain(end);
      at = end + 1;
      return plain;
    }
    var out = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        break;
      } else if (c == '\\') {
        out.append(escaped());
      } else if (c < 0x20) {
        throw wrong("control characters escaped");
      } else {
        out.append(c);
      }
    }
    String value = out.toString();
    if (value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw wrong("no lone surrogate");
    }
    if (!ComposedText.is(value)) {
      throw wrong("NFC strings");
    }
    return value;
  }

  /** Keys and names of classes come a million times; each is made once. */
  private String plain(int end) {
    int length = end - at;
    int place = (31 * length + text.charAt(at)) & (SEEN - 1);
    String known = seen[place];
    if (known != null && known.length() == length && text.startsWith(known, at)) {
      return known;
    }
    String plain = text.substring(at, end);
    seen[place] = plain;
    return plain;
  }

  /** Where a string of printable ASCII without escapes ends; -1 for any other, read with care. */
  private int plainEnd() {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      } else if (c < 0x20 || c > 0x7e || c == '\\') {
        return -1;
      }
    }
    return -1;
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
          throw wrong("four hex digits");
        }
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw wrong("a JSON escape");
    };
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw wrong("'" + wanted + "'");
    }
  }

  private Refused wrong(String expected) {
    return new Refused(MALFORMED, "at character " + at + " expected " + expected);
  }

  /** The canonical bytes J(x): keys ascending, no space, RFC 8785 §3.2.2.2 escapes. */
  static byte[] canonical(Object value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> members) {
      String comma = "{";
      Map<?, ?> sorted = members instanceof SortedMap<?, ?> ? members : new TreeMap<>(members);
      for (var member : sorted.entrySet()) {
        out.append(comma);
        write(member.getKey(), out);
        write(member.getValue(), out.append(':'));
        comma = ",";
      }
      out.append(members.isEmpty() ? "{}" : "}");
    } else if (value instanceof List<?> items) {
      String comma = "[";
      for (Object item : items) {
        write(item, out.append(comma));
        comma = ",";
      }
      out.append(items.isEmpty() ? "[]" : "]");
    } else if (value instanceof String string) {
      quote(string, out);
    } else {
      out.append(value);
    }
  }

  private static void quote(String value, StringBuilder out) {
    out.append('"');
    if (isPlain(value)) {
      out.append(value).append('"');
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x20 && c != '"' && c != '\\') {
        out.append(c);
        continue;
      }
      int control = "\b\t\n\f\r".indexOf(c);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (control >= 0) {
        out.append('\\').append("btnfr".charAt(control));
      } else if (c < 0x20) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
