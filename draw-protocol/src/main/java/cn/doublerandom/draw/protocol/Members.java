package cn.doublerandom.draw.protocol;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads back what this service itself wrote; a missing member is a broken record, not an input. */
record Members(Map<?, ?> json) {
  static Members of(@Nullable Object json) {
    if (json instanceof Map<?, ?> members) {
      return new Members(members);
    }
    throw new IllegalArgumentException("expected an object, got " + json);
  }

  boolean has(String name) {
    return json.get(name) != null;
  }

  private Object value(String name) {
    Object value = json.get(name);
    if (value == null) {
      throw new IllegalArgumentException("member " + name + " is missing");
    }
    return value;
  }

  Members object(String name) {
    return of(value(name));
  }

  String text(String name) {
    return (String) value(name);
  }

  long number(String name) {
    return ((Number) value(name)).longValue();
  }

  int count(String name) {
    return Math.toIntExact(number(name));
  }

  List<String> texts(String name) {
    return list(name, String.class::cast);
  }

  <T> List<T> objects(String name, Function<Members, T> reader) {
    return list(name, item -> reader.apply(of(item)));
  }

  <T> List<T> list(String name, Function<Object, T> reader) {
    return ((List<?>) value(name)).stream().map(item -> reader.apply(item)).toList();
  }
}
