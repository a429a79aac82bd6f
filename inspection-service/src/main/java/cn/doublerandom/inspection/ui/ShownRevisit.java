package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.application.RevisitRecords.RevisitItem;
import cn.doublerandom.inspection.application.RevisitRecords.ToRevisit;
import cn.doublerandom.inspection.revisit.RevisitFinding;
import cn.doublerandom.pagekit.FilledForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A visit that is seen again as its page shows it.
 *
 * @param account one of the two
 * @param words of the result codes
 * @param step whose form was refused; empty where none was
 * @param refused that form
 * @param blank one nobody has typed into
 */
public record ShownRevisit(
    ToRevisit known,
    String account,
    Map<String, String> words,
    String step,
    FilledForm refused,
    FilledForm blank) {
  public String name() {
    return known.subject() == null ? known.revisit().subjectId() : known.subject().name();
  }

  public boolean confirmed() {
    return known.revisit().confirmed() != null;
  }

  private boolean isRecorder() {
    String by = known.revisit().recordedBy();
    return by != null && SecondPerson.isSame(account, by);
  }

  /** Whether the reader records: nobody does yet, or he. */
  public boolean records() {
    return !confirmed() && (known.revisit().recordedBy() == null || isRecorder());
  }

  private boolean isComplete() {
    return known.items().stream().allMatch(item -> finding(item).isPresent());
  }

  /** Whether the reader may confirm. */
  public boolean confirms() {
    return !confirmed() && !records() && isComplete();
  }

  /** Whether he has recorded everything and waits. */
  public boolean waits() {
    return !confirmed() && isRecorder() && isComplete();
  }

  private Optional<RevisitFinding> finding(RevisitItem item) {
    return known.revisit().findings().stream()
        .filter(found -> found.item().equals(item.code()))
        .findFirst();
  }

  /** Whether an item is recorded. */
  public boolean recorded(RevisitItem item) {
    return finding(item).isPresent();
  }

  /** What was recorded for an item, in words. */
  public String said(RevisitItem item) {
    return finding(item).map(found -> said(found.codes())).orElse("");
  }

  public String noteOf(RevisitItem item) {
    return finding(item).map(RevisitFinding::note).orElse("");
  }

  /** What the first team had found, in words; nothing before the revisit is confirmed. */
  public String first(RevisitItem item) {
    var end = known.revisit().confirmed();
    return end == null
        ? ""
        : end.first().stream()
            .filter(found -> found.item().equals(item.code()))
            .findFirst()
            .map(found -> said(found.codes()))
            .orElse("");
  }

  private String said(List<String> codes) {
    return String.join("、", codes.stream().map(code -> words.getOrDefault(code, code)).toList());
  }

  /** The form of an item: what was refused, else what is recorded, else nothing. */
  public FilledForm form(RevisitItem item) {
    if (step.equals(item.code())) {
      return refused;
    }
    Map<String, List<String>> values = new HashMap<>();
    finding(item)
        .ifPresent(found -> {
          values.put("codes", found.codes());
          values.put("note", List.of(found.note()));
        });
    return new FilledForm(
        blank.key() + "-" + item.code(), "", values, blank.faults(), blank.theirs(), false);
  }

  /** The form by which the other one confirms. */
  public FilledForm end() {
    FilledForm form = step.equals("confirmation") ? refused : blank;
    return form.over(Long.toString(known.version()), Map.of());
  }
}
