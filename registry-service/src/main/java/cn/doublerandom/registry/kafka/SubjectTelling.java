package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.registry.subject.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others are told of a subject: what holds on the day of the telling, and from later days. */
final class SubjectTelling {
  private SubjectTelling() {}

  /** An entry as told last by its events, and what holds from which day. */
  record Known(SubjectDetails details, Timeline timeline) {}

  /**
   * What is known after one more event.
   *
   * @param known absent before the first
   * @param recorded the day the event was recorded
   */
  static Known after(@Nullable Known known, SubjectEvent event, LocalDate recorded) {
    if (event instanceof SubjectEvent.SubjectRegistered(var details)) {
      return new Known(details, Timeline.of(details));
    } else if (known == null) {
      throw new IllegalStateException("an unknown subject has a history");
    }
    return new Known(details(event, known), known.timeline().after(event, recorded));
  }

  /** Some events carry the whole entry. */
  private static SubjectDetails details(SubjectEvent event, Known known) {
    if (event instanceof SubjectEvent.ImportUndone undone) {
      return undone.details();
    }
    return event instanceof SubjectEvent.SubjectRevised revised
        ? revised.details()
        : known.details();
  }

  /** An entry that is new: as far as is known it holds for ever. */
  static SubjectChanged first(SubjectDetails d) {
    return told(
        d, d.creditRiskClass().name(), d.labels(), d.status().name(), "", null, null, null, null);
  }

  static SubjectChanged told(Known known, LocalDate today) {
    SubjectDetails d = known.details();
    List<Period> periods = known.timeline().periods(d.id());
    Period now = known.timeline().at(d.id(), today);
    List<SubjectChanged.Later> later =
        periods.stream()
            .filter(p -> p.from().isAfter(today) && p.from().isAfter(now.from()))
            .map(p ->
                new SubjectChanged.Later(p.from(), status(p), p.riskClass().name(), p.labels()))
            .toList();
    return told(
        d,
        now.riskClass().name(),
        now.labels(),
        status(now),
        known.timeline().mergedInto().asOf(today),
        now.from(),
        later.isEmpty() ? null : later,
        states(periods),
        today);
  }

  private static List<SubjectChanged.State> states(List<Period> periods) {
    List<SubjectChanged.State> states = new ArrayList<>();
    for (Period period : periods) {
      String status = status(period);
      if (states.isEmpty() || !states.getLast().status().equals(status)) {
        states.add(new SubjectChanged.State(period.from(), status));
      }
    }
    return states;
  }

  /** A duplicate is not drawn: for the others it is as good as gone. */
  private static String status(Period period) {
    return period.merged() ? SubjectStatus.CANCELLED.name() : period.status().name();
  }

  private static SubjectChanged told(
      SubjectDetails d,
      String riskClass,
      List<String> labels,
      String status,
      String mergedInto,
      @Nullable LocalDate effective,
      @Nullable List<SubjectChanged.Later> later,
      @Nullable List<SubjectChanged.State> states,
      @Nullable LocalDate toldOn) {
    Particulars more = d.more();
    return new SubjectChanged(
        d.id(),
        d.name(),
        d.kind().name(),
        labels,
        riskClass,
        status,
        d.registrar(),
        d.since(),
        absent(mergedInto),
        absent(more.region()),
        absent(more.industry()),
        absent(more.keyField()),
        effective,
        later,
        states,
        toldOn,
        d.tellsOfPerson() ? null : absent(d.address()));
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }
}
