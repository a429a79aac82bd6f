package cn.doublerandom.registry.view;

import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class IntakeView implements IntakeDirectory {
  final Documents<IntakeRow, Entry> rows =
      new Documents<>(IntakeRow.class, "import_view", Entry.class);
  final Documents<ImportedRow, Changed> changed =
      new Documents<>(ImportedRow.class, "import_changed_view", Changed.class);

  static String id(String importId, String entry) {
    return importId + " " + entry;
  }

  @Override
  public CompletionStage<List<Entry>> newest(String before, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM import_view
        WHERE bureau = :bureau AND (:before = '' OR taken < :before)
        ORDER BY taken DESC
        """,
        Map.of("before", before),
        limit);
  }

  @Override
  public CompletionStage<List<Entry>> newest(IntakeKind kind, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM import_view
        WHERE bureau = :bureau AND CAST(body AS jsonb) #>> '{report,kind}' = :kind
        ORDER BY taken DESC
        """,
        Map.of("kind", kind.name()),
        limit);
  }

  @Override
  public CompletionStage<Optional<Entry>> sameFile(IntakeKind kind, String digest) {
    return rows.select(
            """
            SELECT bureau, id, body FROM import_view
            WHERE bureau = :bureau AND CAST(body AS jsonb) #>> '{report,digest}' = :digest
              AND CAST(body AS jsonb) #>> '{report,kind}' = :kind
            ORDER BY taken DESC
            """,
            Map.of("digest", digest, "kind", kind.name()),
            1)
        .thenApply(found -> found.stream().findFirst());
  }

  @Override
  public CompletionStage<List<Changed>> changed(String importId, String after, int limit) {
    return changed.select(
        """
        SELECT bureau, id, body FROM import_changed_view
        WHERE bureau = :bureau AND id ~>~ :after AND id ~<~ :beyond ORDER BY id USING ~<~
        """,
        Map.of("after", id(importId, after), "beyond", importId + "!"),
        limit);
  }

  @Override
  public CompletionStage<List<Changed>> changedAmong(String importId, Collection<String> entries) {
    return changed.among(entries.stream().map(entry -> id(importId, entry)).toList());
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String id) {
    return rows.find(id);
  }
}
