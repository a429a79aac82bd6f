package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.after;
import static cn.doublerandom.registry.DeskForms.form;
import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.reads;
import static cn.doublerandom.registry.DeskForms.send;
import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for a second person, and who inspects, at the desk. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class RegistryPagesIT {
  private static final int FIRST = 7_400_000;
  private static final int PART = 50;

  private static String suspended(int number) {
    opened(csv(String.join(",", firm(number))));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2020-07-01"))
        .post("/api/v1/subjects/" + creditCode(number) + "/status")
        .then()
        .statusCode(200);
    return "/ui/requests/status/" + creditCode(number);
  }

  private static Element line(String role, String address) {
    String link = "a[href$=" + address.substring(address.lastIndexOf('/')) + "]";
    Element[] found = {null};
    await()
        .untilAsserted(() -> {
          found[0] = anywhere(role, "", link);
          assertThat(found[0]).as(address).isNotNull();
        });
    return found[0].closest("tr");
  }

  /** On whichever part of the list: classes before this one leave requests, too. */
  private static @Nullable Element anywhere(String role, String kind, String link) {
    for (int from = 1; ; from += PART) {
      Document list = page(role, "/ui/requests?kind=" + kind + "&from=" + from);
      Element there = list.selectFirst(link);
      Element first = list.selectFirst("td.serial");
      if (there != null || first == null || !first.text().equals(Integer.toString(from))) {
        return there;
      }
    }
  }

  @Test
  void a_request_is_found_in_the_list_and_approved_by_another() {
    String address = suspended(FIRST + 1);
    Element line = line("approver", address);
    assertThat(line.text()).contains("您可以决定").contains("registrar");

    Document request = page("approver", line.selectFirst("a").attr("href"));
    assertThat(request.text()).contains("企业申请停业").contains("登记状态变更为停业");
    assertThat(request.text()).contains("上面写有起始日期的，自该日起生效");
    Document done = after("approver", send("approver", form(request, "/approval"), Map.of()));

    assertThat(done.text()).contains("已决定：已批准。");
    saysNothingToWhoOnlyTypesIt();
    as("registrar")
        .get("/api/v1/subjects/" + creditCode(FIRST + 1))
        .then()
        .body("status", org.hamcrest.Matchers.equalTo("SUSPENDED"));
    page(reads("approver").get(address), 409);
  }

  private static void saysNothingToWhoOnlyTypesIt() {
    for (String typed : List.of("approve", "approve.1700000000." + "0".repeat(32))) {
      assertThat(page("approver", "/ui/requests?done=" + typed).text()).doesNotContain("已决定");
    }
  }

  @Test
  void a_batch_that_is_decided_has_left_the_list_one_is_sent_to_and_nobody_else_is_told_so() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态
            JC7411,端木青云,清河县运管站,0305990751,2099-12-31,,在岗
            JC7412,公孙白露,清河县运管站,0305990752,2099-12-31,,在岗
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    admitted("JC7411", "JC7412");
    opened(csv(String.join(",", firm(FIRST + 51))));
    String table =
        "执法人员编号,检查对象编码,回避原因\nJC7411,%1$s,申报利害关系\nJC7412,%1$s,申报利害关系\n"
            .formatted(creditCode(FIRST + 51));
    String batch =
        as("registrar")
            .contentType("text/csv")
            .body(table.getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/recusals/imports")
            .then()
            .statusCode(200)
            .extract()
            .path("waiting.batch");
    String address = "/ui/requests/batches/recusal/" + batch;
    assertThat(line("approver", address).text()).contains("您可以决定");

    Response sent = send("approver", form(page("approver", address), "/approval"), Map.of());

    assertThat(sent.header("Location")).contains("seen=");
    Document list = after("approver", sent);
    assertThat(list.text()).contains("已决定：已批准。");
    assertThat(list.select("a[href$=" + batch + "]")).isEmpty();
    assertThat(page("auditor", sent.header("Location")).text()).doesNotContain("已决定");
  }

  @Test
  void the_page_of_a_table_holds_what_its_line_says_new_entries_and_changed_ones() {
    opened(csv(String.join(",", firm(FIRST + 61))));
    List<String> renamed = firm(FIRST + 61);
    renamed.set(1, "清河县改名运输有限公司");
    String batch =
        load(
                "",
                "text/csv",
                csv(
                    String.join(",", renamed),
                    String.join(",", firm(FIRST + 62)),
                    String.join(",", firm(FIRST + 63))))
            .statusCode(200)
            .extract()
            .path("waiting.batch");
    String address = "/ui/requests/batches/status/" + batch;

    Element line = line("approver", address);
    assertThat(line.text()).contains("3 项申请（登记状态或名录信息 1 项、新入库 2 户）");
    assertThat(anywhere("approver", "entry", "a[href$=" + batch + "]")).isNotNull();
    Document whole = page("approver", address);
    assertThat(whole.selectFirst("h1").text()).contains("新入库").contains("登记状态或名录信息");
    assertThat(whole.select("tbody tr")).hasSize(3);
    assertThat(form(whole, "/approval").text()).contains("批准全部 3 项");
  }

  @Test
  void who_keeps_the_register_has_names_shown_and_nobody_else_has() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态
            JC7421,澹台明镜,清河县运管站,0305990761,2099-12-31,,在岗
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    String list = "/ui/inspectors?search=JC7421";
    await().untilAsserted(() -> assertThat(page("registrar", list).text()).contains("澹***"));
    Document masked = page("registrar", list);
    assertThat(masked.text()).doesNotContain("明镜").contains("显示姓名");

    Document shown = page("registrar", masked.selectFirst("a[href*=names]").attr("href"));
    assertThat(shown.text()).contains("澹台明镜").contains("已记入审计日志").doesNotContain("0305990761");
    for (String other : List.of("coordinator", "auditor", "supervisor")) {
      assertThat(page(other, list + "&names=shown").text()).contains("澹***").doesNotContain("明镜");
    }
  }

  @Test
  void ones_own_request_can_only_be_withdrawn_and_says_so() {
    String address = suspended(FIRST + 2);
    assertThat(line("registrar", address).text()).contains("您提出的，由他人决定");

    Document own = page("registrar", address);
    assertThat(own.text()).contains("只能撤回");
    assertThat(own.select("form[action$=/approval], form[action$=/decline]")).isEmpty();
    Document silent = page(send("registrar", form(own, "/withdrawal"), Map.of()), 400);
    assertThat(silent.select(".field .fault").text()).isNotEmpty();
    Document done =
        after("registrar", send("registrar", form(own, "/withdrawal"), Map.of("reason", "写错了日期")));
    assertThat(done.text()).contains("已决定：已撤回。");
  }

  @Test
  void who_approves_what_he_asked_for_is_refused_in_words() {
    String code = "JT-" + (FIRST + 3);
    as("registrar")
        .contentType("text/csv")
        .body(
            ("编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\n" + code + ",货运检查,《道路运输条例》第六十三条,一般,县,道路运输,现场检查\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/items/imports")
        .then()
        .statusCode(200);
    mandated();
    as("registrar")
        .contentType("application/json")
        .body(Map.of("unit", "清河县交通运输局"))
        .post("/api/v1/items/" + code + "/claim")
        .then()
        .statusCode(201);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "事权上收"))
        .post("/api/v1/items/" + code + "/release")
        .then()
        .statusCode(200);
    String address = "/ui/requests/releases/" + code;
    Document own = page("registrar", address);
    Element approval = form(page("coordinator", address), "/approval");
    approval.select("input[name=_as]").remove();

    Document refused = page(send("registrar", approval, Map.of()), 403);

    assertThat(own.text()).contains("这是您自己提出的申请");
    assertThat(refused.select(".refusal").text()).contains("申请人以外的人批准");
    after("coordinator", send("coordinator", approval, Map.of()));
  }

  private static void mandated() {
    Response asked =
        as("registrar")
            .contentType("application/json")
            .body(
                """
                {"level":"COUNTY","document":"清办字〔2019〕5号","clauses":[
                  {"number":"第三条","duty":"负责道路运输行业监督管理","fields":["道路运输"]}]}
                """)
            .put("/api/v1/offices/清河县交通运输局/mandate");
    if (asked.statusCode() == 200 && asked.asString().contains("waiting")) {
      as("approver").post("/api/v1/offices/清河县交通运输局/mandate/approval");
    }
  }

  @Test
  void a_request_another_decided_meanwhile_is_told_so() {
    String address = suspended(FIRST + 4);
    Document early = page("approver", address);
    after(
        "approver",
        send("approver", form(page("approver", address), "/decline"), Map.of("reason", "未停业")));

    page(send("approver", form(early, "/approval"), Map.of()), 409);
  }

  @Test
  void an_inspector_is_found_and_it_is_said_why_he_can_be_drawn_and_until_when() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态
            JC7401,欧阳明月,清河县运管站,0305990741,2099-12-31,道路货运,在岗
            JC7402,司马长风,清河县运管站,0305990742,2020-12-31,,在岗
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    admitted("JC7401", "JC7402");
    await()
        .untilAsserted(() ->
            assertThat(page("registrar", "/ui/inspectors?search=欧阳明").select("tbody tr"))
                .hasSize(1));
    assertThat(page("auditor", "/ui/inspectors?search=欧阳明").select("tbody tr")).isEmpty();
    Document unit = page("coordinator", "/ui/inspectors?unit=清河县运管站&standing=NOT_ELIGIBLE");
    assertThat(unit.select("tbody tr")).hasSize(1);
    assertThat(unit.text()).contains("两种执法证均已过期").doesNotContain("司马长风");

    Document one = page("registrar", "/ui/inspectors/JC7401");
    assertThat(one.select("h1").text()).contains("欧阳明月");
    assertThat(one.text()).contains("可以抽取。").contains("执法证有效期至 2099-12-31");
    Document asked =
        after(
            "registrar",
            send(
                "registrar",
                form(one, "/leaves"),
                Map.of("from", "2030-05-02", "until", "2030-05-04", "reason", "年休假")));
    assertThat(asked.text()).contains("2030-05-02 至 2030-05-04 请假");

    Document request = page("approver", "/ui/requests/absences/JC7401");
    after("approver", send("approver", form(request, "/approval"), Map.of()));
    assertThat(page("registrar", "/ui/inspectors/JC7401").text())
        .contains("2030-05-02 至 2030-05-04 请假（年休假），其间不抽取");
    Document wrong =
        page(
            send(
                "registrar",
                form(one, "/leaves"),
                Map.of("from", "2030-13-02", "until", "", "reason", "x")),
            400);
    assertThat(wrong.select(".field .fault")).hasSizeGreaterThanOrEqualTo(2);
    aRecusalIsDeclaredAndWaits("/ui/inspectors/JC7402");
    whoServesIsNotForgotten("/ui/inspectors/JC7401");
  }

  private static void whoServesIsNotForgotten(String inspector) {
    Element form = form(page("registrar", inspector), "/erasure");
    Document refused = page(send("registrar", form, Map.of("reason", "本人申请")), 409);
    assertThat(form(refused, "/erasure").select("[name=reason]").text()).isEqualTo("本人申请");
    assertThat(refused.select(".refusal").text()).isNotEmpty();
    page(send("registrar", form, Map.of()), 400);
    page(send("coordinator", form, Map.of("reason", "本人申请")), 403);
  }

  private static void aRecusalIsDeclaredAndWaits(String inspector) {
    opened(csv(String.join(",", firm(FIRST + 41))));
    Element form = form(page("registrar", inspector), "/recusals");
    Map<String, String> typed =
        Map.of("subject", creditCode(FIRST + 41), "reason", "RELATIVE", "declaredBy", "INSPECTOR");
    Document unknown =
        page(send("registrar", form, Map.of("subject", "NOBODY", "reason", "RELATIVE")), 404);
    assertThat(unknown.select("a[href=#r-subject]")).hasSize(1);
    assertThat(unknown.select("#r-reason option[selected]").attr("value")).isEqualTo("RELATIVE");
    page(send("registrar", form, Map.of("subject", creditCode(FIRST + 41))), 400);
    page(send("coordinator", form, typed), 403);
    Document asked = after("registrar", send("registrar", form, typed));
    assertThat(asked.select(".told a[href*=/recusals/]")).hasSize(1);
    assertThat(asked.selectFirst(".timeline li").text()).contains(creditCode(FIRST + 41));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void no_two_kinds_of_request_are_called_the_same(String language) {
    Document list =
        page(reads("approver").header("Accept-Language", language).get("/ui/requests"), 200);

    assertThat(list.select("select[name=kind] option").eachText())
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/requests",
        "/ui/inspectors",
        "/ui/imports",
        "/ui/readiness",
        "/ui/items",
        "/ui/items/catalogues",
        "/ui/rule-packs",
        "/ui/holidays"
      })
  void an_english_reader_reads_english(String address) {
    Document english = page(reads("registrar").header("Accept-Language", "en").get(address), 200);
    assertThat(english.select("h1, th, label, button, nav.menu a").eachText())
        .allMatch(text -> !text.codePoints().anyMatch(Character::isIdeographic), "English");
  }

  @Test
  void each_point_of_readiness_opens_the_entries_behind_it() {
    List<String> bare = firm(FIRST + 11);
    bare.set(3, "");
    opened(csv(String.join(",", bare)));
    await()
        .untilAsserted(() -> {
          Document readiness = page("coordinator", "/ui/readiness");
          Element open = readiness.selectFirst("a[href$=SUBJECT_UNLABELLED]");
          assertThat(open).as(readiness.text()).isNotNull();
          assertThat(page("coordinator", open.attr("href")).text())
              .contains(creditCode(FIRST + 11));
        });
    page(reads("coordinator").get("/ui/readiness/NO_SUCH_POINT"), 404);
  }

  @Test
  void an_item_is_claimed_within_a_mandate_and_refused_beside_the_unit_without_one() {
    String code = "JT-" + (FIRST + 12);
    as("registrar")
        .contentType("text/csv")
        .body(
            ("编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\n" + code + ",客运检查,《道路运输条例》第六十三条,重点,县,道路运输,现场检查\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/items/imports")
        .then()
        .statusCode(200);
    mandated();
    await()
        .untilAsserted(() ->
            assertThat(page("coordinator", "/ui/items?search=" + code).select("tbody tr"))
                .hasSize(1));
    Document item = page("coordinator", "/ui/items/" + code);

    Document refused =
        page(send("coordinator", form(item, "/claim"), Map.of("unit", "没有登记的单位")), 409);
    Document claimed =
        after("coordinator", send("coordinator", form(item, "/claim"), Map.of("unit", "清河县交通运输局")));

    assertThat(refused.select(".refusal").text()).contains("三定");
    assertThat(refused.select("[name=unit] option[selected]").val()).isEqualTo("没有登记的单位");
    assertThat(claimed.text()).contains("清河县交通运输局 认领").contains("第三条");
    Document released =
        after(
            "coordinator",
            send("coordinator", form(claimed, "/release"), Map.of("reason", "事权上收")));
    assertThat(released.text()).contains("释放申请等待批准：事权上收");
  }

  @Test
  void rules_are_told_in_words_and_two_packs_are_compared() {
    Document packs = page("auditor", "/ui/rule-packs");
    assertThat(packs.text()).contains("检查结果公示期限").contains("20 个工作日内");
    Document pack = page("auditor", packs.selectFirst("td.lead a").attr("href"));
    assertThat(pack.select("tbody tr")).isNotEmpty();
    List<String> ids = packs.select("select[name=before] option").eachAttr("value");
    Document compared =
        page(
            "auditor", "/ui/rule-packs?before=" + ids.get(1) + "&after=" + ids.get(ids.size() - 1));
    assertThat(compared.select("table")).hasSize(3);
  }

  @Test
  void a_period_is_counted_over_the_holidays() {
    Document page = page("coordinator", "/ui/holidays?from=2024-02-08&days=20");
    assertThat(page.select(".told").text()).contains("2024-03-");
    assertThat(page.text()).doesNotContain("还没有登记放假通知");
    assertThat(page("coordinator", "/ui/holidays?from=2024-02-30&days=x").select(".fault"))
        .hasSize(2);
    assertThat(page("coordinator", "/ui/holidays?from=2024-02-30&days=20").text())
        .contains("不是日期")
        .doesNotContain("最后一天是");
    assertThat(page("coordinator", "/ui/holidays?from=2097-12-20&days=20").select(".told").text())
        .contains("最后一天是", "还没有登记放假通知");
  }

  @Test
  void who_may_not_read_requests_is_told_who_may() {
    Document page = page(reads("inspector").get("/ui/requests"), 403);
    assertThat(page.text()).contains("审批人").contains("名录管理人员");
    assertThat(List.of(403, 405))
        .contains(
            reads("registrar")
                .contentType("application/x-www-form-urlencoded")
                .post("/ui/requests/status/X/approval")
                .statusCode());
  }
}
