package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path, and what becomes of it when every part is killed on the way. */
class DemoIT {
  private static final List<String> KILLED =
      List.of("registry", "draw", "kafka", "inspection", "postgres", "publication", "kafka");
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(7);

  @TempDir Path directory;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

  @Test
  void killed_at_every_part_the_demo_still_ends_with_every_fact_exactly_once() throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    var stack = new Stack(home, directory, Ports.freeFrom(28_080), out);
    stack.setDate(Demo.FIRST_DATE);
    var done = new AtomicBoolean();
    try {
      stack.start();
      Thread reaper = Thread.ofPlatform().daemon().start(() -> kill(stack, done));
      String result = new Demo(home, stack, directory, out).run();
      done.set(true);
      reaper.join();

      assertThat(result)
          .as(told.toString(StandardCharsets.UTF_8))
          .isEqualTo("RESULT tasks=2 drawn=20 published=20 verified=2 audit=OK");
      assertThat(killed).containsExactlyElementsOf(KILLED);
      assertThat(
              ask(stack, "inspection", "SELECT count(*) FROM event WHERE type = 'VisitAssigned'"))
          .isEqualTo(20);
      assertThat(
              ask(stack, "inspection", "SELECT count(*) FROM event WHERE type = 'ResultRecorded'"))
          .isEqualTo(20);
      assertThat(
              ask(stack, "publication", "SELECT count(*) FROM event WHERE type = 'ResultReceived'"))
          .isEqualTo(20);
      assertThat(ask(stack, "draw", "SELECT count(*) FROM event WHERE type = 'DrawExecuted'"))
          .isEqualTo(2);
      for (String service : Home.SERVICES) {
        assertThat(ask(stack, service, "SELECT count(*) FROM parked_record")).isZero();
      }
      productionRefusesDemoKeys(home, stack);
      changedByHand(stack);
    } finally {
      done.set(true);
      stack.stop();
    }
    assertThat(directory.resolve("up.pid")).doesNotExist();
  }

  private final List<String> killed = new ArrayList<>();

  private void kill(Stack stack, AtomicBoolean done) {
    try {
      for (String part : KILLED) {
        Thread.sleep(BETWEEN_KILLS);
        if (done.get()) {
          return;
        }
        // A part that is just being restarted has no process for a moment: try until one dies.
        while (!done.get() && !killNow(stack.pid(part))) {
          Thread.sleep(200);
        }
        killed.add(part);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean killNow(long pid) {
    return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
  }

  private static long ask(Stack stack, String service, String sql) throws SQLException {
    try (Connection connection = Databases.open(stack.ports().postgres(), service);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The same application, the same database, but the profile of a real office. */
  private void productionRefusesDemoKeys(Home home, Stack stack) throws Exception {
    List<String> command = new ArrayList<>(List.of(Home.java()));
    Map<String, String> settings =
        new HashMap<>(LocalPostgres.settings(stack.ports().postgres(), "registry"));
    settings.putAll(DemoIdentity.settings(directory.resolve("identity/demo-jwks.json")));
    settings.put("mp.jwt.verify.issuer", "https://id.county.example");
    settings.put("kafka.bootstrap.servers", "127.0.0.1:" + stack.ports().kafka());
    settings.put("quarkus.http.port", Integer.toString(LocalKafka.freePort()));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", home.application("registry").toString()));
    Path log = directory.resolve("production.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertThat(Files.readString(log)).contains("production refuses to start").contains("demo key");
  }

  /** With the triggers off the owner can change a row; the audit says which. */
  private static void changedByHand(Stack stack) throws Exception {
    long seq = 5;
    try (Connection connection = Databases.open(stack.ports().postgres(), "inspection");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE event DISABLE TRIGGER ALL");
      statement.execute(
          "UPDATE event SET payload = replace(payload, '\"JC', '\"JX') WHERE position ="
              + " (SELECT position FROM ledger WHERE seq = "
              + seq
              + ")");
      statement.execute("ALTER TABLE event ENABLE TRIGGER ALL");
    }
    assertThat(new Audit(stack.ports().kafka(), stack.ports().postgres()).run())
        .startsWith("AUDIT FAILED inspection seq=5 ")
        .contains("was changed");
  }
}
