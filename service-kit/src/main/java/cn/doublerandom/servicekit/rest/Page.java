package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
  private static final int CHECK_BYTES = 4;

  /** A page from one row more than asked for, which tells whether there is another page. */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> key) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, limit);
    return new Page<>(List.copyOf(items), cursor(key.apply(items.getLast())));
  }

  /**
   * The same of entries some of which are long: a page also ends before its entries together would
   * weigh more than is allowed, but has one at least.
   */
  public static <T> Page<T> of(
      List<T> oneMore, int limit, Function<T, String> key, ToIntFunction<T> weight, int most) {
    int fit = 0;
    int weighs = 0;
    while (fit < oneMore.size()
        && (fit == 0 || weighs + weight.applyAsInt(oneMore.get(fit)) <= most)) {
      weighs += weight.applyAsInt(oneMore.get(fit));
      fit++;
    }
    return of(oneMore, Math.min(limit, fit), key);
  }

  /** The key and its check sum, so that a word of somebody's making is no cursor. */
  private static String cursor(String key) {
    byte[] last = key.getBytes(StandardCharsets.UTF_8);
    byte[] checked = Arrays.copyOf(last, last.length + CHECK_BYTES);
    System.arraycopy(check(last), 0, checked, last.length, CHECK_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(checked);
  }

  private static byte[] check(byte[] key) {
    return HexFormat.of().parseHex(Sha256.hex(key).substring(0, 2 * CHECK_BYTES));
  }

  /** The key a cursor stands for; the empty cursor is the beginning. */
  public static String keyAfter(String cursor) {
    if (cursor.isEmpty()) {
      return "";
    }
    try {
      byte[] checked = Base64.getUrlDecoder().decode(cursor);
      int length = checked.length - CHECK_BYTES;
      byte[] key = Arrays.copyOf(checked, Math.max(0, length));
      if (length < 1
          || !Arrays.equals(check(key), 0, CHECK_BYTES, checked, length, checked.length)) {
        throw new ProblemException(EdgeRejection.CURSOR_INVALID);
      }
      return new String(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(EdgeRejection.CURSOR_INVALID);
    }
  }
}
