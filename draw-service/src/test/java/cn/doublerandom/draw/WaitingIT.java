package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.as;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 待办: of plans and draws each sees the step that is his, and nobody what he asked for himself. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
@Tag("deep")
@TestProfile(WaitingIT.OwnLedger.class)
class WaitingIT {
  /** A stack of its own: what other classes leave waiting stands before what waits here. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
  private final String task = Office.task(year, "001");
  private final String plan = Office.plan(year);

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static ValidatableResponse waiting(String account) {
    return as(account).get("/api/v1/waiting").then().statusCode(200);
  }

  private static RequestSpecification person(String account, String... roles) {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(roles), "法制安全科")));
  }

  private static void soon(ThrowingRunnable seen) {
    await().untilAsserted(seen);
  }

  @Test
  void each_sees_the_step_of_a_plan_and_a_draw_that_is_his() {
    KnownRegister.tell(kafka);
    aPlanGoesFromOneToTheOther();
    aDrawIsDueUntilItIsBegun();
    aCeremonyWaitsForItsWitnesses();
    given().get("/api/v1/waiting").then().statusCode(401);
    person("JC001", "inspector").get("/api/v1/waiting").then().statusCode(403);
    ofThreeThousandThingsTheFirstFiftyAreTold();
  }

  private void aPlanGoesFromOneToTheOther() {
    as("coordinator")
        .contentType("text/plain; charset=UTF-8")
        .queryParam("answer", "2|抽取日期|%d年1月至12月".formatted(year))
        .body(
            """
            抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期
            %1$d001\t计划\t001号\t道路运输抽查\t定向抽查\t10%%\t事项\t范围\t法制安全科\t执法大队\t%2$d年1月至12月
            单位（盖章）：示例县交通运输局
            """
                .formatted(year + 1, year))
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(201);
    soon(() ->
        waiting("coordinator")
            // Of this year nobody has begun a plan: that stands first, it was due in January.
            .body("items.kind", contains("plan-begin", "plan-draft"))
            .body("items[0].what", equalTo("编制 %d 年度抽查工作计划".formatted(year)))
            .body("items[0].due", equalTo(year + "-01-31"))
            .body("items[0].at", equalTo("/draw/ui/plans"))
            .body("items[1].due", equalTo((year + 1) + "-01-31"))
            .body(
                "items[1].what",
                equalTo("完善并提交 %d 年度抽查工作计划（1 项任务尚未确定抽查对象范围）".formatted(year + 1))));
    waiting("approver").body("items", empty());
    as("coordinator")
        .body("{\"subjectKind\":\"ENTERPRISE\",\"labels\":[\"道路运输\"],\"itemFields\":[\"道路运输\"]}")
        .put(plan + "/tasks/" + task + "/scope")
        .then()
        .statusCode(200);
    as("coordinator").post(plan + "/submission").then().statusCode(201);
    soon(() ->
        waiting("approver")
            .body("items.kind", contains("plan"))
            .body("items[0].what", startsWith("批准 %d 年度抽查工作计划（示例统筹员 ".formatted(year + 1)))
            .body("items[0].at", equalTo("/draw/ui/plans/130534-" + (year + 1))));
    // Whoever wrote it does not see it, whatever roles he has.
    person("coordinator", "coordinator", "approver")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", contains("plan-begin"));
    aReturnedPlanTellsWhoSubmittedItWhy();
    as("approver").post(plan + "/approval").then().statusCode(201);
    soon(() -> waiting("coordinator").body("items.kind", contains("plan-begin", "plan-report")));
    waiting("approver").body("items", empty());
    as("coordinator").body("{\"to\":\"邢台市交通运输局\"}").post(plan + "/report").then().statusCode(201);
    soon(() ->
        waiting("coordinator").body("items.kind", contains("plan-begin", "plan-publication")));
    as("coordinator").post(plan + "/publication").then().statusCode(201);
  }

  private void aReturnedPlanTellsWhoSubmittedItWhy() {
    as("approver")
        .body("{\"reason\":\"任务缺少抽查依据\"}")
        .post(plan + "/return")
        .then()
        .statusCode(oneOf(200, 201));
    soon(() ->
        as("coordinator")
            .get("/api/v1/glance")
            .then()
            .statusCode(200)
            .body("told.what", contains((year + 1) + " 年度抽查工作计划：未获同意"))
            .body("told.why", contains("任务缺少抽查依据"))
            .body("told.who", contains("示例局长一（approver）"))
            .body("told.at", contains("/draw/ui/plans/130534-" + (year + 1)))
            .body("own[0].what", startsWith("提交年度计划："))
            .body("all[0].what", startsWith("退回年度计划："))
            // Of this year there is no plan; the list of plans says so.
            .body("year.kind", contains("plan-steps"))
            .body("year[0].number", equalTo("0/3"))
            .body("year[0].at", equalTo("/draw/ui/plans")));
    as("witness-1").get("/api/v1/glance").then().body("year", empty()).body("all", empty());
    as("coordinator").post(plan + "/submission").then().statusCode(201);
    soon(() -> waiting("approver").body("items.kind", contains("plan")));
  }

  private void aDrawIsDueUntilItIsBegun() {
    soon(() ->
        waiting("coordinator")
            .body("items.kind", contains("plan-begin", "draw-due"))
            .body("items[1].due", equalTo(year + "-12-31"))
            .body("items[1].what", equalTo("抽取任务 " + task + "“道路运输抽查”")));
    as("coordinator")
        .header("Accept-Language", "en")
        .get("/api/v1/waiting")
        .then()
        .body("items[1].what", startsWith("Draw task " + task));
    as("coordinator")
        .body(
            """
            {"title":"第一期","documentNumber":"","items":["经营行为"],"checkFrom":"%1$d-01-01",
             "checkTo":"%1$d-12-31","teams":4,"training":"集中培训","method":"实地检查","contact":"法制安全科"}
            """
                .formatted(year))
        .put("/api/v1/tasks/" + task + "/programme?batch=1")
        .then()
        .statusCode(200);
    soon(() ->
        waiting("approver")
            .body("items.kind", contains("programme"))
            .body("items[0].what", startsWith("批准任务 " + task + " 的实施方案“第一期”")));
    KnownRegister.programme(task, year, 1);
  }

  private void aCeremonyWaitsForItsWitnesses() {
    String id = Office.freeze(task);
    String draw = "/api/v1/draws/" + id;
    soon(() -> waiting("approver-3").body("items.kind", contains("terms")));
    waiting("coordinator").body("items.kind", contains("plan-begin", "witnesses"));
    Office.name(draw, Office.A.by(), "DISCIPLINE_INSPECTION", "witness-1").then().statusCode(201);
    soon(() ->
        waiting("witness-1")
            .body("items.kind", contains("promise"))
            .body("items[0].what", equalTo("作为“%s”提交抽取 %s 的见证承诺".formatted(Office.A.by(), id))));
    waiting("coordinator").body("items.kind", hasItems("promises-open", "deposit-laying"));
    waiting("witness-2").body("items", empty());
    Office.name(draw, Office.B.by(), "ENTERPRISE", "witness-2").then().statusCode(201);
    Office.promise(draw, "witness-1", Office.A).then().statusCode(201);
    Office.promise(draw, "witness-2", Office.B).then().statusCode(201);
    Office.deposit(draw).then().statusCode(201);
    soon(() -> waiting("supervisor").body("items.kind", contains("deposit")));
    waiting("coordinator").body("items.kind", contains("plan-begin", "deposit-open"));
    waiting("witness-1").body("items", empty());
    Office.confirm(draw, Hashes.ofSecret(Office.SECRET)).then().statusCode(201);
    Office.agree(draw).then().statusCode(201);
    soon(() -> waiting("coordinator").body("items.kind", contains("plan-begin", "commitment")));
    waiting("approver-3").body("items", empty());
    as("coordinator")
        .body(Map.of("executeBy", Instant.now().plus(1, ChronoUnit.DAYS).toString()))
        .post(draw + "/commitment")
        .then()
        .statusCode(201);
    soon(() -> waiting("witness-1").body("items.kind", contains("reveal")));
    waiting("coordinator").body("items.kind", contains("plan-begin", "reveals-open"));
    as("approver-2")
        .body("{\"reason\":\"名单有误\"}")
        .post(draw + "/void-approvals")
        .then()
        .statusCode(200);
    soon(() -> waiting("approver").body("items.kind", hasItems("void")));
    waiting("approver-2").body("items", empty());
  }

  /** Rows as the projection makes them. */
  private void ofThreeThousandThingsTheFirstFiftyAreTold() {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO waiting_view (bureau, id, body)
                            SELECT bureau, id || '-' || n, body FROM waiting_view, generate_series(1, 1500) AS n
                            WHERE id LIKE 'task-%'
                            """)
                        .execute()))
        .await()
        .indefinitely();
    waiting("coordinator").body("items", hasSize(50));
  }
}
