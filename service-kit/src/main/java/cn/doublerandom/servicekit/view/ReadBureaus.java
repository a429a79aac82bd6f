package cn.doublerandom.servicekit.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.BureauRegister;
import cn.doublerandom.servicekit.identity.ServedBureau;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the register of bureaus, whoever asks or nobody: it is of the installation. */
@ApplicationScoped
public class ReadBureaus {
  /** As many as a province has. */
  private static final int MOST = 10_000;

  private static final String CONFINE = "SELECT set_config($1, $2, TRUE)";

  private final Pool pool;
  private final BureauRegister register;
  private final ServedBureaus served;

  @Inject
  ReadBureaus(Pool pool, BureauRegister register, ServedBureaus served) {
    this.pool = pool;
    this.register = register;
    this.served = served;
  }

  /** Serves what the register has from now on. */
  public Uni<Void> read() {
    String home = BureauKey.SEED.text();
    return pool.withTransaction(connection ->
            connection
                .preparedQuery(CONFINE)
                .execute(Tuple.of(OwnRows.SETTING, home))
                .chain(() ->
                    connection
                        .preparedQuery(
                            "SELECT body FROM %s WHERE bureau = $1 ORDER BY id LIMIT $2"
                                .formatted(register.view()))
                        .execute(Tuple.of(home, MOST))))
        .map(this::bureaus)
        .invoke(served::are)
        .replaceWithVoid();
  }

  private List<ServedBureau> bureaus(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> register.bureau(row.getString("body")))
        .flatMap(Optional::stream)
        .toList();
  }
}
