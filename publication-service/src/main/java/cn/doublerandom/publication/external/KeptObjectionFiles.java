package cn.doublerandom.publication.external;

import cn.doublerandom.publication.application.ObjectionFiles;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Files of objections in a table of the database, which every replica reads. */
@ApplicationScoped
class KeptObjectionFiles implements ObjectionFiles {
  private final Pool pool;
  private final Asking asking;

  @Inject
  KeptObjectionFiles(Pool pool, Asking asking) {
    this.pool = pool;
    this.asking = asking;
  }

  @Override
  public Uni<Void> keep(String resultId, String sha256, byte[] content) {
    return ask(
            """
            INSERT INTO objection.file (bureau, result_id, sha256, content)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (bureau, result_id, sha256) DO NOTHING
            """,
            own -> Tuple.of(own, resultId, sha256, Buffer.buffer(content)))
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<byte[]>> find(String resultId, String sha256) {
    return ask(
            """
            SELECT content
            FROM objection.file
            WHERE bureau = $1 AND result_id = $2 AND sha256 = $3
            """,
            own -> Tuple.of(own, resultId, sha256))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getBuffer("content").getBytes()));
  }

  private Uni<RowSet<Row>> ask(String sql, Function<String, Tuple> parameters) {
    return asking
        .orSeed()
        .flatMap(own -> pool.preparedQuery(sql).execute(parameters.apply(own.text())));
  }
}
