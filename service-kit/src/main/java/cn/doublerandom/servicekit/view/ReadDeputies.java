package cn.doublerandom.servicekit.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.servicekit.identity.DeputyRegister;
import cn.doublerandom.servicekit.identity.Deputyships;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads who may act for whom before it is settled who asks: rows of the bureau of the token. */
@ApplicationScoped
public class ReadDeputies implements Deputyships {
  /** Nobody acts for more at a time. */
  private static final int MOST = 50;

  private static final String CONFINE = "SELECT set_config($1, $2, TRUE)";

  private final Pool pool;
  private final DeputyRegister register;

  @Inject
  ReadDeputies(Pool pool, DeputyRegister register) {
    this.pool = pool;
    this.register = register;
  }

  @Override
  public Uni<Optional<Deputyship>> between(
      BureauKey bureau, String deputy, String principal, LocalDate day) {
    if (!Deputyship.isAccount(deputy) || !Deputyship.isAccount(principal)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return rows(bureau, "id = $2", Deputyship.id(deputy, principal))
        .map(found ->
            found.stream()
                .filter(entry ->
                    entry.holds(day)
                        && entry.deputy().equals(deputy)
                        && entry.principal().equals(principal))
                .findFirst());
  }

  @Override
  public Uni<List<Deputyship>> of(BureauKey bureau, String deputy, LocalDate day) {
    return Deputyship.isAccount(deputy)
        ? rows(bureau, "deputy = $2", deputy)
            .map(found ->
                found.stream()
                    .filter(entry -> entry.holds(day))
                    .sorted(Comparator.comparing(Deputyship::principal))
                    .toList())
        : Uni.createFrom().item(List.of());
  }

  private Uni<List<Deputyship>> rows(BureauKey bureau, String condition, String parameter) {
    return pool.withTransaction(connection ->
            connection
                .preparedQuery(CONFINE)
                .execute(Tuple.of(OwnRows.SETTING, bureau.text()))
                .chain(() ->
                    connection
                        .preparedQuery(
                            "SELECT body FROM %s WHERE bureau = $1 AND %s ORDER BY id LIMIT $3"
                                .formatted(register.view(), condition))
                        .execute(Tuple.of(bureau.text(), parameter, MOST))))
        .map(this::entries);
  }

  private List<Deputyship> entries(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> register.deputyship(row.getString("body")))
        .flatMap(Optional::stream)
        .toList();
  }
}
