package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of bureaus is the platform's, and takes two of its people. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@TestProfile(BureauRegisterIT.OwnLedger.class)
class BureauRegisterIT {
  /** A stack of its own: where several bureaus are served the public must name one. */
  public static final class OwnLedger implements QuarkusTestProfile {}

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
  void what_was_declined_was_never_registered() {
    String key = "130534.yjglj";
    put(key, entry("清河县应急管理局")).statusCode(200);
    put(key, entry("清河县应急局")).statusCode(409).body("code", equalTo("bureau-waits"));
    as("platform-2").post(BUREAUS + key + "/decline").then().statusCode(200);
    as("platform")
        .get(BUREAUS + key)
        .then()
        .statusCode(404)
        .body("code", equalTo("bureau-unknown"));
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
