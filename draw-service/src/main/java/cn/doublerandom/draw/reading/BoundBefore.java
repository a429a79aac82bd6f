package cn.doublerandom.draw.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a bound before its number, 不低于 or 至少对食品企业抽取: they begin somewhere and reach the end,
 * with nothing between but 为, a verb or what ends in 的. Found by one walk, because a pattern for
 * them would look at the rest of the text again from each of their beginnings.
 */
enum BoundBefore {
  AT_LEAST(
      "不低于", "不得低于", "不少于", "不得少于", "不小于", "不得小于", "至少", "最少", "最低", "大于等于", "大于或等于", "下限", "下限为",
      ">=", "≥", "≧"),
  AT_MOST(
      "不超过", "不得超过", "不高于", "不得高于", "不大于", "不得大于", "不多于", "不得多于", "至多", "最多", "最高", "小于等于", "小于或等于",
      "上限", "上限为", "<=", "≤", "≦");

  /** 至少对食品企业: whom it is of may stand between, in one clause. */
  private static final String OF_WHOM = "至少";

  private static final Set<String> VERBS = Set.of("为", "达", "达到", "抽取", "抽查", "检查");
  private static final int LONGEST_VERB = 2;
  private static final String CLAUSE_ENDS = ",;、";
  private static final String NO_NAME = ",;、。0123456789";

  private final List<String> words;

  BoundBefore(String... words) {
    this.words = Stream.of(words).toList();
  }

  /** Whether a bound reaches the end of the text. */
  boolean stands(String text) {
    return begin(text) >= 0;
  }

  /** The text before the bound. */
  String without(String text) {
    int begin = begin(text);
    return begin < 0 ? text : text.substring(0, begin);
  }

  private int begin(String text) {
    int clause = behindLast(text, CLAUSE_ENDS);
    int name = text.endsWith("的") ? behindLast(text, NO_NAME) : text.length();
    for (int i = 0; i < text.length(); i++) {
      for (String word : words) {
        if (text.startsWith(word, i)) {
          int rest = i + word.length();
          boolean ofWhom = word.equals(OF_WHOM) && clause <= rest && text.startsWith("对", rest);
          if (ofWhom || isNothing(text, rest, name)) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  /** Whether what follows says nothing more: no word, a verb, or a name that ends in 的. */
  private static boolean isNothing(String text, int rest, int name) {
    int left = text.length() - rest;
    return left == 0
        || (left <= LONGEST_VERB && VERBS.contains(text.substring(rest)))
        || name <= rest;
  }

  /** Where the part begins that holds none of these signs. */
  private static int behindLast(String text, String signs) {
    int at = text.length();
    while (at > 0 && signs.indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }
}
