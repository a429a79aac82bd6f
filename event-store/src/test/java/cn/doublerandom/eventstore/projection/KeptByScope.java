package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.inbox.Replicas;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Whether the tables of read models say whose a row is, and what happens when others have some. */
public final class KeptByScope {
  /** As many as a service has. */
  private static final int CONNECTIONS = 16;

  private final Pool pool;
  private final List<String> tables = new ArrayList<>();
  private final ScopeColumn column;

  public KeptByScope(Pool pool, Iterable<Projection> projections, ScopeColumn column) {
    this.pool = pool;
    this.column = column;
    projections.forEach(projection -> tables.addAll(projection.tables()));
  }

  /** Those of replicas too. */
  public KeptByScope and(Replicas replicas) {
    replicas.all().forEach(replica -> tables.addAll(replica.tables()));
    return this;
  }

  /** What is wrong, in words; empty where nothing is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    open().forEach(table -> faults.add(table + " shows its rows to everybody"));
    for (String table : tables) {
      RowSet<Row> key =
          pool.preparedQuery(
                  """
                  SELECT string_agg(a.attname, ',' ORDER BY array_position(i.indkey::int[], a.attnum::int)) AS key,
                    bool_or(a.atthasdef AND a.attname = $2) AS defaulted
                  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                  WHERE i.indrelid = $1::text::regclass AND i.indisprimary
                    -- What an index knows besides its key is counted from 0 behind it.
                    AND array_position(i.indkey::int[], a.attnum::int) < i.indnkeyatts
                  """)
              .execute(Tuple.of(table, column.name()))
              .await()
              .indefinitely();
      Row row = key.iterator().next();
      if (!(column.name() + ",id").equals(row.getString("key"))) {
        faults.add(table + " has the key " + row.getString("key"));
      } else if (row.getBoolean("defaulted")) {
        faults.add(table + " says by itself whose a row is");
      }
    }
    return faults;
  }

  /**
   * Answers that are others as long as another scope has the home scope's rows, each once under its
   * id and once under another; empty where none is. What changes by itself does not count.
   *
   * @param answers by address, beginning with the status
   * @param fewest so many are answered with 200, and so many rows there are
   */
  public List<String> changed(Scope other, Callable<Map<String, String>> answers, int fewest)
      throws Exception {
    Map<String, String> before = answers.call();
    long told = before.values().stream().filter(answer -> answer.startsWith("200 ")).count();
    Map<String, String> during;
    int copied;
    try {
      copied = copyTo(other);
      during = answers.call();
    } finally {
      takeFrom(other);
    }
    if (told < fewest || copied < fewest) {
      throw new IllegalStateException(
          "%d rows, %d answers: %s".formatted(copied, told, before.keySet()));
    }
    Map<String, String> after = answers.call();
    List<String> changed = new ArrayList<>();
    before.forEach((address, answer) -> {
      if (answer.equals(after.get(address))
          && during.containsKey(address)
          && !answer.equals(during.get(address))) {
        changed.add("%s: %s → %s".formatted(address, answer, during.get(address)));
      }
    });
    return changed;
  }

  private int copyTo(Scope other) {
    int copied = 0;
    for (String table : tables) {
      String others = others(table);
      for (String id : List.of("id", "id || '9'")) {
        copied +=
            written(
                "INSERT INTO %s (%s, id, %s) SELECT $1::text, %s, %s FROM %s WHERE %s = $2"
                    .formatted(table, column.name(), others, id, others, table, column.name()),
                Tuple.of(column.of(other), column.home()));
      }
    }
    return copied;
  }

  private void takeFrom(Scope other) {
    for (String table : tables) {
      written(
          "DELETE FROM %s WHERE %s = $1".formatted(table, column.name()),
          Tuple.of(column.of(other)));
    }
  }

  /** How many rows the writer of read models changes; nobody else may. */
  private int written(String sql, Tuple parameters) {
    return pool.withTransaction(connection ->
            ViewWriter.take(connection)
                .chain(() -> connection.preparedQuery(sql).execute(parameters)))
        .await()
        .indefinitely()
        .rowCount();
  }

  /** Read models whose rows are seen by who forgets to say whose he reads. */
  private List<String> open() {
    RowSet<Row> open =
        pool.preparedQuery(
                """
                SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                WHERE relkind = 'r' AND relname LIKE '%\\_view' AND attname = $1
                  AND NOT (relrowsecurity AND relforcerowsecurity)
                """)
            .execute(Tuple.of(column.name()))
            .await()
            .indefinitely();
    List<String> tables = new ArrayList<>();
    open.forEach(row -> tables.add(row.getString("relname")));
    return tables;
  }

  /**
   * What a query reads that forgets to say whose rows it wants, of all tables, in a transaction
   * that says so.
   *
   * @return whose rows came
   */
  public Set<String> readForgetting(String setting, Scope scope) {
    Set<String> whose = new TreeSet<>();
    for (String table : tables) {
      pool.withTransaction(connection ->
              connection
                  .preparedQuery("SELECT set_config($1, $2, TRUE)")
                  .execute(Tuple.of(setting, column.of(scope)))
                  .chain(() ->
                      connection
                          .query("SELECT DISTINCT %s FROM %s".formatted(column.name(), table))
                          .execute()))
          .await()
          .indefinitely()
          .forEach(row -> whose.add(row.getString(0)));
    }
    return whose;
  }

  /** How many rows are read, of all tables and with every connection, by who says nothing. */
  public long readSayingNothing() {
    long rows = 0;
    for (String table : tables) {
      for (int again = 0; again < CONNECTIONS; again++) {
        rows +=
            pool.query("SELECT count(*) FROM " + table)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
      }
    }
    return rows;
  }

  /** Its columns but for the key, and what follows from them. */
  private String others(String table) {
    return pool.preparedQuery(
            """
            SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
            WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped
              AND attgenerated = '' AND attname NOT IN ('id', $2)
            """)
        .execute(Tuple.of(table, column.name()))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getString(0);
  }
}
