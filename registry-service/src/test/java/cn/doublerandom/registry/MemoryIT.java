package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.verifier.Verify;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class MemoryIT {
  private static final String HEADS = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,建设单位或所有人,施工单位\n";

  /** Other tests of this service may have left tens of thousands of rows. */
  private static final Duration HOWEVER_MUCH_THERE_IS = Duration.ofMinutes(2);

  @TempDir Path directory;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "suite.checkpoint-key")
  Path key;

  private static RequestSpecification as(String role) {
    return given()
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(role, List.of(role), "信息中心")));
  }

  private static void grow(int rows, String prefix) {
    var csv = new StringBuilder(HEADS);
    for (int i = 0; i < rows; i++) {
      csv.append(prefix)
          .append(i)
          .append(",工程")
          .append(i)
          .append(",项目,公路工程,未分类,存续,交通局,2023-02-01,,交通局,路桥公司\n");
    }
    as("registrar")
        .contentType("text/csv; charset=UTF-8")
        .body(csv.toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/subjects/imports")
        .then()
        .statusCode(200);
  }

  @Test
  void a_client_sees_what_it_wrote_as_soon_as_it_asks_for_it() {
    grow(3, "FRESH-");
    int seq =
        await()
            .until(
                () -> as("registrar").get("/api/v1/memory/seq?stream=subject-FRESH-2&version=1"),
                r -> r.statusCode() == 200)
            .jsonPath()
            .getInt("seq");

    Response answer = as("auditor").get("/api/v1/subjects?search=FRESH-&minSeq=" + seq);

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getList("items.id")).contains("FRESH-0", "FRESH-1", "FRESH-2");
    assertThat(Long.parseLong(answer.header("X-As-Of-Seq"))).isGreaterThanOrEqualTo(seq);
    as("auditor")
        .get("/api/v1/subjects?search=FRESH-&seen=subject-FRESH-1@1")
        .then()
        .statusCode(200)
        .body("items.id", hasItem("FRESH-1"));
    as("auditor")
        .get("/api/v1/subjects?seen=subject-FRESH-1@9")
        .then()
        .statusCode(503)
        .body("code", equalTo("not-yet-visible"));
    Response early = as("registrar").accept("text/html").get("/ui/subjects?seen=subject-FRESH-1@9");
    early.then().statusCode(503).header("Refresh", "3");
    assertThat(early.asString()).contains("已经办成，正在等页面更新", "请不要重新提交");
    as("auditor")
        .get("/api/v1/subjects?seen=FRESH-1")
        .then()
        .statusCode(400)
        .body("code", equalTo("seen-invalid"));
    as("auditor")
        .get("/api/v1/subjects?minSeq=99999999")
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("not-yet-visible"));
    as("auditor")
        .get("/api/v1/subjects?minSeq=soon")
        .then()
        .statusCode(400)
        .body("code", equalTo("min-seq-invalid"));
  }

  @Test
  void a_stranger_gets_checkpoint_tiles_and_proofs_and_the_verifier_believes_them()
      throws Exception {
    grow(300, "TILE-");
    await().atMost(Duration.ofSeconds(60)).until(() -> checkpointSize() >= 300);
    String note = given().get("/log/checkpoint").asString();
    long size = Long.parseLong(note.split("\n")[1]);
    Path checkpoint = Files.writeString(directory.resolve("checkpoint"), note);
    String verifierKey = Files.readAllLines(key).get(1);

    for (long seq : new long[] {1, 256, 257, size}) {
      Path proof =
          Files.writeString(
              directory.resolve("inclusion"),
              given()
                  .get("/log/proofs/inclusion?seq=" + seq + "&size=" + size)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      assertThat(
              Verify.run(
                  List.of("proof", proof.toString(), checkpoint.toString(), verifierKey),
                  System.out))
          .isZero();
    }
    Path consistency =
        Files.writeString(
            directory.resolve("consistency"),
            given().get("/log/proofs/consistency?from=17&to=" + size).asString());
    assertThat(
            Verify.run(
                List.of("proof", consistency.toString(), checkpoint.toString(), verifierKey),
                System.out))
        .isZero();
    assertThat(given().get("/log/tile/0/000").asByteArray()).hasSize(256 * 32);
    assertThat(given().get("/log/tile/entries/000").asByteArray()).hasSize(256 * 34);
    assertThat(given().get("/log/tile/0/001.p/4").asByteArray()).hasSize(4 * 32);
    for (String absent : List.of("0/999", "9/000", "0/001.p/0", "entries/x", "1/000.p/200")) {
      given().get("/log/tile/" + absent).then().statusCode(404);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.anchors.v1"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.value()).contains("double-random.invalid/registry")));
  }

  private static long checkpointSize() {
    Response answer = given().get("/log/checkpoint");
    return answer.statusCode() == 200 ? Long.parseLong(answer.asString().split("\n")[1]) : 0;
  }

  @Test
  void operations_see_how_far_everything_is_and_rebuild_a_read_model_while_it_serves() {
    grow(5, "OPS-");
    await()
        .atMost(HOWEVER_MUCH_THERE_IS)
        .untilAsserted(() ->
            as("operator")
                .get("/api/v1/memory")
                .then()
                .statusCode(200)
                .body("leader", equalTo(true))
                .body("epoch", greaterThanOrEqualTo(1))
                .body("reading.head", greaterThanOrEqualTo(5))
                .body("reading.unsequenced", equalTo(0))
                .body("reading.unpublished", equalTo(0)));
    int before =
        as("operator").get("/api/v1/memory/projections/registry").jsonPath().getInt("[0].number");
    as("operator").post("/api/v1/memory/projections/registry/rebuild").then().statusCode(200);
    await()
        .atMost(HOWEVER_MUCH_THERE_IS)
        .untilAsserted(() ->
            as("operator")
                .get("/api/v1/memory/projections/registry")
                .then()
                .body("$", hasSize(1))
                .body("[0].number", equalTo(before + 1))
                .body("[0].live", equalTo(true)));
    as("auditor").get("/api/v1/subjects?limit=500").then().statusCode(200);
    as("operator").post("/api/v1/memory/projections/nothing/rebuild").then().statusCode(404);
    as("auditor").post("/api/v1/memory/projections/registry/rebuild").then().statusCode(403);
    given().get("/api/v1/memory").then().statusCode(401);

    given()
        .get(TestStack.operations("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("suite_unsequenced"))
        .body(containsString("suite_unpublished"))
        .body(containsString("suite_oldest_writer_seconds"))
        .body(containsString("suite_projection_lag{projection=\"registry\""))
        .body(containsString("suite_parked_keys"))
        .body(containsString("suite_leader_epoch"));
    given()
        .get(TestStack.operations("/q/health/ready"))
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'memory' }.status", equalTo("UP"));
  }

  @Test
  void a_transaction_forgotten_in_another_database_is_an_alarm_and_stops_nobody() throws Exception {
    try (Connection connection = owner("postgres");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_current_xact_id()");
      grow(2, "HELD-");

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() ->
              given()
                  .get(TestStack.operations("/q/health/ready"))
                  .then()
                  .statusCode(200)
                  .body(
                      "checks.find { it.name == 'memory' }.data.writer",
                      containsString("postgres@postgres")));
      as("auditor")
          .get("/api/v1/memory")
          .then()
          .body("troubles.writer", containsString("events wait for their number"));
      given()
          .get(TestStack.operations("/q/metrics"))
          .then()
          .body(containsString("suite_trouble{part=\"writer\"} 1.0"));
      connection.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/memory")
                .then()
                .body("troubles.writer", nullValue())
                .body("reading.unsequenced", equalTo(0)));
  }

  private static final String BACK =
      "INSERT INTO ledger SELECT * FROM held_view ON CONFLICT DO NOTHING";

  /**
   * What was numbered since the service looked last it cannot miss: all comes back, another end
   * goes.
   */
  private static void theEndIsGone(Statement statement) throws SQLException {
    statement.execute(BACK);
    statement.execute("TRUNCATE held_view");
    // Once a second it remembers the end.
    statement.execute("SELECT pg_sleep(1.5)");
    statement.execute(
        """
        WITH gone AS (DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger) RETURNING *)
        INSERT INTO held_view SELECT * FROM gone
        """);
  }

  private static void notReady() {
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() ->
            given()
                .get(TestStack.operations("/q/health/ready"))
                .then()
                .statusCode(503)
                .body(
                    "checks.find { it.name == 'memory' }.data.older",
                    containsString("was read here before")));
  }

  @Test
  void a_ledger_that_lost_what_was_read_from_it_takes_no_commands_until_it_is_back()
      throws Exception {
    grow(2, "KEPT-");
    await()
        .untilAsserted(() ->
            as("auditor").get("/api/v1/memory").then().body("reading.unsequenced", equalTo(0)));
    try (Connection connection = owner("registry");
        Statement statement = connection.createStatement()) {
      // What a standby that was late looks like: the end is not there.
      statement.execute("ALTER TABLE ledger DISABLE TRIGGER ALL");
      statement.execute("CREATE TABLE held_view AS TABLE ledger WITH NO DATA");
      await()
          .ignoreException(ConditionTimeoutException.class)
          .untilAsserted(() -> {
            theEndIsGone(statement);
            notReady();
          });
      as("registrar")
          .contentType("text/csv; charset=UTF-8")
          .body((HEADS + "NO-1,工程,项目,公路工程,未分类,存续,交通局,2023-02-01,,交通局,路桥公司\n").getBytes(UTF_8))
          .post("/api/v1/subjects/imports")
          .then()
          .statusCode(503)
          .contentType("application/problem+json")
          .body("code", equalTo("database-older"));
      as("auditor").get("/api/v1/subjects?search=KEPT-").then().statusCode(200);
      statement.execute(BACK);
      statement.execute("DROP TABLE held_view");
      statement.execute("ALTER TABLE ledger ENABLE TRIGGER ALL");
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            given()
                .get(TestStack.operations("/q/health/ready"))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200));
    grow(1, "AGAIN-");
  }

  private Connection owner(String name) throws SQLException {
    return DriverManager.getConnection(
        database.replaceAll("/[a-z]+$", "/" + name), LocalPostgres.OWNER, LocalPostgres.OWNER);
  }
}
