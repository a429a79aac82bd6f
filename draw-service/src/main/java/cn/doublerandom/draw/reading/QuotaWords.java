package cn.doublerandom.draw.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of 抽查比例（数量）及频次: every form seen in the plan tables of real offices. Anybody may send
 * a cell, so no pattern looks at a sign more often than a fixed number of times: runs are
 * possessive and begin where nothing of theirs stands before them.
 */
final class QuotaWords {
  private static final String DIGITS =
      "(?<![0-9.])(?>[0-9]{1,3}(?:,[0-9]{3}){1,6}+|[0-9]++)(?:\\.[0-9]++)?+(?:[十百千万](?!分之))?+";
  private static final String NUMBER = "(?:" + DIGITS + "|" + ChineseNumber.PATTERN + ")";
  private static final String DASH = "(?:至|到|[-~‐‑–—―−]++)";
  private static final String UNIT = "(?:个(?!月|工作日|小时|百分点)|[户家辆艘台处座所件](?:次(?!/))?|[名人](?!执法|检查))";

  private static final String PERCENT =
      "(?:%1$s分之%1$s|%2$s[%%‰]|%3$s成)".formatted(NUMBER, DIGITS, ChineseNumber.PATTERN);
  private static final String CYCLE = "(?:季度?|半年|星期|年|月|周|天|日)";
  private static final String LIMIT = "(?:不得?少于|不得?低于|至少|不得?超过|不得?多于|最多|>=|<=|≥|≤|=)?";

  /**
   * What can stand in a cell, in the order in which it is tried: how often (每年2次, 2次/年, 每月, =1),
   * inspectors to subjects (1:5), a percentage or a range of two, a number of subjects or a range.
   */
  static final Pattern PART =
      Pattern.compile(
          String.join(
              "|",
              // Less often than once a year: how often in this year nobody can know.
              "每?(?<![0-9])(?:[2-9]|[两二三四五六七八九])(?<years>年)(?:度|内)?(?:抽查|检查|开展)*+(?<timesOfYears>%s)次"
                  .formatted(NUMBER),
              "(?:每|一|(?<![0-9])1(?=年)|(?<![上下前后一二三四1-4])(?=半年|季))(?<cycleFirst>%s)(?:度|内)?(?:抽查|检查|开展)*+(?<limitFirst>%s)(?:抽查|检查|开展)*+(?<timesFirst>%s)(?:%s%s)?次"
                  .formatted(CYCLE, LIMIT, NUMBER, DASH, NUMBER),
              "(?<limit>%s)(?<times>%s)(?:%s%s)?次(?:(?:/|每)(?<cycle>%s))?"
                  .formatted(LIMIT, NUMBER, DASH, NUMBER, CYCLE),
              "每(?:个)?(?<every>季度?|半年|星期|月|周|天|日)",
              "(?<bareLimit>>=|≥|=)(?<bareTimes>[0-9]++)(?![0-9%%‰.,户家个辆艘台处座所名人件:])".formatted(),
              "(?<inspectors>(?<![0-9])[0-9]++)[:比](?<subjects>[0-9]++)",
              "(?<percentSign>[-−负]?)(?<percentFrom>%1$s|%2$s(?=%3$s%2$s[%%‰]))%3$s(?<percentTo>%1$s)"
                  .formatted(PERCENT, DIGITS, DASH),
              "(?<oneSign>[-−负]?)(?<percent>%s)".formatted(PERCENT),
              "(?<rangeSign>[-−负]?)(?<countFrom>%s)%s?%s(?<countTo>%s)%s"
                  .formatted(NUMBER, UNIT, DASH, NUMBER, UNIT),
              "(?<countSign>[-−负]?)(?<count>%s)%s".formatted(NUMBER, UNIT)));

  /**
   * 1e1, 2×10 or 2^3: what a spreadsheet shows of a number, or what is still to be computed; 10%%:
   * a number of two units.
   */
  static final Pattern COMPUTED =
      Pattern.compile(
          "[0-9.][eE][+-]?[0-9]|[0-9][×xX*✕^][0-9]"
              + "|[%‰][%‰]|[0-9十百千万][户家个辆艘台处座所件][%‰]|[%‰][户家](?![\\p{IsHan}])");

  /** 1-2万户: one to twenty thousand, or ten. */
  static final Pattern UNIT_OF_BOTH = Pattern.compile("[0-9]%s[0-9,.]++[十百千万]".formatted(DASH));

  /** Bounds that leave the number itself out; a rate is read with it, and that is said. */
  static final Pattern MORE_BEFORE = Pattern.compile("(?<![不得])(?:大于|多于|超过|高于|超出|>)$");

  static final Pattern LESS_BEFORE = Pattern.compile("(?<![不得])(?:小于|少于|低于|<)$");

  /** A sign before a number, and nothing before that which it could part from it. */
  static final Pattern NEGATIVE = Pattern.compile("(?:^|[,;、。:])[-−负]$");

  /** A number of each of several, 1户/乡镇. How many that are in all is not written. */
  static final Pattern EACH_AFTER = Pattern.compile("^/(?!次|年|月|周|天|日|季|半年)[^,;、。/]+");

  /** A bound after the number; 以上 and 以内 include the number itself (民法典 §1259). */
  static final Pattern AT_LEAST_AFTER = Pattern.compile("^(?:及|或|含)?以上");

  static final Pattern AT_MOST_AFTER = Pattern.compile("^(?:及|或|含)?以[内下]");

  static final Pattern ABOUT = Pattern.compile("大约|大概|约|左右|上下");

  static final Pattern CENSUS = Pattern.compile("全覆盖|全部|全数|普查|逐户|逐一|逐个|每户|每家|所有");

  static final Pattern OPEN = Pattern.compile("实际|视情|待定|另行|按需|酌情|需要|适时|确定|一定比例|不定|适当");

  static final Pattern FREQUENCY_OPEN = Pattern.compile("频次[^,;、]+|[“\"'‘]?四四制[”\"'’]?");

  /** Words that say nothing by themselves: left out of names and notes. */
  static final Pattern FILLER =
      Pattern.compile(
          "抽查比例|抽取比例|检查比例|覆盖比例|覆盖率|/次|抽查频次|检查频次|频次|总体比例|比例|总体|全年|每年度?|年度|按照?|分别|抽查|检查|抽取|随机|进行|覆盖|总数"
              + "|企业|户数|数量|之和|其中");

  /** What holds for some sizes only, 不足1户的按1户 or 100户以上的抽10%: a remark, never a number. */
  static final Pattern CONDITION =
      Pattern.compile(
          "(?:(?:不足|不满)%1$s%2$s的?,?|(?:少于|小于|低于|超过|大于|多于|高于)%1$s%2$s的|%1$s%2$s以[上下内]的)[^,;。]*"
              .formatted(NUMBER, UNIT));

  /** A number of subjects each month, each year. */
  static final Pattern PER_CYCLE = Pattern.compile("^/(?<cycle>" + CYCLE + ")");

  /** The end of a range where one number was expected. */
  static final Pattern RANGE_END = Pattern.compile("^" + DASH + "[0-9]++");

  /** Signs and particles that are no remark where nothing else is left. */
  static final Pattern PARTICLE = Pattern.compile("[、,;。:+/“”\"'‘’和及且或与对的为抽以之—–―-]");

  /** What stands between the classes of a tiered quota. */
  static final Pattern BETWEEN = Pattern.compile("[、,;。/和及与:]+");

  private static final Pattern EACH = Pattern.compile("每(?!年)|各");

  private static final String CLAUSE_ENDS = ",;、。";

  /** What a note is not begun or ended with. */
  private static final String EDGES = "、,;。:+";

  private static final String FREQUENCY = "频次";

  private QuotaWords() {}

  /**
   * Where the words begin that make the number behind them one of each of several, 每个乡镇: at the
   * first of them in the last clause; -1 where there are none.
   */
  static int eachBefore(String words) {
    int clause = words.length();
    while (clause > 0 && CLAUSE_ENDS.indexOf(words.charAt(clause - 1)) < 0) {
      clause--;
    }
    Matcher each = EACH.matcher(words);
    return each.find(clause) ? each.start() : -1;
  }

  /** A note without the signs, and the word 频次, it begins or ends with. */
  static String withoutEdges(String note) {
    int begin = 0;
    while (begin < note.length() && EDGES.indexOf(note.charAt(begin)) >= 0) {
      begin++;
    }
    int end = withoutSigns(note, begin, note.length());
    if (note.startsWith(FREQUENCY, end - FREQUENCY.length()) && end - FREQUENCY.length() >= begin) {
      end = withoutSigns(note, begin, end - FREQUENCY.length());
    }
    return note.substring(begin, end);
  }

  private static int withoutSigns(String note, int begin, int end) {
    int last = end;
    while (last > begin && EDGES.indexOf(note.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  /** What words say besides bounds, fillers and signs. */
  static String meaningful(String text) {
    String rest = ABOUT.matcher(text).replaceAll("");
    rest = BoundBefore.AT_LEAST.without(rest);
    rest = BoundBefore.AT_MOST.without(rest);
    return PARTICLE.matcher(FILLER.matcher(rest).replaceAll("")).replaceAll("");
  }
}
