package cn.doublerandom.benchmarks;

import cn.doublerandom.benchmarks.PortalReaders.Measured;
import cn.doublerandom.benchmarks.PortalReaders.Page;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./suite bench portal [READERS [NOTICES [SECONDS]]]}: what public pages of the publication
 * cost, as it ships, with so many readers at once (default 1,000) who ask again and again over so
 * many published results (default 100,000). Beside them, in the same run, an address that reads
 * nothing: the search of a firm without a code, which is a redirection. Each is a ratio of it, by
 * requests a second of the server's CPU; the readers' own CPU does not count. Before them, what a
 * search takes while nobody else, and while a few others ask.
 */
final class PortalBench implements AutoCloseable {
  private static final String SERVICE = "publication";
  private static final int READERS = 1_000;
  private static final int NOTICES = 100_000;
  private static final int SECONDS = 20;
  private static final int ROUNDS = 3;
  private static final double GOAL_OF_KEPT = 0.5;

  private static final double GOAL_OF_SEARCH = 0.2;

  /** Who is alone, and the few of a quiet day. */
  private static final List<Integer> FEW = List.of(1, 10);

  /** Milliseconds in which nineteen of twenty searches have their answer. */
  private static final double GOAL_OF_FEW = 200;

  private final int readers;
  private final int notices;
  private final Duration lasting;
  private final ServiceGround ground;
  private final PortalReaders crowd;

  private PortalBench(int readers, int notices, Duration lasting, Path checkout) throws Exception {
    this.readers = readers;
    this.notices = notices;
    this.lasting = lasting;
    this.ground = new ServiceGround(checkout, List.of(SERVICE));
    this.crowd = new PortalReaders(ground.service(SERVICE), notices, lasting);
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
    String tag = crowd.tag("/ui?year=2023");
    Page front =
        new Page("front page", "/ui?year=2023", HttpURLConnection.HTTP_OK, "", GOAL_OF_KEPT);
    Page search =
        new Page(
            "search, each by another name",
            "/ui/search?search=%E7%AC%AC" + PortalReaders.ANOTHER,
            HttpURLConnection.HTTP_OK,
            "",
            GOAL_OF_SEARCH);
    few(List.of(front, search));
    List<Page> pages =
        List.of(
            new Page("reads nothing", "/ui/firms", HttpURLConnection.HTTP_SEE_OTHER, "", 0),
            front,
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
            search);
    Measured[][] all = new Measured[pages.size()][ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      for (int i = 0; i < pages.size(); i++) {
        Measured measured = crowd.measure(pages.get(i), readers);
        if (round >= 0) {
          all[i][round] = measured;
        }
      }
    }
    tell(pages, all);
  }

  /** How long a page takes whoever is alone, or nearly; median of the rounds after the first. */
  private void few(List<Page> pages) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%d cores, Java %s, heap 512 MB, %,d results, %d s each, median of %d; load %s%n"
            + "| page | readers | p50, ms | p95, ms | a second | goal of p95, ms | met |%n"
            + "|---|---|---|---|---|---|---|%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        notices,
        lasting.toSeconds(),
        ROUNDS,
        load());
    for (Page page : pages) {
      for (int some : FEW) {
        crowd.measure(page, some);
        Measured[] rounds = new Measured[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
          rounds[round] = crowd.measure(page, some);
        }
        Arrays.sort(rounds, (one, other) -> Double.compare(one.p95(), other.p95()));
        Measured measured = rounds[ROUNDS / 2];
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.1f | %.1f | %,.0f | ≤ %.0f | %s |%n",
            page.name(),
            some,
            measured.p50(),
            measured.p95(),
            measured.perSecond(),
            GOAL_OF_FEW,
            measured.p95() <= GOAL_OF_FEW ? "yes" : "no");
      }
    }
    System.out.println();
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
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
        load());
    double nothing = PortalReaders.median(all[0]).perCpuSecond();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      Measured measured = PortalReaders.median(all[i]);
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

  @Override
  public void close() throws IOException {
    crowd.close();
    ground.close();
  }
}
