package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerWatchIT {
  @Test
  void whoever_follows_hears_once_of_what_another_process_numbered() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      var heard = new AtomicInteger();
      var watch = new LedgerWatch(database.pool, heard::incrementAndGet);
      watch.turn();
      assertThat(heard).hasValue(0);

      new PostgresEventStore(database.pool, () -> {})
          .append(
              List.of(new Append("s-1", 0, List.of(EventStoreContract.event("{}")))),
              Optional.empty())
          .await()
          .indefinitely();
      watch.turn();
      assertThat(heard).as("what has no number yet is nobody's").hasValue(0);

      var another = new LedgerLeader(database.pool, e -> List.of(), () -> {});
      another.turn();
      another.close();
      watch.turn();
      watch.turn();
      assertThat(heard).hasValue(1);
    }
  }
}
