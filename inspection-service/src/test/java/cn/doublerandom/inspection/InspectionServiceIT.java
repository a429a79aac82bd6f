package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.projection.KeptByScope;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
class InspectionServiceIT {
  @Inject @Any Instance<Projection> projections;

  private static final String VISIT = "/api/v1/visits/130534-2023001-001-1-S1";
  private static final String DRAW =
      """
      {"drawId":"130534-2023001-001-1","planId":"2023001","taskId":"001","round":1,
       "commitHash":"%s","resultHash":"%s","frameSize":30,"selected":["S1","S2"],
       "teams":[{"subject":"S1","inspectors":["JC001","JC002"],"units":["综合行政执法大队"]},
                {"subject":"S2","inspectors":["JC001","JC003"],"items":["I-2"],"units":["综合行政执法大队"]}],
       "items":[{"code":"I-1","name":"经营行为"},{"code":"I-2","name":"安全生产"}],
       "checkFrom":"2023-03-01","checkTo":"2999-11-30","executedOn":"2023-03-15"}
      """
          .formatted("a".repeat(64), "b".repeat(64));

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account) {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("inspector"), "综合行政执法大队")))
        .contentType("application/json");
  }

  private void theFileOfTheDrawIsNotArchivedBeforeItIsComplete() {
    String file = "/api/v1/case-files/130534-2023001-001-1";
    as("JC001").get(file.replace("-001-1", "-001-7")).then().statusCode(404);
    as("JC001")
        .body(
            Map.of(
                "kind", "RECORD",
                "subject", "S1",
                "title", "现场检查笔录",
                "sha256", "ab".repeat(32),
                "signatures",
                    List.of(
                        Map.of("role", "INSPECTOR", "by", "JC001"),
                        Map.of("role", "SUBJECT", "refusal", "拒绝签字"),
                        Map.of("role", "LEADER", "by", "综合行政执法大队"))))
        .put(file + "/papers")
        .then()
        .statusCode(200)
        .body("papers", hasSize(1))
        .body("missing", hasItem("S1：现场检查笔录缺执法人员 JC002 签字"))
        .body("missing", not(hasItem("S1：缺现场检查笔录")));
    as("JC001").post(file + "/archive").then().statusCode(403);
    given()
        .header("Authorization", TestStack.bearer("coordinator"))
        .contentType("application/json")
        .post(file + "/archive")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-incomplete"))
        .body("context.missing", hasItem("缺抽取记录"));
    as("JC001").get(file).then().statusCode(200).body("archivedOn", nullValue());
  }

  private void tell(long seq) {
    TestStack.announce(
        kafka, "draw.events.v1", "task-130534-2023001-001", "DrawExecuted", seq, DRAW);
  }

  @Test
  void a_draw_becomes_visits_and_a_visit_becomes_a_result_told_once() throws Exception {
    tell(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> as("JC001").get(VISIT).then().statusCode(200));
    tell(1); // delivered again
    tell(2); // told again
    as("JC001").get(VISIT).then().body("state", equalTo("ASSIGNED")).body("answers", empty());
    // Of a combined draw a firm is inspected only for the tasks it was drawn for.
    as("JC001").get(VISIT).then().body("items.code", contains("I-1", "I-2"));
    as("JC001").get(VISIT.replace("-S1", "-S2")).then().body("items.code", contains("I-2"));

    as("JC001")
        .body("{\"inspectors\":[\"JC001\"]}")
        .post(VISIT + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("team-incomplete"));
    as("JC009")
        .body("{\"inspectors\":[\"JC001\",\"JC002\"]}")
        .post(VISIT + "/start")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-on-team"));
    aTeamWithAMemberWhoMayNotServeTodayStartsNothing();
    await()
        .untilAsserted(() ->
            as("JC001")
                .body("{\"inspectors\":[\"JC001\",\"JC002\"]}")
                .post(VISIT + "/start")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("present", contains("JC001")));
    as("JC002")
        .body("{\"inspectors\":[\"JC001\",\"JC002\"]}")
        .post(VISIT + "/start")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"));
    as("JC001")
        .post(VISIT + "/finish")
        .then()
        .statusCode(409)
        .body("code", equalTo("item-unanswered"));
    as("JC001")
        .body("{\"codes\":[\"1\",\"A\"],\"note\":\"\"}")
        .put(VISIT + "/items/I-1")
        .then()
        .statusCode(422)
        .body("code", equalTo("no-problem-stands-alone"));
    as("JC002")
        .body("{\"codes\":[\"1\"],\"note\":\"\"}")
        .put(VISIT + "/items/I-1")
        .then()
        .statusCode(200);
    as("JC002")
        .body("{\"codes\":[\"E\"],\"note\":\"灭火器过期，当场更换\"}")
        .put(VISIT + "/items/I-2")
        .then()
        .statusCode(200)
        .body("answers", hasSize(2));
    theLeadAgreesThatItEndsWhereTheOtherOfficerCannot();
    // The deadline is a timer that outlives the service; a recorded result takes it back.
    await().untilAsserted(() -> assertThat(timers("deadline")).isEqualTo(1));
    LocalDate due = LocalDate.parse(as("JC001").get(VISIT).path("dueOn"));
    tellThatNobodyWorksOn(due);
    await()
        .untilAsserted(() -> {
          LocalDate moved = LocalDate.parse(as("JC001").get(VISIT).path("dueOn"));
          assertThat(moved).isAfter(due);
        });
    new GapWay(VISIT.substring("/api/v1/visits/".length()), "综合行政执法大队", "JC002", "JC001").isGone();
    for (int i = 0; i < 2; i++) {
      as("JC002")
          .header("Idempotency-Key", "record")
          .post(VISIT + "/result")
          .then()
          .statusCode(200)
          .body("codes", equalTo(List.of("E")));
    }

    theFileOfTheDrawIsNotArchivedBeforeItIsComplete();
    await().untilAsserted(() -> assertThat(timers("deadline")).isZero());
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .singleElement()
                .satisfies(r ->
                    assertThat(r.value())
                        .contains(
                            "\"codes\":[\"E\"]",
                            "\"unit\":\"综合行政执法大队\"",
                            "\"units\":[\"综合行政执法大队\"]",
                            "\"recordedBy\":\"JC002\"")));
    aChangeOfTeamThatComesTooLateIsRefusedAndTold();
    await()
        .untilAsserted(() ->
            as("JC001").get("/api/v1/visits").then().body("items.size()", greaterThanOrEqualTo(2)));
    theVisitsOfOthersAreNobodysBusiness();
    aTeamWithARecusedMemberStartsNothingBeforeItIsChanged();
    aVisitNobodyWentToIsToldAndListedUntilItFallsAway();
    aVisitAssignedBeforeWindowsWereWatchedIsWatchedToo();
    whoWasDrawnIsOwedAgainWhenTheTeamsDrawnForThemAreVoid();
    whatAnotherBureauKeepsChangesNoAnswer();
    new PhoneWay(kafka, "综合行政执法大队").isGone();
    new PhoneEndWay(kafka, "综合行政执法大队").isGone();
  }

  private void theLeadAgreesThatItEndsWhereTheOtherOfficerCannot() {
    as("JC001")
        .post(VISIT + "/finish")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("ending.by", equalTo("JC001"))
        .body("ending.stands", equalTo(true));
    as("JC001").post(VISIT + "/finish").then().body("state", equalTo("IN_PROGRESS"));
    of("综合行政执法大队", "unit-lead")
        .body(Map.of("reason", "JC002 检查当天突发疾病住院"))
        .post(VISIT + "/finish/approval")
        .then()
        .statusCode(428);
    as("JC002")
        .header("If-Match", as("JC002").get(VISIT).header("ETag"))
        .body(Map.of("reason", "JC002 检查当天突发疾病住院"))
        .post(VISIT + "/finish/approval")
        .then()
        .statusCode(403);
    VisitForms lead = VisitForms.of("lead", "综合行政执法大队", "unit-lead");
    String page = VISIT.replace("/api/v1", "/ui");
    Document waits = lead.page(page);
    assertThat(waits.body().text()).contains("等待本组另一人同意", "本组没有别人能同意");
    Document blank =
        VisitForms.page(lead.send(waits, "/finish-approval", Map.of("reason", List.of("1"))), 422);
    assertThat(blank.select(".wrong textarea[name=reason]")).isNotEmpty();
    Document ended =
        lead.after(
            lead.send(waits, "/finish-approval", Map.of("reason", List.of("JC002 检查当天突发疾病住院"))));
    assertThat(ended.body().text()).contains("代替本组人员同意结束检查", "JC002 检查当天突发疾病住院");
    as("JC001").get(VISIT).then().body("state", equalTo("FINISHED")).body("ending", nullValue());
  }

  /** Whom the register does not know may not serve either. */
  private void aTeamWithAMemberWhoMayNotServeTodayStartsNothing() {
    refusedFor("JC001", "名录库中没有");
    tellOf("JC001", 1, "");
    tellOf("JC002", 2, ",\"absences\":[{\"from\":\"2020-01-01\",\"until\":\"2999-12-31\"}]");
    tellOf("JC003", 3, "");
    tellOf("JC009", 4, "");
    refusedFor("JC002", "休假");
    tellOf("JC002", 5, "");
  }

  private void refusedFor(String member, String registered) {
    await()
        .untilAsserted(() ->
            as("JC001")
                .body("{\"inspectors\":[\"JC001\",\"JC002\"]}")
                .post(VISIT + "/start")
                .then()
                .statusCode(409)
                .body("code", equalTo("member-unfit"))
                .body("context.inspector", equalTo(member))
                .body("context.registered", equalTo(registered)));
  }

  private void tellOf(String member, long seq, String more) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "inspector-" + member,
        "InspectorChanged",
        seq,
        """
        {"inspectorId":"%s","unit":"大队","tags":["unit:大队"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]%s}
        """
            .formatted(member, more));
  }

  /** Another bureau keeps the same numbers in the same tables, and nobody can tell. */
  private void whatAnotherBureauKeepsChangesNoAnswer() throws Exception {
    var reader =
        new ReadRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/inspection/q/openapi",
            TestStack.bearer(new DemoIdentity.User("reader", DemoIdentity.ROLES, "综合行政执法大队")),
            List.of("130534-2023001-001-1", "130534-2023001-001-1-S1"));
    assertThat(
            new KeptByScope(pool, projections, OwnRows.COLUMN)
                .changed(new Scope("130534.scjg"), reader::answers, 2))
        .isEmpty();
  }

  private void aChangeOfTeamThatComesTooLateIsRefusedAndTold() {
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "TeamChanged",
        3,
        """
        {"drawId":"130534-2023001-001-1","planId":"2023001","taskId":"001","subject":"S1",
         "inspectors":["JC001","JC009"],"items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","reason":"病假","on":"2023-03-20"}
        """);
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .extracting(r -> TopicTails.header(r, "ce_type").orElse(""))
                .containsExactly(
                    "cn.doublerandom.ResultRecorded.v1", "cn.doublerandom.TeamChangeRefused.v1"));
    as("JC002").get(VISIT).then().body("inspectors", equalTo(List.of("JC001", "JC002")));
  }

  private void aTeamWithARecusedMemberStartsNothingBeforeItIsChanged() {
    String visit = VISIT.replace("-S1", "-S2");
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "MemberRecused",
        4,
        """
        {"drawId":"130534-2023001-001-1","subject":"S2","inspector":"JC001","reason":"RELATIVE",
         "on":"2023-03-20"}
        """);
    await()
        .untilAsserted(() ->
            as("JC003")
                .body("{\"inspectors\":[\"JC001\",\"JC003\"]}")
                .post(visit + "/start")
                .then()
                .statusCode(409)
                .body("code", equalTo("member-recused"))
                .body("title", containsString("该检查人员已回避，须先更换"))
                .body("context.inspector", equalTo("JC001")));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "TeamChanged",
        5,
        """
        {"drawId":"130534-2023001-001-1","planId":"2023001","taskId":"001","subject":"S2",
         "inspectors":["JC003","JC009"],"items":[{"code":"I-2","name":"安全生产"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","reason":"回避","on":"2023-03-20"}
        """);
    await()
        .untilAsserted(() ->
            as("JC003")
                .body("{\"inspectors\":[\"JC003\",\"JC009\"]}")
                .post(visit + "/start")
                .then()
                .statusCode(200));
  }

  private void aVisitNobodyWentToIsToldAndListedUntilItFallsAway() {
    String late = "130534-2023001-002-1";
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-002",
        "DrawExecuted",
        6,
        DRAW.replace("2023001-001-1", "2023001-002-1")
            .replace("\"taskId\":\"001\"", "\"taskId\":\"002\"")
            .replace("2999-11-30", "2023-03-31"));
    for (RequestSpecification reader : List.of(as("JC001"), of("法制安全科", "coordinator"))) {
      await()
          .untilAsserted(() ->
              given()
                  .spec(reader)
                  .get("/api/v1/visits?notHeld=true")
                  .then()
                  .statusCode(200)
                  .body("items.visitId", contains(late + "-S1", late + "-S2"))
                  .body("items.state", contains("ASSIGNED", "ASSIGNED"))
                  .body("items.notHeld", contains(true, true)));
    }
    as("JC001")
        .body("{\"inspectors\":[\"JC001\",\"JC002\"]}")
        .post("/api/v1/visits/" + late + "-S1/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("visit-outside-window"));
    assertTold(late, "VisitNotHeld", "\"windowTo\":\"2023-03-31\"", "\"begun\":false");
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-002",
        "DrawVoided",
        7,
        """
        {"drawId":"%s","reason":"名单有误","requestedBy":"coordinator","approvedBy":"approver","wouldBeResultHash":"",
         "subjects":["S1","S2"]}
        """
            .formatted(late));
    await()
        .untilAsserted(
            () -> as("JC001").get("/api/v1/visits?notHeld=true").then().body("items", empty()));
    assertTold(late, "VisitSettled", "\"outcome\":\"CANCELLED\"");
  }

  /** Of both subjects of the draw, once. */
  private void assertTold(String draw, String type, String... says) {
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .filteredOn(r ->
                    TopicTails.header(r, "ce_type")
                        .orElse("")
                        .equals("cn.doublerandom." + type + ".v1"))
                .hasSize(2)
                .allSatisfy(r -> assertThat(r.value()).contains(says).contains(draw)));
  }

  /** As after an upgrade: the visits are in the ledger, and no process has seen them. */
  private void aVisitAssignedBeforeWindowsWereWatchedIsWatchedToo() {
    await().untilAsserted(() -> assertThat(timers("window")).isEqualTo(1));
    pool.query(
            "WITH gone AS (DELETE FROM timer WHERE process = 'window')"
                + " UPDATE projection SET seq = 0 WHERE name = 'process_window'")
        .execute()
        .await()
        .indefinitely();
    await().untilAsserted(() -> assertThat(timers("window")).isEqualTo(1));
  }

  private void whoWasDrawnIsOwedAgainWhenTheTeamsDrawnForThemAreVoid() {
    String task = "task-130534-2023001-003";
    String first = "130534-2023001-003-1";
    String again = "130534-2023001-003-2";
    String told =
        DRAW.replace("2023001-001-1", "2023001-003-1")
            .replace("\"taskId\":\"001\"", "\"taskId\":\"003\"");
    TestStack.announce(
        kafka,
        "draw.events.v1",
        task,
        "DrawExecuted",
        8,
        told.replaceAll("(?s)\"teams\":.*\"items\":\\[\\{", "\"teams\":[],\"items\":[{"));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        task,
        "DrawExecuted",
        9,
        told.replace(first, again)
            .replace("\"round\":1", "\"round\":2,\"teamsOf\":\"%s\"".formatted(first)));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        task,
        "TeamChanged",
        10,
        """
        {"drawId":"%s","planId":"2023001","taskId":"003","subject":"S3",
         "inspectors":["JC001","JC002"],"items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","reason":"企业已注销","changedOn":"2023-03-20",
         "replaces":"S1"}
        """
            .formatted(again));
    await()
        .untilAsserted(() -> {
          assertState(again + "-S3", "ASSIGNED");
          assertState(again + "-S1", "CANCELLED");
          assertState(first + "-S1", "CANCELLED");
          assertState(first + "-S2", "CANCELLED");
        });
    TestStack.announce(
        kafka,
        "draw.events.v1",
        task,
        "DrawVoided",
        11,
        """
        {"drawId":"%s","reason":"名单有误","requestedBy":"coordinator","approvedBy":"approver","wouldBeResultHash":"",
         "subjects":["S2","S3"],"teamsOf":"%s","replaced":[{"subject":"S1","alternate":"S3"}]}
        """
            .formatted(again, first));
    await()
        .untilAsserted(() -> {
          assertState(first + "-S1", "ASSIGNED");
          assertState(first + "-S2", "ASSIGNED");
          assertState(again + "-S2", "CANCELLED");
          assertState(again + "-S3", "CANCELLED");
        });
  }

  private static void assertState(String visit, String state) {
    given()
        .spec(of("法制安全科", "coordinator"))
        .get("/api/v1/visits/" + visit)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  private void tellThatNobodyWorksOn(LocalDate day) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "calendar",
        "HolidayNoticeIssued",
        9,
        """
        {"number":"国办发明电〔2999〕1号","issuedOn":"2999-01-01","year":%d,"off":["%s"],"worked":[]}
        """
            .formatted(day.getYear(), day));
  }

  private static RequestSpecification of(String unit, String role) {
    return given()
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User("JX001", List.of(role), unit)))
        .contentType("application/json");
  }

  /** Whose is it: the team's, its units', and the bureau's. */
  private void theVisitsOfOthersAreNobodysBusiness() {
    String file = "/api/v1/case-files/130534-2023001-001-1";
    for (String unit : List.of("港航科", "", " ")) {
      for (String role : List.of("inspector", "unit-lead")) {
        of(unit, role).get("/api/v1/visits").then().statusCode(200).body("items", empty());
        of(unit, role).get(VISIT).then().statusCode(403).body("code", equalTo("not-your-visit"));
        of(unit, role).get(file).then().statusCode(403).body("code", equalTo("not-your-visit"));
      }
      of(unit, "unit-lead")
          .post(file + "/archive")
          .then()
          .statusCode(403)
          .body("code", equalTo("not-your-visit"));
    }
    of("综合行政执法大队", "unit-lead")
        .get("/api/v1/visits")
        .then()
        .body("items.size()", greaterThanOrEqualTo(2));
    of("综合行政执法大队", "unit-lead").get(VISIT).then().statusCode(200);
    of("法制安全科", "coordinator")
        .get("/api/v1/visits")
        .then()
        .body("items.size()", greaterThanOrEqualTo(2));
  }

  @Test
  void nobody_sees_visits_without_an_account() {
    given().get("/api/v1/visits").then().statusCode(401).body("code", equalTo("unauthenticated"));
    given()
        .header("Authorization", "Bearer not.a.token")
        .get("/api/v1/visits")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    as("JC001")
        .get("/api/v1/visits/none")
        .then()
        .statusCode(404)
        .body("code", equalTo("visit-unknown"));
  }

  private long timers(String process) {
    return pool.preparedQuery("SELECT count(*) AS n FROM timer WHERE process = $1")
        .execute(Tuple.of(process))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong("n");
  }

  private static RequestSpecification operator() {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("operator", List.of("operator"), "信息中心")))
        .contentType("application/json");
  }

  @Test
  void a_record_nobody_can_read_is_set_aside_with_its_key_and_given_up_with_a_reason() {
    String key = "task-130534-2023001-009";
    TestStack.announce(kafka, "draw.events.v1", key, "DrawExecuted", 100, "{\"drawId\":");
    TestStack.announce(
        kafka,
        "draw.events.v1",
        key,
        "DrawExecuted",
        101,
        DRAW.replace("2023001-001-1", "2023001-009-1")
            .replace("\"taskId\":\"001\"", "\"taskId\":\"009\""));
    TestStack.announce(kafka, "draw.events.v1", "elsewhere", "NeverHeardOf", 102, "{}");
    await()
        .untilAsserted(() ->
            operator()
                .get("/api/v1/memory/parked")
                .then()
                .statusCode(200)
                .body("items.seq", equalTo(List.of(100, 101, 102)))
                .body("items[0].reason", containsString("DrawExecuted cannot be read"))
                .body("items[1].reason", containsString("waits behind"))
                .body("items[2].reason", containsString("unknown type")));
    String parked = "{\"source\":\"draw.events.v1\",\"key\":\"" + key + "\"";
    operator()
        .body(parked + "}")
        .post("/api/v1/memory/parked/retry")
        .then()
        .statusCode(409)
        .body("code", equalTo("still-failing"));
    operator().body(parked + "}").post("/api/v1/memory/parked/skip").then().statusCode(400);
    operator()
        .body(parked + ",\"reason\":\"发送方测试数据\"}")
        .post("/api/v1/memory/parked/skip")
        .then()
        .statusCode(200)
        .body("applied", equalTo(1));
    operator()
        .body(parked + "}")
        .post("/api/v1/memory/parked/retry")
        .then()
        .statusCode(200)
        .body("applied", equalTo(1));
    operator()
        .body(parked + "}")
        .post("/api/v1/memory/parked/retry")
        .then()
        .statusCode(404)
        .body("code", equalTo("nothing-parked"));
    as("JC001")
        .get("/api/v1/visits/130534-2023001-009-1-S1")
        .then()
        .statusCode(200)
        .body("state", equalTo("ASSIGNED"));
    as("JC001").get("/api/v1/memory/parked").then().statusCode(403);
    operator()
        .body("{\"source\":\"draw.events.v1\",\"key\":\"elsewhere\",\"reason\":\"不需要\"}")
        .post("/api/v1/memory/parked/skip")
        .then()
        .statusCode(200);
  }
}
