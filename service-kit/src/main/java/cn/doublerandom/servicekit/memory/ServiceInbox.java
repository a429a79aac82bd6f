package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.inbox.Served;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** How this service hears the others: whom it believes, and of whose records something follows. */
@ApplicationScoped
class ServiceInbox {
  private static final Logger LOG = Logger.getLogger(ServiceInbox.class);

  private final Pool pool;
  private final ServiceMemory memory;
  private final MemorySettings settings;
  private final Instance<Replica> replicas;

  @Inject
  ServiceInbox(
      Pool pool, ServiceMemory memory, MemorySettings settings, @Any Instance<Replica> replicas) {
    this.pool = pool;
    this.memory = memory;
    this.settings = settings;
    this.replicas = replicas;
  }

  @Produces
  @Singleton
  Inbox inbox(Replicas rows, Served served) throws IOException {
    LaneTrust trust = LaneTrust.CHAIN_ONLY;
    if (settings.logKeys().isPresent()) {
      trust = LogKeys.read(settings.logKeys().get());
    } else {
      LOG.warn("suite.log-keys is not set: what others tell is checked by its chain alone");
    }
    return new Inbox(pool, memory::appended, trust, settings.acceptsUnchained(), rows, served);
  }

  @Produces
  @Singleton
  Replicas replicas() {
    return new Replicas(replicas.stream().toList());
  }

  /** A record of a bureau that is not served here waits, and is never taken for the seed's. */
  @Produces
  @Singleton
  Served served(StreamNames names, ServedBureaus bureaus) {
    return new Served(names, bureaus::scopes);
  }
}
