package cn.doublerandom.eventstore.crash;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A replica made to be stopped with SIGSTOP: {@code PORT DATABASE}. {@code HOLD} leaves a
 * transaction open that has written, {@code LEADS} asks whether the replica believes that it leads.
 */
final class LeaseNode {
  private LeaseNode() {}

  public static void main(String[] arguments) throws Exception {
    var options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.parseInt(arguments[0]))
            .setDatabase(arguments[1])
            .setUser(arguments[1] + "_app")
            .setPassword(arguments[1] + "_app")
            .setProperties(Map.of("application_name", "replica-" + ProcessHandle.current().pid()));
    Pool pool = Pool.pool(Vertx.vertx(), options, new PoolOptions().setMaxSize(4));
    var vitals = new Vitals();
    new Worker("ledger", new LedgerLeader(pool, e -> List.of(), () -> {}, vitals), new WakeUp())
        .start();
    while (!vitals.isLeader()) {
      Thread.sleep(20);
    }
    say("READY");
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("HOLD")) {
        hold(pool);
        say("HELD");
      } else {
        say("LEADS " + vitals.isLeader());
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void hold(Pool pool) {
    var connection = pool.getConnection().await().indefinitely();
    connection.begin().await().indefinitely();
    // As a timer does: the epoch locked, the event written, not yet committed.
    connection
        .query("SELECT FROM leader WHERE role = 'ledger' FOR SHARE")
        .execute()
        .await()
        .indefinitely();
    PostgresEventStore.in(connection)
        .append(
            List.of(new Append("held", 0, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
