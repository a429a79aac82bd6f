package cn.doublerandom.eventstore.timer;

import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.decider.ProcessRules.Reaction;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger for one process and keeps its timers, in the transaction of its checkpoint:
 * every entry sets its timers exactly once, whatever dies. The rules meet one scope at a time,
 * under the names streams have there.
 */
public final class ProcessJob implements Worker.Job {
  private static final int BATCH = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(ProcessJob.class);

  private final Pool pool;
  private final LedgerReader ledger;
  private final TimedProcess<?, ?, ?> process;

  public ProcessJob(Pool pool, TimedProcess<?, ?, ?> process) {
    this.pool = pool;
    this.ledger = new LedgerReader(pool);
    this.process = process;
  }

  @Override
  public boolean turn() {
    return step().await().atMost(LIMIT) == BATCH;
  }

  /**
   * Looks without a lock, for there is nothing to do most of the time, and reads before the
   * transaction begins: whoever holds a connection asks for no other.
   *
   * @return how many entries were kept
   */
  private Uni<Integer> step() {
    return pool.preparedQuery(
            "SELECT coalesce((SELECT seq FROM projection WHERE name = $1), 0) AS seq")
        .execute(Tuple.of(checkpointName()))
        .map(rows -> rows.iterator().next().getLong("seq"))
        .flatMap(seq ->
            ledger
                .after(seq, BATCH)
                .flatMap(entries ->
                    entries.isEmpty()
                        ? Uni.createFrom().item(0)
                        : pool.withTransaction(connection -> step(connection, seq, entries))));
  }

  private Uni<Integer> step(SqlConnection connection, long before, List<LedgerEntry> entries) {
    return checkpoint(connection)
        .flatMap(seq -> {
          if (seq != before) {
            return Uni.createFrom().item(0);
          }
          return Multi.createFrom()
              .iterable(entries)
              .onItem()
              .transformToUniAndConcatenate(entry -> keep(connection, entry))
              .collect()
              .last()
              .flatMap(done ->
                  connection
                      .preparedQuery("UPDATE projection SET seq = $2 WHERE name = $1")
                      .execute(Tuple.of(checkpointName(), entries.getLast().seq())))
              .replaceWith(entries.size());
        });
  }

  private String checkpointName() {
    return "process_" + process.name();
  }

  private Uni<Long> checkpoint(SqlConnection connection) {
    return connection
        .preparedQuery(
            """
            INSERT INTO projection (name, generation, version, seq, live)
            VALUES ($1, 1, 1, 0, TRUE) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(checkpointName()))
        .flatMap(inserted ->
            connection
                .preparedQuery("SELECT seq FROM projection WHERE name = $1 FOR UPDATE")
                .execute(Tuple.of(checkpointName())))
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  private Uni<Void> keep(SqlConnection connection, LedgerEntry entry) {
    if (MemoryEvent.isIn(entry.event().stream())) {
      return Uni.createFrom().voidItem();
    }
    StreamNames.Scoped stream;
    try {
      stream = StreamNames.parse(entry.event().stream());
    } catch (IllegalArgumentException e) {
      LOG.warn("{} watches no stream that is nobody's: {}", process.name(), e.getMessage());
      return Uni.createFrom().voidItem();
    }
    List<Reaction> reactions = process.react(entry.event().named(stream.name()));
    return Multi.createFrom()
        .iterable(reactions)
        .onItem()
        .transformToUniAndConcatenate(reaction ->
            keep(
                connection,
                entry.event().stream(),
                new TimerNames(process.name(), stream.scope()),
                reaction))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> keep(
      SqlConnection connection, String stream, TimerNames names, Reaction reaction) {
    return switch (reaction) {
      case Reaction.SetTimer(var timer, var dueAt) ->
          connection
              .preparedQuery(
                  """
                  INSERT INTO timer (id, process, stream, due_at, payload)
                  VALUES ($1, $2, $3, $4, '')
                  ON CONFLICT (id) DO UPDATE SET due_at = EXCLUDED.due_at, attempts = 0, fault = NULL
                  """)
              .execute(
                  Tuple.of(
                      names.stored(timer), process.name(), stream, dueAt.atOffset(ZoneOffset.UTC)))
              .replaceWithVoid();
      case Reaction.CancelTimer(var timer) ->
          connection
              .preparedQuery("DELETE FROM timer WHERE id = $1")
              .execute(Tuple.of(names.stored(timer)))
              .replaceWithVoid();
    };
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
