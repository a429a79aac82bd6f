package cn.doublerandom.registry.view;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.InspectorTurn;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who is on the register of inspectors, and whose turn it is to add to it. */
@ApplicationScoped
class InspectorTurns implements InspectorTurn {
  private final Pool pool;
  private final SessionLock lock;

  @Inject
  InspectorTurns(Pool pool) {
    this.pool = pool;
    this.lock = new SessionLock(pool, "register inspectors");
  }

  @Override
  public CompletionStage<Optional<Taken>> take() {
    return lock.take().map(taken -> taken.<Taken>map(end -> end::get)).subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<List<String>> everybody() {
    return pool.preparedQuery(
            """
            SELECT stream_id FROM event
            WHERE version = 1 AND starts_with(stream_id, $1) ORDER BY stream_id
            """)
        .execute(Tuple.of(RegistryStreams.INSPECTOR.prefix()))
        .map(rows -> {
          List<String> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(RegistryStreams.INSPECTOR.id(row.getString("stream_id"))));
          return ids;
        })
        .subscribeAsCompletionStage();
  }
}
