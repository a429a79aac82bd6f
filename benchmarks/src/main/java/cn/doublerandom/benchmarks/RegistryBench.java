package cn.doublerandom.benchmarks;

import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_MOST;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,行政区划,行业代码\n";
  private static final String[] TRADES = {"货运", "客运", "物流", "维修", "驾培", "危货", "仓储", "出租"};
  private static final String[] WORDS = {
    "顺达", "泰业", "鸿运", "联盛", "广源", "瑞通", "恒安", "金羊", "华北", "冀南", "清凉", "葛仙"
  };
  private static final int QUERIES = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(90);

  private final int rows;
  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final DemoIdentity identity = DemoIdentity.create();
  private final Process service;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();
  private final SideBySide sides = new SideBySide();
  private final ObjectMapper json = new ObjectMapper();

  private RegistryBench(int rows, Path application) throws Exception {
    this.rows = rows;
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    postgres.database("registry");
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    this.address = "http://127.0.0.1:" + port + "/registry";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.management.port", "0");
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.put("suite.parent-pid", Long.toString(ProcessHandle.current().pid()));
    settings.putAll(LocalPostgres.settings(postgres.port(), "registry"));
    settings.putAll(DemoIdentity.settings(identity.publicKeysTo(home.resolve("jwks"))));
    settings.put("suite.person-master-key", home.resolve("keys/master").toString());
    settings.put("suite.checkpoint-key", home.resolve("keys/checkpoint").toString());
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", application.toString()));
    this.service =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("service.log").toFile())
            .start();
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
    awaitReady();
    Path table = table();
    long start = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            request("/api/v1/subjects/imports")
                .header("Content-Type", "text/csv")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(table))
                .build(),
            HttpResponse.BodyHandlers.ofString());
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
    while (get("/api/v1/subjects/scope?on=2022-12-31&limit=1").path("count").asLong() < rows) {
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
      String name = name(number);
      int from = random.nextInt(name.length() - 6);
      String asked =
          switch (i % 4) {
            case 0 -> name.substring(from, from + 2);
            case 1 -> name.substring(from, from + 4);
            case 2 -> name.substring(0, 6);
            default -> code(number).substring(0, 12);
          };
      times.add(1_000 * timed("/api/v1/subjects?search=" + encoded(asked)));
    }
    times.sort(null);
    return times.get(QUERIES * 95 / 100);
  }

  private double timed(String path) throws Exception {
    long start = System.nanoTime();
    get(path);
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + identity.token("registrar"));
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer =
        http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body());
  }

  private void awaitReady() throws Exception {
    while (true) {
      try {
        get("/api/v1/subjects?limit=1");
        return;
      } catch (IOException e) {
        if (!service.isAlive()) {
          throw new IOException(Files.readString(home.resolve("service.log")), e);
        }
        LockSupport.parkNanos(300_000_000L);
      }
    }
  }

  private Path table() throws IOException {
    Path file = home.resolve("subjects.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADS);
      for (int i = 0; i < rows; i++) {
        String trade = TRADES[i % TRADES.length];
        out.write(
            String.join(
                ",",
                code(i),
                name(i),
                "企业",
                "道路运输、道路" + trade,
                i % 10 == 0 ? "C" : "B",
                "存续",
                "行政审批局",
                "20%02d-%02d-01".formatted(i % 22, 1 + i % 12),
                "示例路" + i % 999 + "号",
                "13%02d%02d".formatted(1 + i % 11, 1 + i % 30),
                "54%02d".formatted(30 + i % 9)));
        out.write('\n');
      }
    }
    return file;
  }

  private static String name(int number) {
    return "示例"
        + WORDS[number % WORDS.length]
        + WORDS[number / 12 % WORDS.length]
        + number
        + TRADES[number % TRADES.length]
        + "有限公司";
  }

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

  /** A valid code, GB 32100. */
  private static String code(int number) {
    String organisation = "%08d".formatted(number);
    int sum = 0;
    for (int i = 0; i < ORGANISATION.length; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION[i];
    }
    String body = "91130534" + organisation + "0123456789X".charAt((11 - sum % 11) % 11);
    int total = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      total += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - total % 31) % 31);
  }

  @Override
  public void close() throws IOException {
    service.destroy();
    service.onExit().join();
    http.close();
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
