package cn.doublerandom.registry.view;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.SubjectTurn;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whether a register of subjects has been opened, and whose turn it is to open it. */
@ApplicationScoped
class SubjectTurns implements SubjectTurn {
  private final Pool pool;
  private final SessionLock lock;

  @Inject
  SubjectTurns(Pool pool) {
    this.pool = pool;
    this.lock = new SessionLock(pool, "open register of subjects");
  }

  @Override
  public CompletionStage<Optional<Taken>> take() {
    return lock.take().map(taken -> taken.<Taken>map(end -> end::get)).subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Boolean> hasSubjects() {
    return pool.preparedQuery(
            "SELECT EXISTS (SELECT FROM event WHERE starts_with(stream_id, $1)) AS any")
        .execute(Tuple.of(RegistryStreams.SUBJECT.prefix()))
        .map(rows -> rows.iterator().next().getBoolean("any"))
        .subscribeAsCompletionStage();
  }
}
