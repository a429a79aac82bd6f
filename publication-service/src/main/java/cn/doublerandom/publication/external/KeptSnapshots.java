package cn.doublerandom.publication.external;

import cn.doublerandom.publication.application.SnapshotShelf;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Snapshots of open data in a table of the database, which every replica reads. */
@ApplicationScoped
class KeptSnapshots implements SnapshotShelf {
  private final Pool pool;
  private final Asking asking;

  @Inject
  KeptSnapshots(Pool pool, Asking asking) {
    this.pool = pool;
    this.asking = asking;
  }

  @Override
  public Uni<Void> keep(OpenSnapshot snapshot, byte[] packed) {
    return ask(
            """
            INSERT INTO open_data.snapshot (bureau, day, size, root, sha256, note, packed)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (bureau, day) DO NOTHING
            """,
            own ->
                Tuple.of(own, snapshot.day(), snapshot.size())
                    .addString(snapshot.root())
                    .addString(snapshot.sha256())
                    .addString(snapshot.note())
                    .addBuffer(
                        io.vertx.mutiny.core.buffer.Buffer.newInstance(Buffer.buffer(packed))))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> forgetBefore(LocalDate day) {
    return ask(
            "DELETE FROM open_data.snapshot WHERE bureau = $1 AND day < $2",
            own -> Tuple.of(own, day))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<OpenSnapshot>> all() {
    return ask(
            """
            SELECT day, size, root, sha256, note
            FROM open_data.snapshot
            WHERE bureau = $1
            ORDER BY day DESC
            """,
            Tuple::of)
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(KeptSnapshots::read).toList());
  }

  private static OpenSnapshot read(Row row) {
    return new OpenSnapshot(
        row.getLocalDate("day"),
        row.getLong("size"),
        row.getString("root"),
        row.getString("sha256"),
        row.getString("note"));
  }

  @Override
  public Uni<Optional<byte[]>> packed(LocalDate day) {
    return ask(
            "SELECT packed FROM open_data.snapshot WHERE bureau = $1 AND day = $2",
            own -> Tuple.of(own, day))
        .map(rows ->
            rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getBuffer("packed").getBytes()));
  }

  private Uni<RowSet<Row>> ask(String sql, Function<String, Tuple> parameters) {
    return asking
        .orSeed()
        .flatMap(own -> pool.preparedQuery(sql).execute(parameters.apply(own.text())));
  }
}
