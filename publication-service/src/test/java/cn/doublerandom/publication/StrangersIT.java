package cn.doublerandom.publication;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.TestStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks a public address for what is not there, or in a way nobody can read, is told so: in
 * words, in his language, with the right status, never with a broken page or with something else.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class StrangersIT {
  /**
   * Every page there is, and the roles that may open it; a page that is forgotten fails MenuTest.
   */
  private static final Path DOORS = Path.of("../service-kit/src/main/resources/desk/doors.txt");

  private static final String PAGES = "/publication/ui";

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]{4}");

  /** A firm, a plan, a draw and a result nobody has, by the shape of their ids. */
  private static final Map<String, String> UNKNOWN =
      Map.ofEntries(
          Map.entry("planKey", "130534-2019"),
          Map.entry("programmeId", "130534-2019001-001-9"),
          Map.entry("bulletinId", "130534-2019-99"),
          Map.entry("drawId", "130534-2019001-001-9"),
          Map.entry("resultId", "130534-2019001-001-9-91130534MA0023063G"),
          Map.entry("result", "130534-2019001-001-9-91130534MA0023063G"),
          Map.entry("code", "7KM3Q-X2345"),
          Map.entry("secret", "7KM3QX2345"),
          Map.entry("number", "9"),
          Map.entry("id", "L-2019-9"),
          Map.entry("day", "2019-01-01"),
          Map.entry("file", "firms.csv"),
          Map.entry("year", "2016"),
          Map.entry("name", "nobody.css"),
          Map.entry("path", "0/999"));

  /** Ids in no shape an id has. */
  private static final List<String> MALFORMED =
      List.of(
          "-",
          "%20",
          "x%20y",
          "'%20OR%201=1--",
          "%3Cscript%3E",
          "%E2%80%AE130534",
          "%EF%BB%BF1",
          "%F0%9F%98%80",
          "e%CC%81",
          "%01",
          "%0A",
          "%ED%A0%80",
          "%FF",
          "%00",
          "..",
          "a".repeat(300),
          "%E5%BC%A0".repeat(200),
          "a".repeat(9_000));

  private static final Map<String, List<String>> OF_A_KIND =
      Map.of(
          "integer",
          List.of("0", "-1", "9999", "abc", "1.5", "20a3", "9".repeat(30), "%E4%BA%8C", ""),
          "date",
          List.of("2023-02-30", "2023-3-1", "20230301", "0000-00-00", "9999-12-31", "today", ""));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private HttpResponse<String> get(String address, String accept, String language)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
            .header("Accept", accept)
            .header("Accept-Language", language)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException closed) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  /** An address with one thing wrong in it. */
  private record Asked(String address, String field, boolean isUnknown) {}

  private static List<String> values(String name, String kind) {
    return Stream.concat(MALFORMED.stream(), OF_A_KIND.getOrDefault(kind, List.of()).stream())
        .filter(value -> !value.isEmpty())
        .filter(value -> !name.equals("path") || !value.equals(".."))
        .toList();
  }

  private static String filled(String shape, String but, String with) {
    Matcher place = PLACE.matcher(shape);
    return place.replaceAll(found ->
        Matcher.quoteReplacement(
            found.group(1).equals(but)
                ? with
                : UNKNOWN.getOrDefault(found.group(1), found.group(1))));
  }

  /** Each place of an address with each bad value in its turn. */
  private static List<Asked> badPlaces(String shape, Map<String, String> kinds) {
    List<Asked> all = new ArrayList<>();
    Matcher place = PLACE.matcher(shape);
    while (place.find()) {
      String name = place.group(1);
      values(name, kinds.getOrDefault(name, ""))
          .forEach(bad -> all.add(new Asked(filled(shape, name, bad), name, false)));
    }
    // Of a year there may be nothing, which is an answer.
    if (shape.replace("{year}", "").contains("{")) {
      all.add(new Asked(filled(shape, "", ""), "", true));
    }
    return all;
  }

  private static Map<String, String> kinds(JsonNode operation, String in) {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText().equals(in)) {
        JsonNode schema = parameter.path("schema");
        String reference = schema.path("$ref").asText();
        String kind =
            reference.endsWith("LocalDate") || schema.path("format").asText().equals("date")
                ? "date"
                : schema.path("type").asText();
        kinds.put(parameter.path("name").asText(), kind);
      }
    }
    return kinds;
  }

  /** All addresses of the contract anybody may read, with something wrong in each. */
  private List<Asked> ofPrograms() throws Exception {
    JsonNode document =
        new ObjectMapper()
            .readTree(get("/publication/q/openapi?format=json", "application/json", "zh").body());
    List<Asked> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> {
          JsonNode read = path.getValue().path("get");
          if (!read.isMissingNode()
              && read.has("security")
              && read.path("security").isEmpty()
              && !path.getKey().startsWith(PAGES)) {
            all.addAll(badPlaces(path.getKey(), kinds(read, "path")));
            all.addAll(badParameters(path.getKey(), kinds(read, "query")));
          }
        });
    return all;
  }

  private static List<Asked> badParameters(String shape, Map<String, String> kinds) {
    String address = filled(shape, "", "");
    List<Asked> all = new ArrayList<>();
    all.add(new Asked(address + "?nobody=knows", "nobody", false));
    kinds.forEach((name, kind) -> {
      List<String> bad = new ArrayList<>(OF_A_KIND.getOrDefault(kind, List.of()));
      if (name.equals("after")) {
        bad.addAll(List.of("garbage", "AAAA", "%00", "a".repeat(500)));
      } else if (name.equals("bureau") || name.equals("lang")) {
        bad.addAll(List.of("nobody", "%E6%B8%85%E6%B2%B3", "130534~x"));
      }
      // Such a number is one of the ledger, and none of a page.
      bad.removeIf(value ->
          name.matches("updatedSince|version|part|from|to|limit|seq|size")
              && value.matches("0|9999|"));
      bad.forEach(value -> all.add(new Asked(address + "?" + name + "=" + value, name, false)));
    });
    return all;
  }

  private void judgeProblem(Asked asked, List<String> faults) throws Exception {
    HttpResponse<String> answer = get(asked.address(), "*/*", "zh");
    String line = answer.statusCode() + " " + asked.address() + " " + start(answer.body());
    if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
      faults.add("no refusal: " + line);
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json")) {
      faults.add("no problem: " + type + " " + line);
      return;
    }
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    String code = problem.path("code").asText();
    if (!CHINESE.matcher(problem.path("title").asText()).find()) {
      faults.add("no sentence: " + line);
    }
    boolean ofAField = code.equals("field-invalid") || code.equals("parameter-invalid");
    if (ofAField && !problem.path("errors").toString().contains("\"" + asked.field() + "\"")) {
      faults.add("the field is not named: " + line);
    }
    if (asked.isUnknown() && answer.statusCode() != 404) {
      faults.add("unknown, and no 404: " + line);
    }
    if (answer.statusCode() == 404 || ofAField) {
      HttpResponse<String> english = get(asked.address(), "*/*", "en");
      JsonNode said = new ObjectMapper().readTree(english.body());
      if (CHINESE.matcher(said.path("title").asText()).find()
          || CHINESE.matcher(said.path("errors").toString()).find()) {
        faults.add("not in English: " + start(english.body()) + " " + asked.address());
      }
    }
  }

  private static String start(String body) {
    return body.substring(0, Math.min(300, body.length()));
  }

  @Test
  void a_program_that_asks_for_what_is_not_there_or_cannot_be_read_is_told_by_name()
      throws Exception {
    List<Asked> all = ofPrograms();
    assertThat(all).hasSizeGreaterThan(500);
    List<String> faults = new ArrayList<>();
    for (Asked asked : all) {
      judgeProblem(asked, faults);
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> publicPages() throws IOException {
    return Files.readAllLines(DOORS).stream()
        .filter(line -> line.startsWith(PAGES))
        .filter(line -> line.substring(line.indexOf('|') + 1).isBlank())
        .map(line -> line.substring(0, line.indexOf('|')).strip())
        .filter(page -> !page.contains("/kit/"))
        .toList();
  }

  private void judgePage(String address, int least, int most, List<String> faults)
      throws Exception {
    HttpResponse<String> answer = get(address, "text/html", "zh");
    String text = text(answer.body());
    String line = answer.statusCode() + " " + address + " " + start(text);
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() < least || answer.statusCode() > most) {
      faults.add("not the right status: " + line);
    } else if (answer.statusCode() != 303 && !type.startsWith("text/html")) {
      // What no part of the program may read is refused before anybody knows who asks; the gateway
      // makes a page of it.
      if (!answer.body().contains("path-refused")
          && !answer.body().contains("address-too-long")
          && !answer.body().contains("malformed")) {
        faults.add("no page: " + type + " " + line);
      }
    } else if (answer.statusCode() != 303 && !CHINESE.matcher(text).find()) {
      faults.add("no sentence: " + line);
    }
  }

  private static String text(String page) {
    return page.replaceAll("(?s).*<main[^>]*>", "").replaceAll("<[^>]+>", " ").strip();
  }

  @Test
  void a_person_who_asks_for_what_is_not_there_or_cannot_be_read_gets_a_page_that_says_so()
      throws Exception {
    List<String> pages = publicPages();
    assertThat(pages).hasSizeGreaterThan(20);
    List<String> faults = new ArrayList<>();
    for (String page : pages) {
      for (Asked asked : badPlaces(page, Map.of("number", "integer"))) {
        judgePage(asked.address(), 200, 499, faults);
        if (asked.isUnknown() && get(asked.address(), "text/html", "zh").statusCode() != 404) {
          faults.add("unknown, and no 404: " + asked.address());
        }
      }
      String address = filled(page, "", "");
      for (String query :
          List.of(
              "bureau=nobody", "bureau=%00", "after=garbage", "year=abc", "from=x", "lang=xx")) {
        judgePage(address + "?" + query, 200, 499, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void a_year_that_is_none_is_refused_wherever_a_page_takes_one() throws Exception {
    List<String> faults = new ArrayList<>();
    for (String page : List.of(PAGES, PAGES + "/open-data")) {
      for (String year : List.of("0", "-1", "1999", "9999", "abc", "2023.5", "20a3", "%00", "")) {
        judgePage(page + "?year=" + year, year.isEmpty() ? 200 : 400, 400, faults);
      }
    }
    assertThat(faults).isEmpty();
  }

  private String search(String query, String language) throws Exception {
    HttpResponse<String> answer = get(PAGES + "/search?" + query, "text/html", language);
    assertThat(answer.statusCode()).as(query).isEqualTo(200);
    return answer.body();
  }

  @Test
  void days_in_the_wrong_order_are_told_beside_the_later_one_and_stay_as_they_were_typed()
      throws Exception {
    String turned = search("since=2023-05-01&until=2023-03-15", "zh");
    assertThat(turned)
        .contains("早于起始的那一天", "value=\"2023-05-01\"", "value=\"2023-03-15\"")
        .containsPattern("id=\"fh-until\">(?:(?!</div>).)*早于起始的那一天")
        .doesNotContain("没有符合条件");
    assertThat(search("since=2023-05-01&until=2023-03-15", "en"))
        .contains("before the day it begins with");
    assertThat(search("since=2023-05-01&until=2023-05-01", "zh")).doesNotContain("早于起始");
  }

  @Test
  void days_in_words_or_half_typed_are_told_beside_their_field_and_stay_as_they_were_typed()
      throws Exception {
    for (String typed : List.of("昨天", "2023-0", "2023年3月", "2023-02-30", "3/15/2023", "0")) {
      String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
      for (String field : List.of("since", "until")) {
        String page = search(field + "=" + encoded, "zh");
        assertThat(page)
            .as(field + " " + typed)
            .containsPattern("id=\"fh-" + field + "\">(?:(?!</div>).)*不是日期")
            .contains("value=\"" + typed + "\"")
            .containsPattern("<input type=\"text\" id=\"f-" + field + "\"");
      }
    }
  }

  @Test
  void what_is_chosen_from_no_list_and_what_is_too_long_is_told_beside_its_field()
      throws Exception {
    assertThat(search("code=ZZ", "zh")).containsPattern("id=\"fh-code\">(?:(?!</div>).)*请从列表中选择");
    assertThat(search("search=" + "a".repeat(300), "zh")).contains("最多 200 个字");
    HttpResponse<String> turned = get(PAGES + "/search?after=garbage", "text/html", "zh");
    assertThat(turned.statusCode()).isBetween(400, 422);
    assertThat(text(turned.body())).containsPattern(CHINESE);
  }
}
