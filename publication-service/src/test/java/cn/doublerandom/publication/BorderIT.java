package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.BodyLimitList;
import cn.doublerandom.embedded.BorderRun;
import cn.doublerandom.embedded.BureauRun;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.OpenApiRules;
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
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not what was asked for is refused by name, and nothing wedges. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
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

  /** Who waits in a place of the service for five seconds costs others theirs. */
  @Test
  void who_is_not_signed_in_is_told_at_once_what_is_not_visible_yet() {
    given()
        .get("/api/v1/plans?minSeq=999999999999")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("2"))
        .body("code", equalTo("not-yet-visible"))
        .time(lessThan(4_000L));
    asAnybody().get("/api/v1/plans?minSeq=999999999999").then().time(lessThan(4_000L));
    given().get("/api/v1/plans?minSeq=0").then().statusCode(200);
  }

  @Test
  void a_page_names_a_parameter_it_does_not_understand_and_takes_what_a_link_carries() {
    given().get("/ui?year=soon").then().statusCode(400).body(containsString("year"));
    given().get("/ui?from=elsewhere").then().statusCode(200);
  }

  /** Zeros of a year that has not begun would say that nothing was done in it. */
  @Test
  void a_year_to_come_has_no_figures_and_neither_has_one_before_there_were_any() {
    int next = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1;
    for (int year : new int[] {1, 2014, next, 2100}) {
      given()
          .get("/api/v1/statistics?year=" + year)
          .then()
          .statusCode(400)
          .body("code", equalTo("field-invalid"))
          .body("errors.field", hasItem("year"));
      given()
          .accept("*/*")
          .get("/ui?year=" + year)
          .then()
          .statusCode(400)
          .contentType("text/html")
          .body(containsString("<li>年度：应为 2015 年至 " + (next - 1) + " 年"));
    }
    given().get("/api/v1/statistics?year=" + (next - 1)).then().statusCode(200);
  }

  @Test
  void a_page_says_what_it_takes_and_gives_with_and_without_a_stroke_at_its_end() {
    for (String page : List.of("/ui", "/ui/")) {
      given()
          .accept("application/json")
          .get(page)
          .then()
          .statusCode(406)
          .body("context.available", hasItem(startsWith("text/html")));
      given().post(page).then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }
  }

  private static BorderRun run() throws Exception {
    return new BorderRun(
        URI.create("http://localhost:" + RestAssured.port),
        "/publication/q/openapi",
        bearer(),
        List.of("130534-2023001-001-1-91130534MA0023063G", "2023"));
  }

  @Test
  void the_contract_of_the_service_keeps_the_rules_and_names_nothing_from_inside()
      throws Exception {
    assertThat(OpenApiRules.faults(run().document(), OpenApiRules.typesInside(CLASSES))).isEmpty();
  }

  @Test
  void a_token_of_another_bureau_opens_no_address_and_tells_no_more_than_anybody_is_told()
      throws Exception {
    await().untilAsserted(() -> given().get("/api/v1/open-data/catalogue").then().statusCode(200));
    String bearer =
        TestStack.bearer(
            new DemoIdentity.User(
                "border", DemoIdentity.ROLES, "综合行政执法大队", List.of("130534.scjg")));
    BureauRun run =
        new BureauRun(URI.create("http://localhost:" + RestAssured.port), bearer)
            .send("/publication/q/openapi");

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
    assertThat(run.writingAddresses()).isGreaterThan(3);

    run.send(Long.getLong("border.seed", 1), Integer.getInteger("border.requests", 120));

    assertThat(run.faults()).isEmpty();
    assertThat(run.undeclared()).isEmpty();
    assertThat(ReplayedAlike.differences(engine, projections, vitals, pool)).isEmpty();
  }

  @Test
  @Tag("deep")
  void bodies_are_measured_at_each_address_as_the_list_says() throws IOException {
    var list = BodyLimitList.of("publication");
    assertThat(addresses.mostBytes()).isEqualTo(list.routes());
    assertThat(BodyLimits.OTHERWISE).isEqualTo(list.otherwise());
  }
}
