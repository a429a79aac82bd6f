package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.ScopedAnnouncer;
import cn.doublerandom.eventstore.ledger.StateKeys;
import cn.doublerandom.eventstore.ledger.StateRenaming;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.messaging.Integration;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** How this service tells the others: what, whose it is, and under which keys. */
record ServiceTelling(Pool pool, MemorySettings settings, Vitals vitals, Practice practice) {
  /** What the service says within one bureau, said of each of which anything leaves it. */
  Announcer announcer(Announcer within, EventStore all) {
    var said = new ScopedAnnouncer(within, all, Integration.BUREAUS, new StateRenaming(pool));
    return event -> isKept(event) ? List.of() : said.announce(event);
  }

  private boolean isKept(StoredEvent event) {
    return !MemoryEvent.isIn(event.stream())
        && practice.isKeptIn(Asking.bureau(StreamNames.parse(event.stream()).scope()));
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
