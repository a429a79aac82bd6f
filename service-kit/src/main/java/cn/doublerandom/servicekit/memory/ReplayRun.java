package cn.doublerandom.servicekit.memory;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A service that only replays: folds its ledger with its own code into files and ends. It listens
 * to no topic, answers no request, writes nothing that lasts into the database.
 *
 * <p>{@code suite.replay.into} turns it on; {@code suite.replay.to-seq} or {@code
 * suite.replay.as-of} say up to where, and {@code suite.replay.diff} compares with the live tables.
 */
@ApplicationScoped
public class ReplayRun {
  private static final Logger LOG = Logger.getLogger(ReplayRun.class);

  private final Pool pool;
  private final Instance<Projection> projections;
  private final Instance<Remade> remade;
  private final ProjectionEngine engine;
  private final MemorySettings settings;

  ReplayRun(
      Pool pool,
      @Any Instance<Projection> projections,
      @Any Instance<Remade> remade,
      ProjectionEngine engine,
      MemorySettings settings) {
    this.pool = pool;
    this.projections = projections;
    this.remade = remade;
    this.engine = engine;
    this.settings = settings;
  }

  void start(
      @Observes StartupEvent event,
      @ConfigProperty(name = "suite.replay.into") Optional<Path> into,
      @ConfigProperty(name = "suite.replay.to-seq") Optional<Long> toSeq,
      @ConfigProperty(name = "suite.replay.as-of") Optional<LocalDate> asOf,
      @ConfigProperty(name = "suite.replay.diff", defaultValue = "false") boolean diff) {
    into.ifPresent(directory ->
        Thread.ofPlatform()
            .name("replay")
            .start(() -> Quarkus.asyncExit(run(directory, toSeq, asOf, diff))));
  }

  private int run(Path into, Optional<Long> toSeq, Optional<LocalDate> asOf, boolean diff) {
    try {
      Path directory = into.resolve(settings.service());
      Files.createDirectories(directory);
      for (Projection projection : projections) {
        if (diff) {
          diff(projection, directory);
        } else {
          long seq = toSeq.orElseGet(() -> seq(asOf));
          Map<String, Long> rows = replay(projection, seq, directory);
          manifest(directory, projection, seq, rows, Map.of());
        }
      }
      if (diff) {
        for (Remade kept : remade) {
          compare(kept, directory);
        }
      }
      return 0;
    } catch (IOException | RuntimeException e) {
      LOG.errorf("replay failed: %s", e.toString());
      return 1;
    }
  }

  private long seq(Optional<LocalDate> asOf) {
    var ledger = new LedgerReader(pool);
    return asOf.map(day ->
            ledger.seqBefore(day.plusDays(1).atStartOfDay(BusinessClock.SHANGHAI).toInstant()))
        .orElseGet(ledger::head)
        .await()
        .indefinitely();
  }

  private Map<String, Long> replay(Projection projection, long seq, Path directory)
      throws IOException {
    try (var files = new TableFiles(directory)) {
      engine.replay(projection, seq, files);
      return files.rows();
    }
  }

  private void diff(Projection projection, Path directory) throws IOException {
    Path live = directory.resolve("live");
    Path replayed = directory.resolve("replayed");
    Files.createDirectories(live);
    Files.createDirectories(replayed);
    Optional<Long> seq;
    Map<String, Long> rows;
    try (var files = new TableFiles(live)) {
      seq = engine.live(projection, files);
      rows = files.rows();
    }
    replay(projection, seq.orElse(0L), replayed);
    long differences = 0;
    try (BufferedWriter out =
        Files.newBufferedWriter(directory.resolve(projection.name() + ".differences"))) {
      for (String table : projection.tables()) {
        differences += compare(table, live, replayed, out);
      }
    }
    long parked = engine.parked(projection.name()).await().indefinitely();
    manifest(
        directory,
        projection,
        seq.orElse(0L),
        rows,
        Map.of("differences", differences, "parked", parked));
  }

  private static void compare(Remade kept, Path directory) throws IOException {
    Path differences = directory.resolve(kept.name() + ".differences");
    long[] count = {0};
    Remade.Compared compared;
    try (BufferedWriter out = Files.newBufferedWriter(differences)) {
      compared =
          kept.compare(line -> {
            count[0]++;
            write(out, line + "\n");
          });
    }
    Map<String, Object> manifest = new TreeMap<>();
    manifest.put("projection", kept.name());
    manifest.put("version", 1);
    manifest.put("seq", compared.seq());
    manifest.put("rows", Map.of(kept.name(), compared.rows()));
    manifest.put("differences", count[0]);
    manifest.put("parked", 0);
    Files.write(directory.resolve(kept.name() + ".json"), CanonicalJson.bytes(manifest));
  }

  private static void write(BufferedWriter out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Both files ascend by id, so one pass over both finds every difference. */
  private static long compare(String table, Path live, Path replayed, BufferedWriter out)
      throws IOException {
    long differences = 0;
    try (BufferedReader left = reader(live, table);
        BufferedReader right = reader(replayed, table)) {
      String a = left.readLine();
      String b = right.readLine();
      while (a != null || b != null) {
        int order = a == null ? 1 : b == null ? -1 : compareUtf8(id(a), id(b));
        if (order == 0 && !a.equals(b)) {
          out.write(table + " " + id(a) + " differs\n");
          differences++;
        } else if (order < 0) {
          out.write(table + " " + id(a) + " is live, but no event says so\n");
          differences++;
        } else if (order > 0) {
          out.write(table + " " + id(b) + " is missing among the live\n");
          differences++;
        }
        a = order <= 0 ? left.readLine() : a;
        b = order >= 0 ? right.readLine() : b;
      }
    }
    return differences;
  }

  private static BufferedReader reader(Path directory, String table) throws IOException {
    Path file = directory.resolve(table + ".tsv");
    return Files.exists(file)
        ? Files.newBufferedReader(file)
        : new BufferedReader(java.io.Reader.nullReader());
  }

  /** The seed's rows come before those of the other bureaus, which are named {@code ~…~…}. */
  private static int compareUtf8(String a, String b) {
    if (a.startsWith("~") != b.startsWith("~")) {
      return a.startsWith("~") ? 1 : -1;
    }
    return java.util.Arrays.compareUnsigned(
        a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        b.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** A line is {@code id TAB body}; ids have no control characters. */
  private static String id(@Nullable String line) {
    return line == null ? "" : line.substring(0, line.indexOf('\t'));
  }

  private static void manifest(
      Path directory,
      Projection projection,
      long seq,
      Map<String, Long> rows,
      Map<String, Long> compared)
      throws IOException {
    Map<String, Object> manifest = new TreeMap<>(compared);
    manifest.put("projection", projection.name());
    manifest.put("version", projection.version());
    manifest.put("seq", seq);
    manifest.put("rows", rows);
    Files.write(directory.resolve(projection.name() + ".json"), CanonicalJson.bytes(manifest));
  }

  /** One file per table, a line per row. */
  private static final class TableFiles implements ProjectionEngine.RowSink, AutoCloseable {
    private final Path directory;
    private final Map<String, BufferedWriter> files = new TreeMap<>();
    private final Map<String, Long> rows = new TreeMap<>();

    TableFiles(Path directory) {
      this.directory = directory;
    }

    @Override
    public void row(String table, String id, String body) {
      try {
        BufferedWriter file = files.get(table);
        if (file == null) {
          file = Files.newBufferedWriter(directory.resolve(table + ".tsv"));
          files.put(table, file);
        }
        file.write(id + "\t" + body + "\n");
        rows.merge(table, 1L, Long::sum);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Map<String, Long> rows() {
      return rows;
    }

    @Override
    public void close() throws IOException {
      for (BufferedWriter file : files.values()) {
        file.close();
      }
    }
  }
}
