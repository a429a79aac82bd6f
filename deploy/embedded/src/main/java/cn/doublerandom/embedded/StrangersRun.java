package cn.doublerandom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Asks every public address of a service, as nobody, for what is not there or cannot be read, and
 * says which answers would leave a stranger without help: no sentence in his language, a status
 * that is none of a refusal, a field that is not named, a broken service.
 */
public final class StrangersRun {
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]{4}");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String pages;
  private final String openApi;
  private final List<String> faults = new ArrayList<>();
  private int asked;

  /**
   * @param server scheme, host and port
   * @param service as it stands first in addresses
   */
  public StrangersRun(URI server, String service) {
    this.server = server;
    this.pages = "/" + service + "/ui";
    this.openApi = "/" + service + "/q/openapi?format=json";
  }

  /** Answers that help no stranger, with what was asked. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many requests were judged. */
  public int asked() {
    return asked;
  }

  /** The answer to one request of nobody. */
  public HttpResponse<String> get(String address, String accept, String language)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(address))
            .header("Accept", accept)
            .header("Accept-Language", language)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException closed) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /**
   * Asks all addresses of the contract that anybody may read, with something wrong in each.
   *
   * @param but those that are left out
   */
  public void askAsProgram(Predicate<String> but) throws IOException, InterruptedException {
    JsonNode document = JSON.readTree(get(openApi, "application/json", "zh").body());
    List<StrangeAddresses.Asked> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> {
          JsonNode read = path.getValue().path("get");
          boolean isPublic = read.has("security") && read.path("security").isEmpty();
          if (isPublic && !path.getKey().startsWith(pages) && !but.test(path.getKey())) {
            all.addAll(
                StrangeAddresses.badPlaces(path.getKey(), StrangeAddresses.kinds(read, "path")));
            all.addAll(
                StrangeAddresses.badParameters(
                    path.getKey(), StrangeAddresses.kinds(read, "query")));
          }
        });
    for (StrangeAddresses.Asked one : all) {
      judgeProblem(one);
    }
  }

  private void judgeProblem(StrangeAddresses.Asked one) throws IOException, InterruptedException {
    asked++;
    HttpResponse<String> answer = get(one.address(), "*/*", "zh");
    String line = answer.statusCode() + " " + one.address() + " " + start(answer.body());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
      faults.add("no refusal: " + line);
      return;
    } else if (!type.startsWith("application/problem+json")) {
      faults.add("no problem: " + type + " " + line);
      return;
    }
    JsonNode problem = JSON.readTree(answer.body());
    String code = problem.path("code").asText();
    boolean ofAField = code.equals("field-invalid") || code.equals("parameter-invalid");
    if (!CHINESE.matcher(problem.path("title").asText()).find()) {
      faults.add("no sentence: " + line);
    }
    if (ofAField && !names(problem, one.field())) {
      faults.add("the field is not named: " + line);
    }
    if (one.isUnknown() && answer.statusCode() != 404) {
      faults.add("unknown, and no 404: " + line);
    }
    if (answer.statusCode() == 404 || ofAField) {
      JsonNode english = JSON.readTree(get(one.address(), "*/*", "en").body());
      if (CHINESE.matcher(english.path("title").asText()).find()
          || CHINESE.matcher(english.path("errors").toString()).find()) {
        faults.add("not in English: " + one.address() + " " + start(english.toString()));
      }
    }
  }

  /** What has to be there beside it and is not is told first, where it is looked at together. */
  private static boolean names(JsonNode problem, String field) {
    String errors = problem.path("errors").toString();
    return errors.contains("\"" + field + "\"") || errors.contains("必须填写");
  }

  private static String start(String body) {
    return body.substring(0, Math.min(300, body.length()));
  }

  /**
   * Asks all pages anybody may open, with something wrong in each.
   *
   * @param doors the list of pages and of the roles that may open each; a page that is forgotten
   *     there fails a test of its own
   * @param but those that are left out
   */
  public void askAsPerson(Path doors, Predicate<String> but)
      throws IOException, InterruptedException {
    List<String> open =
        Files.readAllLines(doors).stream()
            .filter(line -> line.startsWith(pages))
            .filter(line -> line.substring(line.indexOf('|') + 1).isBlank())
            .map(line -> line.substring(0, line.indexOf('|')).strip())
            .filter(page -> !page.matches(".*/(kit|scripts|phone)/.*|.*\\.mjs"))
            .filter(Predicate.not(but))
            .toList();
    for (String page : open) {
      for (StrangeAddresses.Asked one :
          StrangeAddresses.badPlaces(page, Map.of("number", "integer"))) {
        judgePage(one.address(), one.isUnknown() ? 404 : 0);
      }
      String address = StrangeAddresses.filled(page, "", "");
      for (String query :
          List.of(
              "bureau=nobody", "bureau=%00", "after=garbage", "year=abc", "from=x", "lang=xx")) {
        judgePage(address + "?" + query, 0);
      }
    }
  }

  /**
   * Judges one page.
   *
   * @param status it has to have; 0 for any that is no failure
   */
  public void judgePage(String address, int status) throws IOException, InterruptedException {
    asked++;
    HttpResponse<String> answer = get(address, "text/html", "zh");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String text = text(answer.body());
    String line = answer.statusCode() + " " + address + " " + start(text);
    if (status == 0 ? answer.statusCode() >= 500 : answer.statusCode() != status) {
      faults.add("not the right status: " + line);
    } else if (answer.statusCode() != 303 && !type.startsWith("text/html")) {
      faults.add("no page: " + type + " " + line);
    } else if (answer.statusCode() != 303 && !CHINESE.matcher(text).find()) {
      faults.add("no sentence: " + line);
    } else if (answer.statusCode() >= 400) {
      String english = text(get(address, "text/html", "en").body());
      if (CHINESE.matcher(english).find()) {
        faults.add("not in English: " + address + " " + start(english));
      }
    }
  }

  /** What a page says. */
  private static String text(String page) {
    int from = Math.max(0, page.indexOf("<main"));
    int to = page.indexOf("<footer", from);
    return page.substring(from, to < 0 ? page.length() : to).replaceAll("<[^>]+>", " ").strip();
  }
}
