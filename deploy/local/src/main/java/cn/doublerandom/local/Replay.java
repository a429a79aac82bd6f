package cn.doublerandom.local;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.EventCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs a service's own code over its ledger once more, in a process that listens to nothing, tells
 * nobody and leaves nothing behind but files.
 */
@Command(
    name = "replay",
    description =
        "fold the ledger again: up to a point of the past, or to compare with what is live")
final class Replay implements Callable<Integer> {
  private static final ObjectMapper JSON = EventCodec.mapper();

  /** The channels of each service, which a replay must not listen to. */
  static final Map<String, List<String>> CHANNELS =
      Map.of(
          "registry", List.of("inspection-events", "publication-events", "draw-events"),
          "draw", List.of("registry-events", "inspection-events"),
          "inspection", List.of("draw-events", "registry-events", "publication-events", "receipts"),
          "publication",
              List.of(
                  "registry-events",
                  "draw-events",
                  "inspection-events",
                  "anchors",
                  "sign-ins",
                  "disciplines"));

  private static final int HEAP_MEGABYTES = 512;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  /** Whether the service has made tables of its own: the memory's have numbers below a hundred. */
  private static final String OWN_TABLES =
      "SELECT count(*) FROM flyway_schema_history WHERE version::numeric >= 100";

  @Option(
      names = "--service",
      description = "registry, draw, inspection or publication; default all")
  private @Nullable String service;

  @Option(names = "--to-seq", description = "the last entry to apply; default the newest")
  private @Nullable Long toSeq;

  @Option(names = "--as-of", description = "YYYY-MM-DD: what was known at the end of that day")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--into",
      description = "empty directory for one file per read model; not with --diff")
  private @Nullable Path into;

  @Option(names = "--diff", description = "compare the live read models with replayed ones")
  private boolean diff;

  @Override
  public Integer call() throws Exception {
    Path directory = data.directory();
    requireSense();
    Given.data(directory);
    ReplayScratch.clearLeft(directory);
    Path target = (into == null ? directory.resolve("replay") : into).toAbsolutePath();
    if (into == null) {
      // What an earlier comparison left.
      Scratch.clear(target);
    } else {
      Given.empty(target, Set.of());
    }
    PrivateFile.directory(target);
    try (var scratch = new ReplayScratch(scratch(directory), List.of(target))) {
      int status = replay(directory, target, scratch);
      scratch.compared();
      if (status == 0 && into == null) {
        // Nothing differs, and nobody asked for the files.
        Scratch.clear(target);
      }
      out.println(status == 0 ? "REPLAY OK" : "REPLAY DIFFERS");
      return status;
    }
  }

  private void requireSense() throws Refused {
    if (!diff && into == null) {
      throw Refused.line("须给出 --into 目录或 --diff", "replay needs --into DIR, or --diff");
    } else if (diff && into != null) {
      throw Refused.line(
          "--diff 只比对，不写文件，不能与 --into 同用", "--diff only compares: it is not used with --into");
    } else if (service != null && !Home.SERVICES.contains(service)) {
      throw Refused.line(
          "没有这个服务 " + service + "，可用的有 " + String.join("、", Home.SERVICES),
          "there is no such service");
    } else if (toSeq != null && (service == null || toSeq < 0)) {
      throw Refused.line(
          "--to-seq 须与 --service 同用，各服务各自编号，且不为负",
          "needs --service, because every service counts for itself, and a number from 0 on");
    } else if (toSeq != null && asOf != null) {
      throw Refused.line("--to-seq 与 --as-of 只能用一个", "one of them only, not both together");
    } else if (diff && (toSeq != null || asOf != null)) {
      throw Refused.line(
          "--diff 与现在比对，不能用 --to-seq 或 --as-of",
          "it compares with what is live, not with the past");
    }
    if (asOf != null) {
      Given.day("--as-of", asOf);
    }
  }

  private int replay(Path directory, Path target, ReplayScratch scratch) throws Exception {
    List<String> services = service == null ? Home.SERVICES : List.of(service);
    int status = 0;
    try (var infrastructure = Infrastructure.of(directory, false)) {
      requireStarted(services, infrastructure.postgres());
      requireReached(infrastructure.postgres());
      try {
        SideBySide.each(
            services,
            name -> {
              scratch.take(
                  start(name, directory, target, infrastructure.postgres()),
                  name,
                  log(directory, name));
            });
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
      }
      for (String name : services) {
        status |= report(name, target);
      }
      if (diff && service == null) {
        List<String> differences = Agreement.differences(infrastructure.postgres());
        out.printf(
            "抽取、检查与公示：差异 %d 处  draws, visits and publications: %1$d differences%n",
            differences.size());
        differences.stream().limit(20).forEach(line -> out.println("  " + line));
        status |= differences.isEmpty() ? 0 : 1;
      }
    }
    return status;
  }

  /** What was restored has its ledger, and no read model before the services have run on it. */
  private static void requireStarted(List<String> services, int postgres)
      throws Refused, SQLException {
    for (String name : services) {
      try (Connection ledger = Databases.open(postgres, name)) {
        if (Heard.number(ledger, OWN_TABLES) == 0) {
          throw Refused.now(
              "这些数据恢复以后还没有启动过，没有读模型可比；请先 ./suite up，就绪后再试",
              "these data were restored and never started, there are no read models yet; run ./suite up first");
        }
      }
    }
  }

  private void requireReached(int postgres) throws Refused, SQLException {
    if (service == null || toSeq == null) {
      return;
    }
    long head;
    try (Connection ledger = Databases.open(postgres, service)) {
      head = Heard.number(ledger, "SELECT coalesce(max(seq), 0) FROM ledger");
    }
    if (toSeq > head) {
      throw Refused.line(
          "--to-seq %d 超出 %s 的账本，最末序号为 %d".formatted(toSeq, service, head),
          "the ledger ends before it");
    }
  }

  /** Its own, because the stack may be running beside it. */
  private static Path scratch(Path directory) {
    return directory.resolve(DemoDirectory.REPLAYING + ProcessHandle.current().pid());
  }

  private Process start(String name, Path directory, Path target, int postgres) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    // It ends with who wants to know, however he ends.
    settings.put("suite.parent-pid", Long.toString(ProcessHandle.current().pid()));
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.management.port", "0");
    settings.put("quarkus.flyway.migrate-at-start", "false");
    settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
    settings.put("suite.person-master-key", Identity.of(directory).master().toString());
    settings.put("suite.replay.into", target.toString());
    settings.put("suite.replay.diff", Boolean.toString(diff));
    if (toSeq != null) {
      settings.put("suite.replay.to-seq", toSeq.toString());
    }
    if (asOf != null) {
      settings.put("suite.replay.as-of", asOf.toString());
    }
    for (String channel : CHANNELS.getOrDefault(name, List.of())) {
      settings.put("mp.messaging.incoming." + channel + ".enabled", "false");
    }
    settings.putAll(LocalPostgres.settings(postgres, name));
    settings.putAll(DemoIdentity.settings(directory.resolve("identity/demo-jwks.json")));
    Home home = Home.find();
    List<String> command =
        new Jvm(home.caches(), false)
            .command(
                name,
                HEAP_MEGABYTES,
                scratch(directory).resolve(name),
                Jvm.code(home.application(name)));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", home.application(name).toString()));
    Path log = log(directory, name);
    PrivateFile.log(log);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static Path log(Path directory, String name) {
    return directory.resolve("logs/replay-" + name + ".log");
  }

  private int report(String name, Path target) throws IOException {
    int status = 0;
    try (Stream<Path> files = Files.list(target.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode manifest = JSON.readTree(Files.readAllBytes(file));
        long differences = manifest.path("differences").asLong();
        out.printf(
            "%s：读模型 %s 第 %d 版，至序号 %d  read model, version, up to seq: %s%s%n",
            name,
            manifest.path("projection").asText(),
            manifest.path("version").asInt(),
            manifest.path("seq").asLong(),
            manifest.path("rows"),
            diff ? "；差异 %d 处  %1$d differences".formatted(differences) : "");
        if (differences > 0) {
          Path list =
              target.resolve(name).resolve(manifest.path("projection").asText() + ".differences");
          try (Stream<String> lines = Files.lines(list)) {
            lines.limit(20).forEach(line -> out.println("  " + line));
          }
          status = 1;
        }
        long parked = manifest.path("parked").asLong();
        if (parked > 0) {
          out.printf(
              "  有 %d 条流搁置，读模型不完整  %1$d streams are parked: the read model lacks what"
                  + " followed in them, see memory/parked-streams%n",
              parked);
          status = 1;
        }
      }
    }
    return status;
  }
}
