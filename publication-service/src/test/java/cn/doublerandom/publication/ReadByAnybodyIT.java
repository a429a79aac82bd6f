package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.embedded.TestStack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What programs of strangers read: kept by them, and read from pages of theirs. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class ReadByAnybodyIT {
  private static final String OPEN = "/api/v1/open-data";

  /** What is made of the read models. */
  private static final List<String> KEPT =
      List.of(
          OPEN + "/2021/results.csv",
          OPEN + "/2021/plans.json",
          OPEN + "/2021/draws.ndjson",
          OPEN + "/2021/outstanding.csv",
          OPEN + "/changes?updatedSince=0",
          OPEN + "/feed",
          OPEN + "/catalogue",
          "/api/v1/plans",
          "/api/v1/plans/130534-2021",
          "/api/v1/results",
          "/api/v1/draws",
          "/api/v1/statistics?year=2021");

  /** What never changes while the service runs, or says itself what it is. */
  private static final List<String> STANDING =
      List.of(OPEN + "/snapshots", "/asyncapi", "/asyncapi/schemas/ResultPublished.json");

  /** Tags of the contract whose addresses a page of anybody may read. */
  private static final Set<String> READ_ANYWHERE =
      Set.of("open-data", "notice-log", "log", "results-topic");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  private static RequestSpecification signedIn() {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(
                new DemoIdentity.User("coordinator", List.of("coordinator"), "法制安全科")));
  }

  private void plan(int version) {
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "plan-130534-2021",
        "PlanPublished",
        PublicationServiceIT.NEXT.getAndIncrement(),
        """
        {"planKey":"130534-2021","issuer":"清河县交通运输局","title":"2021年计划第%d次","tableDate":"2021年1月6日",
         "publishedOn":"2021-01-30","tasks":[{"planNumber":"2021001","planName":"随机抽查001",
         "taskNumber":"001","taskName":"道路运输","drawType":"TARGETED","rate":"10%%","items":"事项",
         "scope":"企业","leadUnit":"法制安全科","jointUnit":"执法大队","drawPeriod":"2021年3月",
         "drawFrom":"2021-03-01","drawTo":"2021-03-30"}]}
        """
            .formatted(version));
    await()
        .untilAsserted(() ->
            assertThat(given().get("/api/v1/plans/130534-2021").asString())
                .contains("2021年计划第" + version + "次"));
  }

  private static Map<String, String> tags(List<String> addresses) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String address : addresses) {
      Response first = given().get(address);
      assertThat(first.statusCode()).as(address).isEqualTo(200);
      assertThat(first.header("ETag")).as(address).matches("W/\"[0-9a-f]{32}\"");
      assertThat(first.header("Cache-Control")).as(address).isEqualTo("public, no-cache");
      tags.put(address, first.header("ETag"));
    }
    return tags;
  }

  /** Nothing is told meanwhile, so versions stand still. */
  private static void rests() {
    var last = new AtomicReference<>("");
    await()
        .during(Duration.ofMillis(300))
        .until(() -> {
          String now = given().get(OPEN + "/feed").header("ETag");
          return now.equals(last.getAndSet(now));
        });
  }

  @Test
  void who_has_open_data_is_told_so_before_a_row_is_read_and_gets_what_is_new_as_soon_as_it_is()
      throws Exception {
    plan(1);
    rests();
    Map<String, String> tags = tags(KEPT);
    try (Connection owner =
            DriverManager.getConnection(database, LocalPostgres.OWNER, LocalPostgres.OWNER);
        Statement locked = owner.createStatement()) {
      owner.setAutoCommit(false);
      // Whoever read a row of these now would wait until the lock is given back.
      for (String view :
          List.of("result_view", "plan_notice_view", "draw_notice_view", "open_change_view")) {
        locked.execute("LOCK TABLE " + view + " IN ACCESS EXCLUSIVE MODE");
      }
      tags.forEach((address, tag) -> {
        Response known = given().header("If-None-Match", tag).get(address);
        assertThat(known.statusCode()).as(address).isEqualTo(304);
        assertThat(known.asByteArray()).as(address).isEmpty();
        assertThat(known.header("ETag")).as(address).isEqualTo(tag);
      });
      owner.rollback();
    }
    plan(2);
    tags.forEach((address, tag) -> {
      Response changed = given().header("If-None-Match", tag).get(address);
      assertThat(changed.statusCode()).as(address).isEqualTo(200);
      assertThat(changed.header("ETag")).as(address).isNotEqualTo(tag);
    });
  }

  @Test
  void what_stands_still_is_sent_once() {
    tags(STANDING)
        .forEach((address, tag) -> {
          Response known = given().header("If-None-Match", "\"x\", " + tag).get(address);
          assertThat(known.statusCode()).as(address).isEqualTo(304);
          assertThat(known.asByteArray()).as(address).isEmpty();
        });
    assertThat(given().get("/asyncapi").header("Content-Type")).startsWith("application/yaml");
  }

  @Test
  void a_tag_is_of_one_address_and_one_that_is_wrong_is_refused_whatever_is_said_of_it() {
    String tag = tags(List.of(OPEN + "/feed")).get(OPEN + "/feed");
    assertThat(given().header("If-None-Match", tag).get(OPEN + "/catalogue").statusCode())
        .isEqualTo(200);
    for (String any : List.of(tag, "*")) {
      assertThat(given().header("If-None-Match", any).get(OPEN + "/2021/nix.csv").statusCode())
          .isEqualTo(404);
      assertThat(given().header("If-None-Match", any).get("/api/v1/plans/130534-1").statusCode())
          .isEqualTo(404);
    }
    Response none = given().get("/api/v1/plans/130534-1");
    assertThat(none.header("ETag")).as(none.statusCode() + none.asString()).isNull();
  }

  @Test
  void who_is_signed_in_keeps_nothing_and_no_page_of_another_site_reads_it() {
    for (String address : KEPT) {
      Response own = signedIn().header("Origin", "https://example.org").get(address);
      assertThat(own.header("ETag")).as(address).isNull();
      assertThat(own.header("Cache-Control")).as(address).isEqualTo("no-store");
      assertThat(own.header("Access-Control-Allow-Origin")).as(address).isNull();
    }
  }

  private record Address(String path, boolean isOpen) {}

  /** Every address of the contract that is read, filled with something. */
  private static List<Address> addresses() throws Exception {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    List<Address> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> {
          JsonNode read = path.getValue().path("get");
          if (!read.isMissingNode()) {
            boolean isOpen =
                read.path("security").isEmpty()
                    && read.path("tags")
                        .valueStream()
                        .anyMatch(t -> READ_ANYWHERE.contains(t.asText()));
            all.add(
                new Address(
                    path.getKey().replaceFirst("^/publication", "").replaceAll("\\{[^}]*}", "2021"),
                    isOpen));
          }
        });
    return all;
  }

  @Test
  void a_page_of_anybody_reads_open_data_feeds_and_proofs_and_nothing_else() throws Exception {
    List<Address> all = addresses();
    assertThat(all.stream().filter(Address::isOpen)).hasSizeGreaterThan(12);
    assertThat(all.stream().filter(one -> !one.isOpen())).hasSizeGreaterThan(20);
    for (Address one : all) {
      Response answer = given().header("Origin", "https://example.org").get(one.path());
      assertThat(answer.header("Access-Control-Allow-Origin"))
          .as(one.path())
          .isEqualTo(one.isOpen() ? "*" : null);
      assertThat(answer.header("Access-Control-Allow-Credentials")).as(one.path()).isNull();
      if (one.isOpen()) {
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag");
      }
    }
    for (String page : List.of("/ui", "/ui/search", "/ui/notices", "/ui/objections", "/q/health")) {
      assertThat(
              given()
                  .header("Origin", "https://example.org")
                  .get(page)
                  .header("Access-Control-Allow-Origin"))
          .as(page)
          .isNull();
    }
  }

  @Test
  void a_page_may_say_what_it_has_and_may_not_write() {
    Response asked =
        given()
            .header("Origin", "https://example.org")
            .header("Access-Control-Request-Method", "GET")
            .header("Access-Control-Request-Headers", "if-none-match")
            .options(OPEN + "/feed");
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(asked.header("Access-Control-Allow-Headers")).contains("If-None-Match");
    Response desk =
        given()
            .header("Origin", "https://example.org")
            .header("Access-Control-Request-Method", "POST")
            .options("/api/v1/letters");
    assertThat(desk.header("Access-Control-Allow-Origin")).isNull();
  }
}
