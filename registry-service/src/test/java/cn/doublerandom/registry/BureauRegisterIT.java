package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.PageRun;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of bureaus is the platform's, and takes two of its people. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@Order(TestStack.LAST)
class BureauRegisterIT {
  private static final String BUREAUS = "/api/v1/bureaus/";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static Map<String, Object> entry(String name) {
    return Map.of(
        "name",
        name,
        "creditCode",
        "11130534MB0000027X",
        "rulePacks",
        List.of(),
        "documentNumbers",
        "清文旅〔{year}〕{number}号");
  }

  private static ValidatableResponse put(String key, Map<String, Object> entry) {
    return as("platform").contentType("application/json").body(entry).put(BUREAUS + key).then();
  }

  private List<String> told(String topic, String key) {
    return TopicTails.readAll(Map.of("bootstrap.servers", kafka), topic).stream()
        .filter(record -> record.key().equals(key))
        .filter(record ->
            TopicTails.header(record, CloudEventHeaders.BUREAU).orElse("").equals("130534"))
        .map(record -> String.valueOf(record.value()))
        .toList();
  }

  @Test
  void the_bureau_it_began_with_is_on_it_without_a_person() {
    await()
        .untilAsserted(() ->
            as("auditor")
                .get(BUREAUS + "130534")
                .then()
                .statusCode(200)
                .body("standing", equalTo("OPEN"))
                .body("entry.name", equalTo("清河县交通运输局"))
                .body("entry.creditCode", equalTo("11130534MB00000001"))
                .body("entry.level", equalTo("COUNTY")));
    await()
        .untilAsserted(() ->
            assertThat(told("registry.bureaus.v1", "130534/130534"))
                .anyMatch(value -> value.contains("清河县交通运输局")));
    await()
        .untilAsserted(() ->
            as("platform")
                .get("/api/v1/bureaus")
                .then()
                .statusCode(200)
                .body("items.bureau", hasItem("130534")));
  }

  @Test
  void one_person_asks_and_another_agrees_and_the_others_are_told() {
    String key = "130534.wglj";
    put(key, entry("清河县文化广电体育和旅游局"))
        .statusCode(200)
        .body("standing", equalTo("UNREGISTERED"))
        .body("waiting.by", equalTo("platform"));
    as("platform")
        .post(BUREAUS + key + "/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("bureau-needs-second-person"));
    as("platform-2")
        .post(BUREAUS + key + "/approval")
        .then()
        .statusCode(200)
        .body("standing", equalTo("OPEN"))
        .body("waiting", nullValue());
    await()
        .untilAsserted(() ->
            assertThat(told("registry.bureaus.v1", "130534/" + key))
                .anyMatch(value -> value.contains("\"status\":\"OPEN\"")));
    assertThat(told("registry.events.v1", "bureau-" + key)).isNotEmpty();

    as("platform")
        .contentType("application/json")
        .body(Map.of("reason", "机构改革撤并"))
        .post(BUREAUS + key + "/closing")
        .then()
        .statusCode(200)
        .body("waiting.closing", equalTo("机构改革撤并"));
    as("platform-2")
        .post(BUREAUS + key + "/approval")
        .then()
        .statusCode(200)
        .body("standing", equalTo("CLOSED"))
        .body("closed", equalTo("机构改革撤并"));
    await()
        .untilAsserted(() ->
            assertThat(told("registry.bureaus.v1", "130534/" + key).getLast())
                .contains("\"status\":\"CLOSED\""));
  }

  @Test
  void a_practice_bureau_is_entered_like_any_other_and_each_of_its_pages_says_that_it_is_one()
      throws Exception {
    String key = "130534.practice";
    put(key, entry("清河县示例局")).statusCode(200);
    as("platform-2").post(BUREAUS + key + "/approval").then().statusCode(200);
    String bearer = TwoBureaus.bearer(key);
    await()
        .untilAsserted(() ->
            given().header("Authorization", bearer).get("/api/v1/waiting").then().statusCode(200));

    Map<String, String> pages =
        new PageRun(URI.create("http://localhost:" + RestAssured.port), "registry", bearer)
            .pages(List.of(Path.of("."), Path.of("../service-kit")), "91130534MA0087063G");
    assertThat(pages).hasSizeGreaterThan(20);
    assertThat(pages).allSatisfy((at, page) -> assertThat(page).contains("practice\"", ">演练<"));

    assertThat(as("platform").get("/ui/bureaus/" + key).asString()).contains("演练单位：");
    assertThat(as("platform").get("/ui/bureaus/130534").asString()).doesNotContain("演练单位：");
    assertThat(as("platform").get("/ui/bureaus").asString()).contains(">演练单位</span>");
  }

  @Test
  void what_was_declined_was_never_registered() {
    String key = "130534.yjglj";
    put(key, entry("清河县应急管理局")).statusCode(200);
    put(key, entry("清河县应急局")).statusCode(409).body("code", equalTo("bureau-waits"));
    as("platform-2").post(BUREAUS + key + "/decline").then().statusCode(415);
    as("platform-2")
        .contentType("application/json")
        .body(Map.of("reason", "尚未成立"))
        .post(BUREAUS + key + "/decline")
        .then()
        .statusCode(200);
    as("platform")
        .get(BUREAUS + key)
        .then()
        .statusCode(404)
        .body("code", equalTo("bureau-unknown"));
  }

  private static final String DESK = "/registry/ui/bureaus";

  @Test
  void on_pages_one_person_of_the_platform_asks_and_another_agrees() {
    String key = "130534.jyj";
    Map<String, String> typed =
        Map.of(
            "bureau", key,
            "name", "清河县教育局",
            "creditCode", "11130534MB0000027X",
            "documentNumbers", "清教〔{year}〕{number}号");
    Document list = DeskForms.page("platform", DESK);
    Map<String, String> wrong = new HashMap<>(typed);
    wrong.put("creditCode", "1113");
    wrong.put("bureau", "930534");
    Document again =
        DeskForms.page(DeskForms.send("platform", DeskForms.form(list, "/bureaus"), wrong), 400);
    assertThat(again.select("p.fault").text()).contains("单位代号应为 6 位行政区划代码");
    assertThat(again.selectFirst("input[name=name]").val()).isEqualTo("清河县教育局");

    DeskForms.send("platform", DeskForms.form(list, "/bureaus"), typed)
        .then()
        .statusCode(303)
        .header("Location", startsWith(DESK + "/" + key + "?seen="));
    Document own = DeskForms.page("platform", DESK + "/" + key);
    assertThat(own.body().text()).contains("您提出的申请由另一人批准", "示例平台账号一（platform）");
    assertThat(own.select("form[action$=/approval]")).isEmpty();
    Document others = DeskForms.page("platform-2", DESK + "/" + key);
    DeskForms.send("platform-2", DeskForms.form(others, "/approval"), Map.of())
        .then()
        .statusCode(303);
    Document open = DeskForms.page("auditor", DESK + "/" + key);
    assertThat(open.body().text())
        .contains("清河县教育局", "服务中", "登记：清河县教育局", "示例平台账号一（platform） 提出，示例平台账号二（platform-2） 同意");
    assertThat(open.select("main form")).isEmpty();

    Document change = DeskForms.page("platform-2", DESK + "/" + key);
    DeskForms.send("platform-2", DeskForms.form(change, "/entry"), Map.of("name", "清河县教育体育局"))
        .then()
        .statusCode(303);
    DeskForms.send(
            "platform",
            DeskForms.form(DeskForms.page("platform", DESK + "/" + key), "/decline"),
            Map.of("reason", "名称有误"))
        .then()
        .statusCode(303);
    as("platform").get(BUREAUS + key).then().body("entry.name", equalTo("清河县教育局"));
    await()
        .untilAsserted(() ->
            assertThat(DeskForms.page("platform", DESK).body().text()).contains("清河县教育局", key));
  }

  @Test
  void a_bureau_whose_first_entry_is_declined_leads_back_to_the_list() {
    String key = "130534.sfj";
    put(key, entry("清河县司法局")).statusCode(200);
    Document asked = DeskForms.page("platform-2", DESK + "/" + key);
    DeskForms.send("platform-2", DeskForms.form(asked, "/decline"), Map.of("reason", "尚未成立"))
        .then()
        .statusCode(303)
        .header("Location", startsWith(DESK + "?seen="));
    await()
        .untilAsserted(() ->
            as("platform")
                .get("/api/v1/glance")
                .then()
                .body("told.what", hasItem("单位“清河县司法局”的登记申请：未获同意")));
  }

  @Test
  void its_pages_are_the_platforms_and_the_auditors_alone() {
    for (String account : List.of("registrar", "coordinator", "approver", "operator")) {
      DeskForms.reads(account).get("/ui/bureaus").then().statusCode(403);
      DeskForms.reads(account).get("/ui/bureaus/130534").then().statusCode(403);
    }
    DeskForms.reads("auditor")
        .contentType("application/x-www-form-urlencoded")
        .formParams(Map.of("reason", "机构改革撤并"))
        .post("/ui/bureaus/130534/closing")
        .then()
        .statusCode(403);
    given()
        .header(
            "Authorization",
            TestStack.bearer(
                new DemoIdentity.User(
                    "stranger", List.of("platform"), "省级平台", List.of("130535"), "")))
        .get("/ui/bureaus")
        .then()
        .statusCode(anyOf(equalTo(401), equalTo(403)));
  }

  @Test
  void nobody_but_the_platform_keeps_it() {
    for (String account : List.of("registrar", "coordinator", "approver", "auditor", "operator")) {
      as(account)
          .contentType("application/json")
          .body(entry("清河县某局"))
          .put(BUREAUS + "130534.x")
          .then()
          .statusCode(403);
    }
    given().get("/api/v1/bureaus").then().statusCode(401);
    as("registrar").get("/api/v1/bureaus").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "930534, 某局名, 11130534MB0000027X, 清〔{year}〕{number}号, bureau-key",
    "130534.SCJG, 某局名, 11130534MB0000027X, 清〔{year}〕{number}号, bureau-key",
    "130534.a, 某局名, 11130534MB00000270, 清〔{year}〕{number}号, credit-code",
    "130534.a, 某局名, 11130534MB0000027X, 清〔{year}〕号, document-numbers",
    "130534.a, －－, 11130534MB0000027X, 清〔{year}〕{number}号, no-words"
  })
  void what_is_no_entry_is_refused_by_its_field(
      String key, String name, String code, String numbers, String fault) {
    put(
            key,
            Map.of(
                "name",
                name,
                "creditCode",
                code,
                "rulePacks",
                List.of(),
                "documentNumbers",
                numbers))
        .statusCode(400)
        .body("errors[0].code", equalTo(fault));
  }

  @Test
  void a_pack_nobody_knows_and_the_end_of_the_first_bureau_are_refused() {
    put(
            "130534.b",
            Map.of(
                "name",
                "清河县林业局",
                "creditCode",
                "11130534MB0000027X",
                "rulePacks",
                List.of("nothing-2023"),
                "documentNumbers",
                "清林〔{year}〕{number}号"))
        .statusCode(404)
        .body("code", equalTo("rule-pack-unknown"));
    await()
        .untilAsserted(() ->
            as("platform")
                .contentType("application/json")
                .body(Map.of("reason", "机构改革撤并"))
                .post(BUREAUS + "130534/closing")
                .then()
                .statusCode(409)
                .body("code", equalTo("bureau-is-home")));
  }
}
