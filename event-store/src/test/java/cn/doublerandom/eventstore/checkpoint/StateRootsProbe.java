package cn.doublerandom.eventstore.checkpoint;

import io.vertx.mutiny.sqlclient.Pool;

/** What would be signed of a topic of states now. */
public record StateRootsProbe(Pool pool) {
  public long count(String topic) {
    return new StateRoots(pool)
        .lines(999_999L).stream()
            .flatMap(line -> StateRoots.in(line).stream())
            .filter(state -> state.topic().equals(topic))
            .findFirst()
            .orElseThrow()
            .count();
  }
}
