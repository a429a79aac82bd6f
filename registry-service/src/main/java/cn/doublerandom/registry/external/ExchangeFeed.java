package cn.doublerandom.registry.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.application.Telling;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries every change from the read model into {@code exchange.subject}, and compares with the
 * other side at night, each bureau by itself. Both lock out a second replica.
 */
@ApplicationScoped
class ExchangeFeed {
  private static final Logger LOG = Logger.getLogger(ExchangeFeed.class);
  private static final int PAGE = 1_000;
  private static final Duration A_NIGHT = Duration.ofHours(12);

  private final Pool pool;
  private final SubjectDirectory directory;
  private final ExchangeTables tables;
  private final ServedBureaus bureaus;
  private final boolean replay;

  @Inject
  ExchangeFeed(
      Pool pool,
      SubjectDirectory directory,
      ExchangeTables tables,
      ServedBureaus bureaus,
      @ConfigProperty(name = "suite.replay.into") Optional<String> replayInto) {
    this.pool = pool;
    this.directory = directory;
    this.tables = tables;
    this.bureaus = bureaus;
    this.replay = replayInto.isPresent();
  }

  @Scheduled(every = "{suite.exchange.every}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> feed() {
    return replay
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(bureaus.keys())
            .onItem()
            .transformToUniAndConcatenate(this::feed)
            .collect()
            .last()
            .replaceWithVoid();
  }

  private Uni<Void> feed(BureauKey bureau) {
    return Multi.createBy()
        .repeating()
        .uni(() -> pool.withTransaction(connection -> page(connection, bureau)))
        .whilst(moved -> moved == PAGE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Integer> page(SqlConnection connection, BureauKey bureau) {
    return alone(connection)
        .flatMap(alone ->
            alone
                ? connection
                    .preparedQuery(
                        "SELECT coalesce(max(seq), 0) AS seq FROM exchange.told WHERE bureau = $1")
                    .execute(Tuple.of(bureau.text()))
                    .map(rows -> rows.iterator().next().getLong("seq"))
                    .flatMap(seq ->
                        Uni.createFrom()
                            .completionStage(() -> directory.changedAfter(bureau, seq, PAGE)))
                    .flatMap(changed -> store(connection, bureau, changed))
                : Uni.createFrom().item(0));
  }

  private static Uni<Boolean> alone(SqlConnection connection) {
    return connection
        .query("SELECT pg_try_advisory_xact_lock(hashtext('exchange')) AS alone")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("alone"));
  }

  private static Uni<Integer> store(
      SqlConnection connection, BureauKey bureau, List<SubjectDirectory.Entry> changed) {
    if (changed.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    List<Tuple> rows =
        changed.stream()
            .filter(entry -> entry.details().kind() != SubjectKind.PERSON)
            .map(entry -> row(bureau, entry))
            .toList();
    Uni<?> told =
        rows.isEmpty()
            ? Uni.createFrom().voidItem()
            : connection
                .preparedQuery(
                    """
                    INSERT INTO exchange.subject (bureau, seq, id, merged_into, hash, body)
                    VALUES ($1, $2, $3, $4, $5, $6::text::jsonb)
                    """)
                .executeBatch(rows);
    return told.chain(() ->
            connection
                .preparedQuery("INSERT INTO exchange.told (bureau, seq) VALUES ($1, $2)")
                .execute(Tuple.of(bureau.text(), changed.getLast().changedSeq())))
        .replaceWith(changed.size());
  }

  private static Tuple row(BureauKey bureau, SubjectDirectory.Entry entry) {
    Exchanged told = Telling.of(entry);
    return Tuple.of(
        bureau.text(),
        entry.changedSeq(),
        entry.details().id(),
        told.mergedInto(),
        told.hash(),
        Telling.body(told.subject()));
  }

  /** Only where the platform uses the tables: what it never said it holds is not missing. */
  @Scheduled(
      cron = "{suite.exchange.compare-at}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> compareAtNight() {
    if (replay) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(bureaus.keys())
        .onItem()
        .transformToUniAndConcatenate(this::compare)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> compare(BureauKey bureau) {
    return pool.withTransaction(connection ->
        alone(connection)
            .flatMap(alone -> alone ? isDue(connection, bureau) : Uni.createFrom().item(false))
            .flatMap(due ->
                due
                    ? Uni.createFrom()
                        .completionStage(() -> tables.compare(bureau))
                        .invoke(ExchangeFeed::tell)
                    : Uni.createFrom().nullItem())
            .replaceWithVoid());
  }

  private static Uni<Boolean> isDue(SqlConnection connection, BureauKey bureau) {
    return connection
        .preparedQuery(
            """
            SELECT EXISTS (SELECT FROM exchange.held WHERE bureau = $2)
              AND NOT EXISTS (SELECT FROM exchange.comparison
                WHERE bureau = $2 AND compared_at > now() - make_interval(secs => $1)) AS due
            """)
        .execute(Tuple.of((double) A_NIGHT.toSeconds(), bureau.text()))
        .map(rows -> rows.iterator().next().getBoolean("due"));
  }

  private static void tell(ExchangeTables.Compared compared) {
    if (compared.differing() == 0) {
      LOG.infof("comparison %d: %d entries, none differs", compared.number(), compared.here());
    } else {
      LOG.warnf(
          "comparison %d: %d entries here, %d there, %d differ",
          compared.number(), compared.here(), compared.there(), compared.differing());
    }
  }
}
