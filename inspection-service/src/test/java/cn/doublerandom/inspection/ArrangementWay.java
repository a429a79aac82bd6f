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
    itIsHandedOverByTheDrawAlone();
    allAnOfficerHasOpenIsHandedOver();
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

  /** The visit asks and names nobody; what the draw says is seen, be it a refusal or a team. */
  private void itIsHandedOverByTheDrawAlone() {
    String member = first.user().account();
    as(second.user().account(), "inspector")
        .body("{\"inspector\":\"%s\",\"reason\":\"调离\"}".formatted(member))
        .post(api() + "/handover")
        .then()
        .statusCode(403)
        .body("code", equalTo("handover-foreign"));
    Document asked = handOver();
    assertThat(asked.body().text()).contains("由谁接替按种子确定", "七月一日调离检查大队");
    assertThat(asked.select("form[action$=/handover]")).isEmpty();
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .anySatisfy(r -> {
                  assertThat(TopicTails.header(r, "ce_type"))
                      .hasValue("cn.doublerandom.HandoverAsked.v1");
                  assertThat(r.value()).contains(visit, "\"inspector\":\"" + member);
                }));
    tell(
        91_011,
        "HandoverRefused",
        "{\"drawId\":\"%s\",\"subject\":\"%s\",\"inspector\":\"%s\",\"why\":\"已有一项更换申请待批准。\",\"on\":\"2023-06-17\"}"
            .formatted(draw(), subject(), member));
    await()
        .untilAsserted(
            () -> assertThat(first.page(page()).body().text()).contains("的移交没有办成：已有一项更换申请待批准。"));
    handOver();
    itIsTakenBack(member);
    handOver();
    tell(
        91_013,
        "TeamChanged",
        """
        {"drawId":"%s","planId":"2023555","taskId":"002","subject":"%s",
         "inspectors":["%s","VW005"],"units":["%s"],"items":[{"code":"VW-1","name":"维修档案检查"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","reason":"七月一日调离检查大队","on":"2023-06-18"}
        """
            .formatted(draw(), subject(), second.user().account(), unit));
    await()
        .untilAsserted(() ->
            assertThat(second.page(page()).body().text())
                .contains("VW005")
                .doesNotContain("由谁接替按种子确定"));
  }

  /** Whoever asked takes it back; the draw drops it and says so, and then it may be asked anew. */
  private void itIsTakenBack(String member) {
    as(second.user().account(), "inspector")
        .body("{\"inspector\":\"%s\",\"reason\":\"调令已经撤回\"}".formatted(member))
        .post(api() + "/handover/return")
        .then()
        .statusCode(403)
        .body("code", equalTo("handover-of-others"));
    Document back =
        first.after(
            first.send(
                first.page(page()), "/handover-return", Map.of("reason", List.of("调令已经撤回"))));
    assertThat(back.body().text()).contains("的移交已经收回：调令已经撤回");
    assertThat(back.select("form[action$=/handover], form[action$=/handover-return]")).isEmpty();
    assertThat(VisitForms.of("lead", unit, "unit-lead").page(page()).body().text())
        .contains("收回检查人员 " + member + " 的移交申请", "调令已经撤回");
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .anySatisfy(r -> {
                  assertThat(TopicTails.header(r, "ce_type"))
                      .hasValue("cn.doublerandom.HandoverTakenBack.v1");
                  assertThat(r.value()).contains(visit, "\"inspector\":\"" + member);
                }));
    tell(
        91_012,
        "HandoverRefused",
        "{\"drawId\":\"%s\",\"subject\":\"%s\",\"inspector\":\"%s\",\"why\":\"调令已经撤回\",\"on\":\"2023-06-18\"}"
            .formatted(draw(), subject(), member));
    await()
        .untilAsserted(
            () -> assertThat(first.page(page()).body().text()).contains("的移交没有办成：调令已经撤回"));
    as(first.user().account(), "inspector")
        .body("{\"inspector\":\"%s\",\"reason\":\"调令已经撤回\"}".formatted(member))
        .post(api() + "/handover/return")
        .then()
        .statusCode(409)
        .body("code", equalTo("handover-unasked"));
  }

  private Document handOver() {
    return first.after(
        first.send(first.page(page()), "/handover", Map.of("reason", List.of("七月一日调离检查大队"))));
  }

  private String draw() {
    return visit.replace("-" + subject(), "");
  }

  private static String subject() {
    return "W-OTHER";
  }

  private void tell(long seq, String type, String json) {
    TestStack.announceApart(
        kafka, "draw.events.v1", "task-130534-2023555-002-told", type, seq, json);
  }

  /** The lead asks, the coordinator agrees, and the visit asks the draw with the same word. */
  private void allAnOfficerHasOpenIsHandedOver() {
    String leaves = second.user().account();
    String departure = "/ui/departures/" + leaves;
    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        "inspector-" + leaves,
        "InspectorChanged",
        91_008,
        """
        {"inspectorId":"%s","unit":"%s","tags":["unit:x"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]}
        """
            .formatted(leaves, unit));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    VisitForms office = VisitForms.of("office", "法制安全科", "coordinator");
    as("lead", "unit-lead").get("/api/v1/departures/NOBODY").then().statusCode(404);
    await()
        .untilAsserted(
            () -> assertThat(lead.page(departure).body().text()).contains("W-OTHER", "未申请"));
    assertThat(VisitForms.of("x", "别的单位", "unit-lead").get(departure).statusCode()).isEqualTo(403);
    LocalDate today = MovableClock.today();
    Document asked =
        lead.after(
            lead.send(
                lead.page(departure),
                "/" + leaves,
                Map.of(
                    "leavesOn",
                    List.of(today.plusDays(9).toString()),
                    "reason",
                    List.of("调到公路养护中心"))));
    assertThat(asked.body().text()).contains("待同意", "调到公路养护中心");
    assertThat(asked.select("form[action$=/approval]")).as("not by himself").isEmpty();
    await()
        .untilAsserted(() ->
            as("office", "coordinator")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("departure")));
    Document agreed = office.after(office.send(office.page(departure), "/approval", Map.of()));
    assertThat(agreed.body().text()).contains("office 于", "同意");
    await().untilAsserted(() -> assertThat(lead.page(departure).body().text()).contains("等抽取环节决定"));
    tell(
        91_014,
        "HandoverRefused",
        "{\"drawId\":\"%s\",\"subject\":\"%s\",\"inspector\":\"%s\",\"why\":\"没有当日可以替补的执法人员。\",\"on\":\"2023-06-19\"}"
            .formatted(draw(), subject(), leaves));
    await()
        .untilAsserted(() ->
            assertThat(lead.page(departure).body().text()).contains("没有办成", "没有当日可以替补的执法人员。"));
    lead.after(lead.send(lead.page(departure), "/handovers", Map.of()));
    await().untilAsserted(() -> assertThat(lead.page(departure).body().text()).contains("等抽取环节决定"));
    as("lead", "unit-lead")
        .get("/api/v1/departures/" + leaves)
        .then()
        .statusCode(200)
        .body("asked.state", equalTo("AGREED"))
        .body("visits.outcome", hasItem("WAITING"));
    assertThat(lead.page("/ui/departures").body().text()).contains("已同意");
  }
}
