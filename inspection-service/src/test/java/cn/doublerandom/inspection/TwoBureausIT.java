package cn.doublerandom.inspection;

import static cn.doublerandom.embedded.TwoBureaus.HOME;
import static cn.doublerandom.embedded.TwoBureaus.MARKET;
import static cn.doublerandom.embedded.TwoBureaus.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.embedded.TwoBureaus;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.inspection.signing.PhoneKey;
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
 * Two bureaus of one county inspect the same firms for tasks of the same number, and their officers
 * have the same numbers: whatever one of them asks, it reads and changes its own.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
@Tag("deep")
@TestProfile(TwoBureausIT.OwnLedger.class)
class TwoBureausIT {
  /** A stack of its own, where another bureau is served beside the first. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final Map<String, String> MARKS = Map.of(HOME, "交通标记", MARKET, "市场标记");

  /** An officer whom one of them has alone. */
  private static final Map<String, String> ONLY = Map.of(HOME, "JC011", MARKET, "JC012");

  private static final String OURS = MARKS.get(HOME);
  private static final String THEIRS = MARKS.get(MARKET);
  private static final String UNIT = "综合行政执法大队";
  private static final String TOPIC = "inspection.events.v1";
  private static final AtomicLong NEXT = new AtomicLong(1);

  @Inject EventStore store;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static String draw(String bureau, int task) {
    return bureau + "-2023001-00%d-1".formatted(task);
  }

  private static String visit(String bureau, String subject) {
    return visit(bureau, 1, subject);
  }

  private static String visit(String bureau, int task, String subject) {
    return "/api/v1/visits/" + draw(bureau, task) + "-" + subject;
  }

  private static String visitOf(String draw) {
    return draw + "-S1";
  }

  private static String other(String bureau) {
    return bureau.equals(HOME) ? MARKET : HOME;
  }

  private static RequestSpecification of(String bureau, String inspector) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TwoBureaus.bearer(bureau, inspector, List.of("inspector", "coordinator"), UNIT));
  }

  private void tell(String topic, String stream, String type, String json) {
    TestStack.announce(kafka, topic + ".events.v1", stream, type, NEXT.getAndIncrement(), json);
  }

  private void tellOfOfficer(String bureau, String officer) {
    tell(
        "registry",
        TwoBureaus.stream(bureau, "inspector", officer),
        "InspectorChanged",
        """
        {"inspectorId":"%s","unit":"大队","tags":["unit:大队"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]}
        """
            .formatted(officer));
  }

  private void tellOfDraw(String bureau, int task, String checkTo) {
    String draw = draw(bureau, task);
    tell(
        "draw",
        TwoBureaus.stream(bureau, "task", draw.substring(0, draw.length() - 2)),
        "DrawExecuted",
        """
        {"drawId":"%s","planId":"2023001","taskId":"00%d","round":1,"commitHash":"%s",
         "resultHash":"%s","frameSize":30,"selected":["S1","S2"],
         "teams":[{"subject":"S1","inspectors":["JC001","JC002"],"units":["%5$s"]},
                  {"subject":"S2","inspectors":["JC001","JC003"],"units":["%5$s"]}],
         "items":[{"code":"I-1","name":"%6$s事项"}],
         "checkFrom":"2023-03-01","checkTo":"%7$s","executedOn":"2023-03-15"}
        """
            .formatted(
                draw, task, "a".repeat(64), "b".repeat(64), UNIT, MARKS.get(bureau), checkTo));
  }

  private static int start(String bureau, String visit, String officer, String... team) {
    return of(bureau, officer)
        .body(Map.of("inspectors", List.of(team)))
        .post(visit + "/start")
        .statusCode();
  }

  private static void finish(String bureau, String visit, String mark) {
    await().until(() -> start(bureau, visit, "JC001", "JC001", "JC002") == 200);
    await().until(() -> start(bureau, visit, "JC002", "JC001", "JC002") == 200);
    of(bureau, "JC001")
        .body(Map.of("codes", List.of("E"), "note", mark + "灭火器过期"))
        .put(visit + "/items/I-1")
        .then()
        .statusCode(200);
    of(bureau, "JC001").post(visit + "/finish").then().statusCode(200);
    of(bureau, "JC002").post(visit + "/finish").then().statusCode(200);
  }

  private static void inspect(String bureau, String mark) {
    finish(bureau, visit(bureau, "S1"), mark);
    BothSign.of(who -> of(bureau, who), visit(bureau, "S1"), "JC001", "JC002");
    of(bureau, "JC001").post(visit(bureau, "S1") + "/result").then().statusCode(200);
    of(bureau, "JC001")
        .body(
            Map.of(
                "kind",
                "RECORD",
                "subject",
                "S1",
                "title",
                mark + "记录表",
                "sha256",
                "ab".repeat(32),
                "signatures",
                List.of(Map.of("role", "INSPECTOR", "by", "JC001"))))
        .put("/api/v1/case-files/" + draw(bureau, 1) + "/papers")
        .then()
        .statusCode(200);
  }

  @BeforeEach
  void two_bureaus_that_inspect_under_the_same_numbers() {
    if (of(MARKET, "JC001").get(visit(MARKET, "S1")).statusCode() == 200) {
      return;
    }
    TestStack.announceBureau(kafka, MARKET, "清河县市场监督管理局", true);
    await().untilAsserted(() -> of(MARKET, "JC001").get("/api/v1/visits").then().statusCode(200));
    for (String bureau : List.of(HOME, MARKET)) {
      tellOfOfficer(bureau, "JC001");
      tellOfOfficer(bureau, "JC002");
      tellOfDraw(bureau, 1, "2999-11-30");
      tellOfDraw(bureau, 2, "2023-03-31");
      tellOfDraw(bureau, 3, "2999-11-30");
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () -> of(bureau, "JC001").get(visit(bureau, 3, "S2")).then().statusCode(200));
    }
    tellOfOfficer(HOME, "JC003");
    MARKS.forEach(TwoBureausIT::inspect);
  }

  private static TwoBureaus both() {
    List<String> ids = new ArrayList<>();
    for (String bureau : List.of(HOME, MARKET)) {
      for (int task : List.of(1, 2, 3)) {
        ids.addAll(List.of(draw(bureau, task), draw(bureau, task) + "-S1"));
      }
    }
    ids.addAll(List.of("S1", "JC001", "I-1"));
    return new TwoBureaus(
        URI.create("http://localhost:" + RestAssured.port), "/inspection/q/openapi", ids);
  }

  @Test
  void each_reads_its_own_at_every_address_and_nothing_of_the_other() throws Exception {
    Map<String, String> ours = both().answers(HOME);
    Map<String, String> theirs = both().answers(MARKET);

    assertThat(with(OURS, ours)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, theirs)).hasSizeGreaterThan(2);
    assertThat(with(THEIRS, ours)).isEmpty();
    assertThat(with(OURS, theirs)).isEmpty();
    assertThat(with("\"" + MARKET + "-", ours)).isEmpty();
    assertThat(with("\"" + HOME + "-", theirs)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void what_the_other_has_is_answered_as_what_nobody_has(String bureau) throws Exception {
    String other = other(bureau);
    tellOfOfficer(other, ONLY.get(other));
    await()
        .untilAsserted(() ->
            of(other, "JC001")
                .get("/api/v1/signing-keys/" + ONLY.get(other))
                .then()
                .statusCode(200));
    enrolled(other, ONLY.get(other));

    assertThat(
            both()
                .toldApart(
                    bureau,
                    Map.of(
                        draw(other, 1), draw(other, 8),
                        visitOf(draw(other, 1)), visitOf(draw(other, 8)),
                        visitOf(draw(other, 3)), visitOf(draw(other, 9)),
                        ONLY.get(other), "JC999")))
        .isEmpty();
  }

  private static void enrolled(String bureau, String officer) {
    PhoneKey phone = PhoneKey.made();
    of(bureau, officer)
        .body(Map.of("publicKey", phone.publicKey(), "proof", phone.proof(officer)))
        .put("/api/v1/signing-keys/mine")
        .then()
        .statusCode(200);
  }

  private List<String> stored() {
    return store
        .in(Scope.HOME)
        .load(
            List.of(
                VisitStreams.VISIT.of(draw(HOME, 1) + "-S1"),
                VisitStreams.VISIT.of(draw(HOME, 1) + "-S2"),
                VisitStreams.VISIT.of(draw(HOME, 2) + "-S1"),
                VisitStreams.CASE_FILE.of(draw(HOME, 1)),
                VisitStreams.CASE_FILE.of(draw(HOME, 2)),
                VisitStreams.VISIT.of(draw(MARKET, 1) + "-S1"),
                VisitStreams.CASE_FILE.of(draw(MARKET, 1))))
        .await()
        .indefinitely()
        .stream()
        .map(StoredEvent::toString)
        .toList();
  }

  @Test
  void nothing_one_sends_to_any_address_changes_what_the_other_has() throws Exception {
    bothAreTold("VisitNotHeld", 2);
    List<String> before = stored();
    assertThat(before).hasSizeGreaterThan(5);

    assertThat(both().strange(MARKET, 3)).isEmpty();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void an_officer_of_the_same_number_in_the_other_bureau_is_another_officer() {
    await().until(() -> start(HOME, visit(HOME, "S2"), "JC003", "JC001", "JC003") == 200);

    of(MARKET, "JC001")
        .body("{\"inspectors\":[\"JC001\",\"JC003\"]}")
        .post(visit(MARKET, "S2") + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("member-unfit"))
        .body("context.inspector", equalTo("JC003"));
  }

  /** Of how many visits of each bureau something was told, under its own name alone. */
  private void bothAreTold(String type, int times) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          for (String bureau : List.of(HOME, MARKET)) {
            assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), TOPIC))
                .filteredOn(r ->
                    TopicTails.header(r, "ce_type")
                        .orElse("")
                        .equals("cn.doublerandom." + type + ".v1"))
                .filteredOn(r -> r.key().startsWith(TwoBureaus.stream(bureau, "visit", bureau)))
                .hasSize(times)
                .allSatisfy(r ->
                    assertThat(r.value())
                        .contains("\"" + bureau + "-")
                        .doesNotContain("\"" + other(bureau) + "-"));
          }
        });
  }

  @Test
  void what_came_of_a_visit_and_what_did_not_is_told_as_of_its_bureau() {
    bothAreTold("ResultRecorded", 1);
    bothAreTold("VisitNotHeld", 2);
    for (String bureau : List.of(HOME, MARKET)) {
      of(bureau, "JC001")
          .get("/api/v1/visits?notHeld=true")
          .then()
          .statusCode(200)
          .body("items.visitId", contains(draw(bureau, 2) + "-S1", draw(bureau, 2) + "-S2"));
    }
  }

  private static LocalDate due(String bureau) {
    return LocalDate.parse(of(bureau, "JC001").get(visit(bureau, 3, "S1")).path("dueOn"));
  }

  private void tellThatNobodyWorksOn(String bureau, LocalDate day) {
    tell(
        "registry",
        bureau.equals(HOME) ? "calendar" : "calendar~" + bureau,
        "HolidayNoticeIssued",
        """
        {"number":"国办发明电〔2999〕1号","issuedOn":"2999-01-01","year":%d,"off":["%s"],"worked":[]}
        """
            .formatted(day.getYear(), day));
  }

  @Test
  void a_holiday_one_has_noted_moves_its_own_last_days() {
    MARKS.forEach((bureau, mark) -> finish(bureau, visit(bureau, 3, "S1"), mark));
    LocalDate before = due(HOME);
    assertThat(due(MARKET)).isEqualTo(before);

    tellThatNobodyWorksOn(HOME, before);
    await().untilAsserted(() -> assertThat(due(HOME)).isAfter(before));
    assertThat(due(MARKET)).isEqualTo(before);

    tellThatNobodyWorksOn(MARKET, before);
    await().untilAsserted(() -> assertThat(due(MARKET)).isEqualTo(due(HOME)));
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, MARKET})
  void a_visit_of_the_other_is_not_known_by_whatever_it_is_asked_for(String bureau) {
    String visit = visit(other(bureau), "S1");
    String file = "/api/v1/case-files/" + draw(other(bureau), 1);
    of(bureau, "JC001").get(visit).then().statusCode(404).body("code", equalTo("visit-unknown"));
    of(bureau, "JC001").get(file).then().statusCode(404);
    of(bureau, "JC001").post(visit + "/finish").then().statusCode(404);
    of(bureau, "JC001").post(file + "/archive").then().statusCode(404);
    of(bureau, "JC001").get(visit + "?bureau=" + other(bureau)).then().statusCode(400);
  }

  @Test
  void the_public_reads_nothing_but_the_ledger_of_both() {
    for (String address : List.of("/api/v1/visits", visit(HOME, "S1"), visit(MARKET, "S1"))) {
      given().get(address).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }
    given().get("/log/checkpoint").then().statusCode(200);
  }
}
