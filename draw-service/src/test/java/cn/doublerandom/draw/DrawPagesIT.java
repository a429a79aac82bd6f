package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** An office draws with a browser alone, each person in his own, and nobody does another's part. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class DrawPagesIT {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Browser COORDINATOR = Browser.of("coordinator");
  private static final Browser APPROVER = Browser.of("approver");
  private static final Browser AGREEING = Browser.of("approver-3");
  private static final String KEY = "0b".repeat(32);
  private static final String RECEIPT = "ef".repeat(32);

  /** What a browser would run if it were no text. */
  private static final String SCRIPT = "<script>alert(1)</script>不到场";

  private final int year = LocalDate.now(BEIJING).getYear();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private String task(String number) {
    return (year + 7) + number + "-" + number;
  }

  private static String pageOf(String task) {
    return "/draw/ui/tasks/" + task;
  }

  private static String pageOfDraw(String drawId) {
    return "/draw/ui/draws/" + drawId;
  }

  private static String witnessing(String drawId) {
    return "/draw/ui/ceremony/" + drawId;
  }

  /** A plan of its own, public, whose programmes nobody has written. */
  private void publishedPlan() {
    KnownRegister.tell(kafka);
    String plan = "/api/v1/plans/130534-" + (year + 7);
    if (given().get(plan).statusCode() == 200) {
      return;
    }
    StringBuilder table =
        new StringBuilder(
            "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n");
    List<String> numbers = List.of("001", "002", "003", "004", "005");
    for (String number : numbers) {
      table.append(
          "%d%s\t计划%s\t%s号\t任务%s\t定向抽查\t10%%\t事项\t范围\t法制安全科\t执法大队\t%d年1月至12月\n"
              .formatted(year + 7, number, number, number, number, year));
    }
    as("coordinator")
        .contentType("text/plain; charset=UTF-8")
        .queryParam(
            "answer",
            numbers.stream()
                .map(n -> "%d|抽取日期|%d年1月至12月".formatted(Integer.parseInt(n) + 1, year))
                .toList())
        .body(table + "单位（盖章）：示例县交通运输局\n")
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(201);
    for (String number : numbers) {
      as("coordinator")
          .body("{\"subjectKind\":\"ENTERPRISE\",\"labels\":[\"道路运输\"],\"itemFields\":[\"道路运输\"]}")
          .put(plan + "/tasks/" + task(number) + "/scope")
          .then()
          .statusCode(200);
    }
    KnownRegister.publish(plan);
  }

  private Map<String, Object> programme() {
    return Map.of(
        "title",
        "第一期",
        "checkFrom",
        year + "-01-01",
        "checkTo",
        year + "-12-31",
        "teams",
        4,
        "training",
        "集中培训",
        "method",
        "实地检查",
        "contact",
        "法制安全科");
  }

  private void programme(String task) {
    String page = pageOf(task);
    Document written = COORDINATOR.does(page, "/programme", programme());
    // Four teams of two, and three officers who may be drawn.
    assertThat(written.text()).contains("待批准", "还差 5 名");
    assertThat(APPROVER.page(page).text()).contains("还差 5 名");
    assertThat(APPROVER.does(page, "/approval", Map.of()).text()).contains("待公布");
    assertThat(COORDINATOR.does(page, "/publication", Map.of()).text()).contains("已公布");
  }

  private static String terms(String task) {
    return pageOf(task) + "/draw?members=2&seat1=unit%3A大队&alternates=5&cap=20";
  }

  private String frozen(String number) {
    publishedPlan();
    String task = task(number);
    programme(task);
    Document page = COORDINATOR.does(terms(task), "/draw/freeze", Map.of());
    assertThat(page.text()).contains("名单已锁定", "34 户", "可抽 33 户");
    return "130534-" + task + "-1";
  }

  private static void name(String drawId, String name, String kind, String account) {
    COORDINATOR.does(
        pageOfDraw(drawId), "/witnesses", Map.of("name", name, "kind", kind, "account", account));
  }

  private static void deposited(String drawId) {
    as("supervisor").body(Map.of("publicKey", KEY)).post("/api/v1/supervisor-keys");
    COORDINATOR.does(
        pageOfDraw(drawId),
        "/deposit",
        Map.of(
            "operatorCommitment",
            Hashes.ofSecret(Office.SECRET),
            "sealed",
            Base64.getEncoder().encodeToString(new byte[112]),
            "key",
            KEY,
            "receiptHash",
            Hashes.ofReceipt(RECEIPT)));
    Browser.of("supervisor")
        .does(
            pageOfDraw(drawId),
            "/deposit-confirmation",
            Map.of("openedCommitment", Hashes.ofSecret(Office.SECRET), "receipt", RECEIPT));
  }

  private String executeBy() {
    return LocalDateTime.now(BEIJING)
        .plusDays(1)
        .truncatedTo(ChronoUnit.MINUTES)
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  private String committed(String number) {
    String drawId = frozen(number);
    name(drawId, Office.A.by(), "DISCIPLINE_INSPECTION", "witness-1");
    String link = handedOut(drawId, Office.B.by());
    AGREEING.does(pageOfDraw(drawId), "/terms-approval", Map.of());
    Browser.of("witness-1")
        .does(witnessing(drawId), "/promises", Map.of("commitment", Office.A.commitment()));
    Browser.stranger()
        .does(
            witnessing(drawId),
            "/code-promises",
            Map.of("by", Office.B.by(), "code", link, "commitment", Office.B.commitment()));
    promisedOnceMore(drawId);
    deposited(drawId);
    assertThat(COORDINATOR.page(pageOfDraw(drawId)).select("[data-keeper=committing]")).hasSize(1);
    Document page =
        COORDINATOR.does(pageOfDraw(drawId), "/commitment", Map.of("executeBy", executeBy()));
    assertThat(page.text()).contains("承诺值已公布");
    code = link;
    return drawId;
  }

  /** A witness lost his number while nothing is public: two release him, and he promises anew. */
  private static void promisedOnceMore(String drawId) {
    Browser witness = Browser.of("witness-1");
    Document waits = witness.page(witnessing(drawId));
    assertThat(waits.select("#lost option").eachAttr("data-commitment"))
        .containsExactly(Office.A.commitment());
    assertThat(waits.text()).contains("承诺值公布以前可以解除指定");
    Map<String, Object> why = Map.of("reason", SCRIPT);
    Document page = COORDINATOR.does(pageOfDraw(drawId), "/witness-releases", why);
    assertThat(page.text()).contains("申请解除指定：" + SCRIPT);
    assertThat(page.select("main script:not([src])")).isEmpty();
    assertThat(COORDINATOR.page(pageOfDraw(drawId)).select("form[action$=release-approvals]"))
        .isEmpty();
    Map<String, Object> found = Map.of("reason", "记下的数已经找到");
    page = COORDINATOR.does(pageOfDraw(drawId), "/witness-release-withdrawals", found);
    assertThat(page.text()).contains("撤回解除指定“" + Office.A.by() + "”的申请，其承诺不变");
    COORDINATOR.does(pageOfDraw(drawId), "/witness-releases", why);
    page = AGREEING.does(pageOfDraw(drawId), "/witness-release-declines", found);
    assertThat(page.text()).contains("不同意解除指定“" + Office.A.by() + "”，其承诺不变");
    COORDINATOR.does(pageOfDraw(drawId), "/witness-releases", why);
    page = AGREEING.does(pageOfDraw(drawId), "/witness-release-approvals", Map.of());
    assertThat(page.text()).contains("解除指定“" + Office.A.by() + "”，其承诺不再算数");
    assertThat(witness.page(witnessing(drawId)).text()).contains("作出的承诺已经解除", SCRIPT, "不再算数");
    name(drawId, Office.A.by(), "DISCIPLINE_INSPECTION", "witness-1");
    witness.does(witnessing(drawId), "/promises", Map.of("commitment", Office.A.commitment()));
  }

  private String code = "";

  /** The code an approver is told, once. */
  private static String handedOut(String drawId, String name) {
    String page = pageOfDraw(drawId) + "/witness-codes";
    var form = Browser.form(APPROVER.page(page), "/witness-codes");
    Map<String, Object> asked = Map.of("name", name, "kind", "ENTERPRISE");
    Response told = APPROVER.send(form, asked);
    assertThat(told.statusCode()).isEqualTo(200);
    // Loaded anew, the page sends its form again: no other code takes the place of the one told.
    assertThat(APPROVER.send(form, asked).statusCode()).isEqualTo(303);
    String code = org.jsoup.Jsoup.parse(told.asString()).selectFirst("code.told").text();
    assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
    assertThat(APPROVER.page(page).text()).doesNotContain(code);
    return code;
  }

  private void revealed(String drawId) {
    reveal(drawId, Browser.of("witness-1"), "/contributions", Office.A.nonce(), Office.A.value());
    Map<String, Object> byCode =
        Map.of("by", Office.B.by(), "code", code, "nonce", Office.B.nonce(), "value", "");
    Document page = Browser.stranger().page(witnessing(drawId));
    assertThat(
            Browser.stranger().send(Browser.form(page, "/code-contributions"), byCode).statusCode())
        .isEqualTo(303);
  }

  private static void reveal(
      String drawId, Browser witness, String action, String nonce, String value) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !witness.page(witnessing(drawId)).select("[name=nonce]").isEmpty());
    witness.does(witnessing(drawId), action, Map.of("nonce", nonce, "value", value));
  }

  @Test
  void a_task_goes_from_its_programme_to_its_list_by_forms_alone() {
    String drawId = committed("001");
    askedBeforeAnybodyIsDrawn(drawId);
    Document waiting = COORDINATOR.page(pageOfDraw(drawId));
    assertThat(waiting.text()).contains("“纪检监察室”公布数值", "“企业代表”公布数值");
    revealed(drawId);

    Document drawn =
        COORDINATOR.does(pageOfDraw(drawId), "/execution", Map.of("operatorSecret", Office.SECRET));

    assertThat(drawn.text()).contains("已抽取", "抽中的检查对象和检查组", "审批人于");
    assertThat(drawn.select("td.lead .fact")).hasSize(4);
    given().get("/api/v1/draws/" + drawId + "/bundle").then().statusCode(200);
    whyAndEnglish(drawId, drawn);
    toldAsAStory(drawId);
    replaced(drawId, drawn);
  }

  private static void askedBeforeAnybodyIsDrawn(String drawId) {
    String why = pageOfDraw(drawId) + "/explain?subject=";
    assertThat(COORDINATOR.page(why + "S01").text()).contains("在名单内，可以抽取");
    assertThat(COORDINATOR.page(why + "NOBODY-1").text()).contains("里没有代码“NOBODY-1”", "可能代码有误");
    assertThat(COORDINATOR.page(why + "某某公司").select(".fault").text()).contains("锁定的名单里没有这个名称");
    assertThat(COORDINATOR.page(why + "S01").select("main h2").text()).contains("企业1", "S01");
    String officer = pageOfDraw(drawId) + "/explain?inspector=";
    assertThat(COORDINATOR.page(officer + "查无此人").select(".fault").text()).contains("没有这个姓名");
    assertThat(COORDINATOR.page(officer + "I1").select("main h2").text()).contains("I1");
    Document several = COORDINATOR.page(why + "企业1");
    assertThat(several.select("main ul a").eachText()).contains("企业1", "企业10");
    assertThat(COORDINATOR.page(several.select("main ul a").first().attr("href")).text())
        .contains("在名单内，可以抽取");
    assertThat(COORDINATOR.page(why + "企业21").select("main h2").text()).contains("S21");
  }

  /** From the frozen list to the drawn one, by whom, with the entry anybody can look up. */
  private static void toldAsAStory(String drawId) {
    Browser auditor = Browser.of("auditor");
    Document story = auditor.page(pageOfDraw(drawId) + "/story");
    List<String> facts = story.select(".timeline .fact").eachText();
    assertThat(facts.getFirst()).isEqualTo("锁定第 1 轮名单");
    assertThat(facts).anyMatch(fact -> fact.startsWith("抽取 "));
    assertThat(facts.indexOf("同意抽取条件")).isPositive();
    assertThat(story.select(".timeline").text()).contains("抽取规程 double-random/1 第 6 节");
    Element entry = story.selectFirst(".timeline a[href*=inclusion]");
    assertThat(entry).isNotNull();
    given().basePath("").get(entry.attr("href")).then().statusCode(200);
    assertThat(auditor.english().page(pageOfDraw(drawId) + "/story").text())
        .contains("The list of round 1 was frozen", "protocol double-random/1, section 6")
        .doesNotContain("锁定");
    assertThat(Browser.of("supervisor").page("/draw/ui/deviations").text()).contains("偏离登记");
    assertThat(auditor.english().page("/draw/ui/deviations").text()).contains("Deviations");
  }

  private static void whyAndEnglish(String drawId, Document drawn) {
    String subject = drawn.select("td.lead code").first().text();
    Document why = COORDINATOR.page(pageOfDraw(drawId) + "/explain?subject=" + subject);
    assertThat(why.text()).contains("被抽中", "票号排第");
    assertThat(COORDINATOR.page(pageOfDraw(drawId) + "/explain?inspector=I0").text())
        .contains("本次安排");
    Document english = COORDINATOR.english().page(pageOfDraw(drawId));
    assertThat(english.text()).contains("Drawn subjects and their teams", "List and terms");
    assertThat(english.select("h1, h2, th, button, summary").text())
        .doesNotContainPattern("[抽查名单]");
    assertThat(
            COORDINATOR.english().page(pageOfDraw(drawId) + "/explain?subject=" + subject).text())
        .contains("its ticket is number");
    Document wall = Browser.stranger().page(pageOfDraw(drawId) + "/wall");
    assertThat(wall.text()).contains("随机种子");
    assertThat(wall.select("script").attr("src")).matches("/draw/ui/scripts/wall-[0-9a-f]{12}.mjs");
    given().basePath("").get(wall.select("script").attr("src")).then().statusCode(200);
    assertThat(COORDINATOR.page("/draw/ui/draws").text())
        .contains(drawId)
        .doesNotContainPattern("\\dT\\d\\d:");
  }

  private static void replaced(String drawId, Document drawn) {
    String subject = drawn.select("td.lead code").first().text();
    String page = pageOfDraw(drawId) + "/replacements";
    Map<String, Object> asked = new HashMap<>(Map.of("subject", subject, "reason", "已经注销"));
    Response bare = COORDINATOR.send(Browser.form(COORDINATOR.page(page), "/replacements"), asked);
    assertThat(Browser.told(bare)).contains("证据");
    asked.put("evidence", "登记机关注销通知");

    Document waiting = COORDINATOR.does(page, "/replacements", asked);

    assertThat(waiting.text())
        .contains("等待另一人决定", "登记机关注销通知", "名录今天登记为存续")
        .doesNotContain("已经决定的更换");
    assertThat(waiting.select("td.lead").first().text()).isEqualTo(named(subject) + " " + subject);
    assertThat(waiting.select("select[name=subject] option").eachText())
        .contains(named(subject) + " " + subject + " · 名录今天：存续");
    Document declined =
        APPROVER.does(
            page + "?decline=" + subject, "/replacement-declines", Map.of("reason", SCRIPT));
    assertThat(declined.text()).contains("没有等待决定的更换", "已经决定的更换", "没有更换", SCRIPT);
    assertThat(COORDINATOR.english().page(page).text())
        .contains("Decided already", "not replaced", "register today: active")
        .doesNotContain("ACTIVE");
    Document story = APPROVER.page(pageOfDraw(drawId));
    assertThat(story.select(".timeline").text()).contains(SCRIPT);
    assertThat(story.select(".timeline script")).isEmpty();
  }

  /** As the register of these tests calls its firms. */
  private static String named(String subject) {
    return "企业" + Integer.parseInt(subject.substring(1));
  }

  @Test
  void nothing_is_revealed_before_its_time_and_nobody_does_anothers_part() {
    String drawId = frozen("002");
    name(drawId, Office.A.by(), "DISCIPLINE_INSPECTION", "witness-1");
    Browser witness = Browser.of("witness-1");
    Map<String, List<String>> early =
        Map.of(
            "_key", List.of("early-reveal"),
            "by", List.of(Office.A.by()),
            "nonce", List.of(Office.A.nonce()),
            "value", List.of(Office.A.value()));

    Response revealed = witness.send(witnessing(drawId) + "/contributions", early);

    assertThat(revealed.statusCode()).isEqualTo(409);
    assertThat(Browser.told(revealed)).contains("尚未作出承诺");
    assertThat(witness.page(witnessing(drawId)).select("[name=value]")).isEmpty();
    assertThat(COORDINATOR.send(witnessing(drawId) + "/contributions", early).statusCode())
        .isEqualTo(403);
    assertThat(COORDINATOR.send(witnessing(drawId) + "/promises", early).statusCode())
        .isEqualTo(403);
    // Who named the witnesses cannot agree to the terms, and is not even asked.
    assertThat(COORDINATOR.page(pageOfDraw(drawId)).select("form[action$=terms-approval]"))
        .isEmpty();
    assertThat(COORDINATOR.send(pageOfDraw(drawId) + "/terms-approval", Map.of()).statusCode())
        .isEqualTo(403);
    onePersonIsNotTwo(drawId);
  }

  /** Who handed out a code, and so could be the witness, agrees to nothing. */
  private static void onePersonIsNotTwo(String drawId) {
    Browser both = Browser.of("approver-2");
    Response named =
        COORDINATOR.send(
            Browser.form(COORDINATOR.page(pageOfDraw(drawId)), "/witnesses"),
            Map.of("name", "甲", "kind", "PUBLIC", "account", "coordinator"));
    assertThat(named.statusCode()).isEqualTo(403);
    Document again = org.jsoup.Jsoup.parse(named.asString());
    assertThat(again.select(".refusal").text()).contains("不能作见证人");
    assertThat(again.select("input[name=account]").attr("value")).isEqualTo("coordinator");
    both.does(pageOfDraw(drawId) + "/void", "/void", Map.of("reason", "看错了期限"));
    both.does(pageOfDraw(drawId) + "/void", "/void/withdrawal", Map.of("reason", "期限没有过"));
    both.does(pageOfDraw(drawId) + "/void", "/void", Map.of("reason", "看错了期限"));
    assertThat(AGREEING.page(pageOfDraw(drawId) + "/void").select("form[action$=/withdrawal]"))
        .isEmpty();
    Document declined =
        AGREEING.does(pageOfDraw(drawId) + "/void", "/void/decline", Map.of("reason", "期限没有过"));
    assertThat(declined.text()).contains("撤回了作废，抽取不变", "不同意作废，抽取不变");
    both.does(pageOfDraw(drawId) + "/void", "/void", Map.of("reason", SCRIPT));
    Document waits = both.page(pageOfDraw(drawId) + "/void");
    assertThat(waits.text()).contains(SCRIPT, "不同的领导");
    assertThat(waits.select("main script")).isEmpty();
    Document gone =
        AGREEING.does(pageOfDraw(drawId) + "/void", "/void", Map.of("reason", "见证人未到场"));
    assertThat(gone.text()).contains("已作废");
    await()
        .untilAsserted(() ->
            assertThat(Browser.stranger().page(pageOfDraw(drawId) + "/wall").text())
                .contains("本轮已作废"));
  }

  @Test
  void a_form_sent_twice_is_one_request_and_of_two_tabs_the_later_is_told() {
    String drawId = frozen("003");
    Element tab = Browser.form(COORDINATOR.page(pageOfDraw(drawId)), "/witnesses");
    Map<String, Object> first =
        Map.of("name", "企业代表", "kind", "ENTERPRISE", "account", "witness-2");
    Element other = Browser.form(COORDINATOR.page(pageOfDraw(drawId)), "/witnesses");

    Response once = COORDINATOR.send(tab, first);
    Response twice = COORDINATOR.send(tab, first);
    Response late =
        COORDINATOR.send(other, Map.of("name", "公众代表", "kind", "PUBLIC", "account", "witness-3"));

    assertThat(once.statusCode()).isEqualTo(303);
    assertThat(twice.header("Location")).isEqualTo(once.header("Location"));
    assertThat(late.statusCode()).isEqualTo(412);
    Document told = org.jsoup.Jsoup.parse(late.asString());
    assertThat(told.select("input[name=account]").attr("value")).isEqualTo("witness-3");
    assertThat(COORDINATOR.send(Browser.form(told, "/witnesses"), Map.of()).statusCode())
        .isEqualTo(303);
    whoMayNotIsTold(drawId);
  }

  private static void whoMayNotIsTold(String drawId) {
    Response witness = Browser.of("witness-1").open(pageOfDraw(drawId));
    assertThat(witness.statusCode()).isEqualTo(403);
    assertThat(witness.asString()).contains("统筹人员");
    Response door = Browser.stranger().open(pageOfDraw(drawId));
    assertThat(door.statusCode()).isEqualTo(303);
    assertThat(door.header("Location")).startsWith("/signin?to=");
  }

  @Test
  void a_programme_is_agreed_to_by_another_and_terms_are_tried_before_they_are_frozen() {
    publishedPlan();
    String task = task("004");
    Response empty =
        COORDINATOR.send(
            Browser.form(COORDINATOR.page(pageOf(task)), "/programme"),
            Map.of("title", "", "teams", "很多", "training", "", "method", "", "contact", ""));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(Browser.told(empty)).contains("没有提交");
    assertThat(org.jsoup.Jsoup.parse(empty.asString()).select("input[name=teams]").attr("value"))
        .isEqualTo("很多");
    Document tried = COORDINATOR.page(terms(task));
    assertThat(tried.text()).contains("预览结果", "检查组能够配齐", "现在不能锁定");
    Document lacking =
        COORDINATOR.page(pageOf(task) + "/draw?members=3&seat1=unit%3A大队&alternates=1&cap=1");
    assertThat(lacking.text()).contains("检查组配不齐");
    Document unread = COORDINATOR.page(pageOf(task) + "/draw?alternates=viele&cap=20");
    assertThat(unread.select(".refusal").text()).contains("应为整数");
    excluded(task);
    returned(task);
  }

  private void returned(String task) {
    COORDINATOR.does(pageOf(task), "/programme", programme());
    Response wordless =
        APPROVER.send(
            Browser.form(APPROVER.page(pageOf(task)), "/programme/return"), Map.of("reason", ""));
    assertThat(wordless.statusCode()).isEqualTo(400);
    Document back =
        APPROVER.does(pageOf(task), "/programme/return", Map.of("reason", "检查日期与第二期重叠"));
    assertThat(back.text()).contains("已退回", "示例局长一（approver） 退回：检查日期与第二期重叠");
    assertThat(back.select("form[action$=/approval]")).isEmpty();
    Document own = COORDINATOR.page(pageOf(task));
    assertThat(own.text()).contains("检查日期与第二期重叠");
    assertThat(COORDINATOR.does(pageOf(task), "/programme", programme()).text())
        .contains("待批准")
        .doesNotContain("退回：");
  }

  private static void excluded(String task) {
    Map<String, Object> wanted =
        Map.of("subject", "S09", "code", "OTHER", "reason", "正由执法大队调查", "evidence", "清交立〔2023〕7号");
    Document asked = COORDINATOR.does(pageOf(task) + "/draw", "/exclusions", wanted);
    assertThat(asked.text()).contains("企业9 S09", "等待另一人同意");
    assertThat(asked.select("form[action$=/decline]")).as("not by who asked").isEmpty();
    Response wordless =
        COORDINATOR.send(
            Browser.form(COORDINATOR.page(pageOf(task) + "/draw"), "/withdrawal"),
            Map.of("reason", ""));
    assertThat(wordless.statusCode()).isEqualTo(400);
    Document back =
        COORDINATOR.does(pageOf(task) + "/draw", "/withdrawal", Map.of("reason", "文号写错了"));
    assertThat(back.text()).contains("没有人工排除", "撤回：文号写错了").doesNotContain("等待另一人同意");
    COORDINATOR.does(pageOf(task) + "/draw", "/exclusions", wanted);
    assertThat(APPROVER.page(pageOf(task) + "/draw").select("form[action$=/withdrawal]")).isEmpty();
    Document declined =
        APPROVER.does(pageOf(task) + "/draw", "/decline", Map.of("reason", "调查已经结束"));
    assertThat(declined.text()).contains("示例局长一（approver） 不同意：调查已经结束");
    assertThat(COORDINATOR.page(pageOf(task) + "/draw").text()).contains("不同意：调查已经结束");
    COORDINATOR.does(pageOf(task) + "/draw", "/exclusions", wanted);
    assertThat(APPROVER.does(pageOf(task) + "/draw", "/approval", Map.of()).text())
        .contains("示例局长一（approver） 已同意");
  }

  @Test
  void a_wall_hears_the_state_and_then_a_beat() throws Exception {
    String drawId = frozen("005");
    URI events =
        URI.create(
            "http://localhost:"
                + io.restassured.RestAssured.port
                + pageOfDraw(drawId)
                + "/wall/events");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<java.io.InputStream> answer =
          client.send(
              HttpRequest.newBuilder(events).header("Accept", "text/event-stream").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (var lines =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(
                  answer.body(), java.nio.charset.StandardCharsets.UTF_8))) {
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> kinds =
            lines.lines().filter(line -> line.startsWith("event:")).limit(2).toList();
        assertThat(kinds.getFirst()).contains("state");
        assertThat(kinds.getLast()).contains("beat");
      }
    }
  }
}
