package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.application.LeafShelf;
import cn.doublerandom.publication.application.PlacedLeaf;
import cn.doublerandom.publication.transparency.NoticeKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** The leaves of the log of notices in a table of the database, which every replica reads. */
@ApplicationScoped
class KeptLeaves implements LeafShelf {
  /** A notice has a few versions; whoever had it changed more often than this sees the last. */
  private static final int MOST_OF_A_NOTICE = 1_000;

  private final Pool pool;

  @Inject
  KeptLeaves(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Reach> reach() {
    return pool.query("SELECT seq, size FROM transparency.reach")
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new Reach(row.getLong("seq"), row.getLong("size")));
  }

  @Override
  public Uni<Void> add(Reach from, long seq, List<PlacedLeaf> leaves) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery(
                """
                UPDATE transparency.reach SET seq = $3, size = $4
                WHERE seq = $1 AND size = $2
                """)
            .execute(Tuple.of(from.seq(), from.size(), seq, from.size() + leaves.size()))
            .flatMap(moved -> {
              if (moved.rowCount() != 1) {
                throw new IllegalStateException("another replica adds to the log of notices, too");
              }
              return insert(connection, leaves);
            }));
  }

  private static Uni<Void> insert(SqlConnection connection, List<PlacedLeaf> leaves) {
    if (leaves.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            """
            INSERT INTO transparency.leaf
              (index, seq, scope, kind, notice, version, stream, told, nonce, line)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
        .executeBatch(
            leaves.stream()
                .map(leaf ->
                    Tuple.tuple()
                        .addLong(leaf.index())
                        .addLong(leaf.seq())
                        .addString(leaf.scope().name())
                        .addString(leaf.kind().name())
                        .addString(leaf.id())
                        .addLong(leaf.version())
                        .addString(leaf.stream())
                        .addLong(leaf.told())
                        .addString(leaf.nonce())
                        .addString(leaf.line()))
                .toList())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<PlacedLeaf>> of(String id) {
    return pool.preparedQuery(
            """
            SELECT * FROM (
              SELECT index, seq, scope, kind, notice, version, stream, told, nonce, line
              FROM transparency.leaf
              WHERE notice = $1
              ORDER BY index DESC
              LIMIT $2) newest
            ORDER BY index
            """)
        .execute(Tuple.of(id, MOST_OF_A_NOTICE))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(KeptLeaves::read).toList());
  }

  @Override
  public Uni<List<PlacedLeaf>> from(long index, int limit) {
    return pool.preparedQuery(
            """
            SELECT index, seq, scope, kind, notice, version, stream, told, nonce, line
            FROM transparency.leaf
            WHERE index >= $1
            ORDER BY index
            LIMIT $2
            """)
        .execute(Tuple.of(index, limit))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(KeptLeaves::read).toList());
  }

  private static PlacedLeaf read(Row row) {
    return new PlacedLeaf(
        row.getLong("index"),
        row.getLong("seq"),
        new Scope(row.getString("scope")),
        NoticeKind.valueOf(row.getString("kind")),
        row.getString("notice"),
        row.getLong("version"),
        row.getString("stream"),
        row.getLong("told"),
        row.getString("nonce"),
        row.getString("line"));
  }
}
