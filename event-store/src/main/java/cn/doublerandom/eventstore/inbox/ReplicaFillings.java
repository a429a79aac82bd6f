package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Which fillings of a replica there are: the one that is read, and one beside it. */
public final class ReplicaFillings {
  private final Pool pool;

  public ReplicaFillings(Pool pool) {
    this.pool = pool;
  }

  /**
   * One filling.
   *
   * @param live whether it is read
   * @param seq the number of the last record it is made of; 0 before the first, and for one that is
   *     read, which follows the inbox
   */
  public record Filling(int generation, int version, boolean live, long seq) {}

  /** All fillings, oldest first. */
  public Uni<List<Filling>> of(String name) {
    return pool.preparedQuery(
            """
            SELECT generation, version, live, coalesce((
              SELECT max(seq) FROM replica_lane l
              WHERE l.name = r.name AND l.generation = r.generation), 0) AS seq
            FROM replica r WHERE name = $1 ORDER BY generation
            """)
        .execute(Tuple.of(name))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Filling(
                        row.getInteger("generation"),
                        row.getInteger("version"),
                        row.getBoolean("live"),
                        row.getLong("seq")))
                .toList());
  }

  /** Where the topic was never read there is nothing to be made; whether it was so. */
  Uni<Boolean> found(Replica replica) {
    return pool.preparedQuery(
            """
            INSERT INTO replica (name, generation, version, source, types, view, live)
            SELECT $1, 1, $2, $3, $4, $5, TRUE
            WHERE NOT EXISTS (SELECT FROM replica WHERE name = $1)
              AND NOT EXISTS (SELECT FROM inbox_position WHERE source = $3)
              AND NOT EXISTS (SELECT FROM inbox_lane WHERE source = $3)
            ON CONFLICT DO NOTHING
            """)
        .execute(row(replica))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Begins a filling beside the one that is read; one that had begun is started over. */
  public Uni<Void> begin(Replica replica) {
    return pool.withTransaction(connection ->
        Replicas.alone(connection, replica)
            .flatMap(alone ->
                connection
                    .preparedQuery("DELETE FROM replica WHERE name = $1 AND NOT live")
                    .execute(Tuple.of(replica.name())))
            .flatMap(deleted ->
                connection
                    .preparedQuery("SELECT projection_begin($1, $2)")
                    .execute(Tuple.of(replica.name(), replica.tables().toArray(String[]::new))))
            .flatMap(begun ->
                connection
                    .preparedQuery(
                        """
                        INSERT INTO replica (name, generation, version, source, types, view, live)
                        SELECT $1, coalesce(max(generation), 0) + 1, $2, $3, $4, $5, FALSE
                        FROM replica WHERE name = $1
                        """)
                    .execute(row(replica)))
            .replaceWithVoid());
  }

  private static Tuple row(Replica replica) {
    return Tuple.of(
        replica.name(),
        replica.version(),
        replica.source(),
        replica.types().stream().sorted().toArray(String[]::new),
        replica.view());
  }
}
