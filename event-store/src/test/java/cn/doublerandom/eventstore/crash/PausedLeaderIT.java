package cn.doublerandom.eventstore.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leader that is stopped and not dead keeps its sessions; a follower must lead all the same. */
@Tag("deep")
class PausedLeaderIT {
  @TempDir Path directory;

  @Test
  void a_leader_that_is_stopped_is_replaced_within_ten_seconds_and_writes_nothing_when_it_goes_on()
      throws Exception {
    try (var database = TestDatabase.fresh()) {
      Machine replica =
          Machine.start(
              directory.resolve("replica.log"), LeaseNode.class, database.port(), database.name());
      var vitals = new Vitals();
      var follower =
          new Worker(
              "follower",
              new LedgerLeader(database.pool, e -> List.of(), () -> {}, vitals),
              new WakeUp());
      follower.start();
      try {
        replica.tell("HOLD");
        replica.await("HELD");
        append(database, "before");
        Thread.sleep(500);
        assertThat(vitals.isLeader()).as("the follower waits").isFalse();
        assertThat(database.ask("SELECT count(*) FROM ledger")).as("held back").isEqualTo("0");

        replica.signal("STOP");
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> database.ask("SELECT count(*) FROM ledger").equals("1"));
        append(database, "after");
        await()
            .atMost(Duration.ofSeconds(2))
            .until(() -> database.ask("SELECT count(*) FROM ledger").equals("2"));
        assertThat(vitals.epoch()).isEqualTo(2);
        assertThat(database.ask("SELECT count(*) FROM event WHERE stream_id = 'held'"))
            .as("what was never acknowledged was never stored")
            .isEqualTo("0");

        replica.signal("CONT");
        replica.tell("LEADS");
        assertThat(replica.await("LEADS").getLast()).isEqualTo("LEADS false");
        Thread.sleep(1_000);
        assertThat(vitals.isLeader()).isTrue();
        assertThat(database.ask("SELECT epoch FROM leader")).isEqualTo("2");
        assertThat(database.ask("SELECT count(*) FROM ledger")).isEqualTo("2");
      } finally {
        replica.kill();
        follower.close();
      }
    }
  }

  private static void append(TestDatabase database, String stream) {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(new Append(stream, 0, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
  }
}
