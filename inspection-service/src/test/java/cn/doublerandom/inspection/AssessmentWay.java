package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.bureau.rules.ScoreTerms;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.inspection.application.Assessments;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.Fact;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;

/**
 * 年度考核: a year is scored from its rows, only its unit and the supervisors see it, another
 * concludes.
 */
record AssessmentWay(
    CommandHandler<
            HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
        assessments,
    String unit,
    String visit) {
  private static final String OFFICE = "纪检监察室";
  private static final String API = "/api/v1/supervision/assessments";
  private static final String PAGE = "/ui/supervision/assessments";

  private static LocalDate today() {
    return MovableClock.today();
  }

  private static int lastYear() {
    return today().getYear() - 1;
  }

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private String id() {
    return Assessments.id(lastYear(), unit);
  }

  /** The whole way. */
  void isGone() {
    theYearIsCountedFromItsRows();
    freeze(today().getYear()).statusCode(409).body("code", equalTo("assessment-year-not-over"));
    freeze(lastYear()).statusCode(409).body("code", equalTo("assessment-nothing-to-score"));
    frozen();
    String one = API + "/" + id();
    as("lead", unit, "unit-lead")
        .get(one)
        .then()
        .statusCode(200)
        .body("score.points", equalTo(99))
        .body("score.lines[0].rows", hasItem(visit))
        .body("state", equalTo("FROZEN"));
    as("lead2", "养护中心", "unit-lead").get(one).then().statusCode(404);
    as("c", "法制安全科", "coordinator").get(one).then().statusCode(403);
    as("lead2", "养护中心", "unit-lead").get(API).then().statusCode(200).body("items", empty());
    waits("lead", unit, "unit-lead", "assessment-answer");
    conclude("s2").statusCode(409).body("code", equalTo("assessment-unheard"));
    itIsAnsweredOnItsPage();
    waits("s2", OFFICE, "supervisor", "assessment-closing");
    conclude("s").statusCode(403).body("code", equalTo("assessment-needs-second-person"));
    itIsConcludedOnItsPage();
    conclude("s3").statusCode(409).body("code", equalTo("assessment-concluded"));
  }

  private void theYearIsCountedFromItsRows() {
    await()
        .untilAsserted(() ->
            as("s", OFFICE, "supervisor")
                .get("/api/v1/supervision/scores/" + today().getYear())
                .then()
                .statusCode(200)
                .body("isOver", equalTo(false))
                .body("hearingDays", equalTo(10))
                .body("scores.unit", hasItem(unit))
                .body("scores[0].visits", equalTo(1))
                .body("scores[0].base", equalTo(100)));
    as("lead", unit, "unit-lead")
        .get("/api/v1/supervision/scores/" + today().getYear())
        .then()
        .statusCode(403);
    assertThat(
            VisitForms.of("s", OFFICE, "supervisor")
                .page(PAGE + "?year=" + today().getYear())
                .body()
                .text())
        .contains("年度考核", "还没有结束", unit, "逾期录入结果", "每项扣 1 分，至多 20 分");
  }

  private ValidatableResponse freeze(int year) {
    return as("s", OFFICE, "supervisor").body(Map.of("year", year, "unit", unit)).post(API).then();
  }

  private ValidatableResponse conclude(String account) {
    return as(account, OFFICE, "supervisor")
        .body(Map.of("outcome", "CONFIRMED", "reason", "证据属实"))
        .post(API + "/" + id() + "/conclusion")
        .then();
  }

  private static void waits(String account, String unit, String role, String kind) {
    await()
        .untilAsserted(() ->
            as(account, unit, role)
                .get("/api/v1/waiting")
                .then()
                .statusCode(200)
                .body("items.kind", hasItem(kind)));
  }

  /** No visit of the tests is of a year that is over: its score is put before the rule itself. */
  private void frozen() {
    var terms =
        new ScoreTerms(100, 10, 300, List.of(new ScoreTerms.Deduction("LATE_RESULT", 1, 20)));
    UnitScore score =
        UnitScore.of(terms, "通知", lastYear(), unit, 12, Map.of(Fact.LATE_RESULT, List.of(visit)));
    Instant now = MovableClock.now();
    assessments
        .within(Scope.HOME)
        .handle(
            "assessment-" + id(),
            new HearingCommand.Open<>(
                Optional.of(ScoreFrozen.on(today(), score, 10, "s")), OFFICE, today()),
            new CommandContext("s", now, now, "t", "t", Optional.empty(), OptionalLong.empty()))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void itIsAnsweredOnItsPage() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    await().untilAsserted(() -> assertThat(lead.page(PAGE).html()).contains(id()));
    assertThat(lead.page(PAGE).body().text()).contains("99/100").doesNotContain("按现在的数据计算");
    Document asked = lead.page(PAGE + "/" + id());
    assertThat(asked.body().text()).contains("待单位陈述", "99/100", "逾期录入结果");
    assertThat(asked.html()).contains("/inspection/ui/visits/" + visit);
    Document refused =
        VisitForms.page(lead.send(asked, "/answer", Map.of("answer", List.of("。"))), 422);
    assertThat(refused.body().text()).contains("须用文字写明");
    assertThat(
            lead.after(lead.send(refused, "/answer", Map.of("answer", List.of("因停电次日补录"))))
                .body()
                .text())
        .contains("待办结", "因停电次日补录");
  }

  private void itIsConcludedOnItsPage() {
    assertThat(VisitForms.of("s", OFFICE, "supervisor").page(PAGE + "/" + id()).body().text())
        .contains("须由其他督导人员办结");
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
        .contains("已办结", "得分成立");
  }
}
