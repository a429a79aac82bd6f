package cn.doublerandom.draw.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The terms of a draw as everybody reads them. */
public final class TermsWords {
  /** More items than this no sentence names. */
  private static final int MOST_NAMED = 100;

  private TermsWords() {}

  /**
   * One sentence for each slot, for how many, how often and about what, and for who agreed; in
   * Chinese.
   */
  public static List<String> of(DrawTerms terms) {
    return of(terms, TermsPhrases.CHINESE);
  }

  /** The same sentences in English; items and units keep the names their office gave them. */
  public static List<String> inEnglish(DrawTerms terms) {
    return of(terms, TermsPhrases.ENGLISH);
  }

  private static List<String> of(DrawTerms terms, TermsPhrases phrases) {
    TermsPhrases.Forms forms = phrases.forms;
    List<String> said = new ArrayList<>();
    for (int i = 0; i < terms.slots().size(); i++) {
      DrawTerms.Slot slot = terms.slots().get(i);
      said.add(forms.seat().formatted(i + 1, who(slot, phrases), slot.fitting()));
    }
    if (terms.floor() != null) {
      said.add(floor(terms, phrases));
    }
    said.add(forms.alternates().formatted(terms.alternates()));
    if (terms.cap() != null) {
      said.add(forms.cap().formatted(terms.cap()));
    }
    if (terms.annualCap() != null) {
      said.add(forms.annualCap().formatted(terms.annualCap()));
    }
    if (terms.minimumIntervalDays() != null) {
      said.add(forms.interval().formatted(terms.minimumIntervalDays()));
    }
    said.add(forms.items().formatted(terms.items().size(), names(terms.items(), phrases)));
    if (terms.approval() != null) {
      said.add(forms.agreed().formatted(terms.approval().role(), terms.approval().on()));
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
    return floor(terms, TermsPhrases.CHINESE);
  }

  private static String floor(DrawTerms terms, TermsPhrases phrases) {
    return phrases.forms.floor().formatted(terms.floor(), terms.size(), terms.sizeByPlan());
  }

  private static String names(List<FrozenFrame.Item> items, TermsPhrases phrases) {
    return items.stream()
        .map(FrozenFrame.Item::name)
        .limit(MOST_NAMED)
        .collect(
            Collectors.joining(
                phrases.comma, "", items.size() > MOST_NAMED ? phrases.andMore : ""));
  }

  /** For example 综合行政执法大队、道路客运，名单中 2 人符合. */
  private static String slot(DrawTerms.Slot slot) {
    return "%s，名单中 %d 人符合".formatted(who(slot, TermsPhrases.CHINESE), slot.fitting());
  }

  private static String who(DrawTerms.Slot slot, TermsPhrases phrases) {
    return slot.tags().isEmpty()
        ? phrases.anybody
        : slot.tags().stream()
            .map(t -> t.substring(t.indexOf(':') + 1))
            .collect(Collectors.joining(phrases.comma));
  }
}
