package cn.doublerandom.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Kafka and demo accounts for one {@code @QuarkusTest} run; the init argument {@code
 * database} names the service. Everything is deleted afterwards.
 */
public final class TestStack implements QuarkusTestResourceLifecycleManager {
  /**
   * Order of a class that leaves to the others of its stack what they do not expect: a second
   * bureau, one result more.
   */
  public static final int LAST = Integer.MAX_VALUE;

  private static @Nullable DemoIdentity identity;

  private static @Nullable Path home;
  private static int operationsPort;
  private static String address = "";
  private static @Nullable Path programs;
  private static final Map<String, Producer<String, String>> ANNOUNCERS = new HashMap<>();
  private static final Set<String> ANNOUNCED = new HashSet<>();
  private static final AtomicLong OF_BUREAUS = new AtomicLong();

  private String database = "service";
  private String tmpfs = "";
  private @Nullable Path directory;
  private @Nullable LocalPostgres postgres;
  private @Nullable LocalKafka kafka;

  /** The header a demo user sends. */
  public static String bearer(String account) {
    return "Bearer " + identity().token(account);
  }

  /** The header a user of the test's own making sends. */
  public static String bearer(DemoIdentity.User user) {
    return "Bearer " + identity().token(user);
  }

  /** Whose tokens the stack takes. */
  public static DemoIdentity identity() {
    if (identity == null) {
      throw new IllegalStateException("the stack is not started");
    }
    return identity;
  }

  /**
   * Tells what another service would tell: one record with the CloudEvents headers consumers need.
   *
   * @param seq rises within a topic
   */
  public static void announce(
      String bootstrapServers, String topic, String key, String type, long seq, String json) {
    // One partition, so that seq rises in it as it would from one sender.
    announce(bootstrapServers, new ProducerRecord<>(topic, 0, key, json), type, seq);
  }

  /** The same on a partition where nobody else tells anything. */
  public static void announceApart(
      String bootstrapServers, String topic, String key, String type, long seq, String json) {
    announce(bootstrapServers, new ProducerRecord<>(topic, 1, key, json), type, seq);
  }

  /** Tells what the registry tells of a bureau. */
  public static void announceBureau(
      String bootstrapServers, String bureau, String name, boolean isOpen) {
    String json =
        """
        {"bureau":"%s","name":"%s","creditCode":"11130534MB00000001","region":"130534",
         "level":"COUNTY","rulePacks":[],"documentNumbers":"清〔{year}〕{number}号","status":"%s"}
        """
            .formatted(bureau, name, isOpen ? "OPEN" : "CLOSED");
    announce(
        bootstrapServers,
        new ProducerRecord<>("registry.events.v1", 2, "bureau-" + bureau, json),
        "BureauChanged",
        OF_BUREAUS.incrementAndGet());
  }

  private static void announce(
      String bootstrapServers, ProducerRecord<String, String> message, String type, long seq) {
    String topic = message.topic();
    Map.of(
            "ce_id",
            topic + "-" + seq,
            "ce_type",
            "cn.doublerandom." + type + ".v1",
            "ce_seq",
            Long.toString(seq),
            "ce_correlationid",
            "test")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    try {
      announcer(bootstrapServers, topic).send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One producer for all announcements at a broker; the topic is there when it comes back. */
  private static synchronized Producer<String, String> announcer(
      String bootstrapServers, String topic) throws ExecutionException, InterruptedException {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    if (ANNOUNCED.add(bootstrapServers + " " + topic)) {
      try (Admin admin = Admin.create(settings)) {
        if (!admin.listTopics().names().get().contains(topic)) {
          admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
      }
    }
    return ANNOUNCERS.computeIfAbsent(
        bootstrapServers,
        server -> new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()));
  }

  private static synchronized void closeAnnouncer(String bootstrapServers) {
    Producer<String, String> announcer = ANNOUNCERS.remove(bootstrapServers);
    if (announcer != null) {
      announcer.close();
    }
  }

  /** An address at the service's port for operations, such as {@code /q/metrics}. */
  public static String operations(String path) {
    return "http://127.0.0.1:" + operationsPort + path;
  }

  /** Where the database of the service is, for its owner; empty where no stack was started. */
  static String database() {
    return address;
  }

  /** Where the stack of this test run keeps PostgreSQL, Kafka and keys. */
  public static Path directory() {
    if (home == null) {
      throw new IllegalStateException("the stack is not started");
    }
    return home;
  }

  /** Unpacked once: several stacks of one test run share the programs. */
  private static synchronized Path programs() throws IOException {
    programs = LocalPostgres.programs().orElse(programs);
    if (programs == null) {
      Path fresh = Files.createTempDirectory("double-random-programs");
      programs = fresh;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(fresh)));
    }
    return programs;
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts PostgreSQL on a small disk; where that is not permitted it stays on the large one. */
  private void mountTmpfs(Path postgres) throws IOException {
    if (tmpfs.isEmpty()) {
      return;
    }
    Files.createDirectories(postgres);
    new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=" + tmpfs, "tmpfs", postgres.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }

  private static void unmount(Path postgres) throws IOException {
    new ProcessBuilder("umount", postgres.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
    tmpfs = arguments.getOrDefault("tmpfs", tmpfs);
  }

  @Override
  public Map<String, String> start() {
    try {
      Path home = Files.createTempDirectory("double-random-test");
      directory = home;
      TestStack.home = home;
      mountTmpfs(home.resolve("postgres"));
      var pg = LocalPostgres.fleeting(home.resolve("postgres"), programs());
      postgres = pg;
      pg.database(database);
      var broker = LocalKafka.start(home.resolve("kafka"), 0, 0);
      kafka = broker;
      var demo = DemoIdentity.create();
      identity = demo;
      if (database.equals("publication")) {
        announceBureau(broker.bootstrapServers(), "130534", "清河县交通运输局", true);
      }
      var settings = new HashMap<>(DemoIdentity.settings(demo.publicKeysTo(home.resolve("jwks"))));
      settings.putAll(LocalPostgres.settings(pg.port(), database));
      address = "jdbc:postgresql://127.0.0.1:" + pg.port() + "/" + database;
      settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
      operationsPort = LocalKafka.freePort();
      settings.put("quarkus.management.test-port", Integer.toString(operationsPort));
      settings.put("suite.person-master-key", home.resolve("keys/master").toString());
      settings.put("suite.evidence.directory", home.resolve("evidence").toString());
      settings.put("suite.evidence.key", home.resolve("keys/evidence").toString());
      settings.put("suite.checkpoint-every", "PT1S");
      settings.put("suite.checkpoint-key", home.resolve("keys/checkpoint").toString());
      return settings;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the test stack does not start", e);
    }
  }

  @Override
  public void stop() {
    address = "";
    try {
      if (kafka != null) {
        closeAnnouncer(kafka.bootstrapServers());
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
      if (directory != null && !tmpfs.isEmpty()) {
        unmount(directory.resolve("postgres"));
      }
      if (directory != null) {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
