package cn.doublerandom.servicekit.view;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import cn.doublerandom.eventstore.projection.ViewSnapshot;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.identity.Asking;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose rows are read: those of the bureau that asks, and where nobody asks those of the seed's. A
 * query that does not say so is not sent; behind it the tables show the rows of the bureau the
 * transaction begins with, and nothing where it says none (ADR 39).
 */
public final class OwnRows {
  /** What every SQL query over read models says. */
  public static final String NAMED = "bureau = :bureau";

  /** Where every table of a read model says whose a row is. */
  public static final ScopeColumn COLUMN = new ScopeColumn("bureau", BureauKey.SEED.text());

  /** Where a transaction says whose rows it reads; policies look there. */
  public static final String SETTING = "suite.bureau";

  private static final String CONFINE =
      "SELECT set_config('" + SETTING + "', CAST(:bureau AS TEXT), TRUE)";

  /**
   * A search for a rare word and one for a common word want different plans; PostgreSQL would
   * settle for one of them after a few calls.
   */
  private static final String PLAN_ANEW =
      CONFINE + " || set_config('plan_cache_mode', 'force_custom_plan', TRUE)";

  private OwnRows() {}

  /** The bureau whose rows may be read now, as they name it. */
  public static Uni<String> bureau() {
    return Asking.now().orSeed().map(BureauKey::text);
  }

  /**
   * Reads in a transaction of its own, which sees the rows of who asks and no others.
   *
   * @param work is given the session and the bureau
   */
  public static <T> Uni<T> read(BiFunction<Mutiny.Session, String, Uni<T>> work) {
    return read(bureau(), work);
  }

  /** The same where every query is planned for its own parameters. */
  public static <T> Uni<T> readPlannedAnew(BiFunction<Mutiny.Session, String, Uni<T>> work) {
    return readPlannedAnew(bureau(), work);
  }

  /** The same for what follows from a record, which is of a bureau whoever asks. */
  static <T> Uni<T> read(Uni<String> whose, BiFunction<Mutiny.Session, String, Uni<T>> work) {
    return read(whose, CONFINE, work);
  }

  /** The same where every query is planned for its own parameters. */
  static <T> Uni<T> readPlannedAnew(
      Uni<String> whose, BiFunction<Mutiny.Session, String, Uni<T>> work) {
    return read(whose, PLAN_ANEW, work);
  }

  /**
   * A session of its own, never one that is open already: two readings that go on at once would end
   * each other's transaction. Who comes from a thread of the worker pool, where a reading before
   * this one ended, is taken back to the event loop, which alone may open sessions.
   */
  private static <T> Uni<T> read(
      Uni<String> whose, String confine, BiFunction<Mutiny.Session, String, Uni<T>> work) {
    return AskedHere.onLoop(
        whose.flatMap(own ->
            instance(Mutiny.SessionFactory.class)
                .openSession()
                .flatMap(session ->
                    session
                        .setDefaultReadOnly(true)
                        .withTransaction(begun ->
                            session
                                .createNativeQuery(confine, String.class)
                                .setParameter("bureau", own)
                                .getSingleResult()
                                .flatMap(set -> work.apply(session, own)))
                        .eventually(session::close))));
  }

  /**
   * What a reader finds of who asks at one moment, see {@link ViewSnapshot#whole}.
   *
   * @param view of the replica that must stand as its sender had it
   */
  public static <T> Uni<T> whole(
      String view, Duration patience, Function<ViewSnapshot, Uni<T>> reader) {
    return bureau()
        .flatMap(own ->
            ViewSnapshot.whole(
                instance(Pool.class),
                new ViewSnapshot.Confined(SETTING, own),
                view,
                patience,
                reader));
  }

  static <T> T instance(Class<T> bean) {
    return Arc.container().instance(bean).get();
  }

  /** Refuses a query that would read everybody's rows. */
  public static void require(String sql, String condition) {
    if (!sql.contains(condition)) {
      throw new IllegalArgumentException("reads rows of all bureaus: " + sql);
    }
  }
}
