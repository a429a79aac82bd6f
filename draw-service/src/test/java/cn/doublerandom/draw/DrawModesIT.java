package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.FREEZE;
import static cn.doublerandom.draw.Office.SECRET;
import static cn.doublerandom.draw.Office.as;
import static cn.doublerandom.draw.Office.ceremony;
import static cn.doublerandom.draw.Office.freeze;
import static cn.doublerandom.draw.Office.reveal;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import cn.doublerandom.draw.register.KnownEntry;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ViewWriter;
import cn.doublerandom.verifier.Code;
import cn.doublerandom.verifier.Verify;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sealed draws, public sources of chance, replacements and voids, over the real service. */
@QuarkusTest
class DrawModesIT {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private final int year = LocalDate.now(BEIJING).getYear();

  /** A plan of its own, so that the other tests' plan stays theirs. */
  private final String plan = "/api/v1/plans/130534-" + (year + 1);

  /** Numbers of what the registry tells in the course of a test. */
  private static final long NEWS = 10_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject Pool pool;

  private void publishedPlan() {
    KnownRegister.tell(kafka);
    Office.publishedPlan(year, Office.TASKS);
  }

  private String task(String number) {
    return Office.task(year, number);
  }

  /** Nobody is signed in here. */
  private static void strangersGuessNoCode(String draw) {
    as("approver")
        .body(Map.of("name", "甲村民", "kind", "PUBLIC"))
        .post(draw + "/witness-codes")
        .then()
        .statusCode(201);
    given()
        .contentType("application/json")
        .body(Map.of("by", "甲村民", "code", "AAAA-AAAA-AAAA-AAAA", "commitment", "a6".repeat(32)))
        .post(draw + "/code-promises")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("witness-code-wrong"));
    as("coordinator")
        .body(Map.of("name", "甲村民"))
        .post(draw + "/witness-releases")
        .then()
        .statusCode(200);
  }

  @Test
  @Tag("deep")
  void a_draw_waits_for_everybody_named_and_knows_who_recused_himself_while_it_was_frozen() {
    publishedPlan();
    String drawId = freeze(task("009"));
    String draw = "/api/v1/draws/" + drawId;
    notWitnesses(draw);
    strangersGuessNoCode(draw);
    Map<String, Object> commitment = ceremony(draw);
    as("coordinator")
        .body(commitment)
        .post(draw + "/commitment")
        .then()
        .statusCode(409)
        .body("code", equalTo("witnesses-not-promised"))
        .body("context.names", equalTo(List.of("某人")));
    given()
        .get(draw + "/ceremony")
        .then()
        .statusCode(200)
        .body("witnesses.name", equalTo(List.of("某人", "纪检监察室", "企业代表")))
        .body("witnesses.promised", equalTo(List.of(false, true, true)));
    as("coordinator")
        .body(Map.of("name", "某人"))
        .post(draw + "/witness-releases")
        .then()
        .statusCode(200)
        .body("witnesses.name", equalTo(List.of("纪检监察室", "企业代表")));
    // Its news found no draw: the register knows of it, and the frame was read before.
    know("I1", List.of(new KnownEntry.KnownRecusal("S02", "RELATIVE", null, null, null)));
    try {
      as("coordinator").body(commitment).post(draw + "/commitment").then().statusCode(201);
      assertThat(recused(drawId)).isOne();
    } finally {
      know("I1", List.of());
    }
  }

  private void told(int subject, String status, long seq) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "subject-S" + subject,
        "SubjectChanged",
        seq,
        """
        {"subjectId":"S%02d","name":"企业%d","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"A","status":"%s","registrar":"局","since":"2018-01-01"}
        """
            .formatted(subject, subject, status));
  }

  @Test
  @Tag("deep")
  void who_was_cancelled_a_moment_before_the_freeze_is_not_in_the_frame() {
    publishedPlan();
    for (int n = 0; n < 200; n++) {
      told(32, "ACTIVE", NEWS + n);
    }
    told(33, "CANCELLED", NEWS + 200);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    try {
      as("coordinator")
          .body(FREEZE)
          .post("/api/v1/tasks/" + task("010") + "/draws")
          .then()
          .statusCode(201)
          .body("frameSize", equalTo(33))
          .body("frozenOn", oneOf(today.toString(), today.plusDays(1).toString()));
      assertThat(frozenAt(task("010"))).contains("\"registerSeq\":" + (NEWS + 200));
    } finally {
      told(33, "ACTIVE", NEWS + 201);
      await()
          .untilAsserted(() ->
              as("coordinator")
                  .body(FREEZE)
                  .post("/api/v1/tasks/" + task("010") + "/draw-previews")
                  .then()
                  .body("frameSize", equalTo(34)));
    }
  }

  @Test
  @Tag("deep")
  void a_register_larger_than_a_draw_can_take_is_refused_and_never_shortened() {
    publishedPlan();
    rows(
        "INSERT INTO registry_inspector_view (bureau, id, body, key, seq, hash)"
            + " SELECT '130534', 'X' || n, body, 'x', 0, 'x'"
            + " FROM generate_series(1, 8192) n, (SELECT body FROM registry_inspector_view LIMIT 1)");
    try {
      for (String address : List.of("/draw-previews", "/draws")) {
        as("coordinator")
            .body(FREEZE)
            .post("/api/v1/tasks/" + task("010") + address)
            .then()
            .statusCode(409)
            .body("code", equalTo("limit-reached"))
            .body("context.most", equalTo(8192));
      }
    } finally {
      rows("DELETE FROM registry_inspector_view WHERE key = 'x'");
    }
  }

  private void rows(String sql) {
    rows(sql, Tuple.tuple());
  }

  /** What only the writer of read models may do. */
  private RowSet<Row> rows(String sql, Tuple parameters) {
    return pool.withTransaction(connection ->
            ViewWriter.take(connection)
                .chain(() -> connection.preparedQuery(sql).execute(parameters)))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  private String frozenAt(String task) {
    return pool.preparedQuery(
            "SELECT payload FROM event WHERE stream_id = $1 AND type = 'FrameFrozen'")
        .execute(Tuple.of(DrawStreams.task("130534", task)))
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getValue(0)
        .toString();
  }

  @Test
  void nothing_is_frozen_before_the_change_the_coordinator_saw_has_arrived() {
    publishedPlan();
    Map<String, Object> freeze =
        Map.of(
            "slots",
            List.of(List.of("unit:大队"), List.of()),
            "alternates",
            3,
            "cap",
            20,
            "registerSeq",
            1_000_000_000);
    as("coordinator")
        .body(freeze)
        .post("/api/v1/tasks/" + task("010") + "/draws")
        .then()
        .statusCode(409)
        .header("Retry-After", notNullValue())
        .body("code", equalTo("register-lags"));
  }

  private void notWitnesses(String draw) {
    for (String inspector : List.of("I1", "i3")) {
      Office.name(draw, "某人", "PUBLIC", inspector)
          .then()
          .statusCode(403)
          .body("code", equalTo("witness-is-inspector"))
          .body("errors[0].field", equalTo("account"));
    }
    for (String side : List.of("approver", "coordinator")) {
      Office.name(draw, "某人", "PUBLIC", side)
          .then()
          .statusCode(403)
          .body("code", equalTo("witness-not-impartial"));
    }
    Office.name(draw, "某人", "PUBLIC", "nobody").then().statusCode(201);
  }

  @Test
  void what_the_registry_told_is_rows_and_no_event_of_the_draw() {
    KnownRegister.tell(kafka);
    assertThat(
            rows("SELECT count(*) FROM registry_subject_view", Tuple.tuple())
                .iterator()
                .next()
                .getLong(0))
        .isEqualTo(34);
    assertThat(number("SELECT count(*) FROM parked_record WHERE key = 'subject-BAD'")).isOne();
    assertThat(number("SELECT count(*) FROM event WHERE stream_id LIKE 'known-%'")).isZero();
  }

  private long number(String sql) {
    return pool.query(sql)
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getLong(0);
  }

  /** What the register says of an inspector, told to no draw. */
  private void know(String inspector, List<KnownEntry.KnownRecusal> recusals) {
    var known =
        new KnownEntry.KnownInspector(
            inspector,
            List.of("unit:大队"),
            LocalDate.of(2999, 12, 31),
            "ACTIVE",
            recusals,
            null,
            null,
            null);
    rows(
        "UPDATE registry_inspector_view SET body = $2 WHERE id = $1",
        Tuple.of(inspector, EventCodec.canonical(EventCodec.mapper(), known)));
    int all = 1 + recusals.size();
    await()
        .untilAsserted(
            () -> as("coordinator").get("/api/v1/register").then().body("recusals", equalTo(all)));
  }

  private long recused(String drawId) {
    return pool.preparedQuery(
            "SELECT COUNT(*) FROM event WHERE stream_id = $1 AND type = 'MemberRecused'")
        .execute(Tuple.of(DrawStreams.taskOfDraw(drawId)))
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void nothing_of_a_sealed_draw_leaves_before_it_is_opened() throws Exception {
    publishedPlan();
    as("supervisor").post("/api/v1/sealing-keys").then().statusCode(201);
    as("approver").post("/api/v1/sealing-keys/approval").then().statusCode(201);
    String key = given().get("/api/v1/sealing-keys").then().extract().path("[-1].publicKey");
    String drawId = freeze(task("001"));
    String draw = "/api/v1/draws/" + drawId;
    Map<String, Object> commitment = ceremony(draw);
    commitment.put("openBy", Instant.now().plus(30, ChronoUnit.DAYS).toString());
    as("coordinator")
        .body(commitment)
        .post(draw + "/commitment")
        .then()
        .statusCode(201)
        .body("commit.mode", equalTo("sealed"))
        .body("commit.vrfKey", equalTo(key));
    reveal(draw);
    List<String> seen = new ArrayList<>();
    seen.add(
        as("coordinator")
            .body("{\"operatorSecret\":\"" + SECRET + "\"}")
            .post(draw + "/execution")
            .then()
            .statusCode(201)
            .body("phase", equalTo("SEALED"))
            .body("sealedHash", notNullValue())
            .body("allocation[0].drawn", equalTo(4))
            .extract()
            .asString());
    await().untilAsserted(() -> given().get("/api/v1/draws").then().body(containsString("SEALED")));
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("DrawSealed"));
    seen.add(given().get(draw).asString());
    seen.add(given().get("/api/v1/draws?limit=200").asString());
    seen.add(as("coordinator").get(draw + "/explanations/subjects/S05").asString());
    seen.add(given().get("/api/v1/fairness").asString());
    seen.add(given().get(TestStack.operations("/q/metrics")).asString());
    seen.add(topic(drawId));
    given().get(draw + "/bundle").then().statusCode(409).body("code", equalTo("draw-sealed"));
    given().get(draw + "/bundle.zip").then().statusCode(409);
    given().get(draw + "/list.pdf").then().statusCode(409).body("code", equalTo("draw-sealed"));
    given().get(draw + "/record.html").then().statusCode(409);

    as("supervisor").post(draw + "/opening").then().statusCode(201);

    byte[] bundle = given().get(draw + "/bundle").then().statusCode(200).extract().asByteArray();
    assertThat(Verify.check(bundle).isOk()).as(Verify.check(bundle).detail()).isTrue();
    JsonPath opened = new JsonPath(new String(bundle, StandardCharsets.UTF_8));
    List<String> secrets = new ArrayList<>(opened.getList("result.selected", String.class));
    secrets.addAll(
        List.of(
            opened.getString("result.seed"),
            opened.getString("result.vrfProof"),
            opened.getString("resultHash"),
            opened.getString("salt")));
    for (String text : seen) {
      secrets.forEach(secret -> assertThat(text).doesNotContain("\"" + secret + "\""));
    }
    await()
        .untilAsserted(() -> assertThat(topic(drawId)).contains("DrawOpened", secrets.getFirst()));
  }

  /** Everything the topic says of a draw. */
  private String topic(String drawId) {
    StringBuilder said = new StringBuilder();
    for (var record :
        cn.doublerandom.eventstore.ledger.TopicTails.readAll(
            Map.of("bootstrap.servers", kafka), "draw.events.v1")) {
      if (record.value() != null && record.value().contains(drawId)) {
        record.headers().forEach(h -> said.append(new String(h.value(), StandardCharsets.UTF_8)));
        said.append(record.value());
      }
    }
    return said.toString();
  }

  /** The issue that counts the evenings of the year, as if none had fallen out. */
  private static String issueOf(LocalDate day) {
    var evenings = Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY);
    return "%d%03d"
        .formatted(
            day.getYear(),
            day.withDayOfYear(1)
                .datesUntil(day.plusDays(1))
                .filter(d -> evenings.contains(d.getDayOfWeek()))
                .count());
  }

  @Test
  @Tag("deep")
  void numbers_of_a_lottery_still_to_come_are_believed_from_nobody() {
    publishedPlan();
    String draw = "/api/v1/draws/" + freeze(task("002"));
    as("coordinator")
        .body(Map.of("executeBy", Instant.now().plus(1, ChronoUnit.DAYS).toString()))
        .post(draw + "/commitment")
        .then()
        .statusCode(422)
        .body("code", equalTo("witnesses-too-few"));
    ZonedDateTime drawn =
        LocalDate.now(BEIJING)
            .plusDays(1)
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
            .atTime(LocalTime.of(21, 15))
            .atZone(BEIJING);
    Map<String, Object> byLottery =
        Map.of(
            "lottery",
            Map.of(
                "source",
                "双色球",
                "issue",
                issueOf(drawn.toLocalDate()),
                "drawnAt",
                drawn.toInstant().toString()),
            "executeBy",
            drawn.plusHours(6).toInstant().toString());
    as("coordinator")
        .body(byLottery)
        .post(draw + "/commitment")
        .then()
        .statusCode(409)
        .body("code", equalTo("terms-not-approved"));
    as("coordinator").post(draw + "/terms-approval").then().statusCode(403);
    await()
        .untilAsserted(() ->
            given()
                .get(draw)
                .then()
                .statusCode(200)
                .body("terms.slots.fitting", equalTo(List.of(2, 3)))
                .body("terms.approval", nullValue()));
    Office.agree(draw)
        .then()
        .statusCode(201)
        .body("terms.alternates", equalTo(5))
        .body("terms.cap", equalTo(20))
        .body("terms.approval.role", equalTo("审批人"));
    as("coordinator")
        .body(byLottery)
        .post(draw + "/commitment")
        .then()
        .statusCode(201)
        .body("commit.entropy.kind", equalTo("lottery"))
        .body("chance", containsString("两人分别录入"))
        .body("commit.entropy.groups", hasSize(2));
    String numbers = "{\"numbers\":[[3,9,12,17,26,30],[8]],\"drawnOn\":\"2023-03-16\"}";
    as("approver")
        .body(numbers)
        .post(draw + "/observations")
        .then()
        .statusCode(409)
        .body("code", equalTo("entropy-not-yet"));
    as("registrar").body(numbers).post(draw + "/observations").then().statusCode(403);
    as("coordinator")
        .body("{\"numbers\":[[3,9,12,17,26,30],[8]],\"drawnOn\":\"2023-03-16\"}")
        .post(draw + "/execution")
        .then()
        .statusCode(409)
        .body("code", equalTo("entropy-not-yet"));
  }

  @Test
  @Tag("deep")
  void a_draw_nobody_executes_in_time_is_said_to_be_overdue_by_the_clock_alone() {
    publishedPlan();
    String drawId = freeze(task("004"));
    Map<String, Object> commitment = ceremony("/api/v1/draws/" + drawId);
    commitment.put("executeBy", Instant.now().plus(3, ChronoUnit.SECONDS).toString());
    as("coordinator")
        .body(commitment)
        .post("/api/v1/draws/" + drawId + "/commitment")
        .then()
        .statusCode(201);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(topic(drawId)).contains("DrawOverdue"));
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws?limit=200")
                .then()
                .body("items.find { it.drawId == '" + drawId + "' }.overdueSince", notNullValue()));
    await()
        .untilAsserted(() ->
            assertThat(deviations(drawId))
                .extracting("kind")
                .containsExactly("NARROW_SLOT", "DRAW_OVERDUE"));
  }

  @Test
  void a_firm_is_left_out_by_two_people_with_a_reason_and_everybody_reads_why() throws Exception {
    publishedPlan();
    String task = task("008");
    String exclusions = "/api/v1/tasks/" + task + "/exclusions";
    Map<String, Object> wanted = new HashMap<>(Map.of("subject", "S09", "code", "OTHER"));
    as("coordinator").body(wanted).post(exclusions).then().statusCode(400);
    wanted.put("reason", "厂房正在搬迁");
    wanted.put("evidence", "搬迁协议 2023-11");
    as("coordinator").body(wanted).post(exclusions).then().statusCode(201);
    as("coordinator").post(exclusions + "/S09/approval").then().statusCode(403);
    Map<String, Object> why = Map.of("reason", "协议尚未生效");
    as("approver").body(why).post(exclusions + "/S09/withdrawal").then().statusCode(403);
    as("coordinator").body(why).post(exclusions + "/S09/decline").then().statusCode(403);
    as("coordinator").body(why).post(exclusions + "/S09/withdrawal").then().statusCode(201);
    as("coordinator")
        .body(why)
        .post(exclusions + "/S09/withdrawal")
        .then()
        .statusCode(404)
        .body("code", equalTo("exclusion-unknown"));
    as("coordinator").body(wanted).post(exclusions).then().statusCode(201);
    as("approver").body(why).post(exclusions + "/S09/decline").then().statusCode(201);
    as("coordinator")
        .get(exclusions + "/ended")
        .then()
        .body("withdrawn", equalTo(List.of(true, false)))
        .body("reason", equalTo(List.of("协议尚未生效", "协议尚未生效")));
    as("coordinator").body(wanted).post(exclusions).then().statusCode(201);
    as("approver")
        .post(exclusions + "/S09/approval")
        .then()
        .statusCode(201)
        .body("[0].approvedBy", equalTo("approver"));
    String drawId = freeze(task);
    String draw = "/api/v1/draws/" + drawId;
    await()
        .untilAsserted(() ->
            given()
                .get(draw)
                .then()
                .body("excluded.OTHER", equalTo(1))
                .body("exclusions.find { it.subject == 'S09' }.byHand", equalTo(true))
                .body("exclusions.find { it.subject == 'S09' }.text", containsString("搬迁协议"))
                .body("exclusions.find { it.subject == 'S05' }.byHand", equalTo(false)));
    given()
        .get(draw + "/explanations/subjects/S09")
        .then()
        .body("text", containsString("厂房正在搬迁"))
        .body("text", containsString("另一人没有同意（协议尚未生效）"));
    as("coordinator").body(wanted).post(exclusions).then().statusCode(409);
    await()
        .untilAsserted(() ->
            assertThat(deviations(drawId)).extracting("kind").containsExactly("EXCLUDED_BY_HAND"));
    as("coordinator").body(ceremony(draw)).post(draw + "/commitment").then().statusCode(201);
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("搬迁协议").contains("至少一人诚实"));
  }

  /** What an auditor is told of a draw, the oldest first. */
  private static List<Map<String, Object>> deviations(String drawId) {
    return as("auditor")
        .get("/api/v1/deviations?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.concerns == '" + drawId + "' }");
  }

  @Test
  @Tag("deep")
  void a_drawn_and_voided_result_stays_and_people_are_replaced_before() throws Exception {
    publishedPlan();
    String task = task("003");
    String drawId = freeze(task);
    String draw = "/api/v1/draws/" + drawId;
    as("coordinator").body(ceremony(draw)).post(draw + "/commitment").then().statusCode(201);
    reveal(draw);
    String gone =
        as("coordinator")
            .body("{\"operatorSecret\":\"" + SECRET + "\"}")
            .post(draw + "/execution")
            .then()
            .statusCode(201)
            .body("current", nullValue())
            .extract()
            .path("selected[0]");
    as("coordinator")
        .body(Map.of("subject", gone, "reason", "已注销", "evidence", "登记机关通知"))
        .post(draw + "/replacements")
        .then()
        .statusCode(201);
    as("approver")
        .body(Map.of("subject", gone))
        .post(draw + "/replacement-approvals")
        .then()
        .statusCode(201)
        .body("current.subject", hasSize(4))
        .body("selected[0]", equalTo(gone));
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("TeamChanged"));
    given()
        .get(draw + "/explanations/subjects/" + gone)
        .then()
        .body("selected", equalTo(true))
        .body("cutOff", equalTo(4))
        .body("eligible", equalTo(33))
        .body("text", containsString("被抽中"));
    given()
        .get(draw + "/explanations/subjects/S05")
        .then()
        .body("excluded", equalTo("SUSPENDED"))
        .body("text", containsString("名录库登记状态为停业（自2020年1月1日起）"))
        .body("rank", nullValue());
    given()
        .get(draw + "/explanations/subjects/S06")
        .then()
        .body("inScope", equalTo(true))
        .body("excluded", nullValue())
        .body("rank", notNullValue())
        .body("text", containsString("12月1日起停业，抽取日仍在库"));
    given().get(draw + "/explanations/subjects/X").then().body("inScope", equalTo(false));
    given()
        .get(draw + "/explanations/inspectors/I3")
        .then()
        .body("listed", equalTo(false))
        .body("unlisted", equalTo("CERTIFICATE_EXPIRED"))
        .body("text", containsString("执法证件已经到期"));
    given()
        .get(draw + "/explanations/inspectors/I2")
        .then()
        .body("slots", equalTo(List.of(1)))
        .body("teams", notNullValue());
    given()
        .get("/api/v1/fairness")
        .then()
        .statusCode(200)
        .body("draws", notNullValue())
        .body("strata.find { it.stratum == 'ALL' }.stratum", equalTo("ALL"));
    assertThat(given().get("/ui/fairness").then().statusCode(200).extract().asString())
        .contains("全部（不分级）", "公平性监测");
    assertThat(
            given()
                .header("Accept-Language", "en")
                .get("/ui/fairness")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains("all (one class)", "Is each class drawn evenly?", "<html lang=\"en\"")
        .doesNotContain("全部", "公平性");
    String why = "/ui/why/" + drawId + "?subject=S06";
    assertThat(given().get(why).then().statusCode(200).extract().asString())
        .contains("为什么没有抽中", "S06", "12月1日起停业，抽取日仍在库");
    assertThat(given().header("Accept-Language", "en").get(why).asString())
        .contains("Why somebody was drawn", "In the words of the bureau", "12月1日起停业");
    given().get("/ui/why").then().statusCode(200);
    given()
        .redirects()
        .follow(false)
        .get("/ui/why/of?subject=S06&draw=" + drawId)
        .then()
        .statusCode(303)
        .header("Location", "/draw" + why);
    assertThat(given().get(draw + "/list.pdf").then().statusCode(200).extract().asByteArray())
        .startsWith('%', 'P', 'D', 'F');
    assertThat(given().get(draw + "/record.html").then().statusCode(200).extract().asString())
        .contains("抽取记录", drawId);
    Map<String, byte[]> files = unzip(given().get(draw + "/bundle.zip").asByteArray());
    assertThat(files).containsKeys(drawId + ".json", "verify.py", "verify.mjs", "说明.txt");
    assertThat(Verify.check(files.get(drawId + ".json")).isOk()).isTrue();
    assertThat(new String(files.get("说明.txt"), StandardCharsets.UTF_8)).contains(drawId);

    // The subject had been visited to the end when the alternate was told: the record follows.
    await().untilAsserted(() -> given().get(draw).then().body("current", notNullValue()));
    String place = given().get(draw).then().extract().path("selected[0]");
    List<String> team = given().get(draw).then().extract().path("teams[0].inspectors");
    List<String> current = given().get(draw).then().extract().path("current.subject");
    List<String> selected = given().get(draw).then().extract().path("selected");
    String alternate =
        current.stream().filter(s -> !selected.contains(s)).findFirst().orElseThrow();
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + drawId + "-" + place,
        "TeamChangeRefused",
        1,
        """
        {"drawId":"%s","subject":"%s","inspectors":["%s"],"alternate":"%s","why":"检查已经结束",
         "on":"%d-06-01"}
        """
            .formatted(drawId, place, String.join("\",\"", team), alternate, year));
    await().untilAsserted(() -> given().get(draw).then().body("current", nullValue()));
    assertThat(replacementsPage(drawId, "zh")).contains("已经决定的更换", "未生效", "检查已经结束", "名录今天：存续");
    assertThat(replacementsPage(drawId, "en"))
        .contains("Decided already", "not in effect", "register today: active");
    aVisitIsHandedOver(drawId, place, team.getFirst());
    nobodyIsReplacedWhereTheResultIsRecorded(drawId, selected.getLast());

    given().get("/api/v1/deviations").then().statusCode(401);
    for (String who : List.of("approver", "approver-2")) {
      as(who).body("{\"reason\":\"名单有误\"}").post(draw + "/void-approvals").then().statusCode(200);
    }
    await()
        .untilAsserted(() ->
            given().get(draw).then().body("phase", equalTo("VOIDED")).body("selected", hasSize(4)));
    given()
        .get("/ui/ceremony/" + draw.substring(draw.lastIndexOf('/') + 1))
        .then()
        .statusCode(200)
        .body(containsString("这一轮抽取已作废"), containsString("/publication/ui/draws/"));
    assertThat(Verify.check(given().get(draw + "/bundle").asByteArray()).isOk()).isTrue();
    await()
        .untilAsserted(() ->
            assertThat(topic(drawId))
                .contains("DrawVoided", "\"subjects\"", "SubjectReplacementUndone"));
    await()
        .untilAsserted(() ->
            assertThat(deviations(drawId))
                .extracting("kind", "reason", "by")
                .containsExactly(
                    tuple("NARROW_SLOT", "", List.of("coordinator", "approver-3")),
                    tuple(
                        "SUBJECT_REPLACED", "已注销（名录库当日登记：存续）", List.of("coordinator", "approver")),
                    tuple("REPLACEMENT_UNDONE", "检查已经结束", List.of()),
                    tuple("DRAW_VOIDED", "名单有误", List.of("approver", "approver-2"))));
    assertThat(deviations(drawId).getFirst()).containsEntry("what", "大队，名单中 2 人符合");
    assertThat(deviations(drawId).get(1))
        .containsEntry("clause", "double-random/1 §6")
        .containsEntry("what", gone)
        .hasEntrySatisfying(
            "rulePacks", packs -> assertThat(packs.toString()).contains("national-2019"));
    assertThat(freeze(task)).endsWith("-2");
  }

  private String replacementsPage(String drawId, String language) {
    return as("coordinator")
        .accept("text/html")
        .header("Accept-Language", language)
        .get("/ui/draws/" + drawId + "/replacements")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private void nobodyIsReplacedWhereTheResultIsRecorded(String drawId, String subject) {
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + drawId + "-" + subject,
        "ResultRecorded",
        7,
        """
        {"resultId":"%1$s-%2$s","drawId":"%1$s","planId":"2023001","taskId":"003","subjectId":"%2$s",
         "inspectors":["a","b"],"unit":"大队","finishedOn":"%3$d-06-02","dueOn":"%3$d-07-03",
         "provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(drawId, subject, year));
    await()
        .untilAsserted(() ->
            assertThat(replacementsPage(drawId, "zh")).contains("检查已于 " + year + "-06-02 结束，不能更换"));
    as("coordinator")
        .body(Map.of("subject", subject, "reason", "已注销", "evidence", "登记机关通知"))
        .post("/api/v1/draws/" + drawId + "/replacements")
        .then()
        .statusCode(409)
        .body("code", equalTo("visit-recorded"));
  }

  private void aVisitHasADay(String drawId, String subject) {
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + drawId + "-" + subject,
        "VisitRescheduled",
        4,
        """
        {"visitId":"%1$s-%2$s","drawId":"%1$s","planId":"2023001","taskId":"001","subjectId":"%2$s",
         "inspectors":["a","b"],"day":"%3$d-06-20","agreedOn":"%3$d-06-01"}
        """
            .formatted(drawId, subject, year));
    await()
        .untilAsserted(() ->
            assertThat(
                    as("coordinator")
                        .accept("text/html")
                        .get("/ui/draws/" + drawId)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("约定 " + year + "-06-20 检查"));
  }

  /** What the visit takes back waits here no more; what was asked for here no visit is told of. */
  private void itTakesThatBack(String drawId, String subject, String member) {
    handOver(5, drawId, subject, member);
    String replacements = "/api/v1/draws/" + drawId + "/replacements";
    await()
        .untilAsserted(
            () -> as("coordinator").get(replacements).then().body("subject", contains(subject)));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + drawId + "-" + subject,
        "HandoverTakenBack",
        6,
        """
        {"visitId":"%1$s-%2$s","drawId":"%1$s","subjectId":"%2$s","inspector":"%3$s",
         "reason":"调令已经撤回","takenBackBy":"lead-of-unit","takenBackOn":"%4$d-06-02"}
        """
            .formatted(drawId, subject, member, year));
    await()
        .untilAsserted(
            () -> as("coordinator").get(replacements).then().body("subject", hasSize(0)));
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("调令已经撤回"));
  }

  /** What the visit asks waits here for another person; what is refused here is told back. */
  private void aVisitIsHandedOver(String drawId, String subject, String member) {
    handOver(2, drawId, subject, "NOBODY");
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("不是该检查组的成员"));
    handOver(3, drawId, subject, member);
    String draw = "/api/v1/draws/" + drawId;
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get(draw + "/replacements")
                .then()
                .body("subject", contains(subject))
                .body("inspector", contains(member))
                .body("requestedBy", contains("lead-of-unit")));
    as("approver")
        .body("{\"subject\":\"%s\",\"reason\":\"本周另有联合检查\"}".formatted(subject))
        .post(draw + "/replacement-declines")
        .then()
        .statusCode(201);
    await().untilAsserted(() -> assertThat(topic(drawId)).contains("HandoverRefused", "本周另有联合检查"));
    aVisitHasADay(drawId, subject);
    itTakesThatBack(drawId, subject, member);
  }

  private void handOver(long seq, String drawId, String subject, String member) {
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + drawId + "-" + subject,
        "HandoverAsked",
        seq,
        """
        {"visitId":"%1$s-%2$s","drawId":"%1$s","subjectId":"%2$s","inspector":"%3$s",
         "reason":"调离检查大队","askedBy":"lead-of-unit","askedOn":"%4$d-06-01"}
        """
            .formatted(drawId, subject, member, year));
  }

  @Test
  void the_page_that_verifies_runs_the_verifier_of_the_zip_and_has_words_for_every_fault() {
    assertThat(given().get("/ui/verify?draw=130534-2023001-001-1").asString())
        .contains("value=\"130534-2023001-001-1\"", "/draw/ui/verify-page.mjs");
    given().get("/ui/verify?draw=<script>").then().statusCode(400);
    assertThat(given().get("/ui/verify.mjs").then().statusCode(200).extract().asString())
        .contains("export function verify(bytes)");
    String script = given().get("/ui/verify-page.mjs").asString();
    assertThat(Arrays.stream(Code.values()).filter(code -> code.compareTo(Code.SEALED_HASH) < 0))
        .as("said in both languages")
        .allSatisfy(code ->
            assertThat(script).containsPattern("  " + code + ": say\\(\"[^\"]+\", \"[^\"]+\"\\)"));
  }

  @Test
  @Tag("deep")
  void two_tasks_with_the_same_firms_are_drawn_once_and_visited_once() {
    publishedPlan();
    String lead = task("005");
    String other = task("006");
    as("coordinator")
        .get(plan + "/overlaps")
        .then()
        .statusCode(200)
        .body(
            "pairs.find { it.tasks == ['%s', '%s'] }.subjects".formatted(lead, other), equalTo(34))
        .body("pairs.find { it.tasks == ['%s', '%s'] }.items".formatted(lead, other), equalTo(1))
        .body(
            "pairs.find { it.tasks == ['%s', '%s'] }.visitsSaved".formatted(lead, other),
            equalTo(4));
    var combining = Map.of("tasks", List.of(lead, other), "reason", "检查同一批企业");
    as("inspector").body(combining).post(plan + "/combinations").then().statusCode(403);
    as("coordinator")
        .body(combining)
        .post(plan + "/combinations")
        .then()
        .statusCode(201)
        .body("tasks.find { it.key == '%s' }.combines".formatted(lead), nullValue())
        .body(
            "tasks.find { it.key == '%s' }.askedTogether".formatted(lead), equalTo(List.of(other)));
    as("coordinator")
        .body(combining)
        .post(plan + "/combinations")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-needs-second-person"));
    as("approver")
        .body(combining)
        .post(plan + "/combinations")
        .then()
        .statusCode(201)
        .body("tasks.find { it.key == '%s' }.combines".formatted(lead), equalTo(List.of(other)))
        .body("tasks.find { it.key == '%s' }.drawnWith".formatted(other), equalTo(lead));
    as("coordinator")
        .get(plan + "/checks")
        .then()
        .statusCode(200)
        .body("staffing.visitsSaved", equalTo(4));
    as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + other + "/draws")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-combined"));

    String drawId = freeze(lead);
    String draw = "/api/v1/draws/" + drawId;
    as("coordinator").body(ceremony(draw)).post(draw + "/commitment").then().statusCode(201);
    reveal(draw);
    as("coordinator")
        .body("{\"operatorSecret\":\"" + SECRET + "\"}")
        .post(draw + "/execution")
        .then()
        .statusCode(201)
        .body("selected", hasSize(4))
        .body("combined.cells[0].shares", equalTo(Map.of(lead, 4, other, 4)))
        .body("visitsFor.values().flatten().unique()", hasSize(2));
    byte[] bundle = given().get(draw + "/bundle").asByteArray();
    assertThat(Verify.check(bundle).isOk()).as(Verify.check(bundle).detail()).isTrue();
    assertThat(new String(bundle, StandardCharsets.UTF_8)).contains(lead + "=4+" + other + "=4");
    await()
        .untilAsserted(() ->
            assertThat(topic(drawId))
                .contains(
                    "DrawExecuted",
                    "\"items\":[\"I-1\"]",
                    "\"together\":[\"%s\",\"%s\"]".formatted(lead, other)));
    as("coordinator")
        .body("{\"reason\":\"另行安排\"}")
        .post(plan + "/combinations/" + lead + "/separation")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-already-drawn"));
  }

  @Test
  @Tag("deep")
  void a_task_of_two_batches_needs_a_programme_for_each_and_both_draws_stay() {
    publishedPlan();
    String task = task(Office.TWICE_A_YEAR);
    List<String> bundles = new ArrayList<>();
    for (int batch = 1; batch <= 2; batch++) {
      String draw = "/api/v1/draws/" + freeze(task);
      as("coordinator").body(ceremony(draw)).post(draw + "/commitment").then().statusCode(201);
      reveal(draw);
      as("coordinator")
          .body("{\"operatorSecret\":\"" + SECRET + "\"}")
          .post(draw + "/execution")
          .then()
          .statusCode(201);
      bundles.add(draw + "/bundle");
      as("coordinator")
          .body(FREEZE)
          .post("/api/v1/tasks/" + task + "/draws")
          .then()
          .statusCode(409)
          .body("code", equalTo(batch == 1 ? "programme-not-published" : "task-already-drawn"));
      if (batch == 1) {
        KnownRegister.programme(task, year, 2);
      }
    }
    for (String bundle : bundles) {
      assertThat(Verify.check(given().get(bundle).asByteArray()).isOk()).isTrue();
    }
    await()
        .untilAsserted(() ->
            given()
                .get(bundles.getFirst().replace("/bundle", ""))
                .then()
                .statusCode(200)
                .body("phase", equalTo("EXECUTED")));
    theFirstBatchIsReplacedInAndVoided(task);
  }

  private void theFirstBatchIsReplacedInAndVoided(String task) {
    String first = "130534-" + task + "-1";
    String draw = "/api/v1/draws/" + first;
    String gone = given().get(draw).then().extract().path("selected[0]");
    as("coordinator")
        .body(Map.of("subject", gone, "reason", "已迁出", "evidence", "登记机关通知"))
        .post(draw + "/replacements")
        .then()
        .statusCode(201)
        .body("drawId", equalTo(first));
    as("approver")
        .body(Map.of("subject", gone))
        .post(draw + "/replacement-approvals")
        .then()
        .statusCode(201)
        .body("current.subject", not(hasItem(gone)));
    await().untilAsserted(() -> assertThat(topic(first)).contains("TeamChanged", "已迁出"));
    for (String who : List.of("approver", "approver-2")) {
      as(who)
          .body("{\"reason\":\"名单有误\"}")
          .post(draw + "/void-approvals")
          .then()
          .statusCode(200)
          .body("isVoid", equalTo(who.equals("approver-2")));
    }
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws?limit=200")
                .then()
                .body("items.find { it.drawId == '%s' }.phase".formatted(first), equalTo("VOIDED"))
                .body(
                    "items.find { it.drawId == '130534-%s-2' }.phase".formatted(task),
                    equalTo("EXECUTED")));
    await().untilAsserted(() -> assertThat(topic(first)).contains("DrawVoided"));
    assertThat(deviations(first))
        .extracting("kind")
        .containsExactly("NARROW_SLOT", "SUBJECT_REPLACED", "DRAW_VOIDED");
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }
}
