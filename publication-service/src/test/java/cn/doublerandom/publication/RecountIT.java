package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.publication.application.OpenSnapshots;
import cn.doublerandom.servicekit.identity.Rounds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever takes the open data away counts what the portal counts. Its own year is 2025; what other
 * classes told of this stack is counted again, too.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class RecountIT {
  private static final String UNIT = "综合行政执法大队";
  private static final String DRAW = "130534-2025001-001-1";
  private static final String FIRM = "91130534MA0025%03dX";
  private static final String OPEN = "/api/v1/open-data";

  @Inject OpenSnapshots snapshots;
  @Inject Rounds rounds;

  @TempDir Path place;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private void tell(String topic, String stream, String type, String json) {
    TestStack.announce(
        kafka, topic, stream, type, PublicationServiceIT.NEXT.getAndIncrement(), json);
  }

  private void subject(int number, String kind, String since) {
    String id = FIRM.formatted(number);
    tell(
        "registry.events.v1",
        "subject-" + id,
        "SubjectChanged",
        """
        {"subjectId":"%s","name":"=1+清河%d<b>运输公司","kind":"%s","labels":[],"creditRiskClass":"A",
         "status":"ACTIVE","registrar":"行政审批局","since":"%s"}
        """
            .formatted(id, number, kind, since));
  }

  private void visit(int number, String type, String rest) {
    String id = DRAW + "-" + FIRM.formatted(number);
    tell(
        "inspection.events.v1",
        "visit-" + id,
        type,
        """
        {"%s":"%s","drawId":"%s","planId":"2025001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],%s}
        """
            .formatted(
                type.startsWith("Visit") ? "visitId" : "resultId",
                id,
                DRAW,
                FIRM.formatted(number),
                rest));
  }

  private void recorded(int number, String due) {
    visit(
        number,
        "ResultRecorded",
        """
        "unit":"%s","units":["%s"],"recordedBy":"JC001","finishedOn":"2025-03-16","dueOn":"%s",
         "provisional":false,"codes":["A","D"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["A","D"],"note":"内部说明"}]
        """
            .formatted(UNIT, UNIT, due));
  }

  /** Two results that become public, two that are overdue, and what never came. */
  private void tell() {
    for (int number = 1; number <= 5; number++) {
      subject(number, number == 5 ? "PROJECT" : "ENTERPRISE", "2024-02-01");
    }
    subject(6, "ENTERPRISE", "2025-02-01");
    tell(
        "draw.events.v1",
        "plan-130534-2025",
        "PlanPublished",
        """
        {"planKey":"130534-2025","issuer":"清河县交通运输局","title":"2025年计划","tableDate":"2025年1月6日",
         "publishedOn":"2025-01-30","tasks":[{"planNumber":"2025001","planName":"随机抽查001",
         "taskNumber":"001","taskName":"道路运输","drawType":"TARGETED","rate":"10%%","items":"事项",
         "scope":"企业","leadUnit":"法制安全科","jointUnit":"执法大队","drawPeriod":"2025年3月",
         "drawFrom":"2025-03-01","drawTo":"2025-03-30","batches":2}]}
        """
            .formatted());
    tell(
        "draw.events.v1",
        "task-130534-2025001-001",
        "DrawCommitted",
        ("{\"drawId\":\"%s\",\"planId\":\"2025001\",\"taskId\":\"001\",\"round\":1,\"commitHash\":\"%s\","
                + "\"frameSize\":9,\"executeBy\":\"2025-03-20T16:00:00Z\"}")
            .formatted(DRAW, "a".repeat(64)));
    tell(
        "draw.events.v1",
        "task-130534-2025001-001",
        "DrawExecuted",
        """
        {"drawId":"%s","planId":"2025001","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":9,"selected":["%s","%s"],
         "teams":[{"subject":"%s","inspectors":["JC001","JC002"]},{"subject":"%s","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2025-03-01","checkTo":"2025-11-30","executedOn":"2025-03-15"}
        """
            .formatted(
                DRAW,
                "a".repeat(64),
                "b".repeat(64),
                FIRM.formatted(1),
                FIRM.formatted(5),
                FIRM.formatted(1),
                FIRM.formatted(5)));
    recorded(1, "2025-04-14");
    recorded(5, "2025-04-14");
    recorded(2, "2025-04-14");
    recorded(3, "2025-04-14");
    visit(
        4,
        "DeadlineBreached",
        "\"finishedOn\":\"2025-03-17\",\"dueOn\":\"2025-04-17\",\"provisional\":false");
    visit(6, "VisitNotHeld", "\"windowTo\":\"2025-11-30\",\"begun\":false");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/statistics?year=2025")
                .then()
                .body("recorded", equalTo(4))
                .body("unrecorded", equalTo(1))
                .body("notHeld", equalTo(1))
                .body("inspected", equalTo(4))
                .body("overdueUndrawn", hasItem("130534-2025001-001")));
    for (int number : new int[] {1, 5}) {
      given()
          .header(
              "Authorization",
              TestStack.bearer(new DemoIdentity.User("publisher", List.of("publisher"), UNIT)))
          .contentType("application/json")
          .post("/api/v1/results/" + DRAW + "-" + FIRM.formatted(number) + "/publication")
          .then()
          .statusCode(201);
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> given().get("/api/v1/statistics?year=2025").then().body("published", equalTo(2)));
  }

  @Test
  void whoever_takes_the_files_away_counts_what_the_portal_counts() throws Exception {
    tell();
    filesSayWhatThePagesSay();
    changesAreReadPageByPageAndNoneIsLost();
    whatDescribesThemIsThereAndWhatIsNoneIsRefused();
    aSnapshotIsSignedOverItsLines();
    aReportCountsTheSameAndNamesWhatIsNotPublic();
    whoHasAPageIsToldSo();
    whatIsWithdrawnIsInNoRate();
    Path program = place.resolve("Recompute.java");
    Files.writeString(program, given().get(OPEN + "/recompute").asString());
    int thisYear = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    for (int year : new int[] {2023, 2025, thisYear}) {
      assertThat(recomputed(program, year)).as(year + "").containsAllEntriesOf(portal(year));
    }
    // Other classes look at what nobody visited.
    visit(6, "VisitSettled", "\"outcome\":\"CANCELLED\",\"settledOn\":\"2025-12-01\"");
  }

  /** domain.md §3: published of what was recorded and is due; it is neither any more. */
  private static void whatIsWithdrawnIsInNoRate() {
    String result = "/api/v1/results/" + DRAW + "-" + FIRM.formatted(5);
    JsonPath before = given().get("/api/v1/statistics?year=2025").jsonPath();
    given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("publisher", List.of("publisher"), UNIT)))
        .contentType("application/json")
        .body(Map.of("reason", "检查对象认定有误，请致电 13812345678"))
        .post(result + "/withdrawal")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"))
        .body("errors[0].code", equalTo("mobile-number"));
    given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("publisher", List.of("publisher"), UNIT)))
        .contentType("application/json")
        .body(Map.of("reason", "检查对象认定有误"))
        .post(result + "/withdrawal")
        .then()
        .statusCode(200);
    String version = coordinator().get(result + "/repairs").header("ETag");
    coordinator()
        .contentType("application/json")
        .header("If-Match", version)
        .body(Map.of())
        .post(result + "/change/approval")
        .then()
        .statusCode(200);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/statistics?year=2025")
                .then()
                .body("withdrawn", equalTo(1))
                .body("published", equalTo(1))
                .body("recorded", equalTo(before.getInt("recorded") - 1))
                .body("inspected", equalTo(before.getInt("inspected"))));
    JsonPath told = given().get("/api/v1/statistics?year=2025").jsonPath();
    JsonPath report = coordinator().get("/api/v1/reports/2025").jsonPath();
    assertThat(report.getString("sum.publication.percent"))
        .isEqualTo(told.getString("publication"));
    assertThat(report.getLong("sum.recorded")).isEqualTo(told.getLong("recorded"));
    assertThat(report.getLong("sum.withdrawn")).isEqualTo(1);
    assertThat(report.getLong("sum.completion.part")).isEqualTo(1);
    assertThat(given().accept("text/html").get("/ui?year=2025").asString())
        .contains(told.getString("publication"), "另有 1 份公示后撤销");
  }

  private static void filesSayWhatThePagesSay() {
    given()
        .get(OPEN + "/2025/results.csv")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .header("Link", containsString("rel=\"license\""))
        .header("Content-Disposition", containsString("results-2025.csv"))
        .body(startsWith("\ufeffresultId,planId"), containsString(",'=1+清河1<b>运输公司,"));
    String json = given().get(OPEN + "/2025/results.json").asString();
    assertThat(JsonPath.from(json).getList("state")).containsExactly("VALID", "VALID");
    assertThat(json).doesNotContain("内部说明", "JC001", "recordedBy");
    given().get(OPEN + "/2025/draws.json").then().body("drawId", equalTo(List.of(DRAW)));
    given().get(OPEN + "/2025/plans.json").then().body("taskName", equalTo(List.of("道路运输")));
    given().get(OPEN + "/2016/results.json").then().statusCode(200).body("size()", equalTo(0));
    assertThat(given().get(OPEN + "/2025/outstanding.ndjson").asString())
        .contains(FIRM.formatted(2), FIRM.formatted(4), "VISIT", "130534-2025001-001\"")
        .doesNotContain(FIRM.formatted(1));
  }

  private static void changesAreReadPageByPageAndNoneIsLost() {
    List<String> whole = new ArrayList<>();
    List<String> byOnes = new ArrayList<>();
    read(200, whole);
    read(1, byOnes);
    assertThat(byOnes)
        .isEqualTo(whole)
        .doesNotHaveDuplicates()
        .contains("PLAN 130534-2025", "DRAW " + DRAW, "RESULT " + DRAW + "-" + FIRM.formatted(1))
        .doesNotContain("RESULT " + DRAW + "-" + FIRM.formatted(2));
  }

  private static void read(int limit, List<String> into) {
    long since = 0;
    boolean more = true;
    while (more) {
      JsonPath page =
          given()
              .get(OPEN + "/changes?updatedSince=" + since + "&limit=" + limit)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      for (Map<String, Object> item : page.<Map<String, Object>>getList("items")) {
        into.add(item.get("kind") + " " + item.get("id"));
      }
      since = page.getLong("next");
      more = page.getBoolean("more");
    }
    given()
        .get(OPEN + "/changes?updatedSince=" + since)
        .then()
        .body("items.size()", equalTo(0))
        .body("next.toString()", equalTo(since + ""));
  }

  private static void whatDescribesThemIsThereAndWhatIsNoneIsRefused() {
    given()
        .get(OPEN + "/feed")
        .then()
        .statusCode(200)
        .contentType("application/atom+xml")
        .body(containsString("清河1&lt;b>运输公司"));
    byte[] catalogue =
        given()
            .get(OPEN + "/catalogue")
            .then()
            .statusCode(200)
            .contentType("application/ld+json")
            .body(containsString("/publication/api/v1/open-data/2025/results.csv"))
            .extract()
            .asByteArray();
    assertThat(CatalogueCheck.breaches(catalogue)).isEmpty();
    String page =
        given().get("/ui/open-data?year=2025").then().statusCode(200).extract().asString();
    assertThat(page).contains("每日快照", "/publication/api/v1/open-data/2025/results.csv");
    assertThat(given().header("Accept-Language", "en").get("/ui/open-data").asString())
        .contains("Daily snapshots");
    assertThat(given().get("/ui").asString()).contains("/publication/ui/open-data");
    given()
        .get(OPEN + "/2025/firms.csv")
        .then()
        .statusCode(404)
        .body("code", equalTo("open-file-unknown"));
    given().get(OPEN + "/2014/results.csv").then().statusCode(400);
    given().get(OPEN + "/2100/results.csv").then().statusCode(400);
    given()
        .get(OPEN + "/soon/results.csv")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("year"));
    for (String wrong : List.of("updatedSince=-1", "updatedSince=x", "limit=0", "limit=201")) {
      given().get(OPEN + "/changes?" + wrong).then().statusCode(400);
    }
    given()
        .get(OPEN + "/snapshots/2020-01-01")
        .then()
        .statusCode(404)
        .body("code", equalTo("snapshot-unknown"));
  }

  private void aSnapshotIsSignedOverItsLines() throws Exception {
    rounds.as(BureauKey.SEED, () -> snapshots.look(BureauKey.SEED)).await().indefinitely();
    JsonPath newest = given().get(OPEN + "/snapshots").then().statusCode(200).extract().jsonPath();
    byte[] packed = given().get(OPEN + "/snapshots/" + newest.getString("[0].day")).asByteArray();
    var tree = new MerkleTree.Growing();
    String rows;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      rows = new String(in.readAllBytes(), UTF_8);
    }
    rows.lines().forEach(line -> tree.add(line.getBytes(UTF_8)));

    assertThat(tree.size()).isEqualTo(newest.getLong("[0].size")).isGreaterThan(5);
    assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(newest.getString("[0].root"));
    assertThat(newest.getString("[0].note"))
        .contains("/open-data/130534\n" + tree.size() + "\n", "\n\n— ", "\nsha256 ");
    assertThat(given().get("/ui/open-data").asString()).contains(newest.getString("[0].root"));
  }

  private static RequestSpecification coordinator() {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(
                new DemoIdentity.User("coordinator", List.of("coordinator"), "法制安全科")));
  }

  private static void aReportCountsTheSameAndNamesWhatIsNotPublic() {
    JsonPath told = given().get("/api/v1/statistics?year=2025").jsonPath();
    JsonPath report =
        coordinator().get("/api/v1/reports/2025").then().statusCode(200).extract().jsonPath();
    for (String name : List.of("recorded", "unrecorded", "notHeld")) {
      assertThat(report.getLong("sum." + name)).as(name).isEqualTo(told.getLong(name));
    }
    assertThat(report.getString("sum.publication.percent"))
        .isEqualTo(told.getString("publication"))
        .isNotEqualTo("100.00%");
    assertThat(report.getLong("sum.publication.part")).isEqualTo(told.getLong("published"));
    assertThat(report.getString("coverage.percent")).isEqualTo(told.getString("coverage"));
    assertThat(report.getString("sum.completion.percent")).isEqualTo("100.00%");
    assertThat(report.<String>getList("owed.id")).contains(DRAW + "-" + FIRM.formatted(2));
    coordinator()
        .get("/api/v1/reports/2025-03/table")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/vnd.openxmlformats"));
    assertThat(coordinator().accept("text/html").get("/ui/reports?period=2025-03").asString())
        .contains("工作进展 2025-03", "=1+清河2&lt;b&gt;运输公司");
    given().get("/api/v1/reports/2025").then().statusCode(401);
    for (String wrong : List.of("2014", "2025-13", "soon", "2099")) {
      coordinator()
          .get("/api/v1/reports/" + wrong)
          .then()
          .statusCode(404)
          .body("code", equalTo("period-unknown"));
    }
  }

  private static void whoHasAPageIsToldSo() {
    for (String page : List.of("/ui?year=2025", "/ui/guide", "/ui/plans/130534-2025")) {
      String tag =
          given()
              .get(page)
              .then()
              .statusCode(200)
              .header("Cache-Control", equalTo("public, no-cache"))
              .extract()
              .header("ETag");
      given()
          .header("If-None-Match", tag)
          .get(page)
          .then()
          .statusCode(304)
          .header("ETag", equalTo(tag))
          .body(equalTo(""));
      given()
          .header("If-None-Match", tag)
          .header("Accept-Language", "en")
          .get(page)
          .then()
          .statusCode(200);
    }
    coordinator()
        .accept("text/html")
        .get("/ui")
        .then()
        .header("Cache-Control", equalTo("no-store"));
  }

  private static Map<String, String> portal(int year) {
    JsonPath told = given().get("/api/v1/statistics?year=" + year).jsonPath();
    Map<String, String> figures = new TreeMap<>();
    for (String name :
        List.of(
            "coverage",
            "recorded",
            "unrecorded",
            "notHeld",
            "published",
            "publication",
            "publishedOnTime",
            "withdrawn")) {
      figures.put(name, told.getString(name));
    }
    figures.put("registered ENTERPRISE", told.getString("registered"));
    figures.put("inspected ENTERPRISE", told.getString("inspected"));
    for (Map<String, Object> apart : told.<Map<String, Object>>getList("apart")) {
      figures.put("registered " + apart.get("kind"), apart.get("registered").toString());
      figures.put("inspected " + apart.get("kind"), apart.get("inspected").toString());
    }
    if (told.get("corrected") != null) {
      figures.put("registeredBefore", told.getString("corrected.before"));
      figures.put("inspectedBefore", told.getString("corrected.inspectedBefore"));
    }
    figures.put("overdue RESULT", ids(told, "overdue"));
    figures.put("overdue VISIT", ids(told, "overdueNotHeld"));
    figures.put("overdue TASK", ids(told, "overdueUndrawn"));
    figures.put("overdueUnrecorded", ids(told, "overdueUnrecorded"));
    return figures;
  }

  private static String ids(JsonPath told, String name) {
    return told.<String>getList(name).stream().sorted().toList().toString();
  }

  private Map<String, String> recomputed(Path program, int year) throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                program.toString(),
                "http://localhost:" + RestAssured.port,
                year + "")
            .redirectError(place.resolve("errors").toFile())
            .start();
    String printed = new String(run.getInputStream().readAllBytes(), UTF_8);
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).as(Files.readString(place.resolve("errors"))).isZero();
    Map<String, String> figures = new TreeMap<>();
    printed.lines().forEach(line -> figures.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    return figures;
  }
}
