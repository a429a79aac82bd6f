package cn.doublerandom.registry.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Compares the exchange tables with the other side at night; locks out a second replica. */
@ApplicationScoped
class ExchangeNight implements Watch {
  private static final Logger LOG = Logger.getLogger(ExchangeNight.class);
  private static final Duration A_NIGHT = Duration.ofHours(12);

  private final Pool pool;
  private final ExchangeTables tables;

  @Inject
  ExchangeNight(Pool pool, ExchangeTables tables) {
    this.pool = pool;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "the comparison of the exchange tables";
  }

  @Override
  public When when() {
    return new When.At("{suite.exchange.compare-at}");
  }

  /** Only where the platform uses the tables: what it never said it holds is not missing. */
  @Override
  public Uni<Void> look(BureauKey bureau) {
    return pool.withTransaction(connection ->
        ExchangeFeed.alone(connection)
            .flatMap(alone -> alone ? isDue(connection, bureau) : Uni.createFrom().item(false))
            .flatMap(due ->
                due
                    ? Uni.createFrom()
                        .completionStage(() -> tables.compare(bureau))
                        .invoke(ExchangeNight::tell)
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
