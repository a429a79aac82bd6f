package cn.doublerandom.registry.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.exchange.Different;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.servicekit.view.OwnRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/** The comparison is one statement: it sees both sides at one moment and holds no row in memory. */
@ApplicationScoped
class ExchangeSchema implements ExchangeTables {
  /**
   * The root is a hash over hashes of parts, so that no text of all entries is ever put together.
   */
  private static final String COMPARE =
      """
      WITH ours AS MATERIALIZED (
        SELECT DISTINCT ON (id COLLATE "C") id COLLATE "C" AS id, hash
        FROM exchange.subject WHERE bureau = $1 ORDER BY id COLLATE "C", seq DESC),
      latest AS (
        SELECT DISTINCT ON (id COLLATE "C") id COLLATE "C" AS id, hash
        FROM exchange.held WHERE bureau = $1 ORDER BY id COLLATE "C", seq DESC),
      theirs AS MATERIALIZED (SELECT id, hash FROM latest WHERE hash <> ''),
      differing AS MATERIALIZED (
        SELECT id, CASE WHEN theirs.hash IS NULL THEN 'MISSING_THERE'
                        WHEN ours.hash IS NULL THEN 'MISSING_HERE'
                        ELSE 'DIFFERENT' END AS difference
        FROM ours FULL JOIN theirs USING (id)
        WHERE ours.hash IS DISTINCT FROM theirs.hash),
      parts AS (
        SELECT side, part, encode(sha256(convert_to(
          string_agg(id || ' ' || hash || E'\\n', '' ORDER BY id), 'UTF8')), 'hex') AS hash
        FROM (SELECT 'here' AS side, id, hash, left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), 2)
                AS part FROM ours
              UNION ALL
              SELECT 'there', id, hash, left(encode(sha256(convert_to(id, 'UTF8')), 'hex'), 2)
              FROM theirs) AS both_sides
        GROUP BY side, part),
      roots AS (
        SELECT side, encode(sha256(convert_to(
          string_agg(part || ' ' || hash || E'\\n', '' ORDER BY part COLLATE "C"), 'UTF8')), 'hex')
          AS root
        FROM parts GROUP BY side),
      compared AS (
        INSERT INTO exchange.comparison (bureau, here, there, differing, root_here, root_there)
        SELECT $1, (SELECT count(*) FROM ours), (SELECT count(*) FROM theirs),
          (SELECT count(*) FROM differing),
          coalesce((SELECT root FROM roots WHERE side = 'here'), ''),
          coalesce((SELECT root FROM roots WHERE side = 'there'), '')
        RETURNING *),
      listed AS (
        INSERT INTO exchange.difference (comparison, id, difference)
        SELECT number, id, difference FROM compared CROSS JOIN differing)
      SELECT * FROM compared
      """;

  private final Pool pool;

  @Inject
  ExchangeSchema(Pool pool) {
    this.pool = pool;
  }

  @Override
  public CompletionStage<Compared> compare() {
    return OwnRows.bureau().flatMap(this::compared).subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Compared> compare(BureauKey bureau) {
    return compared(bureau.text()).subscribeAsCompletionStage();
  }

  private Uni<Compared> compared(String bureau) {
    return rows(COMPARE, Tuple.of(bureau)).map(rows -> compared(rows.iterator().next()));
  }

  @Override
  public CompletionStage<List<Compared>> comparisons(int limit) {
    return OwnRows.bureau()
        .flatMap(own ->
            rows(
                "SELECT * FROM exchange.comparison WHERE bureau = $1 ORDER BY number DESC LIMIT $2",
                Tuple.of(own, limit)))
        .map(rows -> list(rows).stream().map(ExchangeSchema::compared).toList())
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Optional<Compared>> comparison(long number) {
    return OwnRows.bureau()
        .flatMap(own ->
            rows(
                "SELECT * FROM exchange.comparison WHERE bureau = $1 AND number = $2",
                Tuple.of(own, number)))
        .map(rows -> list(rows).stream().map(ExchangeSchema::compared).findFirst())
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<List<Different>> differences(long number, String after, int limit) {
    return OwnRows.bureau()
        .flatMap(own ->
            rows(
                """
                SELECT id, difference FROM exchange.difference
                WHERE comparison = (
                    SELECT number FROM exchange.comparison WHERE bureau = $1 AND number = $2)
                  AND id > $3 ORDER BY id LIMIT $4
                """,
                Tuple.of(own, number, after, limit)))
        .map(rows ->
            list(rows).stream()
                .map(row ->
                    new Different(
                        row.getString("id"),
                        Different.Difference.valueOf(row.getString("difference"))))
                .toList())
        .subscribeAsCompletionStage();
  }

  private Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters);
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static Compared compared(Row row) {
    return new Compared(
        row.getLong("number"),
        row.getOffsetDateTime("compared_at").toInstant(),
        row.getLong("here"),
        row.getLong("there"),
        row.getLong("differing"),
        row.getString("root_here"),
        row.getString("root_there"));
  }
}
