package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class VisitView implements VisitDirectory {
  final Documents<VisitRow, VisitSummary> rows =
      new Documents<>(VisitRow.class, "visit_view", VisitSummary.class);

  @Override
  public CompletionStage<List<VisitSummary>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit) {
    return rows.where("id like ?1", drawId + "-%", limit)
        .thenApply(found -> found.stream().filter(v -> v.drawId().equals(drawId)).toList());
  }

  @Override
  public CompletionStage<List<VisitSummary>> open(String after, int limit) {
    return rows.where("state = 'FINISHED' and id > ?1", after, limit);
  }
}
