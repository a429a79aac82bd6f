package cn.doublerandom.verifier;

import static cn.doublerandom.verifier.Code.MALFORMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** One JSON object being read: every member is taken once, what is left over is malformed. */
final class Fields {
  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})*");
  private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]{0,39}");
  static final long MILLION = 1_000_000;

  final String path;
  private final Map<?, ?> members;
  private final int index;
  private final List<String> taken = new ArrayList<>(4);

  private Fields(Map<?, ?> members, String path, int index) {
    this.members = members;
    this.path = path;
    this.index = index;
  }

  static Fields of(Object value, String path) {
    return of(value, path, -1);
  }

  /** An element of an array; its place is written out only where it is told. */
  private static Fields of(Object value, String path, int index) {
    if (value instanceof Map<?, ?> members) {
      return new Fields(members, path, index);
    }
    throw new Refused(MALFORMED, place(path, index) + " must be an object");
  }

  private static String place(String path, int index) {
    return index < 0 ? path : path + "[" + index + "]";
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Object take(String name) {
    taken.add(name);
    Object value = members.get(name);
    must(value != null, name, "is missing");
    return value;
  }

  void must(boolean holds, String name, String what) {
    if (!holds) {
      throw new Refused(MALFORMED, place(path, index) + "." + name + " " + what);
    }
  }

  /** Nothing may be left that was not taken. */
  void end() {
    for (Object name : members.keySet()) {
      if (!taken.contains(name)) {
        throw new Refused(
            MALFORMED, place(path, index) + " has a member not allowed here: " + name);
      }
    }
  }

  Fields object(String name) {
    return of(take(name), path + "." + name);
  }

  String text(String name) {
    Object value = take(name);
    must(value instanceof String, name, "must be a string");
    String text = (String) value;
    must(isWithin(text, 1024), name, "must have at most 1024 characters");
    return text;
  }

  String filled(String name) {
    String text = text(name);
    must(!text.isEmpty(), name, "must not be empty");
    return text;
  }

  String id(String name) {
    String id = filled(name);
    must(isId(id), name, "must be an id of 1 to 64 characters without control characters");
    return id;
  }

  static boolean isId(String id) {
    for (int i = 0; i < id.length(); i++) {
      // All of Cc lie below U+00A0.
      if (Character.isISOControl(id.charAt(i))) {
        return false;
      }
    }
    return !id.isEmpty() && isWithin(id, 64);
  }

  /** Whether a text has at most so many characters; one outside the BMP counts once. */
  private static boolean isWithin(String text, int most) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most;
  }

  String hex(String name, int bytes) {
    String hex = text(name);
    must(
        hex.length() == 2 * bytes && HEX.matcher(hex).matches(),
        name,
        "must be " + bytes + " bytes in lower-case hex");
    return hex;
  }

  String time(String name) {
    String time = text(name);
    must(isTime(time), name, "must be a time YYYY-MM-DDThh:mm:ssZ");
    return time;
  }

  private static boolean isTime(String time) {
    if (!time.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")) {
      return false;
    }
    try {
      return java.time.Instant.parse(time).toString().equals(time);
    } catch (java.time.format.DateTimeParseException e) {
      return false;
    }
  }

  long number(String name, long least, long most) {
    Object value = take(name);
    must(
        value instanceof Long number && number >= least && number <= most,
        name,
        "must be an integer " + least + ".." + most);
    return (Long) value;
  }

  String decimal(Object value, String name) {
    must(
        value instanceof String text && DECIMAL.matcher(text).matches(),
        name,
        "must be a decimal string");
    return (String) value;
  }

  List<?> list(String name) {
    Object value = take(name);
    must(value instanceof List<?>, name, "must be an array");
    return (List<?>) value;
  }

  List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    for (Object item : list(name)) {
      must(item instanceof String id && isId(id), name, "must hold ids");
      ids.add((String) item);
    }
    return ids;
  }

  /** Every element of the array, read as an object and required to hold nothing else. */
  <T> List<T> objects(String name, BiFunction<Fields, Integer, T> reader) {
    List<T> out = new ArrayList<>();
    List<?> items = list(name);
    String inside = place(path, index) + "." + name;
    for (int i = 0; i < items.size(); i++) {
      Fields fields = of(items.get(i), inside, i);
      out.add(reader.apply(fields, i));
      fields.end();
    }
    return out;
  }
}
