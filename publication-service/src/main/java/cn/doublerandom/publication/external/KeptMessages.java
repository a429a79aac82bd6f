package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Messages in a table every replica claims from; what is due is so by the database's clock. */
@ApplicationScoped
class KeptMessages implements WebhookShelf {
  /** Of one receiver at once, so that a slow one holds up no other for long. */
  private static final int AT_ONCE = 4;

  private final Pool pool;

  @Inject
  KeptMessages(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Long> reach() {
    return pool.query("SELECT seq FROM webhook.reach")
        .execute()
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  @Override
  public Uni<Void> add(long from, long to, List<Step> steps) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery("UPDATE webhook.reach SET seq = $2 WHERE seq = $1")
            .execute(Tuple.of(from, to))
            .flatMap(moved -> {
              if (moved.rowCount() != 1) {
                throw new IllegalStateException("another replica makes the messages, too");
              }
              return Multi.createFrom()
                  .iterable(steps)
                  .onItem()
                  .transformToUniAndConcatenate(step -> take(connection, step))
                  .collect()
                  .asList()
                  .replaceWithVoid();
            }));
  }

  private static Uni<Integer> take(SqlConnection connection, Step step) {
    return switch (step) {
      case Standing standing -> stands(connection, standing);
      case News news -> told(connection, news);
    };
  }

  private static Uni<Integer> stands(SqlConnection connection, Standing s) {
    String[] news = s.news().stream().map(Enum::name).toArray(String[]::new);
    return connection
        .preparedQuery(
            """
            INSERT INTO webhook.subscription (scope, id, state, news)
            VALUES ($1, $2, $3::text, $4::text[])
            ON CONFLICT (scope, id) DO UPDATE SET state = $3::text, news = $4::text[]
            """)
        .execute(Tuple.of(s.scope().name(), s.id(), s.state().name(), news))
        .flatMap(stored ->
            connection
                .preparedQuery(
                    """
                    UPDATE webhook.message
                    SET state = 'DEAD', fault = 'ended', lease = NULL, done_at = now()
                    WHERE scope = $1 AND webhook = $2 AND state = 'WAITING' AND $3::text = 'ENDED'
                    """)
                .execute(Tuple.of(s.scope().name(), s.id(), s.state().name())))
        .map(RowSet::rowCount);
  }

  private static Uni<Integer> told(SqlConnection connection, News news) {
    return connection
        .preparedQuery(
            """
            INSERT INTO webhook.message
              (scope, webhook, id, seq, type, body, state, due_at, made_at)
            SELECT scope, id, $2::text, $3::bigint, $4::text, $5::text, 'WAITING', now(),
              $6::timestamptz
            FROM webhook.subscription
            WHERE scope = $1
              AND state IN ('ACTIVE', 'PAUSED')
              AND $4::text = ANY (news)
            ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.tuple()
                .addString(news.scope().name())
                .addString(news.id())
                .addLong(news.seq())
                .addString(news.what().name())
                .addString(news.body())
                .addOffsetDateTime(OffsetDateTime.ofInstant(news.happenedAt(), ZoneOffset.UTC)))
        .map(RowSet::rowCount);
  }

  @Override
  public Uni<Void> meet(Scope scope, String id) {
    return pool.preparedQuery(
            """
            INSERT INTO webhook.subscription (scope, id, state, news)
            VALUES ($1, $2, 'UNASKED', '{}')
            ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(scope.name(), id))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<String>> known(Scope scope) {
    return pool.preparedQuery("SELECT id FROM webhook.subscription WHERE scope = $1 ORDER BY id")
        .execute(Tuple.of(scope.name()))
        .map(rows -> all(rows, row -> row.getString("id")));
  }

  @Override
  public Uni<List<Claimed>> claim(int limit, Duration lease) {
    return pool.preparedQuery(
            """
            UPDATE webhook.message AS taken
            SET tries = taken.tries + 1, lease = $3, leased_until = now() + $4::bigint * interval '1 ms'
            FROM (
              SELECT scope, webhook, id
              FROM webhook.message
              WHERE (scope, webhook, id) IN (
                SELECT scope, webhook, id
                FROM (
                  SELECT m.scope, m.webhook, m.id, m.due_at,
                    row_number() OVER (PARTITION BY m.scope, m.webhook ORDER BY m.seq) AS place
                  FROM webhook.message AS m
                  JOIN webhook.subscription AS s ON s.scope = m.scope AND s.id = m.webhook
                  WHERE s.state = 'ACTIVE'
                    AND m.state = 'WAITING'
                    AND m.due_at <= now()
                    AND (m.leased_until IS NULL OR m.leased_until < now())) AS due
                WHERE place <= $2
                ORDER BY due_at
                LIMIT $1)
                AND state = 'WAITING'
                AND (leased_until IS NULL OR leased_until < now())
              FOR UPDATE SKIP LOCKED) AS free
            WHERE taken.scope = free.scope
              AND taken.webhook = free.webhook
              AND taken.id = free.id
            RETURNING taken.scope, taken.webhook, taken.id, taken.body, taken.tries, taken.lease
            """)
        .execute(Tuple.of(limit, AT_ONCE, UUID.randomUUID(), lease.toMillis()))
        .map(rows ->
            all(
                rows,
                row ->
                    new Claimed(
                        new Scope(row.getString("scope")),
                        row.getString("webhook"),
                        row.getString("id"),
                        row.getString("body"),
                        row.getInteger("tries"),
                        row.getUUID("lease"))));
  }

  @Override
  public Uni<Void> delivered(Claimed one) {
    return settle(
        one,
        """
        state = 'DELIVERED', body = NULL, fault = '', done_at = now()
        """,
        "",
        0);
  }

  @Override
  public Uni<Void> failed(Claimed one, String fault, Optional<Duration> again) {
    return again
        .map(wait ->
            settle(
                one,
                "fault = $5, due_at = now() + $6::bigint * interval '1 ms'",
                fault,
                wait.toMillis()))
        .orElseGet(() -> settle(one, "state = 'DEAD', fault = $5, done_at = now()", fault, 0));
  }

  /** Whoever lost the lease settles nothing. */
  private Uni<Void> settle(Claimed one, String becomes, String fault, long millis) {
    return pool.preparedQuery(
            """
            UPDATE webhook.message
            SET lease = NULL, leased_until = NULL, %s
            WHERE scope = $1 AND webhook = $2 AND id = $3 AND lease = $4
              AND $5::text IS NOT NULL AND $6::bigint >= 0
            """
                .formatted(becomes))
        .execute(Tuple.of(one.scope().name(), one.webhook(), one.id(), one.lease(), fault, millis))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Line>> last(Scope scope, String webhook, Optional<State> state, int limit) {
    return pool.preparedQuery(
            """
            SELECT id, type, state, tries, fault, made_at, done_at
            FROM webhook.message
            WHERE scope = $1 AND webhook = $2 AND ($3::text = '' OR state = $3::text)
            ORDER BY seq DESC
            LIMIT $4
            """)
        .execute(Tuple.of(scope.name(), webhook, state.map(Enum::name).orElse(""), limit))
        .map(rows -> all(rows, KeptMessages::line));
  }

  private static Line line(Row row) {
    return new Line(
        row.getString("id"),
        row.getString("type"),
        State.valueOf(row.getString("state")),
        row.getInteger("tries"),
        row.getString("fault"),
        row.getOffsetDateTime("made_at").toInstant(),
        at(row.getOffsetDateTime("done_at")));
  }

  private static @Nullable Instant at(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  @Override
  public Uni<Optional<State>> state(Scope scope, String webhook, String id) {
    return pool.preparedQuery(
            "SELECT state FROM webhook.message WHERE scope = $1 AND webhook = $2 AND id = $3")
        .execute(Tuple.of(scope.name(), webhook, id))
        .map(rows -> all(rows, row -> State.valueOf(row.getString("state"))).stream().findFirst());
  }

  @Override
  public Uni<Integer> again(
      Scope scope, String webhook, @Nullable String id, @Nullable LocalDate since) {
    Instant from =
        since == null ? Instant.EPOCH : since.atStartOfDay(BusinessClock.SHANGHAI).toInstant();
    return pool.preparedQuery(
            """
            UPDATE webhook.message
            SET state = 'WAITING', tries = 0, due_at = now(), lease = NULL, leased_until = NULL,
              done_at = NULL
            WHERE scope = $1
              AND webhook = $2
              AND state = 'DEAD'
              AND ($3::text = '' OR id = $3::text)
              AND made_at >= $4
            """)
        .execute(
            Tuple.of(
                scope.name(),
                webhook,
                id == null ? "" : id,
                OffsetDateTime.ofInstant(from, ZoneOffset.UTC)))
        .map(RowSet::rowCount);
  }

  @Override
  public Uni<Void> forget(Duration age) {
    return pool.preparedQuery(
            """
            DELETE FROM webhook.message
            WHERE state = 'DELIVERED' AND done_at < now() - $1::bigint * interval '1 ms'
            """)
        .execute(Tuple.of(age.toMillis()))
        .replaceWithVoid();
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }
}
