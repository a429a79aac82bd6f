package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 待办: of all visits an officer sees his own, and who answers for others what is late. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
@Tag("deep")
@TestProfile(TwoBureausIT.OwnLedger.class)
class WaitingIT {
  private static final String WAITING = "/api/v1/waiting";
  private static final String UNIT = "待办大队";

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account, String unit, String... roles) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(roles), unit)));
  }

  private static RequestSpecification officer(String account) {
    return as(account, UNIT, "inspector");
  }

  private void tell(int task, long seq, String checkTo) {
    String draw = "130534-2023777-00%d-1".formatted(task);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023777-00%d".formatted(task),
        "DrawExecuted",
        seq,
        """
        {"drawId":"%s","planId":"2023777","taskId":"00%d","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":30,"selected":["W1","W2"],
         "teams":[{"subject":"W1","inspectors":["WT001","WT002"],"units":["%5$s"]},
                  {"subject":"W2","inspectors":["WT002","WT003"],"units":["%5$s"]}],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"%6$s","executedOn":"2023-03-15"}
        """
            .formatted(draw, task, "a".repeat(64), "b".repeat(64), UNIT, checkTo));
  }

  private void tellOf(String officer, long seq) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "inspector-" + officer,
        "InspectorChanged",
        seq,
        """
        {"inspectorId":"%s","unit":"大队","tags":["unit:大队"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]}
        """
            .formatted(officer));
  }

  @Test
  void an_officer_sees_his_own_visits_and_who_leads_the_unit_what_is_late_in_it() {
    tellOf("WT001", 7_001);
    tellOf("WT002", 7_002);
    tell(1, 7_003, "2999-11-30");
    tell(2, 7_004, "2023-03-31");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            officer("WT001")
                .get(WAITING)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.kind", contains("visit", "visit"))
                // The oldest first, whenever it was told.
                .body("items.due", contains("2023-03-31", "2999-11-30"))
                .body("items.what", hasItem("检查“W1”（2023年3月1日至2999年11月30日）"))
                .body("items[0].at", equalTo("/inspection/ui/visits/130534-2023777-002-1-W1")));
    officer("WT003").get(WAITING).then().body("total", equalTo(2));
    officer("WT009").get(WAITING).then().statusCode(200).body("items", empty());
    aColleagueOnSiteWaitsForTheOther();
    aResultIsDueInWorkingDays();
    whoLeadsTheUnitSeesWhatIsLateInIt();
    officer("WT001")
        .header("Accept-Language", "en")
        .get(WAITING)
        .then()
        .body("items[0].what", startsWith("Inspect “W1” (1 March 2023"));
    as("WT001", UNIT, "registrar").get(WAITING).then().statusCode(403);
    given().get(WAITING).then().statusCode(401);
    ofThreeThousandVisitsEachSeesHisFirstFifty();
  }

  private void aColleagueOnSiteWaitsForTheOther() {
    String visit = "/api/v1/visits/130534-2023777-001-1-W1";
    await()
        .untilAsserted(() ->
            officer("WT001")
                .body("{\"inspectors\":[\"WT001\",\"WT002\"]}")
                .post(visit + "/start")
                .then()
                .statusCode(200));
    await()
        .untilAsserted(() ->
            officer("WT002")
                .get(WAITING)
                .then()
                .body(
                    "items.find { it.kind == 'arrival' }.what", equalTo("确认已到“W1”检查现场（WT001已到）")));
    officer("WT002")
        .body("{\"inspectors\":[\"WT001\",\"WT002\"]}")
        .post(visit + "/start")
        .then()
        .statusCode(200);
  }

  private void aResultIsDueInWorkingDays() {
    String visit = "/api/v1/visits/130534-2023777-001-1-W1";
    officer("WT001")
        .body("{\"codes\":[\"1\"],\"note\":\"\"}")
        .put(visit + "/items/I-1")
        .then()
        .statusCode(200);
    officer("WT001").post(visit + "/finish").then().statusCode(200);
    officer("WT002").post(visit + "/finish").then().statusCode(200);
    String due = officer("WT001").get(visit).path("dueOn");
    await()
        .untilAsserted(() ->
            officer("WT001").get(WAITING).then().body("items.kind", hasItem("record-signature")));
    BothSign.of(WaitingIT::officer, visit, "WT001", "WT002");
    await()
        .untilAsserted(() ->
            officer("WT001")
                .get(WAITING)
                .then()
                .body("items.find { it.kind == 'result' }.due", equalTo(due))
                .body(
                    "items.find { it.kind == 'result' }.what", equalTo("录入“W1”的检查结果（还剩 20 个工作日）")));
    whoAnswersForItIsRemindedWhenTenDaysAreLeft(due);
    officer("WT001").post(visit + "/result").then().statusCode(200);
    await()
        .untilAsserted(
            () -> officer("WT001").get(WAITING).then().body("items.kind", contains("visit")));
  }

  /** Its last day is moved nearer in the row alone, as time would. */
  private void whoAnswersForItIsRemindedWhenTenDaysAreLeft(String due) {
    for (String unit : List.of(UNIT, "别的单位")) {
      as("WT100", unit, "unit-lead")
          .get(WAITING)
          .then()
          .body("items.findAll { it.kind == 'result-due' }", empty());
    }
    String near = LocalDate.now(BusinessClock.SHANGHAI).toString();
    moveRow(due, near);
    for (String role : List.of("unit-lead", "coordinator")) {
      as("WT100", UNIT, role)
          .get(WAITING)
          .then()
          .body("items.find { it.kind == 'result-due' }.due", equalTo(near))
          .body(
              "items.find { it.kind == 'result-due' }.what",
              equalTo("提醒录入“W1”的检查结果（WT001、WT002，今日到期）"));
    }
    as("WT100", "别的单位", "unit-lead").get(WAITING).then().body("items", empty());
    moveRow(near, due);
  }

  private void moveRow(String from, String to) {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .preparedQuery(
                            """
                            UPDATE visit_view
                            SET body = replace(body, '"dueOn":"' || $1 || '"', '"dueOn":"' || $2 || '"')
                            WHERE id = '130534-2023777-001-1-W1'
                            """)
                        .execute(Tuple.of(from, to))))
        .await()
        .indefinitely();
  }

  private void whoLeadsTheUnitSeesWhatIsLateInIt() {
    as("WT100", UNIT, "unit-lead")
        .get(WAITING)
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.kind", contains("visit-overdue", "visit-overdue"))
        .body("items[0].due", equalTo("2023-03-31"));
    for (String unit : List.of("别的单位", "", " ")) {
      as("WT100", unit, "unit-lead").get(WAITING).then().body("items", empty());
    }
    as("coordinator", "法制安全科", "coordinator")
        .get(WAITING)
        .then()
        .body("items.what", hasItem(startsWith("督促检查“W1”（WT001、WT002，应于2023年3月31日前完成")));
  }

  /** Rows as the projection makes them, of officers nobody else asks for. */
  private void ofThreeThousandVisitsEachSeesHisFirstFifty() {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO visit_view (bureau, id, body)
                            SELECT bureau, id || '-' || n, replace(body, 'WT003', 'WT' || 1000 + n % 300)
                            FROM visit_view, generate_series(1, 3000) AS n WHERE id = '130534-2023777-002-1-W2'
                            """)
                        .execute()))
        .await()
        .indefinitely();
    officer("WT1007").get(WAITING).then().body("total", equalTo(10));
    officer("WT002").get(WAITING).then().body("total", equalTo(3_003)).body("items", hasSize(50));
  }
}
