package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** 代理 is lent by two people, judged by the service, named in every event, and ends. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class DeputiesIT {
  private static final String DEPUTIES = "/api/v1/deputies/";
  private static final String FOR = "X-Gateway-For";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  private static Map<String, Object> proposal(String... roles) {
    return Map.of(
        "roles",
        List.of(roles),
        "from",
        today().toString(),
        "until",
        today().plusDays(20).toString(),
        "reason",
        "外出培训");
  }

  private static ValidatableResponse propose(String by, String of, Map<String, Object> what) {
    return as(by).contentType("application/json").body(what).put(DEPUTIES + of).then();
  }

  private static ValidatableResponse end(RequestSpecification by, String of, String reason) {
    return by.contentType("application/json")
        .body(Map.of("reason", reason))
        .post(DEPUTIES + of + "/ending")
        .then();
  }

  /** Somebody signed in by his own token, who says he acts for another. */
  private static RequestSpecification acting(String account, String principal) {
    return as(account).header(FOR, principal);
  }

  private static void lent(String of, String... roles) {
    propose("coordinator", of, proposal(roles)).statusCode(200);
    as("approver").post(DEPUTIES + of + "/approval").then().statusCode(200);
  }

  private static void known(String account, String principal) {
    await()
        .untilAsserted(() ->
            as(account)
                .get(DEPUTIES + "mine")
                .then()
                .statusCode(200)
                .body("principal", hasItem(principal)));
  }

  @Test
  void one_proposes_it_another_agrees_and_the_others_are_told_without_the_reason() {
    String of = "publisher/approver-2";
    propose("coordinator", of, proposal("approver"))
        .statusCode(200)
        .body("waiting.proposedBy", equalTo("coordinator"))
        .body("waiting.roles", equalTo(List.of("approver")));
    as("coordinator").post(DEPUTIES + of + "/approval").then().statusCode(403);
    acting("publisher", "approver-2")
        .get("/api/v1/waiting")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-a-deputy"));

    as("approver")
        .post(DEPUTIES + of + "/approval")
        .then()
        .statusCode(200)
        .body("held.approvedBy", equalTo("approver"));

    known("publisher", "approver-2");
    as("auditor").get("/api/v1/deputies").then().body("items.deputy", hasItem("publisher"));
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1")
                        .stream()
                        .filter(record -> record.key().equals("deputy-" + of))
                        .map(record -> String.valueOf(record.value())))
                .singleElement()
                .asString()
                .contains("\"status\":\"HOLDS\"", "\"principal\":\"approver-2\"")
                .doesNotContain("培训"));
  }

  @Test
  void who_proposed_it_or_is_the_deputy_does_not_agree() {
    propose("approver-3", "approver-2/approver-3", proposal("approver")).statusCode(200);
    for (String nobody : List.of("approver-3", "approver-2")) {
      as(nobody)
          .post(DEPUTIES + "approver-2/approver-3/approval")
          .then()
          .statusCode(403)
          .body("code", equalTo("deputy-needs-second-person"));
    }
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "本人不外出了"))
        .post(DEPUTIES + "approver-2/approver-3/decline")
        .then()
        .statusCode(200);
    as("registrar").get(DEPUTIES + "approver-2/approver-3").then().statusCode(404);
    await()
        .untilAsserted(() ->
            as("approver-3").get("/api/v1/glance").then().body("told.why", hasItem("本人不外出了")));
  }

  @Test
  void bad_days_unknown_roles_and_names_of_two_are_refused() {
    propose("coordinator", "li/li", proposal("approver"))
        .statusCode(422)
        .body("code", equalTo("deputy-is-principal"));
    propose("coordinator", "li 代 wang/sun", proposal("approver"))
        .statusCode(400)
        .body("errors.field", hasItem("deputy"))
        .body("errors.code", hasItem("deputy-account-unfit"));
    propose("coordinator", "li/wang", proposal("auditor"))
        .statusCode(422)
        .body("code", equalTo("deputy-role-not-lent"));
    propose("coordinator", "li/wang", proposal("unit-lead"))
        .statusCode(422)
        .body("code", equalTo("deputy-unit-missing"));
    propose(
            "coordinator",
            "li/wang",
            Map.of(
                "roles",
                List.of("approver"),
                "from",
                today().toString(),
                "until",
                today().minusDays(1).toString(),
                "reason",
                "外出培训"))
        .statusCode(422)
        .body("code", equalTo("deputy-days-unfit"))
        .body("errors.field", hasItem("until"));
  }

  @Test
  void a_deputy_approves_neither_his_own_nor_what_his_principal_asked_for_and_is_named_with_him() {
    lent("legal-reviewer/registrar", "registrar", "approver");
    known("legal-reviewer", "registrar");
    String own = "/api/v1/subjects/" + creditCode(979_301) + "/status";
    String his = "/api/v1/subjects/" + creditCode(979_302) + "/status";
    opened(csv(String.join(",", firm(979_301)), String.join(",", firm(979_302))));
    Map<String, Object> stop =
        Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2023-03-01");

    as("registrar").contentType("application/json").body(stop).post(his).then().statusCode(200);
    acting("legal-reviewer", "registrar")
        .contentType("application/json")
        .body(stop)
        .post(own)
        .then()
        .statusCode(200);

    as("approver").get(own).then().body("requestedBy", equalTo("legal-reviewer 代 registrar"));
    for (String asked : List.of(own, his)) {
      String read = acting("legal-reviewer", "registrar").get(asked).header("ETag");
      acting("legal-reviewer", "registrar")
          .header("If-Match", read)
          .post(asked + "/approval")
          .then()
          .statusCode(403)
          .body("code", equalTo("status-needs-second-person"));
    }
    as("approver").post(his + "/approval").then().statusCode(200);
    assertThatBothAreToldWhatWasNotAgreedTo(stop);
    as("approver").post(own + "/approval").then().statusCode(200);
  }

  private void assertThatBothAreToldWhatWasNotAgreedTo(Map<String, Object> stop) {
    String third = "/api/v1/subjects/" + creditCode(979_303) + "/status";
    opened(csv(String.join(",", firm(979_303))));
    acting("legal-reviewer", "registrar")
        .contentType("application/json")
        .body(stop)
        .post(third)
        .then()
        .statusCode(200);
    as("approver")
        .contentType("application/json")
        .body(Map.of("reason", "核实仍在营业"))
        .post(third + "/decline")
        .then()
        .statusCode(200);
    for (String one : List.of("legal-reviewer", "registrar")) {
      await()
          .untilAsserted(
              () -> as(one).get("/api/v1/glance").then().body("told.why", hasItem("核实仍在营业")));
    }
  }

  @Test
  void he_has_the_roles_of_the_entry_and_no_other_and_nobody_has_them_by_a_forged_header() {
    lent("inspector/unit-lead-9", "registrar");
    known("inspector", "unit-lead-9");

    acting("inspector", "unit-lead-9").get("/api/v1/subjects").then().statusCode(200);
    acting("inspector", "approver")
        .get("/api/v1/subjects")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-a-deputy"));
    as("inspector")
        .header(FOR, "unit-lead-9")
        .header(FOR, "approver")
        .get("/api/v1/subjects")
        .then()
        .statusCode(403);
    acting("supervisor", "unit-lead-9").get("/api/v1/subjects").then().statusCode(403);
    var watcher = new DemoIdentity.User("inspector", List.of("inspector", "auditor"), "综合行政执法大队");
    io.restassured.RestAssured.given()
        .header("Authorization", TestStack.bearer(watcher))
        .header(FOR, "unit-lead-9")
        .get("/api/v1/subjects")
        .then()
        .statusCode(403)
        .body("code", equalTo("not-a-deputy"));
  }

  @Test
  void any_of_the_four_ends_it_and_from_then_on_he_is_refused() {
    String of = "unit-lead/coordinator";
    lent(of, "coordinator");
    known("unit-lead", "coordinator");
    acting("unit-lead", "coordinator").get("/api/v1/subjects").then().statusCode(200);

    end(as("publisher"), of, "不再需要").statusCode(403).body("code", equalTo("deputy-not-yours"));
    end(as("unit-lead"), of, "不再需要").statusCode(200).body("ended", equalTo("不再需要"));

    await()
        .untilAsserted(() ->
            acting("unit-lead", "coordinator")
                .get("/api/v1/subjects")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-a-deputy")));
    as("unit-lead").get(DEPUTIES + "mine").then().body("", hasSize(0));
  }

  @Test
  void on_pages_it_is_proposed_approved_shown_in_the_head_and_ended() {
    Document list = DeskForms.page("coordinator", "/registry/ui/deputies");
    Map<String, String> typed =
        Map.of(
            "deputy",
            "legal-reviewer",
            "principal",
            "approver-3",
            "roles",
            "approver",
            "from",
            today().toString(),
            "until",
            today().plusDays(3).toString(),
            "reason",
            "外出开会");
    Document waits =
        DeskForms.after(
            "coordinator",
            DeskForms.send("coordinator", DeskForms.form(list, "/registry/ui/deputies"), typed));
    assertThat(waits.text())
        .contains("等待批准的代理", "外出开会", "撤回代理申请")
        .contains("本系统不知道谁担任什么岗位")
        .contains("本人担任“审批人”");
    String page = "/registry/ui/deputies/legal-reviewer/approver-3";

    Document held =
        DeskForms.after(
            "approver",
            DeskForms.send(
                "approver",
                DeskForms.form(DeskForms.page("approver", page), "approval"),
                Map.of()));
    assertThat(held.text()).contains("代理中").doesNotContain("等待批准的代理");

    known("legal-reviewer", "approver-3");
    assertThat(
            DeskForms.page("legal-reviewer", page)
                .select("select[name=role] option")
                .eachAttr("value"))
        .contains("for:approver-3");
    Document acting =
        org.jsoup.Jsoup.parse(
            acting("legal-reviewer", "approver-3")
                .accept("text/html")
                .get("/ui/deputies")
                .asString());
    assertThat(acting.select(".who .me").text()).contains("代理");

    Document ended =
        DeskForms.after(
            "legal-reviewer",
            DeskForms.send(
                "legal-reviewer",
                DeskForms.form(DeskForms.page("legal-reviewer", page), "ending"),
                Map.of("reason", "会议提前结束")));
    assertThat(ended.text()).contains("已提前结束", "会议提前结束");
  }

  @Test
  void an_account_nobody_has_seen_is_told_to_who_approves() {
    Document list = DeskForms.page("coordinator", "/registry/ui/deputies");
    Map<String, String> typed =
        Map.of(
            "deputy",
            "nobody-x",
            "principal",
            "approver",
            "roles",
            "approver",
            "from",
            today().toString(),
            "until",
            today().plusDays(3).toString(),
            "reason",
            "外出开会");
    DeskForms.after(
        "coordinator",
        DeskForms.send("coordinator", DeskForms.form(list, "/registry/ui/deputies"), typed));

    assertThat(DeskForms.page("approver-2", "/registry/ui/deputies/nobody-x/approver").text())
        .contains("账号“nobody-x”在名录管理部分还没有办理过什么")
        .doesNotContain("账号“approver”在名录管理部分");
  }
}
