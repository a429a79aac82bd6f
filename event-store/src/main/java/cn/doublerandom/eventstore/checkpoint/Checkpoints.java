package cn.doublerandom.eventstore.checkpoint;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/** The checkpoints a service has sealed of a log, and who cosigned them. Calls block. */
public final class Checkpoints {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int KEY_HASH_BYTES = 4;
  private static final int COSIGNATURE_BYTES = KEY_HASH_BYTES + Long.BYTES + 64;

  private final Pool pool;
  private final LogTables tables;

  /** Of the ledger. */
  public Checkpoints(Pool pool) {
    this(pool, LogTables.LEDGER);
  }

  /** Of another log. */
  public Checkpoints(Pool pool, LogTables tables) {
    this.pool = pool;
    this.tables = tables;
  }

  public Optional<Checkpoint> latest() {
    for (Row row :
        ask(
            "SELECT size, root, note, sealed_at FROM {schema}checkpoint ORDER BY size DESC LIMIT 1",
            Tuple.tuple())) {
      return Optional.of(
          new Checkpoint(
              row.getLong("size"),
              HexFormat.of().formatHex(row.getBuffer("root").getBytes()),
              row.getString("note"),
              row.getOffsetDateTime("sealed_at").toInstant()));
    }
    return Optional.empty();
  }

  /** The note of a checkpoint with every cosignature it has got. */
  public String cosigned(Checkpoint checkpoint) {
    var note = new StringBuilder(checkpoint.note());
    ask(
            """
            SELECT DISTINCT ON (split_part(line, ' ', 2)) line FROM {schema}cosignature
            WHERE size = $1 ORDER BY split_part(line, ' ', 2), witness
            """,
            Tuple.of(checkpoint.size()))
        .forEach(row -> note.append(row.getString("line")).append('\n'));
    return note.toString();
  }

  /**
   * A checkpoint and since when somebody outside has seen it.
   *
   * @param root 64 hex digits
   * @param cosignedAt the latest time its cosignatures name; empty where it has none
   */
  public record Seen(long size, String root, Instant sealedAt, Optional<Instant> cosignedAt) {}

  /** The first checkpoint that contains an entry, a cosigned one where there is one. */
  public Optional<Seen> containing(long seq) {
    for (Row row :
        ask(
            """
            SELECT size, root, sealed_at,
              (SELECT string_agg(line, E'\\n') FROM {schema}cosignature c WHERE c.size = s.size)
                AS lines
            FROM {schema}checkpoint s WHERE size >= $1
            ORDER BY EXISTS (SELECT FROM {schema}cosignature c WHERE c.size = s.size) DESC, size
            LIMIT 1
            """,
            Tuple.of(seq))) {
      return Optional.of(
          new Seen(
              row.getLong("size"),
              HexFormat.of().formatHex(row.getBuffer("root").getBytes()),
              row.getOffsetDateTime("sealed_at").toInstant(),
              Optional.ofNullable(row.getString("lines")).flatMap(Checkpoints::cosignedAt)));
    }
    return Optional.empty();
  }

  /** The latest time of signature lines (c2sp.org/tlog-cosignature): hash, then u64be seconds. */
  static Optional<Instant> cosignedAt(String lines) {
    return lines
        .lines()
        .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(signature -> signature.length == COSIGNATURE_BYTES)
        .map(signature -> Instant.ofEpochSecond(ByteBuffer.wrap(signature).getLong(KEY_HASH_BYTES)))
        .max(Comparator.naturalOrder());
  }

  void add(Checkpoint checkpoint) {
    ask(
        """
        INSERT INTO {schema}checkpoint (size, root, note, sealed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(
            checkpoint.size(),
            Buffer.buffer(HexFormat.of().parseHex(checkpoint.root())),
            checkpoint.note(),
            checkpoint.sealedAt().atOffset(ZoneOffset.UTC)));
  }

  boolean isCosigned(long size, String witness) {
    return ask(
                "SELECT FROM {schema}cosignature WHERE size = $1 AND witness = $2",
                Tuple.of(size, witness))
            .rowCount()
        > 0;
  }

  /** The size of the last checkpoint the witness cosigned; 0 before the first. */
  long lastCosigned(String witness) {
    return ask(
            "SELECT coalesce(max(size), 0) AS size FROM {schema}cosignature WHERE witness = $1",
            Tuple.of(witness))
        .iterator()
        .next()
        .getLong("size");
  }

  void addCosignature(long size, String witness, String line) {
    ask(
        "INSERT INTO {schema}cosignature (size, witness, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        Tuple.of(size, witness, line));
  }

  private RowSet<Row> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(tables.in(sql)).execute(parameters).await().atMost(LIMIT);
  }
}
