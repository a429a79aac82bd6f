package cn.doublerandom.registry.view;

import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

  @Override
  public CompletionStage<List<Entry>> certifiedUntil(LocalDate today, LocalDate before, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM inspector_view
        WHERE bureau = :bureau AND certified_until < :before AND coalesce(
            (SELECT turn ->> 'value' FROM
               jsonb_array_elements(CAST(body AS JSONB) #> '{statuses,turns}') AS turn
             WHERE turn ->> 'from' <= :today ORDER BY turn ->> 'from' DESC LIMIT 1),
            CAST(body AS JSONB) #>> '{details,status}') = 'ACTIVE'
        ORDER BY certified_until, id
        """,
        Map.of("before", before.toString(), "today", today.toString()),
        limit);
  }

  @Override
  public CompletionStage<List<Entry>> absenceAsked(String batch, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM inspector_view
        WHERE bureau = :bureau AND CAST(body AS jsonb) #>> '{absenceAsked,by}' IS NOT NULL
        AND (:batch = '' OR CAST(body AS jsonb) #>> '{absenceAsked,batch}' = :batch)
        AND id > :after
        ORDER BY id
        """,
        Map.of("after", after, "batch", batch),
        limit);
  }

  @Override
  public CompletionStage<List<Entry>> recusalsAsked(String batch, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM inspector_view
        WHERE bureau = :bureau AND EXISTS (
          SELECT FROM jsonb_array_elements(CAST(body AS jsonb) -> 'recusalsAsked') AS asked
          WHERE :batch = '' OR asked ->> 'batch' = :batch)
        AND id > :after
        ORDER BY id
        """,
        Map.of("after", after, "batch", batch),
        limit);
  }
}
