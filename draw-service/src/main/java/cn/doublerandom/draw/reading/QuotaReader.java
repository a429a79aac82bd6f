package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.DrawRejection.COUNT_NOT_WHOLE;
import static cn.doublerandom.draw.DrawRejection.COUNT_TOO_LARGE;
import static cn.doublerandom.draw.DrawRejection.COUNT_ZERO;
import static cn.doublerandom.draw.DrawRejection.FREQUENCY_OUT_OF_RANGE;
import static cn.doublerandom.draw.DrawRejection.QUOTA_ABOVE_HUNDRED;
import static cn.doublerandom.draw.DrawRejection.QUOTA_NEGATIVE;
import static cn.doublerandom.draw.DrawRejection.QUOTA_RANGE_REVERSED;
import static cn.doublerandom.draw.DrawRejection.QUOTA_TOO_LONG;
import static cn.doublerandom.draw.DrawRejection.QUOTA_TOO_PRECISE;
import static cn.doublerandom.draw.DrawRejection.QUOTA_ZERO;
import static cn.doublerandom.draw.DrawRejection.STAFF_RATIO_ZERO;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.reading.Quota.Tier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of 抽查比例（数量）及频次 (R72). What it cannot know it says: an {@code UNSPECIFIED} quota
 * blocks the draw until a person decides, a doubt is a note, an impossible number is refused.
 */
public final class QuotaReader {
  public static final int MAX_CHARACTERS = 1_000;

  private static final int MAX_COUNT = 1_000_000;
  private static final int MAX_TIMES = 1_000;
  private static final int MAX_DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Percentage> percentages = new ArrayList<>();
  private final List<Headcount> counts = new ArrayList<>();
  private final List<Quota.StaffRatio> ratios = new ArrayList<>();
  private final List<Frequency> frequencies = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private QuotaReader() {}

  /** On which side a number is bound. */
  private enum Bound {
    NONE,
    LEAST,
    MOST
  }

  /**
   * @param before words since the part before, without the bound
   * @param after words up to the next part, without the bound
   */
  private record Percentage(
      Share from, @Nullable Share to, Bound bound, String before, String after) {}

  private record Headcount(int from, @Nullable Integer to, Bound bound, String words) {}

  /**
   * The reading of a cell, or the code of what is impossible in it.
   *
   * @param cell at most {@link #MAX_CHARACTERS}; any text
   */
  public static Reading<QuotaReading> read(String cell) {
    try {
      return new Reading.Read<>(new QuotaReader().reading(cell));
    } catch (Unreadable unreadable) {
      return new Reading.Refused<>(unreadable.reason());
    }
  }

  private QuotaReading reading(String cell) throws Unreadable {
    if (cell.length() > MAX_CHARACTERS) {
      throw new Unreadable(QUOTA_TOO_LONG);
    }
    CellText clean = CellText.of(cell);
    if (clean.splitDigits()) {
      return new QuotaReading(
          new Quota.Unspecified(),
          new Frequency.Unspecified(),
          List.of("两个数字之间有空格，无法确定是一个数还是两个数"),
          cell);
    }
    parts(clean.text());
    for (String remark : clean.remarks()) {
      remark(remark);
    }
    Quota quota = quota(clean.text());
    return new QuotaReading(quota, frequency(), notes, cell);
  }

  /** A remark that is nothing but a number says how many; any other is kept as it stands. */
  private void remark(String remark) throws Unreadable {
    Matcher part = QuotaWords.PART.matcher(remark);
    if (part.find() && words(part.replaceAll("")).isEmpty()) {
      parts(remark);
    } else {
      notes.add(remark);
    }
  }

  private void parts(String text) throws Unreadable {
    Matcher part = QuotaWords.PART.matcher(text);
    int end = 0;
    List<int[]> spans = new ArrayList<>();
    while (part.find()) {
      spans.add(new int[] {part.start(), part.end()});
    }
    part.reset();
    for (int i = 0; part.find(); i++) {
      String before = text.substring(end, part.start());
      String after =
          text.substring(part.end(), i + 1 < spans.size() ? spans.get(i + 1)[0] : text.length());
      part(part, before, after);
      end = part.end();
    }
    if (!spans.isEmpty()) {
      return;
    } else if (QuotaWords.OPEN.matcher(text).find()) {
      notes.add(text);
    } else if (!QuotaWords.CENSUS.matcher(text).find()) {
      remain(text);
    }
  }

  private void part(Matcher part, String before, String after) throws Unreadable {
    Bound bound = bound(before, after);
    String lead = unbound(before, QuotaWords.AT_LEAST_BEFORE, QuotaWords.AT_MOST_BEFORE);
    String tail = unbound(after, QuotaWords.AT_LEAST_AFTER, QuotaWords.AT_MOST_AFTER);
    if (part.group("timesFirst") != null) {
      frequency(
          part.group("limitFirst"),
          part.group("timesFirst"),
          part.group("cycleFirst"),
          part.group());
      remain(before);
    } else if (part.group("times") != null) {
      frequency(part.group("limit"), part.group("times"), part.group("cycle"), part.group());
      remain(before);
    } else if (part.group("every") != null) {
      frequency("", "1", part.group("every"), part.group());
      remain(before);
    } else if (part.group("bareTimes") != null) {
      frequency(part.group("bareLimit"), part.group("bareTimes"), null, part.group());
      remain(before);
    } else if (part.group("inspectors") != null) {
      ratios.add(ratio(part.group("inspectors"), part.group("subjects")));
      remain(before);
    } else if (part.group("percentTo") != null) {
      Share to = share(part.group("percentTo"), part.group("percentSign"));
      percentages.add(
          ordered(
              new Percentage(
                  share(
                      withUnitOf(part.group("percentFrom"), part.group("percentTo")),
                      part.group("percentSign")),
                  to,
                  bound,
                  lead,
                  tail)));
    } else if (part.group("percent") != null) {
      percentages.add(
          new Percentage(
              share(part.group("percent"), part.group("oneSign")), null, bound, lead, tail));
    } else if (part.group("countTo") != null) {
      counts.add(
          ordered(
              new Headcount(
                  count(part.group("countFrom"), part.group("rangeSign")),
                  count(part.group("countTo"), ""),
                  bound,
                  lead)));
    } else {
      counts.add(
          new Headcount(count(part.group("count"), part.group("countSign")), null, bound, lead));
    }
    if (QuotaWords.ABOUT.matcher(before + after).find()) {
      notes.add("约数：" + part.group());
    }
  }

  private static Bound bound(String before, String after) {
    if (QuotaWords.AT_LEAST_BEFORE.matcher(before).find()
        || QuotaWords.AT_LEAST_AFTER.matcher(after).find()) {
      return Bound.LEAST;
    }
    return QuotaWords.AT_MOST_BEFORE.matcher(before).find()
            || QuotaWords.AT_MOST_AFTER.matcher(after).find()
        ? Bound.MOST
        : Bound.NONE;
  }

  private static String unbound(String words, Pattern least, Pattern most) {
    return most.matcher(least.matcher(words).replaceFirst("")).replaceFirst("");
  }

  private static String words(String text) {
    String rest = QuotaWords.ABOUT.matcher(text).replaceAll("");
    rest = QuotaWords.AT_LEAST_BEFORE.matcher(rest).replaceFirst("");
    rest = QuotaWords.AT_MOST_BEFORE.matcher(rest).replaceFirst("");
    return QuotaWords.PARTICLE
        .matcher(QuotaWords.FILLER.matcher(rest).replaceAll(""))
        .replaceAll("");
  }

  /** Words nothing was made of are kept as a note. */
  private void remain(String text) {
    String frequency = QuotaWords.FREQUENCY_OPEN.matcher(text).replaceAll("");
    if (!frequency.equals(text)) {
      frequencies.add(new Frequency.Unspecified());
      notes.add(text);
    } else if (!words(text).isEmpty()) {
      notes.add(text);
    }
  }

  private Quota quota(String text) throws Unreadable {
    if (percentages.size() == 2 && isFromTo(percentages.getFirst(), percentages.getLast())) {
      Percentage range =
          ordered(
              new Percentage(
                  percentages.getFirst().from, percentages.getLast().from, Bound.NONE, "", ""));
      return new Quota.PercentRange(range.from, orSame(range.to, range.from));
    } else if (percentages.size() > 1) {
      return tiers(text);
    } else if (percentages.size() == 1) {
      return percentage(percentages.getFirst());
    } else if (counts.size() == 1) {
      return count(counts.getFirst());
    } else if (counts.size() > 1) {
      notes.add("写了多个数量，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    } else if (ratios.size() == 1) {
      return ratios.getFirst();
    } else if (QuotaWords.CENSUS.matcher(text).find()) {
      return new Quota.Census();
    }
    if (frequencies.isEmpty() && !QuotaWords.OPEN.matcher(text).find()) {
      notes.add(text.isEmpty() ? "没有填写" : "没有读出比例或数量");
    }
    return new Quota.Unspecified();
  }

  private static boolean isFromTo(Percentage least, Percentage most) {
    return least.bound == Bound.LEAST && most.bound == Bound.MOST && words(most.before).isEmpty();
  }

  private Quota percentage(Percentage one) {
    remain(one.before);
    remain(one.after);
    if (counts.size() == 1) {
      Headcount count = counts.getFirst();
      if (count.bound == Bound.NONE && count.to == null) {
        remain(count.words);
        return new Quota.CountAndPercent(count.from, one.from);
      }
      notes.add("另写有数量：" + described(count));
    } else if (counts.size() > 1) {
      notes.add("另写有多个数量");
    }
    ratios.forEach(this::also);
    if (one.to != null) {
      return new Quota.PercentRange(one.from, one.to);
    }
    return switch (one.bound) {
      case LEAST -> new Quota.PercentMin(one.from);
      case MOST -> new Quota.PercentMax(one.from);
      case NONE -> one.from.isWhole() ? new Quota.Census() : new Quota.Percent(one.from);
    };
  }

  private void also(Quota.StaffRatio ratio) {
    notes.add("另写有人员比例 %d:%d".formatted(ratio.inspectors(), ratio.subjects()));
  }

  private Quota count(Headcount one) {
    remain(one.words);
    if (one.to != null) {
      return new Quota.CountRange(one.from, one.to);
    }
    if (one.bound != Bound.NONE) {
      notes.add(described(one));
    }
    return new Quota.Count(one.from);
  }

  private static String described(Headcount count) {
    return switch (count.bound) {
          case LEAST -> "不少于 ";
          case MOST -> "不超过 ";
          case NONE -> "";
        }
        + count.from
        + (count.to == null ? "" : " 至 " + count.to)
        + " 户";
  }

  /**
   * Several percentages are a tiered quota where each has its class: 守信1%、警示10%; or
   * 对守信、警示企业分别按1%、10%; or 25%的重点排污单位、15%的特殊排污单位. A bare list keeps its order; anything else is left
   * to a person.
   */
  private Quota tiers(String text) {
    List<String> names =
        namesAfter()
            .or(this::namesListed)
            .or(this::namesBefore)
            .or(this::namesNone)
            .orElse(List.of());
    if (names.isEmpty()) {
      notes.add("写了多个比例，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    }
    for (Percentage p : percentages) {
      if (p.bound == Bound.MOST || p.to != null) {
        notes.add("分类比例中有上限或区间：" + text);
        return new Quota.Unspecified();
      }
    }
    if (percentages.stream().anyMatch(p -> p.bound == Bound.LEAST)) {
      notes.add("分类比例为下限（不低于）");
    }
    ratios.forEach(this::also);
    String rest = percentages.getLast().after;
    int comma = rest.indexOf(',');
    if (comma >= 0) {
      remain(rest.substring(comma + 1));
    }
    return new Quota.Tiered(
        IntStream.range(0, names.size())
            .mapToObj(i -> new Tier(names.get(i), percentages.get(i).from))
            .toList());
  }

  private Optional<List<String>> namesAfter() {
    if (percentages.stream().noneMatch(p -> p.after.startsWith("的"))) {
      return Optional.empty();
    }
    return distinct(percentages.stream().map(p -> name(first(p.after))).toList());
  }

  private Optional<List<String>> namesListed() {
    String list = percentages.getFirst().before;
    int respectively = list.indexOf("分别");
    if (respectively < 0) {
      return Optional.empty();
    }
    String named = list.substring(0, respectively);
    remain(named.substring(0, Math.max(named.lastIndexOf('对'), named.lastIndexOf(',')) + 1));
    named = named.substring(Math.max(named.lastIndexOf('对'), named.lastIndexOf(',')) + 1);
    List<String> names = QuotaWords.BETWEEN.splitAsStream(named).map(QuotaReader::name).toList();
    return names.size() == percentages.size() ? distinct(names) : Optional.empty();
  }

  private Optional<List<String>> namesBefore() {
    return distinct(percentages.stream().map(p -> name(last(p.before))).toList());
  }

  private Optional<List<String>> namesNone() {
    boolean bare =
        percentages.stream().allMatch(p -> words(p.before).isEmpty())
            && words(percentages.getLast().after).isEmpty();
    if (!bare) {
      return Optional.empty();
    }
    notes.add("没有写明各档适用于哪一类");
    return Optional.of(
        IntStream.rangeClosed(1, percentages.size()).mapToObj(i -> "第" + i + "档").toList());
  }

  private static Optional<List<String>> distinct(List<String> names) {
    return names.stream().noneMatch(String::isEmpty)
            && names.stream().distinct().count() == names.size()
        ? Optional.of(names)
        : Optional.empty();
  }

  private static String first(String words) {
    return QuotaWords.BETWEEN.split(words, 2)[0];
  }

  private static String last(String words) {
    String[] all = QuotaWords.BETWEEN.split(words);
    return all.length == 0 ? "" : all[all.length - 1];
  }

  /** The name of a class without the words around it; A类 and A级 are A. */
  private static String name(String words) {
    String name = QuotaWords.FILLER.matcher(words).replaceAll("").replaceAll("^[对的]|之$", "");
    return name.matches("[A-E][类级]") ? name.substring(0, 1) : name;
  }

  private Frequency frequency() {
    List<Frequency> told =
        frequencies.stream().filter(f -> !(f instanceof Frequency.Unspecified)).distinct().toList();
    if (told.size() > 1) {
      notes.add("写了多个频次，按第一个读取");
    }
    return told.isEmpty() ? new Frequency.Unspecified() : told.getFirst();
  }

  private void frequency(String limit, String number, @Nullable String cycle, String written)
      throws Unreadable {
    int times = times(number);
    boolean least = limit.matches(">=|≥|至少|不得?[少低].*");
    boolean most = limit.matches("<=|≤|最多|不得?[超多].*");
    if (written.matches(".*[0-9一-十](?:至|到|[-~‐‑–—―−])[0-9一-十].*")) {
      notes.add("频次为区间，按其下限读取：" + written);
    } else if (most || (least && cycle != null && !cycle.equals("年"))) {
      notes.add("频次有界限：" + written);
    }
    frequencies.add(
        switch (cycle == null ? "" : cycle) {
          case "年" -> least ? new Frequency.Min(times) : new Frequency.PerYear(times);
          case "月" -> new Frequency.PerMonth(times);
          case "周", "星期" -> new Frequency.PerWeek(times);
          case "天", "日" -> new Frequency.PerDay(times);
          case "半年" -> several(written, times, 2);
          case "季", "季度" -> several(written, times, 4);
          default -> least ? new Frequency.Min(times) : new Frequency.Exact(times);
        });
  }

  private Frequency several(String written, int times, int cycles) {
    notes.add("%s，读作每年%d次".formatted(written, times * cycles));
    return new Frequency.PerYear(times * cycles);
  }

  private static int times(String number) throws Unreadable {
    BigDecimal times = ChineseNumber.of(number);
    if (times.stripTrailingZeros().scale() > 0
        || times.compareTo(BigDecimal.ONE) < 0
        || times.compareTo(BigDecimal.valueOf(MAX_TIMES)) > 0) {
      throw new Unreadable(FREQUENCY_OUT_OF_RANGE);
    }
    return times.intValueExact();
  }

  private static Quota.StaffRatio ratio(String inspectors, String subjects) throws Unreadable {
    int staff = count(inspectors, "", STAFF_RATIO_ZERO);
    return new Quota.StaffRatio(staff, count(subjects, "", STAFF_RATIO_ZERO));
  }

  private static int count(String number, String sign) throws Unreadable {
    return count(number, sign, COUNT_ZERO);
  }

  private static int count(String number, String sign, DrawRejection whenZero) throws Unreadable {
    BigDecimal count = ChineseNumber.of(number);
    if (!sign.isEmpty()) {
      throw new Unreadable(QUOTA_NEGATIVE);
    } else if (count.signum() == 0) {
      throw new Unreadable(whenZero);
    } else if (count.stripTrailingZeros().scale() > 0) {
      throw new Unreadable(COUNT_NOT_WHOLE);
    } else if (count.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
      throw new Unreadable(COUNT_TOO_LARGE);
    }
    return count.intValueExact();
  }

  /** 10-20% leaves the sign to the second number. */
  private static String withUnitOf(String from, String to) {
    char unit = to.charAt(to.length() - 1);
    return Character.isDigit(from.charAt(from.length() - 1))
            && (unit == '%' || unit == '‰')
            && from.indexOf('分') < 0
        ? from + unit
        : from;
  }

  private static Share share(String written, String sign) throws Unreadable {
    if (!sign.isEmpty()) {
      throw new Unreadable(QUOTA_NEGATIVE);
    }
    int of = written.indexOf("分之");
    BigDecimal num;
    BigDecimal den;
    if (of >= 0) {
      den = ChineseNumber.of(written.substring(0, of));
      num = ChineseNumber.of(written.substring(of + 2));
    } else {
      char unit = written.charAt(written.length() - 1);
      num = ChineseNumber.of(written.substring(0, written.length() - 1));
      den = unit == '成' ? BigDecimal.TEN : unit == '‰' ? HUNDRED.multiply(BigDecimal.TEN) : HUNDRED;
    }
    return share(num, den);
  }

  private static Share share(BigDecimal num, BigDecimal den) throws Unreadable {
    int decimals = Math.max(0, num.stripTrailingZeros().scale());
    if (num.signum() == 0) {
      throw new Unreadable(QUOTA_ZERO);
    } else if (num.compareTo(den) > 0) {
      throw new Unreadable(QUOTA_ABOVE_HUNDRED);
    } else if (decimals > MAX_DECIMALS) {
      throw new Unreadable(QUOTA_TOO_PRECISE);
    }
    BigInteger scaledNum = num.scaleByPowerOfTen(decimals).toBigInteger();
    BigInteger scaledDen = den.scaleByPowerOfTen(decimals).toBigIntegerExact();
    if (scaledDen.compareTo(BigInteger.valueOf(Share.MAX_DENOMINATOR)) > 0) {
      throw new Unreadable(QUOTA_TOO_PRECISE);
    }
    return new Share(scaledNum.intValueExact(), scaledDen.intValueExact());
  }

  private static Percentage ordered(Percentage range) throws Unreadable {
    if (range.to != null && range.from.compareTo(range.to) > 0) {
      throw new Unreadable(QUOTA_RANGE_REVERSED);
    }
    return range;
  }

  private static Headcount ordered(Headcount range) throws Unreadable {
    if (range.to != null && range.from > range.to) {
      throw new Unreadable(QUOTA_RANGE_REVERSED);
    }
    return range;
  }

  private static Share orSame(@Nullable Share share, Share other) {
    return share == null ? other : share;
  }
}
