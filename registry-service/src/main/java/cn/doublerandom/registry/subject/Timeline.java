package cn.doublerandom.registry.subject;

import cn.doublerandom.bureau.figures.Turns;
import cn.doublerandom.registry.subject.SubjectEvent.DuplicateTaken;
import cn.doublerandom.registry.subject.SubjectEvent.MergeRequested;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequestEnded;
import cn.doublerandom.registry.subject.SubjectEvent.StatusRequested;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a subject from which day, fact by fact: a status noted for December is not one of
 * June, and a class of July does not end it.
 *
 * @param entry what the register prints and a scope asks for
 * @param mergedInto the entry it stands for; empty where it stands for itself
 */
public record Timeline(
    Turns<Description> entry,
    Turns<Stated> status,
    Turns<CreditRiskClass> riskClass,
    Turns<String> mergedInto) {

  /** What a scope asks for beside status and class. */
  public record Description(
      SubjectKind kind, List<String> labels, String region, String industry, String keyField) {
    public Description {
      labels = List.copyOf(labels);
    }

    static Description of(SubjectDetails d) {
      return new Description(
          d.kind(), d.labels(), d.more().region(), d.more().industry(), d.more().keyField());
    }
  }

  /**
   * A status as it was stated.
   *
   * @param reason empty where it came with the whole entry
   */
  public record Stated(SubjectStatus status, String reason) {}

  /** An entry holds from the day the subject came to be. */
  public static Timeline of(SubjectDetails d) {
    return new Timeline(
        Turns.of(d.since(), Description.of(d)),
        Turns.of(d.since(), new Stated(d.status(), "")),
        Turns.of(d.since(), d.creditRiskClass()),
        Turns.of(d.since(), ""));
  }

  /**
   * The timeline after an event.
   *
   * @param recorded the day the event was recorded, for old ones that name none; absent where
   *     nobody knows it, and then those hold for all days
   */
  public Timeline after(SubjectEvent event, @Nullable LocalDate recorded) {
    return switch (event) {
      case SubjectRegistered(var details) -> of(details);
      case SubjectRevised revised -> {
        LocalDate day = revised.effective() == null ? recorded : revised.effective();
        yield day == null ? of(revised.details()) : revised(revised.details(), day);
      }
      case SubjectStatusChanged(var changed, var reason, var effective, var by, var other) ->
          new Timeline(
              entry, status.with(effective, new Stated(changed, reason)), riskClass, mergedInto);
      case SubjectReclassified changed ->
          new Timeline(
              entry, status, riskClass.with(changed.on(), changed.riskClass()), mergedInto);
      case SubjectEvent.ImportUndone undone -> undone(undone);
      case MergeRequested asked -> this;
      case SubjectEvent.MergeRequestEnded ended -> this;
      case DuplicateTaken taken -> this;
      case StatusRequested asked -> this;
      case StatusRequestEnded ended -> this;
      case SubjectMerged merged -> merged(merged.effective(), merged.into());
      case SubjectUnmerged unmerged -> merged(unmerged.effective(), "");
    };
  }

  /** What holds already is not said anew. */
  private Timeline undone(SubjectEvent.ImportUndone undone) {
    LocalDate day = undone.effective();
    SubjectDetails d = undone.details();
    Description described = Description.of(d);
    Turns<Stated> stated = status;
    for (SubjectEvent.StatusFrom one : undone.statuses()) {
      stated = stated.with(one.from(), new Stated(one.status(), undone.reason()));
    }
    return new Timeline(
            entry.asOf(day).equals(described) ? entry : entry.with(day, described),
            stated,
            riskClass.asOf(day) == d.creditRiskClass()
                ? riskClass
                : riskClass.with(day, d.creditRiskClass()),
            mergedInto)
        .beginning(d.since());
  }

  private Timeline merged(LocalDate day, String into) {
    return new Timeline(entry, status, riskClass, mergedInto.with(day, into));
  }

  /** A status and a class that the whole entry only repeats are not said anew. */
  private Timeline revised(SubjectDetails d, LocalDate day) {
    boolean isSameStatus = status.asOf(day).status() == d.status();
    boolean isSameClass = riskClass.asOf(day) == d.creditRiskClass();
    return new Timeline(
            entry.with(day, Description.of(d)),
            isSameStatus ? status : status.with(day, new Stated(d.status(), "")),
            isSameClass ? riskClass : riskClass.with(day, d.creditRiskClass()),
            mergedInto.turns().getLast().value().isEmpty() ? mergedInto : mergedInto.with(day, ""))
        .beginning(d.since());
  }

  /** The first day was corrected, or is as it was. */
  private Timeline beginning(LocalDate since) {
    return since.equals(first())
        ? this
        : new Timeline(
            entry.beginning(since),
            status.beginning(since),
            riskClass.beginning(since),
            mergedInto.beginning(since));
  }

  private LocalDate first() {
    return entry.turns().getFirst().from();
  }

  /** The entry as told last, with the status, class and labels of a day. */
  public SubjectDetails asOf(SubjectDetails told, LocalDate day) {
    return told.withStatus(status.asOf(day).status())
        .withRiskClass(riskClass.asOf(day))
        .withLabels(entry.asOf(day).labels());
  }

  /** What is true on a day; before the first one, what is true on it. */
  public Period at(String subject, LocalDate day) {
    return periods(subject).stream()
        .filter(period -> !period.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> periods(subject).getFirst());
  }

  /** Stretches of days in which nothing changed, ascending and without gaps. */
  public List<Period> periods(String subject) {
    SortedSet<LocalDate> days = new TreeSet<>();
    Stream.of(entry, status, riskClass, mergedInto)
        .flatMap(turns -> turns.turns().stream())
        .forEach(turn -> days.add(turn.from()));
    List<LocalDate> from = List.copyOf(days);
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      periods.add(
          period(subject, from.get(i), i + 1 < from.size() ? from.get(i + 1) : Period.OPEN));
    }
    return periods;
  }

  private Period period(String subject, LocalDate from, LocalDate to) {
    Description d = entry.asOf(from);
    return new Period(
        subject,
        from,
        to,
        d.kind(),
        status.asOf(from).status(),
        riskClass.asOf(from),
        d.labels(),
        d.region(),
        d.industry(),
        d.keyField(),
        !mergedInto.asOf(from).isEmpty());
  }
}
