package cn.doublerandom.registry.view;

import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ItemView implements ItemDirectory {
  final Documents<ItemRow, Entry> rows = new Documents<>(ItemRow.class, "item_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String code) {
    return rows.find(code);
  }
}
