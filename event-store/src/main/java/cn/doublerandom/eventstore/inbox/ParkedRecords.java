package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The table of records that could not be applied, by source and key, oldest first. */
final class ParkedRecords {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private ParkedRecords() {}

  /** One word for a source and a key; no topic name holds the separator. */
  static String lane(String source, String key) {
    return source + '\u001f' + key;
  }

  /** Which keys of the batch have something parked. */
  static Uni<Set<String>> keysAmong(SqlConnection connection, List<InboxRecord> batch) {
    return connection
        .preparedQuery(
            """
            SELECT DISTINCT parked_record.source, parked_record.key
            FROM unnest($1::text[], $2::text[]) AS wanted (source, key)
            JOIN parked_record USING (source, key)
            """)
        .execute(
            Tuple.tuple()
                .addArrayOfString(batch.stream().map(InboxRecord::source).toArray(String[]::new))
                .addArrayOfString(batch.stream().map(InboxRecord::key).toArray(String[]::new)))
        .map(rows -> {
          Set<String> keys = new HashSet<>();
          rows.forEach(r -> keys.add(lane(r.getString("source"), r.getString("key"))));
          return keys;
        });
  }

  static Uni<Void> add(SqlConnection connection, InboxRecord message, String reason) {
    return connection
        .preparedQuery(
            """
            INSERT INTO parked_record (source, partition, seq, key, headers, value, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (source, partition, seq) DO NOTHING
            """)
        .execute(
            Tuple.tuple()
                .addString(message.source())
                .addInteger(message.partition())
                .addLong(message.seq())
                .addString(message.key())
                .addString(
                    CanonicalJson.text(
                        Map.of(
                            "correlationId", message.correlationId(),
                            "id", message.id(),
                            "type", message.type())))
                .addString(message.value())
                .addString(reason))
        .replaceWithVoid();
  }

  /** Parked records with a number above {@code after}, ascending. */
  static Uni<List<ParkedRecord>> page(SqlClient sql, long after, int limit) {
    return sql.preparedQuery(
            """
            SELECT id, source, partition, seq, key, headers, reason FROM parked_record
            WHERE id > $1 ORDER BY id LIMIT $2
            """)
        .execute(Tuple.of(after, limit))
        .map(ParkedRecords::all);
  }

  /** What is parked under a key, oldest first. */
  static Uni<List<ParkedRecord>> under(SqlClient sql, String source, String key, int limit) {
    return sql.preparedQuery(
            """
            SELECT id, source, partition, seq, key, headers, reason FROM parked_record
            WHERE source = $1 AND key = $2 ORDER BY id LIMIT $3
            """)
        .execute(Tuple.of(source, key, limit))
        .map(ParkedRecords::all);
  }

  private static List<ParkedRecord> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> {
          var headers = headers(row);
          return new ParkedRecord(
              row.getLong("id"),
              row.getString("source"),
              row.getInteger("partition"),
              row.getLong("seq"),
              row.getString("key"),
              headers.path("id").asText(),
              headers.path("type").asText(),
              row.getString("reason"));
        })
        .toList();
  }

  /** Takes out what is parked under a key, oldest first. */
  static Uni<List<InboxRecord>> take(SqlConnection connection, String source, String key) {
    return connection
        .preparedQuery(
            """
            DELETE FROM parked_record WHERE source = $1 AND key = $2
            RETURNING id, source, partition, seq, key, headers, value
            """)
        .execute(Tuple.of(source, key))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .sorted(Comparator.comparingLong(row -> row.getLong("id")))
                .map(ParkedRecords::recordIn)
                .toList());
  }

  /** Takes out the oldest record parked under a key. */
  static Uni<Optional<InboxRecord>> takeOldest(
      SqlConnection connection, String source, String key) {
    return connection
        .preparedQuery(
            """
            DELETE FROM parked_record WHERE id = (
              SELECT id FROM parked_record WHERE source = $1 AND key = $2
              ORDER BY id LIMIT 1 FOR UPDATE)
            RETURNING source, partition, seq, key, headers, value
            """)
        .execute(Tuple.of(source, key))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(ParkedRecords::recordIn));
  }

  private static JsonNode headers(Row row) {
    try {
      return JSON.readTree(row.getString("headers"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parked headers are not JSON", e);
    }
  }

  private static InboxRecord recordIn(Row row) {
    JsonNode headers = headers(row);
    return new InboxRecord(
        row.getString("source"),
        row.getInteger("partition"),
        row.getLong("seq"),
        row.getString("key"),
        headers.get("type").asText(),
        headers.get("id").asText(),
        headers.get("correlationId").asText(),
        row.getString("value"));
  }
}
