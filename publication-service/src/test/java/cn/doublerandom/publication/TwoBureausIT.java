package cn.doublerandom.publication;

import static cn.doublerandom.embedded.TwoBureaus.HOME;
import static cn.doublerandom.embedded.TwoBureaus.MARKET;
import static cn.doublerandom.embedded.TwoBureaus.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two bureaus of one county drew for tasks of the same number and found the same firms: whatever
 * one of them asks, it reads and changes its own, and the public is told whose a notice is.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Tag("deep")
@TestProfile(TwoBureausIT.OwnLedger.class)
class TwoBureausIT {
  /** A stack of its own: where several bureaus are served the public must name one. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final Map<String, String> NAMES = Map.of(HOME, "清河县交通运输局", MARKET, "清河县市场监督管理局");
  private static final Map<String, String> MARKS = Map.of(HOME, "交通标记", MARKET, "市场标记");
  private static final String OURS = MARKS.get(HOME);
  private static final String THEIRS = MARKS.get(MARKET);
  private static final String FIRM = "91130534MA0023063G";
  private static final String LATE = "91130534MA1178886W";
  private static final String UNIT = "综合行政执法大队";
  private static final AtomicLong NEXT = new AtomicLong(1);

  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static String plan(String bureau) {
    return bureau + "-2023";
  }

  private static String task(String bureau) {
    return bureau + "-2023001-001";
  }

  private static String draw(String bureau) {
    return task(bureau) + "-1";
  }

  private static String result(String bureau) {
    return draw(bureau) + "-" + FIRM;
  }

  /** A result that is recorded today and not published, of no year the figures are asked for. */
  private static String waiting(String bureau) {
    return bureau + "-2022001-001-1-" + LATE;
  }

  private static String other(String bureau) {
    return bureau.equals(HOME) ? MARKET : HOME;
  }

  private static RequestSpecification publisher(String bureau) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TwoBureaus.bearer(bureau, "publisher", List.of("publisher", "auditor"), UNIT));
  }

  private void tell(String service, String stream, String type, String json) {
    tell(service, ".events", stream, type, json);
  }

  private void tell(String service, String topic, String stream, String type, String json) {
    TestStack.announce(kafka, service + topic + ".v1", stream, type, NEXT.getAndIncrement(), json);
  }

  private void tellOfPlan(String bureau, String mark) {
    for (String firm : List.of(FIRM, LATE)) {
      tell(
          "registry",
          TwoBureaus.stream(bureau, "subject", firm),
          "SubjectChanged",
          """
          {"subjectId":"%s","name":"%s运输有限公司","kind":"ENTERPRISE","labels":["道路运输"],
           "creditRiskClass":"A","status":"ACTIVE","registrar":"%s登记机关","since":"2018-01-01"}
          """
              .formatted(firm, mark, mark));
    }
    tell(
        "draw",
        TwoBureaus.stream(bureau, "plan", plan(bureau)),
        "PlanPublished",
        """
        {"planKey":"%s","issuer":"%2$s局","title":"%2$s计划","tableDate":"2023年1月6日",
         "publishedOn":"2023-02-03","tasks":[
         {"planNumber":"2023001","planName":"%2$s抽查","taskNumber":"001","taskName":"%2$s任务",
          "drawType":"TARGETED","rate":"10%%","items":"事项","scope":"范围","leadUnit":"法制科",
          "jointUnit":"执法大队","drawPeriod":"2023年3月","drawFrom":"2023-03-01","drawTo":"2023-03-31"},
         {"planNumber":"2023002","planName":"%2$s抽查","taskNumber":"002","taskName":"%2$s没有抽取的任务",
          "drawType":"TARGETED","rate":"10%%","items":"事项","scope":"范围","leadUnit":"法制科",
          "jointUnit":"执法大队","drawPeriod":"2023年3月","drawFrom":"2023-03-01","drawTo":"2023-03-31"}]}
        """
            .formatted(plan(bureau), mark));
    tell(
        "draw",
        TwoBureaus.stream(bureau, "deadline", plan(bureau)),
        "PlanDeadlineAlarmed",
        """
        {"planKey":"%s","step":"公示","state":"DONE_LATE","due":"2023-01-31","on":"2023-02-03"}
        """
            .formatted(plan(bureau)));
    tell(
        "draw",
        TwoBureaus.stream(bureau, "programme", task(bureau)),
        "ProgrammePublished",
        """
        {"programmeId":"%s","planKey":"%s","planId":"2023001","taskId":"001","batch":1,
         "title":"%s方案","documentNumber":"〔2023〕2号","items":["经营行为"],"checkFrom":"2023-03-01",
         "checkTo":"2023-11-30","teams":6,"training":"","method":"实地检查","contact":"法制科",
         "approvedOn":"2023-03-01","publishedOn":"2023-03-02"}
        """
            .formatted(task(bureau), plan(bureau), mark));
  }

  private void tellOfResult(String bureau, String result, String mark) {
    String year = result.substring(bureau.length() + 1, bureau.length() + 5);
    tell(
        "inspection",
        TwoBureaus.stream(bureau, "visit", result),
        "ResultRecorded",
        """
        {"resultId":"%1$s","drawId":"%2$s","planId":"%3$s001","taskId":"001","subjectId":"%4$s",
         "inspectors":["JC001","JC002"],"unit":"%5$s","units":["%5$s"],"recordedBy":"JC001",
         "finishedOn":"%7$s","dueOn":"%8$s","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"%6$s事项","codes":["1"],"note":""}]}
        """
            .formatted(
                result,
                result.substring(0, result.length() - FIRM.length() - 1),
                year,
                result.substring(result.length() - FIRM.length()),
                UNIT,
                mark,
                year.equals("2023") ? "2023-03-16" : LocalDate.now(BusinessClock.SHANGHAI),
                year.equals("2023") ? "2023-04-14" : "2999-12-31"));
  }

  private void tellOfDraw(String bureau, String mark) {
    String stream = TwoBureaus.stream(bureau, "task", task(bureau));
    String hash = (bureau.equals(HOME) ? "a" : "b").repeat(64);
    tell(
        "draw",
        stream,
        "DrawCommitted",
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","frameSize":20,
         "executeBy":"2023-03-20T16:00:00Z"}
        """
            .formatted(draw(bureau), hash));
    tell(
        "draw",
        stream,
        "DrawExecuted",
        """
        {"drawId":"%1$s","planId":"2023001","taskId":"001","round":1,"commitHash":"%2$s",
         "resultHash":"%2$s","frameSize":20,"selected":["%3$s","%4$s"],
         "teams":[{"subject":"%3$s","inspectors":["JC001","JC002"]},
                  {"subject":"%4$s","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"%5$s事项"}],"checkFrom":"2023-03-01","checkTo":"2023-11-30",
         "executedOn":"2023-03-15"}
        """
            .formatted(draw(bureau), hash, FIRM, LATE, mark));
    tellOfResult(bureau, result(bureau), mark);
    String late = draw(bureau) + "-" + LATE;
    tell(
        "inspection",
        TwoBureaus.stream(bureau, "visit", late),
        "DeadlineBreached",
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],"finishedOn":"2023-03-17","dueOn":"2023-04-17",
         "provisional":false}
        """
            .formatted(late, draw(bureau), LATE));
  }

  @BeforeEach
  void two_bureaus_that_publish_under_the_same_numbers() {
    if (given().get("/ui/results/" + result(MARKET)).statusCode() == 200) {
      return;
    }
    TestStack.announceBureau(kafka, MARKET, NAMES.get(MARKET), true);
    await()
        .untilAsserted(() -> given().get("/api/v1/draws?bureau=" + MARKET).then().statusCode(200));
    MARKS.forEach((bureau, mark) -> {
      tellOfPlan(bureau, mark);
      tellOfDraw(bureau, mark);
    });
    for (String bureau : MARKS.keySet()) {
      String pending = "/api/v1/results/pending?resultId=" + result(bureau);
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> {
            publisher(bureau).get(pending).then().statusCode(200);
            assertThat(given().get("/ui/draws/" + draw(bureau)).asString())
                .contains(MARKS.get(bureau) + "运输有限公司");
          });
      publisher(other(bureau)).get(pending).then().statusCode(404);
      publisher(other(bureau))
          .post("/api/v1/results/" + result(bureau) + "/publication")
          .then()
          .statusCode(404);
      publisher(bureau)
          .post("/api/v1/results/" + result(bureau) + "/publication")
          .then()
          .statusCode(201);
      await()
          .untilAsserted(() -> given().get("/ui/results/" + result(bureau)).then().statusCode(200));
    }
  }

  private static TwoBureaus both() {
    List<String> ids = new ArrayList<>();
    for (String bureau : List.of(HOME, MARKET)) {
      ids.addAll(List.of(plan(bureau), task(bureau), draw(bureau), result(bureau)));
    }
    return new TwoBureaus(
        URI.create("http://localhost:" + RestAssured.port), "/publication/q/openapi", ids);
  }

  @Test
  void each_reads_its_own_at_every_address_and_nothing_of_the_other() throws Exception {
    Map<String, String> ours = both().answers(HOME);
    Map<String, String> theirs = both().answers(MARKET);

    assertThat(with(OURS, ours)).hasSizeGreaterThan(4);
    assertThat(with(THEIRS, theirs)).hasSizeGreaterThan(4);
    assertThat(with(THEIRS, ours)).isEmpty();
    assertThat(with(OURS, theirs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void what_the_other_has_is_answered_as_what_nobody_has(String bureau) throws Exception {
    String other = other(bureau);
    String waiting = waiting(other);
    tellOfResult(other, waiting, MARKS.get(other));
    await()
        .untilAsserted(() ->
            publisher(other)
                .get("/api/v1/results/pending?resultId=" + waiting)
                .then()
                .statusCode(200));
    String hook = subscribed(other);

    assertThat(
            both()
                .toldApart(
                    bureau,
                    Map.of(
                        waiting, waiting.replace(LATE, "91130534MA0099999Z"),
                        hook, "0".repeat(hook.length()))))
        .isEmpty();
  }

  private List<String> stored() {
    return store
        .in(Scope.HOME)
        .load(
            List.of(
                PublicationStreams.PLAN_NOTICE.of(plan(HOME)),
                PublicationStreams.PLAN_ALARM.of(plan(HOME)),
                PublicationStreams.PROGRAMME_NOTICE.of(task(HOME)),
                PublicationStreams.DRAW_NOTICE.of(draw(HOME)),
                PublicationStreams.RESULT.of(result(HOME)),
                PublicationStreams.RESULT.of(draw(HOME) + "-" + LATE),
                PublicationStreams.RESULT.of(result(MARKET))))
        .await()
        .indefinitely()
        .stream()
        .map(StoredEvent::toString)
        .toList();
  }

  @Test
  void nothing_one_sends_to_any_address_changes_what_the_other_has() throws Exception {
    List<String> before = stored();
    assertThat(before).hasSizeGreaterThan(5);

    assertThat(both().strange(MARKET, 4)).isEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plans", "programmes", "plan-alarms", "draws", "results"})
  void a_list_holds_the_rows_of_both_and_each_says_whose_it_is(String list) {
    String address = "/api/v1/" + list;
    String all = given().get(address).then().statusCode(200).extract().asString();
    String theirs =
        given().get(address + "?bureau=" + MARKET).then().statusCode(200).extract().asString();

    assertThat(all).contains("\"" + HOME + "-2023").contains("\"" + MARKET + "-2023");
    assertThat(theirs).contains("\"" + MARKET + "-2023").doesNotContain("\"" + HOME + "-2023");
    if (List.of("draws", "results").contains(list)) {
      given()
          .get(address)
          .then()
          .body("items.bureau", equalTo(List.of(NAMES.get(HOME), NAMES.get(MARKET))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plans", "programmes", "draws", "results"})
  void a_list_goes_on_from_one_bureau_to_the_next(String list) {
    String first = "/api/v1/" + list + "?limit=1";
    assertThat(given().get(first).asString()).contains(OURS).doesNotContain(THEIRS);
    String next = given().get(first).path("next");

    assertThat(given().get(first + "&after=" + next).asString())
        .contains(THEIRS)
        .doesNotContain(OURS);
  }

  @Test
  void a_figure_is_of_one_bureau_which_is_named() {
    String figures = "/api/v1/statistics?year=2023";
    given().get(figures).then().statusCode(400).body("code", equalTo("bureau-not-chosen"));
    for (String bureau : MARKS.keySet()) {
      given()
          .get(figures + "&bureau=" + bureau)
          .then()
          .statusCode(200)
          .body("registered", equalTo(2))
          .body("recorded", equalTo(1))
          .body("published", equalTo(1))
          .body("overdue", equalTo(List.of(draw(bureau) + "-" + LATE)))
          .body("overdueUndrawn", equalTo(List.of(bureau + "-2023002-002")))
          .body("overdueNotHeld", empty());
    }
    given()
        .get("/api/v1/plans?bureau=130534.nobody")
        .then()
        .statusCode(404)
        .body("code", equalTo("bureau-unknown"));
    publisher(MARKET)
        .get("/api/v1/plans?bureau=" + HOME)
        .then()
        .statusCode(403)
        .body("code", equalTo("bureau-not-own"));
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void a_page_of_one_says_whose_it_is_and_nothing_of_the_other(String bureau) {
    for (String page :
        List.of(
            "/ui?bureau=" + bureau,
            "/ui?year=2023&bureau=" + bureau,
            "/ui/overdue?bureau=" + bureau,
            "/ui/plans/" + plan(bureau),
            "/ui/programmes/" + task(bureau),
            "/ui/draws/" + draw(bureau),
            "/ui/draws/" + draw(bureau) + "/results",
            "/ui/results/" + result(bureau))) {
      assertThat(given().get(page).then().statusCode(200).extract().asString())
          .as(page)
          .contains(
              "<p class=\"quiet\" lang=\"zh\">" + NAMES.get(bureau) + "</p>", MARKS.get(bureau))
          .doesNotContain(
              MARKS.get(other(bureau)), NAMES.get(other(bureau)), "\"" + other(bureau) + "-");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void a_result_that_is_found_leads_to_the_page_of_the_firm_at_the_same_bureau(String bureau) {
    assertThat(given().get("/ui/search?search=" + FIRM + "&bureau=" + bureau).asString())
        .contains("/publication/ui/firms/" + FIRM + "?bureau=" + bureau + "\"")
        .doesNotContain("bureau=" + other(bureau) + "\"");
  }

  @Test
  void who_comes_to_the_front_page_chooses_a_bureau_first() {
    for (String page : List.of("/ui", "/ui?year=2023", "/ui/overdue")) {
      String choice = given().get(page).then().statusCode(200).extract().asString();
      String back = "\"/publication" + page.replace("?year=2023", "") + "?bureau=";
      assertThat(choice).as(page).contains(NAMES.get(HOME), NAMES.get(MARKET));
      assertThat(choice).as(page).contains(back + HOME + "\"", back + MARKET + "\"");
      assertThat(choice).as(page).doesNotContain(OURS, THEIRS);
    }
  }

  @Test
  void the_checkpoints_of_the_ledgers_are_of_all_and_read_without_a_choice() {
    String root = "c".repeat(64);
    tell(
        "draw",
        ".anchors",
        "anchor-draw",
        "CheckpointAnchored",
        """
        {"service":"draw","size":42,"root":"%s","note":"…","sealedAt":"2023-03-20T16:00:00Z"}
        """
            .formatted(root));
    for (String page :
        List.of("/ui/anchors", "/ui/anchors?bureau=" + HOME, "/ui/anchors?bureau=" + MARKET)) {
      await()
          .untilAsserted(() -> given().get(page).then().statusCode(200).body(containsString(root)));
    }
    given().get("/log/checkpoint").then().statusCode(200);
  }

  @Test
  void an_id_of_a_bureau_that_is_not_served_is_nobodys() {
    given().get("/ui/results/" + result("130534.nobody")).then().statusCode(400);
    given()
        .get("/api/v1/plans/" + plan("130534.nobody"))
        .then()
        .statusCode(400)
        .body("code", equalTo("bureau-not-chosen"));
  }

  private static String subscribed(String bureau) {
    return publisher(bureau)
        .header("Idempotency-Key", "hook-of-" + bureau)
        .body(
            Map.of(
                "authority",
                "清河县财政局",
                "address",
                "http://127.0.0.1:9/" + bureau,
                "news",
                List.of("RESULT_PUBLISHED")))
        .post("/api/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void another_bureau_sees_no_subscription_of_ours() {
    String hooks = "/api/v1/webhooks";
    String id = subscribed(HOME);
    publisher(HOME).get(hooks + "/" + id).then().statusCode(200);
    publisher(MARKET).get(hooks + "/" + id).then().statusCode(404);
    publisher(MARKET).get(hooks + "/" + id + "/messages").then().statusCode(404);
    assertThat(publisher(MARKET).get(hooks).asString()).doesNotContain("\"" + id + "\"");
  }
}
