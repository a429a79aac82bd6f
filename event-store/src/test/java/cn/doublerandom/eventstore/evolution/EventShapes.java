package cn.doublerandom.eventstore.evolution;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the events of a sealed interface, member by member, as text that is kept with each
 * release; and what of a release a change would break.
 */
public final class EventShapes {
  private final Map<String, String> members = new TreeMap<>();

  private EventShapes() {}

  /** {@code Event.member.member → type}, with a question mark where it may be absent. */
  public static Map<String, String> of(Class<?> events) {
    var shapes = new EventShapes();
    shapes.all(events);
    return shapes.members;
  }

  private void all(Class<?> events) {
    for (Class<?> event : events.getPermittedSubclasses()) {
      if (event.isSealed()) {
        all(event);
      } else {
        record(event.getSimpleName(), event);
      }
    }
  }

  private void record(String path, Class<?> type) {
    members.put(path, "object");
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedType annotated = component.getAnnotatedType();
      boolean optional =
          annotated.isAnnotationPresent(Nullable.class)
              || component.getType().equals(Optional.class);
      member(path + "." + component.getName(), component.getGenericType(), optional);
    }
  }

  private void member(String path, Type type, boolean optional) {
    String mark = optional ? "?" : "";
    switch (type) {
      case ParameterizedType generic -> generic(path, generic, mark);
      case Class<?> c when c.isRecord() -> {
        record(path, c);
        members.put(path, "object" + mark);
      }
      case Class<?> c when c.isSealed() -> {
        members.put(path, "one of" + mark);
        for (Class<?> permitted : c.getPermittedSubclasses()) {
          if (permitted.isRecord()) {
            record(path + "<" + permitted.getSimpleName() + ">", permitted);
          }
        }
      }
      case Class<?> c when c.isEnum() -> {
        members.put(path, "text" + mark);
        for (Object constant : c.getEnumConstants()) {
          members.put(path + "=" + ((Enum<?>) constant).name(), "value");
        }
      }
      default -> members.put(path, simple(type.getTypeName()) + mark);
    }
  }

  private void generic(String path, ParameterizedType generic, String mark) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
    if (raw.equals(Optional.class)) {
      member(path, last, true);
    } else {
      members.put(path, (Map.class.isAssignableFrom(raw) ? "map" : "array") + mark);
      member(path + "[]", last, false);
    }
  }

  private static String simple(String type) {
    return switch (type) {
      case "int", "long", "java.lang.Integer", "java.lang.Long" -> "integer";
      case "boolean", "java.lang.Boolean" -> "boolean";
      case "java.lang.String", "java.time.LocalDate", "java.time.Instant", "java.math.BigInteger" ->
          "text";
      default -> type.substring(type.lastIndexOf('.') + 1);
    };
  }

  /**
   * What a released shape and today's shape disagree about; empty where everything released can
   * still be read. Only optional additions are allowed.
   *
   * @param versioned names of events with upcasters, whose older shapes are not read as they are
   */
  public static List<String> breaks(
      Map<String, String> released, Map<String, String> today, List<String> versioned) {
    List<String> breaks = new ArrayList<>();
    var paths = new TreeSet<>(released.keySet());
    paths.addAll(today.keySet());
    for (String path : paths) {
      String event = path.split("[.\\[<=]", 2)[0];
      String before = released.get(path);
      String now = today.get(path);
      boolean isNewEvent = before == null && !released.containsKey(event);
      if (!versioned.contains(event) && !isNewEvent) {
        change(path, before, now, isBelowAnAddition(path, released, today)).ifPresent(breaks::add);
      }
    }
    return breaks;
  }

  private static Optional<String> change(
      String path, @Nullable String before, @Nullable String now, boolean belowAnAddition) {
    if (before == null) {
      boolean addition =
          belowAnAddition || (now != null && (now.endsWith("?") || now.equals("value")));
      return addition ? Optional.empty() : Optional.of(path + " was added and may not be absent");
    } else if (now == null) {
      return Optional.of(path + " was removed");
    } else if (!before.replace("?", "").equals(now.replace("?", ""))) {
      return Optional.of(path + " was " + before + " and is " + now);
    } else if (before.endsWith("?") && !now.endsWith("?")) {
      return Optional.of(path + " could be absent and no longer may");
    }
    return Optional.empty();
  }

  /** A member of something that is itself new and optional. */
  private static boolean isBelowAnAddition(
      String path, Map<String, String> released, Map<String, String> today) {
    for (int i = path.length() - 1; i > 0; i--) {
      if (".[<=".indexOf(path.charAt(i)) >= 0) {
        String parent = path.substring(0, i);
        if (!released.containsKey(parent) && today.containsKey(parent)) {
          String type = today.get(parent);
          return type.endsWith("?")
              || type.equals("value")
              || isBelowAnAddition(parent, released, today);
        }
      }
    }
    return false;
  }
}
