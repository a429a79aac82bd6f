package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 待办: what others asked for waits for whoever may agree and did not ask himself. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@Tag("deep")
@TestProfile(WaitingIT.OwnLedger.class)
class WaitingIT {
  /** A stack of its own: what other classes leave waiting stands before what is asked for here. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final String WAITING = "/api/v1/waiting";
  private static final int FIRMS = 3_000;

  private static RequestSpecification person(String account, String... roles) {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(roles), "法制安全科")));
  }

  private static void ask(RequestSpecification who, String address, Map<String, Object> body) {
    who.contentType("application/json").body(body).post(address).then().statusCode(200);
  }

  @Test
  void what_others_asked_for_waits_for_a_second_person_until_he_has_agreed() {
    opened(
        csv(
            IntStream.range(0, FIRMS)
                .mapToObj(i -> String.join(",", firm(600_000 + i)))
                .toArray(String[]::new)));
    as("approver").get(WAITING).then().statusCode(200).body("items", empty());
    String status = "/api/v1/subjects/" + creditCode(600_001) + "/status";
    ask(
        person("both", "registrar", "approver"),
        status,
        Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2023-03-01"));
    await()
        .untilAsserted(() ->
            as("approver")
                .get(WAITING)
                .then()
                .body("total", equalTo(1))
                .body("items.kind", contains("status"))
                .body("items[0].what", matchesPattern("批准“清河县第600001运输有限公司”的停业申请（both .*月.*日提出）"))
                .body(
                    "items[0].at", equalTo("/registry/ui/requests/status/" + creditCode(600_001))));
    // Who asked does not see it, whatever roles he has.
    person("both", "registrar", "approver")
        .get(WAITING)
        .then()
        .body("items.kind", not(hasItem("status")));
    as("approver")
        .header("Accept-Language", "en")
        .get(WAITING)
        .then()
        .body("items[0].what", startsWith("Agree to the change of status to suspended of “"));
    as("approver").post(status + "/approval").then().statusCode(200);
    await().untilAsserted(() -> as("approver").get(WAITING).then().body("items", empty()));

    whoAskedIsToldThatItWasNotAgreedTo();
    theYearAtAGlanceSaysWhatItsPageSays();
    aTableIsOneThingToDo();
    aCertificateThatRunsOutWaitsForTheRegistrar();
    as("operator").get(WAITING).then().statusCode(200).body("items", empty());
    person("JC001", "inspector").get(WAITING).then().statusCode(403);
    given().get(WAITING).then().statusCode(401);
    ofThreeThousandFirmsEachSeesWhatWaitsForHim();
  }

  private static final String GLANCE = "/api/v1/glance";

  private void whoAskedIsToldThatItWasNotAgreedTo() {
    String status = "/api/v1/subjects/" + creditCode(600_002) + "/status";
    ask(
        person("asker", "registrar"),
        status,
        Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2023-03-01"));
    as("approver")
        .contentType("application/json")
        .body(Map.of("reason", "缺少停业证明"))
        .post(status + "/decline")
        .then()
        .statusCode(200);
    await()
        .untilAsserted(() ->
            person("asker", "registrar")
                .get(GLANCE)
                .then()
                .statusCode(200)
                .body("told.what", contains("“清河县第600002运输有限公司”的停业申请：未获同意"))
                .body("told.why", contains("缺少停业证明"))
                .body("told.by", contains("approver"))
                .body("told.who", contains("示例局长一（approver）"))
                .body("told.at", contains("/registry/ui/requests")));
    person("asker", "registrar")
        .header("Accept-Language", "en")
        .get(GLANCE)
        .then()
        .body(
            "told.what",
            contains(
                "Not agreed: agree to the change of status to suspended of “清河县第600002运输有限公司”"))
        .body("own[0].what", startsWith("Asked for a change of a subject: "))
        .body("own[0].at", startsWith("/registry/ui/subjects/"));
    // Others read that it was done, and are told nothing.
    as("approver")
        .get(GLANCE)
        .then()
        .body("told", empty())
        .body("own[0].what", startsWith("退回或撤回检查对象变更申请："))
        .body("own[0].at", equalTo(""))
        .body("all.by", hasItem("asker"))
        .body("year", empty());
  }

  private void theYearAtAGlanceSaysWhatItsPageSays() {
    String open =
        as("registrar")
            .get(GLANCE)
            .then()
            .body("year.kind", contains("readiness"))
            .extract()
            .path("year[0].number");
    String page =
        as("registrar").accept("text/html").get("/ui/readiness").then().extract().asString();
    org.assertj.core.api.Assertions.assertThat(page).contains(open + " 项待完善");
    as("registrar").get(GLANCE).then().body("bureaus[0].key", equalTo("130534"));
    given().get(GLANCE).then().statusCode(401);
    person("JC001", "inspector")
        .get(GLANCE)
        .then()
        .statusCode(200)
        .body("year", empty())
        .body("all", empty());
  }

  private void aTableIsOneThingToDo() {
    String[] fresh =
        IntStream.range(0, 200)
            .mapToObj(i -> String.join(",", firm(700_000 + i)))
            .toArray(String[]::new);
    RegisterFiles.load("", "text/csv", csv(fresh)).statusCode(200);
    await()
        .untilAsserted(() ->
            as("approver")
                .get(WAITING)
                .then()
                .body("total", equalTo(1))
                .body("items[0].kind", equalTo("entry"))
                .body("items[0].what", matchesPattern("核准批次 .* 的 200 户检查对象入库（示例名录员 .*提出）")));
  }

  private void aCertificateThatRunsOutWaitsForTheRegistrar() {
    LocalDate soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10);
    String head = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n";
    as("registrar")
        .contentType("text/csv")
        .body(
            (head
                    + "DB-01,示例,大队,13053470001,"
                    + soon
                    + ",道路客运,在岗\n"
                    + "DB-02,示例,大队,13053470002,2099-12-31,道路客运,在岗\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    RegisterFiles.admitted("DB-01", "DB-02");
    await()
        .untilAsserted(() ->
            as("registrar")
                .get(WAITING)
                .then()
                .body("items.findAll { it.kind != 'readiness' }.kind", contains("certificate"))
                .body("items.find { it.kind == 'certificate' }.due", equalTo(soon.toString()))
                .body(
                    "items.find { it.kind == 'certificate' }.what",
                    startsWith("换发执法人员 DB-01 的执法证")));
    as("approver").get(WAITING).then().body("items.kind", not(hasItem("certificate")));
  }

  private static void ofThreeThousandFirmsEachSeesWhatWaitsForHim() {
    for (String account : List.of("approver", "registrar", "coordinator", "operator")) {
      as(account).get(WAITING).then().statusCode(200);
    }
    as("approver").get(WAITING).then().body("items", hasSize(1));
  }
}
