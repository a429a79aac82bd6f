package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What takes a subject out of frames or into them, or by which it is drawn more or less, though its
 * status stays: a label it loses or gains, another 成立日期, another class.
 *
 * @param lostLabels 监管标签, ascending
 * @param riskClass another than the one known; absent where it stays
 * @param source who determined that class, and when; absent where a list of subjects tells it
 * @param since another 成立日期, in requests of before a later one; absent where it stays
 * @param statusStays whether nothing is asked of the status
 * @param gainedLabels 监管标签, ascending; absent where none are, and in requests from before they
 *     waited
 */
public record Departure(
    List<String> lostLabels,
    @Nullable CreditRiskClass riskClass,
    @Nullable RiskSource source,
    @Nullable LocalDate since,
    boolean statusStays,
    @Nullable List<String> gainedLabels) {
  public Departure {
    lostLabels = List.copyOf(lostLabels);
    gainedLabels =
        gainedLabels == null || gainedLabels.isEmpty() ? null : List.copyOf(gainedLabels);
  }

  private List<String> gained() {
    return gainedLabels == null ? List.of() : gainedLabels;
  }

  /** What one person may not change alone; empty where nothing of it changes. */
  static Optional<Departure> between(
      SubjectDetails before, SubjectDetails told, boolean statusStays) {
    Departure departure = ofRow(before, told, statusStays);
    return departure.changesEntry() ? Optional.of(departure) : Optional.empty();
  }

  /** What leaves with a row that waits as a whole, if only that its status stays. */
  static Departure ofRow(SubjectDetails before, SubjectDetails told, boolean statusStays) {
    boolean isOther = told.creditRiskClass() != before.creditRiskClass();
    boolean isOtherDay = !told.since().equals(before.since());
    return new Departure(
        missing(before.labels(), told.labels()),
        isOther ? told.creditRiskClass() : null,
        null,
        isOtherDay ? told.since() : null,
        statusStays,
        missing(told.labels(), before.labels()));
  }

  /** Those of some labels that are not among others, ascending. */
  private static List<String> missing(List<String> labels, List<String> others) {
    return labels.stream().filter(label -> !others.contains(label)).sorted().toList();
  }

  /** A class that was determined anew. */
  static Departure to(CreditRiskClass riskClass, RiskSource source) {
    return new Departure(List.of(), riskClass, source, null, true, null);
  }

  /** The entry as told, with what waits still as it was. */
  static SubjectDetails kept(SubjectDetails before, SubjectDetails told) {
    return told.withLabels(before.labels())
        .withRiskClass(before.creditRiskClass())
        .withSince(before.since());
  }

  /** Whether it changes the entry beside a class that was determined. */
  boolean changesEntry() {
    return !lostLabels.isEmpty()
        || !gained().isEmpty()
        || since != null
        || (riskClass != null && source == null);
  }

  /** What changes, one by one. */
  List<String> inWords() {
    List<String> words = new ArrayList<>();
    lostLabels.forEach(label -> words.add("去掉监管标签“" + label + "”"));
    gained().forEach(label -> words.add("增加监管标签“" + label + "”"));
    if (riskClass != null) {
      words.add("信用风险等级改为" + (riskClass == CreditRiskClass.NONE ? "未分类" : " " + riskClass));
    }
    if (since != null) {
      words.add("成立日期改为 " + since);
    }
    return words;
  }

  /** The entry as it is asked for, with a class that is kept beside it. */
  SubjectDetails asked(SubjectDetails entry) {
    return riskClass == null ? from(entry) : from(entry).withRiskClass(riskClass);
  }

  /** The entry with what changes. */
  SubjectDetails from(SubjectDetails entry) {
    var labels = new TreeSet<>(entry.labels());
    labels.removeAll(lostLabels);
    labels.addAll(gained());
    SubjectDetails labelled =
        lostLabels.isEmpty() && gained().isEmpty() ? entry : entry.withLabels(List.copyOf(labels));
    SubjectDetails classed =
        riskClass == null || source != null ? labelled : labelled.withRiskClass(riskClass);
    return since == null ? classed : classed.withSince(since);
  }
}
