package cn.doublerandom.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker and controller in KRaft mode in this process, its log kept in one directory. */
public final class LocalKafka implements AutoCloseable {
  private static final int SIDE_BY_SIDE = 32;
  private static final int PORT_ATTEMPTS = 1_000;
  private static final int LOWEST_PORT = 10_240;
  private static final int LOWEST_CLIENT_PORT = 32_768;
  private static final String CLUSTER_ID = "ZG91YmxlLXJhbmRvbS1rZg";

  private final KafkaRaftServer server;
  private final int port;

  private LocalKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the broker whose log is kept in {@code directory}.
   *
   * @param port of the clients; 0 takes a free one
   * @param controllerPort of the controller quorum; 0 takes a free one
   */
  public static LocalKafka start(Path directory, int port, int controllerPort) throws IOException {
    int clients = port == 0 ? heldPort() : port;
    int controller = controllerPort == 0 ? heldPort() : controllerPort;
    Properties properties = properties(directory, clients, controller);
    return start(directory, properties, clients, controller, List.of());
  }

  /**
   * Starts a broker that nobody uses without a name of his own and a right.
   *
   * @param rights settings of a real broker: authorizer, super users, mechanisms
   * @param password of the super users {@code broker} and {@code admin}
   */
  public static LocalKafka startGuarded(Path directory, Properties rights, String password)
      throws IOException {
    int clients = heldPort();
    int controller = heldPort();
    Properties properties = properties(directory, clients, controller);
    Properties guarded = new Properties();
    guarded.putAll(rights);
    // One broker has no replicas: what a single node must have comes last.
    guarded.putAll(properties);
    guarded.putAll(signIn(clients, properties.getProperty("listeners"), password));
    return start(
        directory,
        guarded,
        clients,
        controller,
        List.of(
            "--add-scram", "SCRAM-SHA-512=[name=broker,password=" + password + "]",
            "--add-scram", "SCRAM-SHA-512=[name=admin,password=" + password + "]"));
  }

  private static Map<String, String> signIn(int clients, String listeners, String password) {
    String plain = "org.apache.kafka.common.security.plain.PlainLoginModule required username=";
    String scram = "org.apache.kafka.common.security.scram.ScramLoginModule required username=";
    return Map.of(
        "listeners", listeners.replace("PLAINTEXT://", "CLIENTS://"),
        "advertised.listeners", "CLIENTS://127.0.0.1:" + clients,
        "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
        "inter.broker.listener.name", "CLIENTS",
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "listener.name.controller.sasl.enabled.mechanisms", "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config",
            plain + "\"broker\" password=\"" + password + "\" user_broker=\"" + password + "\";",
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
            scram + "\"broker\" password=\"" + password + "\";");
  }

  private static LocalKafka start(
      Path directory, Properties properties, int clients, int controller, List<String> accounts)
      throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("server.properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    List<String> format =
        new ArrayList<>(
            List.of("format", "-t", CLUSTER_ID, "-c", file.toString(), "--ignore-formatted"));
    format.addAll(accounts);
    StorageTool.execute(
        format.toArray(String[]::new),
        new java.io.PrintStream(
            java.io.OutputStream.nullOutputStream(),
            false,
            java.nio.charset.StandardCharsets.UTF_8));
    var server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    HeldPorts.release(List.of(clients, controller));
    server.startup();
    return new LocalKafka(server, clients);
  }

  private static Properties properties(Path directory, int port, int controller) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs=" + directory.resolve("log"),
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "offsets.topic.num.partitions=3",
                "transaction.state.log.num.partitions=3",
                "group.initial.rebalance.delay.ms=0",
                // Whoever is killed in a test need not be missed for six seconds.
                "group.min.session.timeout.ms=1000",
                "log.cleaner.dedupe.buffer.size=2097152",
                "broker.session.timeout.ms=3000",
                "broker.heartbeat.interval.ms=500",
                "auto.create.topics.enable=false",
                // What is announced is taken from the heap before it comes: a record of ours has
                // 16 MiB at most, and all that wait together four times as much.
                "socket.request.max.bytes=18874368",
                "queued.max.request.bytes=67108864",
                // One broker has no replica to fall back on: what it acknowledged is on disk.
                "log.flush.interval.messages=1"));
    var properties = new Properties();
    for (String line : lines) {
      int equals = line.indexOf('=');
      properties.setProperty(line.substring(0, equals), line.substring(equals + 1));
    }
    return properties;
  }

  /**
   * A port that was free a moment ago, below those that systems hand out to clients: while its
   * server is down nobody's outgoing connection takes it. Machines that look for one side by side
   * look in places of their own, so that none takes what another is about to listen at.
   */
  public static int freePort() {
    int own = (LOWEST_CLIENT_PORT - LOWEST_PORT) / SIDE_BY_SIDE;
    int lowest = LOWEST_PORT + (int) (ProcessHandle.current().pid() % SIDE_BY_SIDE) * own;
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      int candidate = ThreadLocalRandom.current().nextInt(lowest, lowest + own);
      if (isFree(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("没有空闲端口 no free port from " + LOWEST_PORT);
  }

  /** A free port that nobody else takes before the broker does. */
  private static int heldPort() {
    int port = freePort();
    while (!HeldPorts.hold(List.of(port))) {
      port = freePort();
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns when the broker has ended by itself, for example because its disk failed. */
  public void awaitDeath() {
    server.awaitShutdown();
  }

  public int port() {
    return port;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
