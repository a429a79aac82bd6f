package cn.doublerandom.registry.person;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is a person's own, as one text that is sealed with one key: the name in the first line,
 * the rest as canonical JSON in the second. Names of before other fields were sealed stand alone.
 *
 * @param more by field; empty where only the name was sealed
 */
public record PersonText(String name, Map<String, Object> more) {
  public PersonText {
    more = new TreeMap<>(more);
  }

  /** As it is sealed; the same fields give the same text. */
  public String text() {
    return more.isEmpty() ? name : name + "\n" + CanonicalJson.text(more);
  }

  /**
   * The line a sealed text ends its name with.
   *
   * @return where the other fields begin; -1 where there are none
   */
  public static int endOfName(String text) {
    return text.indexOf('\n');
  }

  /** The name alone. */
  public static String nameOf(String text) {
    int end = endOfName(text);
    return end < 0 ? text : text.substring(0, end);
  }

  /** What whoever does not need the person for the work at hand sees of a name: 张**. */
  public static String masked(String name) {
    if (name.isEmpty()) {
      return "";
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /**
   * What they see of a number: its last two characters, where it is long enough to hide the rest.
   */
  public static String maskedNumber(String number) {
    int shown = number.length() >= 6 ? number.length() - 2 : number.length();
    return "*".repeat(shown) + number.substring(shown);
  }
}
