package cn.doublerandom.pagekit;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** How numbers are written in a page. */
@TemplateExtension
public final class Figures {
  private static final int FIRST_SEPARATED = 1_000;

  private Figures() {}

  /** With separators: 1,204. */
  public static String grouped(long number) {
    return -FIRST_SEPARATED < number && number < FIRST_SEPARATED
        ? Long.toString(number)
        : String.format(Locale.ROOT, "%,d", number);
  }

  /** The same. */
  static String grouped(int number) {
    return grouped((long) number);
  }

  /** A code as it is read aloud: a space every four signs. */
  static String spaced(String code) {
    return code.replaceAll("(?<=\\G.{4})(?=.)", " ");
  }
}
