package cn.doublerandom.registry.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.application.Telling;
import cn.doublerandom.registry.exchange.Exchanged;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Carries every change from the read model into {@code exchange.subject}; locks out a second
 * replica. Nobody waits for it: of a province that comes in at once it leaves the machine to who
 * imports and to who is told by topic most of the time.
 */
@ApplicationScoped
class ExchangeFeed implements Watch {
  private static final int PAGE = 1_000;

  /** So many times as long as a page took nothing is done. */
  private static final int REST = 9;

  private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

  private final Pool pool;
  private final SubjectDirectory directory;

  @Inject
  ExchangeFeed(Pool pool, SubjectDirectory directory) {
    this.pool = pool;
    this.directory = directory;
  }

  @Override
  public String name() {
    return "the feed of the exchange tables";
  }

  @Override
  public When when() {
    return new When.Every("{suite.exchange.every}");
  }

  @Override
  public boolean isForOthers() {
    return true;
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    return Multi.createBy()
        .repeating()
        .uni(() -> rested(pool.withTransaction(connection -> page(connection, bureau))))
        .whilst(moved -> moved == PAGE)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** A page, and where it was a full one the rest after it. */
  private static Uni<Integer> rested(Uni<Integer> page) {
    long start = System.nanoTime();
    return page.call(moved -> moved < PAGE ? NOTHING : NOTHING.onItem().delayIt().by(since(start)));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(REST * (System.nanoTime() - start));
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

  static Uni<Boolean> alone(SqlConnection connection) {
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
    List<Row> rows =
        changed.stream()
            .filter(entry -> entry.details().kind() != SubjectKind.PERSON)
            .map(Row::of)
            .toList();
    Uni<?> told =
        rows.isEmpty()
            ? Uni.createFrom().voidItem()
            : connection
                .preparedQuery(
                    """
                    INSERT INTO exchange.subject (bureau, seq, id, merged_into, hash, body)
                    SELECT $1::text, seq, id, merged_into, hash, body::jsonb
                    FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
                      AS told (seq, id, merged_into, hash, body)
                    """)
                .execute(columns(bureau, rows));
    return told.chain(() ->
            connection
                .preparedQuery("INSERT INTO exchange.told (bureau, seq) VALUES ($1, $2)")
                .execute(Tuple.of(bureau.text(), changed.getLast().changedSeq())))
        .replaceWith(changed.size());
  }

  /** An entry as it is told. */
  private record Row(long seq, String id, String mergedInto, String hash, String body) {
    static Row of(SubjectDirectory.Entry entry) {
      Exchanged told = Telling.of(entry);
      return new Row(
          entry.changedSeq(),
          entry.details().id(),
          told.mergedInto(),
          told.hash(),
          Telling.body(told.subject()));
    }
  }

  private static Tuple columns(BureauKey bureau, List<Row> rows) {
    return Tuple.of(
        bureau.text(),
        rows.stream().map(Row::seq).toArray(Long[]::new),
        rows.stream().map(Row::id).toArray(String[]::new),
        rows.stream().map(Row::mergedInto).toArray(String[]::new),
        rows.stream().map(Row::hash).toArray(String[]::new),
        rows.stream().map(Row::body).toArray(String[]::new));
  }
}
