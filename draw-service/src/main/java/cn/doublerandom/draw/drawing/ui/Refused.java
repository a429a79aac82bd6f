package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.DrawRejection;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refusal of the draws that is known by its code, as the sentence people read. */
final class Refused {
  private static final Map<String, DrawRejection> BY_CODE =
      Arrays.stream(DrawRejection.class.getPermittedSubclasses())
          .flatMap(kind -> Arrays.stream(kind.getEnumConstants()))
          .map(DrawRejection.class::cast)
          .collect(Collectors.toMap(one -> one.wording().code(), Function.identity()));

  private Refused() {}

  /** The sentence; empty where nothing is refused, the code where it is nobody's of these. */
  static String sentence(@Nullable String code, boolean english) {
    if (code == null) {
      return "";
    }
    DrawRejection why = BY_CODE.get(code);
    if (why == null) {
      return code;
    }
    return english ? why.english() : why.text();
  }
}
