package cn.doublerandom.draw.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom a number is of, by the words around it. A类20% is no fifth of everybody: who drew by it would
 * draw from those the plan does not mean.
 *
 * @param words as they stand in the cell; empty where it names nobody
 * @param certain whether they name a part whatever the scope of the task is: a class, a risk, 重点;
 *     else a kind of firm, which may be all there are
 */
record QuotaPart(String words, boolean certain) {
  static final QuotaPart NONE = new QuotaPart("", false);

  private static final Pattern CERTAIN =
      Pattern.compile(
          "(?<![A-Za-z])[A-E](?![A-Za-z])|(?<![0-9])[一二三四五甲乙丙丁1-5][类级]|风险|信用|守信|警示|失信|重点|特殊|一般|标签|等级"
              + "|其[他它余]|剩余|除此之外|新[办增设]|新开办|存量|规模以?上|[大中小]型|小微|问题企业|投诉");

  private static final Pattern EXCEPT = Pattern.compile("除外|以外|不含|不包括|不包含|排除");

  /** What ends the name of a kind of firm right before its number. */
  private static final Pattern KIND =
      Pattern.compile(
          "(企业|公司|单位|机构|场所|经营[户者]|商户|用户|店|厂|站|车辆|船舶|医院|学校|工程|项目)(?:总数|数量|户数|的|总量|(?:抽取|抽查|检查)?比例(?:之和)?)*+$");

  /** Words for all there are. */
  private static final Pattern ALL =
      Pattern.compile(
          "^.*对|(?:本|全|辖)?(?:行政)?(?:辖?区)(?:域|内)?|全[省市县州区]|本[省市县州]|在[册库](?:的)?|(?:抽查|检查|监管|被检查|行政检查)?对象"
              + "|(?:市场|经营)主体|(?:被|受)?(?:抽查|检查|监管)的?|所有|全部|登记|注册的|企业|单位|项目|名录库中?|中");

  private static final Pattern CLAUSE = Pattern.compile("[,;。、:+\n]");

  private static final Pattern VERB =
      Pattern.compile("(?:进行)?(?:随机)?(?:抽取|抽查|检查|选取)(?:比例)?(?:为|按)?$");

  private static final Pattern BOUND =
      Pattern.compile("不得?[低少小高超大多][于过]|至[少多]|最[少多低高]|[大小]于(?:或?等于)?|[上下]限为?|[<>=≥≤≧≦]+");

  /**
   * Whom the numbers of a cell are of.
   *
   * @param text without what stands in brackets
   * @param remarks what stands in brackets
   */
  static QuotaPart of(String text, List<String> remarks) {
    List<String> said =
        Stream.concat(Stream.of(text), remarks.stream())
            .map(words -> QuotaWords.PART.matcher(words).replaceAll("\n"))
            .flatMap(CLAUSE::splitAsStream)
            .toList();
    Optional<QuotaPart> certain =
        said.stream()
            .filter(words -> CERTAIN.matcher(words).find() && !EXCEPT.matcher(words).find())
            .map(words -> new QuotaPart(words, true))
            .findFirst();
    return certain
        .or(() -> kind(text))
        .or(() ->
            said.stream()
                .filter(words -> EXCEPT.matcher(words).find())
                .map(words -> new QuotaPart(words, false))
                .findFirst())
        .orElse(NONE);
  }

  /** A kind of firm right before a number. */
  private static Optional<QuotaPart> kind(String text) {
    Matcher number = QuotaWords.PART.matcher(text);
    int end = 0;
    while (number.find()) {
      String before = text.substring(end, number.start());
      end = number.end();
      String[] clauses = CLAUSE.split(before);
      String last = clauses.length == 0 ? "" : bare(clauses[clauses.length - 1]);
      Matcher kind = KIND.matcher(last);
      if (kind.find()) {
        String name = last.substring(0, kind.end(1));
        String rest = ALL.matcher(name).replaceAll("");
        if (!QuotaWords.meaningful(rest).isEmpty()) {
          return Optional.of(new QuotaPart(rest, false));
        }
      }
    }
    return Optional.empty();
  }

  /** The words before a number without its bound and its verb: 不低于食品企业总数的 is 食品企业总数的. */
  private static String bare(String words) {
    return BOUND.matcher(VERB.matcher(words).replaceAll("")).replaceAll("");
  }
}
