package cn.doublerandom.publication.transparency;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object in the order of their names; what says nothing is left out. */
final class Members {
  final Map<String, Object> said = new TreeMap<>();

  Members put(String name, @Nullable Object value) {
    Object what = said(value);
    if (what != null) {
      said.put(name, what);
    }
    return this;
  }

  private static @Nullable Object said(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text.isEmpty() ? null : plain(text);
      case List<?> all -> all.isEmpty() ? null : all.stream().map(Members::element).toList();
      case Number number -> number.longValue();
      case Map<?, ?> object -> object;
      default -> value.toString();
    };
  }

  private static Object element(Object value) {
    return value instanceof String text ? plain(text) : value;
  }

  /** Others write what they tell us; here it has one form. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
