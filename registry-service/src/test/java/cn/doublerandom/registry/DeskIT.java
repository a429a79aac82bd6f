package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.after;
import static cn.doublerandom.registry.DeskForms.form;
import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.reads;
import static cn.doublerandom.registry.DeskForms.send;
import static cn.doublerandom.registry.RegisterFiles.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What an office enters by hand: mandates, checklists and experts. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class DeskIT {
  private static final Map<String, String> MANDATE =
      Map.of(
          "level", "COUNTY",
          "document", "清河县公路站三定规定",
          "clauses", "第一条 | 公路养护监管 | 公路、桥梁\n第二条\t超限治理\t治超");

  private static final Map<String, String> EXPERT =
      Map.of(
          "kind", "PERSON",
          "name", "张桥梁",
          "fields", "桥梁检测、隧道",
          "principal", "清河县交通运输局",
          "document", "清交委托〔2020〕1号",
          "validFrom", "2020-01-01",
          "validUntil", "2099-12-31");

  private static Map<String, String> with(Map<String, String> fields, String... more) {
    Map<String, String> all = new HashMap<>(fields);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static Element register() {
    return form(page("registrar", "/ui/offices"), "/ui/offices");
  }

  private static String item(String code) {
    as("registrar")
        .contentType("text/csv")
        .body(
            ("编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\n" + code + ",养护检查,《公路法》第四十三条,一般,县,公路,现场检查\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/items/imports")
        .then()
        .statusCode(200);
    String page = "/ui/items/" + code;
    await().untilAsserted(() -> reads("registrar").get(page).then().statusCode(200));
    return page;
  }

  @Test
  void a_mandate_is_asked_for_clause_by_clause_and_holds_when_another_agreed() {
    Document asked =
        after("registrar", send("registrar", register(), with(MANDATE, "unit", "清河县公路站")));
    assertThat(asked.text()).contains("一份“三定”规定等待批准").contains("没有登记“三定”规定");
    assertThat(asked.select("form[action$=/mandate]")).isEmpty();

    String request = asked.selectFirst(".told a").attr("href");
    after("approver", send("approver", form(page("approver", request), "/approval"), Map.of()));

    Document holds = page("auditor", "/ui/offices/清河县公路站");
    assertThat(holds.select("tbody tr").eachText()).anyMatch(row -> row.contains("公路、桥梁"));
    assertThat(holds.select("form.do")).isEmpty();
    await()
        .untilAsserted(() -> {
          as("auditor").get("/api/v1/offices").then().body("items.unit", hasItem("清河县公路站"));
          assertThat(page("supervisor", "/ui/offices").text()).contains("清河县公路站").contains("2 条");
        });
    Element again = form(page("coordinator", "/ui/offices/清河县公路站"), "/mandate");
    assertThat(again.selectFirst("textarea").text()).contains("第二条 | 超限治理 | 治超");
  }

  @Test
  void every_line_that_is_wrong_is_told_and_what_was_typed_stays() {
    Document refused =
        page(
            send(
                "registrar",
                register(),
                with(MANDATE, "unit", "清河县水运所", "clauses", "第一条 | | 水运\n第二条 | 港口监管")),
            400);
    assertThat(refused.select(".refusal li").eachText())
        .anyMatch(text -> text.contains("第 1 行“职责”"))
        .anyMatch(text -> text.contains("第 2 行“领域”"));
    assertThat(refused.selectFirst("textarea").text()).contains("第二条 | 港口监管");
    assertThat(
            page(
                    send(
                        "registrar",
                        register(),
                        with(MANDATE, "unit", "清河县水运所", "clauses", "一|二|三|四")),
                    400)
                .select(".field .fault")
                .text())
        .contains("第 1 行：多于三格");
    page(send("registrar", register(), Map.of("unit", "清河县水运所")), 400);
    page(send("auditor", register(), with(MANDATE, "unit", "清河县水运所")), 403);
  }

  @Test
  void a_mandate_sent_twice_is_one_request_and_a_late_one_is_a_conflict() {
    Element once = register();
    Map<String, String> fields = with(MANDATE, "unit", "清河县站场中心");
    Response first = send("registrar", once, fields);
    assertThat(send("registrar", once, fields).header("Location"))
        .isEqualTo(first.header("Location"));
    page(send("coordinator", register(), with(fields, "document", "另一份规定")), 409);
  }

  @Test
  void a_checklist_is_typed_line_by_line_and_its_questions_keep_their_numbers() {
    String item = item("DESK-1");
    Document empty = page("registrar", item);
    assertThat(empty.text()).contains("还没有检查表");
    Element form = form(page("coordinator", item + "/checklist"), "/checklist");
    Element late = form(page("coordinator", item + "/checklist"), "/checklist");

    Document refused =
        page(send("coordinator", form, Map.of("questions", "许可证在有效期内？ | 随便\n | 数字")), 400);
    assertThat(refused.select(".refusal").text()).contains("第 1 行“怎样答”：应为下列之一：是／否");
    Document kept =
        after(
            "coordinator",
            send(
                "coordinator",
                form(refused, "/checklist"),
                Map.of("questions", "许可证在有效期内？ | 是/否 | 查验原件 | 条例第六条\n养护人员几人？\t数字")));

    assertThat(kept.text()).contains("养护人员几人？");
    Element again = form(page("registrar", item + "/checklist"), "/checklist");
    assertThat(again.selectFirst("textarea").text())
        .contains("许可证在有效期内？ | 是／否 | 查验原件 | 条例第六条 | Q1");
    after("registrar", send("registrar", again, Map.of("questions", "养护人员几人？ | 数字\n养护设备几台？ | 数字")));
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/items?limit=500")
                .then()
                .body(
                    "items.find { it.details.code == 'DESK-1' }.checklist.questions.id",
                    equalTo(List.of("Q2", "Q3"))));
    page(send("coordinator", late, Map.of("questions", "迟到的 | 数字")), 412);
    Document now = page("auditor", item);
    assertThat(now.select(".timeline .fact").eachText().getFirst())
        .isEqualTo("修改检查表，共 2 项：加入“养护设备几台？”；去掉“许可证在有效期内？”");
    assertThat(now.select(".timeline").text()).contains("录入检查表，2 项").contains("列入清单");
    assertThat(now.select("details:contains(换下) td s").eachText()).containsExactly("许可证在有效期内？");
    assertThat(now.select("details:contains(换下)").text()).contains("查验原件").contains("条例第六条");
    page(reads("auditor").get(item + "/checklist"), 403);
  }

  @Test
  void an_expert_is_entered_changed_and_taken_out_of_the_pool() {
    Element form = form(page("registrar", "/ui/experts"), "/ui/experts");
    Document entered = after("registrar", send("registrar", form, with(EXPERT, "id", "ZJ-D1")));
    assertThat(entered.selectFirst("h1").text()).isEqualTo("张桥梁 可以参与");
    assertThat(page("auditor", "/ui/experts/ZJ-D1").selectFirst("h1").text()).startsWith("张*");

    Element change = form(entered, "/entry");
    Element late = form(page("registrar", "/ui/experts/ZJ-D1"), "/entry");
    assertThat(change.selectFirst("[name=fields]").val()).isEqualTo("桥梁检测、隧道");
    Document changed = after("registrar", send("registrar", change, Map.of("fields", "桥梁检测")));
    assertThat(changed.select(".timeline li")).hasSize(2);
    assertThat(page(send("registrar", late, Map.of("document", "清交委托〔2021〕2号")), 412).text())
        .contains("数据已被他人修改", "有两种写法的列在下面");

    assertThat(
            page(send("registrar", form(changed, "/withdrawal"), Map.of()), 400)
                .select(".field .fault")
                .text())
        .isNotEmpty();
    Document gone =
        after(
            "registrar",
            send("registrar", form(changed, "/withdrawal"), Map.of("reason", "委托不再续签")));
    assertThat(gone.text()).contains("已退出专家库：委托不再续签").contains("不可参与");
    await()
        .untilAsserted(() ->
            assertThat(page("coordinator", "/ui/experts?standing=NOT_ENTRUSTED&search=zj-d").text())
                .contains("ZJ-D1"));
    Document request =
        after("registrar", send("registrar", form(gone, "/erasure"), Map.of("reason", "本人要求")));
    assertThat(request.text()).contains("本人要求");
  }

  @Test
  void an_expert_is_refused_beside_the_field_and_by_who_may_not() {
    Element form = form(page("registrar", "/ui/experts"), "/ui/experts");
    Document refused =
        page(
            send(
                "registrar",
                form,
                with(EXPERT, "id", "ZJ-D2", "validUntil", "2023-02-30", "kind", "")),
            400);
    assertThat(refused.select("a[href=#e-validUntil], a[href=#e-kind]")).hasSize(2);
    assertThat(refused.selectFirst("[name=principal]").val()).isEqualTo("清河县交通运输局");
    assertThat(page(send("registrar", form, with(EXPERT, "id", "1")), 400).select(".fault").text())
        .contains("ZJ001");
    page(send("registrar", form, with(EXPERT, "id", "ZJ-D2", "validUntil", "2019-01-01")), 422);
    page(send("coordinator", form, with(EXPERT, "id", "ZJ-D2")), 403);
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "kind", "BODY",
                "name", "省桥梁检测中心",
                "fields", List.of("桥梁检测"),
                "principal", "清河县交通运输局",
                "document", "清交委托〔2020〕3号",
                "validFrom", "2020-01-01",
                "validUntil", "2099-12-31"))
        .put("/api/v1/experts/ZJ-D3")
        .then()
        .statusCode(200)
        .body("name", equalTo("省桥梁检测中心"));
    assertThat(page("coordinator", "/ui/experts/ZJ-D3").select("form.do")).isEmpty();
  }

  @Test
  void both_sides_of_the_exchange_are_compared_at_the_desk() {
    Document first = page("registrar", "/ui/exchange");
    Document compared =
        after("registrar", send("registrar", form(first, "/comparisons"), Map.of()));
    assertThat(compared.selectFirst("h1").text()).matches("第 [0-9]+ 次核对");
    Document listed = page("auditor", "/ui/exchange");
    assertThat(listed.select("tbody td.lead a")).isNotEmpty();
    assertThat(listed.select("form[action$=/comparisons]")).isEmpty();
    page(reads("auditor").get(listed.selectFirst("td.lead a").attr("href").substring(9)), 200);
    page(reads("registrar").get("/ui/exchange/99999999"), 404);
    page(reads("coordinator").get("/ui/exchange"), 403);
    page(send("auditor", form(first, "/comparisons"), Map.of()), 403);
  }

  @Test
  void a_holiday_notice_is_typed_from_the_paper_and_waits_for_another() {
    Element form = form(page("coordinator", "/ui/holidays"), "/ui/holidays");
    Map<String, String> notice =
        Map.of(
            "number", "国办发明电〔2019〕99号",
            "issuedOn", "2019-11-20",
            "year", "2020",
            "off", "2020-01-01\n2020-01-24 至 2020-01-30\n2020-02-30");
    Document refused = page(send("coordinator", form, notice), 400);
    assertThat(refused.select(".fault").text()).contains("第 3 行“2020-02-30”：不是日期");
    assertThat(refused.selectFirst("textarea[name=off]").text()).contains("2020-01-24 至");
    assertThat(
            page(send("coordinator", form, with(notice, "number", "7号", "off", "2020-01-01")), 400)
                .select("#n-number")
                .attr("aria-invalid"))
        .isEqualTo("true");
    page(send("registrar", form, notice), 403);
    assertThat(page("registrar", "/ui/holidays").select("form.do")).isEmpty();
  }

  @Test
  void behind_a_point_of_readiness_stand_names() {
    item("DESK-9");
    await()
        .untilAsserted(() ->
            assertThat(
                    page("auditor", "/ui/readiness/ITEM_UNCLAIMED").select("tbody tr").eachText())
                .anyMatch(row -> row.contains("养护检查") && row.contains("DESK-9")));
    as("registrar")
        .contentType("text/csv")
        .body(
            "编号,类别,名称,专业领域,委托机关,委托书文号,委托自,委托至\nZJ-D8,专业机构,省隧道检测中心,隧道,清河县交通运输局,清交委托〔2018〕1号,2018-01-01,2018-12-31\n"
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/experts/imports")
        .then()
        .statusCode(200);
    await()
        .untilAsserted(() ->
            assertThat(
                    page("auditor", "/ui/readiness/EXPERT_ENTRUSTMENT_ENDED").select("td.lead a"))
                .anyMatch(link -> link.text().equals("省隧道检测中心")));
  }
}
