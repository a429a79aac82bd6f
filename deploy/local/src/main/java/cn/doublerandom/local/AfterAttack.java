package cn.doublerandom.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the suite is after an attack what it was before: the same processes, ready, with the heap
 * they had, every acknowledged command numbered, every read model at its head, nothing in the logs
 * that does not belong there, and a clean audit.
 */
final class AfterAttack {
  /** How much larger a heap may be than it was, both after a collection. */
  private static final long MORE_KILOBYTES = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Pattern USED =
      Pattern.compile("(?m)^(?! *(?:Metaspace|class space)).*?used ([0-9]+)K");
  private static final Pattern IN_LOGS =
      Pattern.compile("OutOfMemoryError|示例人员|StackOverflowError|eyJ[A-Za-z0-9_-]{10,}\\.eyJ");

  private final Stack stack;
  private final Path data;
  private final Map<String, Long> pids = new LinkedHashMap<>();
  private final Map<String, Long> heaps;
  private final Map<String, Long> logs = new TreeMap<>();

  /** Notes what there is before the attack. */
  AfterAttack(Stack stack, Path data) throws Exception {
    this.stack = stack;
    this.data = data;
    programs().forEach(program -> pids.put(program, stack.pid(program)));
    heaps = heaps();
    for (Path log : logs()) {
      logs.put(log.getFileName().toString(), Files.size(log));
    }
  }

  private static List<String> programs() {
    return Stream.concat(Home.SERVICES.stream(), Stream.of(Home.GATEWAY, "kafka")).toList();
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("logs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** What is not as it was, a line each. */
  List<String> faults(List<String> acknowledged) throws Exception {
    List<String> faults = new ArrayList<>();
    await(stack::isReady, "every service is ready", faults);
    for (String program : programs()) {
      if (stack.pid(program) != pids.getOrDefault(program, -1L)) {
        faults.add(program + " died and was started again");
      }
    }
    for (String service : Home.SERVICES) {
      await(
          () ->
              ask(service, "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM ledger)")
                  == 0,
          "every event of " + service + " is numbered",
          faults);
      await(
          () ->
              ask(
                      service,
                      "SELECT count(*) FROM projection WHERE live"
                          + " AND seq < (SELECT coalesce(max(seq), 0) FROM ledger)")
                  == 0,
          "every read model of " + service + " is at the head of its ledger",
          faults);
    }
    missing(acknowledged).forEach(key -> faults.add("acknowledged and not there: " + key));
    heaps(faults);
    logs(faults);
    String audit =
        new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run();
    if (!audit.startsWith("AUDIT OK")) {
      faults.add(audit);
    }
    return faults;
  }

  private static void await(
      Patience.Condition<Exception> condition, String what, List<String> faults) throws Exception {
    if (!Patience.until(PATIENCE, Duration.ofMillis(200), condition)) {
      faults.add("not true: " + what);
    }
  }

  private long ask(String service, String sql) throws SQLException {
    try (Connection connection = Databases.open(stack.ports().postgres(), service);
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private List<String> missing(List<String> acknowledged) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = Databases.open(stack.ports().postgres(), "registry");
        PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM command_key WHERE key LIKE ?")) {
      for (String key : acknowledged) {
        statement.setString(1, "% " + key);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          if (rows.getLong(1) != 1) {
            missing.add(key);
          }
        }
      }
    }
    return missing;
  }

  private void heaps(List<String> faults) throws ExecutionException, InterruptedException {
    heaps()
        .forEach((program, now) -> {
          long before = heaps.getOrDefault(program, 0L);
          if (now > before + MORE_KILOBYTES) {
            faults.add("%s: heap %d KB, was %d KB".formatted(program, now, before));
          }
        });
  }

  private Map<String, Long> heaps() throws ExecutionException, InterruptedException {
    Map<String, Long> all = new ConcurrentHashMap<>();
    SideBySide.each(programs(), program -> all.put(program, heap(program)));
    return all;
  }

  /** Kilobytes in use after a full collection. */
  private long heap(String program) throws IOException, InterruptedException {
    jcmd(program, "GC.run");
    Matcher used = USED.matcher(jcmd(program, "GC.heap_info"));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes;
  }

  private String jcmd(String program, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(stack.pid(program)),
                command)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return told;
  }

  /** Only what was written since: the demonstration before it is not the attack's. */
  private void logs(List<String> faults) throws IOException {
    for (Path log : logs()) {
      long from = logs.getOrDefault(log.getFileName().toString(), 0L);
      byte[] all = Files.readAllBytes(log);
      int start = (int) Math.min(from, all.length);
      String text = new String(all, start, all.length - start, StandardCharsets.UTF_8);
      IN_LOGS
          .matcher(text)
          .results()
          .map(found -> found.group())
          .distinct()
          .forEach(word -> faults.add(log.getFileName() + " says " + word));
    }
  }
}
