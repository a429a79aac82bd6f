package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 待办: a unit sees what it has to publish, and who watches over all what is late. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Tag("deep")
@TestProfile(WaitingIT.OwnLedger.class)
class WaitingIT {
  /** A stack of its own: other classes count what is overdue. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  /** What is told on this stack, each with a number of its own. */
  static final AtomicLong NEXT = new AtomicLong();

  private static final String WAITING = "/api/v1/waiting";
  private static final String UNIT = "综合行政执法大队";
  private static final String DRAW = "130534-2023001-001-1";
  private static final String RESULT = DRAW + "-91130534MA0023063G";

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private void tell() {
    String hash = "a".repeat(64);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "DrawCommitted",
        NEXT.incrementAndGet(),
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","frameSize":187,
         "executeBy":"2023-03-20T16:00:00Z"}
        """
            .formatted(DRAW, hash));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "DrawExecuted",
        NEXT.incrementAndGet(),
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":187,"selected":["91130534MA0023063G"],
         "subjects":[{"subject":"91130534MA0023063G","name":"清河县示例运输有限公司"}],
         "teams":[{"subject":"91130534MA0023063G","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, hash, hash));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + RESULT,
        "ResultRecorded",
        NEXT.incrementAndGet(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001",
         "subjectId":"91130534MA0023063G","inspectors":["JC001","JC002"],"unit":"%s",
         "units":["%s"],"recordedBy":"JC001",
         "finishedOn":"2023-03-16","dueOn":"2023-04-14","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(RESULT, DRAW, UNIT, UNIT));
  }

  @Test
  void a_result_waits_for_its_unit_but_not_for_who_recorded_it_until_it_is_public() {
    tell();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            as("JC002", UNIT, "publisher")
                .get(WAITING)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].kind", equalTo("result"))
                .body("items[0].due", equalTo("2023-04-14"))
                .body("items[0].at", equalTo("/publication/ui/notices/" + RESULT))
                .body("items[0].what", startsWith("公示“")));
    for (String unit : List.of("别的单位", "", " ")) {
      as("JC002", unit, "publisher").get(WAITING).then().statusCode(200).body("items", empty());
    }
    as("JC001", UNIT, "publisher").get(WAITING).then().body("items", empty());
    as("coordinator", "法制安全科", "coordinator")
        .get(WAITING)
        .then()
        .body("items.kind", equalTo(List.of("result-overdue")));
    as("JC002", UNIT, "publisher")
        .header("Accept-Language", "en")
        .get(WAITING)
        .then()
        .body("items[0].what", startsWith("Publish the result of “"));
    as("JC002", UNIT, "inspector").get(WAITING).then().statusCode(403);
    given().get(WAITING).then().statusCode(401);
    ofThreeThousandResultsTheFirstFiftyAreTold();
  }

  /** Rows as the projection makes them. */
  private void ofThreeThousandResultsTheFirstFiftyAreTold() {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO result_view (bureau, id, body)
                            SELECT bureau, id || '-' || n, body FROM result_view, generate_series(1, 2900) AS n
                            WHERE id = '%s'
                            """
                                .formatted(RESULT))
                        .execute()))
        .await()
        .indefinitely();
    as("JC002", UNIT, "publisher")
        .get(WAITING)
        .then()
        .body("total", equalTo(2_901))
        .body("items", hasSize(50));
  }

  private static final int NOTICES = 100_000;

  /** Rows as the projection makes them, of as many firms. */
  private void publishMany() {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO result_view (bureau, id, body)
                            SELECT '130534', 'found-' || n, jsonb_build_object(
                              'content', jsonb_build_object(
                                'resultId', 'found-' || n, 'drawId', '130534-2022001-001-1', 'planId', '2022001',
                                'taskId', '001', 'subjectId', 'F' || n, 'unit', '大队',
                                'finishedOn', '2022-03-01', 'dueOn', '2022-04-01', 'provisional', false,
                                'codes', jsonb_build_array(CASE WHEN n %% 7 = 0 THEN 'D' ELSE '1' END),
                                'findings', '[]'::jsonb),
                              'published', jsonb_build_object(
                                'subjectName', '清河县第' || n || '号运输有限公司',
                                'on', (DATE '2022-03-20' + (n %% 365))::text,
                                'onTime', true, 'indexNumber', '1113/' || n))::text
                            FROM generate_series(1, %d) AS n
                            """
                                .formatted(NOTICES))
                        .execute())
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO name_part_view (bureau, id, body)
                            SELECT '130534', part || chr(31) || code, jsonb_build_object('subject', code)::text
                            FROM (
                              SELECT 'F' || n AS code, '清河县第' || n || '号运输有限公司' AS name
                              FROM generate_series(1, %d) AS n) AS firm
                            CROSS JOIN LATERAL (
                              SELECT substr(name, at) AS part FROM generate_series(1, length(name)) AS at
                              UNION SELECT code) AS named
                            """
                                .formatted(NOTICES))
                        .execute()))
        .chain(() -> pool.query("VACUUM ANALYZE result_view, name_part_view").execute())
        .await()
        .indefinitely();
  }

  private static String searched(String field, String text) {
    return given()
        .queryParam(field, text)
        .get("/ui/search")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void among_a_hundred_thousand_notices_a_firm_is_found_and_nobody_who_is_not_there() {
    publishMany();
    for (int i = 1; i <= 40; i++) {
      String name = "第" + i * 2_467 + "号";
      assertThat(searched("search", name)).contains("清河县" + name + "运输有限公司");
    }
    assertThat(searched("search", "没有这一家")).contains("没有符合条件的公示结果");
    goesOnByItsLinksAndShowsEachOnce();
  }

  private static void goesOnByItsLinksAndShowsEachOnce() {
    Pattern shown = Pattern.compile("/publication/ui/results/(found-[0-9]+)\"");
    Pattern next = Pattern.compile("rel=\"next\" href=\"/publication([^\"]+)\"");
    Set<String> seen = new TreeSet<>();
    String page = searched("code", "D");
    for (int part = 1; part <= 5; part++) {
      shown.matcher(page).results().forEach(found -> seen.add(found.group(1)));
      assertThat(seen).hasSize(20 * part);
      Matcher link = next.matcher(page);
      assertThat(link.find()).isTrue();
      page = given().urlEncodingEnabled(false).get(link.group(1).replace("&amp;", "&")).asString();
    }
  }

  private static RequestSpecification operator() {
    return as("operator", "信息中心", "operator").accept("text/html").redirects().follow(false);
  }

  private static String page(String address) {
    return operator()
        .urlEncodingEnabled(false)
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** The first form on a page, as it was filled when it was shown. */
  private static Response send(String page, String act, Map<String, String> typed) {
    Matcher form =
        Pattern.compile("action=\"/publication(/ui/memory/[^\"]*" + act + "[^\"]*)\"")
            .matcher(page);
    assertThat(form.find()).as(page).isTrue();
    Matcher key = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"").matcher(page);
    assertThat(key.find(form.end())).as(page).isTrue();
    return operator()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .urlEncodingEnabled(false)
        .formParam("_key", key.group(1))
        .formParams(typed)
        .post(form.group(1).replace("&amp;", "&"));
  }

  /** A notice of holidays nobody can read, from the registry. */
  private void tellWhatCannotBeRead() {
    TestStack.announceApart(
        kafka, "registry.events.v1", "notice-unreadable", "HolidayNoticeIssued", 1, "{\"year\":7}");
  }

  @Test
  void what_was_set_aside_waits_for_the_operator_who_tries_again_or_gives_it_up_with_a_reason() {
    tellWhatCannotBeRead();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            as("operator", "信息中心", "operator")
                .get(WAITING)
                .then()
                .statusCode(200)
                .body("items.kind", hasItem("parked-records"))
                .body("items[0].at", equalTo("/publication/ui/memory")));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(page("/ui/memory")).contains("notice-unreadable"));
    String home = page("/ui/memory");
    assertThat(home)
        .contains("运行：公示", "HolidayNoticeIssued", "账本最后一号", "主节点", "等人处理。")
        .doesNotContain("没有搁置的消息", "没有需要处理的");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(page("/ui/memory")).contains("跟上").doesNotContain("正在重建"));
    String parked = page("/ui/memory/parked?source=registry.events.v1&key=notice-unreadable");

    assertThat(send(parked, "/retry", Map.of()).then().statusCode(409).extract().asString())
        .contains("class=\"refusal\"");
    assertThat(
            send(parked, "/skip", Map.of("reason", "")).then().statusCode(400).extract().asString())
        .contains("放弃最早的一条", "class=\"fault\"");
    Response skipped = send(parked, "/skip", Map.of("reason", "乱码，名录室已另行补发"));
    assertThat(skipped.statusCode()).isEqualTo(303);
    String told = skipped.header("Location");
    assertThat(told).startsWith("/publication/ui/memory?done=skipped");

    assertThat(page(told.substring("/publication".length())))
        .contains("理由已记入账本")
        .doesNotContain("notice-unreadable");
    assertThat(page("/ui/memory?done=skipped")).doesNotContain("理由已记入账本");
    assertThat(page("/ui/memory/parked?source=registry.events.v1&key=notice-unreadable"))
        .contains("这个键下没有搁置的消息");
  }

  @Test
  void an_auditor_sees_the_memory_and_changes_nothing() {
    RequestSpecification auditor = as("auditor", "", "auditor").accept("text/html");
    String model = auditor.get("/ui/memory/read-models/notices").then().extract().asString();
    assertThat(model).doesNotContain("<form class=\"do\"");
    as("auditor", "", "auditor")
        .header("Accept-Language", "en")
        .accept("text/html")
        .get("/ui/memory")
        .then()
        .statusCode(200)
        .body(containsString("Operation: publication"), containsString("Read models"));
    as("auditor", "", "auditor")
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", "0123456789abcdef")
        .post("/ui/memory/read-models/notices/rebuild")
        .then()
        .statusCode(403);
    as("JC002", UNIT, "publisher").accept("text/html").get("/ui/memory").then().statusCode(403);
    as("auditor", "", "auditor")
        .accept("text/html")
        .get("/ui/ledger")
        .then()
        .statusCode(200)
        .body(containsString("账本：公示"));
    as("JC002", UNIT, "publisher").accept("text/html").get("/ui/ledger").then().statusCode(403);
    as("auditor", "", "auditor")
        .get("/api/v1/memory/standing")
        .then()
        .statusCode(200)
        .body("leaseIsFresh", equalTo(true));
    as("auditor", "", "auditor").get("/api/v1/memory/timers").then().statusCode(200);
  }
}
