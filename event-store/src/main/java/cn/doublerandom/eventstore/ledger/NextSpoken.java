package cn.doublerandom.eventstore.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What stands in the ledger after a number and is to be told. */
final class NextSpoken {
  // Each is looked up by its keys. As one join the planner, who cannot know how few they are, reads
  // the whole ledger beside them, and that each time the relay has nothing to tell.
  private static final String SQL =
      """
      WITH batch AS MATERIALIZED (
        SELECT seq, ordinal, topic, key, type, value FROM announcement
        WHERE seq > $1 ORDER BY seq, ordinal LIMIT $2
      ), last AS (
        SELECT seq, ordinal FROM batch ORDER BY seq DESC, ordinal DESC LIMIT 1
      ), whole AS (
        SELECT * FROM batch
        UNION ALL
        SELECT rest.* FROM last CROSS JOIN LATERAL (
          SELECT seq, ordinal, topic, key, type, value FROM announcement
          WHERE announcement.seq = last.seq AND announcement.ordinal > last.ordinal OFFSET 0) AS rest
      )
      SELECT seq, ordinal, topic, key, whole.type, value, chain, id, version, stream_id, metadata,
        linked.partition, prev, seal, position, tx_text
      FROM whole
      CROSS JOIN LATERAL (
        SELECT chain, id, version, stream_id, metadata, position, event.tx::text AS tx_text
        FROM ledger JOIN event USING (position) WHERE ledger.seq = whole.seq OFFSET 0) AS told
      LEFT JOIN LATERAL (
        SELECT link.partition, prev, seal FROM link
        WHERE link.seq = whole.seq AND link.ordinal = whole.ordinal AND link.topic = whole.topic
        OFFSET 0) AS linked ON TRUE
      ORDER BY seq, ordinal
      """;

  private NextSpoken() {}

  /** In order: at most {@code limit}, but all of the last entry among them. */
  static Uni<List<Spoken>> after(Pool pool, long seq, int limit) {
    return pool.preparedQuery(SQL)
        .execute(Tuple.of(seq, limit))
        .map(found -> {
          List<Spoken> rows = new ArrayList<>();
          found.forEach(row -> rows.add(Spoken.of(row)));
          return rows;
        });
  }
}
