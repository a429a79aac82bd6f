package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Tells Kafka what the ledger says, in its order, each record once.
 *
 * <p>A batch is one Kafka transaction of a fenced producer, and the place to go on is read from the
 * topics themselves; so a crash at any point neither loses, repeats nor reorders a record. Opening
 * a producer with the same transactional id fences every older one.
 */
public final class LedgerRelay implements Worker.Job {
  private static final int BATCH = 2_000;
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration FOLLOWERS_LOOK = Duration.ofSeconds(5);

  private final String service;
  private final Pool pool;
  private final Map<String, Object> kafka;
  private final List<String> topics;
  private final Vitals vitals;
  private final BooleanSupplier mayPublish;
  private final LaneTrust own;
  private final ToldScopes scopes;
  private final IntSupplier makings;
  private final Probe probe;
  private final Handover handover;

  private @Nullable KafkaProducer<String, String> producer;
  private @Nullable CompletableFuture<List<Spoken>> ahead;
  private long aheadOf;
  private @Nullable TransactionEnds ends;
  private long published;
  private int openedAt;
  private long nextLook = System.nanoTime() + FOLLOWERS_LOOK.toNanos();

  /** A named point of the relay at which a test may let the machine die. */
  public interface Probe {
    /** The records are with the broker, its transaction not yet committed. */
    default void beforeCommit() {}

    /** The broker has committed, the relay has not yet taken note. */
    default void afterCommit() {}
  }

  /**
   * A relay for one service that always may publish.
   *
   * @param kafka client settings with {@code bootstrap.servers}
   * @param topics every topic the service announces on
   */
  public LedgerRelay(String service, Pool pool, Map<String, Object> kafka, List<String> topics) {
    this(service, pool, kafka, topics, new Vitals(), () -> true);
  }

  /**
   * A relay that publishes only while it may, so that the replicas of a service do not fence each
   * other in turn.
   *
   * @param mayPublish true while this replica is the ledger's leader
   */
  public LedgerRelay(
      String service,
      Pool pool,
      Map<String, Object> kafka,
      List<String> topics,
      Vitals vitals,
      BooleanSupplier mayPublish) {
    this(service, pool, kafka, topics, vitals, mayPublish, LaneTrust.CHAIN_ONLY, ToldScopes.NONE);
  }

  /**
   * A relay that knows its own records from others'.
   *
   * @param own the key the records of this service are sealed with
   * @param scopes what those are called whose events are told
   */
  public LedgerRelay(
      String service,
      Pool pool,
      Map<String, Object> kafka,
      List<String> topics,
      Vitals vitals,
      BooleanSupplier mayPublish,
      LaneTrust own,
      ToldScopes scopes) {
    this(service, pool, kafka, topics, vitals, mayPublish, own, scopes, () -> 0);
  }

  /**
   * A relay that tells everything again where the topics were lost.
   *
   * @param own the key the records of this service are sealed with
   * @param makings another number once a topic is another one, {@link BrokerWatch#makings}
   */
  public LedgerRelay(
      String service,
      Pool pool,
      Map<String, Object> kafka,
      List<String> topics,
      Vitals vitals,
      BooleanSupplier mayPublish,
      LaneTrust own,
      ToldScopes scopes,
      IntSupplier makings) {
    this(
        service,
        pool,
        kafka,
        topics,
        vitals,
        mayPublish,
        own,
        scopes,
        makings,
        new Probe() {},
        new Handover());
  }

  /** The same relay beside a leader of its process, which hands over what it numbers. */
  public LedgerRelay beside(Handover leader) {
    return new LedgerRelay(
        service, pool, kafka, topics, vitals, mayPublish, own, scopes, makings, probe, leader);
  }

  LedgerRelay(
      String service, Pool pool, Map<String, Object> kafka, List<String> topics, Probe probe) {
    this(
        service,
        pool,
        kafka,
        topics,
        new Vitals(),
        () -> true,
        LaneTrust.CHAIN_ONLY,
        ToldScopes.NONE,
        () -> 0,
        probe,
        new Handover());
  }

  private LedgerRelay(
      String service,
      Pool pool,
      Map<String, Object> kafka,
      List<String> topics,
      Vitals vitals,
      BooleanSupplier mayPublish,
      LaneTrust own,
      ToldScopes scopes,
      IntSupplier makings,
      Probe probe,
      Handover handover) {
    this.handover = handover;
    this.service = service;
    this.pool = pool;
    this.kafka = Map.copyOf(kafka);
    this.topics = List.copyOf(topics);
    this.vitals = vitals;
    this.mayPublish = mayPublish;
    this.own = own;
    this.scopes = scopes;
    this.makings = makings;
    this.probe = probe;
  }

  @Override
  public boolean turn() throws Exception {
    if (!mayPublish.getAsBoolean()) {
      close();
      look();
      return false;
    }
    if (makings.getAsInt() != openedAt) {
      // What is told stands in topics that are gone: where to go on is asked of the new ones.
      close();
    }
    try {
      boolean more = publish(producer == null ? open() : producer);
      vitals.published(published);
      vitals.well(Vitals.RELAY);
      return more;
    } catch (Exception e) {
      vitals.trouble(Vitals.RELAY, e);
      throw e;
    }
  }

  /** A follower tells nobody anything; how far the leader has told it sees at the topics. */
  private void look() {
    if (System.nanoTime() - nextLook < 0) {
      return;
    }
    nextLook = System.nanoTime() + FOLLOWERS_LOOK.toNanos();
    try {
      vitals.published(new TopicEnd(pool, own, vitals).find(kafka, topics));
      vitals.well(Vitals.RELAY);
    } catch (RuntimeException e) {
      vitals.trouble(Vitals.RELAY, e);
    }
  }

  private boolean publish(KafkaProducer<String, String> mine) throws Exception {
    List<Spoken> rows =
        ahead == null || aheadOf != published ? read(published).join() : ahead.join();
    ahead = null;
    List<TransactionEnds.Told> whole = Objects.requireNonNull(ends).whole(rows);
    if (whole.isEmpty()) {
      return false;
    }
    mine.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (TransactionEnds.Told told : whole) {
      sent.add(mine.send(ToldRecord.of(service, scopes, told)));
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
    boolean more = rows.size() >= BATCH && whole.size() == rows.size();
    if (more) {
      // The next rows are read while the broker commits these.
      aheadOf = rows.getLast().seq();
      ahead = read(aheadOf);
    }
    probe.beforeCommit();
    mine.commitTransaction();
    probe.afterCommit();
    published = whole.getLast().seq();
    return more;
  }

  private CompletableFuture<List<Spoken>> read(long after) {
    List<Spoken> handed = handover.after(after, BATCH);
    if (!handed.isEmpty()) {
      return CompletableFuture.completedFuture(handed);
    }
    return NextSpoken.after(pool, after, BATCH)
        .ifNoItem()
        .after(SQL_TIMEOUT)
        .fail()
        .subscribeAsCompletionStage();
  }

  private KafkaProducer<String, String> open() throws Exception {
    openedAt = makings.getAsInt();
    TopicMaking.create(kafka, topics);
    KafkaProducer<String, String> fresh = RelayProducer.of(service, kafka);
    try {
      fresh.initTransactions();
      published = new TopicEnd(pool, own, vitals).find(kafka, topics);
      ends = TransactionEnds.after(pool, published);
    } catch (RuntimeException e) {
      fresh.close(Duration.ZERO);
      throw e;
    }
    producer = fresh;
    return fresh;
  }

  @Override
  public void close() {
    KafkaProducer<String, String> mine = producer;
    producer = null;
    ahead = null;
    if (mine != null) {
      mine.close(Duration.ZERO);
    }
  }
}
