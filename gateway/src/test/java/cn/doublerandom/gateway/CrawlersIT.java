package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What machines look for first on any site. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class CrawlersIT {
  /** Every page there is, and the roles that may open it. */
  private static final Path DOORS = Path.of("../service-kit/src/main/resources/desk/doors.txt");

  /** What a witness does, a stream that never ends, scripts of the phone: public, and no notice. */
  private static final List<String> NO_NOTICE =
      List.of(
          "/draw/ui/ceremony/{drawId}",
          "/draw/ui/draws/{drawId}/wall/events",
          "/inspection/ui/phone/{name}");

  @TestHTTPResource("/")
  URI gateway;

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** As RFC 9309 §2.2.2 has it: the longest rule that fits decides, of two the one that allows. */
  private static boolean mayGo(String robots, String path) {
    Optional<String> rule =
        robots
            .lines()
            .filter(line -> line.startsWith("Allow: ") || line.startsWith("Disallow: "))
            .filter(line -> fits(line.substring(line.indexOf(' ') + 1), path))
            .max(
                Comparator.<String>comparingInt(line -> line.length() - line.indexOf(' '))
                    .thenComparing(line -> line.startsWith("Allow")));
    return rule.isEmpty() || rule.get().startsWith("Allow");
  }

  private static boolean fits(String rule, String path) {
    String pattern =
        Pattern.quote(rule.replaceAll("\\$$", "")).replace("*", "\\E.*\\Q")
            + (rule.endsWith("$") ? "$" : "");
    return Pattern.compile(pattern).matcher(path).lookingAt();
  }

  private record Door(String shape, boolean isPublic) {
    static Door of(String line) {
      String[] parts = line.split("\\|", -1);
      return new Door(parts[0].strip(), parts[1].isBlank());
    }

    /** The code of a firm is none that opens anything. */
    boolean needsCode() {
      return (shape.contains("{code}") && !shape.contains("/firms/")) || shape.contains("{secret}");
    }

    String address() {
      return shape.replaceAll("\\{[a-zA-Z0-9]+}", "7KM3Q");
    }
  }

  @Test
  void crawlers_find_every_page_of_the_public_and_none_of_the_desk_or_of_a_code() throws Exception {
    String robots = get("/robots.txt").body();
    List<Door> doors =
        Files.readAllLines(DOORS).stream()
            .filter(line -> line.startsWith("/"))
            .map(Door::of)
            .filter(door -> !NO_NOTICE.contains(door.shape()))
            .toList();
    assertThat(doors).hasSizeGreaterThan(100);
    for (Door door : doors) {
      assertThat(mayGo(robots, door.address()))
          .as(door.shape())
          .isEqualTo(door.isPublic() && !door.needsCode());
      if (door.shape().startsWith("/publication/ui/")) {
        String alias = door.address().substring("/publication/ui".length());
        assertThat(mayGo(robots, alias)).as(alias).isEqualTo(door.isPublic() && !door.needsCode());
      }
    }
  }

  @Test
  void crawlers_are_kept_from_codes_wherever_they_stand() throws Exception {
    String robots = get("/robots.txt").body();
    for (String path :
        List.of(
            "/objections?result=130534-2023001-001-1-A&code=7KM3Q-X2345",
            "/publication/ui/letters?id=1&code=2",
            "/publication/ui/objections/130534-2023001-001-1-A/7KM3Q-X2345/evidence",
            "/publication/api/v1/objections/130534-2023001-001-1-A/7KM3Q-X2345",
            "/publication/api/v1/letters/1/2",
            "/publication/api/v1/disciplines/1/1/x",
            "/inspection/api/v1/checks/7KM3Q",
            "/desk",
            "/signin?to=%2Fdesk",
            "/board/events")) {
      assertThat(mayGo(robots, path)).as(path).isFalse();
    }
    for (String path :
        List.of(
            "/",
            "/?year=2023",
            "/results/130534-2023001-001-1-A",
            "/search?search=x",
            "/help/start",
            "/publication/api/v1/open-data/2023/results.csv",
            "/publication/api/v1/results/130534-2023001-001-1-A/notice.pdf",
            "/publication/log/notices/checkpoint",
            "/draw/ui/verify.mjs",
            "/draw/api/v1/draws/130534-2023001-001-1/bundle",
            "/kit/x.css")) {
      assertThat(mayGo(robots, path)).as(path).isTrue();
    }
  }

  @Test
  void the_file_for_crawlers_is_plain_text_and_only_read() throws Exception {
    HttpResponse<String> robots = get("/robots.txt");
    assertThat(robots.statusCode()).isEqualTo(200);
    assertThat(robots.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(robots.body()).startsWith("User-agent: *\n");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest sent =
          HttpRequest.newBuilder(gateway.resolve("/robots.txt"))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(client.send(sent, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(405);
    }
  }

  @Test
  void an_office_that_named_nobody_for_security_problems_says_so() throws Exception {
    HttpResponse<String> program = get("/.well-known/security.txt");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(new JsonObject(program.body()).getString("code"))
        .isEqualTo("security-contact-unsaid");
    HttpResponse<String> person = get("/.well-known/security.txt", "Accept", "text/html");
    assertThat(person.statusCode()).isEqualTo(404);
    assertThat(person.body()).contains("报告安全漏洞的联系方式").contains("security problem");
  }
}
