package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.VisitDays;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The days the inspections told of, as rows. */
@ApplicationScoped
class AgreedDayView implements VisitDays {
  private final VisitDayRows<AgreedDay> rows =
      new VisitDayRows<>(
          new Documents<>(AgreedDayRow.class, "agreed_day_view", AgreedDay.class),
          AgreedDay::visitId,
          AgreedDay::day);

  @Override
  public CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects) {
    return rows.of(drawId, subjects);
  }
}
