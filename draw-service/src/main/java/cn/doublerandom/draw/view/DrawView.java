package cn.doublerandom.draw.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class DrawView implements DrawDirectory {
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
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
