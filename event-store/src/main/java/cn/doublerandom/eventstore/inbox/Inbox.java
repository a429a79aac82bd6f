package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches of records exactly once.
 *
 * <p>The position is stored in the transaction of the effects, so neither can be without the other.
 * A record whose handler fails for good is parked, and with it every later record of its key: other
 * keys flow, the order within a key is kept. Broken machines (connections, deadlocks, stale xids)
 * are not the record's fault: the batch is tried again until it goes through.
 */
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final Duration TELL_AGAIN = Duration.ofSeconds(10);

  private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TELL_AGAIN.toNanos());
  private final Pool pool;
  private final Runnable appended;
  private final LaneTrust trust;
  private final boolean takesUnchained;
  private final Replicas replicas;
  private final Served served;
  private final UnderWay underWay = new UnderWay();
  private volatile boolean ending;
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

  private record Subscription(Interest interest, Handler handler) {}

  /**
   * What a record does; its appends must go to the given store, which shows the streams of whose
   * record it is and no others.
   */
  public interface Handler {
    Uni<Void> apply(InboxRecord message, EventStore store);
  }

  /**
   * An inbox over the service's database.
   *
   * @param appended called after every batch, to wake the ledger
   */
  public Inbox(Pool pool, Runnable appended) {
    this(pool, appended, LaneTrust.CHAIN_ONLY, false, new Replicas(List.of()), Served.HOME);
  }

  /**
   * An inbox that believes only what a sender vouches for.
   *
   * @param trust the senders' keys
   * @param takesUnchained whether records from before the chain are taken on a lane that was never
   *     read here; where one was read before the rule they are, up to the first seal
   * @param replicas what is kept as rows
   * @param served whose records are acted on
   */
  public Inbox(
      Pool pool,
      Runnable appended,
      LaneTrust trust,
      boolean takesUnchained,
      Replicas replicas,
      Served served) {
    this.pool = pool;
    this.appended = appended;
    this.trust = trust;
    this.takesUnchained = takesUnchained;
    this.replicas = replicas;
    this.served = served;
  }

  /** The process ends: what is under way is told again to the next one, and no fault of anybody. */
  public void end() {
    ending = true;
  }

  /** For how long the oldest batch that is not done has been tried; zero where there is none. */
  public Duration stuckFor() {
    return underWay.longest();
  }

  /** Says once what a listener wants of a topic and what its records do. */
  public void subscribe(String source, Interest interest, Handler handler) {
    subscriptions.put(source, new Subscription(interest, handler));
  }

  /** The topics somebody listens to. */
  Set<String> sources() {
    return Set.copyOf(subscriptions.keySet());
  }

  /** A batch of topics that were subscribed to. */
  public Uni<Void> receive(List<InboxRecord> batch) {
    return receive(batch, this::dispatch);
  }

  private Uni<Void> dispatch(InboxRecord message, EventStore store) {
    Subscription subscription = subscriptions.get(message.source());
    if (subscription == null) {
      throw new IllegalStateException("nobody listens to " + message.source());
    }
    Interest interest = subscription.interest();
    if (interest.types().contains(message.type())) {
      return subscription.handler().apply(message, store);
    } else if (!interest.ignored().contains(message.type())
        && interest.unknown() == Interest.Unknown.PARK) {
      throw new IllegalArgumentException("unknown type " + message.type());
    }
    return Uni.createFrom().voidItem();
  }

  /** Completes when every record is applied, skipped as known, or parked. */
  public Uni<Void> receive(List<InboxRecord> batch, Handler handler) {
    return underWay.of(() -> receive(batch, handler, new HashMap<>()));
  }

  private Uni<Void> receive(
      List<InboxRecord> batch, Handler handler, Map<InboxRecord, String> poisoned) {
    return pool.withTransaction(connection ->
            new InboxBatch(connection, handler, replicas, served, poisoned)
                .apply(batch, trust, takesUnchained))
        .onFailure(Machine::isAtFault)
        .invoke(this::tell)
        .onFailure(Machine::isAtFault)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(appended)
        .onFailure(Poison.class)
        .recoverWithUni(poison -> {
          LOG.warn("parking {}: {}", poison.message().id(), poison.reason());
          poisoned.put(poison.message(), poison.reason());
          return receive(batch, handler, poisoned);
        })
        .onFailure()
        .recoverWithUni(failure -> oneByOne(batch, handler, poisoned, failure));
  }

  /** What a batch waits for is known before anybody asks; not at every attempt. */
  private void tell(Throwable failure) {
    if (ending) {
      return;
    }
    long now = System.nanoTime();
    long before = toldAt.get();
    if (now - before > TELL_AGAIN.toNanos() && toldAt.compareAndSet(before, now)) {
      LOG.warn("a batch is tried again: {}", failure.toString());
    }
  }

  /** Something the database refuses even to set aside: it is found, and kept as its bytes. */
  private Uni<Void> oneByOne(
      List<InboxRecord> batch,
      Handler handler,
      Map<InboxRecord, String> poisoned,
      Throwable failure) {
    if (batch.size() > 1) {
      return InOrder.each(batch, message -> receive(List.of(message), handler, poisoned));
    }
    InboxRecord bytes =
        batch.getFirst().asBytes("cannot be set aside: " + InboxRecord.reason(failure));
    LOG.warn("a record of {} is kept as its bytes: {}", bytes.source(), bytes.fault());
    return pool.withTransaction(connection ->
            LaneStore.leave(connection, new Stray(bytes, Stray.Kind.STRAY, bytes.fault())))
        .onFailure(Machine::isAtFault)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  /** Parked records with a number above {@code after}, ascending. */
  public Uni<List<ParkedRecord>> parked(long after, int limit) {
    return ParkedRecords.page(pool, after, limit);
  }

  /** At most so many records parked under a key, oldest first. */
  public Uni<List<ParkedRecord>> parkedUnder(String source, String key, int limit) {
    return ParkedRecords.under(pool, source, key, limit);
  }

  /** Records that do not continue their topics, with a number above {@code after}, ascending. */
  public Uni<List<StrayRecord>> strays(long after, int limit) {
    return StrayPage.page(pool, after, limit);
  }

  /** Applies what is parked under a key of a subscribed topic; see below. */
  public Uni<Integer> retryParked(String source, String key) {
    return retryParked(source, key, this::dispatch);
  }

  /**
   * Applies what is parked under a key, oldest first, in one transaction; the number applied. Fails
   * with the reason, and nothing is changed, where one of them still cannot be applied.
   */
  public Uni<Integer> retryParked(String source, String key, Handler handler) {
    return pool.withTransaction(connection ->
            ParkedRecords.take(connection, source, key)
                .flatMap(records ->
                    new InboxBatch(connection, handler, replicas, served, Map.of())
                        .again(records)
                        .replaceWith(records.size())))
        .onFailure(Machine::isAtFault)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(5)
        .invoke(appended)
        .onFailure(Poison.class)
        .transform(poison -> new StillFailing(poison.reason()));
  }

  /** A parked record cannot be applied yet. */
  public static final class StillFailing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillFailing(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Gives up the oldest record parked under a key, as an event that says why; later ones of the key
   * stay parked until they are retried or skipped too. Where none is parked, the oldest stray under
   * the key.
   *
   * @return whether there was one
   */
  public Uni<Boolean> skipParked(String source, String key, String reason, CommandContext context) {
    return pool.withTransaction(connection ->
            Skipping.takeOldest(connection, source, key)
                .flatMap(oldest ->
                    oldest
                        .map(skipped -> Skipping.note(connection, skipped, reason, context))
                        .orElseGet(() -> Uni.createFrom().item(false))))
        .onFailure(Machine::isAtFault)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(5)
        .invoke(appended);
  }
}
