package cn.doublerandom.draw.reading;

import cn.doublerandom.draw.reading.Quota.Tier;
import cn.doublerandom.draw.reading.QuotaParts.Bound;
import cn.doublerandom.draw.reading.QuotaParts.Headcount;
import cn.doublerandom.draw.reading.QuotaParts.Percentage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What follows for the quota from all that was found in a cell. */
record QuotaOf(QuotaParts parts) {
  /** The quota of the whole, from the words around its numbers. */
  Quota quota(String text) throws Unreadable {
    if (parts.percentages.size() == 2
        && isFromTo(parts.percentages.getFirst(), parts.percentages.getLast())) {
      Percentage range =
          QuotaParts.ordered(
              new Percentage(
                  parts.percentages.getFirst().from(),
                  parts.percentages.getLast().from(),
                  Bound.NONE,
                  "",
                  "",
                  true));
      alsoCounted();
      return new Quota.PercentRange(range.from(), orSame(range.to(), range.from()));
    } else if (parts.percentages.size() > 1) {
      return tiers(text);
    } else if (parts.percentages.size() == 1) {
      return percentage(parts.percentages.getFirst());
    } else if (parts.counts.size() == 1) {
      return count(parts.counts.getFirst());
    } else if (parts.counts.size() > 1) {
      parts.keep("写了多个数量，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    } else if (parts.ratios.size() == 1) {
      return parts.ratios.getFirst();
    } else if (QuotaWords.CENSUS.matcher(text).find()) {
      return new Quota.Census();
    }
    if (parts.isSilent() && !QuotaWords.OPEN.matcher(text).find()) {
      parts.keep(text.isEmpty() ? "没有填写" : "没有读出比例或数量");
    }
    return new Quota.Unspecified();
  }

  private static boolean isFromTo(Percentage least, Percentage most) {
    return least.bound() == Bound.LEAST
        && most.bound() == Bound.MOST
        && QuotaWords.meaningful(most.before()).isEmpty();
  }

  private Quota percentage(Percentage one) {
    parts.remain(one.before());
    if (one.last()) {
      parts.remain(one.after());
    }
    if (parts.counts.size() == 1) {
      Headcount count = parts.counts.getFirst();
      parts.remain(count.words());
      if (count.bound() == Bound.NONE && count.to() == null) {
        return new Quota.CountAndPercent(count.from(), one.from());
      }
      also(count);
    } else if (parts.counts.size() > 1) {
      alsoSeveral();
    }
    parts.ratios.forEach(this::also);
    if (one.to() != null) {
      return new Quota.PercentRange(one.from(), one.to());
    }
    return switch (one.bound()) {
      case LEAST -> new Quota.PercentMin(one.from());
      case MOST -> new Quota.PercentMax(one.from());
      case NONE -> one.from().isWhole() ? new Quota.Census() : new Quota.Percent(one.from());
    };
  }

  /** Numbers of subjects beside shares that are read. */
  private void alsoCounted() {
    if (parts.counts.size() == 1) {
      also(parts.counts.getFirst());
    } else if (parts.counts.size() > 1) {
      alsoSeveral();
    }
    parts.ratios.forEach(this::also);
  }

  private void also(Headcount count) {
    parts.beside(described(count), "另写有数量：" + described(count));
  }

  private void alsoSeveral() {
    parts.beside(
        parts.counts.stream().map(QuotaOf::described).collect(Collectors.joining("、")), "另写有多个数量");
  }

  private void also(Quota.StaffRatio ratio) {
    String written = "人员比例 %d:%d".formatted(ratio.inspectors(), ratio.subjects());
    parts.beside(written, "另写有" + written);
  }

  private Quota count(Headcount one) {
    parts.remain(one.words());
    parts.ratios.forEach(this::also);
    if (one.to() != null) {
      return new Quota.CountRange(one.from(), one.to());
    }
    if (one.bound() != Bound.NONE) {
      parts.keep(described(one));
    }
    return new Quota.Count(one.from());
  }

  private static String described(Headcount count) {
    return switch (count.bound()) {
          case LEAST -> "不少于 ";
          case MOST -> "不超过 ";
          case NONE -> "";
        }
        + count.from()
        + (count.to() == null ? "" : " 至 " + count.to())
        + " 户";
  }

  /**
   * Several parts.percentages are a tiered quota where each has its class: 守信1%、警示10%; or
   * 对守信、警示企业分别按1%、10%; or 25%的重点排污单位、15%的特殊排污单位. A bare list keeps its order; anything else is left
   * to a person.
   */
  private Quota tiers(String text) {
    TierNames named =
        new TierNames(
            parts.percentages.stream().map(Percentage::before).toList(),
            parts.percentages.stream().map(Percentage::after).toList());
    List<List<String>> names = named.find();
    named.remarks().forEach(parts::remain);
    if (names.isEmpty()) {
      parts.keep("写了多个比例，无法确定各适用于谁：" + text);
      return new Quota.Unspecified();
    } else if (named.areInvented()) {
      parts.keep("没有写明各档适用于哪一类");
    }
    for (Percentage p : parts.percentages) {
      if (p.bound() == Bound.MOST || p.to() != null) {
        parts.keep("分类比例中有上限或区间：" + text);
        return new Quota.Unspecified();
      }
    }
    if (parts.percentages.stream().anyMatch(p -> p.bound() == Bound.LEAST)) {
      parts.keep("分类比例为下限（不低于）");
    }
    alsoCounted();
    String rest = parts.percentages.getLast().after();
    int comma = rest.indexOf(',');
    if (comma >= 0) {
      parts.remain(rest.substring(comma + 1));
    }
    return new Quota.Tiered(
        IntStream.range(0, names.size())
            .boxed()
            .flatMap(
                i -> names.get(i).stream().map(n -> new Tier(n, parts.percentages.get(i).from())))
            .toList());
  }

  private static Share orSame(@Nullable Share share, Share other) {
    return share == null ? other : share;
  }
}
