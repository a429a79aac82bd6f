package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Which streams of a kind the bureau that asks has, by the log itself: a view may lag behind. Asks
 * by what their names begin with, so it never meets those of another.
 */
@ApplicationScoped
public class OwnStreams {
  private final Pool pool;
  private final StreamNames names;
  private final Asking asking;

  @Inject
  OwnStreams(Pool pool, StreamNames names, Asking asking) {
    this.pool = pool;
    this.names = names;
    this.asking = asking;
  }

  /** The ids of all of them that were ever begun, by the bytes of their names. */
  public Uni<List<String>> ids(StreamKind kind) {
    return prefix(kind)
        .flatMap(prefix ->
            pool.preparedQuery(
                    """
                    SELECT stream_id FROM event
                    WHERE version = 1 AND starts_with(stream_id, $1) ORDER BY stream_id
                    """)
                .execute(Tuple.of(prefix)))
        .map(rows -> {
          List<String> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(kind.id(StreamNames.parse(row.getString(0)).name())));
          return ids;
        });
  }

  /** Whether there is one. */
  public Uni<Boolean> any(StreamKind kind) {
    return prefix(kind)
        .flatMap(prefix ->
            pool.preparedQuery(
                    "SELECT EXISTS (SELECT FROM event WHERE starts_with(stream_id, $1)) AS any")
                .execute(Tuple.of(prefix)))
        .map(rows -> rows.iterator().next().getBoolean("any"));
  }

  private Uni<String> prefix(StreamKind kind) {
    return asking.scopeOrSeed().map(scope -> prefix(names, scope, kind));
  }

  static String prefix(StreamNames names, Scope scope, StreamKind kind) {
    return names.stored(scope, kind.prefix());
  }
}
