package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.VisitDays;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** The days the inspections told of, as rows. */
@ApplicationScoped
class AgreedDayView implements VisitDays {
  private final Documents<AgreedDayRow, AgreedDay> rows =
      new Documents<>(AgreedDayRow.class, "agreed_day_view", AgreedDay.class);

  @Override
  public CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects) {
    String before = drawId + "-";
    return rows.among(subjects.stream().map(subject -> before + subject).toList())
        .thenApply(days ->
            days.stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        one -> one.visitId().substring(before.length()), AgreedDay::day)));
  }
}
