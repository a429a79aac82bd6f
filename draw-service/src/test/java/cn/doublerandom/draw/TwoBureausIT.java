package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.BorderRun;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ReadRun;
import cn.doublerandom.embedded.TestStack;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two bureaus of one county number plans and tasks alike: whatever one of them asks at whatever
 * address there is, it reads and changes its own.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
@TestProfile(ServedBureausIT.OwnLedger.class)
class TwoBureausIT {
  private static final String HOME = "130534";
  private static final String MARKET = "130534.scjg";
  private static final String OURS = "交通标记";
  private static final String THEIRS = "市场标记";

  private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1;
  private final String task = year + "901-901";
  private final List<String> ids =
      List.of(HOME + "-" + year, MARKET + "-" + year, task, HOME + "-" + task + "-1");

  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static String bearer(String bureau) {
    return TestStack.bearer(
        new DemoIdentity.User("clerk", DemoIdentity.ROLES, "法制科", List.of(bureau)));
  }

  private static RequestSpecification of(String bureau, String role) {
    return given()
        .filter(new ReadsFirst())
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(role, List.of(role), "法制科", List.of(bureau))));
  }

  private void plan(String bureau, String mark) {
    String plan = "/api/v1/plans/" + bureau + "-" + year;
    of(bureau, "coordinator")
        .contentType("text/plain; charset=UTF-8")
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
    TestStack.announceBureau(kafka, MARKET, "清河县市场监督管理局", true);
    String own = "/api/v1/plans/" + MARKET + "-" + year;
    await()
        .untilAsserted(
            () -> of(MARKET, "coordinator").get(own + "/deadlines").then().statusCode(200));
    if (given().get(own).statusCode() != 200) {
      plan(HOME, OURS);
      plan(MARKET, THEIRS);
    }
  }

  private static List<String> with(String mark, Map<String, String> answers) {
    return answers.entrySet().stream()
        .filter(answer -> answer.getValue().contains(mark))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, String> answers(String bureau) throws Exception {
    return new ReadRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/draw/q/openapi",
            bearer(bureau),
            ids)
        .answers();
  }

  @Test
  void each_reads_its_own_at_every_address_and_nothing_of_the_other() throws Exception {
    Map<String, String> ours = answers(HOME);
    Map<String, String> theirs = answers(MARKET);

    assertThat(with(OURS, ours)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, theirs)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, ours)).isEmpty();
    assertThat(with(OURS, theirs)).isEmpty();
  }

  @Test
  void nothing_one_sends_to_any_address_changes_what_the_other_has() throws Exception {
    List<String> before = stored();
    var run =
        new BorderRun(
            URI.create("http://localhost:" + RestAssured.port),
            "/draw/q/openapi",
            bearer(MARKET),
            ids);

    run.send(Long.getLong("border.seed", 2), Integer.getInteger("border.requests", 500));

    assertThat(run.faults()).isEmpty();
    assertThat(stored()).isEqualTo(before);
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
}
