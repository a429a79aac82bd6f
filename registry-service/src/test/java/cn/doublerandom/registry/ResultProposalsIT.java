package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a visit found is heard, proposed, confirmed by the registrar and agreed to by another. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ResultProposalsIT {
  private static final String PROPOSALS = "/api/v1/proposals/";
  private static final String DRAW = "130534-2023001-001-1";
  private static final AtomicLong FOUND = new AtomicLong();
  private static final AtomicLong PUBLIC = new AtomicLong();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  private static String result(int number) {
    return DRAW + "-" + creditCode(number);
  }

  private static String quoted(String... codes) {
    return codes.length == 0 ? "" : "\"" + String.join("\",\"", codes) + "\"";
  }

  private void recorded(int number, String by, String... codes) {
    String json =
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],"unit":"道路运输股","finishedOn":"2023-04-03",
         "dueOn":"2023-05-04","provisional":false,"codes":[%s],"findings":[],
         "units":["道路运输股"],"recordedBy":"%s"}
        """
            .formatted(result(number), DRAW, creditCode(number), quoted(codes), by);
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + result(number),
        "ResultRecorded",
        FOUND.incrementAndGet(),
        json);
  }

  private void corrected(int number, int version, String before, String... codes) {
    String json =
        """
        {"resultId":"%s","drawId":"%s","subjectId":"%s","subjectName":"示例","version":%d,
         "codes":[%s],"formerCodes":["%s"],"reason":"复核后更正","correctedOn":"2023-05-10",
         "indexNumber":"11130534MB00000001/2023-00001"}
        """
            .formatted(result(number), DRAW, creditCode(number), version, quoted(codes), before);
    TestStack.announce(
        kafka,
        "publication.events.v1",
        "result-" + result(number),
        "ResultCorrected",
        PUBLIC.incrementAndGet(),
        json);
  }

  private static void stands(String id, String state) {
    await()
        .untilAsserted(() ->
            as("registrar")
                .get(PROPOSALS + id)
                .then()
                .statusCode(200)
                .body("state", equalTo(state)));
  }

  private static ValidatableResponse post(String by, String of, Map<String, Object> body) {
    return as(by).contentType("application/json").body(body).post(PROPOSALS + of).then();
  }

  private static Map<String, Object> status(String status, LocalDate from) {
    Map<String, Object> body = new HashMap<>();
    body.put("effective", from.toString());
    body.put("reason", "经登记机关核实");
    if (!status.isEmpty()) {
      body.put("status", status);
    }
    return body;
  }

  @Test
  void what_is_confirmed_waits_for_a_second_person_and_holds_when_he_agrees() {
    opened(csv(String.join(",", firm(972_001))));
    recorded(972_001, "inspector", "11", "F");
    String id = result(972_001) + "-status";
    stands(id, "OPEN");
    as("registrar")
        .get(PROPOSALS + id)
        .then()
        .body("statuses", contains("ANNULLED"))
        .body("codes", contains("11"))
        .body("text", equalTo("被撤销"))
        .body("unit", equalTo("道路运输股"))
        .body("resultId", equalTo(result(972_001)));
    await()
        .untilAsserted(() ->
            as("registrar").get("/api/v1/waiting").then().body("items.kind", hasItem("proposal")));
    as("approver").get("/api/v1/waiting").then().body("items.kind", not(hasItem("proposal")));
    as("registrar").get(PROPOSALS + result(972_001) + "-credit").then().statusCode(404);

    post("approver", id + "/status", status("", today())).statusCode(403);
    post("registrar", id + "/status", status("REVOKED", today()))
        .statusCode(422)
        .body("code", equalTo("proposal-not-of-that"));
    post("registrar", id + "/status", status("", today()))
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("answer.status", equalTo("ANNULLED"));

    String subject = "/api/v1/subjects/" + creditCode(972_001);
    as("registrar").get(subject).then().body("status", equalTo("ACTIVE"));
    as("approver")
        .get(subject + "/status")
        .then()
        .statusCode(200)
        .body("status", equalTo("ANNULLED"))
        .body("reason", containsString("检查结果 " + result(972_001)));
    as("approver").post(subject + "/status/approval").then().statusCode(200);
    as("registrar").get(subject).then().body("status", equalTo("ANNULLED"));

    corrected(972_001, 2, "11", "1");
    await()
        .untilAsserted(
            () -> as("auditor").get(PROPOSALS + id).then().body("since.reason", equalTo("复核后更正")));
    post("registrar", id + "/decline", Map.of("reason", "核实仍存续"))
        .statusCode(409)
        .body("code", equalTo("proposal-decided"));
  }

  @Test
  void what_the_register_refuses_leaves_the_proposal_open() {
    opened(csv(String.join(",", firm(972_002))));
    recorded(972_002, "registrar-2", "9");
    String id = result(972_002) + "-status";
    stands(id, "OPEN");

    post("registrar", id + "/status", status("", LocalDate.of(1990, 1, 1)))
        .statusCode(422)
        .body("code", equalTo("status-before-registration"));
    as("registrar").get(PROPOSALS + id).then().body("state", equalTo("OPEN"));

    recorded(972_003, "inspector", "9");
    stands(result(972_003) + "-status", "OPEN");
    post("registrar", result(972_003) + "-status/status", status("", today()))
        .statusCode(404)
        .body("code", equalTo("subject-unknown"));
    post("registrar", result(972_003) + "-status/decline", Map.of("reason", "不在本县名录库"))
        .statusCode(200)
        .body("state", equalTo("DECLINED"));
  }

  @Test
  void a_correction_takes_away_what_waits_and_whoever_recorded_it_does_not_decide() {
    recorded(972_004, "registrar", "12");
    String id = result(972_004) + "-status";
    stands(id, "OPEN");
    post("registrar", id + "/decline", Map.of("reason", "核实仍存续"))
        .statusCode(403)
        .body("code", equalTo("proposal-needs-another"));

    corrected(972_004, 2, "12", "F");

    stands(id, "WITHDRAWN");
    as("registrar").get(PROPOSALS + id).then().body("withdrawn", equalTo("复核后更正"));
    // A list is a moment behind the proposal itself.
    await()
        .untilAsserted(() ->
            as("registrar")
                .get(PROPOSALS + "?state=WITHDRAWN&limit=500")
                .then()
                .body("items.id", hasItem(id)));
    as("registrar")
        .get(PROPOSALS + "?state=OPEN&limit=500")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void a_signal_of_credit_becomes_another_class_when_two_people_say_so() {
    opened(csv(String.join(",", firm(972_005))));
    recorded(972_005, "inspector", "8", "D");
    String id = result(972_005) + "-credit";
    stands(id, "OPEN");
    as("registrar")
        .get(PROPOSALS + id)
        .then()
        .body("codes", contains("8"))
        .body("statuses", empty())
        .body("answer", nullValue());
    post(
            "registrar",
            id + "/credit",
            Map.of("riskClass", "D", "on", today().plusDays(1).toString(), "reason", "按分类办法"))
        .statusCode(422)
        .body("code", equalTo("day-in-future"));

    post(
            "registrar",
            id + "/credit",
            Map.of("riskClass", "D", "on", today().toString(), "reason", "按分类办法"))
        .statusCode(200)
        .body("answer.riskClass", equalTo("D"));

    String subject = "/api/v1/subjects/" + creditCode(972_005);
    as("registrar").get(subject).then().body("creditRiskClass", not(equalTo("D")));
    as("approver").get(subject + "/status").then().statusCode(200);
    as("approver").post(subject + "/status/approval").then().statusCode(200);
    as("registrar").get(subject).then().body("creditRiskClass", equalTo("D"));
  }

  @Test
  void on_pages_it_is_found_confirmed_and_told_as_asked_for() {
    opened(csv(String.join(",", firm(972_006))));
    recorded(972_006, "inspector", "9", "12");
    String id = result(972_006) + "-status";
    stands(id, "OPEN");
    await()
        .untilAsserted(() ->
            assertThat(DeskForms.page("registrar", "/registry/ui/proposals?state=OPEN").html())
                .contains("/registry/ui/proposals/" + id));
    String page = "/registry/ui/proposals/" + id;
    Document open = DeskForms.page("registrar", page);
    assertThat(open.text()).contains("待核实", "注销；迁出", "道路运输股");
    assertThat(DeskForms.page("supervisor", page).select("form[action$=status]")).isEmpty();

    Document refused =
        DeskForms.page(
            DeskForms.send(
                "registrar",
                DeskForms.form(open, page + "/status"),
                Map.of("effective", today().toString(), "reason", "经登记机关核实")),
            422);
    assertThat(refused.text()).contains("请选定一种");

    Document asked =
        DeskForms.after(
            "registrar",
            DeskForms.send(
                "registrar",
                DeskForms.form(refused, page + "/status"),
                Map.of(
                    "status", "MOVED_OUT", "effective", today().toString(), "reason", "经登记机关核实")));
    assertThat(asked.text()).contains("已采纳", "须由另一人批准", "起变更为迁出");
  }
}
