package cn.doublerandom.benchmarks;

import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_MOST;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * {@code ./suite bench registry [ROWS]}: the registry-service as it ships, with 512 MB of heap,
 * takes a register of so many subjects (default 1,000,000) as one csv and answers questions about
 * it.
 */
final class RegistryBench implements AutoCloseable {
  private static final int QUERIES = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(90);

  private final int rows;
  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final ServiceProcess service;
  private final SideBySide sides = new SideBySide();

  private RegistryBench(int rows, Path application) throws Exception {
    this.rows = rows;
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    postgres.database("registry");
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
    this.service =
        new ServiceProcess(
            "registry",
            application,
            "512m",
            home,
            postgres,
            kafka,
            DemoIdentity.create(),
            "registrar",
            Map.of());
  }

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    Path application =
        Path.of(System.getProperty("suite.home", "."))
            .resolve("registry-service/target/quarkus-app/quarkus-run.jar");
    try (var bench = new RegistryBench(rows, application)) {
      System.out.printf(
          "%s, %d cores, Java %s, PostgreSQL with fsync, registry-service with -Xmx512m, %,d"
              + " subjects%n%n",
          System.getProperty("os.name"),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          rows);
      bench.run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    service.awaitReady("/api/v1/subjects?limit=1");
    Path table = SampleRegister.table(home.resolve("subjects.csv"), rows);
    long start = System.nanoTime();
    HttpResponse<String> answer =
        service.send(
            service
                .request("/api/v1/subjects/imports")
                .header("Content-Type", "text/csv")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(table))
                .build());
    double imported = seconds(start);
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    System.out.printf(
        Locale.ROOT,
        "imported within 512 MB of heap: %,.0f s, %,.0f rows a second; the service lives: %s%n",
        imported,
        rows / imported,
        service.isAlive());
    while (service.get("/api/v1/subjects/scope?on=2022-12-31&limit=1").path("count").asLong()
        < rows) {
      LockSupport.parkNanos(2_000_000_000L);
    }
    System.out.printf(
        Locale.ROOT, "numbered, told and shown: %,.0f s after the start%n%n", seconds(start));
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/registry",
                LocalPostgres.OWNER,
                LocalPostgres.OWNER);
        var statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
    System.out.println("| what | against | goal | ratio | ours | theirs | met |");
    System.out.println("|---|---|---|---|---|---|---|");
    sides.measure(
        "who was in scope on a day (label and region), seconds",
        AT_MOST,
        2,
        () ->
            timed(
                "/api/v1/subjects/scope?on=2022-12-31&region=1305&limit=50&label="
                    + encoded("道路货运")));
    sides.measure(
        "search by name fragment or code, 95th percentile of 200, ms", AT_MOST, 100, this::search);
  }

  private double search() throws Exception {
    var random = new Random(7);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      int number = random.nextInt(rows);
      String name = SampleRegister.name(number);
      int from = random.nextInt(name.length() - 6);
      String asked =
          switch (i % 4) {
            case 0 -> name.substring(from, from + 2);
            case 1 -> name.substring(from, from + 4);
            case 2 -> name.substring(0, 6);
            default -> SampleRegister.code(number).substring(0, 12);
          };
      times.add(1_000 * timed("/api/v1/subjects?search=" + encoded(asked)));
    }
    times.sort(null);
    return times.get(QUERIES * 95 / 100);
  }

  private double timed(String path) throws Exception {
    long start = System.nanoTime();
    service.get(path);
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    service.close();
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
