package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands under a fault, as an office's programs send them: each has its key and is repeated until
 * it is answered. What was acknowledged must stand in the ledger once and in its order.
 */
final class FaultWork {
  private static final int WRITERS = 3;
  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,行政区划,建设单位或所有人,施工单位\n";
  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
  private static final DemoIdentity.User APPROVER =
      new DemoIdentity.User("approver", List.of("approver"), "局领导");

  /** The subject goes on as it is: what changes is a day to come. */
  private static final String TO_COME = "2199-01-01";

  private static final long PAUSE_MILLIS = 25;

  private final Stack stack;
  private final String run;
  private final List<Writer> writers = new ArrayList<>();
  private volatile int port;
  private volatile boolean enough;

  /**
   * Writers of one run.
   *
   * @param run part of every name, so that runs do not meet
   */
  FaultWork(Stack stack, String run) {
    this.stack = stack;
    this.run = run;
    this.port = stack.ports().gateway();
  }

  /** What became of the acknowledged commands. */
  record Found(int commands, int lost, int doubled) {}

  /** Each writer changes the state of its own project to and fro; a pause takes two people. */
  private final class Writer {
    private final String code;
    private final List<String> acknowledged = new ArrayList<>();
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private int number;
    private int marked;

    Writer(int n) {
      this.code = "FAULT-" + run + "-" + n;
      this.thread = Thread.ofVirtual().unstarted(this::write);
    }

    private void write() {
      try {
        register();
        while (!enough) {
          change();
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException | RuntimeException e) {
        failure = e;
      }
    }

    private void register() throws InterruptedException {
      String row = code + ",故障演练工程,项目,公路工程,未分类,存续,交通局,2023-02-01,,130534,交通局,路桥公司\n";
      try (var client = new Client(port, stack.identity())) {
        boolean isNew =
            client
                .file(
                    REGISTRAR,
                    "/registry/api/v1/subjects/imports",
                    code,
                    "text/csv",
                    (HEADS + row).getBytes(StandardCharsets.UTF_8))
                .expect(200, "register " + code)
                .body()
                .has("waiting");
        if (isNew) {
          approve(client, code);
        }
      }
    }

    private void approve(Client client, String what) throws InterruptedException {
      client
          .approve(APPROVER, "/registry/api/v1/subjects/" + code + "/status", what + "-approved")
          .expect(200, "approve " + what);
    }

    private void change() throws InterruptedException {
      String reason = code + "-" + number++;
      String status = number % 2 == 1 ? "SUSPENDED" : "ACTIVE";
      try (var client = new Client(port, stack.identity())) {
        client
            .post(
                REGISTRAR,
                "/registry/api/v1/subjects/" + code + "/status",
                reason,
                Map.of("status", status, "reason", reason, "effective", TO_COME))
            .expect(200, reason);
        approve(client, reason);
      }
      synchronized (acknowledged) {
        acknowledged.add(reason);
      }
    }

    /** What was acknowledged after the mark is lost by decision; it is not asked for any more. */
    void giveUp() {
      synchronized (acknowledged) {
        acknowledged.subList(marked, acknowledged.size()).clear();
      }
    }

    List<String> acknowledged() {
      synchronized (acknowledged) {
        return List.copyOf(acknowledged);
      }
    }
  }

  void start() {
    for (int n = 0; n < WRITERS; n++) {
      var writer = new Writer(writers.size());
      writers.add(writer);
      writer.thread.start();
    }
  }

  /** From now on the commands go to another port. */
  void through(int other) {
    port = other;
  }

  int acknowledged() {
    return writers.stream().mapToInt(writer -> writer.acknowledged().size()).sum();
  }

  /** Waits until this many more were acknowledged. */
  void more(int commands, long atMostMillis) throws InterruptedException {
    int wanted = acknowledged() + commands;
    boolean came =
        Patience.until(
            Duration.ofMillis(atMostMillis),
            Duration.ofMillis(20),
            () -> {
              requireWriting();
              return acknowledged() >= wanted;
            });
    if (!came) {
      throw new IllegalStateException("不再有命令得到确认 no commands are acknowledged any more");
    }
  }

  /** What was acknowledged until now must stand whatever is decided later. */
  void mark() {
    writers.forEach(writer -> writer.marked = writer.acknowledged().size());
  }

  void giveUp() {
    writers.forEach(Writer::giveUp);
  }

  /** Other writers begin where those before have finished. */
  void goOn() {
    enough = false;
    start();
  }

  void finish() throws InterruptedException {
    enough = true;
    for (Writer writer : writers) {
      writer.thread.join();
    }
    requireWriting();
  }

  private void requireWriting() {
    for (Writer writer : writers) {
      if (writer.failure != null) {
        throw new IllegalStateException(
            "有写入者放弃了 a writer gave up: " + writer.failure, writer.failure);
      }
    }
  }

  /** Compares what was acknowledged with what is stored. */
  Found found() throws SQLException {
    int commands = 0;
    int lost = 0;
    int doubled = 0;
    try (Connection registry = Databases.open(stack.ports().postgres(), "registry")) {
      for (Writer writer : writers) {
        List<String> acknowledged = writer.acknowledged();
        List<String> stored = reasons(registry, "subject-" + writer.code);
        commands += acknowledged.size();
        lost += (int) acknowledged.stream().filter(reason -> !stored.contains(reason)).count();
        doubled += stored.size() - (int) stored.stream().distinct().count();
      }
    }
    return new Found(commands, lost, doubled);
  }

  private static List<String> reasons(Connection registry, String stream) throws SQLException {
    List<String> reasons = new ArrayList<>();
    try (PreparedStatement statement =
        registry.prepareStatement(
            """
            SELECT payload::json ->> 'reason' AS reason FROM event JOIN ledger USING (position)
            WHERE stream_id = ? AND type = 'SubjectStatusChanged' ORDER BY version
            """)) {
      statement.setString(1, stream);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reasons.add(rows.getString(1));
        }
      }
    }
    return reasons;
  }
}
