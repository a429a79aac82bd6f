package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.ReadingRejection.QUOTA_NEGATIVE;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_NOT_PLAIN;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_TOO_LONG;

import cn.doublerandom.draw.reading.QuotaParts.Bound;
import cn.doublerandom.draw.reading.QuotaParts.Headcount;
import cn.doublerandom.draw.reading.QuotaParts.Percentage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a cell of 抽查比例（数量）及频次 (R72). What it cannot know it says: an {@code UNSPECIFIED} quota
 * blocks the draw until a person decides, a doubt is a note, an impossible number is refused.
 */
public final class QuotaReader {
  public static final int MAX_CHARACTERS = 500;

  private final QuotaParts parts = new QuotaParts();

  private QuotaReader() {}

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
          cell,
          "",
          List.of());
    }
    if (QuotaWords.COMPUTED.matcher(clean.text()).find()) {
      throw new Unreadable(QUOTA_NOT_PLAIN);
    }
    Matcher condition = QuotaWords.CONDITION.matcher(clean.text());
    while (condition.find()) {
      parts.note(condition.group());
      parts.settle();
    }
    String text = condition.replaceAll("");
    find(text);
    for (String remark : clean.remarks()) {
      remark(remark);
    }
    Quota quota = new QuotaOf(parts).quota(text);
    QuotaPart part =
        quota instanceof Quota.Tiered || quota instanceof Quota.Unspecified
            ? QuotaPart.NONE
            : QuotaPart.of(text, clean.remarks());
    if (part.certain()) {
      parts.keep("数量只写给一部分对象：" + part.words());
    }
    return new QuotaReading(
        part.certain() ? new Quota.Unspecified() : quota,
        parts.frequency(),
        parts.notes(),
        cell,
        part.words(),
        parts.beside());
  }

  /** A remark that is nothing but a number says how many; any other is kept as it stands. */
  private void remark(String remark) throws Unreadable {
    Matcher part = QuotaWords.PART.matcher(remark);
    if (part.find() && QuotaWords.meaningful(part.replaceAll("")).isEmpty()) {
      find(remark);
    } else {
      parts.keep(remark);
    }
  }

  private void find(String text) throws Unreadable {
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
      parts.keep(text);
    } else {
      parts.remain(QuotaWords.CENSUS.matcher(text).replaceAll(""));
    }
  }

  private void part(Matcher part, String before, String after, boolean last) throws Unreadable {
    Bound bound = bound(before, after);
    String lead = unstrict(BoundBefore.AT_MOST.without(BoundBefore.AT_LEAST.without(before)));
    String tail = unbound(after, QuotaWords.AT_LEAST_AFTER, QuotaWords.AT_MOST_AFTER);
    if ((part.group("timesFirst") != null || part.group("times") != null)
        && QuotaWords.NEGATIVE.matcher(before).find()) {
      throw new Unreadable(QUOTA_NEGATIVE);
    }
    if (part.group("years") != null) {
      parts.seldom(part.group());
      parts.remain(before);
    } else if (part.group("timesFirst") != null) {
      parts.frequency(
          bound == Bound.LEAST ? "至少" : part.group("limitFirst"),
          part.group("timesFirst"),
          part.group("cycleFirst"),
          part.group());
      parts.remain(before);
    } else if (part.group("times") != null) {
      parts.frequency(part.group("limit"), part.group("times"), part.group("cycle"), part.group());
      parts.remain(before);
    } else if (part.group("every") != null) {
      parts.frequency("", "1", part.group("every"), part.group());
      parts.remain(before);
    } else if (part.group("bareTimes") != null) {
      parts.frequency(part.group("bareLimit"), part.group("bareTimes"), null, part.group());
      parts.remain(before);
    } else if (part.group("inspectors") != null) {
      tail = ratio(part, after);
      parts.remain(before);
    } else if (part.group("percentTo") != null) {
      Share to = WrittenNumber.share(part.group("percentTo"), part.group("percentSign"));
      parts.percentages.add(
          QuotaParts.ordered(
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
      parts.percentages.add(
          new Percentage(
              WrittenNumber.share(part.group("percent"), part.group("oneSign")),
              null,
              bound,
              lead,
              tail,
              last));
    } else if (isEach(part.group(), before, after)) {
      parts.settle();
      tail = "";
    } else if (part.group("countTo") != null) {
      if (QuotaWords.UNIT_OF_BOTH.matcher(part.group()).find()) {
        throw new Unreadable(QUOTA_NOT_PLAIN);
      }
      parts.counts.add(
          QuotaParts.ordered(
              new Headcount(
                  WrittenNumber.count(part.group("countFrom"), part.group("rangeSign")),
                  WrittenNumber.count(part.group("countTo"), ""),
                  bound,
                  lead)));
    } else {
      parts.counts.add(
          new Headcount(
              WrittenNumber.count(part.group("count"), part.group("countSign")),
              null,
              bound,
              lead));
    }
    Matcher perCycle = QuotaWords.PER_CYCLE.matcher(after);
    if (part.group("percent") == null && part.group("percentTo") == null) {
      if (perCycle.find()) {
        parts.frequency("", "1", perCycle.group("cycle"), part.group() + perCycle.group());
        tail = perCycle.replaceFirst("");
      }
      if (last) {
        parts.remain(tail);
      }
    }
    if (QuotaWords.ABOUT.matcher(before + after).find()) {
      parts.keep("约数：" + part.group());
    }
  }

  /** What remains of the words after it. */
  private String ratio(Matcher part, String after) throws Unreadable {
    Matcher range = QuotaWords.RANGE_END.matcher(after);
    if (range.find()) {
      parts.settle();
      parts.note("人员比例写成区间，无法确定：" + part.group() + range.group());
      return range.replaceFirst("");
    }
    parts.ratios.add(WrittenNumber.ratio(part.group("inspectors"), part.group("subjects")));
    return after;
  }

  /** A number of each of several says nothing of the whole; it is kept as a note. */
  private boolean isEach(String number, String before, String after) {
    int each = QuotaWords.eachBefore(before);
    Matcher per = QuotaWords.EACH_AFTER.matcher(after);
    if (each >= 0) {
      parts.remain(before.substring(0, each));
      parts.note("“%s%s”是每个单位的数量，没有写总数".formatted(before.substring(each), number));
      return true;
    } else if (per.find()) {
      parts.remain(before);
      parts.note("“%s%s”是每个单位的数量，没有写总数".formatted(number, per.group()));
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
    parts.note("“%s”按“%s”读取".formatted(bound.group(), readAs));
    return before.substring(0, bound.start());
  }
}
