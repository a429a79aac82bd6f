package cn.doublerandom.benchmarks;

import cn.doublerandom.verifier.Verify;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./suite bench scale [ROWS,…]}: a whole draw through registry, draw and inspection as they
 * ship, from the import of so many subjects (default 10,000, 100,000 and 1,000,000, with an
 * inspector for every 500) to the visits of the hundredth that is drawn. Tells the seconds and the
 * peak memory of each step, what CPU each process took, and what grew faster than n log n from one
 * size to the next.
 */
final class ScaleBench implements AutoCloseable {
  private static final int SUBJECTS_OF_AN_INSPECTOR = 500;

  /** Less than this is the clock of whoever waits, and the first calls of a JVM. */
  private static final double NOISE_SECONDS = 2;

  private static final double NOISE = 1.25;
  private static final String DRAW = "draw";
  private static final List<String> SERVICES = List.of("registry", DRAW, "inspection");

  private final int rows;
  private final ServiceGround ground;
  private final Map<String, Double> seconds = new LinkedHashMap<>();

  private interface Step {
    void run() throws Exception;
  }

  private ScaleBench(int rows, Path checkout) throws Exception {
    this.rows = rows;
    this.ground = new ServiceGround(checkout, SERVICES);
  }

  public static void main(String[] arguments) throws Exception {
    String sizes = arguments.length == 0 ? "10000,100000,1000000" : arguments[0];
    Path checkout = Path.of(System.getProperty("suite.home", "."));
    System.out.printf(
        Locale.ROOT,
        "%d cores, Java %s, PostgreSQL with fsync; heap: draw 1 GB, registry and inspection 512"
            + " MB%n",
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

  private void run() throws Exception {
    int inspectors = Math.max(20, rows / SUBJECTS_OF_AN_INSPECTOR);
    ground.service("registry").awaitReady("/api/v1/subjects?limit=1");
    ground.service(DRAW).awaitReady("/api/v1/register");
    ScaleOffice office = new ScaleOffice(ground.service("registry"), ground.service(DRAW));
    System.out.printf(
        Locale.ROOT,
        "%n%,d subjects, %,d inspectors%n| step | s | draw, MB | registry, MB | inspection, MB"
            + " | registry, s of CPU | draw | inspection | PostgreSQL | broker and bench |%n"
            + "|---|---|---|---|---|---|---|---|---|---|%n",
        rows,
        inspectors);
    Path subjects = SampleRegister.table(ground.home().resolve("subjects.csv"), rows);
    Path people = SampleRegister.people(ground.home().resolve("inspectors.csv"), inspectors);
    Path items = SampleRegister.items(ground.home().resolve("items.csv"));
    step("ready", () -> {});
    step("import", () -> office.importTable("subjects", subjects));
    step(
        "inspectors, item",
        () -> {
          office.importTable("inspectors", people);
          office.importTable("items", items);
          office.claim();
        });
    step("known to the draw", () -> ground.await(() -> office.isKnown(rows, inspectors)));
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
    step("visits", () -> ground.await(() -> visits() >= drawn[0]));
    System.out.printf(
        Locale.ROOT,
        "drawn: %,d; largest event: %,d bytes; draw-service lives: %s%n",
        drawn[0],
        ground.number(DRAW, "SELECT max(octet_length(payload)) FROM event"),
        ground.service(DRAW).isAlive());
  }

  private static void verify(byte[] bundle) throws IOException {
    Verify.Verdict verdict = Verify.check(bundle);
    if (!verdict.isOk()) {
      throw new IOException("the draw does not verify: " + verdict);
    }
  }

  private void step(String what, Step step) throws Exception {
    long start = System.nanoTime();
    Map<String, Double> before = ground.cpu();
    try {
      step.run();
    } finally {
      double took = (System.nanoTime() - start) / 1e9;
      String cpu =
          ground.cpu().entrySet().stream()
              .map(now ->
                  "%.1f"
                      .formatted(
                          now.getValue() - before.getOrDefault(now.getKey(), now.getValue())))
              .collect(Collectors.joining(" | "));
      seconds.put(what, took);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %d | %d | %d | %s |%n",
          what,
          took,
          ground.service(DRAW).peakMegabytes(),
          ground.service("registry").peakMegabytes(),
          ground.service("inspection").peakMegabytes(),
          cpu);
    }
  }

  private long visits() throws SQLException {
    return ground.number("inspection", "SELECT count(*) FROM visit_view");
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
    ground.close();
  }
}
