package cn.doublerandom.servicekit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the JSON of a request: which member, and what was expected there. */
public final class JsonFaults {
  private static final String DUPLICATE = "Duplicate field '";

  /** Bytes of another encoding, GBK for instance; every other one of UTF-16 is zero, or a mark. */
  private static final Pattern NO_UTF_8 = Pattern.compile("^Invalid UTF-8|CTRL-CHAR, code 0\\)");

  private JsonFaults() {}

  /** Which refusal it is: content that cannot be read, or a field that cannot be taken. */
  public static EdgeRejection rejection(JsonProcessingException e) {
    return refused(e) == null ? EdgeRejection.MALFORMED_REQUEST : EdgeRejection.FIELD_INVALID;
  }

  /** The member, a stable code, and a sentence. */
  public static Problem.FieldError fault(JsonProcessingException e) {
    FieldRefused refused = refused(e);
    if (refused != null) {
      return error(e, refused.code(), refused.text());
    }
    String duplicate = duplicate(e);
    if (duplicate != null) {
      return new Problem.FieldError(duplicate, null, "duplicate-member", "此成员出现了两次。");
    } else if (e instanceof UnrecognizedPropertyException unknown) {
      return error(e, "unknown-member", "没有这个成员。" + listed(unknown.getKnownPropertyIds()));
    } else if (isTrailing(e)) {
      return error(e, "trailing-text", "内容在此之前已结束，其后不应再有文字。");
    } else if (e instanceof InvalidNullException) {
      return error(e, "null-element", "列表中不能有空值（null）。");
    } else if (e instanceof MismatchedInputException mismatched) {
      return expected(e, mismatched.getTargetType());
    } else if (isNoUtf8(e)) {
      return error(e, "not-utf-8", "内容应为 UTF-8 编码的文字，开头不带字节顺序标记（BOM）。");
    } else if (e instanceof JsonMappingException && e.getCause() instanceof StreamReadException) {
      return error(e, "out-of-range", "数字超出范围或写法不对。");
    }
    return error(e, "malformed", "此处不是 JSON 内容，" + place(e) + "。");
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "位置不明"
        : "第 %d 行第 %d 个字符附近".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Problem.FieldError expected(JsonProcessingException e, @Nullable Class<?> type) {
    if (type == null) {
      return error(e, "malformed", "此处不是要求的内容。");
    } else if (type.isEnum()) {
      return error(e, "expected-word", "应为下列之一：" + words(type) + "。");
    } else if (type == LocalDate.class) {
      return error(e, "expected-date", "应为日期，例如 2023-03-15。");
    } else if (type == Instant.class) {
      return error(e, "expected-moment", "应为时刻，例如 2023-03-15T09:00:00Z。");
    } else if (type == String.class) {
      return error(e, "expected-text", "应为文字（加引号）。");
    } else if (type == boolean.class || type == Boolean.class) {
      return error(e, "expected-boolean", "应为 true 或 false。");
    } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
      return error(e, "expected-number", "应为数字（不加引号）。");
    } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return error(e, "expected-integer", "应为整数（不加引号，不带小数）。");
    } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return error(e, "expected-list", "应为列表 […]。");
    }
    return error(e, "expected-object", "应为 JSON 对象 {…}，且须能读懂其中的内容。");
  }

  /** The words that may be. */
  public static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> ((Enum<?>) word).name())
        .collect(Collectors.joining("、"));
  }

  private static String listed(@Nullable Collection<Object> known) {
    return known == null || known.isEmpty()
        ? ""
        : "可用的有："
            + known.stream().map(String::valueOf).sorted().collect(Collectors.joining("、"))
            + "。";
  }

  private static Problem.FieldError error(JsonProcessingException e, String code, String text) {
    return new Problem.FieldError(
        e instanceof JsonMappingException mapping ? path(mapping.getPath()) : "", null, code, text);
  }

  private static String path(List<JsonMappingException.Reference> path) {
    var text = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(shown(step.getFieldName()));
      }
    }
    return text.toString();
  }

  /** A name that cannot be seen is shown between the quotes it stood in. */
  private static String shown(String name) {
    return name.isBlank() ? '"' + name + '"' : name;
  }

  private static @Nullable FieldRefused refused(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FieldRefused refused) {
        return refused;
      }
    }
    return null;
  }

  /** The parser says in words of its own what bytes it met. */
  private static boolean isNoUtf8(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonProcessingException read
          && read.getOriginalMessage() != null
          && NO_UTF_8.matcher(read.getOriginalMessage()).find()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrailing(JsonProcessingException e) {
    return e.getOriginalMessage() != null && e.getOriginalMessage().startsWith("Trailing token");
  }

  /** The path of a member that stands twice; the parser says it, not the mapper. */
  private static @Nullable String duplicate(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamReadException read
          && read.getOriginalMessage().startsWith(DUPLICATE)) {
        String name = read.getOriginalMessage().substring(DUPLICATE.length()).replaceAll("'$", "");
        JsonParser parser = read.getProcessor();
        String above =
            parser == null || parser.getParsingContext().getParent() == null
                ? ""
                : parser.getParsingContext().getParent().pathAsPointer().toString();
        String within = above.replaceFirst("^/", "").replace('/', '.');
        return within.isEmpty() ? shown(name) : within + "." + shown(name);
      }
    }
    return null;
  }
}
