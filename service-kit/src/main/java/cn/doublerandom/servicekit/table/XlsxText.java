package cn.doublerandom.servicekit.table;

import java.util.regex.Pattern;

/**
 * Text in a workbook, where {@code _x0041_} stands for the character of that number (ECMA-376 part
 * 1, 22.9.2.19): what looks like one is written so that it comes back as it was.
 */
public final class XlsxText {
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private XlsxText() {}

  /** The text as it may stand in a cell. */
  public static String escaped(String text) {
    return text.indexOf("_x") < 0 ? text : LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
  }
}
