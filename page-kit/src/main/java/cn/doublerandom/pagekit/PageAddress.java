package cn.doublerandom.pagekit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where somebody is: what was asked for stands in the address, so that a page can be sent to a
 * colleague, and a link changes one thing of it.
 *
 * @param path encoded, without host
 * @param query decoded, in order
 */
public record PageAddress(String path, Map<String, List<String>> query) {
  public PageAddress {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  public static PageAddress of(String path) {
    return new PageAddress(path, Map.of());
  }

  /** The first value of a parameter; empty where it is not said. */
  public String value(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The same with one parameter said otherwise; an empty value takes it away. */
  public PageAddress with(String name, Object value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    String text = String.valueOf(value);
    if (text.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, List.of(text));
    }
    return new PageAddress(path, changed);
  }

  public PageAddress without(String name) {
    return with(name, "");
  }

  /** The same from its first page on, in another order; asked for twice it is the other way. */
  public PageAddress sortedBy(String column) {
    PageAddress first = without("after").without("from");
    return first.with("sort", value("sort").equals(column) ? "-" + column : column);
  }

  /** {@code ascending}, {@code descending} or {@code none}, as aria-sort has it. */
  public String sorting(String column) {
    String sort = value("sort");
    if (sort.equals(column)) {
      return "ascending";
    }
    return sort.equals("-" + column) ? "descending" : "none";
  }

  /** As it stands in a link. */
  @Override
  public String toString() {
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  /** One segment of a path, or one value of a query. */
  public static String encoded(String text) {
    return isPlain(text)
        ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Letters, digits, hyphens and points, of which ids and codes are made, stand as they are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '.')) {
        return false;
      }
    }
    return true;
  }
}
