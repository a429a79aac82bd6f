package cn.doublerandom.registry.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.registry.application.Draft;
import cn.doublerandom.registry.application.Drafts;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.time.Watch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Drafts in a table of the database, which every replica reads; deleted when their days are over.
 */
@ApplicationScoped
class KeptDrafts implements Drafts, Watch {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Pool pool;
  private final Asking asking;

  @Inject
  KeptDrafts(Pool pool, Asking asking) {
    this.pool = pool;
    this.asking = asking;
  }

  @Override
  public Uni<Boolean> keep(Draft draft) {
    return ask(
            """
            INSERT INTO intake.draft (bureau, id, account, body)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (bureau, id) DO NOTHING
            """,
            own -> Tuple.of(own, draft.id(), draft.account(), text(draft)))
        .map(rows -> rows.rowCount() > 0)
        .call(() ->
            ask(
                """
                DELETE FROM intake.draft WHERE bureau = $1 AND account = $2 AND id NOT IN (
                  SELECT id FROM intake.draft WHERE bureau = $1 AND account = $2
                  ORDER BY kept_at DESC LIMIT $3)
                """,
                own -> Tuple.of(own, draft.account(), MOST_OF_ONE)));
  }

  @Override
  public Uni<Void> keep(Draft draft, int number, byte[] content) {
    return ask(
            "INSERT INTO intake.draft_piece (bureau, id, number, content) VALUES ($1, $2, $3, $4)",
            own -> Tuple.of(own, draft.id(), number, Buffer.buffer(content)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> judged(Draft draft) {
    return ask(
            """
            UPDATE intake.draft SET body = $4
            WHERE bureau = $1 AND id = $2 AND account = $3
            """,
            own -> Tuple.of(own, draft.id(), draft.account(), text(draft)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Draft>> find(String id, String account) {
    return ask(
            """
            SELECT body FROM intake.draft
            WHERE bureau = $1 AND id = $2 AND account = $3
            """,
            own -> Tuple.of(own, id, account))
        .map(rows -> first(rows).map(row -> draft(row.getString("body"))));
  }

  @Override
  public Uni<List<Left>> of(String account) {
    return ask(
            """
            SELECT body FROM intake.draft WHERE bureau = $1 AND account = $2 ORDER BY kept_at
            """,
            own -> Tuple.of(own, account))
        .map(rows -> {
          List<Left> left = new ArrayList<>();
          rows.forEach(row -> {
            Draft draft = draft(row.getString("body"));
            left.add(new Left(draft.id(), draft.fileName(), draft.judged()));
          });
          return List.copyOf(left);
        });
  }

  @Override
  public Uni<Optional<byte[]>> piece(Draft draft, int number) {
    return ask(
            """
            SELECT piece.content FROM intake.draft_piece AS piece JOIN intake.draft USING (bureau, id)
            WHERE bureau = $1 AND id = $2 AND account = $3 AND number = $4
            """,
            own -> Tuple.of(own, draft.id(), draft.account(), number))
        .map(rows -> first(rows).map(row -> row.getBuffer("content").getBytes()));
  }

  @Override
  public Uni<Void> drop(String id, String account) {
    return ask(
            "DELETE FROM intake.draft WHERE bureau = $1 AND id = $2 AND account = $3",
            own -> Tuple.of(own, id, account))
        .replaceWithVoid();
  }

  @Override
  public String name() {
    return "drafts of imports whose days are over";
  }

  @Override
  public When when() {
    return new When.Every("{suite.drafts.every}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    return pool.preparedQuery(
            """
            DELETE FROM intake.draft
            WHERE bureau = $1 AND kept_at < now() - make_interval(days => $2)
            """)
        .execute(Tuple.of(bureau.text(), DAYS))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> ask(String sql, Function<String, Tuple> parameters) {
    return asking
        .orSeed()
        .flatMap(own -> pool.preparedQuery(sql).execute(parameters.apply(own.text())));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private static String text(Draft draft) {
    return EventCodec.canonical(JSON, draft);
  }

  private static Draft draft(String text) {
    try {
      return JSON.readValue(text, Draft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("unreadable draft", e);
    }
  }
}
