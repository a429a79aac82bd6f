package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running suite: starts everything in order, waits for health, stops everything in reverse. */
final class Stack {
  private static final Duration START_LIMIT = Duration.ofSeconds(150);
  private static final int OFFICE_OPENS_AT = 9;
  private static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k");

  private final Home home;
  private final Path data;
  private final Ports ports;
  private final PrintStream out;
  private final DemoIdentity identity;
  private final Identity keys;
  private final Map<String, Child> children = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Gateway gateway;
  private volatile Optional<Duration> clockOffset = Optional.empty();

  Stack(Home home, Path data, Ports ports, PrintStream out) throws IOException {
    this.home = home;
    this.data = data;
    this.ports = ports;
    this.out = out;
    Files.createDirectories(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    this.identity = DemoIdentity.keptIn(data.resolve("identity"));
    this.keys = Identity.of(data);
    keys.prepare();
    this.gateway = new Gateway(ports);
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

  /** Business time of the services from their next start on: nine o'clock that day, running on. */
  void setDate(LocalDate date) {
    Instant opening =
        date.atTime(OFFICE_OPENS_AT, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    clockOffset = Optional.of(Duration.between(now, opening));
  }

  void start() throws Exception {
    Optional<String> taken = ports.taken();
    if (taken.isPresent()) {
      throw new IOException(taken.get() + "; choose others with --ports BASE");
    }
    Files.writeString(data.resolve("up.pid"), Long.toString(ProcessHandle.current().pid()));
    Files.writeString(data.resolve("up.ports"), ports.kafka() + " " + ports.postgres());
    startInfrastructure();
    run("witness", witness());
    startServices();
    gateway.start(ports.gateway());
  }

  void startInfrastructure() throws Exception {
    run("postgres", infrastructure("postgres", ports.postgres()));
    run("kafka", infrastructure("kafka", ports.kafka(), ports.kafkaController()));
    await("PostgreSQL", () -> answers(ports.postgres()) && databasesExist());
    await("Kafka", () -> answers(ports.kafka()));
  }

  private boolean databasesExist() {
    return Home.SERVICES.stream().allMatch(service -> Databases.exists(ports.postgres(), service));
  }

  private List<String> infrastructure(String kind, int... numbers) {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    command.addAll(SMALL_JVM);
    command.addAll(
        List.of(
            "-Xmx768m",
            "-Djava.util.logging.config.file=" + home.sample("../logging.properties").normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            InfrastructureProcess.class.getName(),
            kind,
            data.resolve(kind).toString()));
    for (int number : numbers) {
      command.add(Integer.toString(number));
    }
    command.add(Long.toString(ProcessHandle.current().pid()));
    return command;
  }

  /** Stands for a witness outside the house; it shares no code with the services. */
  private List<String> witness() {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    command.addAll(SMALL_JVM);
    command.addAll(
        List.of(
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            WitnessProcess.class.getName(),
            data.resolve("witness").toString(),
            Integer.toString(ports.witness()),
            keys.logKeys().toString(),
            Long.toString(ProcessHandle.current().pid())));
    return command;
  }

  /** Where the outside witness keeps what it saw. */
  Path witnessed() {
    return data.resolve("witness");
  }

  void startServices() throws Exception {
    for (String service : Home.SERVICES) {
      List<String> command = service(service);
      run(service, command);
    }
    for (String service : Home.SERVICES) {
      await(service, () -> isReady(service));
    }
  }

  private List<String> service(String service) throws IOException {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    command.addAll(SMALL_JVM);
    command.add("-Xmx512m");
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.port", Integer.toString(ports.of(service)));
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka());
    settings.put("suite.parent-pid", Long.toString(ProcessHandle.current().pid()));
    settings.putAll(LocalPostgres.settings(ports.postgres(), service));
    settings.putAll(DemoIdentity.settings(data.resolve("identity/demo-jwks.json")));
    settings.put("suite.checkpoint-key", keys.log(service).toString());
    settings.put("suite.person-master-key", keys.master().toString());
    settings.put("suite.sealing-keys", data.resolve("identity/sealing").toString());
    settings.put("suite.witnesses", "http://127.0.0.1:" + ports.witness());
    clockOffset.ifPresent(offset -> settings.put("suite.clock-offset", offset.toString()));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-jar");
    command.add(home.application(service).toString());
    return command;
  }

  /** Stops the services and starts them again, for example on another business date. */
  void restartServices() throws Exception {
    for (String service : Home.SERVICES) {
      Child child = children.remove(service);
      if (child != null) {
        child.close();
      }
    }
    startServices();
  }

  private void run(String name, List<String> command) throws IOException {
    var child = new Child(name, () -> command, data.resolve("logs").resolve(name + ".log"), out);
    children.put(name, child);
    child.start();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(String what, Condition condition) throws Exception {
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (!condition.holds()) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            what
                + " does not answer after "
                + START_LIMIT.toSeconds()
                + " s; see "
                + data.resolve("logs"));
      }
      Thread.sleep(150);
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isReady(String service) throws InterruptedException {
    URI health =
        URI.create("http://127.0.0.1:" + ports.of(service) + "/" + service + "/q/health/ready");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(
                  HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void stop() throws Exception {
    // Ctrl-C reaches the whole process group: children that end now must not be started again.
    children.values().forEach(Child::retire);
    gateway.stop();
    List<Child> reverse = new ArrayList<>(children.values()).reversed();
    List<Thread> stopping = new ArrayList<>();
    // Services first and together, then the broker, the database last.
    for (Child child : reverse.stream().filter(c -> Home.SERVICES.contains(c.name())).toList()) {
      stopping.add(Thread.ofVirtual().start(child::close));
    }
    for (Thread thread : stopping) {
      thread.join();
    }
    reverse.stream().filter(c -> !Home.SERVICES.contains(c.name())).forEach(Child::close);
    Files.deleteIfExists(data.resolve("up.pid"));
    Files.deleteIfExists(data.resolve("up.ports"));
  }
}
