package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class FollowUpView implements FollowUpDirectory {
  private static final String OPEN =
      """
      SELECT bureau, id, body FROM follow_up_view
      WHERE bureau = :bureau AND next_due IS NOT NULL ORDER BY next_due, id
      """;

  final Documents<FollowUpRow, FollowUpSummary> rows =
      new Documents<>(FollowUpRow.class, "follow_up_view", FollowUpSummary.class);

  @Override
  public CompletionStage<List<FollowUpSummary>> open(int limit) {
    return rows.select(OPEN, Map.of(), limit);
  }

  @Override
  public CompletionStage<List<FollowUpSummary>> all(String after, int limit) {
    return rows.where("id > ?1", after, limit);
  }
}
