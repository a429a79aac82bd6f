package cn.doublerandom.servicekit.table;

import java.util.regex.Pattern;

/**
 * A spreadsheet takes a csv cell that begins with {@code = + - @}, a tab or a carriage return for a
 * formula (CWE-1236). Such text leaves with an apostrophe before it and comes back without.
 */
public final class SafeCell {
  private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r]", Pattern.DOTALL);

  private SafeCell() {}

  /** The text as it may stand in a csv. */
  public static String neutralised(String text) {
    return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text as it was before it was written. */
  public static String restored(String cell) {
    return cell.startsWith("'") && DANGEROUS.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
