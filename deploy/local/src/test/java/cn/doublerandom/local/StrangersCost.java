package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer to a stranger costs a service, in processor time: every address of the OpenAPI
 * documents that answers without a token, with ids that exist, every page that is linked from the
 * portal, and the readings of cells. Processor time is that of the service's process; what it does
 * meanwhile for itself counts too, so the best of a few rounds is taken.
 */
final class StrangersCost {
  static final Duration MOST = Duration.ofMillis(50);

  /** How often each is asked, at least five times; without the property nothing is measured. */
  static final int EACH = Integer.getInteger("cost.answers", 0);

  private static final int WARM = EACH / 2;
  private static final int ROUNDS = 3;

  /** For what seems dear: a page still cold, or a service that did much for itself, is asked on. */
  private static final int MORE_ROUNDS = 12;

  private static final int MOST_PAGES = 200;
  private static final long TICK_NANOS = 10_000_000;
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]{0,300})\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Values that exist, by the name of the path parameter; draws are asked for. */
  private final Map<String, List<String>> ids =
      new TreeMap<>(
          Map.of(
              "planKey", List.of("130534-2023"),
              "task", List.of("2023001-001"),
              "subject", List.of("91130534MA1014419A"),
              "inspector", List.of("JC001"),
              "item", List.of("JT-DY-01"),
              "id", List.of("hebei-2023", "JT-DY-01", "91130534MA1014419A"),
              "other", List.of("national-2019"),
              "version", List.of("2023-01"),
              "unit", List.of("法制安全科")));

  private final Ports ports;
  private final ToLongFunction<String> pids;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param pids the process of each service
   */
  StrangersCost(Ports ports, ToLongFunction<String> pids) {
    this.ports = ports;
    this.pids = pids;
  }

  /** One answer. */
  private record Ask(String service, String method, String uri, String body) {
    @Override
    public String toString() {
      return method
          + " "
          + uri
          + (body.isEmpty() ? "" : " " + body.substring(0, Math.min(40, body.length())));
    }
  }

  /** Milliseconds of processor time of every answer a stranger can have, the dearest last. */
  Map<String, Double> measured() throws IOException, InterruptedException {
    Set<Ask> asks = asks();
    asks.addAll(readings());
    Map<String, Double> measured = new LinkedHashMap<>();
    Map<Ask, Double> costs = new LinkedHashMap<>();
    for (Ask ask : asks) {
      if (send(ask).statusCode() < 400) {
        costs.put(ask, cost(ask));
      }
    }
    costs.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(cost -> measured.put(cost.getKey().toString(), cost.getValue()));
    return measured;
  }

  private Set<Ask> asks() throws IOException, InterruptedException {
    ids.put("drawId", draws());
    Set<Ask> asks = new LinkedHashSet<>();
    for (String service : Home.SERVICES) {
      asks.addAll(addresses(service));
      asks.addAll(pages(service));
    }
    return asks;
  }

  /**
   * Every answer and every page a stranger gets, by its address; also of these subjects and
   * inspectors.
   */
  Map<String, String> answers(String subject, String inspector)
      throws IOException, InterruptedException {
    ids.put("subject", List.of(subject));
    ids.put("inspector", List.of(inspector));
    Map<String, String> answers = new LinkedHashMap<>();
    for (Ask ask : asks()) {
      HttpResponse<byte[]> answer = send(ask);
      if (answer.statusCode() < 400) {
        answers.put(ask.uri(), new String(answer.body(), StandardCharsets.UTF_8));
      }
    }
    return answers;
  }

  private List<String> draws() throws IOException, InterruptedException {
    List<String> draws = new ArrayList<>();
    JSON.readTree(send(new Ask("draw", "GET", "/draw/api/v1/draws", "")).body())
        .findValues("drawId")
        .forEach(id -> draws.add(id.asText()));
    return draws;
  }

  private double cost(Ask ask) throws IOException, InterruptedException {
    for (int i = 0; i < WARM; i++) {
      send(ask);
    }
    double least = Double.MAX_VALUE;
    for (int round = 0; (round < ROUNDS && least > 2) || isDear(least, round); round++) {
      long before = ticks(ask.service());
      for (int i = 0; i < EACH; i++) {
        send(ask);
      }
      least = Math.min(least, (ticks(ask.service()) - before) * TICK_NANOS / 1e6 / EACH);
    }
    return least;
  }

  private static boolean isDear(double least, int round) {
    return round < MORE_ROUNDS && least >= MOST.toMillis();
  }

  /** Processor time of a process in hundredths of a second (proc(5), utime and stime). */
  private long ticks(String service) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pids.applyAsLong(service) + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private HttpResponse<byte[]> send(Ask ask) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + ports.of(ask.service()) + ask.uri());
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    if (ask.method().equals("POST")) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(ask.body()));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Every GET of a service that is not refused to strangers, once for each id there is. */
  private List<Ask> addresses(String service) throws IOException, InterruptedException {
    var document =
        JSON.readTree(
            send(new Ask(service, "GET", "/" + service + "/q/openapi?format=json", "")).body());
    List<Ask> asks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getValue().has("get")) {
        String query = required(path.getValue().path("get"));
        filled(path.getKey()).forEach(uri -> asks.add(new Ask(service, "GET", uri + query, "")));
      }
    }
    return asks;
  }

  private static String required(JsonNode operation) {
    Map<String, String> examples = new TreeMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        String name = parameter.path("name").asText();
        if (name.equals("limit")) {
          examples.put(name, "500");
        } else if (parameter.path("required").asBoolean()) {
          boolean day = parameter.path("schema").toString().contains("date");
          examples.put(name, day ? "2023-06-01" : "10");
        }
      }
    }
    return examples.isEmpty()
        ? ""
        : "?" + String.join("&", examples.entrySet().stream().map(Object::toString).toList());
  }

  private List<String> filled(String template) {
    List<String> uris = List.of(template);
    Matcher parameter = Pattern.compile("\\{([^}]*)}").matcher(template);
    while (parameter.find()) {
      List<String> next = new ArrayList<>();
      for (String uri : uris) {
        for (String id : ids.getOrDefault(parameter.group(1), List.of("1"))) {
          next.add(uri.replace(parameter.group(), URLEncoder.encode(id, StandardCharsets.UTF_8)));
        }
      }
      uris = next;
    }
    return uris;
  }

  /** The pages of a service, followed from the first. */
  private Set<Ask> pages(String service) throws IOException, InterruptedException {
    Set<Ask> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of("/" + service + "/ui/"));
    while (!next.isEmpty() && seen.size() < MOST_PAGES) {
      var ask = new Ask(service, "GET", next.poll(), "");
      if (!seen.add(ask)) {
        continue;
      }
      HttpResponse<byte[]> page = send(ask);
      if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        Matcher link = LINK.matcher(new String(page.body(), StandardCharsets.UTF_8));
        while (link.find()) {
          String uri = link.group(1).replace("&amp;", "&");
          if (uri.startsWith("/" + service + "/")) {
            next.add(uri);
          }
        }
      }
    }
    return seen;
  }

  /** The longest cells there may be, of the signs a pattern might begin with again and again. */
  private static List<Ask> readings() throws IOException {
    List<Ask> asks = new ArrayList<>();
    for (String sign : List.of("一", "每年抽查", "至少对", "1,111", "不足1户", "频次", ";", "A类1%、", "(1%)")) {
      for (Map.Entry<String, Integer> reading :
          Map.of("quota-readings", 500, "period-readings", 200).entrySet()) {
        String cell = sign.repeat(reading.getValue() / sign.length());
        asks.add(
            new Ask(
                "draw",
                "POST",
                "/draw/api/v1/" + reading.getKey(),
                JSON.writeValueAsString(Map.of("text", cell))));
      }
    }
    return asks;
  }
}
