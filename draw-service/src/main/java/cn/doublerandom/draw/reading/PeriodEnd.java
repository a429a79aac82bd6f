package cn.doublerandom.draw.reading;

import java.util.List;

/**
 * What says nothing at the end of a period. Taken away from behind, word by word: a pattern for it
 * would begin anew at each word of a long run that reaches no end.
 */
final class PeriodEnd {
  private static final String SIGNS = "/。;,、-";

  /** The longer before those they end with. */
  private static final List<String> WORDS =
      List.of("全部", "完成", "结束", "截止", "为止", "止", "期间", "开展", "实施", "抽查", "检查", "内", "份");

  private PeriodEnd() {}

  static String withoutSigns(String text) {
    int end = text.length();
    while (end > 0 && SIGNS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  static String withoutWords(String text) {
    int end = text.length();
    for (int left = -1; left != end; ) {
      left = end;
      for (String word : WORDS) {
        if (text.startsWith(word, left - word.length())) {
          end = left - word.length();
          break;
        }
      }
    }
    return text.substring(0, end);
  }
}
