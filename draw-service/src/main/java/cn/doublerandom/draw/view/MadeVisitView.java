package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.MadeVisits;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The recorded visits the inspections told of, as rows. */
@ApplicationScoped
class MadeVisitView implements MadeVisits {
  private final VisitDayRows<MadeVisit> rows =
      new VisitDayRows<>(
          new Documents<>(MadeVisitRow.class, "made_visit_view", MadeVisit.class),
          MadeVisit::visitId,
          MadeVisit::finishedOn);

  @Override
  public CompletionStage<Map<String, LocalDate>> of(String drawId, Collection<String> subjects) {
    return rows.of(drawId, subjects);
  }
}
