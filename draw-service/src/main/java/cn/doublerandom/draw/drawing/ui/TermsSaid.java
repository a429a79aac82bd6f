package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.StratumWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The terms of a draw in sentences, in the reader's language. */
final class TermsSaid {
  /** More items than this no sentence names. */
  private static final int MOST_NAMED = 20;

  private TermsSaid() {}

  static List<String> of(DrawTerms terms, DrawingWords words, String comma) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < terms.slots().size(); i++) {
      DrawTerms.Slot slot = terms.slots().get(i);
      said.add(words.seat(i + 1, who(slot.tags(), words, comma), slot.fitting()));
      if (slot.isNarrow()) {
        said.add(words.narrow());
      }
    }
    Integer size = terms.size();
    Integer byPlan = terms.sizeByPlan();
    String floor = terms.floor();
    if (floor != null && size != null && byPlan != null) {
      said.add(words.floorLine(floor, size, byPlan));
    } else if (size != null) {
      said.add(words.size(size));
    }
    said.add(words.alternatesLine(terms.alternates()));
    Integer cap = terms.cap();
    if (cap != null) {
      said.add(words.capLine(cap));
    }
    Integer annual = terms.annualCap();
    if (annual != null) {
      said.add(words.annualCap(annual));
    }
    Integer interval = terms.minimumIntervalDays();
    if (interval != null) {
      said.add(words.interval(interval));
    }
    said.add(words.items(terms.items().size(), names(terms.items(), comma)));
    return said;
  }

  private static String names(List<FrozenFrame.Item> items, String comma) {
    return items.stream()
            .map(FrozenFrame.Item::name)
            .limit(MOST_NAMED)
            .collect(Collectors.joining(comma))
        + (items.size() > MOST_NAMED ? " …" : "");
  }

  /** unit:综合行政执法大队 is said without its kind. */
  static String who(List<String> tags, DrawingWords words, String comma) {
    return tags.isEmpty()
        ? words.anyOfficer()
        : tags.stream().map(TermsSaid::tag).collect(Collectors.joining(comma));
  }

  static String tag(String tag) {
    return tag.substring(tag.indexOf(':') + 1);
  }

  /** A class as people call it; in English a name the office gave stays as it is. */
  static String stratum(String name, DrawingWords words, boolean english) {
    if (name.equals("ALL")) {
      return words.stratumAll();
    }
    return english ? name : StratumWords.of(name);
  }
}
