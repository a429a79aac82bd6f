package cn.doublerandom.benchmarks;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.verifier.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Services as they ship over a database, a broker and a witness of their own, on fresh data. */
final class ServiceGround implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final long LOOK = 200_000_000L;
  private static final String DRAW = "draw";
  private static final double TICKS_A_SECOND = 100;

  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final Witness witness;
  private final DemoIdentity identity = DemoIdentity.create();
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

  ServiceGround(Path checkout, List<String> names) throws Exception {
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
    Files.createDirectories(home.resolve("keys"));
    List<String> logs = new ArrayList<>();
    for (String service : names) {
      postgres.database(service);
      logs.add(
          NoteKey.keptIn(home.resolve("keys/checkpoint-" + service), origin(service))
              .verifierKey());
    }
    int port = LocalKafka.freePort();
    this.witness =
        Witness.start("double-random.invalid/witness", home.resolve("witness"), logs, port);
    for (String service : names) {
      services.put(
          service,
          new ServiceProcess(
              service,
              checkout.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"),
              service.equals(DRAW) ? "1g" : "512m",
              home,
              postgres,
              kafka,
              identity,
              service.equals(DRAW) ? "coordinator" : "registrar",
              Map.of("suite.witnesses", "http://127.0.0.1:" + port)));
    }
  }

  private static String origin(String service) {
    return "double-random.invalid/" + service;
  }

  /** Where tables are written. */
  Path home() {
    return home;
  }

  ServiceProcess service(String name) {
    ServiceProcess found = services.get(name);
    if (found == null) {
      throw new IllegalArgumentException(name);
    }
    return found;
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  void await(Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      for (ServiceProcess service : services.values()) {
        if (!service.isAlive() || System.nanoTime() - end > 0) {
          throw new IOException("waited in vain; logs in " + home);
        }
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  /**
   * Seconds of CPU so far, of all cores together: of each service, of the database, and of this
   * process with its broker. Others who use the machine make them little more.
   */
  Map<String, Double> cpu() throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    services.forEach((name, service) -> seconds.put(name, service.cpu().toMillis() / 1e3));
    seconds.put("PostgreSQL", databaseSeconds());
    seconds.put(
        "bench",
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
    return seconds;
  }

  /** Of the server and its children, those that ended included: proc(5), stat. */
  private double databaseSeconds() throws IOException {
    ProcessHandle server =
        ProcessHandle.of(LocalPostgres.pid(home.resolve("postgres"))).orElseThrow();
    long ticks = ticks(server, 15);
    for (ProcessHandle child : server.children().toList()) {
      ticks += ticks(child, 13);
    }
    return ticks / TICKS_A_SECOND;
  }

  /** The four or two figures up to and with that of a place, counted behind the name. */
  private static long ticks(ProcessHandle process, int last) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] behind = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int place = 11; place < Math.min(last, behind.length); place++) {
        ticks += Long.parseLong(behind[place]);
      }
      return ticks;
    } catch (IOException e) {
      // It ended meanwhile, and its server counts it.
      return 0;
    }
  }

  /** What a query of one number finds. */
  long number(String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database,
                LocalPostgres.OWNER,
                LocalPostgres.OWNER);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    services.values().forEach(ServiceProcess::close);
    witness.close();
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
