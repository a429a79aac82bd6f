package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Map;

/** Relays with named points at which a test may let the machine die. */
public final class RelayProbes {
  private RelayProbes() {}

  public static LedgerRelay relay(
      String topic,
      Pool pool,
      Map<String, Object> kafka,
      Runnable beforeCommit,
      Runnable afterCommit) {
    return new LedgerRelay(
        topic,
        pool,
        kafka,
        List.of(topic),
        new LedgerRelay.Probe() {
          @Override
          public void beforeCommit() {
            beforeCommit.run();
          }

          @Override
          public void afterCommit() {
            afterCommit.run();
          }
        });
  }
}
