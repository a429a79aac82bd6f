package cn.doublerandom.registry.view;

import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class ItemView implements ItemDirectory {
  /** The catalogue of the ministry has some hundred items. */
  private static final int MOST_CLAIMED = 10_000;

  final Documents<ItemRow, Entry> rows = new Documents<>(ItemRow.class, "item_view", Entry.class);

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<Entry>> claimedBy(String unit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM item_view
        WHERE bureau = :bureau AND CAST(body AS jsonb) ->> 'claimedBy' = :unit
        ORDER BY id
        """,
        Map.of("unit", unit),
        MOST_CLAIMED);
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String code) {
    return rows.find(code);
  }

  @Override
  public CompletionStage<List<Entry>> renamingAsked(String batch, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM item_view
        WHERE bureau = :bureau AND CAST(body AS jsonb) #>> '{renaming,batch}' IS NOT NULL
        AND (:batch = '' OR CAST(body AS jsonb) #>> '{renaming,batch}' = :batch)
        AND id > :after
        ORDER BY id
        """,
        Map.of("after", after, "batch", batch),
        limit);
  }
}
