package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;

/** A visit nobody has begun is moved to another day by two people, and others are told. */
record ArrangementWay(
    String visit, String unit, VisitForms first, VisitForms second, String kafka) {
  private static final String WHY = "企业当天停电检修";

  private String page() {
    return "/ui/visits/" + visit;
  }

  private String api() {
    return "/api/v1/visits/" + visit;
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  void isGone() {
    LocalDate day = aWorkingDayIsAskedFor();
    itWaitsForAnother();
    anotherAgrees(day);
    itIsListedByThatDay(day);
    othersAreTold(day);
    anotherDayIsAskedOfTheLead(day);
  }

  /** The first of the days to come that the calendar has as a working day. */
  private LocalDate aWorkingDayIsAskedFor() {
    LocalDate today = MovableClock.today();
    refused(today.minusDays(1), "day-over");
    Map<Integer, LocalDate> said = new TreeMap<>();
    for (int i = 1; i < 30 && said.size() < 2; i++) {
      Response answer = asked(today.plusDays(i));
      if (answer.statusCode() == 200) {
        as(first.user().account(), "inspector")
            .body("{\"reason\":\"另行约定\"}")
            .post(api() + "/day/decline")
            .then()
            .statusCode(200);
      } else {
        answer.then().statusCode(422).body("code", equalTo("day-not-working"));
      }
      said.putIfAbsent(answer.statusCode(), today.plusDays(i));
    }
    assertThat(said).as("a working day and one that is none").hasSize(2);
    LocalDate day = said.getOrDefault(200, today);
    Document page = first.page(page());
    assertThat(page.body().text()).contains("没有约定检查日期");
    page =
        first.after(
            first.send(
                page, "/day", Map.of("day", List.of(day.toString()), "reason", List.of(WHY))));
    assertThat(page.body().text()).contains(first.user().account() + " 于", WHY);
    assertThat(page.select("form[action$=/day]")).isEmpty();
    assertThat(page.select("form[action$=/day-approval]")).as("not by himself").isEmpty();
    return day;
  }

  private Response asked(LocalDate day) {
    return as(first.user().account(), "inspector")
        .body("{\"day\":\"%s\",\"reason\":\"%s\"}".formatted(day, WHY))
        .post(api() + "/day");
  }

  private void refused(LocalDate day, String code) {
    asked(day)
        .then()
        .statusCode(422)
        .body("code", equalTo(code))
        .body("context.field", equalTo("day"));
  }

  private void itWaitsForAnother() {
    await()
        .untilAsserted(() ->
            as(second.user().account(), "inspector")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("visit-day"))
                .body("items.at", hasItem("/inspection" + page())));
    as(first.user().account(), "inspector")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", not(hasItem("visit-day")));
    String version =
        as(first.user().account(), "inspector").get(api()).then().extract().header("ETag");
    as(first.user().account(), "inspector")
        .header("If-Match", version)
        .post(api() + "/day/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("day-needs-second-person"));
  }

  private void anotherAgrees(LocalDate day) {
    Document agreed = second.after(second.send(second.page(page()), "/day-approval", Map.of()));
    assertThat(agreed.body().text()).contains(day + "；只在这一天检查");
    Document desk = VisitForms.of("lead", unit, "unit-lead").page(page());
    assertThat(desk.body().text()).contains("检查日期定在 " + day, "申请检查日期定在 " + day, WHY, "提出改期");
  }

  private void itIsListedByThatDay(LocalDate day) {
    await()
        .untilAsserted(() ->
            as(first.user().account(), "inspector")
                .queryParam("dueBy", day.toString())
                .get("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items.visitId", hasItem(visit))
                .body("items.arranged.day", hasItem(day.toString())));
    as(first.user().account(), "inspector")
        .queryParam("dueBy", day.minusDays(1).toString())
        .get("/api/v1/visits")
        .then()
        .body("items.visitId", not(hasItem(visit)));
    assertThat(first.page("/ui/visits").body().text()).contains("约定 " + day);
  }

  private void othersAreTold(LocalDate day) {
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .filteredOn(r ->
                    TopicTails.header(r, "ce_type")
                        .orElse("")
                        .equals("cn.doublerandom.VisitRescheduled.v1"))
                .singleElement()
                .satisfies(r ->
                    assertThat(r.value()).contains(visit, "\"day\":\"" + day).doesNotContain(WHY)));
  }

  /** The same day again is no other, and a reason is asked for. */
  private void anotherDayIsAskedOfTheLead(LocalDate day) {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document same =
        VisitForms.page(
            lead.send(
                lead.page(page()),
                "/day",
                Map.of("day", List.of(day.toString()), "reason", List.of(WHY))),
            409);
    assertThat(same.body().text()).contains("本来就是这一天");
    as("lead", "unit-lead")
        .body("{\"inspectors\":[]}")
        .post(api() + "/day/decline")
        .then()
        .statusCode(400);
  }
}
