package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.departure.DepartureDirectory;
import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class DepartureView implements DepartureDirectory {
  final Documents<DepartureRow, DepartureSummary> rows =
      new Documents<>(DepartureRow.class, "departure_view", DepartureSummary.class);

  private static final String PAGE =
      """
      SELECT bureau, id, body, state FROM departure_view
      WHERE bureau = :bureau AND (:unit = '' OR unit = :unit) AND id > :after ORDER BY id
      """;

  @Override
  public CompletionStage<List<DepartureSummary>> page(String unit, String after, int limit) {
    return rows.select(PAGE, Map.of("unit", unit, "after", after), limit);
  }

  @Override
  public CompletionStage<List<DepartureSummary>> asked(int limit) {
    return rows.where("state = ?1", "ASKED", limit);
  }
}
