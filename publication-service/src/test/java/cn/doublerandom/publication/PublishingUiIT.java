package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 结果公示 at the desk, by the same rules as programs. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class PublishingUiIT {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_key|_version)\" value=\"([^\"]+)\"");
  private static final String UNIT = "公路养护中心";
  private static final String DRAW = "130534-2023077-007-1";
  private static final String FIRM = "91130534MA0077001X";
  private static final String RESULT = DRAW + "-" + FIRM;
  private static final String PAGE = "/ui/notices/" + RESULT;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private static RequestSpecification publisher() {
    return as("JC072", UNIT, "publisher");
  }

  /** Its last day is told as the calendar of this stack counts it, so that nothing moves it. */
  private void tell() {
    String hash = "b".repeat(64);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "plan-130534-2023",
        "PlanPublished",
        PublicationServiceIT.NEXT.getAndIncrement(),
        """
        {"planKey":"130534-2023","issuer":"清河县交通运输局","title":"2023年计划","tableDate":"2023年1月6日",
         "publishedOn":"2023-01-30","tasks":[{"planNumber":"2023077","planName":"随机抽查077",
         "taskNumber":"007","taskName":"公路养护企业随机抽查","drawType":"TARGETED","rate":"10%",
         "items":"事项","scope":"辖区内公路养护企业","leadUnit":"法制安全科","jointUnit":"公路养护中心",
         "drawPeriod":"2023年3月至11月","drawFrom":"2023-03-01","drawTo":"2023-11-30"}]}
        """);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023077-007",
        "DrawCommitted",
        PublicationServiceIT.NEXT.getAndIncrement(),
        "{\"drawId\":\"%s\",\"planId\":\"2023077\",\"taskId\":\"007\",\"round\":1,\"commitHash\":\"%s\",\"frameSize\":10,\"executeBy\":\"2023-03-20T16:00:00Z\"}"
            .formatted(DRAW, hash));
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023077-007",
        "DrawExecuted",
        PublicationServiceIT.NEXT.getAndIncrement(),
        """
        {"drawId":"%s","planId":"2023077","taskId":"007","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":10,"selected":["%s"],
         "names":[{"subject":"%s","name":"清河县<script>alert(1)</script>养护有限公司"}],
         "teams":[{"subject":"%s","inspectors":["JC071","JC072"]}],
         "items":[{"code":"I-1","name":"路面养护"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, hash, hash, FIRM, FIRM, FIRM));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + RESULT,
        "ResultRecorded",
        PublicationServiceIT.NEXT.getAndIncrement(),
        """
        {"resultId":"%s","drawId":"%s","planId":"2023077","taskId":"007",
         "subjectId":"%s","inspectors":["JC071","JC072"],"unit":"%s",
         "units":["%s"],"recordedBy":"JC071","missingSignatures":["SUBJECT","JC072"],
         "finishedOn":"2099-03-16","dueOn":"2099-04-13","provisional":true,"codes":["A","D"],
         "findings":[{"itemCode":"I-1","itemName":"路面养护","codes":["A","D"],"note":"内部说明"}]}
        """
            .formatted(RESULT, DRAW, FIRM, UNIT, UNIT));
    await()
        .untilAsserted(() ->
            publisher()
                .get("/ui/notices?task=2023077-007")
                .then()
                .statusCode(200)
                .body(containsString("养护有限公司"), containsString("2099-04-13")));
    // Before it is public, who publishes is told what its record lacks.
    publisher().get(PAGE).then().body(containsString("检查记录缺签名：检查对象、"));
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new HashMap<>();
    for (Matcher m = HIDDEN.matcher(html); m.find(); ) {
      fields.put(m.group(1), m.group(2));
    }
    return fields;
  }

  private static io.restassured.response.Response publish(
      RequestSpecification who, Map<String, String> hidden) {
    return who.contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(hidden)
        .post(PAGE + "/publication");
  }

  /** 效力状态 of the result, among its 公示要素. */
  private static void holds(String validity) {
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/results/" + RESULT + "/imprint")
                .then()
                .statusCode(200)
                .body("indexNumber", containsString(RESULT), "validity", equalTo(validity)));
  }

  @Test
  void a_unit_reads_what_everybody_will_read_and_makes_it_public_once() throws Exception {
    tell();
    whatIsLookedForIsFound();
    String page = publisher().get(PAGE).then().statusCode(200).extract().asString();
    Map<String, String> hidden = hidden(page);
    String notice =
        page.replaceAll("(?s).*<section class=\"preview\"[^>]*>(.*?)</section>.*", "$1");
    assertThat(notice)
        .contains("路面养护", "&lt;script&gt;alert(1)", "/2")
        .doesNotContain("内部说明", "JC071", "<script>");
    whoMayNotIsToldWhy(hidden);

    String done = publish(publisher(), hidden).then().statusCode(303).extract().header("Location");
    String again = publish(publisher(), hidden).then().statusCode(303).extract().header("Location");

    assertThat(again).isEqualTo(done).startsWith("/publication" + PAGE).contains("seen=");
    publisher()
        .urlEncodingEnabled(false)
        .get(done.substring("/publication".length()))
        .then()
        .statusCode(200)
        .body(
            containsString("已向社会公示"),
            containsString("按期公示"),
            containsString("JC072"),
            not(containsString(PAGE + "/publication\"")));
    String shown = given().get("/ui/results/" + RESULT).then().statusCode(200).extract().asString();
    assertThat(words(shown)).contains(words(notice));
    publisher().get("/ui/notices?state=PUBLISHED&task=2023077").then().body(containsString(PAGE));
    publish(publisher(), Map.of("_key", "another"))
        .then()
        .statusCode(409)
        .body(containsString("该结果已经公示"));
    List<LateReader> late = readers();
    List<LateReader> always = readers();
    late.forEach(LateReader::readsHalf);
    always.forEach(LateReader::readsOn);
    theFirmObjectsByItsCodeAndIsAnsweredByWhoIsNotConcerned();
    otherAuthoritiesAreAskedByTwoPeopleAndSayOnceWhatTheyDid();
    new DisciplineTopicWay(RESULT, UNIT, kafka).isGone();
    whatIsPublicIsCorrectedAndThenWithdrawnByTwo();
    whoWasAwayMeanwhileHasAllInOrder(late, always);
  }

  private List<LateReader> readers() {
    return Stream.of("publication.results.v1", "publication.events.v1")
        .map(topic -> new LateReader(kafka, topic))
        .toList();
  }

  /**
   * A consumer that stopped in the middle and came back after a correction and a withdrawal has, of
   * each partition, what one has who was there all along, and the root the portal says.
   */
  private static void whoWasAwayMeanwhileHasAllInOrder(
      List<LateReader> late, List<LateReader> always) {
    List<Integer> before = late.stream().map(one -> one.had().size()).toList();
    await()
        .untilAsserted(() -> {
          always.forEach(LateReader::readsOn);
          given()
              .get("/api/v1/results/root")
              .then()
              .body("root", equalTo(root(always.getFirst().holds())));
        });
    late.forEach(LateReader::readsOn);
    for (int topic = 0; topic < late.size(); topic++) {
      LateReader away = late.get(topic);
      assertThat(before.get(topic)).isPositive().isLessThan(away.had().size());
      assertThat(away.had()).hasSameSizeAs(always.get(topic).had()).doesNotHaveDuplicates();
      for (int partition : away.had().stream().map(LateReader.Told::partition).toList()) {
        assertThat(away.had(partition))
            .isEqualTo(always.get(topic).had(partition))
            .isSortedAccordingTo(Comparator.comparingLong(LateReader.Told::offset));
      }
    }
    assertThat(late.getLast().had(late.getLast().had().getFirst().partition()))
        .isSortedAccordingTo(Comparator.comparingLong(LateReader.Told::seq));
    assertThat(late.getFirst().holds())
        .doesNotContainKey("130534/" + RESULT)
        .isEqualTo(always.getFirst().holds());
    given()
        .get("/api/v1/results/root")
        .then()
        .body("count", equalTo(late.getFirst().holds().size()))
        .body("root", equalTo(root(late.getFirst().holds())));
  }

  /** As docs/results-topic.md has it. */
  private static String root(Map<String, String> values) {
    var lines = new StringBuilder();
    values.forEach((key, value) ->
        lines.append(key).append(' ').append(Sha256.hex(value.getBytes(UTF_8))).append('\n'));
    return Sha256.hex(lines.toString().getBytes(UTF_8));
  }

  /** Without an account, in either language. */
  private static RequestSpecification firm() {
    return given().accept("text/html").redirects().follow(false);
  }

  private void theFirmObjectsByItsCodeAndIsAnsweredByWhoIsNotConcerned() {
    String issued =
        act(publisher(), "objection-code", Map.of()).then().statusCode(200).extract().asString();
    assertThat(issued)
        .contains("异议码（只显示这一次")
        .as("the address to be printed is whole")
        .contains(">https://jtj.example/publication/ui/objections?result=");
    String code = issued.replaceAll("(?s).*<code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>.*", "$1");
    assertThat(code).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
    publisher()
        .get("/ui/notices/" + RESULT + "?code=AAAAA-AAAAA")
        .then()
        .body(not(containsString("AAAAA-AAAAA</code>")), not(containsString("异议码（只显示这一次")));
    act(as("JC072", "别的单位", "publisher"), "objection-code", Map.of()).then().statusCode(403);
    String own = "/ui/objections/" + RESULT + "/" + code;
    whoHasNoCodeIsToldNoMore();
    firm().get("/ui/results/" + RESULT).then().body(containsString("/ui/objections?result="));
    firm()
        .get(
            "/ui/objections?result="
                + RESULT
                + "&code="
                + code.replace("-", "").toLowerCase(Locale.ROOT))
        .then()
        .statusCode(303)
        .header("Location", containsString(own.replace(code, "")));
    looked(RESULT, code).then().statusCode(303).header("Location", containsString(own));
    firm()
        .get(own)
        .then()
        .statusCode(200)
        .body(containsString("提出异议"), containsString("&lt;script&gt;alert(1)"));
    whereTheCodeDoesNotStandInTheAddressItStandsNowhereInThePage(code);
    String received = "已收到。请记下异议编号";
    firm().get(own + "?taken=1").then().statusCode(200).body(not(containsString(received)));
    objected(own, "车辆<i>已报停</i>");
    firm().get(own + "?taken=1").then().statusCode(200).body(containsString(received));
    evidence(own, "MZ program").then().statusCode(422).body(containsString("PDF"));
    evidence(own, "%PDF-1.7 停运登记").then().statusCode(422).body(containsString("文件不完整"));
    evidence(own, "%PDF-1.7 停运登记\nstartxref\n0\n%%EOF").then().statusCode(303);
    await()
        .untilAsserted(() ->
            firm()
                .get("/ui/results/" + RESULT)
                .then()
                .body(
                    containsString("异议处理中"),
                    containsString(RESULT + "-Y1"),
                    not(containsString("已报停"))));
    firm()
        .header("Accept-Language", "en")
        .get(own)
        .then()
        .statusCode(200)
        .body(containsString("Objection being answered"), containsString("&lt;i&gt;已报停"));
    whoAnswersReadsWhatTheFirmSays();
    objected(own, "再次异议");
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .get("/ui/notices?state=OBJECTED")
                .then()
                .body(containsString(PAGE)));
  }

  private static Response looked(String result, String code) {
    return firm()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("result", result)
        .formParam("code", code)
        .post("/ui/objections");
  }

  /** As the gateway asks (ADR 103). */
  private static void whereTheCodeDoesNotStandInTheAddressItStandsNowhereInThePage(String code) {
    String own = "/ui/objections/" + RESULT + "/own.abcdefgh";
    firm()
        .header("X-Gateway-Code", code)
        .get(own)
        .then()
        .statusCode(200)
        .body(containsString("提出异议"), containsString(own), not(containsString(code)));
    firm()
        .get(own)
        .then()
        .statusCode(200)
        .body(containsString("name=\"code\""), containsString(RESULT));
  }

  private static void whoHasNoCodeIsToldNoMore() {
    for (String result : List.of(RESULT, "nobody")) {
      given()
          .get("/api/v1/objections/" + result + "/22222-22222")
          .then()
          .statusCode(404)
          .body("type", containsString("objection-code-unknown"));
      firm()
          .get("/ui/objections?result=" + result + "&code=22222-22222")
          .then()
          .statusCode(200)
          .body(containsString("没有这个异议码"));
      looked(result, "22222-22222")
          .then()
          .statusCode(404)
          .body(containsString("没有这个异议码"), containsString("22222-22222"));
    }
  }

  private static void objected(String own, String statement) {
    firm()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("statement", statement)
        .post(own)
        .then()
        .statusCode(303)
        .header("Location", containsString("taken="));
  }

  private static io.restassured.response.Response evidence(String own, String content) {
    return firm()
        .multiPart("file", "证据.pdf", content.getBytes(StandardCharsets.UTF_8))
        .post(own + "/evidence");
  }

  private void whoAnswersReadsWhatTheFirmSays() {
    String record = "href=\"/inspection/ui/visits/" + RESULT + "\"";
    publisher()
        .get(PAGE)
        .then()
        .body(containsString("异议处理中"), not(containsString("已报停")), containsString(record));
    String page =
        coordinator("coordinator")
            .get(PAGE)
            .then()
            .body(containsString("已报停&lt;/i&gt;"), containsString(record))
            .extract()
            .asString();
    String file =
        page.replaceAll(
            "(?s).*href=\"/publication(/ui/notices/[^\"]+/objections/1/[0-9a-f]{64})\".*", "$1");
    assertThat(
            coordinator("coordinator")
                .accept("*/*")
                .get(file)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asString())
        .startsWith("%PDF-1.7");
    publisher().accept("*/*").get(file).then().statusCode(403);
    coordinator("coordinator")
        .accept("application/json")
        .get("/api/v1/results/" + RESULT + "/objections")
        .then()
        .statusCode(200)
        .body("[0].statement", containsString("已报停"), "[0].evidence.size()", equalTo(1));
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .accept("application/json")
                .get("/api/v1/waiting")
                .then()
                .body(containsString("\"objection\""), containsString(PAGE)));
    Map<String, String> answer = Map.of("reason", "停运登记在检查之后");
    act(coordinator("JC071"), "objection/rejection", answer).then().statusCode(403);
    seen(act(coordinator("coordinator"), "objection/rejection", answer));
    firm().get("/ui/results/" + RESULT).then().body(not(containsString("停运登记在检查之后")));
    act(coordinator("coordinator"), "approval", Map.of()).then().statusCode(403);
    coordinator("coordinator-2")
        .get(PAGE)
        .then()
        .body(containsString("驳回异议等待决定"), containsString("同意驳回异议"));
    seen(act(coordinator("coordinator-2"), "approval", Map.of()));
    firm()
        .get("/ui/results/" + RESULT)
        .then()
        .body(containsString("结果维持不变"), containsString("停运登记在检查之后"));
  }

  private static RequestSpecification coordinator(String account) {
    return as(account, "法制安全科", "coordinator");
  }

  private static io.restassured.response.Response act(
      RequestSpecification who, String act, Map<String, ?> typed) {
    String page = publisher().get(PAGE).then().extract().asString();
    Map<String, String> hidden = hidden(page);
    return who.contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", act + System.nanoTime())
        .formParam("_version", hidden.containsKey("_version") ? hidden.get("_version") : version())
        .formParams(typed)
        .post(PAGE + "/" + act);
  }

  private static String version() {
    return given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("coordinator", List.of("coordinator"), "法制安全科")))
        .get("/api/v1/results/" + RESULT + "/change")
        .then()
        .extract()
        .header("ETag")
        .replaceAll("[^0-9]", "");
  }

  private static void seen(io.restassured.response.Response done) {
    String to = done.then().statusCode(303).extract().header("Location");
    publisher()
        .urlEncodingEnabled(false)
        .get(to.substring("/publication".length()))
        .then()
        .statusCode(200);
  }

  private void otherAuthoritiesAreAskedByTwoPeopleAndSayOnceWhatTheyDid() throws Exception {
    Map<String, Object> proposal =
        Map.of(
            "measure", "限制参加<b>政府采购</b>",
            "basis", "《企业信息公示暂行条例》第十八条",
            "from", "2023-04-01",
            "to", "2032-04-01",
            "authorities", "清河县财政局\r\n清河县税务局、清河县财政局");
    act(as("JC079", "别的单位", "publisher"), "discipline", proposal).then().statusCode(403);
    Map<String, Object> endless = new HashMap<>(proposal);
    endless.put("to", "2022-01-01");
    act(publisher(), "discipline", endless).then().statusCode(422).body(containsString("止日不早于起日"));
    seen(act(publisher(), "discipline", proposal));
    publisher().get(PAGE).then().body(containsString("限制参加&lt;b&gt;"), containsString("等待另一人决定"));
    firm().get("/ui/results/" + RESULT).then().body(not(containsString("清河县税务局")));
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .accept("application/json")
                .get("/api/v1/waiting")
                .then()
                .body(containsString("\"discipline\""), containsString(PAGE)));
    coordinator("coordinator")
        .get("/ui/notices?state=DISCIPLINE_ASKED")
        .then()
        .body(containsString("联合惩戒待决定"), containsString(PAGE));
    act(coordinator("JC071"), "discipline/approval", Map.of()).then().statusCode(403);
    seen(act(coordinator("coordinator"), "discipline/approval", Map.of()));
    await()
        .untilAsserted(() ->
            firm()
                .get("/ui/results/" + RESULT)
                .then()
                .body(containsString("清河县财政局 · 清河县税务局"), containsString("尚未反馈")));

    String shown =
        act(publisher(), "discipline/link", Map.of("authority", "1 清河县税务局"))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    String own = shown.replaceAll("(?s).*href=\"/publication(/ui/disciplines/[^\"]+)\".*", "$1");
    firm().get(own).then().statusCode(200).body(containsString("清河县税务局：请反馈"));
    assertThat(firm().header("Accept-Language", "en").get(own).asString())
        .contains("say what you did");
    firm()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("deed", "已停止<i>出口退税</i>")
        .post(own)
        .then()
        .statusCode(303);
    firm().get(own).then().statusCode(404).body(containsString("反馈链接打不开"));
    firm().get("/ui/disciplines").then().statusCode(200).body(containsString("已经收到"));
    await()
        .untilAsserted(() ->
            firm()
                .get("/ui/results/" + RESULT)
                .then()
                .body(containsString("已停止&lt;i&gt;出口退税"), not(containsString("coordinator"))));
    new NoticePaperWay("results", RESULT).isKept(RESULT + "-Y1", "清河县税务局", "已停止<i>出口退税</i>");
    act(publisher(), "discipline/link", Map.of("authority", "1 清河县税务局"))
        .then()
        .statusCode(422)
        .body(containsString("已经反馈"));
    seen(act(publisher(), "discipline", proposal));
    whoProposedTakesItBack();
  }

  private void whoProposedTakesItBack() {
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .accept("application/json")
                .get("/api/v1/waiting")
                .then()
                .body(containsString("\"discipline\"")));
    String rest = "/api/v1/results/" + RESULT + "/discipline";
    Map<String, String> why = Map.of("reason", "接收部门填错了");
    json(as("JC079", UNIT, "publisher"), why, rest)
        .statusCode(403)
        .body("code", equalTo("discipline-of-another"));
    json(publisher(), Map.of("reason", "。。"), rest)
        .statusCode(422)
        .body("code", equalTo("change-reason-missing"));
    coordinator("coordinator")
        .get(PAGE)
        .then()
        .body(not(containsString("discipline/withdrawal")), containsString("discipline/approval"));
    act(publisher(), "discipline/withdrawal", Map.of("reason", "")).then().statusCode(400);
    act(coordinator("coordinator"), "discipline/withdrawal", why).then().statusCode(403);
    seen(act(publisher(), "discipline/withdrawal", why));
    publisher()
        .get(PAGE)
        .then()
        .body(
            containsString("提出人已撤回"),
            containsString("提出的联合惩戒由提出人撤回，没有公开"),
            containsString("接收部门填错了"),
            not(containsString("discipline/withdrawal")));
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .accept("application/json")
                .get("/api/v1/waiting")
                .then()
                .body(not(containsString("\"discipline\""))));
    coordinator("coordinator")
        .get("/ui/notices?state=DISCIPLINE_ASKED")
        .then()
        .statusCode(200)
        .body(not(containsString(PAGE)));
    json(publisher(), why, rest).statusCode(409).body("code", equalTo("no-discipline-waits"));
    firm().get("/ui/results/" + RESULT).then().body(not(containsString("接收部门填错了")));
  }

  private static ValidatableResponse json(
      RequestSpecification who, Map<String, String> body, String discipline) {
    return who.accept("application/json")
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post(discipline + "/withdrawal")
        .then();
  }

  private void whatIsPublicIsCorrectedAndThenWithdrawnByTwo() {
    var end = new DisciplineEndWay(RESULT, UNIT, kafka);
    publisher().get(PAGE).then().body(containsString("2 个接收部门的联合惩戒（清河县财政局、清河县税务局）随之终止"));
    act(
            publisher(),
            "correction",
            Map.of("itemCode", "I-1", "codes", List.of("1", "A"), "reason", "<b>误</b>"))
        .then()
        .statusCode(422)
        .body(containsString("fault"), containsString("&lt;b&gt;误"));
    act(publisher(), "correction", Map.of("itemCode", "I-1", "codes", "1"))
        .then()
        .body(containsString("c-reason"), containsString("fault"));
    // What is missing is said at one press, in the order of the form.
    assertThat(
            act(publisher(), "correction", Map.of())
                .then()
                .statusCode(400)
                .extract()
                .asString()
                .replaceAll("(?s).*?role=\"alert\"(.*?)</ul>.*", "$1"))
        .containsSubsequence("#c-itemCode", "#c-codes", "#c-reason");
    seen(
        act(
            publisher(),
            "correction",
            Map.of("itemCode", "I-1", "codes", "1", "reason", "<b>误</b>")));
    await()
        .untilAsserted(() ->
            coordinator("coordinator")
                .accept("application/json")
                .get("/api/v1/waiting")
                .then()
                .body(containsString("result-change"), containsString(PAGE)));
    coordinator("JC071").get(PAGE).then().body(containsString("不能决定对自己检查结果"));
    // Who decides reads which item it is of, what it is now and what it would be.
    assertThat(words(coordinator("coordinator").get(PAGE).then().extract().asString()))
        .containsPattern("检查事项 *路面养护 *现在公示的结果 *发现问题待后续处理")
        .contains("更正后的结果 未发现问题 整份结果：未发现问题", "2 个接收部门的联合惩戒");
    act(coordinator("JC071"), "approval", Map.of()).then().statusCode(403);
    act(coordinator("JC072"), "approval", Map.of())
        .then()
        .statusCode(403)
        .body(containsString("请由另一人决定"));
    seen(act(coordinator("coordinator"), "approval", Map.of()));
    given()
        .get("/ui/results/" + RESULT)
        .then()
        .body(
            containsString("现为第 2 版"),
            containsString("第 1 版"),
            containsString("&lt;b&gt;误"),
            not(containsString("<b>误")));
    // What was answered before says of which version it was.
    assertThat(words(given().get("/ui/results/" + RESULT).then().extract().asString()))
        .containsPattern("异议不成立.{0,20}结果维持不变 这一答复是 [0-9-]+ 针对当时公示的第 1 版作出的");
    coordinator("coordinator").get(PAGE).then().body(containsString("针对当时公示的第 1 版作出的"));
    holds("AMENDED");
    end.hasEnded();
    end.isAcknowledgedByLink();
    seen(act(publisher(), "withdrawal", Map.of("reason", "对象无误")));
    coordinator("coordinator").get(PAGE).then().body(not(containsString("change-withdrawal")));
    act(publisher(), "change-withdrawal", Map.of("reason", "")).then().statusCode(400);
    act(coordinator("coordinator"), "change-withdrawal", Map.of("reason", "核实无误"))
        .then()
        .statusCode(403);
    seen(act(publisher(), "change-withdrawal", Map.of("reason", "核实无误")));
    publisher().get(PAGE).then().body(containsString("提出的事项由提出人撤回，公示不变"));
    seen(act(publisher(), "withdrawal", Map.of("reason", "对象有误")));
    act(coordinator("coordinator"), "decline", Map.of("reason", "请先核实")).then().statusCode(303);
    seen(act(publisher(), "withdrawal", Map.of("reason", "对象有误")));
    seen(act(coordinator("coordinator"), "approval", Map.of()));
    assertThat(words(given().get("/ui/results/" + RESULT).then().extract().asString()))
        .contains("撤销，不再有效。理由： 对象有误", "这项措施没有依据，已于");
    given().get("/ui/results/" + RESULT).then().body(containsString("<div class=\"wide undone\""));
    end.isAcknowledgedOnItsTopic();
    // At the desk too it is counted apart.
    await()
        .untilAsserted(() ->
            publisher()
                .get("/ui/notices?state=WITHDRAWN&task=2023077")
                .then()
                .body(containsString(PAGE)));
    publisher()
        .get("/ui/notices?state=PUBLISHED&task=2023077")
        .then()
        .body(not(containsString(PAGE)));
    // As the reports count: what was withdrawn is public no more.
    await()
        .untilAsserted(() ->
            assertThat(words(given().get("/ui/draws/" + DRAW + "/results").asString()))
                .contains("已公示 0 / 1 户，另有 1 份公示以后撤销"));
    given()
        .get("/api/v1/results?limit=200")
        .then()
        .body("items.find { it.resultId == '" + RESULT + "' }.version", equalTo(2))
        .body("items.find { it.resultId == '" + RESULT + "' }.withdrawn.reason", equalTo("对象有误"))
        .body("items.find { it.resultId == '" + RESULT + "' }.former.size()", equalTo(1));
    holds("VOID");
    await()
        .untilAsserted(() ->
            assertThat(told())
                .containsExactly(
                    "ResultPublished",
                    "ObjectionRaised",
                    "ObjectionDecided",
                    "ObjectionRaised",
                    "JointDisciplineProposed",
                    "JointDisciplineAcknowledged",
                    "JointDisciplineAcknowledged",
                    "ObjectionDecided",
                    "ResultCorrected",
                    "JointDisciplineEnded",
                    "JointDisciplineEndingAcknowledged",
                    "PublicationWithdrawn",
                    "JointDisciplineEndingAcknowledged"));
  }

  /** What the world was told of the result, in its order. */
  private List<String> told() {
    return TopicTails.readAll(Map.of("bootstrap.servers", kafka), "publication.events.v1").stream()
        .filter(record -> record.key().endsWith(RESULT))
        .map(record ->
            TopicTails.header(record, "ce_type")
                .orElse("")
                .replaceAll("cn\\.doublerandom\\.|\\.v1", ""))
        .toList();
  }

  /** The words of a page, without its marks. */
  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }

  private static void whatIsLookedForIsFound() {
    for (String asked :
        List.of(
            "state=TO_PUBLISH&task=007",
            "search=" + FIRM.substring(0, 12) + "&task=2023077",
            "until=2099-12-31&task=2023077")) {
      publisher().get("/ui/notices?" + asked).then().body(containsString(PAGE));
    }
    for (String asked :
        List.of(
            "state=PUBLISHED&task=2023077",
            "state=OVERDUE&task=2023077",
            "state=UNRECORDED&task=2023077",
            "until=2099-03-16&task=2023077",
            "search=%25&task=2023077")) {
      publisher()
          .get("/ui/notices?" + asked)
          .then()
          .statusCode(200)
          .body(containsString("没有符合条件的结果"));
    }
    publisher()
        .get("/ui/notices?until=gestern&state=NONE")
        .then()
        .statusCode(200)
        .body(allOf(containsString("f-until"), containsString("f-state")));
  }

  private static void whoMayNotIsToldWhy(Map<String, String> hidden) {
    as("JC071", UNIT, "publisher")
        .get(PAGE)
        .then()
        .body(containsString("录入结果的人不能自己公示"), not(containsString("name=\"_key\"")));
    as("JC072", "别的单位", "publisher").get(PAGE).then().body(containsString("谁检查、谁录入、谁公示"));
    as("supervisor", "纪检", "supervisor")
        .header("Accept-Language", "en")
        .get(PAGE)
        .then()
        .body(containsString("A publisher of " + UNIT));
    publish(as("JC071", UNIT, "publisher"), hidden)
        .then()
        .statusCode(403)
        .body(containsString("录入结果的人不能自己公示"));
    publish(as("coordinator", UNIT, "coordinator"), hidden).then().statusCode(403);
    as("JC072", UNIT, "inspector").get(PAGE).then().statusCode(403);
    publisher().get("/ui/notices/nobody").then().statusCode(404);
    given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .get(PAGE)
        .then()
        .statusCode(303)
        .header("Location", startsWith("/signin"));
  }
}
