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
  /** Characters of a day, 2023-03-15. */
  private static final int DAY = 10;

  private static final String OPEN =
      """
      SELECT bureau, id, body FROM follow_up_view
      WHERE bureau = :bureau AND next_due IS NOT NULL AND (next_due, id) > (:due, :visit)
      ORDER BY next_due, id
      """;

  final Documents<FollowUpRow, FollowUpSummary> rows =
      new Documents<>(FollowUpRow.class, "follow_up_view", FollowUpSummary.class);

  @Override
  public CompletionStage<List<FollowUpSummary>> open(String after, int limit) {
    String due = after.substring(0, Math.min(DAY, after.length()));
    String visit = after.substring(Math.min(DAY + 1, after.length()));
    return rows.select(OPEN, Map.of("due", due, "visit", visit), limit);
  }

  @Override
  public CompletionStage<List<FollowUpSummary>> all(String after, int limit) {
    return rows.where("id > ?1", after, limit);
  }
}
