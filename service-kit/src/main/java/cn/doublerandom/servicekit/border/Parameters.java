package cn.doublerandom.servicekit.border;

import cn.doublerandom.servicekit.identity.PublicBureau;
import cn.doublerandom.servicekit.problem.JsonFaults;
import cn.doublerandom.servicekit.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters one method declares.
 *
 * @param query by name
 * @param path by name
 */
record Parameters(Map<String, Declared> query, Map<String, Declared> path) {
  /** What every address understands beside its own; see {@code Freshness}. */
  private static final Map<String, Declared> EVERYWHERE =
      Map.of(
          "minSeq", new Declared(String.class, false), "seen", new Declared(String.class, false));

  /**
   * @param type of one value
   * @param many whether it may be given more than once
   */
  record Declared(Class<?> type, boolean many) {
    private static Declared of(Type type) {
      if (type instanceof ParameterizedType generic
          && generic.getRawType() instanceof Class<?> raw) {
        Type element = generic.getActualTypeArguments()[0];
        Class<?> value = element instanceof Class<?> known ? known : String.class;
        return new Declared(value, Collection.class.isAssignableFrom(raw));
      }
      return new Declared(type instanceof Class<?> known ? known : String.class, false);
    }
  }

  static Parameters of(Method method) {
    Map<String, Declared> query = new TreeMap<>(EVERYWHERE);
    if (method.isAnnotationPresent(GET.class) && PublicBureau.isPublic(method)) {
      query.put(PublicBureau.PARAMETER, new Declared(String.class, false));
    }
    Map<String, Declared> path = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field, field.getGenericType(), query, path);
        }
      }
      add(parameter, parameter.getParameterizedType(), query, path);
    }
    return new Parameters(query, path);
  }

  private static void add(
      AnnotatedElement element,
      Type type,
      Map<String, Declared> query,
      Map<String, Declared> path) {
    QueryParam inQuery = element.getAnnotation(QueryParam.class);
    PathParam inPath = element.getAnnotation(PathParam.class);
    if (inQuery != null) {
      query.put(inQuery.value(), Declared.of(type));
    }
    if (inPath != null) {
      path.put(inPath.value(), Declared.of(type));
    }
  }

  List<Problem.FieldError> query(String name, List<String> values) {
    Declared declared = query.get(name);
    if (declared == null) {
      return List.of(
          ParameterGuard.error(
              name, "unknown-parameter", "没有这个参数。可用的有：" + String.join("、", query.keySet()) + "。"));
    } else if (!declared.many() && values.size() > 1) {
      return List.of(ParameterGuard.error(name, "given-twice", "此参数只能给出一次。"));
    }
    return faults(name, declared, values);
  }

  List<Problem.FieldError> path(String name, List<String> values) {
    Declared declared = path.get(name);
    return declared == null ? List.of() : faults(name, declared, values);
  }

  private static List<Problem.FieldError> faults(
      String name, Declared declared, List<String> values) {
    return values.stream().flatMap(value -> fault(name, declared.type(), value).stream()).toList();
  }

  private static Optional<Problem.FieldError> fault(String name, Class<?> type, String value) {
    if (type == boolean.class || type == Boolean.class) {
      return value.equals("true") || value.equals("false")
          ? Optional.empty()
          : error(name, "expected-boolean", "应为 true 或 false。");
    } else if (type == int.class || type == Integer.class) {
      return isWhole(value, 9) ? Optional.empty() : error(name, "expected-integer", "应为整数。");
    } else if (type == long.class || type == Long.class) {
      return isWhole(value, 18) ? Optional.empty() : error(name, "expected-integer", "应为整数。");
    } else if (type == LocalDate.class) {
      return day(name, value);
    } else if (type.isEnum()) {
      boolean known =
          Arrays.stream(type.getEnumConstants()).anyMatch(w -> ((Enum<?>) w).name().equals(value));
      return known
          ? Optional.empty()
          : error(name, "expected-word", "应为下列之一：" + JsonFaults.words(type) + "。");
    }
    return Optional.empty();
  }

  private static Optional<Problem.FieldError> day(String name, String value) {
    Optional<LocalDate> day = StrictDays.day(value);
    if (day.isEmpty()) {
      return error(name, "expected-date", "应为日期，例如 2023-03-15。");
    }
    return StrictDays.isPossible(day.get())
        ? Optional.empty()
        : error(name, StrictDays.IMPOSSIBLE, StrictDays.IMPOSSIBLE_TEXT);
  }

  private static boolean isWhole(String value, int digits) {
    return value.matches("-?[0-9]{1," + digits + "}");
  }

  private static Optional<Problem.FieldError> error(String name, String code, String text) {
    return Optional.of(ParameterGuard.error(name, code, text));
  }
}
