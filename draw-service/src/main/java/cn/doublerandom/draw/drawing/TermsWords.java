package cn.doublerandom.draw.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The terms of a draw as everybody reads them. */
public final class TermsWords {
  /** More items than this no sentence names. */
  private static final int MOST_NAMED = 100;

  private TermsWords() {}

  /** One sentence for each slot, for how many, how often and about what, and for who agreed. */
  public static List<String> of(DrawTerms terms) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < terms.slots().size(); i++) {
      said.add("第 %d 席：%s".formatted(i + 1, slot(terms.slots().get(i))));
    }
    if (terms.floor() != null) {
      said.add(floor(terms));
    }
    said.add("每层候补 %d 个".formatted(terms.alternates()));
    if (terms.cap() != null) {
      said.add("每名执法人员本次最多 %d 户".formatted(terms.cap()));
    }
    if (terms.annualCap() != null) {
      said.add("每个对象一年最多抽中 %d 次".formatted(terms.annualCap()));
    }
    if (terms.minimumIntervalDays() != null) {
      said.add("两次抽中至少间隔 %d 天".formatted(terms.minimumIntervalDays()));
    }
    said.add(items(terms.items()));
    if (terms.approval() != null) {
      said.add("%s于 %s 同意以上条件".formatted(terms.approval().role(), terms.approval().on()));
    }
    return said;
  }

  /** The slots that so few fit that they rather name people than draw them. */
  public static List<String> narrow(DrawTerms terms) {
    return terms.slots().stream()
        .filter(DrawTerms.Slot::isNarrow)
        .distinct()
        .map(TermsWords::slot)
        .toList();
  }

  /** What the floor makes of the plan's own number. */
  public static String floor(DrawTerms terms) {
    return "抽查下限 %s：抽取 %d 个，按计划为 %d 个".formatted(terms.floor(), terms.size(), terms.sizeByPlan());
  }

  private static String items(List<FrozenFrame.Item> items) {
    return "检查事项 %d 项：%s"
        .formatted(
            items.size(),
            items.stream()
                .map(FrozenFrame.Item::name)
                .limit(MOST_NAMED)
                .collect(Collectors.joining("、", "", items.size() > MOST_NAMED ? "等" : "")));
  }

  /** For example 综合行政执法大队、道路客运，名单中 2 人符合. */
  static String slot(DrawTerms.Slot slot) {
    String who =
        slot.tags().isEmpty()
            ? "任何执法人员"
            : slot.tags().stream()
                .map(t -> t.substring(t.indexOf(':') + 1))
                .collect(Collectors.joining("、"));
    return "%s，名单中 %d 人符合".formatted(who, slot.fitting());
  }
}
