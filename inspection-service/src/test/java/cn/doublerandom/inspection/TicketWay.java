package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.inspection.application.Tickets;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
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

/** 督导单: a unit is asked, only it and the supervisors see it, it answers, another concludes. */
record TicketWay(
    CommandHandler<
            HearingCommand<TicketOpened, Conclusion>,
            TicketEvent,
            Hearing<TicketOpened, Conclusion>>
        tickets,
    String unit) {
  private static final String OFFICE = "纪检监察室";
  private static final String API = "/api/v1/supervision/tickets";
  private static final Signal.Kind KIND = Signal.Kind.LATE_ENTRY;

  private static LocalDate today() {
    return MovableClock.today();
  }

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private String id() {
    return Tickets.id(today().getYear(), KIND, unit);
  }

  private static ValidatableResponse close(String account, String id) {
    return as(account, OFFICE, "supervisor")
        .body(Map.of("conclusion", "EXPLAINED", "reason", "停机记录属实"))
        .post(API + "/" + id + "/closing")
        .then();
  }

  /** The whole way. */
  void isGone() {
    whatNoSignalShowsIsNotAsked();
    opened();
    String one = API + "/" + id();
    as("lead", unit, "unit-lead")
        .get(one)
        .then()
        .statusCode(200)
        .body("signal.measured", equalTo(17))
        .body("state", equalTo("ASKED"));
    as("lead2", "养护中心", "unit-lead").get(one).then().statusCode(404);
    as("c", "法制安全科", "coordinator").get(one).then().statusCode(403);
    await()
        .untilAsserted(
            () -> as("lead", unit, "unit-lead").get(API).then().body("items.id", hasItem(id())));
    as("lead2", "养护中心", "unit-lead").get(API).then().statusCode(200).body("items", empty());
    waits("lead", unit, "unit-lead", "ticket-answer");
    close("s2", id()).statusCode(409).body("code", equalTo("ticket-unheard"));

    itIsAnsweredOnItsPage();

    waits("s2", OFFICE, "supervisor", "ticket-closing");
    as("s", OFFICE, "supervisor")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", not(hasItem("ticket-closing")));
    close("s", id()).statusCode(403).body("code", equalTo("ticket-needs-second-person"));
    as("lead2", "养护中心", "unit-lead")
        .body(Map.of("answer", "不关我们的事"))
        .post(one + "/answer")
        .then()
        .statusCode(404);
    itIsClosedOnItsPage();
    close("s3", id()).statusCode(409).body("code", equalTo("ticket-closed"));
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

  private void whatNoSignalShowsIsNotAsked() {
    as("s", OFFICE, "supervisor")
        .body(
            Map.of(
                "year",
                today().getYear(),
                "kind",
                KIND.name(),
                "unit",
                unit,
                "question",
                "请说明为何迟录",
                "answerBy",
                today().plusDays(10).toString()))
        .post(API)
        .then()
        .statusCode(409)
        .body("code", equalTo("ticket-no-signal"));
  }

  /** One visit is no signal yet: what a county shows in a year is put before the rule itself. */
  private void opened() {
    var signal = new Signal(KIND, unit, List.of("V1", "V2", "V3"), 3, 9, 17, 15);
    Instant now = MovableClock.now();
    tickets
        .within(Scope.HOME)
        .handle(
            "ticket-" + id(),
            new HearingCommand.Open<>(
                Optional.of(
                    new TicketOpened(
                        FrozenSignal.of(today().getYear(), signal, "通知"),
                        "请说明为何迟录",
                        today().plusDays(10),
                        "s")),
                OFFICE,
                today()),
            new CommandContext("s", now, now, "t", "t", Optional.empty(), OptionalLong.empty()))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private void itIsAnsweredOnItsPage() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    String page = "/ui/supervision/tickets/" + id();
    assertThat(lead.page("/ui/supervision/tickets").html()).contains(page);
    Document asked = lead.page(page);
    assertThat(asked.body().text()).contains("待单位答复", "最晚的是 17 天", "请说明为何迟录");
    Document refused =
        VisitForms.page(lead.send(asked, "/answer", Map.of("answer", List.of("。"))), 422);
    assertThat(refused.body().text()).contains("须用文字写明");
    assertThat(
            lead.after(lead.send(refused, "/answer", Map.of("answer", List.of("当周系统停机"))))
                .body()
                .text())
        .contains("待办结", "当周系统停机");
  }

  private void itIsClosedOnItsPage() {
    VisitForms first = VisitForms.of("s", OFFICE, "supervisor");
    String page = "/ui/supervision/tickets/" + id();
    assertThat(first.page(page).body().text()).contains("须由其他督导人员办结");
    VisitForms second = VisitForms.of("s2", OFFICE, "supervisor");
    assertThat(
            second
                .after(
                    second.send(
                        second.page(page),
                        "/closing",
                        Map.of("conclusion", List.of("EXPLAINED"), "reason", List.of("停机记录属实"))))
                .body()
                .text())
        .contains("已办结", "说明成立");
  }
}
