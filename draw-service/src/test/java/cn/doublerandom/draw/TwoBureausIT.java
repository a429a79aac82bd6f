package cn.doublerandom.draw;

import static cn.doublerandom.embedded.TwoBureaus.HOME;
import static cn.doublerandom.embedded.TwoBureaus.MARKET;
import static cn.doublerandom.embedded.TwoBureaus.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * Two bureaus of one county number plans and tasks alike: whatever one of them asks at whatever
 * address there is, it reads and changes its own.
 */
@Tag("deep")
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
@TestProfile(ServedBureausIT.OwnLedger.class)
class TwoBureausIT {
  private static final String OURS = "交通标记";
  private static final String THEIRS = "市场标记";
  private static final String NAME = "清河县市场监督管理局";
  private static final AtomicLong NEXT = new AtomicLong(1);

  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1;
  private final String task = year + "901-901";
  private final List<String> ids =
      List.of(HOME + "-" + year, MARKET + "-" + year, task, HOME + "-" + task + "-1");

  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification of(String bureau, String role) {
    return given()
        .filter(new ReadsFirst())
        .contentType("application/json")
        .header("Authorization", TwoBureaus.bearer(bureau, role, List.of(role), "法制科"));
  }

  /** One firm and one item, of the same numbers in both. */
  private void register(String bureau, String mark) {
    TestStack.announce(
        kafka,
        "registry.events.v1",
        TwoBureaus.stream(bureau, "subject", "S1"),
        "SubjectChanged",
        NEXT.getAndIncrement(),
        """
        {"subjectId":"S1","name":"%s企业","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"A","status":"ACTIVE","registrar":"局","since":"2018-01-01"}
        """
            .formatted(mark));
    TestStack.announce(
        kafka,
        "registry.events.v1",
        TwoBureaus.stream(bureau, "item", "I-1"),
        "ItemClaimed",
        NEXT.getAndIncrement(),
        """
        {"itemCode":"I-1","name":"%s事项","legalBasis":"条例","category":"GENERAL","field":"道路运输",
         "method":"实地检查","unit":"局","mandate":"第三条","claimedOn":"2023-01-01"}
        """
            .formatted(mark));
    await()
        .untilAsserted(() ->
            of(bureau, "coordinator")
                .get("/api/v1/register")
                .then()
                .body("subjects", equalTo(1))
                .body("claimedItems", equalTo(1)));
  }

  private static void draft(String bureau, int year, String mark) {
    of(bureau, "coordinator")
        .contentType("text/plain; charset=UTF-8")
        .queryParam("answer", "2|抽取日期|%d年1月至12月".formatted(year - 1))
        .body(
            """
            抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期
            %1$d901\t%2$s计划\t901号\t%2$s任务\t定向抽查\t10%%\t事项\t范围\t法制科\t执法大队\t%3$d年1月至12月
            单位（盖章）：示例县%2$s局
            """
                .formatted(year, mark, year - 1))
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(201)
        .body("planKey", equalTo(bureau + "-" + year));
  }

  private void plan(String bureau, String mark) {
    String plan = "/api/v1/plans/" + bureau + "-" + year;
    draft(bureau, year, mark);
    of(bureau, "coordinator")
        .body("{\"subjectKind\":\"ENTERPRISE\",\"labels\":[\"道路运输\"],\"itemFields\":[\"道路运输\"]}")
        .put(plan + "/tasks/" + task + "/scope")
        .then()
        .statusCode(200);
    of(bureau, "coordinator").post(plan + "/submission").then().statusCode(201);
    of(bureau, "approver").post(plan + "/approval").then().statusCode(201);
    of(bureau, "coordinator")
        .body("{\"to\":\"邢台市交通运输局\"}")
        .post(plan + "/report")
        .then()
        .statusCode(201);
    of(bureau, "coordinator").post(plan + "/publication").then().statusCode(201);
  }

  @BeforeEach
  void two_plans_with_the_same_numbers() {
    TestStack.announceBureau(kafka, HOME, "清河县交通运输局", true);
    TestStack.announceBureau(kafka, MARKET, NAME, true);
    String own = "/api/v1/plans/" + MARKET + "-" + year;
    await()
        .untilAsserted(
            () -> of(MARKET, "coordinator").get(own + "/deadlines").then().statusCode(200));
    if (given().get(own).statusCode() != 200) {
      register(HOME, OURS);
      register(MARKET, THEIRS);
      plan(HOME, OURS);
      plan(MARKET, THEIRS);
    }
  }

  private TwoBureaus both() {
    return new TwoBureaus(
        URI.create("http://localhost:" + RestAssured.port), "/draw/q/openapi", ids);
  }

  @Test
  void each_reads_its_own_at_every_address_and_nothing_of_the_other() throws Exception {
    Map<String, String> ours = both().answers(HOME);
    Map<String, String> theirs = both().answers(MARKET);

    assertThat(with(OURS, ours)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, theirs)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, ours)).isEmpty();
    assertThat(with(OURS, theirs)).isEmpty();
  }

  @Test
  void nothing_one_sends_to_any_address_changes_what_the_other_has() throws Exception {
    List<String> before = stored();

    assertThat(both().strange(MARKET, 2)).isEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void what_the_other_has_is_answered_as_what_nobody_has(String bureau) throws Exception {
    String other = bureau.equals(HOME) ? MARKET : HOME;
    int theirs = year + (other.equals(HOME) ? 1 : 2);
    int nobodys = year + 5;
    draft(other, theirs, other);

    assertThat(
            both()
                .toldApart(
                    bureau,
                    Map.of(
                        other + "-" + theirs, "130534.nobody-" + theirs,
                        theirs + "901-901", nobodys + "901-901")))
        .isEmpty();
  }

  @Test
  void when_the_other_was_ready_with_its_plan_is_not_told() {
    for (String bureau : List.of(HOME, MARKET)) {
      for (String plan : List.of(HOME, MARKET)) {
        of(bureau, "coordinator")
            .get("/api/v1/plans/" + plan + "-" + year + "/deadlines")
            .then()
            .statusCode(200)
            .body("state", everyItem(equalTo(plan.equals(bureau) ? "DONE" : "OPEN")));
      }
    }
  }

  private List<String> stored() {
    return store
        .in(Scope.HOME)
        .load(
            List.of(
                DrawStreams.PLAN.of(HOME + "-" + year),
                DrawStreams.PLAN.of(MARKET + "-" + year),
                DrawStreams.task(HOME, task),
                DrawStreams.programme(HOME, task, 1),
                DrawStreams.SUPERVISOR_KEYS,
                DrawStreams.SEALING_KEY))
        .await()
        .indefinitely()
        .stream()
        .map(StoredEvent::toString)
        .toList();
  }

  @Test
  void the_public_reads_the_plan_an_id_names_and_says_else_whose_it_means() {
    given()
        .get("/api/v1/plans/" + HOME + "-" + year)
        .then()
        .statusCode(200)
        .body(containsString(OURS))
        .body(not(containsString(THEIRS)));
    given()
        .get("/api/v1/plans/" + MARKET + "-" + year)
        .then()
        .statusCode(200)
        .body(containsString(THEIRS))
        .body(not(containsString(OURS)));
    given()
        .get("/api/v1/supervisor-keys")
        .then()
        .statusCode(400)
        .body("code", equalTo("bureau-not-chosen"));
    given().get("/api/v1/supervisor-keys?bureau=" + MARKET).then().statusCode(200);
    given().get("/api/v1/draws").then().statusCode(200);
  }

  @Test
  void who_looks_at_all_draws_together_chooses_a_bureau_first() {
    given()
        .get("/ui/fairness")
        .then()
        .statusCode(200)
        .body(containsString("/draw/ui/fairness?bureau=" + HOME + "\""))
        .body(containsString("/draw/ui/fairness?bureau=" + MARKET + "\""));
    given()
        .get("/ui/fairness?bureau=" + MARKET)
        .then()
        .statusCode(200)
        .body(containsString(NAME))
        .body(containsString("/draw/api/v1/fairness?bureau=" + MARKET + "\""));
    given()
        .get("/api/v1/fairness")
        .then()
        .statusCode(400)
        .body("code", equalTo("bureau-not-chosen"));
  }

  @Test
  void a_draw_of_either_is_verified_by_its_number() {
    for (String bureau : List.of(HOME, MARKET)) {
      String draw = bureau + "-" + task + "-1";
      String page =
          given().get("/ui/verify?draw=" + draw).then().statusCode(200).extract().asString();
      String pattern = page.replaceAll("(?s).* pattern=\"([^\"]*)\".*", "$1");
      assertThat(page).contains("value=\"" + draw + "\"");
      assertThat(draw).matches(pattern);
    }
  }
}
