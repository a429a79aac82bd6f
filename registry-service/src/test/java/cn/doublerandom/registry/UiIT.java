package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Officers read and change the register at the desk, by the same rules as programs. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class UiIT {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_as|_key|_version)\" value=\"([^\"]+)\"");

  private static RequestSpecification reads(String role) {
    return as(role).accept("text/html").redirects().follow(false);
  }

  private static void registered(int number, String label) {
    List<String> cells = firm(number);
    cells.set(3, label);
    cells.set(5, "存续");
    opened(csv(String.join(",", cells)));
    await()
        .untilAsserted(() ->
            reads("registrar")
                .get("/ui/subjects?search=" + creditCode(number))
                .then()
                .body(containsString("/ui/subjects/" + creditCode(number))));
  }

  private static String page(int number) {
    return "/ui/subjects/" + creditCode(number);
  }

  private static Map<String, String> hidden(int number) {
    return fields(reads("registrar").get(page(number)).then().statusCode(200).extract().asString());
  }

  private static Map<String, String> fields(String html) {
    var fields = new java.util.HashMap<String, String>();
    for (Matcher m = HIDDEN.matcher(html); m.find(); ) {
      fields.put(m.group(1), m.group(2));
    }
    assertThat(fields).containsKeys("_key", "_version");
    return fields;
  }

  private static Response send(int number, Map<String, String> hidden, Map<String, String> typed) {
    return send(reads("registrar"), number, hidden, typed);
  }

  /** Another registrar, signed in where the first one was. */
  private static RequestSpecification second() {
    return given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .header(
            "Authorization",
            TestStack.bearer(new User("registrar-2", List.of("registrar"), "法制安全科")));
  }

  private static Response send(
      RequestSpecification as, int number, Map<String, String> hidden, Map<String, String> typed) {
    return as.contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(hidden)
        .formParams(typed)
        .post(page(number) + "/status");
  }

  private static Map<String, String> suspended(String reason) {
    return Map.of("status", "SUSPENDED", "reason", reason, "effective", "2020-07-01");
  }

  @Test
  void a_list_is_narrowed_by_what_stands_in_its_address() {
    registered(871_001, "桌面甲");
    registered(871_002, "桌面甲");

    ValidatableResponse both =
        reads("coordinator").get("/ui/subjects?label=桌面甲&kind=&status=ACTIVE").then();

    both.statusCode(200)
        .body(containsString("符合 2 条，显示 1–2"))
        .body(containsString(creditCode(871_001)))
        .body(containsString("value=\"桌面甲\""));
    reads("coordinator")
        .get("/ui/subjects?label=桌面甲&status=CANCELLED")
        .then()
        .body(containsString("没有符合条件的检查对象"));
    reads("coordinator")
        .get("/ui/subjects?label=桌面甲&sort=-code")
        .then()
        .body(containsString("aria-sort=\"descending\""));
    reads("coordinator")
        .get("/ui/subjects?label=桌面甲&sort=age&column=AGE")
        .then()
        .body(containsString("地址里的“age”本页没有这一项"))
        .body(containsString("请从列表中选择"));
    reads("coordinator")
        .get("/ui/subjects?asOf=2023-13-01&kind=FIRM")
        .then()
        .statusCode(200)
        .body(containsString("不是日期"))
        .body(containsString("请从列表中选择"));
  }

  @Test
  void an_english_reader_reads_english() {
    reads("coordinator")
        .header("Accept-Language", "en")
        .get("/ui/subjects?label=nobody")
        .then()
        .statusCode(200)
        .body(containsString("No subject is as asked for"))
        .body(containsString("Sign out"))
        .body(not(containsString("查询")));
  }

  @Test
  void a_change_of_status_is_asked_for_at_the_desk_and_seen_at_once() {
    registered(871_011, "桌面乙");
    Map<String, String> hidden = hidden(871_011);

    Response sent = send(871_011, hidden, suspended("企业申请停业"));

    sent.then()
        .statusCode(303)
        .header("Location", startsWith("/registry" + page(871_011) + "?seen=subject-"));
    String there = sent.header("Location").substring("/registry".length());
    reads("registrar")
        .urlEncodingEnabled(false)
        .get(there)
        .then()
        .statusCode(200)
        .body(containsString("等待批准"))
        .body(containsString("原因：企业申请停业"));
    as("registrar")
        .get("/api/v1/subjects/" + creditCode(871_011))
        .then()
        .body("waiting.from", equalTo("2020-07-01"));
  }

  /** The windows of one browser share its session: the second sign-in is the first window's too. */
  @Test
  void a_form_that_another_account_opened_does_nothing_and_asks_who_is_meant() {
    registered(871_015, "桌面己");
    Map<String, String> opened = hidden(871_015);

    Response sent = send(second(), 871_015, opened, suspended("换了账号"));

    sent.then()
        .statusCode(409)
        .body(containsString("这张表是以另一个账号、单位或代理身份打开的"))
        .body(containsString("换了账号"));
    as("registrar")
        .get("/api/v1/subjects/" + creditCode(871_015))
        .then()
        .body("waiting", org.hamcrest.Matchers.nullValue());
    send(second(), 871_015, fields(sent.asString()), suspended("换了账号")).then().statusCode(303);
  }

  @Test
  void a_form_sent_twice_is_one_request() {
    registered(871_021, "桌面丙");
    Map<String, String> hidden = hidden(871_021);

    String first = send(871_021, hidden, suspended("一次")).header("Location");
    Response second = send(871_021, hidden, suspended("一次"));

    second.then().statusCode(303).header("Location", equalTo(first));
  }

  @Test
  void what_is_refused_is_told_beside_its_field_and_what_was_typed_stays() {
    registered(871_031, "桌面丁");

    Response refused =
        send(
            871_031,
            hidden(871_031),
            Map.of("status", "ASLEEP", "reason", "很长的原因", "effective", "2023-02-30"));

    refused
        .then()
        .statusCode(400)
        .body(containsString("href=\"#f-status\""))
        .body(containsString("应为下列之一"))
        .body(containsString("应为日期"))
        .body(containsString("很长的原因"))
        .body(containsString("aria-invalid=\"true\""));
    send(871_031, hidden(871_031), Map.of("status", "SUSPENDED"))
        .then()
        .statusCode(400)
        .body(allOf(containsString("href=\"#f-reason\""), containsString("#f-effective")));
  }

  @Test
  void what_a_rule_refuses_is_told_in_the_words_of_programs() {
    registered(871_041, "桌面戊");
    Map<String, String> hidden = hidden(871_041);

    send(871_041, hidden, Map.of("status", "ACTIVE", "reason", "无变化", "effective", "2020-07-01"))
        .then()
        .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400))
        .body(containsString("class=\"refusal\""))
        .body(containsString("无变化"));
  }

  @Test
  void who_writes_over_anothers_change_is_told_and_keeps_what_he_typed() {
    registered(871_051, "桌面己");
    Map<String, String> early = hidden(871_051);
    String code = creditCode(871_051);
    send(871_051, hidden(871_051), suspended("先到")).then().statusCode(303);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "撤回"))
        .post("/api/v1/subjects/" + code + "/status/withdrawal")
        .then()
        .statusCode(200);

    Response late = send(871_051, early, suspended("后到"));

    late.then()
        .statusCode(412)
        .body(containsString("数据已被他人修改"))
        .body(containsString("后到"))
        .body(containsString("name=\"_version\" value=\"3\""));
  }

  @Test
  void who_is_not_signed_in_is_sent_to_the_door_and_comes_back() {
    given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .get("/ui/subjects?kind=VEHICLE")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/signin?to=%2Fregistry%2Fui%2Fsubjects%3Fkind%3DVEHICLE"));
    given().accept("*/*").get("/ui/subjects").then().statusCode(401);
  }

  @Test
  void who_sends_a_form_after_his_session_ended_is_told_that_it_was_not_done_and_what_to_do() {
    given()
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("reason", "企业申请停业")
        .post("/ui/subjects/" + creditCode(871_011) + "/status")
        .then()
        .statusCode(401)
        .body(containsString("登录已结束，刚才的内容没有办理"))
        .body(containsString("/signin?to=%2Fdesk"))
        .body(not(containsString("公示首页")));
  }

  @Test
  void what_is_not_there_is_told_in_the_frame_of_who_is_signed_in_with_what_to_do_next() {
    reads("registrar")
        .get("/ui/subjects/" + creditCode(871_999))
        .then()
        .statusCode(404)
        .body(containsString("class=\"console"))
        .body(containsString("请从列表找起"))
        .body(containsString("href=\"/registry/ui/subjects\""))
        .body(not(containsString("公示首页")));
    reads("registrar")
        .get("/ui/nothing-here")
        .then()
        .statusCode(404)
        .body(containsString("class=\"console"));
    reads("registrar")
        .header("Accept-Language", "en")
        .get("/ui/subjects/" + creditCode(871_999))
        .then()
        .body(containsString("Look for it in the list"));
  }

  @Test
  void a_legal_reviewer_reads_items_and_rule_packs_and_changes_none() {
    reads("legal-reviewer")
        .get("/ui/items")
        .then()
        .statusCode(200)
        .body(containsString("/registry/ui/rule-packs"));
    reads("legal-reviewer").get("/ui/rule-packs").then().statusCode(200);
    reads("legal-reviewer").get("/ui/subjects").then().statusCode(403);
  }

  @Test
  void who_may_not_is_told_who_may() {
    reads("inspector")
        .get("/ui/subjects")
        .then()
        .statusCode(403)
        .body(containsString("名录管理人员"))
        .body(containsString("执法检查人员"));
    reads("coordinator")
        .contentType("application/x-www-form-urlencoded")
        .body("status=ACTIVE")
        .post("/ui/subjects/X/status")
        .then()
        .statusCode(403)
        .body(containsString("名录管理人员"));
  }

  @Test
  void a_register_that_is_empty_on_a_day_says_so() {
    reads("coordinator").get("/ui/subjects?asOf=1900-01-01").then().statusCode(200);
  }

  @Test
  void a_menu_shows_what_the_role_may_do() {
    reads("coordinator").get("/ui/subjects").then().body(containsString("aria-current=\"page\""));
  }

  @Test
  void programs_narrow_the_list_as_the_page_does() {
    registered(871_061, "桌面庚");
    registered(871_062, "桌面庚");

    as("auditor")
        .get("/api/v1/subjects?label=桌面庚&status=ACTIVE&kind=ENTERPRISE&limit=1")
        .then()
        .statusCode(200)
        .body("items.id", contains(creditCode(871_061)))
        .body("next", notNullValue());
    as("auditor").get("/api/v1/subjects?label=桌面庚&status=CANCELLED").then().body("items", empty());
    as("auditor").get("/api/v1/subjects?region=1305x").then().statusCode(400);
    as("auditor").get("/api/v1/subjects?kind=FIRM").then().statusCode(400);
  }

  @Test
  void columns_are_chosen_in_the_address_and_kept_from_page_to_page() {
    registered(871_071, "桌面辛");

    Document usual = DeskForms.page("auditor", "/ui/subjects?label=桌面辛");
    Document chosen =
        DeskForms.page("auditor", "/ui/subjects?label=桌面辛&column=ADDRESS&column=CODE");

    assertThat(usual.select("thead th")).hasSize(7);
    assertThat(chosen.select("thead th").eachText()).hasSize(4).contains("住所").doesNotContain("类型");
    assertThat(chosen.selectFirst("a.sort").attr("href")).contains("column=CODE");
    assertThat(usual.select("td.pick")).isEmpty();
  }

  @Test
  void labels_of_many_are_asked_for_at_once_and_agreed_to_as_a_batch() {
    registered(871_081, "桌面壬");
    registered(871_082, "桌面壬");
    Document list = DeskForms.page("registrar", "/ui/subjects?label=桌面壬");
    Element form = list.selectFirst("form#bulk");
    assertThat(list.select("td.pick input").eachAttr("value"))
        .containsExactly(creditCode(871_081), creditCode(871_082));

    Document none =
        DeskForms.page(DeskForms.send("registrar", form, Map.of("add", "重点", "reason", "名单")), 400);
    assertThat(none.select(".refusal").text()).contains("请先在表中勾选");
    assertThat(none.select("tbody tr")).hasSize(2);
    Document nothing =
        DeskForms.page(
            DeskForms.send("registrar", form, Map.of("ids", creditCode(871_081), "reason", "名单")),
            400);
    assertThat(nothing.select(".field .fault").text()).contains("请写明要增加或要去掉的监管标签");
    assertThat(nothing.select("td.pick input[checked]")).hasSize(1);

    Response sent =
        reads("registrar")
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParams(DeskForms.filled(form))
            .formParam("ids", creditCode(871_081), creditCode(871_082))
            .formParam("add", "重点、两客一危")
            .formParam("remove", "桌面壬")
            .formParam("reason", "2023年名单")
            .post("/ui/subjects?label=桌面壬");
    Document batch = DeskForms.after("registrar", sent);
    assertThat(batch.text()).contains("增加监管标签“重点”");
    String address = sent.header("Location").replaceAll("\\?.*", "");
    Document asked = DeskForms.page("approver", address);
    DeskForms.after(
        "approver", DeskForms.send("approver", DeskForms.form(asked, "/approval"), Map.of()));
    // Who comes to it later reads that it was decided, and not that there is no such page.
    await()
        .untilAsserted(() ->
            assertThat(
                    DeskForms.page(
                            DeskForms.reads("approver").get(address.replace("/registry", "")), 404)
                        .text())
                .contains("没有等待决定的申请"));
    as("registrar")
        .get("/api/v1/subjects/" + creditCode(871_082))
        .then()
        .body("labels", contains("两客一危", "重点"));
  }

  @Test
  void one_that_refuses_refuses_the_labels_of_all_and_is_named() {
    registered(871_091, "桌面癸");
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "ids", List.of(creditCode(871_091), "NOBODY"),
                "add", List.of("重点"),
                "remove", List.of(),
                "reason", "名单"))
        .post("/api/v1/subjects/labels")
        .then()
        .statusCode(404)
        .body("errors[0].text", startsWith("NOBODY："));
    as("coordinator")
        .contentType("application/json")
        .body(Map.of())
        .post("/api/v1/subjects/labels")
        .then()
        .statusCode(403);
  }

  private static void asksMerge(Document entry) {
    DeskForms.after(
        "registrar",
        DeskForms.send(
            "registrar",
            DeskForms.form(entry, "/merge"),
            Map.of("into", creditCode(871_102), "reason", "重复登记")));
  }

  private static void mergeEnds(String account, String request, String how) {
    DeskForms.after(
        account,
        DeskForms.send(
            account,
            DeskForms.form(DeskForms.page(account, request), how),
            Map.of("reason", "登记的是两家企业")));
  }

  @Test
  void a_duplicate_is_merged_at_the_desk_and_the_merge_is_taken_back() {
    registered(871_101, "合并");
    registered(871_102, "合并");
    Document entry = DeskForms.page("registrar", page(871_101));
    Document unknown =
        DeskForms.page(
            DeskForms.send(
                "registrar", DeskForms.form(entry, "/merge"), Map.of("into", "", "reason", "重复登记")),
            400);
    assertThat(unknown.select("a[href=#m-into]")).hasSize(1);
    assertThat(unknown.select("#m-reason").text()).isEqualTo("重复登记");

    Document waits =
        DeskForms.after(
            "registrar",
            DeskForms.send(
                "registrar",
                DeskForms.form(entry, "/merge"),
                Map.of("into", creditCode(871_102), "reason", "重复登记")));
    assertThat(waits.text()).contains("申请并入 " + creditCode(871_102));
    assertThat(waits.select("form[action$=/merge]")).isEmpty();
    String request = waits.selectFirst(".told a[href*=/merges/]").attr("href");
    mergeEnds("registrar", request, "/withdrawal");
    Document again = DeskForms.page("registrar", page(871_101));
    assertThat(again.text()).contains("撤回所申请的合并或撤回合并", "登记的是两家企业");
    asksMerge(again);
    mergeEnds("approver", request, "/decline");
    Document declined = DeskForms.page("registrar", page(871_101));
    assertThat(declined.text()).contains("不予批准所申请的合并或撤回合并");
    asksMerge(declined);
    DeskForms.after(
        "approver",
        DeskForms.send(
            "approver",
            DeskForms.form(DeskForms.page("approver", request), "/approval"),
            Map.of()));
    Document merged = DeskForms.page("registrar", page(871_101));
    assertThat(merged.text()).contains("本条已并入 " + creditCode(871_102));
    assertThat(
            DeskForms.after(
                    "registrar",
                    DeskForms.send(
                        "registrar",
                        DeskForms.form(merged, "/unmerge"),
                        Map.of("reason", "经核实为两家企业")))
                .text())
        .contains("申请撤回合并，等待批准");
  }
}
