package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.projection.KeptByScope;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.servicekit.view.OwnRows;
import cn.doublerandom.verifier.Verify;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class DrawServiceIT {
  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
  private static final String HEADS =
      "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject Pool pool;
  @Inject @Any Instance<Projection> projections;
  @Inject Replicas replicas;

  private static RequestSpecification as(String account) {
    return given()
        .filter(new ReadsFirst())
        .header("Authorization", TestStack.bearer(account))
        .contentType("application/json");
  }

  private String row(String number, String rate, String period) {
    return "%d%s\t计划%s\t%s号\t任务\t定向抽查\t%s\t事项\t范围\t法制安全科\t执法大队\t%d年%s\n"
        .formatted(year, number, number, number, rate, year, period);
  }

  private static Response load(String table, String... answers) {
    return as("coordinator")
        .queryParam("answer", (Object[]) answers)
        .contentType("text/plain; charset=UTF-8")
        .body(table + "单位（盖章）：示例县交通运输局\n")
        .post("/api/v1/plans/imports");
  }

  private static final String ALARM = "cn.doublerandom.PlanDeadlineAlarmed.v1";
  private static final String FREEZE = "{\"slots\":[[\"unit:大队\"],[]],\"alternates\":2,\"cap\":20}";

  @Test
  void a_task_goes_from_its_plan_to_a_bundle_a_stranger_accepts() throws Exception {
    KnownRegister.tell(kafka);
    String task = year + "001-001";
    String future = year + "002-002";
    load(
            HEADS
                + row("001", "10%", "1月至12月")
                + row("003", "10%", "1月至12月")
                + row("002", "10%", "1月至12月").replace(year + "年1", (year + 1) + "年1"),
            "4|抽取日期|" + (year + 1) + "年1月至12月")
        .then()
        .statusCode(201)
        .body("tasks", hasSize(3));
    String plan = "/api/v1/plans/130534-" + year;
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-scope-missing"));
    as("coordinator")
        .post(plan + "/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-scope-missing"));
    given().get(plan).then().statusCode(404);
    for (String one : List.of(task, future, year + "003-003")) {
      as("coordinator")
          .body("{\"subjectKind\":\"ENTERPRISE\",\"labels\":[\"道路运输\"],\"itemFields\":[\"道路运输\"]}")
          .put(plan + "/tasks/" + one + "/scope")
          .then()
          .statusCode(200);
    }
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-not-published"));
    as("coordinator")
        .post(plan + "/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("plan-not-approved"));
    KnownRegister.publish(plan);
    for (String who : List.of("coordinator", "approver", "supervisor", "auditor", "supervisor")) {
      as(who)
          .get("/api/v1/glance")
          .then()
          .statusCode(200)
          .body("year.kind", hasItems("plan-steps", "coverage", "draws-due", "draws-overdue"));
    }
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("programme-not-published"));
    for (String one : List.of(task, year + "003-003")) {
      KnownRegister.programme(one, year, 1);
    }
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draw-previews")
        .then()
        .statusCode(200)
        .body("size", equalTo(4))
        .body("frameSize", equalTo(34))
        .body("eligible", equalTo(33))
        .body("excluded.SUSPENDED", equalTo(1))
        .body("missing", equalTo(0));
    as("coordinator")
        .get(plan + "/checks")
        .then()
        .statusCode(200)
        .body("coverage.inspected", equalTo(12 - (int) drawnOnceMore()))
        .body("coverage.enterprises", equalTo(33))
        .body("sizes.find { it.task == '%s' }.inScope".formatted(task), equalTo(34))
        .body("uncovered", hasSize(0));
    as("coordinator")
        .body(Map.of("quotas", Map.of(task, "50%")))
        .post(plan + "/simulations")
        .then()
        .statusCode(200)
        .body("sizes[0].drawn", equalTo(17));
    as("coordinator")
        .body(Map.of("floor", "5/3"))
        .post(plan + "/simulations")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("floor")));
    as("coordinator")
        .get(plan + "/deadlines")
        .then()
        .statusCode(200)
        .body("step", equalTo(List.of("制定", "上报", "公示")))
        .body("doneOn", hasSize(3));
    as("coordinator")
        .get("/api/v1/plans/130534-2099/deadlines")
        .then()
        .body("state", equalTo(List.of("OPEN", "OPEN", "OPEN")));
    as("coordinator")
        .body(Map.of("rulePacks", List.of("national-2019", "hebei-2023")))
        .post(plan + "/simulations")
        .then()
        .statusCode(200)
        .body("staffing.teamSize", equalTo(2));
    as("coordinator")
        .body(Map.of("rulePacks", List.of("atlantis-2023")))
        .post(plan + "/simulations")
        .then()
        .statusCode(422)
        .body("code", equalTo("rule-packs-unfit"));
    given().get(plan + "/table.html").then().statusCode(200).body(containsString("法制安全科"));
    given().get(plan).then().statusCode(200).body("publishedOn", notNullValue());
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + future + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-outside-window"));

    voidTwice("130534-" + year + "003-003-1", year + "003-003");
    String drawId = freezeFiftyTimesAtOnce(task);
    ceremony(drawId);

    byte[] bundle =
        given()
            .get("/api/v1/draws/" + drawId + "/bundle")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    Verify.Verdict verdict = Verify.check(bundle);
    assertThat(verdict.isOk()).as(verdict.detail()).isTrue();
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-already-drawn"));
    await()
        .untilAsserted(() ->
            assertThat(told())
                .extracting(r -> TopicTails.header(r, "ce_type").orElse(""))
                .filteredOn(type -> !type.equals(ALARM))
                .containsExactlyInAnyOrder(
                    "cn.doublerandom.PlanPublished.v1",
                    "cn.doublerandom.ProgrammePublished.v1",
                    "cn.doublerandom.ProgrammePublished.v1",
                    "cn.doublerandom.DrawVoided.v1",
                    "cn.doublerandom.DrawCommitted.v1",
                    "cn.doublerandom.ContributionRevealed.v1",
                    "cn.doublerandom.ContributionRevealed.v1",
                    "cn.doublerandom.DrawExecuted.v1"));
    everyStepDoneAfterJanuaryIsCalledLate();
    recusedAfterTheFreeze(drawId);
    await()
        .untilAsserted(
            () -> given().get("/api/v1/draws").then().body("items.phase", hasItem("EXECUTED")));
    whatAnotherBureauKeepsChangesNoAnswer();
  }

  /** Another bureau keeps the same numbers in the same tables, and nobody can tell. */
  private void whatAnotherBureauKeepsChangesNoAnswer() throws Exception {
    var reader =
        new ReadRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/draw/q/openapi",
            TestStack.bearer(new DemoIdentity.User("reader", DemoIdentity.ROLES, "法制安全科")),
            List.of("130534-" + year, year + "001-001", "130534-" + year + "001-001-1"));
    assertThat(
            new KeptByScope(pool, projections, OwnRows.COLUMN)
                .and(replicas)
                .changed(new Scope("130534.scjg"), reader::answers, 5))
        .isEmpty();
  }

  /** A recusal that comes after the draw is listed as due until two people decided. */
  private void recusedAfterTheFreeze(String drawId) {
    String draw = "/api/v1/draws/" + drawId;
    await().untilAsserted(() -> given().get(draw).then().body("phase", equalTo("EXECUTED")));
    String subject = given().get(draw).then().statusCode(200).extract().path("teams[0].subject");
    String member = given().get(draw).then().extract().path("teams[0].inspectors[0]");
    String due = "findAll { it.drawId == '" + drawId + "' }";
    as("coordinator").get("/api/v1/replacements/due").then().body(due, hasSize(0));
    for (long seq : new long[] {90_001, 90_002}) {
      // Told twice: once for the recusal, once more with leave; the recusal is one fact.
      TestStack.announce(
          kafka,
          "registry.events.v1",
          "inspector-" + member,
          "InspectorChanged",
          seq,
          """
          {"inspectorId":"%s","unit":"大队","tags":["unit:大队"],"certificateValidUntil":"2999-12-31",
           "status":"ACTIVE","recusals":[{"subject":"%s","reason":"RELATIVE"}],
           "absences":[{"from":"2020-01-01","until":"2020-01-0%d"}]}
          """
              .formatted(member, subject, seq % 10));
    }
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/replacements/due")
                .then()
                .body(due + ".subject", equalTo(List.of(subject)))
                .body(due + ".inspector", equalTo(List.of(member)))
                .body(due + ".reason", equalTo(List.of("RELATIVE"))));
    String explanation = draw + "/explanations/subjects/" + subject;
    given().get(explanation).then().statusCode(200).body("text", containsString(member + " 于"));
    as("coordinator")
        .body(Map.of("subject", subject, "inspector", member, "reason", "检查已经结束", "keep", true))
        .post(draw + "/replacements")
        .then()
        .statusCode(201);
    as("approver")
        .body(Map.of("subject", subject))
        .post(draw + "/replacement-approvals")
        .then()
        .statusCode(201);
    await()
        .untilAsserted(
            () -> as("coordinator").get("/api/v1/replacements/due").then().body(due, hasSize(0)));
    await()
        .untilAsserted(
            () -> given().get(explanation).then().body("text", containsString("经两人决定不更换")));
    await()
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/deviations")
                .then()
                .body("items.kind", hasItem("MEMBER_KEPT")));
    // The visit hears of both: that he may not serve, and that he may.
    await()
        .untilAsserted(() ->
            assertThat(told())
                .filteredOn(r ->
                    TopicTails.header(r, "ce_type")
                        .orElse("")
                        .equals("cn.doublerandom.MemberRecused.v1"))
                .extracting(ConsumerRecord::value)
                .hasSize(2)
                .allMatch(v -> v.contains(subject) && v.contains(member))
                .satisfies(v -> assertThat(v.getFirst()).doesNotContain("kept"))
                .satisfies(v -> assertThat(v.getLast()).contains("\"kept\":true")));
  }

  private List<ConsumerRecord<String, String>> told() {
    return TopicTails.readAll(Map.of("bootstrap.servers", kafka), "draw.events.v1").stream()
        .filter(r -> r.key().contains("-" + year))
        .toList();
  }

  /** The plan of this year was made just now: after January, everybody hears that it is late. */
  private void everyStepDoneAfterJanuaryIsCalledLate() {
    boolean late = LocalDate.now(ZoneId.of("Asia/Shanghai")).isAfter(LocalDate.of(year, 1, 31));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(told())
                .filteredOn(r -> TopicTails.header(r, "ce_type").orElse("").equals(ALARM))
                .extracting(ConsumerRecord::value)
                .filteredOn(json -> json.contains("DONE_LATE"))
                .hasSize(late ? 3 : 0));
  }

  private String freezeFiftyTimesAtOnce(String task) throws Exception {
    String token = TestStack.bearer("coordinator");
    List<String> draws = new ArrayList<>();
    try (var clients = Executors.newFixedThreadPool(16)) {
      List<Callable<String>> requests = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        requests.add(() ->
            given()
                .filter(new ReadsFirst())
                .header("Authorization", token)
                .contentType("application/json")
                .header("Idempotency-Key", "one-freeze")
                .body(FREEZE)
                .post("/api/v1/tasks/" + task + "/draws")
                .then()
                .statusCode(201)
                .extract()
                .path("drawId"));
      }
      for (Future<String> answer : clients.invokeAll(requests)) {
        draws.add(answer.get());
      }
    }
    assertThat(draws).hasSize(50).containsOnly("130534-" + task + "-1");
    long frozen =
        pool.query(
                "SELECT count(*) FROM event WHERE type = 'FrameFrozen' AND stream_id LIKE '%-"
                    + year
                    + "001-001'")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getLong(0);
    assertThat(frozen).isOne();
    return draws.getFirst();
  }

  /** How often other draws of this year gave a firm that had been drawn before: it counts once. */
  private long drawnOnceMore() {
    return pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('suite.bureau', '130534', true)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            "SELECT count(*) - count(DISTINCT id) FROM drawn_subject_view,"
                                + " json_each_text(body::json -> 'days') AS day WHERE left(day.value, 4) = '"
                                + year
                                + "'")
                        .execute()))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  private void voidTwice(String drawId, String task) {
    as("coordinator").body(FREEZE).post("/api/v1/tasks/" + task + "/draws").then().statusCode(201);
    String approvals = "/api/v1/draws/" + drawId + "/void-approvals";
    String reason = "{\"reason\":\"名单有误\"}";
    as("coordinator").body(reason).post(approvals).then().statusCode(403);
    aVoidIsDeclinedOrTakenBack(approvals, reason);
    as("approver")
        .body(reason)
        .post(approvals)
        .then()
        .statusCode(200)
        .body("isVoid", equalTo(false));
    as("approver")
        .body(reason)
        .post(approvals)
        .then()
        .statusCode(409)
        .body("code", equalTo("void-needs-second-person"));
    as("approver-2")
        .body(reason)
        .post(approvals)
        .then()
        .statusCode(200)
        .body("isVoid", equalTo(true));
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws/" + drawId)
                .then()
                .statusCode(200)
                .body("phase", equalTo("VOIDED")));
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(201)
        .body("round", equalTo(2));
  }

  private void aVoidIsDeclinedOrTakenBack(String approvals, String reason) {
    for (String end : List.of("/decline", "/withdrawal")) {
      as("approver")
          .body(reason)
          .post(approvals + end)
          .then()
          .statusCode(409)
          .body("code", equalTo("void-not-asked"));
    }
    as("approver").body(reason).post(approvals).then().statusCode(200);
    as("coordinator").body(reason).post(approvals + "/decline").then().statusCode(403);
    as("approver")
        .body(reason)
        .post(approvals + "/decline")
        .then()
        .statusCode(409)
        .body("code", equalTo("void-needs-second-person"));
    as("approver-2")
        .body(reason)
        .post(approvals + "/withdrawal")
        .then()
        .statusCode(403)
        .body("code", equalTo("void-of-another"));
    as("approver-2")
        .body("{\"reason\":\"。。\"}")
        .post(approvals + "/decline")
        .then()
        .statusCode(422)
        .body("code", equalTo("reason-missing"));
    as("approver-2")
        .body(reason)
        .post(approvals + "/decline")
        .then()
        .statusCode(200)
        .body("isVoid", equalTo(false));
    as("approver").body(reason).post(approvals).then().statusCode(200);
    as("approver").body(reason).post(approvals + "/withdrawal").then().statusCode(200);
    as("approver-2")
        .body(reason)
        .post(approvals + "/decline")
        .then()
        .statusCode(409)
        .body("code", equalTo("void-not-asked"));
  }

  private void ceremony(String drawId) {
    String draw = "/api/v1/draws/" + drawId;
    as("coordinator")
        .body(Office.ceremony(draw))
        .post(draw + "/commitment")
        .then()
        .statusCode(201)
        .body("commit.frameSize", equalTo(34))
        .body("eligible", equalTo(33))
        .body("commit.inspectorCount", equalTo(3))
        .body("commit.recusalCount", equalTo(1));
    String execution = "{\"operatorSecret\":\"" + Office.SECRET + "\"}";
    as("coordinator")
        .body(execution)
        .post(draw + "/execution")
        .then()
        .statusCode(409)
        .body("code", equalTo("witnesses-first"));
    for (String other : List.of("inspector", "coordinator", "supervisor")) {
      as(other)
          .body(Office.A.json())
          .post(draw + "/contributions")
          .then()
          .statusCode(403)
          .body("code", equalTo("role-missing"));
    }
    as("witness-2")
        .body(Office.A.json())
        .post(draw + "/contributions")
        .then()
        .statusCode(422)
        .body("code", equalTo("witness-unknown"));
    Office.reveal(draw, "witness-1", Office.A);
    await()
        .untilAsserted(() ->
            given()
                .get(draw)
                .then()
                .statusCode(200)
                .body("phase", equalTo("COMMITTED"))
                .body("revealed", equalTo(List.of("纪检监察室"))));
    given().get(draw + "/bundle").then().statusCode(409).body("code", equalTo("draw-not-executed"));
    Office.reveal(draw, "witness-2", Office.B);
    as("supervisor")
        .body(execution)
        .post(draw + "/execution")
        .then()
        .statusCode(409)
        .body("code", equalTo("operator-first"))
        .body("context.from", notNullValue());
    as("coordinator")
        .body(execution)
        .post(draw + "/execution")
        .then()
        .statusCode(201)
        .body("selected", hasSize(4))
        .body("teams", hasSize(4))
        .body("missing", equalTo(0));
  }

  @Test
  void a_plan_table_with_faults_is_told_cell_by_cell() {
    load(HEADS + row("003", "120%", "1月至12月") + row("004", "10%", "某月"))
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("plan-table-refused"))
        .body("errors.row", equalTo(List.of(2, 3)))
        .body("errors.field", equalTo(List.of("抽查比例", "抽取日期")));
    given()
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(401);
  }

  @Test
  void a_plan_table_is_known_by_its_bytes_whatever_it_is_sent_as() throws IOException {
    for (String name : List.of("p13-two-sheets.xlsx", "p20-utf16le.txt")) {
      byte[] file = Files.readAllBytes(Path.of("src/test/resources/cases", name));
      for (String type :
          List.of(
              "text/plain",
              "application/vnd.ms-excel",
              "application/octet-stream",
              "multipart/form-data")) {
        var request =
            given()
                .filter(new ReadsFirst())
                .header("Authorization", TestStack.bearer("coordinator"));
        if (type.startsWith("multipart")) {
          request.multiPart("file", name, file, "application/octet-stream");
        } else {
          request.contentType(type).body(file);
        }
        request
            .post("/api/v1/plans/imports?dryRun=true")
            .then()
            .statusCode(200)
            .body("ready", equalTo(true))
            .body("rows", hasSize(2));
      }
    }
  }

  @Test
  void a_cell_of_a_plan_table_is_read_for_everybody() {
    given()
        .contentType("application/json")
        .body("{\"text\":\"3%;2次/年\"}")
        .post("/api/v1/quota-readings")
        .then()
        .statusCode(200)
        .body(
            "",
            equalTo(
                Map.of(
                    "kind", "PERCENT",
                    "percent", "3/100",
                    "frequency", Map.of("kind", "PER_YEAR", "times", 2),
                    "notes", List.of(),
                    "verbatim", "3%;2次/年")));
    given()
        .contentType("application/json")
        .body("{\"text\":\"20 %-10 %\"}")
        .post("/api/v1/quota-readings")
        .then()
        .statusCode(422)
        .body("code", equalTo("quota-range-reversed"))
        .body("errors.field", equalTo(List.of("text")));
    given()
        .contentType("application/json")
        .body("{\"text\":\"2023 年 3 月至 11 月\",\"year\":2023}")
        .post("/api/v1/period-readings")
        .then()
        .statusCode(200)
        .body("", equalTo(Map.of("from", "2023-03-01", "to", "2023-11-30", "notes", List.of())));
    given()
        .contentType("application/json")
        .body("{\"text\":null,\"year\":2023}")
        .post("/api/v1/period-readings")
        .then()
        .statusCode(400)
        .body("code", equalTo("field-invalid"));
  }

  @Test
  void an_unreadable_record_is_parked_and_the_others_flow() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          var rows =
              pool.query("SELECT key, reason FROM parked_record").execute().await().indefinitely();
          assertThat(rows.size()).isLessThanOrEqualTo(1);
          rows.forEach(r -> assertThat(r.getString("key")).isEqualTo("subject-BAD"));
        });
  }

  @Test
  void the_api_says_what_it_offers_with_ids_and_examples() {
    String api =
        new String(
            given().get("/q/openapi?format=json").then().statusCode(200).extract().asByteArray(),
            StandardCharsets.UTF_8);
    assertThat(api).contains("\"operationId\"", "drawCommit", "examples");
  }
}
