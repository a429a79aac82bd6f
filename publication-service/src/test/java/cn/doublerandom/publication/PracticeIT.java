package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.BorderRun;
import cn.doublerandom.embedded.PageRun;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 演练: a practice bureau did all of its work, and nobody outside can tell that there is one. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class PracticeIT {
  private static final String PRACTICE = "130534.practice";
  private static final String MARK = "练兵标记";
  private static final String FIRM = "91130534MA0087063G";
  private static final String PLAN = PRACTICE + "-2023";
  private static final String BULLETIN = PRACTICE + "-2022-1";
  private static final String TASK = PRACTICE + "-2023001-001";
  private static final String DRAW = TASK + "-1";
  private static final String RESULT = DRAW + "-" + FIRM;
  private static final String UNIT = "综合行政执法大队";
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final AtomicLong NEXT = new AtomicLong(1);

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static URI server() {
    return URI.create("http://localhost:" + RestAssured.port);
  }

  private static RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", "practice-" + NEXT.incrementAndGet())
        .header("Authorization", TwoBureaus.bearer(PRACTICE, account, List.of(role), UNIT));
  }

  private void tell(String service, String kind, String id, String type, String json) {
    TestStack.announceApart(
        kafka,
        service + ".events.v1",
        TwoBureaus.stream(PRACTICE, kind, id),
        type,
        NEXT.incrementAndGet(),
        json);
  }

  @BeforeEach
  void a_practice_bureau_has_planned_drawn_and_inspected() {
    if (pending().statusCode() == 200) {
      return;
    }
    TestStack.announceBureau(kafka, PRACTICE, MARK + "局", true);
    tell(
        "draw",
        "plan",
        PLAN,
        "PlanPublished",
        """
        {"planKey":"%s","issuer":"%2$s局","title":"%2$s计划","tableDate":"2023年1月6日",
         "publishedOn":"2023-01-20","tasks":[
         {"planNumber":"2023001","planName":"%2$s抽查","taskNumber":"001","taskName":"%2$s任务",
          "drawType":"TARGETED","rate":"10%%","items":"事项","scope":"范围","leadUnit":"法制科",
          "jointUnit":"执法大队","drawPeriod":"2023年3月","drawFrom":"2023-03-01","drawTo":"2023-03-31"}]}
        """
            .formatted(PLAN, MARK));
    String hash = "8".repeat(64);
    tell(
        "draw",
        "task",
        TASK,
        "DrawCommitted",
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","frameSize":20,
         "executeBy":"2023-03-20T16:00:00Z"}
        """
            .formatted(DRAW, hash));
    tell(
        "draw",
        "task",
        TASK,
        "DrawExecuted",
        """
        {"drawId":"%1$s","planId":"2023001","taskId":"001","round":1,"commitHash":"%2$s",
         "resultHash":"%2$s","frameSize":20,"selected":["%3$s"],
         "names":[{"subject":"%3$s","name":"%4$s运输有限公司"}],
         "teams":[{"subject":"%3$s","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"%4$s事项"}],"checkFrom":"2023-03-01","checkTo":"2023-11-30",
         "executedOn":"2023-03-15"}
        """
            .formatted(DRAW, hash, FIRM, MARK));
    tell(
        "inspection",
        "visit",
        RESULT,
        "ResultRecorded",
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],"unit":"%s","units":["%4$s"],"recordedBy":"JC001",
         "finishedOn":"2023-03-16","dueOn":"2023-04-14","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"%s事项","codes":["1"],"note":""}]}
        """
            .formatted(RESULT, DRAW, FIRM, UNIT, MARK));
    tell(
        "inspection",
        "bulletin",
        BULLETIN,
        "BulletinPublished",
        """
        {"bulletinId":"%s","year":2022,"issue":1,"countedOn":"2023-02-01","publishedOn":"2023-02-10",
         "units":[{"unit":"%s股","visits":12,"problems":1,"tickets":1,"toBePutRight":1,"reminded":0}]}
        """
            .formatted(BULLETIN, MARK));
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> {
          assertThat(as("JC003", "publisher").get("/ui/bulletins/" + BULLETIN).asString())
              .contains(MARK + "股");
          assertThat(pending().statusCode()).isEqualTo(200);
          assertThat(as("JC003", "publisher").get("/ui/draws/" + DRAW).asString()).contains(MARK);
        });
  }

  private static io.restassured.response.Response pending() {
    return as("JC003", "publisher").get("/api/v1/results/pending?resultId=" + RESULT);
  }

  private long stored() {
    return count("SELECT count(*) AS n FROM event WHERE stream_id LIKE '%~" + PRACTICE + "~%'");
  }

  private long count(String sql) {
    return pool.query(sql)
        .execute()
        .map(rows -> rows.iterator().next().getLong("n"))
        .await()
        .indefinitely();
  }

  @Test
  void who_publishes_there_reads_that_the_exercise_ends() {
    as("JC003", "publisher")
        .post("/api/v1/results/" + RESULT + "/publication")
        .then()
        .statusCode(409)
        .body("code", equalTo("practice-not-published"));
    assertThat(as("JC003", "publisher").get("/ui/notices/" + RESULT).asString())
        .contains(MARK + "事项", "演练到此为止")
        .doesNotContain("/publication\"");
  }

  /** It could never be done, and would be late for ever. */
  @Test
  void what_is_never_published_waits_for_nobody() {
    for (String role : List.of("publisher", "coordinator", "supervisor")) {
      as("JC003", role).get("/api/v1/waiting").then().statusCode(200).body("total", equalTo(0));
    }
    assertThat(as("JC003", "publisher").get("/ui/notices").asString())
        .contains(MARK + "运输有限公司", "到此为止")
        .doesNotContain("state=OVERDUE", "由您公示", "个工作日（");
    assertThat(as("JC003", "publisher").get("/ui/notices/" + RESULT).asString())
        .doesNotContain("已逾期");
    as("JC003", "publisher")
        .get("/api/v1/glance")
        .then()
        .statusCode(200)
        .body("year.kind", equalTo(List.of("results-to-publish")));
  }

  @Test
  void no_authority_is_told_of_an_exercise() {
    as("JC003", "publisher")
        .body(
            Map.of(
                "authority",
                "清河县财政局",
                "address",
                "http://127.0.0.1:9/hook",
                "news",
                List.of("RESULT_PUBLISHED")))
        .post("/api/v1/webhooks")
        .then()
        .statusCode(409)
        .body("code", equalTo("practice-not-published"));
  }

  /** Whatever is sent to any address by somebody who may do everything there. */
  @Test
  void whatever_is_done_nothing_is_stored_that_the_other_services_did_not_tell() throws Exception {
    long before = stored();
    assertThat(before).isPositive();
    var run =
        new BorderRun(
            server(),
            "/publication/q/openapi",
            TwoBureaus.bearer(PRACTICE),
            List.of(PLAN, TASK, DRAW, RESULT, FIRM));
    run.send(Long.getLong("border.seed", 87), Integer.getInteger("practice.requests", 60));

    assertThat(run.statuses()).doesNotContainKey("401");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void no_public_address_shows_it() throws Exception {
    Map<String, String> answers =
        new ReadRun(
                server(),
                "/publication/q/openapi",
                "",
                List.of(PRACTICE, PLAN, BULLETIN, DRAW, RESULT, FIRM))
            .answers();

    assertThat(answers).hasSizeGreaterThan(20);
    assertThat(TwoBureaus.with(MARK, answers)).isEmpty();
    for (String page :
        List.of(
            "/ui",
            "/ui/search?search=" + MARK,
            "/ui/firms/" + FIRM,
            "/ui/plans/" + PLAN,
            "/ui/draws/" + DRAW,
            "/ui/results/" + RESULT,
            "/ui/bulletins/" + BULLETIN,
            "/ui/overdue",
            "/ui?bureau=" + PRACTICE,
            "/api/v1/open-data/feed?bureau=" + PRACTICE,
            "/api/v1/open-data/2023/results.csv")) {
      assertThat(given().get(page).asString()).as(page).doesNotContain(MARK + "计划", MARK + "运输");
    }
    given()
        .get("/api/v1/plans?bureau=" + PRACTICE)
        .then()
        .statusCode(404)
        .body("code", equalTo("bureau-unknown"));
    given().get("/api/v1/plans/" + PLAN).then().statusCode(404);
    given().get("/ui/bulletins/" + BULLETIN).then().statusCode(404);
    given().get("/api/v1/bulletins/" + BULLETIN + "/proof").then().statusCode(404);
  }

  @Test
  void every_page_says_that_it_is_an_exercise() throws Exception {
    Map<String, String> pages =
        new PageRun(server(), "publication", TwoBureaus.bearer(PRACTICE))
            .pages(List.of(Path.of("."), Path.of("../service-kit")), RESULT);

    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages).allSatisfy((at, page) -> assertThat(page).contains("practice\"", ">演练<"));
  }

  @Test
  void no_public_topic_and_no_leaf_of_the_log_tells_of_it() {
    for (String topic : List.of("publication.events.v1", "publication.results.v1")) {
      assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), topic))
          .as(topic)
          .noneMatch(said -> said.key().contains(PRACTICE) || said.value().contains(PRACTICE));
    }
    assertThat(count("SELECT count(*) AS n FROM transparency.leaf WHERE line LIKE '%practice%'"))
        .isZero();
  }
}
