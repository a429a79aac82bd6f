package cn.doublerandom.registry;

import static cn.doublerandom.embedded.TwoBureaus.HOME;
import static cn.doublerandom.embedded.TwoBureaus.MARKET;
import static cn.doublerandom.embedded.TwoBureaus.with;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two bureaus of one county use the same numbers: whatever one of them asks at whatever address
 * there is, it reads and changes its own.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@Tag("deep")
@TestProfile(TwoBureausIT.OwnLedger.class)
class TwoBureausIT {
  /** A stack of its own, where both bureaus begin with nothing. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final String OURS = "清河县交通标记";
  private static final String THEIRS = "清河县市场标记";
  private static final String FIRM = creditCode(7201);
  private static final List<String> IDS = List.of(FIRM, "T-1", "T-E-1", "清河县某局");

  @Inject EventStore store;

  private static RequestSpecification of(String bureau, String role) {
    return given()
        .filter(new ReadsFirst())
        .header("Authorization", TwoBureaus.bearer(bureau, role, List.of(role), "法制科"));
  }

  private static void table(String bureau, String directory, byte[] csv) {
    of(bureau, "registrar")
        .contentType("text/csv")
        .body(csv)
        .post("/api/v1/" + directory + "/imports")
        .then()
        .statusCode(200);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void fill(String bureau, String mark) {
    List<String> row = firm(7201);
    row.set(RegisterFiles.HEADS.indexOf("名称"), mark + "运输有限公司");
    table(bureau, "subjects", csv(String.join(",", row)));
    table(bureau, "items", items("T-1", mark));
    table(bureau, "inspectors", inspectors("T-E-1", mark));
    mandate(bureau, "清河县某局", mark);
    await()
        .untilAsserted(() ->
            of(bureau, "coordinator")
                .get("/api/v1/subjects/" + FIRM)
                .then()
                .statusCode(200)
                .body(containsString(mark + "运输有限公司")));
  }

  private static byte[] items(String code, String mark) {
    return bytes(
        "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式,抽查比例\n%s,%s事项,依据,一般,县,水路运输,实地检查,3%%\n"
            .formatted(code, mark));
  }

  private static byte[] inspectors(String id, String mark) {
    return bytes(
        "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n%s,测试甲,%s大队,1305%s,2099-12-31,道路货运:3,在岗\n"
            .formatted(id, mark, id.replaceAll("\\D", "7")));
  }

  private static void mandate(String bureau, String office, String mark) {
    of(bureau, "registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "level",
                "COUNTY",
                "document",
                mark + "三定规定",
                "clauses",
                List.of(Map.of("number", "第一条", "duty", "行业监管", "fields", List.of("水路运输")))))
        .put("/api/v1/offices/" + office + "/mandate")
        .then()
        .statusCode(200);
  }

  @BeforeEach
  void two_bureaus_with_the_same_numbers() {
    String closed = "/api/v1/subjects/" + FIRM;
    if (of(MARKET, "coordinator").get(closed).statusCode() == 200) {
      return;
    }
    as("platform")
        .contentType("application/json")
        .body(
            Map.of(
                "name",
                "清河县市场监督管理局",
                "creditCode",
                "11130534MB0000027X",
                "rulePacks",
                List.of(),
                "documentNumbers",
                "清市监〔{year}〕{number}号"))
        .put("/api/v1/bureaus/" + MARKET)
        .then()
        .statusCode(200);
    of(MARKET, "coordinator").get(closed).then().statusCode(401);
    as("platform-2").post("/api/v1/bureaus/" + MARKET + "/approval").then().statusCode(200);
    await().untilAsserted(() -> of(MARKET, "coordinator").get(closed).then().statusCode(404));
    fill(HOME, OURS);
    fill(MARKET, THEIRS);
  }

  /** What one bureau alone has, by what nobody has. */
  private static Map<String, String> alone(String bureau) {
    int number = bureau.equals(HOME) ? 7211 : 7212;
    table(bureau, "subjects", csv(String.join(",", firm(number))));
    table(bureau, "items", items("T-" + number, "单独"));
    table(bureau, "inspectors", inspectors("T-E-" + number, "单独"));
    mandate(bureau, "清河县单独" + number + "局", "单独");
    await()
        .untilAsserted(() ->
            of(bureau, "coordinator")
                .get("/api/v1/inspectors/T-E-" + number)
                .then()
                .statusCode(200));
    return Map.of(
        creditCode(number),
        creditCode(7219),
        "T-" + number,
        "T-7219",
        "T-E-" + number,
        "T-E-7219",
        "清河县单独" + number + "局",
        "清河县单独7219局");
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void what_the_other_has_is_answered_as_what_nobody_has(String bureau) throws Exception {
    assertThat(both().toldApart(bureau, alone(bureau.equals(HOME) ? MARKET : HOME))).isEmpty();
  }

  private static TwoBureaus both() {
    return new TwoBureaus(
        URI.create("http://localhost:" + RestAssured.port), "/registry/q/openapi", IDS);
  }

  @Test
  void each_reads_its_own_at_every_address_and_nothing_of_the_other() throws Exception {
    Map<String, String> ours = both().answers(HOME);
    Map<String, String> theirs = both().answers(MARKET);

    assertThat(with(OURS, ours)).hasSizeGreaterThan(3);
    assertThat(with(THEIRS, theirs)).hasSizeGreaterThan(3);
    assertThat(with(THEIRS, ours)).isEmpty();
    assertThat(with(OURS, theirs)).isEmpty();
  }

  private List<String> stored() {
    return store
        .in(Scope.HOME)
        .load(
            List.of(
                RegistryStreams.SUBJECT.of(FIRM),
                RegistryStreams.ITEM.of("T-1"),
                RegistryStreams.INSPECTOR.of("T-E-1"),
                RegistryStreams.OFFICE.of("清河县某局"),
                RegistryStreams.ERASURE.of("T-E-1"),
                RegistryStreams.BUREAU.of(HOME),
                RegistryStreams.BUREAU.of(MARKET)))
        .await()
        .indefinitely()
        .stream()
        .map(StoredEvent::toString)
        .toList();
  }

  @Test
  void nothing_one_sends_to_any_address_changes_what_the_other_has() throws Exception {
    List<String> before = stored();

    assertThat(both().strange(MARKET, 1)).isEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void the_public_names_whose_items_it_reads() {
    given().get("/api/v1/items").then().statusCode(400).body("code", equalTo("bureau-not-chosen"));
    given()
        .get("/api/v1/items?bureau=" + MARKET)
        .then()
        .statusCode(200)
        .body("items[0].details.name", equalTo(THEIRS + "事项"));
    given()
        .get("/api/v1/items?bureau=" + HOME)
        .then()
        .statusCode(200)
        .body("items[0].details.name", equalTo(OURS + "事项"));
    given()
        .get("/api/v1/items?bureau=130534.nobody")
        .then()
        .statusCode(404)
        .body("code", equalTo("bureau-unknown"));
    of(MARKET, "coordinator")
        .get("/api/v1/items?bureau=" + HOME)
        .then()
        .statusCode(403)
        .body("code", equalTo("bureau-not-own"));
  }

  @Test
  void what_is_of_the_installation_is_no_other_bureaus() {
    for (String address : List.of("/api/v1/bureaus", "/api/v1/memory/parked")) {
      given()
          .header("Authorization", TwoBureaus.bearer(MARKET))
          .get(address)
          .then()
          .statusCode(403)
          .body("code", equalTo("of-installation"));
    }
  }
}
