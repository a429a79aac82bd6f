package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fold all generations share, in the transaction of whoever calls. */
final class Folding {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  private Folding() {}

  /**
   * What entries are folded into.
   *
   * @param column where the tables say whose a row is
   */
  record Into(SqlConnection connection, Projection projection, Optional<ScopeColumn> column) {}

  static Uni<Void> prepare(SqlConnection connection, String name, Projection projection) {
    return connection
        .preparedQuery("SELECT projection_begin($1, $2)")
        .execute(Tuple.of(name, projection.tables().toArray(String[]::new)))
        .replaceWithVoid();
  }

  static Uni<LeftOut> leftOut(
      SqlConnection connection, Projection projection, Generation generation) {
    return ParkedStreams.of(connection, projection.name(), generation.number());
  }

  static Uni<Long> park(
      SqlConnection connection,
      Projection projection,
      Generation generation,
      LedgerEntry entry,
      Throwable failure) {
    LOG.error(
        "{} cannot store seq {}: stream {} is parked",
        projection.name(),
        entry.seq(),
        entry.event().stream(),
        failure);
    return ParkedStreams.park(connection, projection.name(), generation.number(), entry, failure)
        .flatMap(parked -> advance(connection, projection, generation, entry.seq()));
  }

  /** Applies entries, in halves where they fail, until one that cannot be stored stands alone. */
  static void inHalves(
      List<LedgerEntry> entries,
      Consumer<List<LedgerEntry>> apply,
      BiConsumer<LedgerEntry, RuntimeException> park) {
    try {
      apply.accept(entries);
    } catch (RuntimeException e) {
      if (!ParkedStreams.isTheEvents(e)) {
        throw e;
      } else if (entries.size() == 1) {
        park.accept(entries.getFirst(), e);
      } else {
        int middle = entries.size() / 2;
        inHalves(entries.subList(0, middle), apply, park);
        inHalves(entries.subList(middle, entries.size()), apply, park);
      }
    }
  }

  /** The seq of a generation, which nobody else changes until the transaction ends. */
  static Uni<Long> lock(SqlConnection connection, Projection projection, int generation) {
    return seq(connection, projection, generation, " FOR UPDATE");
  }

  /** The seq of a generation as it is seen; takes no transaction id. */
  static Uni<Long> seq(SqlConnection connection, Projection projection, int generation) {
    return seq(connection, projection, generation, "");
  }

  private static Uni<Long> seq(
      SqlConnection connection, Projection projection, int generation, String lock) {
    return connection
        .preparedQuery("SELECT seq FROM projection WHERE name = $1 AND generation = $2" + lock)
        .execute(Tuple.of(projection.name(), generation))
        .map(rows -> {
          if (rows.rowCount() == 0) {
            throw new ParkedStreams.Elsewhere(
                "generation %d of %s is gone".formatted(generation, projection.name()));
          }
          return rows.iterator().next().getLong("seq");
        });
  }

  /**
   * Takes the role that may write, and lets the unqualified names of this transaction mean the
   * tables being filled.
   *
   * @param name of the filling; empty for the live tables
   */
  static Uni<Void> asWriter(SqlConnection connection, String name) {
    return name.isEmpty()
        ? ViewWriter.take(connection)
        : ViewWriter.take(connection, "next_" + name);
  }

  static Uni<Long> fold(Into into, List<LedgerEntry> entries, LeftOut out) {
    return fold(into, entries, Optional.empty(), out);
  }

  /** Each scope's entries into its own rows, under the names its streams have there. */
  static Uni<Long> fold(
      Into into, List<LedgerEntry> entries, Optional<Written> written, LeftOut out) {
    Map<Scope, List<LedgerEntry>> shown = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (!MemoryEvent.isIn(entry.event().stream()) && !out.has(entry)) {
        StreamNames.Scoped named = StreamNames.parse(entry.event().stream());
        shown
            .computeIfAbsent(named.scope(), scope -> new ArrayList<>())
            .add(entry.named(named.name()));
      }
    }
    return Multi.createFrom()
        .iterable(shown.entrySet())
        .onItem()
        .transformToUniAndConcatenate(own -> {
          Scope scope = own.getKey();
          var views =
              new Views(new SqlTables(into.connection(), into.column(), scope), written, scope);
          return into.projection().apply(own.getValue(), views).flatMap(done -> views.flush());
        })
        .collect()
        .last()
        .replaceWith(entries.getLast().seq());
  }

  static Uni<Long> advance(
      SqlConnection connection, Projection projection, Generation generation, long seq) {
    return connection
        .preparedQuery("UPDATE projection SET seq = $3 WHERE name = $1 AND generation = $2")
        .execute(Tuple.of(projection.name(), generation.number(), seq))
        .replaceWith(seq);
  }
}
