package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.inbox.Replicas;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.projection.KeptByScope;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.publication.application.ToldBoard;
import cn.doublerandom.servicekit.identity.Rounds;
import cn.doublerandom.servicekit.memory.Remade;
import cn.doublerandom.servicekit.view.OwnReading;
import cn.doublerandom.servicekit.view.OwnRows;
import cn.doublerandom.verifier.Verify;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class PublicationServiceIT {
  @Inject Pool pool;
  @Inject @Any Instance<Projection> projections;
  @Inject Replicas replicas;
  @Inject Rounds rounds;
  @Inject ToldBoard told;

  private static final String DRAW_ID = "130534-2023001-001-1";
  private static final String RESULT = DRAW_ID + "-91130534MA0023063G";

  /** What the tests tell comes after the story, each with a number of its own. */
  static final AtomicLong NEXT = new AtomicLong(100);

  private static final String OLD_FIRM = "91130534MA0014000T";

  private static final String TEAM =
      "{\"subject\":\"91130534MA0023063G\",\"inspectors\":[\"JC001\",\"JC002\"]}";

  private static final int READERS = 200;

  /** By no name: one that nobody has is answered before any result is read. */
  private static final String SEARCH = "/publication/ui/search?code=1";

  private static final String LATE = "task-130534-2023009-009";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @Inject Remade noticeLog;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification publisherOf(String unit) {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("publisher", List.of("publisher"), unit)))
        .contentType("application/json");
  }

  private void tellStory() {
    String hash = "a".repeat(64);
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "subject-91130534MA0023063G",
        "SubjectChanged",
        1,
        """
        {"subjectId":"91130534MA0023063G","name":"清河县示例运输<b>有限公司","kind":"ENTERPRISE",
         "labels":["道路运输"],"creditRiskClass":"A","status":"ACTIVE","registrar":"行政审批局",
         "since":"2018-01-01"}
        """);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "plan-130534-2023",
        "PlanPublished",
        1,
        """
        {"planKey":"130534-2023","issuer":"清河县交通运输局","title":"2023年计划","tableDate":"2023年1月6日",
         "publishedOn":"2023-01-30","tasks":[{"planNumber":"2023001","planName":"随机抽查001",
         "taskNumber":"001","taskName":"道路运输行业随机抽查","drawType":"TARGETED","rate":"10%",
         "items":"事项","scope":"辖区内道路运输企业","leadUnit":"法制安全科","jointUnit":"执法大队",
         "drawPeriod":"2023年3月至11月","drawFrom":"2023-03-01","drawTo":"2023-11-30"}]}
        """);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "DrawCommitted",
        2,
        "{\"drawId\":\"%s\",\"planId\":\"2023001\",\"taskId\":\"001\",\"round\":1,\"commitHash\":\"%s\",\"frameSize\":187,\"executeBy\":\"2023-03-20T16:00:00Z\"}"
            .formatted(DRAW_ID, hash));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "DrawExecuted",
        3,
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":187,"selected":["91130534MA0023063G"],
         "teams":[{"subject":"91130534MA0023063G","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW_ID, hash, hash));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + RESULT,
        "ResultRecorded",
        1,
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001",
         "subjectId":"91130534MA0023063G","inspectors":["JC001","JC002"],"unit":"综合行政执法大队",
         "units":["综合行政执法大队","安全监督科"],"recordedBy":"JC001",
         "finishedOn":"2023-03-16","dueOn":"2023-04-14","provisional":false,"codes":["A","D"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["A","D"],"note":"内部说明"}]}
        """
            .formatted(RESULT, DRAW_ID));
  }

  @Test
  void a_page_takes_its_look_from_one_file_that_a_browser_may_keep_for_ever() {
    String page = given().get("/ui").asString();
    String look = page.replaceAll("(?s).*href=\"/publication(/ui/kit/[^\"]+)\".*", "$1");

    given()
        .get(look)
        .then()
        .statusCode(200)
        .contentType("text/css")
        .header("Cache-Control", KitFile.CACHE_CONTROL)
        .body(containsString("--accent"));
    given().get("/ui/kit/suite-000000000000.css").then().statusCode(404);
    assertThat(given().accept("text/html").get("/ui/nix").asString()).contains(look);
  }

  @Test
  void whoever_reads_the_topics_finds_their_document_here_and_each_of_its_schemas() {
    String document = given().get("/asyncapi").then().statusCode(200).extract().asString();
    List<String> schemas =
        Pattern.compile("\\$ref: '(asyncapi/schemas/[^']+)'")
            .matcher(document)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(schemas).contains("asyncapi/schemas/DisciplineAnswered.json").hasSizeGreaterThan(40);
    for (String schema : schemas) {
      given().get("/" + schema).then().statusCode(200).body("type", equalTo("object"));
    }
    given().get("/asyncapi/schemas/Nothing.json").then().statusCode(404);
    given().get("/asyncapi/schemas/..asyncapi.json").then().statusCode(404);
  }

  @Test
  void plan_draw_and_result_become_notices_and_nothing_is_public_too_early() throws Exception {
    tellStory();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          publisherOf("综合行政执法大队")
              .get("/api/v1/results/pending?resultId=" + RESULT)
              .then()
              .statusCode(200);
          given().get("/api/v1/draws").then().body("items[0].phase", equalTo("EXECUTED"));
          given()
              .get("/api/v1/statistics?year=2023")
              .then()
              .body("recorded", equalTo(1))
              .body("registered", equalTo(1));
        });
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws")
                .then()
                .body("items[0].task.planName", equalTo("随机抽查001"))
                .body("items[0].authority", equalTo("清河县交通运输局"))
                .body("items[0].subjects[0].registrar", equalTo("行政审批局"))
                .body("items[0].bundle", equalTo("/draw/api/v1/draws/" + DRAW_ID + "/bundle")));
    given().get("/api/v1/results").then().body("items.resultId", not(hasItem(RESULT)));
    given()
        .get("/ui/results/" + RESULT)
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("没有这份公告"));
    given().get("/api/v1/statistics?year=2023").then().body("overdue", hasItem(RESULT));

    publisherOf("别的单位")
        .post("/api/v1/results/" + RESULT + "/publication")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-your-result"));
    publisherOf("综合行政执法大队")
        .post("/api/v1/results/" + RESULT + "/publication")
        .then()
        .statusCode(201)
        .body("state", equalTo("PUBLISHED"));
    publisherOf("综合行政执法大队")
        .post("/api/v1/results/" + RESULT + "/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("result-already-published"));

    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/results")
                .then()
                .rootPath("items.find { it.resultId == '%s' }".formatted(RESULT))
                .body("onTime", equalTo(false))
                .body("text", equalTo("发现问题待后续处理；违反本领域其他规定行为")));
    new NoticePaperWay("results", RESULT).isKept("91130534MA0023063G", "清河县交通运输局");
    given()
        .get("/api/v1/statistics?year=2023")
        .then()
        .body("inspected", equalTo(1))
        .body("published", equalTo(1))
        .body("publishedOnTime", equalTo(0))
        .body("coverage", equalTo("100.00%"))
        .body("overdue", not(hasItem(RESULT)));
    await()
        .untilAsserted(() ->
            publisherOf("综合行政执法大队")
                .get("/api/v1/glance")
                .then()
                .statusCode(200)
                .body("own.what", hasItem("公示检查结果：清河县示例运输<b>有限公司"))
                .body("own.at", hasItem("/publication/ui/notices/" + RESULT))
                .body("all", empty()));
    standsOnThePublicTopic();
    standsInTheLogOfNotices();
    whatAnotherBureauKeepsChangesNoAnswer();
  }

  /** Who reads the topic from its beginning has every notice, and the root we say. */
  private void standsOnThePublicTopic() {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          var values = new TreeMap<String, String>();
          TopicTails.readAll(Map.of("bootstrap.servers", kafka), "publication.results.v1")
              .forEach(told -> values.put(told.key(), told.value()));
          assertThat(values.get("130534/" + RESULT))
              .contains("\"planName\":\"随机抽查001\"", "\"authority\":\"清河县交通运输局\"", "\"version\":1")
              .doesNotContain("内部说明", "JC001", "publisher");
          var lines = new StringBuilder();
          values.forEach(
              (key, value) -> lines.append(key).append(' ').append(sha256(value)).append('\n'));
          given()
              .get("/api/v1/results/root")
              .then()
              .statusCode(200)
              .body("count", equalTo(values.size()))
              .body("root", equalTo(sha256(lines.toString())));
        });
  }

  /**
   * Its line, its proof and its tiles are there for everybody, and a verifier of another house
   * agrees.
   */
  private void standsInTheLogOfNotices() throws Exception {
    String place = "/api/v1/results/" + RESULT + "/proof";
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> given().get(place).then().statusCode(200));
    var proof = given().get(place).then().extract().jsonPath();
    assertThat(proof.getString("leaf"))
        .startsWith("dr/notice/1 result 130534 " + RESULT + " 1 ")
        .endsWith(" " + sha256(proof.getString("content")));
    assertThat(proof.getString("content"))
        .contains("\"state\":\"VALID\"")
        .doesNotContain("内部说明", "JC001");
    long size = proof.getLong("size");
    given()
        .get("/log/notices/tile/entries/000.p/" + size)
        .then()
        .statusCode(200)
        .header("Cache-Control", KitFile.CACHE_CONTROL)
        .body(containsString(proof.getString("leaf")));
    given().get("/log/notices/tile/0/999").then().statusCode(404);
    given().get("/log/notices/consistency?from=1&to=" + size).then().statusCode(200);
    given().get("/api/v1/draws/" + DRAW_ID + "/commitment/proof").then().statusCode(200);
    given()
        .get("/api/v1/results/" + RESULT + "/proof?version=9")
        .then()
        .statusCode(404)
        .body("code", equalTo("notice-unknown"));
    assertThat(
            given().get("/ui/proofs/results/" + RESULT).then().statusCode(200).extract().asString())
        .contains("这份公告在公示账本中的位置", proof.getString("leaf"), "sha256sum");
    assertThat(given().get("/ui/notice-log").then().statusCode(200).extract().asString())
        .contains("NOTICE_SPLIT", given().get("/log/notices/key").asString().strip());
    String root = "http://localhost:" + RestAssured.port + "/publication";
    assertThat(verified("notice", root + "/ui/results/" + RESULT))
        .contains("OK result " + RESULT + " version 1: leaf ");
    assertThat(verified("notices", root + "/log/notices"))
        .contains("every tile is as it was signed");
  }

  private static String verified(String... words) {
    var said = new ByteArrayOutputStream();
    Verify.run(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another bureau keeps the same numbers in the same tables, and nobody can tell. */
  private void whatAnotherBureauKeepsChangesNoAnswer() throws Exception {
    var reader =
        new ReadRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/publication/q/openapi",
            TestStack.bearer(new DemoIdentity.User("reader", DemoIdentity.ROLES, "综合行政执法大队")),
            List.of(DRAW_ID, RESULT, "130534-2023"));
    assertThat(
            new KeptByScope(pool, projections, OwnRows.COLUMN)
                .and(replicas)
                .changed(new Scope("130534.scjg"), reader::answers, 5))
        .isEmpty();
  }

  @Test
  void a_wrong_address_is_a_page_in_a_browser_and_a_problem_for_a_program() {
    for (String address : List.of("/ui/nix", "/api/v1/nix", "/ui/plans/130534-1999")) {
      given()
          .accept("text/html,application/xhtml+xml,*/*;q=0.8")
          .get(address)
          .then()
          .statusCode(404)
          .contentType("text/html")
          .body(containsString("公示首页"));
    }
    given()
        .accept("application/json")
        .get("/api/v1/nix")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("not-found"));
  }

  @Test
  void an_adjusted_plan_shows_its_reason_its_difference_and_the_version_before() {
    tellStory();
    for (int version : List.of(1, 2)) {
      TestStack.announce(
          kafka,
          "draw.events.v1",
          "plan-130534-2022",
          "PlanPublished",
          NEXT.getAndIncrement(),
          """
          {"planKey":"130534-2022","issuer":"清河县交通运输局","title":"2022年计划","tableDate":"2022年1月6日",
           "publishedOn":"2022-0%d-30","tasks":[{"planNumber":"2022001","planName":"随机抽查001",
           "taskNumber":"001","taskName":"道路运输行业随机抽查","drawType":"TARGETED","rate":"%d%%",
           "items":"事项","scope":"辖区内道路运输企业","leadUnit":"法制安全科","jointUnit":"执法大队",
           "drawPeriod":"2022年3月至11月","drawFrom":"2022-03-01","drawTo":"2022-11-30"}],
           "version":%d,"documentNumber":"清交双随机办〔2022〕3号"%s}
          """
              .formatted(
                  2 * version - 1,
                  version * 10,
                  version,
                  version == 1 ? "" : ",\"reason\":\"新增企业较多\""));
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui/plans/130534-2022").asString())
                .contains("第 2 版", "新增企业较多", "与上一版的差异", "10%", "20%", "第 1 版", "2022-01-30"));
    given()
        .get("/api/v1/plans/130534-2022")
        .then()
        .body("version", equalTo(2))
        .body("documentNumber", equalTo("清交双随机办〔2022〕3号"))
        .body("earlier.number", equalTo(List.of(1)));
    given()
        .get("/api/v1/plans/130534-2022/imprint")
        .then()
        .body("documentNumber", equalTo("清交双随机办〔2022〕3号"));
    assertThat(given().get("/ui/plans/130534-2022").asString())
        .contains("<dt>发文字号</dt><dd lang=\"zh\">清交双随机办〔2022〕3号</dd>");
    assertThat(given().get("/api/v1/open-data/2022/plans.csv").asString())
        .contains("清交双随机办〔2022〕3号");
  }

  @Test
  void a_result_is_not_published_under_a_number_while_the_name_of_its_firm_is_unknown() {
    tellStory();
    String nameless = "130534-2023001-001-1-91130534MA0000001U";
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + nameless,
        "ResultRecorded",
        NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001",
         "subjectId":"91130534MA0000001U","inspectors":["JC001","JC002"],"unit":"综合行政执法大队",
         "finishedOn":"2021-03-16","dueOn":"2021-04-14","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(nameless, DRAW_ID));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            publisherOf("综合行政执法大队")
                .post("/api/v1/results/" + nameless + "/publication")
                .then()
                .statusCode(409)
                .body("code", equalTo("subject-name-pending")));
  }

  @Test
  void what_is_overdue_stays_overdue_after_new_year_recorded_or_not() {
    tellStory();
    String missing = "130534-2023001-001-1-91130534MA0000000X";
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + missing,
        "DeadlineBreached",
        NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001",
         "subjectId":"91130534MA0000000X","inspectors":["JC001","JC002"],
         "finishedOn":"2023-03-17","dueOn":"2023-04-17","provisional":false}
        """
            .formatted(missing, DRAW_ID));
    for (int year : List.of(2023, 2024)) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() ->
              given()
                  .get("/api/v1/statistics?year=" + year)
                  .then()
                  .body("overdue", hasItem(missing))
                  .body("overdueUnrecorded", equalTo(List.of(missing))));
    }
    given()
        .get("/api/v1/statistics?year=2023")
        .then()
        .body("unrecorded", equalTo(1))
        .body("basis.on", equalTo("2022-12-31"))
        .body("basis.kinds", equalTo(List.of("ENTERPRISE")))
        .body("basis.states", equalTo(List.of("ACTIVE")));
    given()
        .get("/api/v1/statistics?year=2016")
        .then()
        .body("overdue", empty())
        .body("publication", equalTo("—"));
    assertThat(given().get("/ui/overdue").asString()).contains("尚未录入", "2023-04-17");
    assertThat(given().get("/ui?year=2024").then().statusCode(200).extract().asString())
        .contains("2022年12月31日".replace("2022", "2023"), "尚未录入", ">2023</option>");
  }

  private void tellOfVisit(String visit, String type, String members) {
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + visit,
        type,
        NEXT.getAndIncrement(),
        "{\"visitId\":\"%s\",\"drawId\":\"%s\",\"subjectId\":\"91130534MA0023063G\",%s}"
            .formatted(visit, DRAW_ID, members));
  }

  @Test
  void the_results_of_a_voided_draw_stand_under_the_word_that_it_is_void() {
    tellStory();
    String draw = "130534-2099009-001-1";
    tell(
        "task-130534-2099009-001",
        "DrawCommitted",
        ("{\"drawId\":\"%s\",\"planId\":\"2099009\",\"taskId\":\"001\",\"round\":1,\"commitHash\":\"%s\","
                + "\"frameSize\":9,\"executeBy\":\"2022-03-20T16:00:00Z\"}")
            .formatted(draw, "b".repeat(64)));
    tell(
        "task-130534-2099009-001",
        "DrawVoided",
        ("{\"approvedBy\":\"approver\",\"drawId\":\"%s\",\"reason\":\"见证人未到场\",\"requestedBy\":\"coordinator\","
                + "\"wouldBeResultHash\":\"\"}")
            .formatted(draw));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/" + draw + "/results").asString())
                .contains("本次抽取已作废：<span lang=\"zh\">见证人未到场"));
  }

  /** In 2021, of which nothing else is told. */
  @Test
  void a_task_that_was_drawn_once_and_is_to_be_twice_is_listed_in_every_year_from_its_own_on() {
    tellStory();
    tell(
        "plan-130534-2021",
        "PlanPublished",
        """
        {"planKey":"130534-2021","issuer":"清河县交通运输局","title":"","tableDate":"2021年1月6日",
         "publishedOn":"2021-01-30","tasks":[{"planNumber":"2099021","planName":"随机抽查001",
         "taskNumber":"001","taskName":"只抽取一次的随机抽查","drawType":"TARGETED","rate":"10%",
         "items":"事项","scope":"辖区内道路运输企业","leadUnit":"法制安全科","jointUnit":"执法大队",
         "drawPeriod":"2021年3月至11月","drawFrom":"2021-03-01","drawTo":"2021-11-30","batches":2}]}
        """);
    drawn("130534-2099021-001", 1, "");
    drawn("130534-2099021-001", 2, ",\"teamsOf\":\"130534-2099021-001-1\"");
    for (int year : List.of(2021, 2023)) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() ->
              given()
                  .get("/api/v1/statistics?year=" + year)
                  .then()
                  .body("overdueUndrawn", hasItem("130534-2099021-001"))
                  .body("overdueUndrawn", not(hasItem("130534-2023001-001"))));
    }
    given().get("/api/v1/statistics?year=2020").then().body("overdueUndrawn", empty());
    assertThat(given().get("/ui/overdue").asString())
        .contains("逾期未抽取", "应抽取 2 次，已抽取 1 次", "2021-11-30", "130534-2099021-001");
    assertThat(given().get("/ui?year=2021").asString())
        .contains("逾期未抽取")
        .as("a plan whose table has no title can be opened all the same")
        .contains("2021年度抽查工作计划");
    assertThat(given().get("/ui/plans/130534-2021").asString())
        .contains("<h1 lang=\"zh\">2021年度抽查工作计划</h1>");
    String teams = "本轮只重新抽取检查组";
    await()
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/130534-2099021-001-2").asString())
                .contains(teams, "/publication/ui/draws/130534-2099021-001-1\""));
    assertThat(given().get("/ui/draws/130534-2099021-001-1").asString()).doesNotContain(teams);
    whatWasFoundByTeamsThatAreVoidIsFoundFromTheDrawTheyWereFor();
  }

  @Test
  void a_draw_lacks_teams_until_they_are_drawn_for_it_and_not_afterwards() {
    tellStory();
    String task = "130534-2099021-002";
    String lacking = "未编成检查组";
    drawn(task, 1, "", "");
    for (String page : List.of("/ui", "/ui/draws/" + task + "-1")) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(given().get(page).asString()).contains("编成检查组"));
    }
    drawn(task, 2, ",\"teamsOf\":\"%s-1\"".formatted(task), TEAM);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui").asString())
                .contains(task + "-2")
                .doesNotContain(lacking));
    assertThat(given().get("/ui/draws/" + task + "-1").asString())
        .contains("检查组由")
        .doesNotContain("没有编成检查组");
  }

  private void whatWasFoundByTeamsThatAreVoidIsFoundFromTheDrawTheyWereFor() {
    String first = "130534-2099021-001-1";
    String again = "130534-2099021-001-2";
    tell(
        "task-130534-2099021-001",
        "TeamChanged",
        """
        {"drawId":"%s","planId":"2099021","taskId":"001","subject":"91130534MA0000001U",
         "inspectors":["A","B"],"items":[{"code":"I-1","name":"经营行为"}],"checkFrom":"2021-03-01",
         "checkTo":"2021-11-30","reason":"企业已注销","changedOn":"2021-04-21",
         "replaces":"91130534MA0023063G"}
        """
            .formatted(again));
    tell(
        "task-130534-2099021-001",
        "DrawVoided",
        """
        {"drawId":"%s","reason":"名单有误","requestedBy":"赵局","approvedBy":"钱局","wouldBeResultHash":"%s",
         "subjects":["91130534MA0000001U"],"teamsOf":"%s",
         "replaced":[{"subject":"91130534MA0023063G","alternate":"91130534MA0000001U"}]}
        """
            .formatted(again, "b".repeat(64), first));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/" + again).asString())
                .contains("已作废", "更换随之撤销", "/publication/ui/draws/" + first + "/results\""));
    assertThat(given().get("/ui/draws/" + first).asString())
        .contains("检查组由", "/publication/ui/draws/" + again + "\"", "该轮已作废", "对象有更换");
    assertThat(given().get("/ui").asString())
        .contains("/publication/ui/draws/" + again + "/results\"");
    String result = again + "-91130534MA0023063G";
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + result,
        "ResultRecorded",
        NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2099021","taskId":"001",
         "subjectId":"91130534MA0023063G","inspectors":["JC001","JC002"],"unit":"综合行政执法大队",
         "finishedOn":"2021-03-16","dueOn":"2999-04-14","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(result, again));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            publisherOf("综合行政执法大队")
                .post("/api/v1/results/" + result + "/publication")
                .then()
                .statusCode(201));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/" + first + "/results").asString())
                .contains("已公示 1 / 1 户", "/publication/ui/results/" + result));
  }

  /** Promised and made, in March 2021. */
  private void drawn(String task, int round, String further) {
    drawn(task, round, further, TEAM);
  }

  private void drawn(String task, int round, String further, String teams) {
    String hash = "b".repeat(64);
    String draw = task + "-" + round;
    tell(
        "task-" + task,
        "DrawCommitted",
        ("{\"drawId\":\"%s\",\"planId\":\"2099021\",\"taskId\":\"%s\",\"round\":%d,"
                + "\"commitHash\":\"%s\",\"frameSize\":9,\"executeBy\":\"2021-03-20T16:00:00Z\"}")
            .formatted(draw, task.substring(15), round, hash));
    tell(
        "task-" + task,
        "DrawExecuted",
        """
        {"drawId":"%s","planId":"2099021","taskId":"%s","round":%d,"commitHash":"%s","resultHash":"%s",
         "frameSize":9,"selected":["91130534MA0023063G"],
         "teams":[%s],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2021-03-01","checkTo":"2021-11-30","executedOn":"2021-03-15"%s}
        """
            .formatted(draw, task.substring(15), round, hash, hash, teams, further));
  }

  /** In 2022, of which nothing else is told. */
  @Test
  void
      a_drawn_visit_nobody_held_spoils_the_rate_of_its_year_and_is_listed_in_every_year_until_done() {
    tellStory();
    String visit = "130534-2022001-001-1-91130534MA0023063G";
    tellOfVisit(
        visit,
        "VisitNotHeld",
        "\"planId\":\"2022001\",\"taskId\":\"001\",\"inspectors\":[\"JC001\",\"JC002\"],"
            + "\"windowTo\":\"2022-11-30\",\"begun\":true");
    for (int year : List.of(2022, 2023, 2024)) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() ->
              given()
                  .get("/api/v1/statistics?year=" + year)
                  .then()
                  .body("overdueNotHeld", equalTo(List.of(visit)))
                  .body("overdue", not(hasItem(visit)))
                  .body("notHeld", equalTo(year == 2022 ? 1 : 0)));
    }
    given()
        .get("/api/v1/statistics?year=2022")
        .then()
        .body("publication", equalTo("0.00%"))
        .body("recorded", equalTo(0))
        .body("inspected", equalTo(0));
    given().get("/api/v1/statistics?year=2021").then().body("overdueNotHeld", empty());
    assertThat(given().get("/ui/overdue").asString())
        .contains("逾期未检查", "已开始检查，未结束", "2022-11-30", "清河县示例运输");
    assertThat(given().get("/ui?year=2022").then().statusCode(200).extract().asString())
        .contains("逾期未检查", "0 / 1 份", "0.00%");
    publisherOf("综合行政执法大队")
        .post("/api/v1/results/" + visit + "/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("result-not-recorded"));
    publisherOf("综合行政执法大队")
        .get("/api/v1/results/pending?resultId=" + visit)
        .then()
        .body("state", equalTo("NOT_HELD"))
        .body("dueOn", equalTo("2022-11-30"));

    tellOfVisit(visit, "VisitSettled", "\"outcome\":\"CANCELLED\",\"settledOn\":\"2023-03-20\"");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/statistics?year=2022")
                .then()
                .body("overdueNotHeld", empty())
                .body("notHeld", equalTo(0))
                .body("publication", equalTo("—")));
    assertThat(given().get("/ui/overdue").asString()).contains("没有逾期未检查的对象");
  }

  /** In 2017, of which nothing else is told. */
  @Test
  void a_visit_of_january_for_the_year_before_is_coverage_and_result_of_that_year() {
    tellStory();
    tellOfFirm("ACTIVE", "2014-01-01", "");
    String visit = "130534-2017001-001-1-" + OLD_FIRM;
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + visit,
        "VisitNotHeld",
        NEXT.getAndIncrement(),
        """
        {"visitId":"%s","drawId":"130534-2017001-001-1","planId":"2017001","taskId":"001",
         "subjectId":"%s","inspectors":["JC001","JC002"],"windowTo":"2017-12-31","begun":true}
        """
            .formatted(visit, OLD_FIRM));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + visit,
        "ResultRecorded",
        NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"130534-2017001-001-1","planId":"2017001","taskId":"001",
         "subjectId":"%s","inspectors":["JC001","JC002"],"unit":"综合行政执法大队",
         "finishedOn":"2018-01-10","dueOn":"2018-02-07","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(visit, OLD_FIRM));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/statistics?year=2017")
                .then()
                .body("recorded", equalTo(1))
                .body("registered", equalTo(1))
                .body("inspected", equalTo(1))
                .body("coverage", equalTo("100.00%")));
    given()
        .get("/api/v1/statistics?year=2018")
        .then()
        .body("recorded", equalTo(0))
        .body("inspected", equalTo(0));

    // And so it counts in no year of the other tests.
    tellOfFirm(
        "CANCELLED",
        "2016-12-01",
        """
        ,"states":[{"from":"2014-01-01","status":"ACTIVE"},{"from":"2016-12-01","status":"CANCELLED"}],
        "toldOn":"2018-02-01"
        """);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/statistics?year=2017")
                .then()
                .body("registered", equalTo(0))
                .body("inspected", equalTo(0))
                .body("corrected.removed", equalTo(1))
                .body("corrected.before", equalTo(1))
                .body("corrected.inspectedBefore", equalTo(1))
                .body("corrected.coverageBefore", equalTo("100.00%")));
    assertThat(given().get("/ui?year=2017").asString())
        .contains("更正之前 100.00%（1 / 1 户），更正之后 —（0 / 0 户）；其中分母移出 1 户，补入 0 户");
  }

  private void tellOfFirm(String status, String effective, String further) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "subject-" + OLD_FIRM,
        "SubjectChanged",
        NEXT.getAndIncrement(),
        """
        {"subjectId":"%s","name":"清河县老字号运输有限公司","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"A","status":"%s","registrar":"行政审批局","since":"2014-01-01",
         "effective":"%s"%s}
        """
            .formatted(OLD_FIRM, status, effective, further));
  }

  @Test
  void the_pages_carry_the_official_columns_and_escape_what_they_show() {
    tellStory();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> given().get("/api/v1/draws").then().body("items[0].phase", equalTo("EXECUTED")));
    String plan = given().get("/ui/plans/130534-2023").then().statusCode(200).extract().asString();
    assertThat(plan)
        .contains(
            "抽查计划编号", "抽查计划名称", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查事项", "抽查对象范围", "检查日期自", "检查日期至",
            "单位（盖章）", "制表时间", "主题分类", "发布机构", "效力状态");
    assertThat(plan)
        .contains(
            "<meta name=\"PubDate\"",
            "<meta name=\"ContentSource\" lang=\"zh\" content=\"清河县交通运输局\">");
    for (String of : List.of("plans/130534-2023", "draws/" + DRAW_ID)) {
      given()
          .get("/api/v1/" + of + "/imprint")
          .then()
          .statusCode(200)
          .body("topic", equalTo("市场监管、安全生产监管"))
          .body("issuer", equalTo("清河县交通运输局"))
          .body("validity", equalTo("IN_FORCE"));
    }
    given().get("/api/v1/plans/130534-1999/imprint").then().statusCode(404);
    await()
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/" + DRAW_ID).asString())
                .contains(
                    "计划检查期间自",
                    "计划检查期间至",
                    "检查机关",
                    "抽查市场主体数量",
                    "名称",
                    "统一社会信用代码/注册号",
                    "登记机关",
                    "&lt;b&gt;")
                .doesNotContain("运输<b>", "检查日期"));
    assertThat(given().get("/ui/draws/" + DRAW_ID + "/results").asString()).doesNotContain("内部说明");
    assertThat(given().get("/ui").then().statusCode(200).extract().asString()).contains("公示");
  }

  @Test
  void a_sealed_draw_shows_its_numbers_a_late_one_its_delay_and_a_replaced_firm_its_successor() {
    tellStory();
    String draw = "130534-2023009-009-1";
    String hash = "c".repeat(64);
    tell(
        LATE,
        "DrawCommitted",
        """
        {"drawId":"%s","planId":"2023009","taskId":"009","round":1,"commitHash":"%s","frameSize":50,
         "executeBy":"2023-03-20T16:00:00Z","terms":["第 1 席：大队，名单中 2 人符合"],
         "termsInEnglish":["Seat 1: 大队; 2 of the list fit"],"chance":"靠的是其中至少一人诚实",
         "chanceInEnglish":"They rest on the honesty of at least one of them."}
        """
            .formatted(draw, hash));
    tell(
        LATE,
        "DrawOverdue",
        "{\"drawId\":\"%s\",\"due\":\"2023-03-20T16:00:00Z\"}".formatted(draw));
    tell(
        LATE,
        "DrawSealed",
        """
        {"drawId":"%s","planId":"2023009","taskId":"009","round":1,"commitHash":"%s","sealedHash":"%s",
         "frameSize":50,"allocation":[{"stratum":"ALL","inScope":50,"eligible":49,"expected":"5/1",
         "drawn":5}],"openBy":"2023-05-01T00:00:00Z","executedOn":"2023-03-21"}
        """
            .formatted(draw, hash, hash));
    String page = "/ui/draws/" + draw;
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get(page).asString())
                .contains(
                    "已抽取，名单密封",
                    "已抽取 5 个",
                    "2023年5月1日 08:00（北京时间）",
                    "2023年3月21日 00:00，北京时间",
                    "属于违规",
                    "名单中 2 人符合",
                    hash));
    given()
        .get("/api/v1/draws?limit=200")
        .then()
        .body("items.find { it.drawId == '%s' }.drawn".formatted(draw), equalTo(5))
        .body("items.find { it.drawId == '%s' }.terms".formatted(draw), hasSize(1))
        .body(
            "items.find { it.drawId == '%s' }.termsInEnglish[0]".formatted(draw),
            equalTo("Seat 1: 大队; 2 of the list fit"))
        .body("items.find { it.drawId == '%s' }.chance".formatted(draw), equalTo("靠的是其中至少一人诚实"))
        .body(
            "items.find { it.drawId == '%s' }.chanceInEnglish".formatted(draw),
            equalTo("They rest on the honesty of at least one of them."))
        .body("items.find { it.drawId == '%s' }.subjects".formatted(draw), empty());
    assertThat(given().header("Accept-Language", "en").get(page).asString())
        .contains("<li>Seat 1: 大队; 2 of the list fit</li>", "<p>They rest on the honesty of at")
        .doesNotContain("名单中 2 人符合", "至少一人诚实");
    assertThat(given().get(page).asString())
        .doesNotContain("of the list fit", "rest on the honesty");
    tell(
        LATE,
        "DrawOpened",
        """
        {"drawId":"%s","planId":"2023009","taskId":"009","round":1,"commitHash":"%s","resultHash":"%s",
         "salt":"%s","frameSize":50,"selected":["S1","S2"],"teams":[{"subject":"S1","inspectors":["A","B"]},
         {"subject":"S2","inspectors":["A","B"]}],"items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","openedOn":"2023-04-20"}
        """
            .formatted(draw, hash, hash, hash));
    tell(
        LATE,
        "TeamChanged",
        """
        {"drawId":"%s","planId":"2023009","taskId":"009","subject":"91130534MA0023063G",
         "inspectors":["A","B"],"items":[{"code":"I-1","name":"经营行为"}],"checkFrom":"2023-03-01",
         "checkTo":"2023-11-30","reason":"已注销","changedOn":"2023-04-21","replaces":"S2"}
        """
            .formatted(draw));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get(page).asString())
                .contains("更换", "已注销", "清河县示例运输", "2023-03-21", "bundle.zip")
                .doesNotContain("名单密封"));
    assertThat(given().get("/ui").asString()).contains("逾期");
  }

  @Test
  void a_programme_is_read_before_the_draw_and_a_plan_that_missed_january_is_called_late() {
    tellStory();
    tell(
        "programme-130534-2023001-001",
        "ProgrammePublished",
        """
        {"programmeId":"130534-2023001-001","planKey":"130534-2023","planId":"2023001","taskId":"001",
         "batch":1,"title":"第一期随机抽查实施方案","documentNumber":"清交双随机办〔2023〕2号",
         "items":["经营行为","安全生产"],"checkFrom":"2023-03-20","checkTo":"2023-06-30","teams":6,
         "training":"3月15日集中培训","method":"实地检查","contact":"局法制安全科",
         "approvedOn":"2023-03-10","publishedOn":"2023-03-11"}
        """);
    tell("deadline-130534-2023", "PlanDeadlineAlarmed", alarm("制定", "DUE_SOON", "2023-01-17"));
    tell("deadline-130534-2023", "PlanDeadlineAlarmed", alarm("上报", "OVERDUE", "2023-02-01"));
    tell("deadline-130534-2023", "PlanDeadlineAlarmed", alarm("公示", "OVERDUE", "2023-02-01"));
    tell("deadline-130534-2023", "PlanDeadlineAlarmed", alarm("公示", "DONE_LATE", "2023-02-03"));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui").asString())
                .contains(
                    "第一期随机抽查实施方案",
                    "2023 年度抽查工作计划的上报应于 2023-01-31 前完成，至今没有完成。",
                    "2023 年度抽查工作计划的公示应于 2023-01-31 前完成，逾期后已经补办。")
                .doesNotContain("计划的制定"));
    assertThat(
            given()
                .get("/ui/programmes/130534-2023001-001")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains("经营行为；安全生产", "6 组", "3月15日集中培训", "2023-03-11");
    given().get("/ui/programmes/130534-2023001-002").then().statusCode(404);
    given()
        .get("/api/v1/programmes")
        .then()
        .body("items.programmeId", equalTo(List.of("130534-2023001-001")));
    given()
        .get("/api/v1/plan-alarms")
        .then()
        .body("state", equalTo(List.of("OVERDUE", "DONE_LATE")));
  }

  @Test
  void a_bulletin_is_a_notice_like_others_and_names_units_alone() {
    tellStory();
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "bulletin-130534-2022-1",
        "BulletinPublished",
        NEXT.getAndIncrement(),
        """
        {"bulletinId":"130534-2022-1","year":2022,"issue":1,"countedOn":"2023-02-01",
         "publishedOn":"2023-02-10","units":[{"unit":"道路运输股","visits":12,"problems":1,"tickets":1,
         "toBePutRight":1,"reminded":0,"points":94,"base":100}]}
        """);
    String page = "/ui/bulletins/130534-2022-1";
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get(page).then().statusCode(200).extract().asString())
                .contains("关于2022年双随机抽查工作情况的通报（第1期）", "道路运输股", "1/12", "94/100", "2022-TB-"));
    assertThat(given().get("/ui").asString()).contains(page);
    given().get("/ui/bulletins/130534-2022-2").then().statusCode(404);
    given()
        .get("/api/v1/bulletins")
        .then()
        .body("items.bulletinId", equalTo(List.of("130534-2022-1")))
        .body("items[0].units[0].points", equalTo(94));
    given()
        .get("/api/v1/bulletins/130534-2022-1/imprint")
        .then()
        .statusCode(200)
        .body("validity", equalTo("IN_FORCE"))
        .body("publishedOn", equalTo("2023-02-10"));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          var proof =
              given()
                  .get("/api/v1/bulletins/130534-2022-1/proof")
                  .then()
                  .statusCode(200)
                  .extract()
                  .jsonPath();
          assertThat(proof.getString("leaf"))
              .startsWith("dr/notice/1 bulletin 130534 130534-2022-1 1 ")
              .endsWith(" " + sha256(proof.getString("content")));
        });
    assertThat(given().get("/ui/proofs/bulletins/130534-2022-1").asString()).contains("通报");
    assertThat(given().get("/api/v1/open-data/2022/bulletins.ndjson").asString())
        .contains("\"bulletinId\":\"130534-2022-1\"", "\"unit\":\"道路运输股\"", "\"problems\":1")
        .hasLineCount(1);
    theLedgerMakesTheSameLeavesAgain();
    assertThat(given().get("/api/v1/open-data/feed").asString()).contains("通报公告：关于2022年");
    given()
        .get("/api/v1/open-data/changes?limit=200")
        .then()
        .body("items.findAll { it.kind == 'BULLETIN' }.bulletin.issue", equalTo(List.of(1)));
    new WithdrawalWay("130534-2022-1", kafka).isGone();
    theLedgerMakesTheSameLeavesAgain();
  }

  /** What a replay compares: nothing of what is kept is another. */
  private void theLedgerMakesTheSameLeavesAgain() {
    List<String> differences = new ArrayList<>();
    assertThat(noticeLog.compare(differences::add).rows()).isPositive();
    assertThat(differences).isEmpty();
  }

  private static String alarm(String step, String state, String on) {
    return """
    {"planKey":"130534-2023","step":"%s","state":"%s","due":"2023-01-31","on":"%s"}
    """
        .formatted(step, state, on);
  }

  @Test
  void tasks_drawn_as_one_are_all_named() {
    tellStory();
    tell(
        "task-130534-2023008-008",
        "DrawCommitted",
        """
        {"drawId":"130534-2023008-008-1","planId":"2023008","taskId":"008","round":1,"commitHash":"%s",
         "frameSize":50,"executeBy":"2023-03-20T16:00:00Z","together":["2023008-008","2023001-001"]}
        """
            .formatted("d".repeat(64)));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/130534-2023008-008-1").asString())
                .contains("综合查一次", "2023001 001号 <span lang=\"zh\">道路运输行业随机抽查"));
    given()
        .get("/api/v1/draws?limit=200")
        .then()
        .body(
            "items.find { it.drawId == '130534-2023008-008-1' }.others.taskName",
            equalTo(List.of("道路运输行业随机抽查")));
  }

  private static final String FOUND_FIRM = "93130534MA00990066";
  private static final String FOUND = DRAW_ID + "-" + FOUND_FIRM;

  /** What the bureau wrote, and the switch that names the other language in it. */
  private static String outsideOfChinese(String page) {
    String rest = page;
    for (String tag : List.of("td", "dd", "li", "p", "h1", "h3", "a", "span")) {
      rest = rest.replaceAll("(?s)<" + tag + "[^>]* lang=\"zh\"[^>]*>.*?</" + tag + ">", "");
    }
    return rest.replaceAll("(?s)<title>.*?</title>", "")
        .replaceAll("<meta[^>]* lang=\"zh\"[^>]*>", "");
  }

  @Test
  void who_reads_english_reads_the_portal_in_english_and_what_the_bureau_wrote_as_it_is() {
    tellStory();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .header("Accept-Language", "en")
                .get("/ui/draws/" + DRAW_ID)
                .then()
                .statusCode(200)
                .body(containsString("Who was drawn"), containsString("清河县示例运输")));
    for (String address :
        List.of(
            "/ui",
            "/ui?year=2023",
            "/ui/overdue",
            "/ui/anchors",
            "/ui/search",
            "/ui/search?since=yesterday",
            "/ui/guide",
            "/ui/plans/130534-2023",
            "/ui/draws/" + DRAW_ID,
            "/ui/draws/" + DRAW_ID + "/results",
            "/ui/firms/91130534MA0023063G",
            "/ui/plans/130534-1999",
            "/ui/nix")) {
      String page =
          given().header("Accept-Language", "en").accept("text/html").get(address).asString();
      assertThat(page).as(address).contains("<html lang=\"en\"", "lang=\"zh\">中文</a>");
      assertThat(outsideOfChinese(page)).as(address).doesNotContainPattern("\\p{IsHan}");
    }
    String chinese = given().get("/ui/draws/" + DRAW_ID).asString();
    assertThat(chinese)
        .contains("<html lang=\"zh-CN\"", ">English</a>")
        .contains("/look?lang=en&amp;to=%2Fpublication%2Fui%2Fdraws%2F" + DRAW_ID);
  }

  private void publishOneToBeFound() {
    tellStory();
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "subject-" + FOUND_FIRM,
        "SubjectChanged",
        NEXT.getAndIncrement(),
        """
        {"subjectId":"%s","name":"清河县查得到<i>合作社","kind":"COOPERATIVE","labels":["道路运输"],
         "creditRiskClass":"A","status":"ACTIVE","registrar":"行政审批局","since":"2018-01-01"}
        """
            .formatted(FOUND_FIRM));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + FOUND,
        "ResultRecorded",
        NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],"unit":"综合行政执法大队",
         "finishedOn":"2019-03-16","dueOn":"2999-04-14","provisional":false,"codes":["E"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["E"],"note":""}]}
        """
            .formatted(FOUND, DRAW_ID, FOUND_FIRM));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          Response answer =
              publisherOf("综合行政执法大队").post("/api/v1/results/" + FOUND + "/publication");
          assertThat(answer.statusCode()).isIn(201, 409);
          if (answer.statusCode() == 409) {
            assertThat(answer.jsonPath().getString("code")).isEqualTo("result-already-published");
          }
        });
  }

  private static String searched(String query) {
    return given().urlEncodingEnabled(true).get("/ui/search?" + query).asString();
  }

  @Test
  void a_result_is_found_by_name_code_task_result_and_day_and_leads_to_the_page_of_the_firm() {
    publishOneToBeFound();
    String link = "/publication/ui/results/" + FOUND + "\"";
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(searched("search=查得到")).contains(link));
    for (String query :
        List.of(
            "search=" + FOUND_FIRM.substring(0, 12),
            "search=得到<i>合&task=2023001-001",
            "search=查得到&task=2023001&code=E&since=2015-01-01&until=2999-01-01")) {
      assertThat(searched(query))
          .as(query)
          .contains(link, "/publication/ui/firms/" + FOUND_FIRM, "发现问题经责令已改正", "道路运输行业随机抽查")
          .contains("查得到&lt;i&gt;合作社")
          .doesNotContain("得到<i>");
    }
    for (String query :
        List.of(
            "search=查得到&code=1",
            "search=查得到&task=2023002",
            "search=查得到&until=2015-01-01",
            "search=查不到的")) {
      assertThat(searched(query)).as(query).contains("没有符合条件的公示结果").doesNotContain(link);
    }
    assertThat(searched("since=2023-02-31")).contains("不是日期");
    assertThat(searched("code=99")).contains("请从列表中选择").doesNotContain(link);
    given().get("/ui/search?after=nix").then().statusCode(400);
    thePageOfAFirmSaysWhereItWasAndWhy(link);
  }

  private void thePageOfAFirmSaysWhereItWasAndWhy(String link) {
    assertThat(given().get("/ui/firms/" + FOUND_FIRM).then().statusCode(200).extract().asString())
        .contains("清河县查得到&lt;i&gt;合作社", "存续", link, "有异议怎么办", "为什么没有抽中")
        .contains("/draw/ui/why/" + DRAW_ID + "?subject=" + FOUND_FIRM);
    assertThat(given().get("/ui/firms/91130534MA0023063G").asString())
        .contains("抽中", "/draw/ui/why/" + DRAW_ID + "?subject=91130534MA0023063G");
    given()
        .accept("text/html")
        .get("/ui/firms/91130534MA7777777X")
        .then()
        .statusCode(404)
        .body(
            containsString("没有公示过这个代码的检查对象"),
            containsString("firm-unknown"),
            not(containsString("没有这份公告")));
    given()
        .redirects()
        .follow(false)
        .get("/ui/firms?code=" + FOUND_FIRM)
        .then()
        .statusCode(303)
        .header("Location", containsString("/publication/ui/firms/" + FOUND_FIRM));
    assertThat(given().get("/ui/guide").asString()).contains("流程", "标准", "后果", "权利", "3%");
  }

  private void tell(String stream, String type, String json) {
    TestStack.announce(kafka, "draw.events.v1", stream, type, NEXT.getAndIncrement(), json);
  }

  /** Events of before have no titles: such a result is told once they are frozen (ADR 70). */
  @Test
  void a_result_that_is_public_and_not_told_is_found_and_told_ones_are_not() throws Exception {
    owner(
        """
        INSERT INTO result_view (bureau, id, body)
        SELECT '130534', 'UNTOLD-1', jsonb_build_object(
          'content', jsonb_build_object(
            'resultId', 'UNTOLD-1', 'drawId', 'UNTOLD', 'planId', '2023001', 'taskId', '001',
            'subjectId', 'S', 'unit', '大队', 'finishedOn', '2023-03-16', 'dueOn', '2023-04-14',
            'provisional', false, 'codes', jsonb_build_array('1'),
            'findings', jsonb_build_array()),
          'published', jsonb_build_object('subjectName', '甲', 'on', '2023-03-17',
            'onTime', true, 'indexNumber', 'I'))::text
        """);
    try {
      List<String> untold =
          rounds
              .as(
                  BureauKey.SEED,
                  () ->
                      Uni.createFrom()
                          .completionStage(() -> told.untold(100))
                          .map(found ->
                              found.stream().map(one -> one.content().resultId()).toList()))
              .await()
              .atMost(Duration.ofSeconds(20));
      assertThat(untold).contains("UNTOLD-1");
    } finally {
      owner("DELETE FROM result_view WHERE id = 'UNTOLD-1'");
    }
  }

  /** More than the pool has connections, each longer than one waits for a connection. */
  @Test
  @Tag("deep")
  void who_finds_no_free_connection_is_told_to_come_again_and_not_of_a_fault() throws Exception {
    try (var connection =
            DriverManager.getConnection(database, LocalPostgres.OWNER, LocalPostgres.OWNER);
        var statement = connection.createStatement();
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE result_view IN ACCESS EXCLUSIVE MODE");
      URI search = URI.create(RestAssured.baseURI + ":" + RestAssured.port + SEARCH);
      List<Future<HttpResponse<String>>> asked =
          IntStream.range(0, READERS)
              .mapToObj(i ->
                  readers.submit(() -> {
                    try (HttpClient client = HttpClient.newHttpClient()) {
                      return client.send(
                          HttpRequest.newBuilder(search).build(),
                          HttpResponse.BodyHandlers.ofString());
                    }
                  }))
              .toList();
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> asked.stream().filter(Future::isDone).count() > READERS / 4);
      connection.rollback();
      List<Integer> statuses = new ArrayList<>();
      for (var one : asked) {
        statuses.add(one.get().statusCode());
        assertThat(one.get().headers().firstValue("Retry-After").isPresent())
            .isEqualTo(one.get().statusCode() == 503);
      }
      assertThat(statuses).contains(503).doesNotContain(500);
    }
  }

  /** More often than the pool has connections, so that each has answered. */
  @Test
  void a_search_leaves_its_connection_to_the_next_as_it_was_whether_it_fails_or_not() {
    var search = new OwnReading("found_results", 10);
    for (int i = 0; i < READERS; i++) {
      assertThatThrownBy(() -> search.of(asked(-1L)).await().atMost(Duration.ofSeconds(10)))
          .hasMessageContaining("LIMIT must not be negative");
      search.of(asked(1L)).await().atMost(Duration.ofSeconds(10));
      assertThat(said("coalesce(current_setting('suite.bureau', TRUE), '')")).isEmpty();
      assertThat(said("CAST((SELECT count(*) FROM result_view) AS text)")).isEqualTo("0");
    }
    assertThat(said("(SELECT provolatile::text FROM pg_proc WHERE proname = 'found_results')"))
        .as("stable: it writes nothing")
        .isEqualTo("s");
    assertThatThrownBy(() -> new OwnReading("result_view WHERE f", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> search.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  /** As V193 read it: region and year of a draw's plan from its notice, not from its id. */
  @Test
  void a_search_answers_what_it_answered_when_it_read_the_notices_of_draws() throws Exception {
    publishOneToBeFound();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(answers("found_results", asked("", "", 100L)))
                .anySatisfy(row -> assertThat(row).contains(FOUND, "道路运输行业随机抽查")));
    String kept =
        new String(
            Objects.requireNonNull(
                    getClass().getResourceAsStream("/db/publication/V193__found_results.sql"))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    owner(
        kept.substring(kept.indexOf("CREATE FUNCTION"), kept.indexOf("REVOKE"))
            .replace("found_results", "found_before"));
    for (List<Object> words :
        List.of(
            asked("", "", 100L),
            asked("2023001", "", 100L),
            asked("2023001-001", "\"E\"", 2L),
            asked("2099001", "", 100L))) {
      assertThat(answers("found_results", words)).isEqualTo(answers("found_before", words));
    }
    owner(
        "DROP FUNCTION found_before(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,"
            + " BIGINT)");
  }

  private static List<String> answers(String function, List<Object> words) {
    return new OwnReading(function, 10)
        .of(words).await().atMost(Duration.ofSeconds(10)).stream()
            .map(row -> row.toJson().encode())
            .toList();
  }

  private static List<Object> asked(long most) {
    return asked("", "", most);
  }

  /** The name that is asked for has no index to be found by. */
  private static List<Object> asked(String task, String code, long most) {
    List<Object> words = new ArrayList<>(Arrays.asList(null, null, ""));
    words.addAll(List.of("9999-12-31", "", "1970-01-01", "9999-12-31", task, code, most));
    return words;
  }

  private String said(String sql) {
    return pool.query("SELECT " + sql + " AS said")
        .execute()
        .await()
        .atMost(Duration.ofSeconds(10))
        .iterator()
        .next()
        .getString("said");
  }

  private void owner(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database, LocalPostgres.OWNER, LocalPostgres.OWNER);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
