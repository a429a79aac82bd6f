package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the partitions must be taken until every transaction heard of is taken as a whole. */
final class Untils {
  private Untils() {}

  /** Notes what records that were applied say of it; in the transaction that moves the lanes. */
  static Uni<Void> note(SqlConnection connection, List<InboxRecord> applied) {
    Map<String, Map<Integer, Long>> ends = new TreeMap<>();
    for (InboxRecord message : applied) {
      message
          .link()
          .endOf()
          .forEach((partition, seq) ->
              ends.computeIfAbsent(message.source(), s -> new TreeMap<>())
                  .merge(partition, seq, Math::max));
    }
    if (ends.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<String> sources = new ArrayList<>();
    List<Integer> partitions = new ArrayList<>();
    List<Long> seqs = new ArrayList<>();
    ends.forEach((source, lanes) ->
        lanes.forEach((partition, seq) -> {
          sources.add(source);
          partitions.add(partition);
          seqs.add(seq);
        }));
    // Ascending, so that consumers of different partitions do not wait for each other in a circle.
    return connection
        .preparedQuery(
            """
            INSERT INTO inbox_until (source, partition, seq)
            SELECT source, partition, seq
            FROM unnest($1::text[], $2::int[], $3::bigint[]) AS u (source, partition, seq)
            ORDER BY source, partition
            ON CONFLICT (source, partition) DO UPDATE SET seq = EXCLUDED.seq
            WHERE inbox_until.seq < EXCLUDED.seq
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(sources.toArray(String[]::new))
                .addArrayOfInteger(partitions.toArray(Integer[]::new))
                .addArrayOfLong(seqs.toArray(Long[]::new)))
        .replaceWithVoid();
  }
}
