package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.ReadingRejection.QUOTA_RANGE_REVERSED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been found in a cell so far: numbers by their kind, and what nothing was made of. */
final class QuotaParts {
  final List<Percentage> percentages = new ArrayList<>();
  final List<Headcount> counts = new ArrayList<>();
  final List<Quota.StaffRatio> ratios = new ArrayList<>();
  private final List<Frequency> frequencies = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> beside = new ArrayList<>();

  /** The notes once more, so that one is found among many. */
  private final Set<String> noted = new HashSet<>();

  /** Why nothing follows from a number that is there has been said. */
  private boolean settled;

  /** On which side a number is bound. */
  enum Bound {
    NONE,
    LEAST,
    MOST
  }

  /**
   * @param before words since the part before, without the bound
   * @param after words up to the next part, without the bound
   * @param last whether no part follows, which would take those words as its own
   */
  record Percentage(
      Share from, @Nullable Share to, Bound bound, String before, String after, boolean last) {}

  record Headcount(int from, @Nullable Integer to, Bound bound, String words) {}

  List<String> notes() {
    return notes;
  }

  List<String> beside() {
    return beside;
  }

  /** A number of the whole that nothing is made of, since another one is read. */
  void beside(String number, String note) {
    beside.add(number);
    keep(note);
  }

  void settle() {
    settled = true;
  }

  /** Whether nobody has said yet why no number of the whole is there. */
  boolean isSilent() {
    return !settled && frequencies.isEmpty();
  }

  /** Words nothing was made of are kept as a note. */
  void remain(String text) {
    String frequency = QuotaWords.FREQUENCY_OPEN.matcher(text).replaceAll("");
    if (!frequency.equals(text)) {
      frequencies.add(new Frequency.Unspecified());
      note(text);
    } else if (!QuotaWords.meaningful(text).isEmpty()) {
      note(text);
    }
  }

  /** Kept once, without the signs that parted it from its neighbours. */
  void note(String text) {
    String bare = QuotaWords.withoutEdges(text);
    if (!noted.contains(bare)) {
      keep(bare);
    }
  }

  void keep(String text) {
    notes.add(text);
    noted.add(text);
  }

  Frequency frequency() {
    List<Frequency> told =
        frequencies.stream().filter(f -> !(f instanceof Frequency.Unspecified)).distinct().toList();
    if (told.size() > 1) {
      keep("写了多个频次，按第一个读取");
    }
    return told.isEmpty() ? new Frequency.Unspecified() : told.getFirst();
  }

  void frequency(String limit, String number, @Nullable String cycle, String written)
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

  /** Once in several years: whether it is this year, a person has to say. */
  void seldom(String written) {
    keep("“%s”少于每年一次，不知道本年是否抽查、抽查几次".formatted(written));
    frequencies.add(new Frequency.Unspecified());
  }

  private Frequency several(String written, int times, int cycles) {
    keep("%s，读作每年%d次".formatted(written, times * cycles));
    return new Frequency.PerYear(times * cycles);
  }

  static Percentage ordered(Percentage range) throws Unreadable {
    if (range.to != null && range.from.compareTo(range.to) > 0) {
      throw new Unreadable(QUOTA_RANGE_REVERSED);
    }
    return range;
  }

  static Headcount ordered(Headcount range) throws Unreadable {
    if (range.to != null && range.from > range.to) {
      throw new Unreadable(QUOTA_RANGE_REVERSED);
    }
    return range;
  }
}
