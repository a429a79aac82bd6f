package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The running suite: starts everything in order, waits for health, stops everything in reverse. */
final class Stack {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final String POSTGRES = Ports.POSTGRES;
  private static final String KAFKA = Ports.KAFKA;
  static final String REPLICA = "replica";

  /** Longer than any pause of a machine that lives. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final long STATE_MILLIS = 500;
  private static final String OLDER = "\"older\"";

  private final Path data;
  private final Ports ports;
  private final PrintStream out;
  private final DemoIdentity identity;
  private final Programs programs;
  private final Map<String, Child> children = Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile boolean stopping;
  private volatile boolean starting = true;
  private volatile Map<String, String> gatewaySettings = Map.of();

  Stack(Home home, Path data, Ports ports, PrintStream out) throws IOException {
    this(home, data, ports, out, new Jvm(home.caches(), false));
  }

  Stack(Home home, Path data, Ports ports, PrintStream out, Jvm jvm) throws IOException {
    this.data = data;
    this.ports = ports;
    this.out = out;
    // Asked before anything is made: a start that cannot be leaves nothing behind.
    Optional<String> taken = ports.taken();
    if (taken.isPresent()) {
      throw inUse(taken.get());
    }
    PrivateFile.directory(data);
    this.identity = DemoIdentity.keptIn(data.resolve("identity"));
    Identity keys = Identity.of(data);
    keys.prepare();
    this.programs = new Programs(home, data, ports, keys, jvm);
    OfficeClock.of(data).goesByTheMachine();
  }

  private static IOException inUse(String port) {
    return new IOException(port + "; 请用 --ports BASE 换一组 choose others with --ports BASE");
  }

  Ports ports() {
    return ports;
  }

  DemoIdentity identity() {
    return identity;
  }

  long pid(String child) {
    Child found = children.get(child);
    return found == null ? -1 : found.pid();
  }

  /** Business time of the services from now on: nine o'clock that day, running on. */
  void setDate(LocalDate date) {
    OfficeClock.of(data).movesTo(date);
    LockSupport.parkNanos(children.isEmpty() ? 0 : OfficeClock.IS_READ.toNanos());
  }

  /** What the gateway is told besides, from its next start on. */
  void setGateway(Map<String, String> settings) {
    gatewaySettings = Map.copyOf(settings);
  }

  /**
   * @param first services to begin with, all where none is named; others start when they are needed
   */
  void start(String... first) throws Exception {
    stopping = false;
    starting = true;
    UpFile.write(data, ports);
    Thread.ofVirtual().name("state").start(this::tellState);
    startInfrastructure();
    run("witness", programs.witness());
    run(Home.GATEWAY, programs.gateway(gatewaySettings));
    startServices(first.length == 0 ? Home.SERVICES : List.of(first));
    await("gateway", () -> Probe.listens(ports.gateway()));
    await("witness", () -> Files.exists(witnessed().resolve("witness.key")));
    Identity.of(data).noteWitness(WitnessProcess.key(witnessed()).orElseThrow());
    starting = false;
  }

  void startInfrastructure() throws Exception {
    run(POSTGRES, programs.postgres());
    run(KAFKA, programs.kafka());
    await("PostgreSQL", () -> Probe.listens(ports.postgres()) && databasesExist());
    await("Kafka", () -> Probe.listens(ports.kafka()));
    Home.createTopics("127.0.0.1:" + ports.kafka());
  }

  private boolean databasesExist() {
    return Home.SERVICES.stream().allMatch(service -> Databases.exists(ports.postgres(), service));
  }

  /** Where the outside witness keeps what it saw. */
  Path witnessed() {
    return data.resolve("witness");
  }

  /** Those that do not run yet; all are ready then. */
  void startServices(List<String> services) throws Exception {
    for (String service : services) {
      if (!children.containsKey(service)) {
        run(service, programs.service(service));
      }
    }
    for (String service : services) {
      await(service, () -> isReady(service));
    }
  }

  /** Ends services, for example to start them on another business date. */
  void stopServices(List<String> services) throws InterruptedException {
    close(child -> services.contains(child.name()));
  }

  /** Ends the chosen children, all at once. */
  private void close(Predicate<Child> chosen) throws InterruptedException {
    List<Thread> closing = new ArrayList<>();
    for (Child child : List.copyOf(children.values())) {
      if (chosen.test(child)) {
        closing.add(Thread.ofVirtual().start(child::close));
        children.remove(child.name());
      }
    }
    for (Thread thread : closing) {
      thread.join();
    }
  }

  /** One more process of a service; its port. */
  int startReplica(String service) throws Exception {
    int port = LocalKafka.freePort();
    int operations = LocalKafka.freePort();
    run(REPLICA, programs.service(service, REPLICA, port, operations), () -> true);
    await(REPLICA, () -> Probe.health(operations, "ready").status() == 200);
    return port;
  }

  void stopReplica() throws InterruptedException {
    close(child -> child.name().equals(REPLICA));
  }

  /** The broker dies and comes back without what it held. */
  void wipeBroker() throws Exception {
    Child broker = children.get(KAFKA);
    if (broker == null) {
      throw new IllegalStateException("没有正在运行的 Kafka  no broker runs");
    }
    broker.kill();
    Scratch.clear(data.resolve(KAFKA));
    broker.start();
    await("Kafka", () -> Probe.listens(ports.kafka()));
    Home.createTopics("127.0.0.1:" + ports.kafka());
  }

  private void run(String name, List<String> command) throws IOException {
    run(name, command, () -> beats(name));
  }

  private void run(String name, List<String> command, BooleanSupplier beats) throws IOException {
    var child =
        new Child(
            name,
            Scratch.emptied(programs.scratch(name), command),
            data.resolve("logs").resolve(name + ".log"),
            out,
            new BackOff(),
            new Child.Pulse(beats, PATIENCE),
            () -> starting ? ports.taken(name) : Optional.empty());
    children.put(name, child);
    ports.release(name);
    child.start();
  }

  /** Another program had a port in the moment between the look and the start. */
  private Optional<String> hindered() {
    return List.copyOf(children.values()).stream()
        .flatMap(child -> child.hindered().stream())
        .findFirst();
  }

  private void await(String what, Patience.Condition<Exception> condition) throws Exception {
    Patience.Condition<Exception> orNever = () -> hindered().isPresent() || condition.holds();
    boolean isOver = Patience.until(START_LIMIT, LOOK, orNever);
    Optional<String> hindered = hindered();
    if (hindered.isPresent()) {
      throw inUse(hindered.get());
    } else if (!isOver) {
      throw new IOException(
          "%s 没有应答 does not answer after %d s; see %s"
              .formatted(what, START_LIMIT.toSeconds(), data.resolve("logs")));
    }
  }

  /** A database that is older than it was is up and says why it takes nothing. */
  private boolean isReady(String service) {
    Probe.Answer answer = Probe.health(ports.operations().of(service), "ready");
    if (answer.status() != HttpURLConnection.HTTP_OK && answer.text().contains(OLDER)) {
      out.println(service + " 数据库是较早的副本，不受理操作 the database is older, no commands are taken:");
      out.println(
          answer.text().lines().filter(line -> line.contains(OLDER)).findFirst().orElse(""));
      out.println("  如何决定见 docs/operations.md「较早的数据库」 says what can be decided");
      return Probe.listens(ports.of(service));
    }
    // The port of operations may answer before the other is found to be taken.
    return answer.status() == HttpURLConnection.HTTP_OK && Probe.listens(ports.of(service));
  }

  /** Whether every service says that it is ready. */
  boolean isReady() {
    return Home.SERVICES.stream().allMatch(this::isReady);
  }

  private boolean beats(String name) {
    if (Home.SERVICES.contains(name)) {
      return Probe.health(ports.operations().of(name), "live").status()
          == HttpURLConnection.HTTP_OK;
    }
    return Probe.listens(
        switch (name) {
          case POSTGRES -> ports.postgres();
          case KAFKA -> ports.kafka();
          case "witness" -> ports.witness();
          default -> ports.gateway();
        });
  }

  /** What every part does now, a line each. */
  List<String> state() {
    return List.copyOf(children.values()).stream().map(Child::state).toList();
  }

  private List<String> identities() {
    return List.copyOf(children.values()).stream().flatMap(c -> c.identity().stream()).toList();
  }

  private void tellState() {
    List<String> told = List.of();
    try {
      while (!stopping) {
        List<String> now = state();
        if (!now.equals(told) && UpFile.tell(data, now, identities())) {
          told = now;
        }
        Thread.sleep(STATE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() throws Exception {
    stopping = true;
    // Ctrl-C reaches the whole process group: children that end now must not be started again.
    children.values().forEach(Child::retire);
    close(child -> child.name().equals(Home.GATEWAY));
    // Services first, then the broker and the witness, the database last.
    stopServices(Home.SERVICES);
    close(child -> !child.name().equals(POSTGRES));
    close(child -> true);
    Scratch.clear(data.resolve("scratch"));
    UpFile.clear(data);
  }
}
