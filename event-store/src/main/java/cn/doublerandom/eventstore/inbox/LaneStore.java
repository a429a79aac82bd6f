package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of lanes and of the records beside them; everything in the transaction of a batch. */
final class LaneStore {
  /** So many strays of earlier batches are looked through at once. */
  private static final int REACH = 20_000;

  private static final ObjectMapper JSON = EventCodec.mapper();

  private LaneStore() {}

  /** Every lane this database has followed, by name. */
  static Uni<Map<String, Lane>> lanes(SqlConnection connection) {
    return connection
        .query(
            """
            SELECT source, partition, head, seq, head IS NULL AND EXISTS (
                SELECT FROM inbox_link l WHERE l.source = coalesce(p.source, c.source)
                  AND l.partition = coalesce(p.partition, c.partition)) AS vouched
            FROM inbox_position p FULL JOIN inbox_lane c USING (source, partition)
            """)
        .execute()
        .map(rows -> {
          Map<String, Lane> lanes = new HashMap<>();
          for (Row row : rows) {
            var lane =
                new Lane(
                    row.getString("source"),
                    row.getInteger("partition"),
                    row.getString("head"),
                    row.getLong("seq"),
                    row.getBoolean("vouched"));
            lanes.put(lane.name(), lane);
          }
          return lanes;
        });
  }

  /** Which of the records were applied before, by lane. */
  static Uni<Map<String, Set<String>>> known(SqlConnection connection, List<InboxRecord> batch) {
    List<InboxRecord> linked = batch.stream().filter(m -> !m.link().hash().isEmpty()).toList();
    if (linked.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return connection
        .preparedQuery(
            """
            SELECT source, partition, hash FROM inbox_link
            JOIN unnest($1::text[], $2::int[], $3::text[]) AS came (source, partition, hash)
              USING (source, partition, hash)
            """)
        .execute(columns(linked, m -> m.link().hash()))
        .map(rows -> {
          Map<String, Set<String>> known = new HashMap<>();
          rows.forEach(row ->
              known
                  .computeIfAbsent(
                      row.getString("source") + '/' + row.getInteger("partition"),
                      lane -> new HashSet<>())
                  .add(row.getString("hash")));
          return known;
        });
  }

  /** Strays that follow the end of a lane or a record of the batch; all of a lane without end. */
  static Uni<Map<String, List<InboxRecord>>> kept(
      SqlConnection connection, List<InboxRecord> batch, Map<String, Lane> lanes) {
    List<InboxRecord> linked = batch.stream().filter(m -> m.link().isChained()).toList();
    if (linked.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    var sources = new ArrayList<String>();
    var partitions = new ArrayList<Integer>();
    var ends = new ArrayList<String>();
    for (InboxRecord message : linked) {
      Lane lane = lanes.getOrDefault(Lane.name(message), none(message));
      String end = lane.end();
      for (String from : Stream.of(message.link().hash(), end == null ? "" : end).toList()) {
        sources.add(message.source());
        partitions.add(message.partition());
        ends.add(from);
      }
    }
    return connection
        .preparedQuery(
            """
            WITH RECURSIVE ends AS (
              SELECT DISTINCT * FROM unnest($1::text[], $2::int[], $3::text[])
                AS e (source, partition, prev)
            ), reach AS (
              SELECT id, source, partition, record, hash FROM ends JOIN stray_record s
                USING (source, partition) WHERE s.prev = ends.prev OR ends.prev = ''
              UNION
              SELECT s.id, s.source, s.partition, s.record, s.hash FROM reach
              JOIN stray_record s ON s.source = reach.source AND s.partition = reach.partition
                AND s.prev = reach.hash)
            SELECT source, partition, record FROM reach LIMIT $4
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(sources.toArray(String[]::new))
                .addArrayOfInteger(partitions.toArray(Integer[]::new))
                .addArrayOfString(ends.toArray(String[]::new))
                .addInteger(REACH))
        .map(rows -> {
          Map<String, List<InboxRecord>> kept = new HashMap<>();
          for (Row row : rows) {
            InboxRecord message =
                record(
                    row.getString("source"), row.getInteger("partition"), row.getString("record"));
            if (message.link().isChained()) {
              kept.computeIfAbsent(Lane.name(message), lane -> new ArrayList<>()).add(message);
            }
          }
          return kept;
        });
  }

  static Lane none(InboxRecord message) {
    return new Lane(message.source(), message.partition(), null, null, false);
  }

  /** Links what was applied, and takes it from the strays where it waited there. */
  static Uni<Void> link(SqlConnection connection, List<InboxRecord> applied) {
    List<InboxRecord> linked = applied.stream().filter(m -> !m.link().hash().isEmpty()).toList();
    if (linked.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns = columns(linked, m -> m.link().hash());
    return connection
        .preparedQuery(
            """
            WITH came AS (
              SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) AS c (source, partition, hash)
            ), freed AS (
              DELETE FROM stray_record USING came WHERE stray_record.source = came.source
                AND stray_record.partition = came.partition AND stray_record.hash = came.hash
            )
            INSERT INTO inbox_link (source, partition, hash) SELECT * FROM came
            ON CONFLICT DO NOTHING
            """)
        .execute(columns)
        .replaceWithVoid();
  }

  /**
   * Moves a lane on; fails with a retryable error where another consumer has moved it meanwhile.
   */
  static Uni<Void> move(SqlConnection connection, Lane from, Lane to) {
    Uni<Void> moved = Uni.createFrom().voidItem();
    if (to.seq() != null && !to.seq().equals(from.seq())) {
      moved =
          one(
              connection,
              """
              INSERT INTO inbox_position (source, partition, seq) VALUES ($1, $2, $3)
              ON CONFLICT (source, partition) DO UPDATE SET seq = EXCLUDED.seq
              WHERE inbox_position.seq = $4
              """,
              Tuple.of(to.source(), to.partition(), to.seq(), from.passed()));
    }
    if (to.head() == null || to.head().equals(from.head())) {
      return moved;
    }
    return moved.flatMap(done ->
        one(
            connection,
            """
            INSERT INTO inbox_lane (source, partition, head) VALUES ($1, $2, $3)
            ON CONFLICT (source, partition) DO UPDATE SET head = EXCLUDED.head
            WHERE inbox_lane.head = $4
            """,
            Tuple.of(
                to.source(), to.partition(), to.head(), from.head() == null ? "" : from.head())));
  }

  private static Uni<Void> one(SqlConnection connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .invoke(rows -> {
          if (rows.rowCount() == 0) {
            throw new PgException("overtaken", "ERROR", "40001", "");
          }
        })
        .replaceWithVoid();
  }

  static Uni<Void> leave(SqlConnection connection, Stray stray) {
    InboxRecord message = stray.message();
    String text = text(message);
    return connection
        .preparedQuery(
            """
            INSERT INTO stray_record
              (source, partition, fingerprint, seq, key, kind, prev, hash, record, reason)
            VALUES ($1, $2, $3, $4, $5, $6, nullif($7, ''), nullif($8, ''), $9, $10)
            ON CONFLICT (source, partition, fingerprint) DO NOTHING
            """)
        .execute(
            Tuple.tuple()
                .addString(message.source())
                .addInteger(message.partition())
                .addString(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)))
                .addLong(message.seq())
                .addString(message.key())
                .addString(stray.kind().name())
                .addString(message.link().prev())
                .addString(message.link().hash())
                .addString(text)
                .addString(InboxRecord.storable(stray.reason())))
        .replaceWithVoid();
  }

  private static String text(InboxRecord message) {
    Map<String, Object> kept = new HashMap<>();
    kept.put("correlationId", message.correlationId());
    kept.put("hash", message.link().hash());
    kept.put("id", message.id());
    kept.put("key", message.key());
    kept.put("prev", message.link().prev());
    kept.put("seal", message.link().seal());
    kept.put("seq", message.seq());
    kept.put("type", message.type());
    kept.put("value", message.value());
    if (!message.link().ends().isEmpty()) {
      kept.put("ends", message.link().ends());
    }
    return CanonicalJson.text(kept);
  }

  static InboxRecord record(String source, int partition, String text) {
    try {
      JsonNode kept = JSON.readTree(text);
      return new InboxRecord(
          source,
          partition,
          kept.path("seq").asLong(),
          kept.path("key").asText(),
          kept.path("type").asText(),
          kept.path("id").asText(),
          kept.path("correlationId").asText(),
          kept.path("value").asText(),
          "",
          new InboxRecord.Link(
              kept.path("prev").asText(),
              kept.path("hash").asText(),
              kept.path("seal").asText(),
              kept.path("ends").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stray record is not JSON", e);
    }
  }

  private static Tuple columns(
      List<InboxRecord> records, java.util.function.Function<InboxRecord, @Nullable String> third) {
    return Tuple.tuple()
        .addArrayOfString(records.stream().map(InboxRecord::source).toArray(String[]::new))
        .addArrayOfInteger(records.stream().map(InboxRecord::partition).toArray(Integer[]::new))
        .addArrayOfString(records.stream().map(third).toArray(String[]::new));
  }
}
