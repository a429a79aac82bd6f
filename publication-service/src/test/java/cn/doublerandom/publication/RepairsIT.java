package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.publication.result.PublicTerm;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.Titles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 公示期和信用修复, from the firm's request to the stub, by pages and programs. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class RepairsIT {
  private static final String UNIT = "公路养护中心";
  private static final String DRAW = "130534-2023088-008-1";
  private static final String FIRM = "91130534MA0088001X";
  private static final String OTHER = "91130534MA0088002X";
  private static final String RESULT = DRAW + "-" + FIRM;
  private static final String EXPIRING = DRAW + "-" + OTHER;
  private static final String PAGE = "/ui/notices/" + RESULT;
  private static final LocalDate ON = LocalDate.of(2023, 6, 1);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject CommandHandler<ResultCommand, ResultEvent, Publication> results;
  @Inject Pool pool;

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .redirects()
        .follow(false)
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private static RequestSpecification coordinator(String account) {
    return as(account, "法制安全科", "coordinator");
  }

  private static RequestSpecification firm() {
    return given().accept("text/html").redirects().follow(false);
  }

  private void tellOfTheDraw() {
    String hash = "c".repeat(64);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023088-008",
        "DrawCommitted",
        PublicationServiceIT.NEXT.getAndIncrement(),
        "{\"drawId\":\"%s\",\"planId\":\"2023088\",\"taskId\":\"008\",\"round\":1,\"commitHash\":\"%s\",\"frameSize\":10,\"executeBy\":\"2023-03-20T16:00:00Z\"}"
            .formatted(DRAW, hash));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023088-008",
        "DrawExecuted",
        PublicationServiceIT.NEXT.getAndIncrement(),
        """
        {"drawId":"%s","planId":"2023088","taskId":"008","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":10,"selected":["%s","%s"],"names":[],
         "teams":[{"subject":"%s","inspectors":["JC081","JC082"]}],
         "items":[{"code":"I-1","name":"路面养护"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, hash, hash, FIRM, OTHER, FIRM));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> given().get("/ui/draws/" + DRAW).then().statusCode(200));
  }

  /** Made public years ago, under a pack that ends it. */
  private void published(String resultId, String subject, LocalDate until) {
    var content =
        new ResultContent(
            resultId,
            DRAW,
            "2023088",
            "008",
            subject,
            UNIT,
            LocalDate.of(2023, 5, 16),
            LocalDate.of(2023, 6, 13),
            false,
            List.of("A", "D"),
            List.of(new ResultContent.Finding("I-1", "路面养护", List.of("A", "D"))),
            List.of(UNIT),
            "JC081",
            List.of("JC081", "JC082"));
    does(resultId, new ResultCommand.ReceiveResult(content));
    does(
        resultId,
        new ResultCommand.PublishResult(
            "JC082",
            UNIT,
            "清河县待修复养护有限公司",
            "11130534MB0000001X",
            ON,
            new Titles("随机抽查088", "公路养护企业随机抽查", "不定向抽查", "清河县交通运输局"),
            new PublicTerm(until, LocalDate.of(2023, 9, 1), "credit-repair-2023")));
  }

  private void does(String resultId, ResultCommand command) {
    Instant at = Instant.parse("2023-06-01T02:00:00Z");
    assertThat(
            results
                .within(Scope.HOME)
                .handle(
                    PublicationStreams.RESULT.of(resultId),
                    command,
                    new CommandContext(
                        "JC082",
                        at,
                        at,
                        resultId,
                        resultId,
                        Optional.empty(),
                        OptionalLong.empty()))
                .await()
                .atMost(Duration.ofSeconds(10)))
        .isInstanceOf(Handled.Done.class);
  }

  @Test
  void a_finding_that_is_put_right_or_old_enough_leaves_a_stub_and_its_hash() {
    tellOfTheDraw();
    published(RESULT, FIRM, LocalDate.of(2999, 6, 1));
    published(EXPIRING, OTHER, LocalDate.of(2026, 6, 1));
    isOver(EXPIRING, "EXPIRED", "公示期已满");

    String code = code();
    await()
        .untilAsserted(() ->
            firm()
                .get("/ui/results/" + RESULT)
                .then()
                .body(containsString("2999-06-01"), containsString("待修复养护")));
    theFirmAsksByItsCodeAndOnce(code);
    whoIsConcernedDecidesNothing();
    refusedItMayBeAskedForAgain(code);
    twoPeopleGrantIt(code);
    isOver(RESULT, "REPAIRED", "已经信用修复");
    theStubStandsEverywhere();
  }

  private static String code() {
    return as("JC082", UNIT, "publisher")
        .header("Idempotency-Key", "repair-code")
        .post("/api/v1/results/" + RESULT + "/objection-code")
        .then()
        .statusCode(201)
        .extract()
        .path("code");
  }

  private static Response asks(String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("statement", "路面<i>已修补</i>，复查合格"))
        .post("/api/v1/objections/" + RESULT + "/" + code + "/repair");
  }

  private void theFirmAsksByItsCodeAndOnce(String code) {
    String own = "/ui/objections/" + RESULT + "/" + code;
    given()
        .contentType("application/json")
        .body(Map.of("statement", "已修补"))
        .post("/api/v1/objections/" + RESULT + "/22222-22222/repair")
        .then()
        .statusCode(404)
        .body("type", containsString("objection-code-unknown"));
    firm().get(own).then().body(containsString(own + "/repair"), containsString("申请信用修复"));
    firm().get(own + "/repair").then().statusCode(200).body(containsString("提出申请"));
    firm()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("statement", "")
        .post(own + "/repair")
        .then()
        .statusCode(400)
        .body(containsString("fault"));
    firm().get(own + "/repair?taken=1").then().body(not(containsString("请记下修复编号")));
    String key = UUID.randomUUID().toString();
    for (int pressed = 0; pressed < 2; pressed++) {
      firm()
          .contentType("application/x-www-form-urlencoded; charset=UTF-8")
          .formParam("_key", key)
          .formParam("statement", "路面<i>已修补</i>，复查合格")
          .post(own + "/repair")
          .then()
          .statusCode(303)
          .header("Location", containsString("taken="));
    }
    assertThat(keysWith(code)).as("keys that tell the code").isZero();
    firm()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", UUID.randomUUID().toString())
        .formParam("statement", "再申请一次")
        .post(own + "/repair")
        .then()
        .statusCode(409)
        .body(containsString("没有提交"), containsString("role=\"alert\""));
    firm()
        .get(own + "?refused=request-too-large")
        .then()
        .statusCode(200)
        .body(containsString("文件超过限额，没有收到"));
    asks(code).then().statusCode(409).body("type", containsString("repair-waits"));
    firm()
        .header("Accept-Language", "en")
        .get(own + "/repair")
        .then()
        .body(
            containsString("Waits for a decision"),
            containsString("&lt;i&gt;已修补"),
            containsString("waits for its decision"));
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .get("/api/v1/waiting")
                .then()
                .body(containsString("\"repair\""), containsString(PAGE)));
    coordinator("coordinator")
        .accept("text/html")
        .get("/ui/notices?state=REPAIR_ASKED&task=2023088")
        .then()
        .body(containsString(PAGE), containsString("信用修复待决定"));
    as("JC082", UNIT, "publisher")
        .accept("text/html")
        .get(PAGE)
        .then()
        .body(containsString(RESULT + "-X1"), not(containsString("已修补")));
    firm().get("/ui/results/" + RESULT).then().body(not(containsString("已修补")));
  }

  private static Response act(RequestSpecification who, String act, Map<String, ?> body) {
    return who.contentType("application/json")
        .header("Idempotency-Key", act + System.nanoTime())
        .header("If-Match", version())
        .body(body)
        .post("/api/v1/results/" + RESULT + "/" + act);
  }

  private static String version() {
    return coordinator("coordinator")
        .get("/api/v1/results/" + RESULT + "/repairs")
        .then()
        .statusCode(200)
        .extract()
        .header("ETag");
  }

  private void whoIsConcernedDecidesNothing() {
    for (String concerned : List.of("JC081", "JC082")) {
      act(coordinator(concerned), "repair/proposal", Map.of("reason", "复查合格"))
          .then()
          .statusCode(403)
          .body("type", containsString("repair-by-concerned"));
    }
    act(as("JC082", UNIT, "publisher"), "repair/refusal", Map.of("reason", "尚未改正"))
        .then()
        .statusCode(403);
    coordinator("coordinator")
        .get("/api/v1/results/" + RESULT + "/repairs")
        .then()
        .body("[0].statement", containsString("已修补"));
  }

  private void refusedItMayBeAskedForAgain(String code) {
    String page = coordinator("coordinator").accept("text/html").get(PAGE).asString();
    assertThat(page).contains("拟同意信用修复", "不予信用修复");
    act(coordinator("coordinator"), "repair/refusal", Map.of("reason", "复查尚未改正"))
        .then()
        .statusCode(200);
    given()
        .get("/api/v1/objections/" + RESULT + "/" + code)
        .then()
        .body("repair.mayAsk", equalTo(true), "repair.asked[0].refusal", equalTo("复查尚未改正"));
    asks(code).then().statusCode(201).body("receipt", equalTo(RESULT + "-X2"));
  }

  private void twoPeopleGrantIt(String code) {
    act(coordinator("coordinator"), "repair/proposal", Map.of("reason", "复查合格"))
        .then()
        .statusCode(200);
    coordinator("coordinator-2")
        .accept("text/html")
        .get(PAGE)
        .then()
        .body(containsString("同意信用修复并结束公示"), containsString("复查合格"));
    act(coordinator("coordinator"), "change/approval", Map.of()).then().statusCode(403);
    act(coordinator("coordinator-2"), "change/approval", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("ENDED"));
    given()
        .get("/api/v1/objections/" + RESULT + "/" + code)
        .then()
        .body("repair.ended.cause", equalTo("REPAIRED"), "repair.reason", equalTo("复查合格"));
    asks(code).then().statusCode(409).body("type", containsString("publication-ended"));
  }

  private void isOver(String result, String validity, String words) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            given()
                .get("/api/v1/results/" + result + "/imprint")
                .then()
                .body("validity", equalTo(validity)));
    firm()
        .get("/ui/results/" + result)
        .then()
        .statusCode(200)
        .body(
            containsString(words),
            containsString(result),
            not(containsString("待修复养护")),
            not(containsString("路面养护")),
            not(containsString("发现问题")));
  }

  private void theStubStandsEverywhere() {
    String hash =
        given()
            .get("/api/v1/results?limit=200")
            .then()
            .body("items.find { it.resultId == '" + RESULT + "' }.ended.cause", equalTo("REPAIRED"))
            .body("items.find { it.resultId == '" + RESULT + "' }.codes.size()", equalTo(0))
            .extract()
            .path("items.find { it.resultId == '" + RESULT + "' }.ended.contentHash");
    List<String> values =
        TopicTails.readAll(Map.of("bootstrap.servers", kafka), "publication.results.v1").stream()
            .filter(record -> record.key().endsWith(RESULT))
            .map(record -> String.valueOf(record.value()))
            .toList();
    assertThat(values).hasSize(2);
    assertThat(Sha256.hex(values.getFirst().getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
    assertThat(values.getLast())
        .contains(hash, "REPAIRED", "\"endedOn\"")
        .doesNotContain("待修复", "路面", "codes");
    firm()
        .get("/ui/search?search=待修复养护")
        .then()
        .statusCode(200)
        .body(not(containsString("/ui/results/" + RESULT)));
    firm()
        .get("/ui/search?search=" + FIRM)
        .then()
        .statusCode(200)
        .body(containsString("/ui/results/" + RESULT), containsString("已信用修复"));
    firm()
        .get("/ui/firms/" + FIRM)
        .then()
        .body(containsString("已信用修复"), not(containsString("发现问题")));
    firm()
        .get("/ui/draws/" + DRAW + "/results")
        .then()
        .body(containsString("公示期满"), containsString("已信用修复"), not(containsString("发现问题")));
    given()
        .get("/api/v1/open-data/2023/results.json")
        .then()
        .body("find { it.resultId == '" + RESULT + "' }.state", equalTo("REPAIRED"))
        .body("find { it.resultId == '" + RESULT + "' }.contentHash", equalTo(hash))
        .body("find { it.resultId == '" + RESULT + "' }.subjectName", equalTo(null))
        .body("state", hasItem("EXPIRED"));
    given()
        .get("/api/v1/open-data/feed")
        .then()
        .body(containsString("（已信用修复）"), not(containsString("待修复养护")));
    coordinator("coordinator")
        .accept("text/html")
        .get(PAGE)
        .then()
        .statusCode(200)
        .body(containsString("信用修复，结束公示"), not(containsString("repair/proposal")));
  }

  private long keysWith(String code) {
    return pool.preparedQuery(
            "SELECT count(*) AS n FROM command_key WHERE position($1 IN key || request_hash) > 0")
        .executeAndAwait(Tuple.of(code))
        .iterator()
        .next()
        .getLong("n");
  }
}
