package cn.doublerandom.draw.reading;

import cn.doublerandom.servicekit.text.TextGuard;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell without the accidents of typing: full-width signs made narrow, white space removed,
 * remarks in brackets set apart.
 *
 * @param text what remains
 * @param remarks the insides of brackets, in order
 * @param splitDigits whether white space stood between two digits, so that nobody can know where
 *     one number ends
 */
record CellText(String text, List<String> remarks, boolean splitDigits) {
  /** ∶, which Unicode keeps apart from the colon. */
  private static final char RATIO = '\u2236';

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]++");
  private static final Pattern SPLIT_DIGITS = Pattern.compile("[0-9][\\s\\u00a0\\u3000]++[0-9]");
  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[【〔]([^()\\[\\]【】〔〕]*+)(?:[)\\]】〕]|$)");

  static CellText of(String cell) {
    String narrow =
        TraditionalScript.simplified(TextGuard.normalized(cell, Normalizer.Form.NFKC))
            .replace(RATIO, ':');
    boolean split = SPLIT_DIGITS.matcher(narrow).find();
    String text = SPACE.matcher(narrow).replaceAll("");
    List<String> remarks = new ArrayList<>();
    Matcher brackets = BRACKETS.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (brackets.find()) {
      if (!brackets.group(1).isEmpty()) {
        remarks.add(brackets.group(1));
      }
      brackets.appendReplacement(rest, "");
    }
    brackets.appendTail(rest);
    return new CellText(rest.toString(), remarks, split);
  }
}
