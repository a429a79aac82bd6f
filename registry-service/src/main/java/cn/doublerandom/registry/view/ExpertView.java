package cn.doublerandom.registry.view;

import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ExpertView implements ExpertDirectory {
  final Documents<ExpertRow, Entry> rows =
      new Documents<>(ExpertRow.class, "expert_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
