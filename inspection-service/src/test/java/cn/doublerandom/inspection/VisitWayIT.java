package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.rating.RatingCommand;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.Ratings;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way of a visit over programs' addresses and over pages: whom, what, and what was found. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "inspection"))
@QuarkusTestResource(value = TellingRegister.class, restrictToAnnotatedClass = true)
@TestProfile(VisitWayIT.AllPacks.class)
@Tag("deep")
class VisitWayIT {
  /** As an office works today: under all packs that ship, in a stack of its own. */
  public static final class AllPacks implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "suite.rule-packs",
          "national-2019,lotteries-2019,ceremony-2019,results-2019,hebei-2023,visits-2023,follow-ups-2023,"
              + "state-council-2025,visits-2025,records-2025,supervision-2025,assessment-2025,"
              + "ratings-2026");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(MovableClock.Made.class);
    }
  }

  private static final String UNIT = "检查大队";
  private static final String ASKED = "申请已经收到，等待决定";
  private static final String DRAW = "130534-2023555-001-1";
  private static final String VISIT = DRAW + "-91130534MA0WAY001A";
  private static final String OTHER = "130534-2023555-002-1";
  private static final String PAGE = "/ui/visits/" + VISIT;

  @Inject
  CommandHandler<
          HearingCommand<TicketOpened, Conclusion>, TicketEvent, Hearing<TicketOpened, Conclusion>>
      tickets;

  @Inject CommandHandler<RatingCommand, RatingEvent, Ratings> ratings;

  @Inject
  CommandHandler<
          HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
      assessments;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification officer(String account) {
    return as(account, UNIT, "inspector");
  }

  private static RequestSpecification as(String account, String unit, String... roles) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(roles), unit)));
  }

  private void registry(String stream, String type, long seq, String json) {
    TestStack.announceApart(kafka, "registry.events.v1", stream, type, seq, json);
  }

  private void theRegistryTells() {
    theRegistryTellsOf("VW001", 91_001);
    theRegistryTellsOf("VW002", 91_002);
    registry(
        "subject-91130534MA0WAY001A",
        "SubjectChanged",
        91_003,
        """
        {"subjectId":"91130534MA0WAY001A","name":"清河县路途汽车维修有限公司","kind":"ENTERPRISE",
         "labels":["机动车维修"],"creditRiskClass":"C","status":"ACTIVE","registrar":"行政审批局",
         "since":"2018-05-02","address":"清河县泰山路18号"}
        """);
    registry(
        "item-VW-1",
        "ItemClaimed",
        91_004,
        """
        {"itemCode":"VW-1","name":"维修档案检查","legalBasis":"《机动车维修管理规定》第三十五条","category":"GENERAL",
         "field":"机动车维修","method":"实地检查","unit":"%s","mandate":"第三条","claimedOn":"2023-02-10"}
        """
            .formatted(UNIT));
    registry(
        "item-VW-1",
        "ChecklistChanged",
        91_005,
        """
        {"itemCode":"VW-1","questions":[{"id":"q1","text":"是否建立维修档案？","kind":"YES_NO",
         "guidance":"随机抽取三份档案","clause":"第三十五条"},
         {"id":"q2","text":"抽查的档案","kind":"NUMBER","measuredIn":"份","least":"3"},
         {"id":"q3","text":"收费标准","kind":"CHOICE","options":["已公示","未公示"]},
         {"id":"q4","text":"经营场所门面","kind":"PHOTO"}]}
        """);
    // Two who are not on the visit and may see it again.
    theRegistryTellsOf("VW011", 91_006);
    theRegistryTellsOf("VW012", 91_007);
  }

  private void theRegistryTellsOf(String inspector, long seq) {
    registry(
        "inspector-" + inspector,
        "InspectorChanged",
        seq,
        """
        {"inspectorId":"%s","unit":"%s","tags":["unit:x"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]}
        """
            .formatted(inspector, UNIT));
  }

  private void theDrawsAreExecuted() {
    theDrawIsExecuted(DRAW, 91_006, "001", "91130534MA0WAY001A", "VW001", "VW002");
    theDrawIsExecuted(OTHER, 91_007, "002", "W-OTHER", "VW003", "VW004");
  }

  private void theDrawIsExecuted(
      String draw, long seq, String task, String subject, String one, String another) {
    TestStack.announceApart(
        kafka,
        "draw.events.v1",
        "task-130534-2023555-" + task,
        "DrawExecuted",
        seq,
        """
        {"drawId":"%s","planId":"2023555","taskId":"%s","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":30,"selected":["%s"],
         "teams":[{"subject":"%5$s","inspectors":["%s","%s"],"units":["%s"]}],
         "items":[{"code":"VW-1","name":"维修档案检查"},{"code":"VW-2","name":"安全生产检查"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","executedOn":"2023-03-15"}
        """
            .formatted(draw, task, "a".repeat(64), "b".repeat(64), subject, one, another, UNIT));
  }

  @Test
  void an_officer_goes_the_whole_way_on_the_phone() {
    theRegistryTells();
    theDrawsAreExecuted();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            officer("VW001")
                .get("/api/v1/visits/" + VISIT + "/particulars")
                .then()
                .statusCode(200)
                .body("subject.address", equalTo("清河县泰山路18号"))
                .body("items[0].questions.text", contains("是否建立维修档案？", "抽查的档案", "收费标准", "经营场所门面"))
                .body("items[1].questions", empty()));
    anInspectorIsShownHisOwnFirst();
    VisitForms first = VisitForms.of("VW001", UNIT, "inspector");
    VisitForms second = VisitForms.of("VW002", UNIT, "inspector");
    theListIsShown(first);
    new ArrangementWay(
            OTHER + "-W-OTHER",
            UNIT,
            VisitForms.of("VW003", UNIT, "inspector"),
            VisitForms.of("VW004", UNIT, "inspector"),
            kafka)
        .isGone();
    whatComesFirstIsDone(first, second);
    var expert = new ExpertWay(VISIT, UNIT, first, second, kafka);
    expert.isAskedForAndAgreedTo();
    theSubjectLooksByItsCode(first);
    expert.isSeenAtTheDoor(code(first));
    var rating = new RatingWay(ratings, UNIT, VISIT, code(first));
    rating.isTooEarly();
    bothArrive(first, second);
    expert.isHeardOnSite();
    theItemsAreAnswered(first);
    Document recorded = bothEndIt(first, second);
    assertThat(recorded.body().text()).contains("待录入", "签名不齐");
    expert.isNamedInTheRecord();
    new ClosingWay(VISIT, UNIT, first, second).isGone();
    given().get("/api/v1/checks/" + code(first)).then().statusCode(404);
    theCoordinatorSeesWhatARecordedResultRestsOn();
    rating.isGone();
    new FollowUpWay(VISIT, UNIT, first, kafka).isGone();
    new CaseFileWay(DRAW, VISIT, UNIT).isGone();
    new RevisitWay("2023555-001", VISIT, UNIT, List.of("VW-1", "VW-2")).isGone();
    theSupervisorLooksAtTheYear();
    new TicketWay(tickets, UNIT).isGone();
    othersReadItAtTheDesk();
    officersAreCalledByTheirNames(first);
    new AssessmentWay(assessments, UNIT, VISIT).isGone();
    new AmendmentWay(DRAW, VISIT.substring(DRAW.length() + 1), UNIT, kafka).isGone();
  }

  private Document bothEndIt(VisitForms first, VisitForms second) {
    Document asked = first.after(first.send(first.page(PAGE), "/finish", Map.of()));
    assertThat(asked.body().text()).contains("等待 VW002 用自己的账号同意");
    assertThat(asked.select("form[action$=/finish]")).isEmpty();
    await()
        .untilAsserted(() ->
            officer("VW002")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("visit-end")));
    Document read = second.page(PAGE);
    assertThat(read.body().text()).contains("VW001 于", "灭火器过期，当场更换", "同意结束检查");
    Document blank =
        VisitForms.page(second.send(read, "/dispute", Map.of("reason", List.of("1"))), 422);
    assertThat(blank.select(".wrong textarea[name=reason]")).isNotEmpty();
    second.after(second.send(read, "/dispute", Map.of("reason", List.of("灭火器没有当场更换"))));
    Document again = first.page(PAGE);
    assertThat(again.body().text()).contains("不同意结论", "灭火器没有当场更换", "结束检查");
    first.after(first.send(again, "/finish", Map.of()));
    return second.after(second.send(second.page(PAGE), "/finish", Map.of()));
  }

  private void theSupervisorLooksAtTheYear() {
    VisitForms supervisor = VisitForms.of("s", "纪检监察室", "supervisor");
    await()
        .untilAsserted(() ->
            assertThat(supervisor.page("/ui/supervision/problem-rates").body().text())
                .contains("1/1", "100.00%", "按检查单位", UNIT, "维修档案检查"));
    assertThat(supervisor.page("/ui/supervision/signals").body().text())
        .contains("1 次检查已经结束", "没有需要核查的提示", "走过场");
    for (String page : List.of("bulletins", "signals", "ratings", "assessments", "problem-rates")) {
      assertThat(
              supervisor
                  .page("/ui/supervision/" + page + "?year=abc")
                  .select(".refusal, .fault")
                  .text())
          .as(page)
          .contains("应为四位年份");
    }
    int year = MovableClock.today().getYear();
    as("s", "纪检监察室", "supervisor")
        .get("/api/v1/supervision/signals/" + year)
        .then()
        .statusCode(200)
        .body("visits", equalTo(1))
        .body("terms.fewest", equalTo(3))
        .body("signals", empty());
    as("lead", UNIT, "unit-lead")
        .get("/api/v1/supervision/problem-rates/" + year)
        .then()
        .body("all.found", equalTo(1))
        .body("classes.key", contains("C"));
    as("c", "法制安全科", "coordinator")
        .get("/api/v1/supervision/signals/" + year)
        .then()
        .statusCode(403);
    assertThat(
            VisitForms.of("c", "法制安全科", "coordinator").get("/ui/supervision/signals").statusCode())
        .isEqualTo(403);
  }

  private static String code(VisitForms officer) {
    String code =
        as(officer.user().account(), UNIT, "inspector")
            .get("/api/v1/visits/" + VISIT + "/preparation")
            .then()
            .statusCode(200)
            .extract()
            .path("done.code");
    assertThat(code).matches("[2-9A-HJKMNP-Z]{6}");
    return code;
  }

  private void theSubjectLooksByItsCode(VisitForms first) {
    String code = code(first);
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/checks/" + code.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("subject", equalTo("清河县路途汽车维修有限公司"))
                .body("officers.number", contains("VW001", "VW002"))
                .body("officers.unit", contains(UNIT, UNIT))
                .body("officers.name", contains(TellingRegister.NAME, ""))
                .body("officers[0].certificates.number", contains(TellingRegister.CERTIFICATE))
                .body("officers[0].certificates.validUntil", contains("2999-12-31"))
                .body("officers[1].certificates", empty())
                .header("Cache-Control", "no-store")
                .body("officers.certificateValidUntil", contains("2999-12-31", "2999-12-31"))
                .body("items[0].legalBasis", equalTo("《机动车维修管理规定》第三十五条"))
                .body("isOpen", equalTo(true)));
    given()
        .get("/api/v1/checks/222222")
        .then()
        .statusCode(404)
        .body("code", equalTo("check-code-unknown"));
    Document door = VisitForms.page(given().accept("text/html").get("/ui/checks/" + code), 200);
    assertThat(door.body().text())
        .contains("谁来检查", TellingRegister.NAME + "（VW001）", TellingRegister.CERTIFICATE)
        .contains("维修档案检查", "您的权利");
    // Who was erased is a number, with a sentence that says what to do.
    assertThat(door.select("ul.waiting li").get(1).text())
        .contains("VW002", "暂时查不到", "核对以前可以不接受检查");
    assertThat(given().accept("text/html").get("/ui/checks/" + code).header("Cache-Control"))
        .isEqualTo("no-store");
    assertThat(
            VisitForms.page(given().accept("text/html").get("/ui/checks?code=" + code), 200)
                .body()
                .text())
        .contains("VW002");
    assertThat(
            VisitForms.page(given().accept("text/html").get("/ui/checks?code=ABCDEF"), 200)
                .select(".refusal")
                .text())
        .contains("没有这个检查码");
    theSubjectAsksForARecusal(first, code);
  }

  /** What an address says that was typed by hand did not happen. */
  private static String doorThatSaysAsked(String code) {
    return VisitForms.page(given().accept("text/html").get("/ui/checks/" + code + "?asked=1"), 200)
        .body()
        .text();
  }

  private void theSubjectAsksForARecusal(VisitForms first, String code) {
    assertThat(doorThatSaysAsked(code)).doesNotContain(ASKED);
    given()
        .contentType("application/json")
        .body(Map.of("inspector", "VW009", "reason", "曾在我单位任职"))
        .post("/api/v1/checks/" + code + "/recusals")
        .then()
        .statusCode(403);
    given()
        .contentType("application/json")
        .body(Map.of("inspector", "VW001", "reason", "曾在我单位任职"))
        .post("/api/v1/checks/" + code + "/recusals")
        .then()
        .statusCode(201);
    assertThat(doorThatSaysAsked(code)).contains(ASKED);
    await()
        .untilAsserted(() ->
            as("c", "法制安全科", "coordinator")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("visit-recusal")));
    as("lead", UNIT, "unit-lead")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", hasItem("visit-recusal"));
    as("lead", "别的单位", "unit-lead")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", not(hasItem("visit-recusal")));
    theVisitIsOffered(first, false);
    VisitForms lead = VisitForms.of("lead", UNIT, "unit-lead");
    Document page = lead.page(PAGE);
    assertThat(page.body().text()).contains("VW001：检查对象申请回避");
    lead.after(
        lead.send(
            page,
            "/recusals/VW001",
            Map.of("decision", List.of("STAYS"), "reason", List.of("经核对未曾在该单位任职"))));
    theVisitIsOffered(first, true);
  }

  /** On both pages of an officer: as long as a recusal is undecided they say so instead. */
  private static void theVisitIsOffered(VisitForms officer, boolean isOffered) {
    Document online = officer.page(PAGE);
    assertThat(online.select("form[action$=/start]").isEmpty()).isNotEqualTo(isOffered);
    Document offline = officer.page("/ui/phone/visits/" + VISIT);
    assertThat(offline.selectFirst("#offline").attr("data-pack"))
        .contains("\"held\":" + !isOffered);
    for (Document page : List.of(online, offline)) {
      assertThat(page.body().text().contains("回避申请还没有决定")).isNotEqualTo(isOffered);
    }
  }

  private void anInspectorIsShownHisOwnFirst() {
    officer("VW001").get("/api/v1/visits").then().body("items.visitId", contains(VISIT));
    officer("VW001")
        .queryParam("unit", UNIT)
        .get("/api/v1/visits")
        .then()
        .body("items.visitId", contains(VISIT, OTHER + "-W-OTHER"));
    officer("VW001")
        .queryParam("unit", UNIT)
        .queryParam("officer", "VW003")
        .get("/api/v1/visits")
        .then()
        .body("items.visitId", contains(OTHER + "-W-OTHER"));
    officer("VW001")
        .queryParam("search", "路途")
        .queryParam("state", "ASSIGNED")
        .get("/api/v1/visits")
        .then()
        .body("items.visitId", contains(VISIT));
    officer("VW001").get("/api/v1/visits?state=RECORDED").then().body("items", empty());
    officer("VW001").get("/api/v1/visits?dueBy=2023-04-01").then().body("items", empty());
    officer("VW001").get("/api/v1/visits?state=DONE").then().statusCode(400);
    as("VW009", "别的单位", "inspector")
        .queryParam("unit", UNIT)
        .get("/api/v1/visits")
        .then()
        .body("items", empty());
    as("c", "法制安全科", "coordinator")
        .queryParam("unit", UNIT)
        .get("/api/v1/visits")
        .then()
        .body("items.visitId", hasItem(VISIT));
  }

  private void theListIsShown(VisitForms first) {
    Document list = first.page("/ui/visits");
    assertThat(list.select("td.lead").eachText()).containsExactly("清河县路途汽车维修有限公司");
    assertThat(list.selectFirst("td.lead a").attr("href")).isEqualTo("/inspection" + PAGE);
    assertThat(first.page("/ui/visits?unit=" + UNIT).select("td.lead").eachText())
        .contains("清河县路途汽车维修有限公司", "W-OTHER");
    assertThat(first.page("/ui/visits?dueBy=2023-13-01").body().text()).contains("不是日期");
    assertThat(VisitForms.of("r", UNIT, "registrar").get("/ui/visits").statusCode()).isEqualTo(403);
  }

  private void whatComesFirstIsDone(VisitForms first, VisitForms second) {
    String before = "/api/v1/visits/" + VISIT;
    officer("VW001")
        .body("{\"inspectors\":[\"VW001\",\"VW002\"]}")
        .post(before + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("training-unconfirmed"))
        .body("context.clause", equalTo("清交双随机办〔2023〕1号：抽查前组织开展业务培训"));
    Document page = first.page(PAGE);
    assertThat(page.body().text()).contains("检查以前", "业务培训", "行政检查审批", "送达通知书", "54号");
    assertThat(page.select("form[action$=/start]")).isEmpty();
    Document opened = second.page(PAGE);
    page = first.after(first.send(page, "/training", Map.of("content", List.of("检查表"))));
    assertThat(page.body().text()).contains("尚未确认培训：VW002");
    // Both had the page open: what each says for himself meets what the other said.
    second.after(second.send(opened, "/training", Map.of("content", List.of("检查表"))));
    page = first.after(first.send(first.page(PAGE), "/approval-request", Map.of()));
    assertThat(second.page(PAGE).select("form[action$=/approval-withdrawal]")).isEmpty();
    page =
        first.after(first.send(page, "/approval-withdrawal", Map.of("reason", List.of("检查日期要改"))));
    assertThat(page.body().text()).contains("撤回：检查日期要改");
    page = first.after(first.send(page, "/approval-request", Map.of()));
    assertThat(page.body().text()).contains("VW001 于");
    officer("VW001")
        .body("{\"inspectors\":[\"VW001\",\"VW002\"]}")
        .post(before + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-missing"));
    anotherPersonApproves();
    page = first.page(PAGE);
    page =
        first.after(
            first.send(
                page,
                "/notice",
                Map.of("way", List.of("IN_PERSON"), "receivedAs", List.of("安全负责人"))));
    assertThat(page.body().text()).contains("直接送达，签收人职务：安全负责人", "检查码");
    aRecusalIsDeclaredAndDecided(second);
  }

  private void anotherPersonApproves() {
    String before = "/api/v1/visits/" + VISIT + "/preparation";
    as("VW001", UNIT, "inspector").post(before + "/approval").then().statusCode(403);
    VisitForms chief = VisitForms.of("chief", "局领导", "approver");
    await()
        .untilAsserted(() ->
            as("chief", "局领导", "approver")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("visit-approval"))
                .body("items.at", hasItem("/inspection" + PAGE)));
    as("chief", "局领导", "approver").post(before + "/approval").then().statusCode(428);
    Document approved = chief.after(chief.send(chief.page(PAGE), "/approval", Map.of()));
    assertThat(approved.body().text()).contains("chief 于", "批准");
    assertThat(approved.select("form[action$=/approval]")).isEmpty();
  }

  private void aRecusalIsDeclaredAndDecided(VisitForms second) {
    Document asked =
        second.after(
            second.send(second.page(PAGE), "/recusal", Map.of("reason", List.of("曾为该企业提供咨询"))));
    assertThat(asked.body().text()).contains("曾为该企业提供咨询", "待决定");
    officer("VW001")
        .body("{\"inspectors\":[\"VW001\",\"VW002\"]}")
        .post("/api/v1/visits/" + VISIT + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("recusal-undecided"));
    VisitForms lead = VisitForms.of("lead", UNIT, "unit-lead");
    Document untold =
        VisitForms.page(
            lead.send(lead.page(PAGE), "/recusals/VW002", Map.of("reason", List.of("早已结束"))), 400);
    assertThat(untold.select(".fault").text()).isNotEmpty();
    // What was answered to a form is read in another language where it was opened.
    assertThat(lead.page(PAGE).select("a[href^=/look]")).isNotEmpty();
    assertThat(untold.select("a[href^=/look]")).isEmpty();
    Document decided =
        lead.after(
            lead.send(
                untold,
                "/recusals/VW002",
                Map.of("decision", List.of("STAYS"), "reason", List.of("三年前已经结束，不影响公正"))));
    assertThat(decided.body().text()).contains("lead 决定不回避");
  }

  private void bothArrive(VisitForms first, VisitForms second) {
    Document page = first.page(PAGE);
    assertThat(page.body().text()).contains("清河县路途汽车维修有限公司", "清河县泰山路18号", "C 较高", "没有已录入结果的以往检查");
    assertThat(page.body().text()).contains("随机抽取三份档案", "第三十五条");
    Document opened = second.page(PAGE);
    Document waits = first.after(first.send(page, "/start", Map.of()));
    assertThat(waits.body().text()).contains("等待 VW002 确认");
    Document begun = second.after(second.send(opened, "/start", Map.of()));
    assertThat(begun.body().text()).contains("检查中", "2 项中已答 0 项");
    whatTheyDidIsToldByTheNameOfTheFirm();
  }

  private void whatTheyDidIsToldByTheNameOfTheFirm() {
    await()
        .untilAsserted(() ->
            officer("VW001")
                .get("/api/v1/glance")
                .then()
                .statusCode(200)
                .body("own.what", hasItem("到场：清河县路途汽车维修有限公司"))
                .body("own.at", hasItem("/inspection" + PAGE))
                .body("all", empty()));
  }

  /** Once somebody came with a token that says his name, he is called by it. */
  private static void officersAreCalledByTheirNames(VisitForms first) {
    given()
        .header(
            "Authorization",
            TestStack.bearer(
                new DemoIdentity.User("VW002", List.of("inspector"), UNIT).named("孙二")))
        .get("/api/v1/visits/" + VISIT)
        .then()
        .statusCode(200);
    assertThat(first.page(PAGE).body().text()).contains("VW001、孙二（VW002）");
  }

  private void theItemsAreAnswered(VisitForms first) {
    Document item = first.page(PAGE + "/items/VW-1");
    assertThat(item.select("input[name=codes][checked]")).isEmpty();
    Document refused =
        VisitForms.page(first.send(item, "/items/VW-1", Map.of("codes", List.of("1", "A"))), 422);
    assertThat(refused.select(".refusal").text()).contains("不能与其他结果并存");
    assertThat(refused.select("input[name=codes][checked]")).hasSize(2);
    assertThat(refused.select("#answers ~ .refusal")).as("where it is answered").hasSize(1);
    assertThat(item.select("label:has(span[aria-hidden]) input[value=D]")).hasSize(1);
    assertThat(item.select("label:has(span[aria-hidden]) input[value=A]")).isEmpty();
    Document orphan =
        VisitForms.page(
            first.send(
                item, "/items/VW-1", Map.of("codes", List.of("D"), "note", List.of("未按规定检测"))),
            422);
    assertThat(orphan.select(".refusal").text()).contains("“违反本领域其他规定行为”要和它的上级结果“发现问题待后续处理”一起选");
    Document empty = VisitForms.page(first.send(item, "/items/VW-1", Map.of()), 400);
    assertThat(empty.select(".fault").text()).isNotEmpty();
    assertThat(item.body().text()).contains("1. 是否建立维修档案？", "不低于 3", "怎样查、依据哪条");
    Document all =
        VisitForms.page(
            first.send(
                item,
                "/items/VW-1",
                Map.of("codes", List.of("A"), "violation.clause", List.of("道路运输条例第一条"))),
            400);
    assertThat(all.select(".refusal li").eachText())
        .as("all that is wrong in a form is told at once, each with the name of its field")
        .hasSize(6)
        .anyMatch(line -> line.startsWith("程度："))
        .anyMatch(line -> line.startsWith("处置措施："))
        .anyMatch(line -> line.contains("说明"))
        .anyMatch(line -> line.startsWith("1. 是否建立维修档案？"));
    Document missing =
        VisitForms.page(first.send(item, "/items/VW-1", Map.of("codes", List.of("1"))), 422);
    assertThat(missing.select(".fault").text()).contains("还没有回答");
    Map<String, List<String>> few =
        Map.of(
            "codes", List.of("1"),
            "replies.q1.value", List.of("YES"),
            "replies.q2.value", List.of("2"),
            "replies.q3.value", List.of("NA"),
            "replies.q3.notApplicable", List.of("该企业不对外经营"));
    Document stale = first.page(PAGE + "/items/VW-1");
    Document against = VisitForms.page(first.send(missing, "/items/VW-1", few), 422);
    assertThat(against.select(".fault").text()).contains("超出限值");
    Document next =
        first.after(
            first.send(
                against,
                "/items/VW-1",
                Map.of(
                    "codes", List.of("1"),
                    "replies.q1.value", List.of("YES"),
                    "replies.q2.value", List.of("3"),
                    "replies.q3.value", List.of("NA"),
                    "replies.q3.notApplicable", List.of("该企业不对外经营"))));
    assertThat(VisitForms.page(first.send(stale, "/items/VW-1", few), 412).body().text())
        .as("who writes over what a colleague has filled in reads it first")
        .contains("请看过本页现在的内容", "他人现在填的", "该企业不对外经营")
        .doesNotContain("列在下面");
    officer("VW001")
        .get("/api/v1/visits/" + VISIT)
        .then()
        .body("answers[0].replies.question", contains("q1", "q2", "q3"))
        .body("answers[0].replies[2].notApplicable", equalTo("该企业不对外经营"));
    officer("VW001")
        .body(
            "{\"codes\":[\"1\"],\"note\":\"\",\"replies\":[{\"question\":\"q1\",\"value\":\"是\"}]}")
        .put("/api/v1/visits/" + VISIT + "/items/VW-1")
        .then()
        .statusCode(422)
        .body("code", equalTo("reply-not-yes-or-no"))
        .body("errors[0].field", equalTo("replies.q1.value"));
    assertThat(next.select("h1").text()).isEqualTo("安全生产检查");
    Document back =
        first.after(
            first.send(
                next,
                "/items/VW-2",
                Map.of(
                    "codes", List.of("E"),
                    "note", List.of("灭火器过期，当场更换"),
                    "violation.severity", List.of("MINOR"),
                    "violation.clause", List.of("《安全生产法》第三十六条"),
                    "violation.measure", List.of("NONE"))));
    assertThat(back.body().text()).contains("发现问题经责令已改正", "结束检查");
    officer("VW001")
        .post("/api/v1/visits/" + VISIT + "/finish")
        .then()
        .statusCode(409)
        .body("code", equalTo("photo-missing"))
        .body("context.question", equalTo("q4"));
    evidenceIsTaken(first);
  }

  private static final byte[] PHOTO =
      "\u00ff\u00d8\u00ff\u00da\0\u0002 a shop front\u00ff\u00d9"
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final String HASH = Sha256.hex(PHOTO);
  private static final String EVIDENCE = "/api/v1/visits/" + VISIT + "/evidence";

  private static RequestSpecification file(String account, byte[] content) {
    return given()
        .contentType("application/octet-stream")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("inspector"), UNIT)))
        .body(content);
  }

  private void evidenceIsTaken(VisitForms first) {
    file("VW001", "MZ\u0090 a program".getBytes(StandardCharsets.ISO_8859_1))
        .queryParam("item", "VW-1")
        .post(EVIDENCE)
        .then()
        .statusCode(422)
        .body("code", equalTo("evidence-kind-unfit"));
    file("VW001", PHOTO)
        .queryParam("sha256", "0".repeat(64))
        .post(EVIDENCE)
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-hash-unfit"));
    file("VW001", Arrays.copyOf(PHOTO, PHOTO.length - 1))
        .post(EVIDENCE)
        .then()
        .statusCode(422)
        .body("code", equalTo("file-not-whole"))
        .body("errors.field", contains("file"));
    file("VW003", PHOTO).post(EVIDENCE).then().statusCode(403);
    aFileComesInPieces();
    aPhotoIsTakenOnThePhone(first);
    aFilmOfTwentyMegabytesComesInOneGo();
    onlySomeSeeIt();
  }

  private static void aFileComesInPieces() {
    byte[] head = Arrays.copyOf(PHOTO, 7);
    byte[] rest = Arrays.copyOfRange(PHOTO, 7, PHOTO.length);
    piece(Arrays.copyOf(PHOTO, PHOTO.length + 1), 0)
        .then()
        .statusCode(422)
        .body("code", equalTo("evidence-piece-unfit"));
    piece(head, 0)
        .then()
        .statusCode(200)
        .body("received", equalTo(7))
        .body("complete", equalTo(false));
    officer("VW001").get(EVIDENCE + "/" + HASH + "/received").then().body("received", equalTo(7));
    piece(rest, 6)
        .then()
        .statusCode(409)
        .body("code", equalTo("evidence-offset"))
        .body("context.received", equalTo(7));
    theLastPieceIsSentAgainWhereTheStoreFailed(rest);
    piece(rest, 7).then().statusCode(200).body("complete", equalTo(true));
    officer("VW001").get(EVIDENCE + "/" + HASH + "/received").then().body("received", equalTo(0));
    officer("VW002")
        .get(EVIDENCE)
        .then()
        .body("evidence.sha256", contains(HASH))
        .body("evidence[0].mediaType", equalTo("image/jpeg"))
        .body("evidence[0].hashedAtCapture", equalTo(true));
    assertThat(officer("VW002").get(EVIDENCE + "/" + HASH).asByteArray()).isEqualTo(PHOTO);
    as("c", "法制安全科", "coordinator").get(EVIDENCE).then().statusCode(403);
    as("c", "法制安全科", "coordinator").get(EVIDENCE + "/" + HASH).then().statusCode(403);
  }

  /** Who answers an objection sees what the result rests on, at its programs' address and page. */
  private static void theCoordinatorSeesWhatARecordedResultRestsOn() {
    RequestSpecification coordinator = as("c", "法制安全科", "coordinator");
    coordinator.get(EVIDENCE).then().statusCode(200).body("evidence.sha256", hasItem(HASH));
    assertThat(as("c", "法制安全科", "coordinator").get(EVIDENCE + "/" + HASH).asByteArray())
        .isEqualTo(PHOTO);
    VisitForms desk = VisitForms.of("c", "法制安全科", "coordinator");
    Document page = desk.page(PAGE);
    assertThat(page.select("a[href$=/evidence/" + HASH + "]")).as(page.body().html()).isNotEmpty();
    Response piece = as("c", "法制安全科", "coordinator").accept("*/*").get(PAGE + "/evidence/" + HASH);
    assertThat(piece.asByteArray()).isEqualTo(PHOTO);
    assertThat(piece.header("Cache-Control")).isEqualTo("no-store");
    as("a", "审计", "auditor").get(EVIDENCE).then().statusCode(403);
  }

  /** The disk takes nothing for a moment: what was sent before it need not be sent again. */
  private static void theLastPieceIsSentAgainWhereTheStoreFailed(byte[] last) {
    Path folder =
        Path.of(ConfigProvider.getConfig().getValue("suite.evidence.directory", String.class))
            .resolve("kept")
            .resolve(Sha256.hex(VISIT.getBytes(StandardCharsets.UTF_8)));
    try {
      Files.createDirectories(folder.getParent());
      Files.createFile(folder);
      piece(last, 7).then().statusCode(500);
      officer("VW001").get(EVIDENCE + "/" + HASH + "/received").then().body("received", equalTo(7));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response piece(byte[] content, long offset) {
    return file("VW001", content)
        .queryParam("offset", offset)
        .queryParam("size", PHOTO.length)
        .queryParam("item", "VW-1")
        .put(EVIDENCE + "/" + HASH);
  }

  private static void aPhotoIsTakenOnThePhone(VisitForms first) {
    String at = PAGE + "/items/VW-1";
    Document page = first.page(at);
    assertThat(page.body().text()).contains("取证", "已有 0 张照片", HASH.substring(0, 12));
    assertThat(page.select("select[name=question] option").eachText()).contains("4. 经营场所门面");
    Map<String, List<String>> typed =
        Map.of("note", List.of("没有记录的半句话"), "codes", List.of("A", "E"));
    Document none = VisitForms.page(first.keepsFile(page, typed, "q4", "x.jpg", new byte[0]), 400);
    assertThat(none.select(".fault").text()).contains("请先拍摄或者选择文件");
    stillTyped(none);
    Document program =
        VisitForms.page(
            first.keepsFile(
                page, typed, "q4", "x.jpg", "#!/bin/sh".getBytes(StandardCharsets.UTF_8)),
            422);
    assertThat(program.select(".fault").text()).contains("不是照片");
    stillTyped(program);
    // A file that is only chosen is not lost without a word.
    Document unsaved =
        VisitForms.page(
            first.send(
                page,
                "/items/VW-1",
                Map.of(
                    "file",
                    List.of("门面.jpg"),
                    "note",
                    List.of("没有记录的半句话"),
                    "codes",
                    List.of("A", "E"))),
            400);
    assertThat(unsaved.select(".fault").text()).contains("选中的文件还没有保存");
    stillTyped(unsaved);
    Document kept = VisitForms.page(first.keepsFile(page, typed, "q4", "门面.jpg", PHOTO), 200);
    assertThat(kept.body().text()).contains("已有 1 张照片", "下面填写的回答还没有记录");
    stillTyped(kept);
    assertThat(first.page(at).select("textarea[name=note]").val()).isEmpty();
    byte[] other = "%PDF-1.7 a receipt\nstartxref\n0\n%%EOF".getBytes(StandardCharsets.UTF_8);
    Document taken = first.after(first.keepsFile(kept, Map.of(), "", "r.pdf", other));
    String hash = Sha256.hex(other);
    taken =
        first.after(
            first.send(taken, "/" + hash + "/withdrawal", Map.of("reason", List.of("属于邻户的单据"))));
    assertThat(taken.body().text()).contains("已撤回：属于邻户的单据");
  }

  /** What was typed and not recorded stands in the page that answers. */
  private static void stillTyped(Document page) {
    assertThat(page.select("textarea[name=note]").val()).isEqualTo("没有记录的半句话");
    assertThat(page.select("input[name=codes][checked]").eachAttr("value"))
        .containsExactly("A", "E");
  }

  private static void aFilmOfTwentyMegabytesComesInOneGo() {
    // A segment of unknown length, as browsers record, and one cluster as long as the rest.
    byte[] film =
        Arrays.copyOf(
            HexFormat.of()
                .parseHex("1a45dfa380" + "1853806701ffffffffffffff" + "1f43b6750100000000000000"),
            20 << 20);
    ByteBuffer.wrap(film).putInt(25, film.length - 29);
    String hash = Sha256.hex(film);
    file("VW001", film).queryParam("sha256", hash).post(EVIDENCE).then().statusCode(200);
    assertThat(Sha256.hex(officer("VW002").get(EVIDENCE + "/" + hash).asByteArray()))
        .isEqualTo(hash);
    file("VW001", Arrays.copyOf(film, film.length + 1))
        .post(EVIDENCE)
        .then()
        .statusCode(422)
        .body("code", equalTo("evidence-too-large"));
  }

  private static void onlySomeSeeIt() {
    as("lead", UNIT, "unit-lead").get(EVIDENCE).then().statusCode(200);
    as("s", "纪检", "supervisor").get(EVIDENCE).then().statusCode(200);
    as("l", "法制安全科", "legal-reviewer").get(EVIDENCE).then().statusCode(200);
    as("VW003", UNIT, "inspector")
        .get(EVIDENCE)
        .then()
        .statusCode(403)
        .body("code", equalTo("evidence-not-shown"));
    assertThat(
            VisitForms.of("VW003", UNIT, "inspector").get(PAGE + "/subject-signature").asString())
        .contains("同单位的其他人看不到", "请有这个职责的人办")
        .doesNotContain("改过再提交");
    as("VW003", UNIT, "inspector").get(EVIDENCE + "/" + HASH).then().statusCode(403);
    as("lead", "别的单位", "unit-lead").get(EVIDENCE).then().statusCode(403);
    as("c", "法制安全科", "coordinator").get(EVIDENCE).then().statusCode(403);
    assertThat(VisitForms.of("lead", UNIT, "unit-lead").page(PAGE).body().text())
        .contains("取证", HASH.substring(0, 12));
  }

  private static void othersReadItAtTheDesk() {
    VisitForms lead = VisitForms.of("lead", UNIT, "unit-lead");
    Document page = lead.page(PAGE);
    assertThat(page.body().text()).contains("灭火器过期，当场更换", "录入结果", "确认到场", "VW002");
    assertThat(page.body().text()).contains("轻微；《安全生产法》第三十六条第一款；责令改正，后续跟踪");
    assertThat(page.body().text()).contains("固定检查表（4 个问题）", "收费标准 不适用（该企业不对外经营）");
    assertThat(page.select("form[method=post][action^=/inspection]")).isEmpty();
    assertThat(VisitForms.of("lead", "别的单位", "unit-lead").get(PAGE).statusCode()).isEqualTo(403);
    assertThat(VisitForms.of("VW003", UNIT, "inspector").page(PAGE).body().text()).contains("经过");
  }
}
