package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.inspection.application.Assessments;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ResultRule;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year that is over is scored, its unit is heard, and another supervisor concludes. */
@Tag("deep")
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
@TestProfile(SupervisedYearIT.YearAfter.class)
class SupervisedYearIT {
  private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);
  private static final int YEAR = 2026;

  /**
   * As an office works when the year is over, so it starts anew: no other class may see its day.
   */
  public static final class YearAfter implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "suite.clock-file",
          clock().toString(),
          "suite.rule-packs",
          "national-2019,lotteries-2019,ceremony-2019,results-2019,hebei-2023,supervision-2025,assessment-2025");
    }
  }

  private static Path clock() {
    Path file = Path.of("target/year-after.clock").toAbsolutePath();
    Instant noon = TODAY.atTime(4, 0).toInstant(ZoneOffset.UTC);
    try {
      Files.writeString(file, Duration.between(Instant.now(), noon).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static final String UNIT = "年度考核大队";
  private static final String OFFICE = "纪检监察室";
  private static final String VISIT = "130534-2026888-001-1-91130534MA0YEAR01A";
  private static final List<String> TEAM = List.of("YR001", "YR002");
  private static final LocalDate HELD = LocalDate.of(YEAR, 9, 15);
  private static final String API = "/api/v1/supervision/assessments";
  private static final String PAGE = "/ui/supervision/assessments";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Inject CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private static RequestSpecification supervisor(String account) {
    return as(account, OFFICE, "supervisor");
  }

  /** Nobody recorded its result: it is late when its day is over. */
  private void aVisitEndedInTheYear() {
    visit(
        new VisitCommand.AssignVisit(
            new Assignment(
                VISIT,
                "130534-2026888-001-1",
                "2026888",
                "001",
                "91130534MA0YEAR01A",
                TEAM,
                List.of(new Assignment.Item("YR-1", "维修档案检查")),
                HELD.minusDays(30),
                HELD.plusDays(30),
                null,
                List.of(UNIT)),
            List.of()));
    TEAM.forEach(
        officer -> visit(new VisitCommand.StartInspection(TEAM, officer, HELD, 2, "p", Map.of())));
    visit(
        new VisitCommand.CheckItem(
            new Answer("YR-1", List.of("1"), ""),
            TEAM.getFirst(),
            new ResultRule(List.of(), List.of(), Map.of(), "p"),
            HELD));
    TEAM.forEach(officer ->
        visit(
            new VisitCommand.FinishInspection(
                officer,
                HELD,
                new Due(HELD.plusDays(28), false, new DeadlineBasis("p", 20, "通知")))));
  }

  private void visit(VisitCommand command) {
    Instant at = HELD.atTime(3, 0).toInstant(ZoneOffset.UTC);
    visits
        .within(Scope.HOME)
        .handle(
            VisitStreams.VISIT.of(VISIT),
            command,
            new CommandContext("t", at, at, "t", "t", Optional.empty(), OptionalLong.empty()))
        .await()
        .atMost(Duration.ofSeconds(60));
  }

  private static ValidatableResponse freeze(int year) {
    return supervisor("s").body(Map.of("year", year, "unit", UNIT)).post(API).then();
  }

  private static String id() {
    return Assessments.id(YEAR, UNIT);
  }

  private static ValidatableResponse conclude(String account, String outcome) {
    return supervisor(account)
        .body(Map.of("outcome", outcome, "reason", "证据属实"))
        .post(API + "/" + id() + "/conclusion")
        .then();
  }

  private static ValidatableResponse answered(String answer) {
    return as("lead", UNIT, "unit-lead")
        .body(Map.of("answer", answer))
        .post(API + "/" + id() + "/answer")
        .then();
  }

  @Test
  void a_year_that_is_over_is_scored_heard_and_concluded() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> supervisor("s").get("/api/v1/supervision/scores/" + YEAR).then().statusCode(200));
    aVisitEndedInTheYear();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            supervisor("s")
                .get("/api/v1/supervision/scores/" + YEAR)
                .then()
                .statusCode(200)
                .body("isOver", equalTo(true))
                .body("scores.unit", contains(UNIT))
                .body("scores[0].points", equalTo(99))
                .body("scores[0].lines[0].fact", equalTo("LATE_RESULT"))
                .body("scores[0].lines[0].rows", contains(VISIT)));
    theScoreIsFrozenOverRestAndLifted();
    theScoreIsFrozenAnewOnThePage();
    new BulletinWay(YEAR, UNIT, OFFICE, id(), kafka).isGone();
  }

  private void theScoreIsFrozenOverRestAndLifted() {
    freeze(TODAY.getYear()).statusCode(409).body("code", equalTo("assessment-nothing-to-score"));
    as("s", UNIT, "supervisor")
        .body(Map.of("year", YEAR, "unit", UNIT))
        .post(API)
        .then()
        .statusCode(403)
        .body("code", equalTo("assessment-own-unit"));
    freeze(YEAR)
        .statusCode(200)
        .body("id", equalTo(id()))
        .body("state", equalTo("FROZEN"))
        .body("score.points", equalTo(99))
        .body("score.visits", equalTo(1))
        .body("answerBy", equalTo(TODAY.plusDays(10).toString()))
        .body("frozenBy", equalTo("s"));
    freeze(YEAR).statusCode(409).body("code", equalTo("assessment-frozen"));
    conclude("s2", "LIFTED").statusCode(409).body("code", equalTo("assessment-unheard"));
    answered("。").statusCode(422).body("code", equalTo("assessment-words-missing"));
    answered("因停电次日补录").statusCode(200).body("state", equalTo("ANSWERED"));
    conclude("s", "LIFTED").statusCode(403).body("code", equalTo("assessment-needs-second-person"));
    conclude("s2", "LIFTED")
        .statusCode(200)
        .body("outcome", equalTo("LIFTED"))
        .body("concludedBy", equalTo("s2"));
  }

  /** The form of the list that does something; the other one asks for a year. */
  private static Element form(Document list) {
    return Objects.requireNonNull(list.selectFirst("form.do"));
  }

  private void theScoreIsFrozenAnewOnThePage() {
    VisitForms first = VisitForms.of("s", OFFICE, "supervisor");
    Document list = first.page(PAGE + "?year=" + YEAR);
    assertThat(list.body().text())
        .contains("2026 年按现在的数据计算", UNIT + "：99/100", "逾期录入结果", "固定得分")
        .doesNotContain("还没有结束");
    assertThat(list.html()).contains("/inspection/ui/visits/" + VISIT);
    Document frozen = first.after(first.send(form(list), Map.of("unit", List.of(UNIT))));
    assertThat(frozen.body().text())
        .contains("2026 年考核", "待单位陈述", "99/100", "2027-02-11", "须由其他督导人员办结");
    answered("没有意见").statusCode(200);
    VisitForms second = VisitForms.of("s2", OFFICE, "supervisor");
    assertThat(
            second
                .after(
                    second.send(
                        second.page(PAGE + "/" + id()),
                        "/conclusion",
                        Map.of("outcome", List.of("CONFIRMED"), "reason", List.of("证据属实"))))
                .body()
                .text())
        .contains("已办结", "得分成立", "没有意见");
    freeze(YEAR).statusCode(409).body("code", equalTo("assessment-concluded"));
    await()
        .untilAsserted(() ->
            as("lead", UNIT, "unit-lead")
                .get(API)
                .then()
                .body("items.outcome", hasItem("CONFIRMED")));
  }
}
