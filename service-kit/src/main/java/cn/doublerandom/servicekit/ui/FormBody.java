package cn.doublerandom.servicekit.ui;

import cn.doublerandom.servicekit.problem.Problem;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form as the JSON a program would have sent: a field is a member, {@code a.b} a member of a
 * member, an empty field no member. A text stands for a number or a truth where one is asked for;
 * what is none stays a text, and is refused by the words everybody is refused by.
 */
final class FormBody {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FormBody() {}

  /**
   * @param type a record that some operation takes as its body
   */
  static ObjectNode of(Class<?> type, Map<String, List<String>> fields) {
    return object(type, "", fields);
  }

  /**
   * Faults in the order of the form, which is that of the members; what is no member comes last.
   */
  static List<Problem.FieldError> inOrder(Class<?> type, List<Problem.FieldError> faults) {
    List<String> members =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    return faults.stream().sorted(Comparator.comparingInt(fault -> place(fault, members))).toList();
  }

  private static int place(Problem.FieldError fault, List<String> members) {
    int place = members.indexOf(fault.field().split("\\.", 2)[0]);
    return place < 0 ? members.size() : place;
  }

  private static ObjectNode object(Class<?> type, String before, Map<String, List<String>> fields) {
    ObjectNode object = JSON.objectNode();
    for (RecordComponent member : type.getRecordComponents()) {
      String field = before + member.getName();
      List<String> said =
          fields.getOrDefault(field, List.of()).stream().filter(v -> !v.isBlank()).toList();
      add(object, member.getName(), member.getGenericType(), field, said, fields);
    }
    return object;
  }

  private static void add(
      ObjectNode object,
      String name,
      Type generic,
      String field,
      List<String> said,
      Map<String, List<String>> fields) {
    Class<?> raw = raw(generic);
    if (Collection.class.isAssignableFrom(raw)) {
      ArrayNode list = object.putArray(name);
      said.forEach(value -> add(list, element(generic), value));
    } else if (raw == Optional.class) {
      add(object, name, element(generic), field, said, fields);
    } else if (raw.isRecord() && said.isEmpty()) {
      if (fields.keySet().stream().anyMatch(sent -> sent.startsWith(field + "."))) {
        object.set(name, object(raw, field + ".", fields));
      }
    } else if (isTruth(raw)) {
      // A box that is not ticked is not sent.
      add(object, name, raw, said.isEmpty() ? "false" : said.getFirst());
    } else if (!said.isEmpty()) {
      add(object, name, raw, said.getFirst());
    }
  }

  private static void add(ObjectNode object, String name, Class<?> type, String text) {
    ArrayNode one = JSON.arrayNode();
    add(one, type, text);
    object.set(name, one.get(0));
  }

  private static void add(ArrayNode list, Class<?> type, String text) {
    if (isTruth(type) && (text.equals("true") || text.equals("on"))) {
      list.add(true);
    } else if (isTruth(type) && text.equals("false")) {
      list.add(false);
    } else if (isWhole(type) && WHOLE.matcher(text.strip()).matches()) {
      list.add(Long.parseLong(text.strip()));
    } else if (isDecimal(type) && DECIMAL.matcher(text.strip()).matches()) {
      list.add(new BigDecimal(text.strip()));
    } else {
      list.add(text);
    }
  }

  private static Class<?> element(Type list) {
    return list instanceof ParameterizedType generic
        ? raw(generic.getActualTypeArguments()[0])
        : String.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> of
        ? of
        : String.class;
  }

  private static boolean isTruth(Class<?> type) {
    return type == boolean.class || type == Boolean.class;
  }

  private static boolean isWhole(Class<?> type) {
    return type == int.class || type == Integer.class || type == long.class || type == Long.class;
  }

  private static boolean isDecimal(Class<?> type) {
    return type == BigDecimal.class || type == double.class || type == Double.class;
  }
}
