package cn.doublerandom.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.tools.ConsumerPerformance;
import org.apache.kafka.tools.ProducerPerformance;

/** The relay and the inbox beside Kafka's own performance tools. */
final class KafkaSide {
  private static final int RECORDS = 200_000;
  private static final Pattern PRODUCED =
      Pattern.compile(RECORDS + " records sent, ([0-9.]+) records/sec");

  private final Ground ground;
  private final SideBySide sides;
  private int round;

  KafkaSide(Ground ground, SideBySide sides) {
    this.ground = ground;
    this.sides = sides;
  }

  void run() throws Exception {
    String database = ground.database("told");
    Pool pool = ground.pool(database, 4);
    fill(pool);
    int size = sizeOnKafka(pool);
    sides.compare(
        "relay, records a second",
        "kafka-producer-perf-test, transactional, same size, acks=all",
        SideBySide.Goal.AT_LEAST,
        0.8,
        () -> relayed(pool, "relay" + ++round),
        () -> produced("perf" + ++round, size));
    relayed(pool, "consumed");
    sides.compare(
        "consume, dedupe and decode, records a second",
        "kafka-consumer-perf-test",
        SideBySide.Goal.AT_LEAST,
        0.5,
        () -> consumed("consumed"),
        () -> polled("consumed"));
    pool.close().await().indefinitely();
  }

  private void fill(Pool pool) {
    var store = new PostgresEventStore(pool, () -> {});
    for (int from = 0; from < RECORDS; from += 1_000) {
      int first = from;
      store
          .appendEach(
              IntStream.range(0, 1_000)
                  .mapToObj(i -> new Append("told-" + (first + i), 0, List.of(Ground.event())))
                  .toList())
          .await()
          .indefinitely();
    }
    var leader =
        new LedgerLeader(
            pool, e -> List.of(new Announcement("TOPIC", e.stream(), "T", e.payload())), () -> {});
    while (leader.turn()) {
      // until everything has its number
    }
    leader.close();
  }

  /** Bytes of one record with its key and headers, so that the other tool sends as much. */
  private int sizeOnKafka(Pool pool) throws Exception {
    relayed(pool, "sized");
    var first = TopicTails.readAll(ground.kafka(), "sized").getFirst();
    int size = first.serializedKeySize() + first.serializedValueSize();
    for (var header : first.headers()) {
      size += header.key().length() + header.value().length;
    }
    return size;
  }

  /** The announcements are turned to a topic of this round before the clock starts. */
  private double relayed(Pool pool, String topic) throws Exception {
    ground.sql(
        "told",
        "ALTER TABLE announcement DISABLE TRIGGER ALL;"
            + " UPDATE announcement SET topic = '"
            + topic
            + "'; ALTER TABLE announcement ENABLE TRIGGER ALL");
    ground.sql("told", "VACUUM ANALYZE announcement");
    TopicMaking.create(ground.kafka(), List.of(topic));
    try (var relay = new LedgerRelay(topic, pool, ground.kafka(), List.of(topic))) {
      long start = System.nanoTime();
      while (relay.turn()) {
        // until everything is told
      }
      return RECORDS / ((System.nanoTime() - start) / 1e9);
    }
  }

  private double produced(String topic, int size) throws Exception {
    TopicMaking.create(ground.kafka(), List.of(topic));
    String said =
        captured(() ->
            ProducerPerformance.main(
                new String[] {
                  "--topic",
                  topic,
                  "--num-records",
                  Integer.toString(RECORDS),
                  "--record-size",
                  Integer.toString(size),
                  "--throughput",
                  "-1",
                  "--transactional-id",
                  topic,
                  "--transaction-duration-ms",
                  "60",
                  "--producer-props",
                  "bootstrap.servers=" + ground.bootstrap(),
                  "acks=all"
                }));
    Matcher rate = PRODUCED.matcher(said);
    if (!rate.find()) {
      throw new IOException("kafka-producer-perf-test says: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private interface Tool {
    void run() throws Exception;
  }

  private static String captured(Tool tool) throws Exception {
    PrintStream before = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, UTF_8));
    try {
      tool.run();
    } finally {
      System.setOut(before);
    }
    return said.toString(UTF_8);
  }

  private double polled(String topic) throws Exception {
    Path properties =
        Files.writeString(
            ground.home().resolve("consumer.properties"),
            "isolation.level=read_committed\ngroup.id=perf" + ++round + "\n");
    String said =
        captured(() ->
            ConsumerPerformance.main(
                new String[] {
                  "--bootstrap-server", ground.bootstrap(),
                  "--topic", topic,
                  "--messages", Integer.toString(RECORDS),
                  "--consumer.config", properties.toString(),
                  "--hide-header"
                }));
    // start, end, MB, MB/s, records, records/s, rebalance ms, fetch ms, …
    String[] cells = said.strip().split("\n")[0].split(",\\s*");
    double fetchMillis = Double.parseDouble(cells[7]);
    return Double.parseDouble(cells[4]) / (fetchMillis / 1_000);
  }

  private double consumed(String topic) throws Exception {
    String database = ground.database("inbox" + ++round);
    Pool pool = ground.pool(database, 4);
    var inbox = new Inbox(pool, () -> {});
    var json = EventCodec.mapper().readerFor(EventStoreBench.Checked.class);
    Map<String, Object> settings = new HashMap<>(ground.kafka());
    settings.put("group.id", "inbox" + round);
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("max.poll.records", "10000");
    settings.put("max.partition.fetch.bytes", "10485760");
    int read = 0;
    long start = 0;
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (read < RECORDS) {
        List<InboxRecord> batch = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(r -> batch.add(InboxRecord.of(r)));
        if (batch.isEmpty()) {
          continue;
        }
        if (start == 0) {
          // The other tool's figure leaves the joining of the group out, too.
          start = System.nanoTime();
        }
        inbox
            .receive(
                batch,
                (message, store) -> {
                  try {
                    EventStoreBench.Checked checked = json.readValue(message.value());
                    return checked.by().isEmpty()
                        ? Uni.createFrom().failure(new IllegalStateException("empty"))
                        : Uni.createFrom().voidItem();
                  } catch (IOException e) {
                    return Uni.createFrom().failure(e);
                  }
                })
            .await()
            .indefinitely();
        // As the connector of the services does. A lost offset only repeats what the inbox knows.
        consumer.commitAsync();
        read += batch.size();
      }
    }
    double rate = read / ((System.nanoTime() - start) / 1e9);
    pool.close().await().indefinitely();
    return rate;
  }
}
