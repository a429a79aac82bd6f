package cn.doublerandom.eventstore.crash;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.RelayProbes;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A service in small, made to be killed: writers, ledger, relay and a consumer that copies what it
 * hears into streams of its own. {@code PORT DATABASE BOOTSTRAP TOPIC SEED}.
 *
 * <p>On standard input {@code ARM point count} arms a named point; when it is reached for the
 * count-th time the node says {@code AT point} and stands still there until it hears {@code GO}, or
 * is killed. Every acknowledged append is told as {@code ACK stream version}.
 */
final class CrashNode {
  private static final int STREAMS = 9;
  private static final int WRITERS = 3;

  private final TestDatabase database;
  private final Map<String, Object> kafka;
  private final String topic;
  private final Semaphore go = new Semaphore(0);
  private String armed = "";
  private int left;

  private CrashNode(TestDatabase database, String bootstrap, String topic) {
    this.database = database;
    this.kafka = Map.of("bootstrap.servers", bootstrap);
    this.topic = topic;
  }

  public static void main(String[] arguments) throws Exception {
    var node =
        new CrashNode(
            TestDatabase.at(Integer.parseInt(arguments[0]), arguments[1]),
            arguments[2],
            arguments[3]);
    node.run(Long.parseLong(arguments[4]));
  }

  private synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** A named point; the place to die. */
  private void point(String name) {
    synchronized (this) {
      if (!armed.equals(name) || --left > 0) {
        return;
      }
      armed = "";
    }
    say("AT " + name);
    go.acquireUninterruptibly();
  }

  private void run(long seed) throws Exception {
    var vitals = new Vitals();
    var wakeUp = new WakeUp();
    var relayWakeUp = new WakeUp();
    var leader =
        new LedgerLeader(
            database.pool,
            e ->
                e.stream().startsWith("s-")
                    ? List.of(new Announcement(topic, e.stream(), "T", e.payload()))
                    : List.of(),
            () -> {
              relayWakeUp.nudge();
              point("numbered");
            },
            vitals);
    LedgerRelay relay =
        RelayProbes.relay(
            topic,
            database.pool,
            kafka,
            () -> point("told-not-committed"),
            () -> point("told-and-committed"));
    new Worker("ledger", leader, wakeUp).start();
    new Worker("relay", relay, relayWakeUp).start();
    Thread.ofPlatform().daemon().start(() -> consume(wakeUp));
    for (int writer = 0; writer < WRITERS; writer++) {
      var random = new Random(seed * 31 + writer);
      // Streams of its own for every start: they stay short however long the runs go on.
      Thread.ofPlatform().daemon().start(() -> write("s-" + seed + "-", random, wakeUp));
    }
    say("READY");
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        command(line.split(" "));
      }
    }
    System.exit(0); // the parent is gone
  }

  private void command(String[] words) {
    switch (words[0]) {
      case "ARM" -> {
        synchronized (this) {
          armed = words[1];
          left = Integer.parseInt(words[2]);
        }
      }
      case "GO" -> go.release();
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private void write(String prefix, Random random, WakeUp wakeUp) {
    var store = new PostgresEventStore(database.pool, wakeUp::nudge);
    while (true) {
      String stream = prefix + random.nextInt(STREAMS);
      try {
        long version = store.load(List.of(stream)).await().atMost(Duration.ofSeconds(10)).size();
        String payload = "{\"of\":\"" + stream + "\",\"v\":" + (version + 1) + "}";
        Optional<CommandKey> key =
            random.nextInt(3) == 0
                ? Optional.of(new CommandKey(stream + "-" + version, "h"))
                : Optional.empty();
        AppendOutcome outcome =
            store
                .append(
                    List.of(
                        new Append(stream, version, List.of(EventStoreContract.event(payload)))),
                    key)
                .await()
                .atMost(Duration.ofSeconds(10));
        point("appended");
        if (outcome == AppendOutcome.APPENDED) {
          say("ACK " + stream + " " + (version + 1));
        }
        Thread.sleep(5 + random.nextInt(30));
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        pause();
      }
    }
  }

  /** The database or the broker is away for a moment. */
  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume(WakeUp wakeUp) {
    var inbox = new Inbox(database.pool, wakeUp::nudge);
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("group.id", "copy");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("session.timeout.ms", "1500");
    settings.put("heartbeat.interval.ms", "300");
    settings.put("metadata.max.age.ms", "1000");
    while (true) {
      try (var consumer =
          new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        consumer.subscribe(List.of(topic));
        while (true) {
          List<InboxRecord> batch = new ArrayList<>();
          consumer.poll(Duration.ofMillis(200)).forEach(r -> batch.add(InboxRecord.of(r)));
          if (!batch.isEmpty()) {
            inbox.receive(batch, CrashNode::copy).await().atMost(Duration.ofSeconds(60));
            point("applied-not-acknowledged");
            consumer.commitSync();
          }
        }
      } catch (RuntimeException e) {
        pause();
      }
    }
  }

  private static Uni<Void> copy(InboxRecord message, EventStore store) {
    String stream = "copy-" + message.key();
    return store
        .load(List.of(stream))
        .flatMap(before ->
            store.append(
                List.of(
                    new Append(
                        stream, before.size(), List.of(EventStoreContract.event(message.value())))),
                Optional.empty()))
        .invoke(outcome -> {
          if (outcome != AppendOutcome.APPENDED) {
            throw new io.vertx.pgclient.PgException("lost the race", "ERROR", "40001", "");
          }
        })
        .replaceWithVoid();
  }
}
