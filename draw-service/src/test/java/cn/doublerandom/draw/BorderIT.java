package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.BodyLimitList;
import cn.doublerandom.embedded.BorderRun;
import cn.doublerandom.embedded.BureauRun;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.OpenApiRules;
import cn.doublerandom.embedded.StrangersRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.KeptByScope;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.eventstore.projection.ReplayedAlike;
import cn.doublerandom.servicekit.problem.Addresses;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not what was asked for is refused by name, and nothing wedges. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class BorderIT {
  private static final Path CLASSES = Path.of("target/classes");

  @Inject Pool pool;
  @Inject Vitals vitals;
  @Inject Addresses addresses;
  @Inject ProjectionEngine engine;
  @Inject @Any Instance<Projection> projections;
  @Inject Replicas replicas;

  private static String bearer() {
    return TestStack.bearer(new DemoIdentity.User("border", DemoIdentity.ROLES, "综合行政执法大队"));
  }

  private static RequestSpecification asAnybody() {
    return given().header("Authorization", bearer()).contentType("application/json");
  }

  @Test
  void an_unknown_parameter_and_a_wrong_method_are_named() {
    asAnybody()
        .get("/api/v1/memory/parked?nobody=knows")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("nobody"));
    asAnybody()
        .delete("/api/v1/memory/parked")
        .then()
        .statusCode(405)
        .body("code", equalTo("method-not-allowed"));
  }

  @Test
  void what_is_missing_or_out_of_range_is_named_as_the_caller_knows_it() {
    asAnybody()
        .post("/api/v1/quota-readings")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("body")))
        .body("errors[0].text", equalTo("必须填写。请求内容应为 JSON 对象，成员有：text。"));
    asAnybody()
        .body("{}")
        .post("/api/v1/quota-readings")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("text")))
        .body("errors[0].text", startsWith("必须填写"));
    asAnybody()
        .get("/api/v1/tasks/2023001-001/programme?batch=0")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("batch")))
        .body("errors[0].text", equalTo("不能小于 1。"));
    asAnybody()
        .get("/api/v1/draws?limit=501")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("limit")))
        .body("errors[0].text", equalTo("不能大于 500。"));
    asAnybody()
        .body("{\"text\":\"" + "三".repeat(201) + "\"}")
        .post("/api/v1/period-readings")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("text")))
        .body("errors[0].text", equalTo("最多 200 个字。"));
  }

  @Test
  void what_may_be_is_told_in_words_of_the_readers_language() {
    asAnybody()
        .body("{\"publicKey\":\"KEY\"}")
        .post("/api/v1/supervisor-keys")
        .then()
        .statusCode(400)
        .body("errors[0].text", equalTo("应为 64 个小写十六进制字符（0 至 9、a 至 f）。"));
    asAnybody()
        .header("Accept-Language", "en")
        .body("{\"publicKey\":\"KEY\"}")
        .post("/api/v1/supervisor-keys")
        .then()
        .statusCode(400)
        .body("errors[0].text", startsWith("Expected 64 lower-case hexadecimal digits"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type|application/json; charset=bogus|415|type-not-taken",
        "Content-Type|;;|415|type-not-taken",
        "Content-Encoding|gzip|415|coding-not-taken",
        "Accept|;;q=|400|header-malformed",
        "Idempotency-Key|''|400|idempotency-key-invalid"
      })
  void a_header_nobody_can_understand_is_named(String name, String value, int status, String code)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/draw/api/v1/quota-readings"))
            .header("Content-Type", "application/json")
            .setHeader(name, value)
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"3%\"}"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"field\":\"" + name + "\"");
    }
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/draws|application/xml|application/json",
        "/api/v1/plans/130534-2023|application/pdf|application/json",
        "/log/checkpoint|application/json|text/plain",
        "/ui/verify|application/json|text/html"
      })
  void an_answer_of_another_type_is_refused_with_the_types_there_are(
      String address, String accept, String available) {
    asAnybody()
        .header("Accept", accept)
        .get(address)
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("code", equalTo("not-acceptable"))
        .body("context.available[0]", startsWith(available));
  }

  @Test
  void a_browser_is_told_by_a_page_that_there_is_only_json() {
    asAnybody()
        .header("Accept", "text/html")
        .get("/api/v1/draws")
        .then()
        .statusCode(406)
        .contentType("text/html")
        .body(containsString("not-acceptable"));
  }

  private static BorderRun run() throws Exception {
    return new BorderRun(
        URI.create("http://localhost:" + RestAssured.port),
        "/draw/q/openapi",
        bearer(),
        List.of("130534-2023", "2023001", "001", "2023001-001", "130534-2023001-001-1"));
  }

  @Test
  void a_stranger_who_asks_for_what_is_not_there_or_cannot_be_read_is_told_so_in_words()
      throws Exception {
    var run = new StrangersRun(URI.create("http://localhost:" + RestAssured.port), "draw");
    run.askAsProgram(none -> false);
    // A stream is for a script, and the form that asks for a firm is shown whatever draw it is for.
    run.askAsPerson(
        Path.of("../service-kit/src/main/resources/desk/doors.txt"),
        page -> page.endsWith("/wall/events") || page.endsWith("/why/{drawId}"));
    assertThat(run.asked()).isGreaterThan(50);
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void the_contract_of_the_service_keeps_the_rules_and_names_nothing_from_inside()
      throws Exception {
    assertThat(OpenApiRules.faults(run().document(), OpenApiRules.typesInside(CLASSES))).isEmpty();
  }

  @Test
  void a_token_of_another_bureau_opens_no_address_and_tells_no_more_than_anybody_is_told()
      throws Exception {
    String bearer =
        TestStack.bearer(
            new DemoIdentity.User(
                "border", DemoIdentity.ROLES, "综合行政执法大队", List.of("130534.scjg")));
    BureauRun run =
        new BureauRun(URI.create("http://localhost:" + RestAssured.port), bearer)
            .send("/draw/q/openapi");

    assertThat(run.faults()).isEmpty();
    assertThat(run.closed()).isGreaterThan(5);
    assertThat(run.open()).isPositive();
  }

  @Test
  void every_row_of_a_read_model_says_which_bureaus_it_is() {
    assertThat(new KeptByScope(pool, projections, OwnRows.COLUMN).and(replicas).faults()).isEmpty();
  }

  @Test
  void a_token_that_says_which_bureau_is_meant_is_taken_and_one_that_says_it_otherwise_is_not() {
    for (String bureau : List.of("130534", "130534~", "130534.SCJG", "")) {
      given()
          .header(
              "Authorization",
              TestStack.bearer(
                  new DemoIdentity.User("border", DemoIdentity.ROLES, "综合行政执法大队", List.of(bureau))))
          .get("/api/v1/memory/parked")
          .then()
          .statusCode(bureau.equals("130534") ? 200 : 401);
    }
  }

  @Test
  void what_is_called_other_than_the_contract_has_it_is_not_read() throws Exception {
    assertThat(run().readUnderOtherNames()).isEmpty();
  }

  @Test
  @Tag("deep")
  void strange_requests_are_answered_and_wedge_nothing() throws Exception {
    BorderRun run = run();
    assertThat(run.writingAddresses()).isGreaterThan(10);

    run.send(Long.getLong("border.seed", 1), Integer.getInteger("border.requests", 120));

    assertThat(run.faults()).isEmpty();
    assertThat(run.undeclared()).isEmpty();
    assertThat(ReplayedAlike.differences(engine, projections, vitals, pool)).isEmpty();
  }

  @Test
  @Tag("deep")
  void bodies_are_measured_at_each_address_as_the_list_says() throws IOException {
    var list = BodyLimitList.of("draw");
    assertThat(addresses.mostBytes()).isEqualTo(list.routes());
    assertThat(BodyLimits.OTHERWISE).isEqualTo(list.otherwise());
  }
}
