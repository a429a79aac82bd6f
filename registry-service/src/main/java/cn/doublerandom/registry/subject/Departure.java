package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What takes a subject out of frames it stands in though its status stays: a label it loses, a
 * later 成立日期; and another class, by which it is drawn more or less.
 *
 * @param lostLabels 监管标签, ascending
 * @param riskClass another than the one known; absent where it stays
 * @param source who determined that class, and when; absent where a list of subjects tells it
 * @param since a later 成立日期; absent where it stays
 * @param statusStays whether nothing is asked of the status
 */
public record Departure(
    List<String> lostLabels,
    @Nullable CreditRiskClass riskClass,
    @Nullable RiskSource source,
    @Nullable LocalDate since,
    boolean statusStays) {
  public Departure {
    lostLabels = List.copyOf(lostLabels);
  }

  /** What one person may not take away alone; empty where nothing of it is taken away. */
  static Optional<Departure> between(
      SubjectDetails before, SubjectDetails told, boolean statusStays) {
    Departure departure = ofRow(before, told, statusStays);
    return departure.changesEntry() ? Optional.of(departure) : Optional.empty();
  }

  /** What leaves with a row that waits as a whole, if only that its status stays. */
  static Departure ofRow(SubjectDetails before, SubjectDetails told, boolean statusStays) {
    boolean isOther = told.creditRiskClass() != before.creditRiskClass();
    boolean isLater = told.since().isAfter(before.since());
    return new Departure(
        before.labels().stream().filter(l -> !told.labels().contains(l)).sorted().toList(),
        isOther ? told.creditRiskClass() : null,
        null,
        isLater ? told.since() : null,
        statusStays);
  }

  /** A class that was determined anew. */
  static Departure to(CreditRiskClass riskClass, RiskSource source) {
    return new Departure(List.of(), riskClass, source, null, true);
  }

  /** The entry as told, with what would leave still there. */
  static SubjectDetails kept(SubjectDetails before, SubjectDetails told) {
    var labels = new TreeSet<>(told.labels());
    boolean losesNone = !labels.addAll(before.labels());
    boolean isLater = told.since().isAfter(before.since());
    return (losesNone ? told : told.withLabels(List.copyOf(labels)))
        .withRiskClass(before.creditRiskClass())
        .withSince(isLater ? before.since() : told.since());
  }

  /** Whether it changes the entry beside a class that was determined. */
  boolean changesEntry() {
    return !lostLabels.isEmpty() || since != null || (riskClass != null && source == null);
  }

  /** What leaves, one by one. */
  List<String> inWords() {
    List<String> words = new ArrayList<>();
    lostLabels.forEach(label -> words.add("去掉监管标签“" + label + "”"));
    if (riskClass != null) {
      words.add("信用风险等级改为" + (riskClass == CreditRiskClass.NONE ? "未分类" : " " + riskClass));
    }
    if (since != null) {
      words.add("成立日期改为 " + since);
    }
    return words;
  }

  /** The entry without what leaves. */
  SubjectDetails from(SubjectDetails entry) {
    SubjectDetails labelled =
        lostLabels.isEmpty()
            ? entry
            : entry.withLabels(
                entry.labels().stream().filter(l -> !lostLabels.contains(l)).toList());
    SubjectDetails classed =
        riskClass == null || source != null ? labelled : labelled.withRiskClass(riskClass);
    return since == null ? classed : classed.withSince(since);
  }
}
