package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.revisit.RevisitDirectory;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class RevisitView implements RevisitDirectory {
  private static final String OF_OFFICER =
      """
      SELECT bureau, id, body FROM revisit_view
      WHERE bureau = :bureau AND officers @> to_jsonb(CAST(:officer AS TEXT))
        AND id > :after ORDER BY id
      """;

  final Documents<RevisitRow, RevisitSummary> rows =
      new Documents<>(RevisitRow.class, "revisit_view", RevisitSummary.class);

  @Override
  public CompletionStage<List<RevisitSummary>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<RevisitSummary>> of(String officer, String after, int limit) {
    return rows.select(OF_OFFICER, Map.of("officer", officer, "after", after), limit);
  }
}
