package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** One fault while commands come in, and what must hold afterwards. */
final class FaultRun {
  private static final DemoIdentity.User OPERATOR =
      new DemoIdentity.User("operator", List.of("operator"), "信息中心");
  private static final int BEFORE = 8;
  private static final int AFTER = 8;
  private static final Duration REPLACED_WITHIN = Duration.ofSeconds(10);
  private static final Duration AUDITED_WITHIN = Duration.ofSeconds(45);
  private static final Duration NAMED_WITHIN = Duration.ofSeconds(5);

  private final Stack stack;
  private final SmallDisk disk;
  private final Path data;
  private final Random random;
  private final FaultWork work;
  private final List<String> figures = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  /**
   * What one run showed.
   *
   * @param violations in words; empty where everything held
   */
  record Outcome(FaultWork.Found found, String figures, List<String> violations) {}

  FaultRun(Stack stack, SmallDisk disk, Path data, String name, Random random) {
    this.stack = stack;
    this.disk = disk;
    this.data = data;
    this.random = random;
    this.work = new FaultWork(stack, name);
  }

  Outcome of(Fault fault, PrintStream out) throws Exception {
    work.start();
    work.more(BEFORE, Fault.READY_WITHIN.toMillis());
    Thread.sleep(random.nextInt(600));
    happen(fault, out);
    long healed = System.nanoTime();
    awaitReady();
    work.more(AFTER, Fault.READY_WITHIN.toMillis());
    figure("ready", healed);
    work.finish();
    FaultWork.Found found = judge();
    return new Outcome(found, String.join(" ", figures), List.copyOf(violations));
  }

  private void happen(Fault fault, PrintStream out) throws Exception {
    switch (fault) {
      case KILL_REGISTRY -> kill("registry");
      case KILL_DRAW -> kill("draw");
      case KILL_INSPECTION -> kill("inspection");
      case KILL_PUBLICATION -> kill("publication");
      case KILL_GATEWAY -> kill(Home.GATEWAY);
      case KILL_BROKER -> kill("kafka");
      case KILL_POSTGRES_WRAPPER -> kill("postgres");
      case KILL_POSTMASTER -> signal("KILL", postmaster());
      case QUIT_POSTMASTER -> signal("QUIT", postmaster());
      case FREEZE_REGISTRY -> freeze(stack.pid("registry"), seconds(3, 9));
      case FREEZE_BROKER -> freezeBroker();
      case FREEZE_POSTMASTER -> freeze(postmaster(), seconds(3, 9));
      case FORGOTTEN_TRANSACTION -> forget();
      case FULL_DISK -> fillDisk();
      case WIPED_BROKER -> stack.wipeBroker();
      case TWO_REPLICAS -> twoReplicas();
      case OLDER_BACKUP -> new OlderBackupRun(stack, data, work, random, violations).run(out);
    }
  }

  private long postmaster() throws IOException {
    return LocalPostgres.pid(data.resolve("postgres"));
  }

  private Duration seconds(int from, int to) {
    return Duration.ofMillis(random.nextInt(from * 1_000, to * 1_000));
  }

  private void kill(String part) throws IOException, InterruptedException {
    signal("KILL", stack.pid(part));
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    if (pid <= 0) {
      throw new IllegalStateException("没有可发信号的进程 nothing to send SIG" + name);
    }
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  private static void freeze(long pid, Duration time) throws IOException, InterruptedException {
    signal("STOP", pid);
    try {
      Thread.sleep(time);
    } finally {
      signal("CONT", pid);
    }
  }

  private void freezeBroker() throws Exception {
    long pid = stack.pid("kafka");
    long began = System.nanoTime();
    signal("STOP", pid);
    try {
      within("named", began, NAMED_WITHIN, () -> health("draw").contains("\"broker\""));
      Thread.sleep(seconds(1, 5));
    } finally {
      signal("CONT", pid);
    }
  }

  /** Numbers wait, commands are taken, every service stays ready. */
  private void forget() throws Exception {
    try (Connection elsewhere = Databases.open(stack.ports().postgres(), "postgres")) {
      elsewhere.setAutoCommit(false);
      Heard.number(elsewhere, "SELECT pg_current_xact_id()::text::bigint");
      work.more(AFTER, 10_000);
      for (String service : Home.SERVICES) {
        Probe.Answer ready = Probe.health(stack.ports().operations().of(service), "ready");
        if (ready.status() != 200) {
          violations.add(
              service + " is unready because of a transaction of somebody else: " + ready);
        }
      }
      elsewhere.rollback();
    }
  }

  private void fillDisk() throws Exception {
    figures.add("disk=" + disk.kind().replace(' ', '-'));
    disk.fill(postmaster());
    try {
      Thread.sleep(seconds(4, 10));
    } finally {
      disk.free(postmaster());
    }
  }

  private void twoReplicas() throws Exception {
    int second = stack.startReplica("registry");
    int first = stack.ports().registry();
    try {
      boolean firstLeads = leads(first);
      int other = firstLeads ? second : first;
      long stopped = stack.pid(firstLeads ? "registry" : Stack.REPLICA);
      work.through(other);
      work.more(AFTER, 20_000);
      long began = System.nanoTime();
      signal("STOP", stopped);
      try {
        within("replaced", began, REPLACED_WITHIN, () -> leads(other));
        work.more(AFTER, 20_000);
        Thread.sleep(seconds(1, 10));
      } finally {
        signal("CONT", stopped);
      }
      Thread.sleep(1_000);
      if (leads(firstLeads ? first : second)) {
        violations.add("the leader that was stopped still leads");
      }
      work.through(first);
      work.more(AFTER, 30_000);
    } finally {
      stack.stopReplica();
    }
  }

  private boolean leads(int port) {
    try (var client = new Client(port, stack.identity())) {
      return client.get(OPERATOR, "/registry/api/v1/memory").body().path("leader").asBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String health(String service) {
    return Probe.health(stack.ports().operations().of(service), "ready").text();
  }

  private void within(
      String what, long since, Duration limit, Patience.Condition<Exception> condition)
      throws Exception {
    if (!Patience.until(Fault.READY_WITHIN, Duration.ofMillis(50), condition)) {
      violations.add("never " + what);
      return;
    }
    if (System.nanoTime() - since > limit.toNanos()) {
      violations.add(what + " only after " + seconds(since) + " s");
    }
    figure(what, since);
  }

  private void figure(String what, long since) {
    figures.add(what + "=" + seconds(since) + "s");
  }

  private static String seconds(long since) {
    return "%.1f".formatted((System.nanoTime() - since) / 1e9);
  }

  private void awaitReady() throws InterruptedException {
    for (String service : Home.SERVICES) {
      if (!Patience.until(
          Fault.READY_WITHIN,
          Duration.ofMillis(100),
          () -> Probe.health(stack.ports().operations().of(service), "ready").status() == 200)) {
        violations.add(service + " is not ready again: " + health(service));
        return;
      }
    }
  }

  /** What an audit says; one that cannot read everything yet is asked for again. */
  private String audit() throws InterruptedException {
    try {
      return new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private FaultWork.Found judge() throws Exception {
    awaitReady();
    long began = System.nanoTime();
    // What a broker that died had open is shown when its transaction has timed out (30 s).
    var said = new AtomicReference<>("");
    Patience.until(
        AUDITED_WITHIN,
        Duration.ofSeconds(1),
        () -> {
          said.set(audit());
          return said.get().startsWith("AUDIT OK");
        });
    String audit = said.get();
    figure("audited", began);
    if (!audit.startsWith("AUDIT OK")) {
      violations.add(audit);
    }
    FaultWork.Found found = work.found();
    if (found.lost() > 0) {
      violations.add(found.lost() + " acknowledged commands are lost or have no number");
    }
    if (found.doubled() > 0) {
      violations.add(found.doubled() + " commands are stored twice");
    }
    figures.add("audit=" + (audit.startsWith("AUDIT OK") ? "OK" : "FAILED"));
    return found;
  }
}
