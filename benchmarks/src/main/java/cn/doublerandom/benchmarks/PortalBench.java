package cn.doublerandom.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code ./suite bench portal [READERS [NOTICES [SECONDS]]]}: what public pages of the publication
 * cost, as it ships, with so many readers at once (default 1,000) who ask again and again over so
 * many published results (default 100,000). Beside them, in the same run, an address that reads
 * nothing: the search of a firm without a code, which is a redirection. Each is a ratio of it, by
 * requests a second of the server's CPU; the readers' own CPU does not count.
 */
final class PortalBench implements AutoCloseable {
  private static final String SERVICE = "publication";
  private static final int READERS = 1_000;
  private static final int NOTICES = 100_000;
  private static final int SECONDS = 20;
  private static final int ROUNDS = 3;
  private static final int MOST_SAMPLES = 2_000_000;
  private static final double GOAL_OF_KEPT = 0.5;

  /** Stands in an address for the number of a firm nobody asked for lately. */
  private static final String ANOTHER = "{another}";

  private static final double GOAL_OF_SEARCH = 0.2;

  private final int readers;
  private final int notices;
  private final Duration lasting;
  private final ServiceGround ground;
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private PortalBench(int readers, int notices, Duration lasting, Path checkout) throws Exception {
    this.readers = readers;
    this.notices = notices;
    this.lasting = lasting;
    this.ground = new ServiceGround(checkout, List.of(SERVICE));
  }

  public static void main(String[] arguments) throws Exception {
    int[] sizes = {READERS, NOTICES, SECONDS};
    for (int i = 0; i < Math.min(sizes.length, arguments.length); i++) {
      sizes[i] = Integer.parseInt(arguments[i]);
    }
    try (var bench =
        new PortalBench(
            sizes[0],
            sizes[1],
            Duration.ofSeconds(sizes[2]),
            Path.of(System.getProperty("suite.home", ".")))) {
      bench.run();
    }
    System.exit(0);
  }

  /**
   * A page.
   *
   * @param answers the status it answers with
   * @param tag sent as what the reader has already; empty where he has nothing
   * @param goal least ratio; 0 where there is none
   */
  private record Page(String name, String path, int answers, String tag, double goal) {}

  /**
   * What came of it.
   *
   * @param p50 milliseconds of an answer
   * @param p99 the same
   * @param perCpuSecond answers for a second of the server's CPU
   */
  private record Measured(double p50, double p99, double perSecond, double perCpuSecond) {}

  /** Rows as the projection makes them; firms and days differ, so that a search has to look. */
  private String rows() {
    return """
    WITH made AS (
      INSERT INTO result_view (bureau, id, body)
      SELECT '130534', '130534-2023001-001-1-' || code, jsonb_build_object(
        'content', jsonb_build_object(
          'resultId', '130534-2023001-001-1-' || code, 'drawId', '130534-2023001-001-1',
          'planId', '2023001', 'taskId', '001', 'subjectId', code, 'unit', '大队',
          'finishedOn', '2023-03-16', 'dueOn', '2023-04-14', 'provisional', false,
          'codes', jsonb_build_array('1'), 'findings', jsonb_build_array()),
        'published', jsonb_build_object(
          'subjectName', '清河县第' || n || '运输有限公司',
          'on', to_char(DATE '2023-03-17' + n %% 200, 'YYYY-MM-DD'),
          'onTime', true, 'indexNumber', 'I/2023-' || n))::text
      FROM (SELECT n, 'B' || lpad(n::text, 17, '0') AS code FROM generate_series(1, %d) AS n) AS firm
      RETURNING 1)
    SELECT count(*) FROM made
    """
        .formatted(notices);
  }

  /** What their names are found by, as the projection of name parts makes it. */
  private String parts() {
    return """
    WITH made AS (
      INSERT INTO name_part_view (bureau, id, body)
      SELECT '130534', part || chr(31) || code, jsonb_build_object('subject', code)::text
      FROM (
        SELECT 'B' || lpad(n::text, 17, '0') AS code, '清河县第' || n || '运输有限公司' AS name
        FROM generate_series(1, %d) AS n) AS firm
      CROSS JOIN LATERAL (
        SELECT substr(name, at) AS part FROM generate_series(1, length(name)) AS at
        UNION SELECT code) AS named
      RETURNING 1)
    SELECT count(*) FROM made
    """
        .formatted(notices);
  }

  private void run() throws Exception {
    ground.service(SERVICE).awaitReady("/api/v1/plans");
    ground.number(SERVICE, parts());
    long rows = ground.number(SERVICE, rows());
    if (rows != notices) {
      throw new IOException("%d notices were made, not %d".formatted(rows, notices));
    }
    String tag =
        http.send(request("/ui?year=2023", ""), HttpResponse.BodyHandlers.ofString())
            .headers()
            .firstValue("ETag")
            .orElse("");
    List<Page> pages =
        List.of(
            new Page("reads nothing", "/ui/firms", HttpURLConnection.HTTP_SEE_OTHER, "", 0),
            new Page("front page", "/ui?year=2023", HttpURLConnection.HTTP_OK, "", GOAL_OF_KEPT),
            new Page(
                "front page, had already",
                "/ui?year=2023",
                HttpURLConnection.HTTP_NOT_MODIFIED,
                tag,
                GOAL_OF_KEPT),
            new Page(
                "search by one name",
                "/ui/search?search=%E7%AC%AC" + (notices / 2),
                HttpURLConnection.HTTP_OK,
                "",
                GOAL_OF_KEPT),
            new Page(
                "search, each by another name",
                "/ui/search?search=%E7%AC%AC" + ANOTHER,
                HttpURLConnection.HTTP_OK,
                "",
                GOAL_OF_SEARCH));
    Measured[][] all = new Measured[pages.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < pages.size(); i++) {
        Measured measured = measure(pages.get(i));
        if (round >= 0) {
          all[i][round] = measured;
        }
      }
    }
    tell(pages, all);
  }

  private void tell(List<Page> pages, Measured[][] all) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d cores, Java %s, heap 512 MB, %,d readers, %,d results, %d s each, median of %d; load %s%n"
            + "| page | p50, ms | p99, ms | a second | a second of CPU | of nothing | goal | met |%n"
            + "|---|---|---|---|---|---|---|---|%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        readers,
        notices,
        lasting.toSeconds(),
        ROUNDS,
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    double nothing = median(all[0]).perCpuSecond();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      Measured measured = median(all[i]);
      double ratio = measured.perCpuSecond() / nothing;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %,.0f | %,.0f | %.2f | %s | %s |%n",
          page.name(),
          measured.p50(),
          measured.p99(),
          measured.perSecond(),
          measured.perCpuSecond(),
          ratio,
          page.goal() == 0 ? "–" : "≥ " + page.goal(),
          page.goal() == 0 ? "–" : ratio >= page.goal() ? "yes" : "no");
    }
  }

  private static Measured median(Measured[] rounds) {
    Measured[] ascending = rounds.clone();
    Arrays.sort(
        ascending, (one, other) -> Double.compare(one.perCpuSecond(), other.perCpuSecond()));
    return ascending[ascending.length / 2];
  }

  /** Nobody is signed in. */
  private HttpRequest request(String path, String tag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ground.service(SERVICE).request(path).build().uri())
            .header("Accept", "text/html");
    return tag.isEmpty() ? request.build() : request.header("If-None-Match", tag).build();
  }

  private String path(Page page) {
    return page.path().replace(ANOTHER, Integer.toString(1 + asked.getAndIncrement() % notices));
  }

  /** All readers ask at once, and each again as soon as he has his answer. */
  private Measured measure(Page page) throws Exception {
    double[] millis = new double[MOST_SAMPLES];
    var answers = new AtomicInteger();
    Queue<Exception> failed = new ConcurrentLinkedQueue<>();
    Duration before = ground.service(SERVICE).cpu();
    long start = System.nanoTime();
    long end = start + lasting.toNanos();
    Thread[] threads = new Thread[readers];
    for (int i = 0; i < readers; i++) {
      threads[i] = Thread.ofVirtual().start(() -> ask(page, end, millis, answers, failed));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = ground.service(SERVICE).cpu().minus(before).toMillis() / 1e3;
    Exception failure = failed.peek();
    if (failure != null) {
      throw failure;
    }
    int count = Math.min(answers.get(), MOST_SAMPLES);
    double[] ascending = Arrays.copyOf(millis, count);
    Arrays.sort(ascending);
    return new Measured(
        percentile(ascending, 50),
        percentile(ascending, 99),
        answers.get() / seconds,
        answers.get() / cpu);
  }

  private static double percentile(double[] ascending, int of) {
    return ascending[Math.min(ascending.length - 1, ascending.length * of / 100)];
  }

  private void ask(
      Page page, long end, double[] millis, AtomicInteger answers, Queue<Exception> failed) {
    try {
      while (failed.isEmpty() && System.nanoTime() - end < 0) {
        HttpRequest request = request(path(page), page.tag());
        long asked = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != page.answers()) {
          throw new IOException(page.path() + ": " + status);
        }
        int at = answers.getAndIncrement();
        if (at < MOST_SAMPLES) {
          millis[at] = (System.nanoTime() - asked) / 1e6;
        }
      }
    } catch (IOException e) {
      failed.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    ground.close();
  }
}
