package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.ScopedAnnouncer;
import cn.doublerandom.eventstore.ledger.StateKeys;
import cn.doublerandom.eventstore.ledger.StateRenaming;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.messaging.Integration;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;

/** How this service tells the others: what, whose it is, and under which keys. */
record ServiceTelling(Pool pool, MemorySettings settings, Vitals vitals) {
  /** What the service says within one bureau, said of each. */
  Announcer announcer(Announcer within, EventStore all) {
    return new ScopedAnnouncer(within, all, Integration.BUREAUS, new StateRenaming(pool));
  }

  LedgerRelay relay(Map<String, Object> kafka, LaneTrust own, IntSupplier makings) {
    return new LedgerRelay(
        settings.service(),
        pool,
        kafka,
        settings.topics(),
        vitals,
        vitals::isLeader,
        own,
        Integration.BUREAUS,
        makings);
  }

  StateKeys stateKeys(Clock clock, Runnable appended) {
    return new StateKeys(pool, settings.topics(), Integration.BUREAUS, vitals, clock, appended);
  }
}
