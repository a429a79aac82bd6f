package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.departure.DepartureDirectory;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class DepartureView implements DepartureDirectory {
  final Documents<DepartureRow, DepartureSummary> rows =
      new Documents<>(DepartureRow.class, "departure_view", DepartureSummary.class);

  @Override
  public CompletionStage<List<DepartureSummary>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<DepartureSummary>> asked(int limit) {
    return rows.where("state = ?1", "ASKED", limit);
  }
}
