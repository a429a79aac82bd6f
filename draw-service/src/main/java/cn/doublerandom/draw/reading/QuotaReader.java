package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.DrawRejection.QUOTA_RANGE_REVERSED;
import static cn.doublerandom.draw.DrawRejection.QUOTA_TOO_LONG;

import cn.doublerandom.draw.reading.Quota.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of 抽查比例（数量）及频次 (R72). What it cannot know it says: an {@code UNSPECIFIED} quota
 * blocks the draw until a person decides, a doubt is a note, an impossible number is refused.
 */
public final class QuotaReader {
  public static final int MAX_CHARACTERS = 500;

  private final List<Percentage> percentages = new ArrayList<>();
  private final List<Headcount> counts = new ArrayList<>();
  private final List<Quota.StaffRatio> ratios = new ArrayList<>();
  private final List<Frequency> frequencies = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** The notes once more, so that one is found among many. */
  private final Set<String> noted = new HashSet<>();

  /** Why nothing follows from a number that is there has been said. */
  private boolean settled;

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
   * @param last whether no part follows, which would take those words as its own
   */
  private record Percentage(
      Share from, @Nullable Share to, Bound bound, String before, String after, boolean last) {}

  private record Headcount(int from, @Nullable Integer to, Bound bound, String words) {}

  /**
   * The reading of a cell, or the code of what is impossible in it.
   *
   * @param cell at most {@link #MAX_CHARACTERS}; any text
   */
  public static Reading<QuotaReading> read(String cell) {
    return cell.length() > MAX_CHARACTERS ? new Reading.Refused<>(QUOTA_TOO_LONG) : readWhole(cell);
  }

  /** The same, whatever its length. */
  static Reading<QuotaReading> readWhole(String cell) {
    try {
      return new Reading.Read<>(new QuotaReader().reading(cell));
    } catch (Unreadable unreadable) {
      return new Reading.Refused<>(unreadable.reason());
    }
  }

  private QuotaReading reading(String cell) throws Unreadable {
    CellText clean = CellText.of(cell);
    if (clean.splitDigits()) {
      return new QuotaReading(
          new Quota.Unspecified(),
          new Frequency.Unspecified(),
          List.of("两个数字之间有空格，无法确定是一个数还是两个数"),
          cell);
    }
    Matcher condition = QuotaWords.CONDITION.matcher(clean.text());
    while (condition.find()) {
      note(condition.group());
      settled = true;
    }
    String text = condition.replaceAll("");
    parts(text);
    for (String remark : clean.remarks()) {
      remark(remark);
    }
    Quota quota = quota(text);
    return new QuotaReading(quota, frequency(), notes, cell);
  }

  /** A remark that is nothing but a number says how many; any other is kept as it stands. */
  private void remark(String remark) throws Unreadable {
    Matcher part = QuotaWords.PART.matcher(remark);
    if (part.find() && QuotaWords.meaningful(part.replaceAll("")).isEmpty()) {
      parts(remark);
    } else {
      keep(remark);
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
      part(part, before, after, i + 1 == spans.size());
      end = part.end();
    }
    if (!spans.isEmpty()) {
      return;
    } else if (QuotaWords.OPEN.matcher(text).find()) {
      keep(text);
    } else {
      remain(QuotaWords.CENSUS.matcher(text).replaceAll(""));
    }
  }

  private void part(Matcher part, String before, String after, boolean last) throws Unreadable {
    Bound bound = bound(before, after);
    String lead = unstrict(BoundBefore.AT_MOST.without(BoundBefore.AT_LEAST.without(before)));
    String tail = unbound(after, QuotaWords.AT_LEAST_AFTER, QuotaWords.AT_MOST_AFTER);
    if (part.group("timesFirst") != null) {
      frequency(
          bound == Bound.LEAST ? "至少" : part.group("limitFirst"),
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
      tail = ratio(part, after);
      remain(before);
    } else if (part.group("percentTo") != null) {
      Share to = WrittenNumber.share(part.group("percentTo"), part.group("percentSign"));
      percentages.add(
          ordered(
              new Percentage(
                  WrittenNumber.share(
                      WrittenNumber.withUnitOf(part.group("percentFrom"), part.group("percentTo")),
                      part.group("percentSign")),
                  to,
                  bound,
                  lead,
                  tail,
                  last)));
    } else if (part.group("percent") != null) {
      percentages.add(
          new Percentage(
              WrittenNumber.share(part.group("percent"), part.group("oneSign")),
              null,
              bound,
              lead,
              tail,
              last));
    } else if (isEach(part.group(), before, after)) {
      settled = true;
      tail = "";
    } else if (part.group("countTo") != null) {
      counts.add(
          ordered(
              new Headcount(
                  WrittenNumber.count(part.group("countFrom"), part.group("rangeSign")),
                  WrittenNumber.count(part.group("countTo"), ""),
                  bound,
                  lead)));
    } else {
      counts.add(
          new Headcount(
              WrittenNumber.count(part.group("count"), part.group("countSign")),
              null,
              bound,
              lead));
    }
    Matcher perCycle = QuotaWords.PER_CYCLE.matcher(after);
    if (part.group("percent") == null && part.group("percentTo") == null) {
      if (perCycle.find()) {
        frequency("", "1", perCycle.group("cycle"), part.group() + perCycle.group());
        tail = perCycle.replaceFirst("");
      }
      if (last) {
        remain(tail);
      }
    }
    if (QuotaWords.ABOUT.matcher(before + after).find()) {
      keep("约数：" + part.group());
    }
  }

  /** What remains of the words after it. */
  private String ratio(Matcher part, String after) throws Unreadable {
    Matcher range = QuotaWords.RANGE_END.matcher(after);
    if (range.find()) {
      settled = true;
      note("人员比例写成区间，无法确定：" + part.group() + range.group());
      return range.replaceFirst("");
    }
    ratios.add(WrittenNumber.ratio(part.group("inspectors"), part.group("subjects")));
    return after;
  }

  /** A number of each of several says nothing of the whole; it is kept as a note. */
  private boolean isEach(String number, String before, String after) {
    int each = QuotaWords.eachBefore(before);
    Matcher per = QuotaWords.EACH_AFTER.matcher(after);
    if (each >= 0) {
      remain(before.substring(0, each));
      note("“%s%s”是每个单位的数量，没有写总数".formatted(before.substring(each), number));
      return true;
    } else if (per.find()) {
      remain(before);
      note("“%s%s”是每个单位的数量，没有写总数".formatted(number, per.group()));
      return true;
    }
    return false;
  }

  private static Bound bound(String before, String after) {
    if (BoundBefore.AT_LEAST.stands(before)
        || QuotaWords.MORE_BEFORE.matcher(before).find()
        || QuotaWords.AT_LEAST_AFTER.matcher(after).find()) {
      return Bound.LEAST;
    }
    return BoundBefore.AT_MOST.stands(before)
            || QuotaWords.LESS_BEFORE.matcher(before).find()
            || QuotaWords.AT_MOST_AFTER.matcher(after).find()
        ? Bound.MOST
        : Bound.NONE;
  }

  private static String unbound(String words, Pattern least, Pattern most) {
    return most.matcher(least.matcher(words).replaceFirst("")).replaceFirst("");
  }

  /** Takes a bound that leaves its number out from the words before it, and says how it is read. */
  private String unstrict(String before) {
    return unstrict(unstrict(before, QuotaWords.MORE_BEFORE, "不低于"), QuotaWords.LESS_BEFORE, "不超过");
  }

  private String unstrict(String before, Pattern strict, String readAs) {
    Matcher bound = strict.matcher(before);
    if (!bound.find()) {
      return before;
    }
    note("“%s”按“%s”读取".formatted(bound.group(), readAs));
    return before.substring(0, bound.start());
  }

  /** Words nothing was made of are kept as a note. */
  private void remain(String text) {
    String frequency = QuotaWords.FREQUENCY_OPEN.matcher(text).replaceAll("");
    if (!frequency.equals(text)) {
      frequencies.add(new Frequency.Unspecified());
      note(text);
    } else if (!QuotaWords.meaningful(text).isEmpty()) {
      note(text);
    }
  }

  /** Kept once, without the signs that parted it from its neighbours. */
  private void note(String text) {
    String bare = QuotaWords.withoutEdges(text);
    if (!noted.contains(bare)) {
      keep(bare);
    }
  }

  private void keep(String text) {
    notes.add(text);
    noted.add(text);
  }

  private Quota quota(String text) throws Unreadable {
    if (percentages.size() == 2 && isFromTo(percentages.getFirst(), percentages.getLast())) {
      Percentage range =
          ordered(
              new Percentage(
                  percentages.getFirst().from,
                  percentages.getLast().from,
                  Bound.NONE,
                  "",
                  "",
                  true));
      return new Quota.PercentRange(range.from, orSame(range.to, range.from));
    } else if (percentages.size() > 1) {
      return tiers(text);
    } else if (percentages.size() == 1) {
      return percentage(percentages.getFirst());
    } else if (counts.size() == 1) {
      return count(counts.getFirst());
    } else if (counts.size() > 1) {
      keep("写了多个数量，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    } else if (ratios.size() == 1) {
      return ratios.getFirst();
    } else if (QuotaWords.CENSUS.matcher(text).find()) {
      return new Quota.Census();
    }
    if (!settled && frequencies.isEmpty() && !QuotaWords.OPEN.matcher(text).find()) {
      keep(text.isEmpty() ? "没有填写" : "没有读出比例或数量");
    }
    return new Quota.Unspecified();
  }

  private static boolean isFromTo(Percentage least, Percentage most) {
    return least.bound == Bound.LEAST
        && most.bound == Bound.MOST
        && QuotaWords.meaningful(most.before).isEmpty();
  }

  private Quota percentage(Percentage one) {
    remain(one.before);
    if (one.last) {
      remain(one.after);
    }
    if (counts.size() == 1) {
      Headcount count = counts.getFirst();
      remain(count.words);
      if (count.bound == Bound.NONE && count.to == null) {
        return new Quota.CountAndPercent(count.from, one.from);
      }
      keep("另写有数量：" + described(count));
    } else if (counts.size() > 1) {
      keep("另写有多个数量");
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
    keep("另写有人员比例 %d:%d".formatted(ratio.inspectors(), ratio.subjects()));
  }

  private Quota count(Headcount one) {
    remain(one.words);
    if (one.to != null) {
      return new Quota.CountRange(one.from, one.to);
    }
    if (one.bound != Bound.NONE) {
      keep(described(one));
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
    TierNames named =
        new TierNames(
            percentages.stream().map(Percentage::before).toList(),
            percentages.stream().map(Percentage::after).toList());
    List<List<String>> names = named.find();
    named.remarks().forEach(this::remain);
    if (names.isEmpty()) {
      keep("写了多个比例，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    } else if (named.areInvented()) {
      keep("没有写明各档适用于哪一类");
    }
    for (Percentage p : percentages) {
      if (p.bound == Bound.MOST || p.to != null) {
        keep("分类比例中有上限或区间：" + text);
        return new Quota.Unspecified();
      }
    }
    if (percentages.stream().anyMatch(p -> p.bound == Bound.LEAST)) {
      keep("分类比例为下限（不低于）");
    }
    ratios.forEach(this::also);
    String rest = percentages.getLast().after;
    int comma = rest.indexOf(',');
    if (comma >= 0) {
      remain(rest.substring(comma + 1));
    }
    return new Quota.Tiered(
        IntStream.range(0, names.size())
            .boxed()
            .flatMap(i -> names.get(i).stream().map(n -> new Tier(n, percentages.get(i).from)))
            .toList());
  }

  private Frequency frequency() {
    List<Frequency> told =
        frequencies.stream().filter(f -> !(f instanceof Frequency.Unspecified)).distinct().toList();
    if (told.size() > 1) {
      keep("写了多个频次，按第一个读取");
    }
    return told.isEmpty() ? new Frequency.Unspecified() : told.getFirst();
  }

  private void frequency(String limit, String number, @Nullable String cycle, String written)
      throws Unreadable {
    int times = WrittenNumber.times(number);
    boolean least = limit.matches(">=|≥|至少|不得?[少低].*");
    boolean most = limit.matches("<=|≤|最多|不得?[超多].*");
    if (written.matches(".*[0-9一-十](?:至|到|[-~‐‑–—―−])[0-9一-十].*")) {
      keep("频次为区间，按其下限读取：" + written);
    } else if (most || (least && cycle != null && !cycle.equals("年"))) {
      keep("频次有界限：" + written);
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
    keep("%s，读作每年%d次".formatted(written, times * cycles));
    return new Frequency.PerYear(times * cycles);
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
