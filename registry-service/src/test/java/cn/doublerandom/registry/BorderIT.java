package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.BodyLimitList;
import cn.doublerandom.embedded.BorderRun;
import cn.doublerandom.embedded.BureauRun;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.OpenApiRules;
import cn.doublerandom.embedded.StrangersRun;
import cn.doublerandom.embedded.TestStack;
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
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not what was asked for is refused by name, and nothing wedges. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class BorderIT {
  private static final Path CLASSES = Path.of("target/classes");

  private static final int FIRM = 77_000;
  private static final String STATUS = "/api/v1/subjects/" + creditCode(FIRM) + "/status";

  @Inject Pool pool;
  @Inject Vitals vitals;
  @Inject Addresses addresses;
  @Inject ProjectionEngine engine;
  @Inject @Any Instance<Projection> projections;

  @BeforeEach
  void one_firm() {
    load("", "text/csv", csv(String.join(",", firm(FIRM)))).statusCode(200);
  }

  private static ValidatableResponse post(String address, String json) {
    return as("registrar").contentType("application/json").body(json).post(address).then();
  }

  private static String file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BorderIT.class.getResourceAsStream("/cases/" + name), name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @CsvSource({
    "n04-status-number.json, status, expected-word, 应为下列之一",
    "n06-effective-number.json, effective, expected-date, 2023-03-15",
    "n09-lone-surrogate.json, reason, lone-surrogate, 第 3 个字",
    "n10-enum-typo.json, status, expected-word, SUSPENDED",
    "n11-duplicate-and-trailing.json, status, duplicate-member, 两次"
  })
  void a_member_that_is_not_what_was_asked_for_is_named(
      String name, String member, String code, String said) throws IOException {
    post(STATUS, file(name))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(member))
        .body("errors[0].code", equalTo(code))
        .body("errors[0].text", containsString(said));
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'1','reason':'a','effective':'2023-06-16'}|status|expected-word",
        "{'status':'SUSPENDED','reason':1,'effective':'2023-06-16'}|reason|expected-text",
        "{'status':'SUSPENDED','reason':'a','effective':'20230616'}|effective|expected-date",
        "{'status':'SUSPENDED','reason':'a','effective':'2023-06-16T00:00:00Z'}|effective|expected-date",
        "{'status':'SUSPENDED','reason':'a','effective':'1899-12-31'}|effective|impossible-day",
        "{'status':'SUSPENDED','reason':'a','effective':'2203-01-01'}|effective|impossible-day",
        "{'status':'SUSPENDED','reason':'a','effective':'2023-06-16','more':1}|more|unknown-member",
        "{'status':'SUSPENDED','reason':'a','effective':'2023-06-16'} x|''|malformed",
        "{'status':'SUSPENDED','reason':'a','effective':'2023-06-16'} {}|''|trailing-text",
        "{'status':'SUSPENDED','reason':'a\\u0000','effective':'2023-06-16'}|reason|nul",
        "{'status':'SUSPENDED','reason':'a\\ufffd','effective':'2023-06-16'}|reason|characters-lost",
        "[]|''|expected-object",
        "1|''|expected-object",
        "'x'|''|expected-object",
        "{|''|malformed"
      })
  void no_shape_is_taken_for_another(String json, String member, String code) {
    post(STATUS, json.replace('\'', '"'))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].code", equalTo(code))
        .body("errors[0].field", equalTo(member.equals("''") ? "" : member));
  }

  @Test
  void a_body_in_another_encoding_is_told_to_be_that() {
    as("registrar")
        .contentType("application/json")
        .body("{\"status\":\"SUSPENDED\",\"reason\":\"公众\"}".getBytes(Charset.forName("GBK")))
        .post(STATUS)
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("not-utf-8"));
  }

  @Test
  void an_empty_body_is_a_problem_with_words() {
    post(STATUS, "").statusCode(400).body("errors[0].text", not(equalTo("")));
    post(STATUS, "null").statusCode(400).body("errors[0].text", not(equalTo("")));
  }

  @Test
  void a_checklist_with_a_nul_names_the_question() throws IOException {
    as("registrar")
        .contentType("application/json")
        .body(file("n02-checklist-nul.json"))
        .put("/api/v1/items/I-1/checklist")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("questions[0].text"))
        .body("errors[0].code", equalTo("nul"))
        .body("errors[0].text", containsString("第 3 个字"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/subjects?after=garbage|after|cursor-invalid",
        "/api/v1/subjects?limit=ten|limit|expected-integer",
        "/api/v1/subjects?limit=3.9|limit|expected-integer",
        "/api/v1/subjects?serach=a|serach|unknown-parameter",
        "/api/v1/subjects?search=a%00b|search|nul",
        "/api/v1/subjects?search=%ff|search|characters-lost",
        "/api/v1/subjects/scope?on=20230616|on|expected-date",
        "/api/v1/subjects/scope?on=2023-06-16&kind=FIRM|kind|expected-word",
        "/api/v1/subjects/scope?on=2023-06-16&riskClass=X|riskClass|expected-word",
        "/api/v1/subjects/scope?on=2023-06-16&on=2023-06-17|on|given-twice",
        "/api/v1/subjects/9113%E2%80%8B0534|id|hidden-character",
        "/api/v1/subjects/9113e%CC%810534|id|not-composed",
        "/api/v1/readiness/nothing|point|expected-word"
      })
  void a_parameter_that_is_not_understood_is_named(String address, String name, String code) {
    ValidatableResponse answer =
        as("registrar")
            .urlEncodingEnabled(false)
            .get(address)
            .then()
            .statusCode(400)
            .contentType("application/problem+json");
    if (code.equals("cursor-invalid")) {
      answer.body("code", equalTo(code));
    } else {
      answer.body("errors.field", hasItem(name)).body("errors.code", hasItem(code));
    }
  }

  @Test
  void a_trial_run_that_is_not_understood_imports_nothing() {
    as("registrar")
        .contentType("text/csv")
        .body(csv(String.join(",", firm(FIRM + 1))))
        .post("/api/v1/subjects/imports?dryRun=yes")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("dryRun"))
        .body("errors[0].text", containsString("true"));
    as("registrar").get("/api/v1/subjects/" + creditCode(FIRM + 1)).then().statusCode(404);
  }

  @ParameterizedTest(name = "Accept: {0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/xml|406",
        "application/pdf|406",
        "!!|400",
        "a/b;q=9|400",
        "''|200",
        "'text/html, *; q=.2'|200",
        "*/*|200",
        "*|200"
      })
  void an_answer_is_json_or_none(String accept, int status) {
    as("registrar")
        .header("Accept", accept)
        .get("/api/v1/subjects")
        .then()
        .statusCode(status)
        .contentType(status == 200 ? "application/json" : "application/problem+json");
  }

  @Test
  void a_browser_that_asks_for_a_page_where_there_is_none_is_told_so_by_a_page() {
    as("registrar")
        .header("Accept", "text/html")
        .get("/api/v1/subjects")
        .then()
        .statusCode(406)
        .contentType("text/html");
  }

  @Test
  void a_language_nobody_can_read_is_no_reason_to_fail() {
    for (String language : List.of("!!", "x;q=q", "zh_CN", "*", "en;q=2")) {
      as("registrar")
          .header("Accept-Language", language)
          .get("/api/v1/subjects")
          .then()
          .statusCode(200);
      as("registrar")
          .header("Accept-Language", language)
          .get("/api/v1/subjects/none")
          .then()
          .statusCode(404)
          .body("title", containsString("没有"));
    }
  }

  @Test
  void a_wrong_method_or_type_says_the_right_ones() {
    as("registrar")
        .delete("/api/v1/subjects")
        .then()
        .statusCode(405)
        .header("Allow", containsString("GET"))
        .body("code", equalTo("method-not-allowed"));
    as("registrar")
        .contentType("application/xml")
        .body("<a/>")
        .post(STATUS)
        .then()
        .statusCode(415)
        .body("context.taken", hasItem("application/json"));
  }

  private static BorderRun run() throws Exception {
    var all = new DemoIdentity.User("border", DemoIdentity.ROLES, "法制安全科");
    return new BorderRun(
        URI.create("http://localhost:" + RestAssured.port),
        "/registry/q/openapi",
        TestStack.bearer(all),
        List.of(creditCode(FIRM), "I-1", "JT001", "B1", "2023"));
  }

  @Test
  void a_stranger_who_asks_for_what_is_not_there_or_cannot_be_read_is_told_so_in_words()
      throws Exception {
    var run = new StrangersRun(URI.create("http://localhost:" + RestAssured.port), "registry");
    // Of an office anybody may name it says that it has no mandate yet (409), which is its
    // contract.
    run.askAsProgram(address -> address.endsWith("/offices/{unit}/mandate"));
    run.askAsPerson(Path.of("../service-kit/src/main/resources/desk/doors.txt"), none -> false);
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
            .send("/registry/q/openapi");

    assertThat(run.faults()).isEmpty();
    assertThat(run.closed()).isGreaterThan(5);
    assertThat(run.open()).isPositive();
  }

  @Test
  void an_id_that_could_name_another_bureaus_stream_is_refused_wherever_it_is_sent() {
    as("registrar").get("/api/v1/subjects/A~B").then().statusCode(400);
    as("registrar").urlEncodingEnabled(false).get("/api/v1/subjects/A%7EB").then().statusCode(400);
    as("registrar")
        .contentType("application/json")
        .body("{\"into\":\"130534.scjg~B\",\"reason\":\"重复登记\",\"effective\":\"2023-03-01\"}")
        .post("/api/v1/subjects/" + creditCode(1) + "/merge")
        .then()
        .statusCode(400)
        .body("code", equalTo("field-invalid"));
    as("registrar")
        .contentType("application/json")
        .body(
            "{\"level\":\"COUNTY\",\"document\":\"三定规定\",\"clauses\":[{\"number\":\"第二条\",\"duty\":\"水路监管\",\"fields\":[\"水路运输\"]}]}")
        .put("/api/v1/offices/路政~大队/mandate")
        .then()
        .statusCode(400);
  }

  @Test
  void every_row_of_a_read_model_says_which_bureaus_it_is() {
    assertThat(new KeptByScope(pool, projections, OwnRows.COLUMN).faults()).isEmpty();
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
  void strange_requests_are_answered_and_wedge_nothing() throws Exception {
    BorderRun run = run();
    assertThat(run.writingAddresses()).isGreaterThan(20);

    run.send(Long.getLong("border.seed", 1), Integer.getInteger("border.requests", 120));

    assertThat(run.faults()).isEmpty();
    assertThat(run.undeclared()).isEmpty();
    assertThat(ReplayedAlike.differences(engine, projections, vitals, pool)).isEmpty();
  }

  @Test
  void bodies_are_measured_at_each_address_as_the_list_says() throws IOException {
    var list = BodyLimitList.of("registry");
    assertThat(addresses.mostBytes()).isEqualTo(list.routes());
    assertThat(BodyLimits.OTHERWISE).isEqualTo(list.otherwise());
  }
}
