package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list ordered by key; {@code next} is absent on the last one.
 *
 * @param next cursor for {@code ?after=}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 500;

  /** A page from one row more than asked for, which tells whether there is another page. */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> key) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, limit);
    byte[] last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
    return new Page<>(
        List.copyOf(items), Base64.getUrlEncoder().withoutPadding().encodeToString(last));
  }

  /** The key a cursor stands for; the empty cursor is the beginning. */
  public static String keyAfter(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(EdgeRejection.CURSOR_INVALID);
    }
  }
}
