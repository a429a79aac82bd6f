package cn.doublerandom.draw.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** "Ascending" in the protocol: by UTF-8 bytes, which is not Java's order for rare characters. */
public final class Utf8Order {
  public static final Comparator<String> ASCENDING =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private Utf8Order() {}
}
