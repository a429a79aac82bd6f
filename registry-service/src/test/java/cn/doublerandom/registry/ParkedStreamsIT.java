package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ParkedWatch;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionEngine;
import cn.doublerandom.eventstore.projection.ReplayedAlike;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A read model that cannot store a firm sets it aside, and an operator brings it back. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ParkedStreamsIT {
  private static final String PARKED = "/api/v1/memory/parked-streams";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,建设单位或所有人,施工单位\n";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  /** Of the owner of the tables, who may do what the service may not. */
  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @Inject Pool pool;
  @Inject Vitals vitals;
  @Inject ProjectionEngine engine;
  @Inject @Any Instance<Projection> projections;

  private static RequestSpecification as(String role) {
    return given()
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(role, List.of(role), "信息中心")));
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, owner, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void theReadModelCannotStore(String subject) throws SQLException {
    asOwner(
        "ALTER TABLE subject_view ADD CONSTRAINT unstorable CHECK (id <> '%s')".formatted(subject));
  }

  @AfterEach
  void the_read_model_can_store_everything() throws SQLException {
    asOwner("ALTER TABLE subject_view DROP CONSTRAINT IF EXISTS unstorable");
  }

  private static void register(String... subjects) {
    var csv = new StringBuilder(HEADS);
    for (String subject : subjects) {
      csv.append(subject).append(",示例工程,项目,公路工程,未分类,存续,交通局,2023-02-01,,交通局,路桥公司\n");
    }
    RegisterFiles.opened(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> parked() {
    return as("auditor").get(PARKED).then().statusCode(200).extract().path("stream");
  }

  private static List<String> shown() {
    return as("auditor")
        .get("/api/v1/subjects?search=示例工程&limit=500")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private static ValidatableResponse asked(String role, String what, String subject, String more) {
    return as(role)
        .contentType("application/json")
        .body("{\"projection\":\"registry\",\"stream\":\"subject-" + subject + "\"" + more + "}")
        .post(PARKED + what)
        .then();
  }

  private static int generation() {
    List<Integer> numbers =
        as("operator").get("/api/v1/memory/projections/registry").then().extract().path("number");
    return numbers.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private static void awaitGeneration(int number) {
    await()
        .atMost(SOON)
        .until(() -> {
          List<Integer> numbers =
              as("operator")
                  .get("/api/v1/memory/projections/registry")
                  .then()
                  .extract()
                  .path("number");
          return numbers.equals(List.of(number));
        });
  }

  @Test
  void a_parked_firm_waits_while_others_are_shown_and_comes_back_when_it_is_retried()
      throws Exception {
    theReadModelCannotStore("PARK-1");
    register("PARK-1", "PARK-2");

    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).contains("subject-PARK-1"));
    await().atMost(SOON).untilAsserted(() -> assertThat(shown()).contains("PARK-2"));
    assertThat(shown()).doesNotContain("PARK-1");
    as("auditor")
        .get(PARKED)
        .then()
        .body("projection", hasItem("registry"))
        .body(
            "find { it.stream == 'subject-PARK-1' }.reason", org.hamcrest.Matchers.notNullValue());

    int before = generation();
    asked("operator", "/retry", "PARK-1", "").statusCode(200);
    awaitGeneration(before + 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).contains("subject-PARK-1"));

    asOwner("ALTER TABLE subject_view DROP CONSTRAINT unstorable");
    asked("operator", "/retry", "PARK-1", "").statusCode(200);
    awaitGeneration(before + 2);
    await().atMost(SOON).untilAsserted(() -> assertThat(shown()).contains("PARK-1", "PARK-2"));
    assertThat(parked()).doesNotContain("subject-PARK-1");
  }

  @Test
  void a_skipped_event_is_told_with_its_reason_and_the_replay_leaves_it_out_too() throws Exception {
    theReadModelCannotStore("PARK-3");
    register("PARK-3", "PARK-4");
    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).contains("subject-PARK-3"));

    int before = generation();
    asked("operator", "/skip", "PARK-3", ",\"reason\":\"乱码，已另行补录\"").statusCode(200);
    awaitGeneration(before + 1);

    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).doesNotContain("subject-PARK-3"));
    assertThat(shown()).contains("PARK-4").doesNotContain("PARK-3");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            as("operator")
                .get("/api/v1/memory/seq?stream=memory-skipped-registry&version=1")
                .then()
                .statusCode(200));
    assertThat(ReplayedAlike.differences(engine, projections, vitals, pool)).isEmpty();
  }

  @Test
  void what_no_test_said_would_be_set_aside_is_told_after_its_class_once() throws Exception {
    assertThat(ServiceLoader.load(QuarkusTestAfterAllCallback.class))
        .as("asked after every class")
        .hasAtLeastOneElementOfType(ParkedWatch.class);
    theReadModelCannotStore("PARK-5");
    register("PARK-5", "PARK-6");
    assertThat(ParkedWatch.unexpected())
        .as("what is on its way to a read model is waited for")
        .singleElement()
        .asString()
        .startsWith("subject-PARK-5: registry, ");
    assertThat(ParkedWatch.unexpected()).isEmpty();

    asOwner("ALTER TABLE subject_view DROP CONSTRAINT unstorable");
    theReadModelCannotStore("PARK-7");
    ParkedWatch.expect("subject-PARK-7");
    register("PARK-7");
    await().atMost(SOON).untilAsserted(() -> assertThat(parked()).contains("subject-PARK-7"));
    assertThat(ParkedWatch.unexpected()).isEmpty();

    asOwner("ALTER TABLE subject_view DROP CONSTRAINT unstorable");
    int before = generation();
    asked("operator", "/retry", "PARK-7", "").statusCode(200);
    awaitGeneration(before + 1);
    assertThat(shown()).contains("PARK-5", "PARK-6", "PARK-7");
  }

  @Test
  void only_the_operator_brings_back_and_only_what_is_parked_with_a_reason_for_a_skip() {
    as("registrar").get(PARKED).then().statusCode(403);
    asked("auditor", "/retry", "NONE", "").statusCode(403);
    asked("auditor", "/skip", "NONE", ",\"reason\":\"x\"").statusCode(403);
    asked("operator", "/retry", "NONE", "").statusCode(404).body("code", equalTo("nothing-parked"));
    asked("operator", "/skip", "NONE", ",\"reason\":\"x\"")
        .statusCode(404)
        .body("code", equalTo("nothing-parked"));
    asked("operator", "/skip", "NONE", "").statusCode(400).body("errors.field", hasItem("reason"));
    as("operator")
        .contentType("application/json")
        .body("{\"projection\":\"nothing\",\"stream\":\"subject-NONE\"}")
        .post(PARKED + "/retry")
        .then()
        .statusCode(404);
  }
}
