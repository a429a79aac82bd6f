package cn.doublerandom.registry.subject;

import cn.doublerandom.registry.subject.SubjectEvent.SubjectMerged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectReclassified;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRegistered;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectRevised;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectUnmerged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A subject's periods, ascending and without gaps from the day it came to be. A change that holds
 * from an earlier day divides the period of that day; what is known of later days stays.
 */
public record Timeline(List<Period> periods) {
  public static final Timeline EMPTY = new Timeline(List.of());

  public Timeline {
    periods = List.copyOf(periods);
  }

  /**
   * The timeline after an event.
   *
   * @param recorded the day the event was recorded, for those that name no day
   */
  public Timeline after(SubjectEvent event, LocalDate recorded) {
    return switch (event) {
      case SubjectRegistered(var details) ->
          new Timeline(List.of(Period.of(details, details.since(), Period.OPEN)));
      case SubjectRevised(var details, var effective) -> {
        LocalDate day = effective == null ? recorded : effective;
        yield changed(day, p -> Period.of(details, p.from(), p.to()));
      }
      case SubjectStatusChanged(var status, var reason, var effective) ->
          changed(effective, p -> p.with(status));
      case SubjectReclassified(var riskClass, var source, var on) ->
          changed(on, p -> p.with(riskClass));
      case SubjectEvent.MergeRequested asked -> this;
      case SubjectMerged merged -> changed(merged.effective(), p -> p.with(true));
      case SubjectUnmerged unmerged -> changed(unmerged.effective(), p -> p.with(false));
    };
  }

  private Timeline changed(LocalDate day, UnaryOperator<Period> change) {
    List<Period> after = new ArrayList<>();
    LocalDate effective =
        periods.isEmpty() || day.isAfter(periods.getFirst().from())
            ? day
            : periods.getFirst().from();
    for (Period period : periods) {
      boolean holds = !effective.isBefore(period.from()) && effective.isBefore(period.to());
      if (!holds) {
        after.add(period);
      } else if (period.from().equals(effective)) {
        after.add(change.apply(period));
      } else {
        after.add(period.between(period.from(), effective));
        after.add(change.apply(period.between(effective, period.to())));
      }
    }
    return new Timeline(after);
  }
}
