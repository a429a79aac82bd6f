package cn.doublerandom.eventstore.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service in small is killed at named points, or its broker, or its database, with -9, again and
 * again on the same data. After every few runs everything that was acknowledged must be there once,
 * numbered without a gap, told once and in order, and applied once by the consumer.
 *
 * <p>The first runs die once at each point and once of each kind; more of them ({@code ./suite test
 * --deep}, or {@code -Dcrash.runs=200 -Dcrash.seed=1}) choose at random. The seed is printed.
 */
@Tag("deep")
class CrashRunsIT {
  private static final List<String> POINTS =
      List.of(
          "appended",
          "numbered",
          "told-not-committed",
          "told-and-committed",
          "applied-not-acknowledged");

  private static final List<String> VICTIMS = List.of("node", "broker", "postgres", "node", "node");

  private static final int CHECK_EVERY = 10;
  private static final String TOPIC = "crash.events.v1";

  @TempDir Path home;

  private final Map<String, Long> acknowledged = new TreeMap<>();
  private final int postgresPort = LocalKafka.freePort();
  private final int kafkaPort = LocalKafka.freePort();
  private final int controllerPort = LocalKafka.freePort();
  private Machine postgres;
  private Machine kafka;
  private Machine node;
  private long seed;

  private Path log() {
    return home.resolve("log.txt");
  }

  private Machine startPostgres() throws Exception {
    return Machine.start(log(), Machine.class, "postgres", home.resolve("pg"), postgresPort);
  }

  private Machine startKafka() throws Exception {
    return Machine.start(
        log(), Machine.class, "kafka", home.resolve("kafka"), kafkaPort, controllerPort);
  }

  private Machine startNode(long run) throws Exception {
    return Machine.start(
        log(), CrashNode.class, postgresPort, "crash", bootstrap(), TOPIC, seed * 1_000 + run);
  }

  private String bootstrap() {
    return "127.0.0.1:" + kafkaPort;
  }

  @Test
  void whatever_is_killed_where_and_when_every_fact_is_kept_told_and_applied_exactly_once()
      throws Exception {
    int runs = Integer.getInteger("crash.runs", POINTS.size());
    seed = Long.getLong("crash.seed", System.nanoTime() % 100_000);
    System.out.println("crash runs: " + runs + ", seed " + seed);
    var random = new Random(seed);
    Deque<String> points = shuffled(POINTS, random);
    Deque<String> victims = shuffled(VICTIMS, random);
    postgres = startPostgres();
    kafka = startKafka();
    node = startNode(0);
    try {
      for (int run = 1; run <= runs; run++) {
        String point = each(points, POINTS, random);
        String victim = each(victims, VICTIMS, random);
        try {
          crash(run, point, 1 + random.nextInt(6), victim);
        } catch (Exception | AssertionError e) {
          throw new AssertionError(
              "run %d of seed %d: %s killed at %s".formatted(run, seed, victim, point), e);
        }
        if (run % CHECK_EVERY == 0 || run == runs) {
          check(run);
          if (run < runs) {
            node = startNode(run + 700_000L);
          }
        }
      }
    } finally {
      node.kill();
      kafka.kill();
      postgres.killPostgres(home.resolve("pg"));
    }
  }

  private static Deque<String> shuffled(List<String> all, Random random) {
    List<String> copy = new ArrayList<>(all);
    Collections.shuffle(copy, random);
    return new ArrayDeque<>(copy);
  }

  /** What has not come yet, and then anything. */
  private static String each(Deque<String> first, List<String> all, Random random) {
    return first.isEmpty() ? all.get(random.nextInt(all.size())) : first.removeFirst();
  }

  private void crash(int run, String point, int count, String victim) throws Exception {
    node.tell("ARM " + point + " " + count);
    hear(node.await("AT "));
    switch (victim) {
      case "node" -> {
        node.kill();
        hear(node.rest());
        node = startNode(run);
      }
      case "broker" -> {
        kafka.kill();
        kafka = startKafka();
        node.tell("GO");
      }
      case "postgres" -> {
        postgres.killPostgres(home.resolve("pg"));
        postgres = startPostgres();
        node.tell("GO");
      }
      default -> throw new IllegalArgumentException(victim);
    }
  }

  /** Remembers what the writers were promised. */
  private void hear(List<String> lines) {
    for (String line : lines) {
      String[] words = line.split(" ");
      if (words[0].equals("ACK")) {
        acknowledged.merge(words[1], Long.parseLong(words[2]), Math::max);
      }
    }
  }

  /** Stops the writers by killing the node, lets a fresh one settle everything, and compares. */
  private void check(int run) throws Exception {
    node.kill();
    hear(node.rest());
    node = startNode(run + 500_000L);
    try (var database = TestDatabase.at(postgresPort, "crash")) {
      var reader = new LedgerReader(database.pool);
      long goal = reader.head().await().indefinitely();
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .untilAsserted(() ->
              assertThat(applied(database))
                  .as("applied; the node says %s", lastLines())
                  .isGreaterThanOrEqualTo(told(reader, goal)));
      node.kill();
      hear(node.rest());
      assertSound(database, reader);
      assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
    }
  }

  private List<String> lastLines() throws Exception {
    List<String> lines = Files.readAllLines(log());
    return lines.subList(Math.max(0, lines.size() - 30), lines.size());
  }

  private static long told(LedgerReader reader, long goal) {
    return reader.after(0, (int) goal).await().indefinitely().stream()
        .filter(e -> e.event().stream().startsWith("s-"))
        .count();
  }

  private static long applied(TestDatabase database) throws Exception {
    return Long.parseLong(database.ask("SELECT count(*) FROM event WHERE stream_id LIKE 'copy-%'"));
  }

  private void assertSound(TestDatabase database, LedgerReader reader) throws Exception {
    List<LedgerEntry> entries = reader.after(0, 1_000_000).await().indefinitely();
    Map<String, Long> versions = new HashMap<>();
    Map<String, List<String>> said = new TreeMap<>();
    String chain = ChainHash.START;
    for (int i = 0; i < entries.size(); i++) {
      LedgerEntry entry = entries.get(i);
      StoredEvent event = entry.event();
      boolean told = event.stream().startsWith("s-");
      assertThat(entry.seq()).isEqualTo(i + 1L);
      assertThat(event.version()).isEqualTo(versions.merge(event.stream(), 1L, Long::sum));
      chain =
          ChainHash.next(
              chain,
              entry.seq(),
              event.recomputedHash(),
              told
                  ? List.of(new Announcement(TOPIC, event.stream(), "T", event.payload()))
                  : List.of());
      assertThat(entry.chain()).isEqualTo(chain);
      if (told) {
        said.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event.payload());
      }
    }
    acknowledged.forEach((stream, version) ->
        assertThat(Long.parseLong(askCount(database, stream)))
            .as("acknowledged events of %s", stream)
            .isGreaterThanOrEqualTo(version));
    assertTopic(entries);
    said.forEach((stream, payloads) -> {
      List<String> copies = payloads(database, "copy-" + stream);
      assertThat(payloads.subList(0, copies.size())).as("copies of %s", stream).isEqualTo(copies);
    });
  }

  /** The topic holds a beginning of what the ledger says, each record once, in order. */
  private void assertTopic(List<LedgerEntry> entries) {
    Map<Long, LedgerEntry> bySeq = new HashMap<>();
    List<Long> expected = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (entry.event().stream().startsWith("s-")) {
        bySeq.put(entry.seq(), entry);
        expected.add(entry.seq());
      }
    }
    List<Long> seqs = new ArrayList<>();
    try (var topic = TopicTails.inOrder(Map.of("bootstrap.servers", bootstrap()), TOPIC)) {
      while (topic.hasNext()) {
        ConsumerRecord<String, String> message = topic.next();
        seqs.add(TopicTails.seq(message));
        assertThat(message.value()).isEqualTo(bySeq.get(TopicTails.seq(message)).event().payload());
      }
    }
    assertThat(seqs).isEqualTo(expected.subList(0, seqs.size()));
  }

  private static String askCount(TestDatabase database, String stream) {
    try {
      return database.ask("SELECT count(*) FROM event WHERE stream_id = '" + stream + "'");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> payloads(TestDatabase database, String stream) {
    try {
      String all =
          database.ask(
              "SELECT coalesce(string_agg(payload, E'\\n' ORDER BY version), '') FROM event"
                  + " WHERE stream_id = '"
                  + stream
                  + "'");
      return all.isEmpty() ? List.of() : List.of(all.split("\n"));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
