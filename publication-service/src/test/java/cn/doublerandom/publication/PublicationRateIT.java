package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.bureau.figures.Percent;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 公示率: a hundred per cent is said only where nothing is missing, at every place that says it. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class PublicationRateIT {
  private static final String UNIT = "公示率核对大队";
  private static final List<String> FIRMS = List.of("91130534MA0777001A", "91130534MA0777002B");

  private final LocalDate today = BusinessClock.day(Instant.now());
  private final int year = today.getYear();
  private final String draw = "130534-%d077-007-1".formatted(year);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("rate-" + role, List.of(role), UNIT)));
  }

  private void tell(String topic, String stream, String type, String json) {
    TestStack.announce(
        kafka, topic, stream, type, PublicationServiceIT.NEXT.getAndIncrement(), json);
  }

  private static String called(String firm) {
    return firm.equals(FIRMS.getFirst()) ? "率一运输有限公司" : "率二运输有限公司";
  }

  private String result(String firm) {
    return draw + "-" + firm;
  }

  /** Two firms of one draw were visited; the last day of their results was yesterday. */
  private void tellOfTwoResults() {
    String hash = "f".repeat(64);
    String stream = "task-130534-%d077-007".formatted(year);
    tell(
        "draw.events.v1",
        stream,
        "DrawCommitted",
        """
        {"drawId":"%s","planId":"%d077","taskId":"007","round":1,"commitHash":"%s","frameSize":20,
         "executeBy":"%sT16:00:00Z"}
        """
            .formatted(draw, year, hash, today.minusDays(41)));
    tell(
        "draw.events.v1",
        stream,
        "DrawExecuted",
        """
        {"drawId":"%1$s","planId":"%2$d077","taskId":"007","round":1,"commitHash":"%3$s",
         "resultHash":"%3$s","frameSize":20,"selected":["%4$s","%5$s"],
         "teams":[{"subject":"%4$s","inspectors":["JC001","JC002"]},
                  {"subject":"%5$s","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],"checkFrom":"%6$s","checkTo":"%2$d-12-31",
         "executedOn":"%7$s"}
        """
            .formatted(
                draw,
                year,
                hash,
                FIRMS.getFirst(),
                FIRMS.getLast(),
                today.minusDays(39),
                today.minusDays(40)));
    for (String firm : FIRMS) {
      tell(
          "registry.events.v1",
          "subject-" + firm,
          "SubjectChanged",
          """
          {"subjectId":"%s","name":"%s","kind":"ENTERPRISE","labels":[],"creditRiskClass":"A",
           "status":"ACTIVE","registrar":"行政审批局","since":"%d-01-01"}
          """
              .formatted(firm, called(firm), year));
      tell(
          "inspection.events.v1",
          "visit-" + result(firm),
          "ResultRecorded",
          """
          {"resultId":"%s","drawId":"%s","planId":"%d077","taskId":"007","subjectId":"%s",
           "inspectors":["JC001","JC002"],"unit":"%s","units":["%5$s"],"recordedBy":"JC001",
           "finishedOn":"%s","dueOn":"%s","provisional":false,"codes":["1"],
           "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
          """
              .formatted(
                  result(firm), draw, year, firm, UNIT, today.minusDays(30), today.minusDays(1)));
    }
  }

  private JsonPath statistics() {
    return given()
        .get("/api/v1/statistics?year=" + year)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long due(JsonPath said) {
    return said.getLong("recorded") + said.getLong("unrecorded") + said.getLong("notHeld");
  }

  /** What the board, the portal and the report say is one number, and it is right. */
  private String rate() {
    JsonPath said = statistics();
    long published = said.getLong("published");
    long due = due(said);
    String rate = said.getString("publication");
    assertThat(rate).isEqualTo(Percent.of(published, due));
    assertThat(rate.equals("100.00%")).as(rate).isEqualTo(published == due);

    JsonPath board =
        as("coordinator").get("/api/v1/board").then().statusCode(200).extract().jsonPath();
    String figure = "figures.find { it.figure.kind == 'publication-rate' }.figure.";
    assertThat(board.getString(figure + "number")).isEqualTo(rate);
    assertThat(board.getString(figure + "of"))
        .isEqualTo("已公示 %,d 件，应公示 %,d 件".formatted(published, due));
    assertThat(given().get("/ui?year=" + year).asString()).contains("<b>" + rate + "</b>");
    JsonPath report =
        as("coordinator")
            .get("/api/v1/reports/" + year)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(report.getString("sum.publication.percent")).isEqualTo(rate);
    assertThat(report.getLong("sum.publication.whole")).isEqualTo(due);
    return rate;
  }

  private List<String> owed() {
    return as("coordinator").get("/api/v1/reports/" + year).jsonPath().getList("owed.id");
  }

  /** The page the board's own figure of late results leads to. */
  private String lateOnes() {
    String at =
        as("coordinator")
            .get("/api/v1/board")
            .jsonPath()
            .getString("figures.find { it.figure.kind == 'results-overdue' }.figure.at");
    return as("coordinator").get(at.replaceFirst("^/publication", "")).asString();
  }

  private void publish(String firm) {
    as("publisher").post("/api/v1/results/" + result(firm) + "/publication").then().statusCode(201);
    await().untilAsserted(() -> given().get("/ui/results/" + result(firm)).then().statusCode(200));
  }

  @Test
  void one_result_that_is_not_public_keeps_the_rate_below_a_hundred_and_is_named_by_each() {
    JsonPath before = statistics();
    tellOfTwoResults();
    await()
        .untilAsserted(() -> assertThat(due(statistics())).isEqualTo(due(before) + FIRMS.size()));
    await()
        .untilAsserted(() ->
            assertThat(given().get("/ui/draws/" + draw).asString())
                .contains(called(FIRMS.getFirst()), called(FIRMS.getLast())));
    publish(FIRMS.getFirst());
    String left = result(FIRMS.getLast());

    await()
        .untilAsserted(() ->
            assertThat(statistics().getLong("published"))
                .isEqualTo(before.getLong("published") + 1));
    assertThat(rate()).isNotEqualTo("100.00%");
    assertThat(statistics().getList("overdue"))
        .contains(left)
        .doesNotContain(result(FIRMS.getFirst()));
    assertThat(owed()).contains(left).doesNotContain(result(FIRMS.getFirst()));
    assertThat(lateOnes()).contains("率二运输有限公司").doesNotContain("率一运输有限公司");
    assertThat(given().get("/ui/overdue").asString()).contains("率二运输有限公司").doesNotContain("率一");

    publish(FIRMS.getLast());
    await()
        .untilAsserted(() ->
            assertThat(statistics().getLong("published"))
                .isEqualTo(before.getLong("published") + 2));
    String after = rate();
    assertThat(owed()).doesNotContain(left);
    assertThat(statistics().getList("overdue")).doesNotContain(left);
    assertThat(lateOnes()).doesNotContain("率二运输有限公司");
    assertThat(given().get("/ui/overdue").asString()).doesNotContain("率二");
    if (due(before) == before.getLong("published")) {
      assertThat(after).isEqualTo("100.00%");
    }
  }
}
