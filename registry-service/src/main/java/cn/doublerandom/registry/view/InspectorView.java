package cn.doublerandom.registry.view;

import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class InspectorView implements InspectorDirectory {
  final Documents<InspectorRow, Entry> rows =
      new Documents<>(InspectorRow.class, "inspector_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String id) {
    return rows.find(id);
  }
}
