package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not what was asked for is refused by name, and nothing wedges. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
class BorderIT {
  private static final Path CLASSES = Path.of("target/classes");

  @Inject Pool pool;
  @Inject Vitals vitals;
  @Inject Addresses addresses;
  @Inject ProjectionEngine engine;
  @Inject @Any Instance<Projection> projections;

  private static String bearer() {
    return TestStack.bearer(new DemoIdentity.User("border", DemoIdentity.ROLES, "综合行政执法大队"));
  }

  private static RequestSpecification asAnybody() {
    return given().header("Authorization", bearer()).contentType("application/json");
  }

  @Test
  void a_note_with_a_nul_is_refused_by_name_and_position() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BorderIT.class.getResourceAsStream("/cases/n01-note-nul.json"))) {
      asAnybody()
          .body(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .put("/api/v1/visits/130534-2023001-001-1-S1/items/I-1")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("errors[0].field", equalTo("note"))
          .body("errors[0].code", equalTo("nul"))
          .body("errors[0].text", containsString("第 3 个字"));
    }
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
  void nothing_is_no_element_of_a_list() {
    asAnybody()
        .body("{\"codes\":[null],\"note\":\"示例\"}")
        .put("/api/v1/visits/130534-2023001-001-1-S1/items/I-1")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("codes[0]"))
        .body("errors[0].code", equalTo("null-element"));
  }

  private static BorderRun run() throws Exception {
    return new BorderRun(
        URI.create("http://localhost:" + RestAssured.port),
        "/inspection/q/openapi",
        bearer(),
        List.of("130534-2023001-001-1-S1", "130534-2023001-001-1", "I-1", "S1", "JC001"));
  }

  @Test
  void a_stranger_who_asks_for_what_is_not_there_or_cannot_be_read_is_told_so_in_words()
      throws Exception {
    var run = new StrangersRun(URI.create("http://localhost:" + RestAssured.port), "inspection");
    run.askAsProgram(none -> false);
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
            .send("/inspection/q/openapi");

    assertThat(run.faults()).isEmpty();
    assertThat(run.closed()).isGreaterThan(5);
    assertThat(run.open()).isPositive();
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
  @Tag("deep")
  void strange_requests_are_answered_and_wedge_nothing() throws Exception {
    BorderRun run = run();
    assertThat(run.writingAddresses()).isGreaterThan(5);

    run.send(Long.getLong("border.seed", 1), Integer.getInteger("border.requests", 120));

    assertThat(run.faults()).isEmpty();
    assertThat(run.undeclared()).isEmpty();
    assertThat(ReplayedAlike.differences(engine, projections, vitals, pool)).isEmpty();
  }

  @Test
  @Tag("deep")
  void bodies_are_measured_at_each_address_as_the_list_says() throws IOException {
    var list = BodyLimitList.of("inspection");
    assertThat(addresses.mostBytes()).isEqualTo(list.routes());
    assertThat(BodyLimits.OTHERWISE).isEqualTo(list.otherwise());
  }
}
