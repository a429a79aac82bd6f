package cn.doublerandom.draw.view;

import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.servicekit.view.Documents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class DrawView implements DrawDirectory {
  final Documents<DrawRow, Entry> rows = new Documents<>(DrawRow.class, Entry.class, DrawRow::new);

  /** The task's latest draw: the longest, then the last id; within the caller's transaction. */
  Uni<String> latest(String task) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createSelectionQuery(
                    "select id from DrawRow where id like ?1 order by length(id) desc, id desc",
                    String.class)
                .setParameter(1, task + "-%")
                .setMaxResults(1)
                .getSingleResult());
  }

  @Override
  public CompletionStage<Optional<Entry>> find(String drawId) {
    return rows.find(drawId);
  }

  @Override
  public CompletionStage<List<Entry>> page(String after, int limit) {
    return rows.page(after, limit);
  }
}
