package cn.doublerandom.benchmarks;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.verifier.Verify;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code ./suite bench scale [ROWS,…]}: a whole draw through registry, draw and inspection as they
 * ship, from the import of so many subjects (default 10,000, 100,000 and 1,000,000, with an
 * inspector for every 500) to the visits of the hundredth that is drawn. Tells the seconds and the
 * peak memory of each step, and what grew faster than n log n from one size to the next.
 */
final class ScaleBench implements AutoCloseable {
  private static final int SUBJECTS_OF_AN_INSPECTOR = 500;
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final long LOOK = 200_000_000L;

  /** Less than this is the clock of whoever waits, and the first calls of a JVM. */
  private static final double NOISE_SECONDS = 2;

  private static final double NOISE = 1.25;
  private static final String DRAW = "draw";
  private static final List<String> SERVICES = List.of("registry", DRAW, "inspection");

  private final int rows;
  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final Witness witness;
  private final DemoIdentity identity = DemoIdentity.create();
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  private interface Step {
    void run() throws Exception;
  }

  private ScaleBench(int rows, Path checkout) throws Exception {
    this.rows = rows;
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
    Files.createDirectories(home.resolve("keys"));
    List<String> logs = new ArrayList<>();
    for (String service : SERVICES) {
      postgres.database(service);
      logs.add(
          NoteKey.keptIn(home.resolve("keys/checkpoint-" + service), origin(service))
              .verifierKey());
    }
    int port = LocalKafka.freePort();
    this.witness =
        Witness.start("double-random.invalid/witness", home.resolve("witness"), logs, port);
    for (String service : SERVICES) {
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

  public static void main(String[] arguments) throws Exception {
    String sizes = arguments.length == 0 ? "10000,100000,1000000" : arguments[0];
    Path checkout = Path.of(System.getProperty("suite.home", "."));
    System.out.printf(
        Locale.ROOT,
        "%d cores, Java %s, PostgreSQL with fsync; heap: draw 1 GB, registry and inspection 512 MB%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    Map<Integer, Map<String, Double>> measured = new LinkedHashMap<>();
    for (int rows : Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray()) {
      try (var bench = new ScaleBench(rows, checkout)) {
        bench.run();
        measured.put(rows, bench.seconds);
      }
    }
    growth(measured);
    System.exit(0);
  }

  private ServiceProcess service(String name) {
    ServiceProcess found = services.get(name);
    if (found == null) {
      throw new IllegalArgumentException(name);
    }
    return found;
  }

  private void run() throws Exception {
    int inspectors = Math.max(20, rows / SUBJECTS_OF_AN_INSPECTOR);
    service("registry").awaitReady("/api/v1/subjects?limit=1");
    service(DRAW).awaitReady("/api/v1/register");
    ScaleOffice office = new ScaleOffice(service("registry"), service(DRAW));
    System.out.printf(
        Locale.ROOT,
        "%n%,d subjects, %,d inspectors%n| step | s | draw, MB | registry, MB | inspection, MB |%n"
            + "|---|---|---|---|---|%n",
        rows,
        inspectors);
    Path subjects = SampleRegister.table(home.resolve("subjects.csv"), rows);
    Path people = people(home.resolve("inspectors.csv"), inspectors);
    Path items = items(home.resolve("items.csv"));
    step("ready", () -> {});
    step("import", () -> office.importTable("subjects", subjects));
    step(
        "inspectors, item",
        () -> {
          office.importTable("inspectors", people);
          office.importTable("items", items);
          office.claim();
        });
    step("known to the draw", () -> await(() -> office.isKnown(rows, inspectors)));
    step("plan, programme", office::plan);
    step("preview", office::preview);
    step("freeze", office::freeze);
    step("terms, promises, deposit", office::prepare);
    step("commit", office::commit);
    office.reveal();
    int[] drawn = {0};
    step("execute", () -> drawn[0] = office.execute());
    byte[][] bundle = {new byte[0]};
    step("bundle", () -> bundle[0] = office.bundle());
    step("verify (here)", () -> verify(bundle[0]));
    step("visits", () -> await(() -> visits() >= drawn[0]));
    System.out.printf(
        Locale.ROOT,
        "drawn: %,d; largest event: %,d bytes; draw-service lives: %s%n",
        drawn[0],
        number(DRAW, "SELECT max(octet_length(payload)) FROM event"),
        service(DRAW).isAlive());
  }

  private static void verify(byte[] bundle) throws IOException {
    Verify.Verdict verdict = Verify.check(bundle);
    if (!verdict.isOk()) {
      throw new IOException("the draw does not verify: " + verdict);
    }
  }

  private void step(String what, Step step) throws Exception {
    long start = System.nanoTime();
    try {
      step.run();
    } finally {
      double took = (System.nanoTime() - start) / 1e9;
      seconds.put(what, took);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %d | %d | %d |%n",
          what,
          took,
          service(DRAW).peakMegabytes(),
          service("registry").peakMegabytes(),
          service("inspection").peakMegabytes());
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void await(Condition condition) throws Exception {
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

  private long visits() throws SQLException {
    return number("inspection", "SELECT count(*) FROM visit_view");
  }

  private long number(String database, String sql) throws SQLException {
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

  private static Path people(Path file, int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of("编号,姓名,单位,执法证号,执法证有效期至,专长,状态"));
    for (int i = 0; i < count; i++) {
      lines.add(
          "JC%05d,示例人员%d,%s,130534%07d,%d-12-31,道路客运,在岗"
              .formatted(
                  i,
                  i,
                  i % 2 == 0 ? "综合行政执法大队" : "法制安全科",
                  i,
                  LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 2));
    }
    return Files.write(file, lines);
  }

  private static Path items(Path file) throws IOException {
    return Files.write(
        file,
        List.of(
            "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式",
            "JT-DY-01,道路运输经营许可情况检查,《中华人民共和国道路运输条例》第六十三条,一般,县,道路运输,实地检查"));
  }

  /** Each size beside the one before. */
  private static void growth(Map<Integer, Map<String, Double>> measured) {
    List<Integer> sizes = List.copyOf(measured.keySet());
    for (int i = 1; i < sizes.size(); i++) {
      int less = sizes.get(i - 1);
      int more = sizes.get(i);
      double allowed = more * Math.log(more) / (less * Math.log(less));
      System.out.printf(
          Locale.ROOT,
          "%nfrom %,d to %,d: n log n grows %.1f times%n| step | grew | within |%n|---|---|---|%n",
          less,
          more,
          allowed);
      Map<String, Double> before = measured.getOrDefault(less, Map.of());
      measured
          .getOrDefault(more, Map.of())
          .forEach((step, seconds) -> {
            double grew = seconds / Math.max(before.getOrDefault(step, 0.0), 1e-3);
            boolean within = seconds < NOISE_SECONDS || grew <= allowed * NOISE;
            System.out.printf(
                Locale.ROOT, "| %s | %.1f | %s |%n", step, grew, within ? "yes" : "no");
          });
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
