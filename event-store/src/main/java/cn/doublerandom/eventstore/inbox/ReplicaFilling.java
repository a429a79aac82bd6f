package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One filling of a replica beside the one that is read: poll by poll, each a transaction that
 * stores the rows and the place on the topic together, so that a crash neither loses nor repeats.
 */
final class ReplicaFilling implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  /** So long the inbox is held back at the exchange for the last records. */
  private static final Duration LAST = Duration.ofSeconds(2);

  private static final int MOST = 4_000;

  private static final String PLACES =
      """
      SELECT partition, next_offset, seq, head, topic_id FROM replica_lane
      WHERE name = $1 AND generation = $2
      """;

  private final Pool pool;
  private final Replica replica;
  private final int generation;
  private final Served served;
  private final KafkaConsumer<String, String> consumer;
  private final Admin admin;

  /** Of the topic that is read; one that is made again has another and other places. */
  private final String topicId;

  private final Map<Integer, ReplicaWalk> walks = new TreeMap<>();
  private final Map<Integer, Long> stored = new HashMap<>();
  private boolean isLevel;

  ReplicaFilling(
      Pool pool, Map<String, Object> kafka, Replica replica, int generation, Served served) {
    this.pool = pool;
    this.replica = replica;
    this.generation = generation;
    this.served = served;
    this.consumer = TopicConsumer.of(kafka, List.of(replica.source()), MOST);
    this.admin = Admin.create(kafka);
    this.topicId = topicId();
    for (Row row : ask(pool, PLACES, Tuple.of(replica.name(), generation))) {
      int partition = row.getInteger("partition");
      long next = row.getLong("next_offset");
      boolean isOfThisTopic = topicId.equals(row.getString("topic_id"));
      walks.put(
          partition,
          new ReplicaWalk(isOfThisTopic ? next : 0, row.getLong("seq"), row.getString("head")));
      stored.put(partition, next);
    }
    for (TopicPartition partition : consumer.assignment()) {
      walks.computeIfAbsent(partition.partition(), p -> new ReplicaWalk(0, 0, null));
    }
    rewind();
  }

  int generation() {
    return generation;
  }

  /** Reads on; whether there may be more to read before the rows can be exchanged. */
  boolean step() {
    ConsumerRecords<String, String> polled = poll();
    if (!polled.isEmpty()) {
      inTransaction(connection -> fill(connection, polled));
    }
    return !polled.isEmpty() && !isLevel;
  }

  private ConsumerRecords<String, String> poll() {
    ConsumerRecords<String, String> polled = consumer.poll(POLL);
    if (!topicId().equals(topicId)) {
      throw new IllegalStateException(replica.source() + " was made again; it is read anew");
    }
    return polled;
  }

  private String topicId() {
    String topic = replica.source();
    try {
      return Objects.requireNonNull(
              admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
          .topicId()
          .toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(topic + " is not there: " + e.getMessage(), e);
    }
  }

  /** Puts the rows in the place of those that are read, where they are level with the inbox. */
  boolean switchOver() {
    boolean done =
        inTransaction(connection -> {
          await(Replicas.alone(connection, replica));
          long deadline = System.nanoTime() + LAST.toNanos();
          Map<Integer, Lane> inbox = inbox(connection);
          while (!isLevel(inbox) && System.nanoTime() - deadline < 0) {
            ConsumerRecords<String, String> polled = poll();
            if (polled.isEmpty()) {
              break;
            }
            fill(connection, polled);
          }
          return isLevel(inbox) && exchange(connection);
        });
    if (!done) {
      walks.values().forEach(ReplicaWalk::again);
      rewind();
    }
    return done;
  }

  private boolean exchange(SqlConnection connection) {
    ask(
        connection,
        "SELECT projection_switch($1, $2)",
        Tuple.of(replica.name(), replica.tables().toArray(String[]::new)));
    ask(
        connection,
        "DELETE FROM replica WHERE name = $1 AND generation <> $2",
        Tuple.of(replica.name(), generation));
    ask(
        connection,
        "UPDATE replica SET live = TRUE WHERE name = $1 AND generation = $2",
        Tuple.of(replica.name(), generation));
    ask(
        connection,
        "DELETE FROM replica_lane WHERE name = $1 AND generation = $2",
        Tuple.of(replica.name(), generation));
    return true;
  }

  private boolean fill(SqlConnection connection, ConsumerRecords<String, String> polled) {
    hold(connection);
    Map<Integer, Lane> inbox = inbox(connection);
    Map<Integer, List<InboxRecord>> records = new TreeMap<>();
    Map<Integer, List<Long>> offsets = new HashMap<>();
    for (ConsumerRecord<String, String> message : polled) {
      records
          .computeIfAbsent(message.partition(), p -> new ArrayList<>())
          .add(InboxRecord.of(message));
      offsets.computeIfAbsent(message.partition(), p -> new ArrayList<>()).add(message.offset());
    }
    List<InboxRecord> taken = new ArrayList<>();
    records.forEach((partition, came) ->
        taken.addAll(
            walk(partition)
                .take(
                    came,
                    offsets.getOrDefault(partition, List.of()),
                    linked(connection, came),
                    inbox.get(partition))));
    new ReplicaFill(connection, replica, generation, served).rows(taken);
    note(connection);
    isLevel = isLevel(inbox);
    return true;
  }

  private ReplicaWalk walk(int partition) {
    return walks.computeIfAbsent(partition, p -> new ReplicaWalk(0, 0, null));
  }

  /** Nobody else fills it meanwhile, and nobody has since it was read how far it is. */
  private void hold(SqlConnection connection) {
    boolean isThere =
        ask(
                    connection,
                    "SELECT FROM replica WHERE name = $1 AND generation = $2 AND NOT live FOR UPDATE",
                    Tuple.of(replica.name(), generation))
                .rowCount()
            > 0;
    Map<Integer, Long> places = new HashMap<>();
    ask(connection, PLACES, Tuple.of(replica.name(), generation))
        .forEach(row -> places.put(row.getInteger("partition"), row.getLong("next_offset")));
    if (!isThere || !places.equals(stored)) {
      throw new IllegalStateException(replica.name() + " is filled by another");
    }
  }

  private void note(SqlConnection connection) {
    walks.forEach((partition, walk) -> {
      ask(
          connection,
          """
          INSERT INTO replica_lane (name, generation, partition, next_offset, seq, head, topic_id)
          VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (name, generation, partition) DO UPDATE
          SET next_offset = EXCLUDED.next_offset, seq = EXCLUDED.seq, head = EXCLUDED.head,
            topic_id = EXCLUDED.topic_id
          """,
          Tuple.tuple()
              .addString(replica.name())
              .addInteger(generation)
              .addInteger(partition)
              .addLong(walk.resume())
              .addLong(walk.seq())
              .addString(walk.head())
              .addString(topicId));
      stored.put(partition, walk.resume());
    });
  }

  private boolean isLevel(Map<Integer, Lane> inbox) {
    return inbox.keySet().stream().allMatch(p -> walk(p).isLevel(inbox.get(p)));
  }

  private Map<Integer, Lane> inbox(SqlConnection connection) {
    Map<Integer, Lane> lanes = new HashMap<>();
    await(LaneStore.lanes(connection)).values().stream()
        .filter(lane -> lane.source().equals(replica.source()))
        .forEach(lane -> lanes.put(lane.partition(), lane));
    return lanes;
  }

  private static Set<String> linked(SqlConnection connection, List<InboxRecord> came) {
    Set<String> linked = new HashSet<>();
    await(LaneStore.known(connection, came)).values().forEach(linked::addAll);
    return linked;
  }

  private void rewind() {
    for (TopicPartition partition : consumer.assignment()) {
      consumer.seek(partition, walk(partition.partition()).resume());
    }
  }

  /** Blocks: Kafka is read within. Where it fails, what was read is read again by another. */
  private <T> T inTransaction(Function<SqlConnection, T> work) {
    SqlConnection connection = await(pool.getConnection());
    try {
      Transaction transaction = await(connection.begin());
      T done;
      try {
        done = work.apply(connection);
      } catch (RuntimeException e) {
        await(transaction.rollback().onFailure().recoverWithNull());
        throw e;
      }
      await(transaction.commit());
      return done;
    } finally {
      await(connection.close());
    }
  }

  static RowSet<Row> ask(
      io.vertx.mutiny.sqlclient.SqlClient sql, String statement, Tuple parameters) {
    return await(sql.preparedQuery(statement).execute(parameters));
  }

  static <T extends @Nullable Object> T await(Uni<T> work) {
    return work.await().atMost(LIMIT);
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}
