package cn.doublerandom.draw.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class DrawView implements DrawDirectory {
  private static final String IN_PHASE =
      """
      SELECT count(*) FROM draw_view
      WHERE bureau = :bureau AND CAST(body AS jsonb) ->> 'phase' = :phase
      """;

  final Documents<DrawRow, Entry> rows = new Documents<>(DrawRow.class, "draw_view", Entry.class);

  final Documents<TaskRow, Latest> tasks =
      new Documents<>(TaskRow.class, "task_view", Latest.class);

  /** The draw under way of a task. */
  record Latest(String drawId) {}

  @Override
  public CompletionStage<Optional<Entry>> find(String drawId) {
    return rows.find(drawId);
  }

  @Override
  public CompletionStage<List<Entry>> all(int most) {
    return rows.all(most);
  }

  @Override
  public CompletionStage<List<Entry>> all(BureauKey bureau, int most) {
    return rows.of(bureau).all(most);
  }

  @Override
  public CompletionStage<Long> count(String phase) {
    return rows.value(IN_PHASE, Long.class, Map.of("phase", phase));
  }

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
