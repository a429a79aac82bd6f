package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.Exhaustion;
import cn.doublerandom.eventstore.RaceLost;
import cn.doublerandom.eventstore.StoreOverloaded;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Faults of the machine and not of a record: trying again can help. */
final class Machine {
  /** Classes of SQL states: connections, rollbacks, resources, shutdowns. */
  private static final Set<String> STATES = Set.of("08", "25", "40", "53", "57", "58");

  private Machine() {}

  /** Whether the machine is at fault; where its memory is exhausted, the process ends. */
  static boolean isAtFault(Throwable failure) {
    Exhaustion.haltOn(failure);
    return failure instanceof PgException e
        ? STATES.stream().anyMatch(String.valueOf(e.getSqlState())::startsWith)
        : failure instanceof IOException
            || failure instanceof RaceLost
            || failure instanceof Replicas.NotFilled
            || failure instanceof StoreOverloaded
            || failure instanceof VertxException
            // "Pool closed", "Connection is not active now": nothing of a record is told like that.
            || failure instanceof NoStackTraceThrowable
            || failure instanceof TimeoutException;
  }
}
