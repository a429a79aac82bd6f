package cn.doublerandom.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code ./suite bench pages [ROWS,…]}: what each page of registry and draw takes the server, as
 * they ship, with so many subjects (default 3,000 and 200,000) and a draw that was made of them.
 * The pages are those of the menu and, from each, the first of every kind it links to. Beside them,
 * in the same run, stands a page that reads nothing.
 */
final class PagesBench implements AutoCloseable {
  private static final List<String> SERVICES = List.of("registry", "draw");
  private static final int SUBJECTS_OF_AN_INSPECTOR = 500;
  private static final int FEWEST_INSPECTORS = 20;
  private static final int WARMING = 15;
  private static final int ASKED = 60;
  private static final int DEEPEST = 3;
  private static final int FEW = 3_000;
  private static final int GOAL_OF_FEW_MILLIS = 200;
  private static final int GOAL_OF_MANY_MILLIS = 400;

  /** Made of a template alone. */
  private static final String EMPTY = "/draw/ui/verify";

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)\"");
  private static final Pattern NO_PAGE =
      Pattern.compile("/api/|/events$|\\.(pdf|docx|xlsx|csv|zip|json|html|mjs)$");

  private final int rows;
  private final Path checkout;
  private final ServiceGround ground;

  private PagesBench(int rows, Path checkout) throws Exception {
    this.rows = rows;
    this.checkout = checkout;
    this.ground = new ServiceGround(checkout, SERVICES);
  }

  public static void main(String[] arguments) throws Exception {
    String sizes = arguments.length == 0 ? "3000,200000" : arguments[0];
    Path checkout = Path.of(System.getProperty("suite.home", "."));
    System.out.printf(
        Locale.ROOT,
        "%d cores, Java %s, PostgreSQL with fsync; heap: draw 1 GB, registry 512 MB; %d answers of"
            + " each page%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        ASKED);
    for (int rows : Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray()) {
      try (var bench = new PagesBench(rows, checkout)) {
        bench.run();
      }
    }
    System.exit(0);
  }

  private void run() throws Exception {
    String draw = makeADraw();
    int goal = rows <= FEW ? GOAL_OF_FEW_MILLIS : GOAL_OF_MANY_MILLIS;
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put(EMPTY, new Page(EMPTY, "coordinator"));
    for (String account : List.of("registrar", "coordinator", "approver")) {
      walk(account, Stream.concat(menu(account).stream(), Stream.of(draw)).toList(), pages);
    }
    Map<Page, List<Double>> times = times(List.copyOf(pages.values()));
    double empty = median(Objects.requireNonNull(times.get(pages.get(EMPTY))));
    System.out.printf(
        Locale.ROOT,
        "%n%,d subjects, load %s beside it%n"
            + "| page | median, ms | of an empty page | p95, ms | goal | met |%n"
            + "|---|---|---|---|---|---|%n",
        rows,
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    times.forEach((page, took) -> {
      double p95 = took.get(took.size() * 95 / 100);
      System.out.printf(
          Locale.ROOT,
          "| `%s`%s | %.1f | %.1f | %.1f | ≤ %d | %s |%n",
          page.shown(),
          page.address().equals(EMPTY) ? ", reads nothing" : "",
          median(took),
          median(took) / empty,
          p95,
          goal,
          p95 <= goal ? "yes" : "no");
    });
  }

  private static double median(List<Double> ascending) {
    return ascending.get(ascending.size() / 2);
  }

  private String makeADraw() throws Exception {
    int inspectors = Math.max(FEWEST_INSPECTORS, rows / SUBJECTS_OF_AN_INSPECTOR);
    ServiceProcess draw = ground.service("draw");
    ground.service("registry").awaitReady("/api/v1/subjects?limit=1");
    draw.awaitReady("/api/v1/register");
    var office = new ScaleOffice(ground.service("registry"), draw);
    Path home = ground.home();
    office.importTable("subjects", SampleRegister.table(home.resolve("subjects.csv"), rows));
    office.importTable("inspectors", SampleRegister.people(home.resolve("people.csv"), inspectors));
    office.importTable("items", SampleRegister.items(home.resolve("items.csv")));
    office.claim();
    ground.await(() -> office.isKnown(rows, inspectors));
    office.plan();
    office.freeze();
    office.prepare();
    office.commit();
    office.reveal();
    office.execute();
    return "/draw" + office.page();
  }

  /**
   * A page and who opens it.
   *
   * @param address as the gateway has it
   */
  private record Page(String address, String account) {
    String service() {
      return address.split("/", -1)[1];
    }

    /** As the table names it: what is a code there says nothing to who reads it. */
    String shown() {
      return address
          .replaceAll("\\?.*", "?…")
          .replaceAll("/[0-9A-Z%]{12,}|/130534-[0-9A-Za-z%-]+", "/…");
    }

    /** Parts with a digit or beyond ASCII are codes. */
    String kind() {
      var kind = new StringBuilder();
      for (String part : address.replaceAll("\\?.*", "").split("/", -1)) {
        kind.append('/').append(part.matches(".*[0-9%].*") ? "*" : part);
      }
      return kind.toString();
    }
  }

  /** The addresses of the menu for a role. */
  private List<String> menu(String role) throws IOException {
    List<String> menu = new ArrayList<>();
    for (String line :
        Files.readAllLines(checkout.resolve("service-kit/src/main/resources/desk/menu.txt"))) {
      String[] parts = line.split("\\|", -1);
      if (line.startsWith("/")
          && SERVICES.contains(line.split("/", -1)[1])
          && Arrays.asList(parts[parts.length - 1].strip().split(" ", -1)).contains(role)) {
        menu.add(parts[0].strip());
      }
    }
    return menu;
  }

  private void walk(String account, List<String> from, Map<String, Page> pages) throws Exception {
    Deque<Page> ahead = new ArrayDeque<>();
    from.forEach(address -> ahead.add(new Page(address, account)));
    Set<String> seen = new HashSet<>(pages.keySet());
    for (int depth = 0; depth < DEEPEST && !ahead.isEmpty(); depth++) {
      for (int left = ahead.size(); left > 0; left--) {
        Page page = ahead.remove();
        if (!seen.add(page.kind())) {
          continue;
        }
        HttpResponse<String> answer = ask(page);
        if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
          pages.putIfAbsent(page.kind(), page);
          links(answer.body()).forEach(link -> ahead.add(new Page(link, account)));
        }
      }
    }
  }

  private static List<String> links(String html) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(html.substring(Math.max(0, html.indexOf("<main"))));
    while (link.find()) {
      String address = link.group(1).replace("&amp;", "&");
      if (SERVICES.stream().anyMatch(service -> address.startsWith("/" + service + "/ui"))
          && !NO_PAGE.matcher(address.replaceAll("\\?.*", "")).find()) {
        links.add(address);
      }
    }
    return links;
  }

  private HttpResponse<String> ask(Page page) throws IOException, InterruptedException {
    return ground.service(page.service()).send(request(page));
  }

  private HttpRequest request(Page page) {
    return ground
        .service(page.service())
        .request(page.address().substring(page.service().length() + 1), page.account())
        .header("Accept", "text/html")
        .build();
  }

  /**
   * Milliseconds until the whole page is there, ascending. All pages are asked for in turn, again
   * and again: what else the machine does meanwhile is beside all of them.
   */
  private Map<Page, List<Double>> times(List<Page> pages) throws Exception {
    Map<Page, List<Double>> times = new LinkedHashMap<>();
    pages.forEach(page -> times.put(page, new ArrayList<>()));
    for (int i = -WARMING; i < ASKED; i++) {
      for (Page page : pages) {
        double took = time(page);
        if (i >= 0) {
          Objects.requireNonNull(times.get(page)).add(took);
        }
      }
    }
    times.values().forEach(took -> took.sort(null));
    return times;
  }

  private double time(Page page) throws Exception {
    ServiceProcess service = ground.service(page.service());
    // Signed before the clock runs: whoever asks has his token already.
    HttpRequest request = request(page);
    long start = System.nanoTime();
    HttpResponse<String> answer = service.send(request);
    double took = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(page.address() + ": " + answer.statusCode());
    }
    return took;
  }

  @Override
  public void close() throws IOException {
    ground.close();
  }
}
