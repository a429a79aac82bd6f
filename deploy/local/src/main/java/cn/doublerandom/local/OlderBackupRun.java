package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The database of yesterday under the topics and the witness of today. It takes nothing until
 * somebody decides: the newer database comes back, or what it lacks is given up by name.
 */
final class OlderBackupRun {
  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");

  private static final Duration WITNESS = Duration.ofSeconds(40);

  private final Stack stack;
  private final Path data;
  private final FaultWork work;
  private final Random random;
  private final List<String> violations;

  OlderBackupRun(Stack stack, Path data, FaultWork work, Random random, List<String> violations) {
    this.stack = stack;
    this.data = data;
    this.work = work;
    this.random = random;
    this.violations = violations;
  }

  void run(PrintStream out) throws Exception {
    Path backup = data.resolve("older-backup.zip");
    Files.deleteIfExists(backup);
    work.mark();
    must("backup", backup.toString());
    work.more(8, 20_000);
    work.finish();
    awaitWitnesses();
    stack.stop();
    Path newer = data.resolve("newer");
    Path postgres = data.resolve("postgres");
    Files.move(postgres, newer);
    must("restore", backup.toString());
    stack.start();
    refusesCommands();
    stack.stop();
    if (random.nextBoolean()) {
      out.println("  decided: the newer database comes back");
      Scratch.clear(postgres);
      Files.move(newer, postgres);
    } else {
      out.println("  decided: what the older one lacks is given up");
      if (suite("rebuild-topics") == 0) {
        violations.add("an older database was told again without a decision");
      }
      must("rebuild-topics", "--older-because", "演练：只有较早的备份", "--by", "运维 张三");
      Scratch.clear(newer);
      clearTopicsSetAside();
      work.giveUp();
    }
    stack.start();
    work.goOn();
  }

  /** They are kept for an office; two hundred runs would fill the disk with them. */
  private void clearTopicsSetAside() throws IOException {
    try (Stream<Path> aside = Files.list(data)) {
      for (Path topics :
          aside
              .filter(path -> path.getFileName().toString().startsWith(DemoDirectory.SET_ASIDE))
              .toList()) {
        Scratch.clear(topics);
      }
    }
  }

  /**
   * Until the witnesses have seen what the backup does not have, of every service: one of which
   * nobody outside saw more cannot know that it is older, and would go on.
   */
  private void awaitWitnesses() throws SQLException, InterruptedException {
    for (String service : Home.SERVICES) {
      try (Connection database = Databases.open(stack.ports().postgres(), service)) {
        if (!Patience.until(WITNESS, Duration.ofMillis(200), () -> isWitnessed(database))) {
          violations.add(
              "no witness has cosigned all of %s for %d s".formatted(service, WITNESS.toSeconds()));
        }
      }
    }
  }

  private static boolean isWitnessed(Connection database) throws SQLException {
    return Heard.number(
            database,
            """
            SELECT coalesce((SELECT max(seq) FROM ledger), 0)
              - coalesce((SELECT max(size) FROM cosignature), 0)
            """)
        == 0;
  }

  private void refusesCommands() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/registry/api/v1/subjects/FAULT/status"
                        .formatted(stack.ports().registry())))
            .header("Authorization", "Bearer " + stack.identity().token(REGISTRAR))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"status\":\"ACTIVE\",\"reason\":\"演练\",\"effective\":\"2023-03-15\"}"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 503 || !answer.body().contains("database-older")) {
        violations.add("an older database answers a command " + answer.statusCode());
      }
    }
    String ready = Probe.health(stack.ports().operations().of("registry"), "ready").text();
    if (!ready.contains("\"older\"")) {
      violations.add("readiness does not name the older database: " + ready);
    }
  }

  private int suite(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return Suite.run(all.toArray(String[]::new));
  }

  private void must(String... words) {
    if (suite(words) != 0) {
      throw new IllegalStateException(String.join(" ", words) + " 没有成功 failed");
    }
  }
}
