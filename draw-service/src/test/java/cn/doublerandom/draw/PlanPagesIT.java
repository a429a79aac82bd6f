package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An office takes its annual plan from a table to the public, and changes it, by pages alone. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class PlanPagesIT {
  private static final String PLANS = "/ui/plans";
  private static final String HEADS =
      "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n";
  private static final String ISSUER = "单位（盖章）：示例县交通运输局\n";
  private static final String LABELS =
      "h1, h2, h3, th, label, legend, button, summary, dt, .hint, .steps b, .tile > span:first-child";

  /** Somebody's name, with the account beside it. */
  private static final Pattern PERSON = Pattern.compile("\\p{IsHan}+（([\\w-]+)）");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  /** Accounts, kinds of files and formats are called by their names in any language. */
  private static final Pattern NAMES =
      Pattern.compile("coordinator|docx|xlsx|csv|txt|MB|PDF|Word|Excel|CSV|English");

  private static final Desktop COORDINATOR = Desktop.of("coordinator");
  private static final Desktop APPROVER = Desktop.of("approver");

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @BeforeEach
  void the_register_is_known() {
    KnownRegister.tell(kafka);
  }

  private static String row(int year, String number, String rate, String days) {
    return "%d%s\t计划%s\t%s号\t道路运输抽查\t定向抽查\t%s\t经营行为\t辖区内道路运输企业\t法制安全科\t执法大队\t%s\n"
        .formatted(year, number, number, number, rate, days);
  }

  private static String days(int year) {
    return year + "年3月至11月";
  }

  private static String table(String... rows) {
    return HEADS + String.join("", rows) + ISSUER;
  }

  private static String key(int year) {
    return "130534-" + year;
  }

  private static String plan(int year) {
    return PLANS + "/" + key(year);
  }

  private static Document html(Response answer) {
    return Jsoup.parse(answer.asString());
  }

  /** Pastes a table; the page that shows how it was read. */
  private static Document pasted(Desktop desk, String text) {
    return pasted(desk, text, "");
  }

  private static Document pasted(Desktop desk, String text, String adjusts) {
    Document page = desk.page(PLANS + "/import" + (adjusts.isEmpty() ? "" : "?plan=" + adjusts));
    Response read =
        desk.send(
            page, adjusts.isEmpty() ? "/imports" : "/adjustments", "text", Map.of("text", text));
    assertThat(read.statusCode()).as(Desktop.told(read)).isEqualTo(200);
    return html(read);
  }

  private static Document draft(String... rows) {
    return COORDINATOR.go(pasted(COORDINATOR, table(rows)), "/imports", Map.of());
  }

  private static void scoped(int year, String task) {
    String address = plan(year) + "/tasks/" + year + task + "-" + task;
    Document looked =
        COORDINATOR.page(
            address
                + "?subjectKind=ENTERPRISE&labels=%E9%81%93%E8%B7%AF%E8%BF%90%E8%BE%93"
                + "&itemFields=%E9%81%93%E8%B7%AF%E8%BF%90%E8%BE%93");
    assertThat(looked.select(".told").text()).contains("范围内 34 户");
    COORDINATOR.go(looked, "/scope", Map.of());
  }

  /** Where nothing could be answered nothing is asked. */
  @Test
  void a_text_without_a_table_leads_to_another_file() {
    Document read = pasted(COORDINATOR, "年度计划见附件。");

    assertThat(read.select(".told").text()).contains("没有找到计划表").doesNotContain("在格中写明");
    assertThat(read.select("main form#answers")).isEmpty();
    assertThat(read.select("main .acts a.button").text()).isEqualTo("换一个文件");
  }

  /** A firm of another kind was put before the approver to be left out. */
  private static void whoIsOutOfScopeIsNotLeftOut(String terms) {
    Response refused =
        COORDINATOR.send(
            COORDINATOR.page(terms),
            "/exclusions",
            Map.of("subject", "S09", "code", "OTHER", "reason", "正在搬迁", "evidence", "搬迁协议"));
    assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(Desktop.told(refused)).contains("不在该任务的抽查对象范围之内");
  }

  /** The plan promised four of forty firms, two were drawn, and nobody was told. */
  @Test
  void a_cell_with_two_numbers_is_asked_about_and_told_wherever_it_is_drawn_by_one() {
    int year = 2001;
    String written = "不低于5％且不少于4户";
    Document read = pasted(COORDINATOR, table(row(year, "001", written, days(year))));
    assertThat(read.select(".told").text()).contains("写了不止一个数", "不少于 4 户");
    Response answered = COORDINATOR.send(read, "/imports", Map.of("a.2.QUOTA", written));
    Document again = html(answered);
    assertThat(again.text()).contains("可以导入").contains("没有用到“不少于 4 户”");
    COORDINATOR.go(again, "/imports", Map.of());
    scoped(year, "001");

    assertThat(COORDINATOR.page(plan(year) + "/checks").text())
        .contains("没有用到“不少于 4 户”；范围内 34 户，每批抽取 2 户");
    assertThat(COORDINATOR.page("/draw/ui/tasks/" + year + "001-001/draw").text())
        .contains("计划写的是“不低于5％且不少于4户”")
        .contains("没有用到“不少于 4 户”");
  }

  /** The number that was offered and chosen was gone after the second reading. */
  @Test
  void what_was_chosen_stays_where_another_answer_is_refused() {
    String text =
        "示例县2002年度抽查工作计划\n"
            + HEADS
            + row(2002, "001", "10%", days(2002)).replaceFirst("2002001", "");
    Document read = pasted(COORDINATOR, text);
    String offered = read.select("input[name=c.3.PLAN_NUMBER]").attr("value");
    assertThat(offered).isEqualTo("2002001");

    Response refused =
        COORDINATOR.send(
            read, "/imports", Map.of("c.3.PLAN_NUMBER", offered, "a.0.ISSUER", "局".repeat(1_001)));
    Document again = html(refused);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(again.select("input[name=a.3.PLAN_NUMBER]").attr("value")).isEqualTo(offered);
    Document read2 = html(COORDINATOR.send(again, "/imports", Map.of("a.0.ISSUER", "示例县交通运输局")));
    assertThat(read2.text()).contains("可以导入");
  }

  @Test
  void what_was_too_large_on_its_way_is_told_at_the_form() {
    for (String plan : java.util.List.of("", "&plan=130534-2003")) {
      Document form = COORDINATOR.page(PLANS + "/import?refused=request-too-large" + plan);
      assertThat(form.select(".fault, .refusal").text()).contains("文件最多 6 MB");
    }
  }

  /** A page does not say that a plan can be submitted where it would be refused. */
  @Test
  void a_scope_that_holds_nobody_is_said_before_the_plan_is_submitted() {
    int year = 2004;
    draft(row(year, "001", "10%", days(year)));
    String address = plan(year) + "/tasks/" + year + "001-001";
    Document looked =
        COORDINATOR.page(
            address + "?subjectKind=VESSEL&itemFields=%E9%81%93%E8%B7%AF%E8%BF%90%E8%BE%93");
    COORDINATOR.go(looked, "/scope", Map.of());
    whoIsOutOfScopeIsNotLeftOut("/draw/ui/tasks/" + year + "001-001/draw");

    assertThat(COORDINATOR.page(plan(year)).select(".told").text())
        .contains("还不能提交：任务 " + year + "001-001 的范围内现在没有存续的检查对象");
    scoped(year, "001");
    assertThat(COORDINATOR.page(plan(year)).body().text())
        .contains("各项任务的抽查对象范围都已确定，可以提交")
        .doesNotContain("还不能提交");
  }

  private static Document published(int year) {
    Document page = COORDINATOR.go(COORDINATOR.page(plan(year)), "/submission", Map.of());
    assertThat(page.select("h1").text()).contains("待审批");
    page = APPROVER.go(APPROVER.page(plan(year)), "/approval", Map.of());
    assertThat(page.select("h1").text()).contains("已批准，待上报");
    page = COORDINATOR.go(COORDINATOR.page(plan(year)), "/report", Map.of("to", "邢台市交通运输局"));
    assertThat(page.select("h1").text()).contains("已上报，待公示");
    return COORDINATOR.go(page, "/publication", Map.of());
  }

  @Test
  void a_plan_goes_from_a_pasted_table_with_a_question_to_the_public() {
    int year = 2018;
    assertThat(COORDINATOR.page(PLANS).select("a[href$=/import]").text()).contains("导入计划表");
    Document read = pasted(COORDINATOR, table(row(year, "001", "10%", days(2019))));
    assertThat(read.select(".told").text()).contains("要您说明");
    assertThat(read.select("input[name=step]").attr("value")).isEqualTo("answers");

    Element asked = read.selectFirst("input[name=place]");
    assertThat(asked).isNotNull();
    String place = asked.attr("value");
    assertThat(place).isEqualTo("2.PERIOD");
    Response answered = COORDINATOR.send(read, "/imports", Map.of("a." + place, days(year)));

    assertThat(answered.statusCode()).isEqualTo(200);
    read = html(answered);
    assertThat(read.select(".told").text()).contains("可以导入");
    assertThat(read.select("td[data-head=抽查比例]").text()).contains("读作").contains("10%");
    assertThat(read.select("td[data-head=抽取日期]").text()).contains("2018-03-01 至 2018-11-30");
    Document draft = COORDINATOR.go(read, "/imports", Map.of());
    assertThat(draft.select("h1").text()).contains("制定中");
    assertThat(draft.text()).contains("还有 1 项任务没有确定抽查对象范围").contains("范围未定");
    scoped(year, "001");
    Document open = published(year);

    assertThat(open.select("h1").text()).contains("已公示");
    assertThat(open.select(".timeline").text())
        .contains("导入计划表，1 项任务")
        .contains("提交审批")
        .contains("批准计划")
        .contains("上报至邢台市交通运输局")
        .contains("公示");
    assertThat(open.select(".steps li").eachAttr("class"))
        .containsExactly("done", "done", "done", "done", "done");
    assertThat(COORDINATOR.page(plan(year) + "?tasks=due").select("#tasks .refusal")).isEmpty();
    assertThat(COORDINATOR.page(plan(year) + "?tasks=gone").select("#tasks .refusal").text())
        .contains("地址里的“gone”本页没有这一项");
    given().get("/api/v1/plans/" + key(year)).then().statusCode(200);
    assertThat(COORDINATOR.page(PLANS + "?year=" + year).select("tbody").text())
        .contains("已公示")
        .contains("示例县交通运输局");
  }

  @Test
  void a_submitted_plan_comes_back_with_remarks_that_its_maker_reads() {
    int year = 2011;
    draft(row(year, "001", "10%", days(year)));
    Response early = COORDINATOR.send(COORDINATOR.page(plan(year)), "/submission", Map.of());
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(Desktop.told(early)).contains("须先确定抽查对象范围");
    scoped(year, "001");
    COORDINATOR.go(COORDINATOR.page(plan(year)), "/submission", Map.of());
    Response empty = APPROVER.send(APPROVER.page(plan(year)), "/return", Map.of());
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(html(empty).select("details[open] .fault")).isNotEmpty();

    APPROVER.go(APPROVER.page(plan(year)), "/return", Map.of("reason", "三月人手不足，请后移"));

    Document back = COORDINATOR.page(plan(year));
    assertThat(back.select("h1").text()).contains("制定中");
    assertThat(back.select(".told").text()).contains("示例局长一（approver） 退回：三月人手不足，请后移");
    assertThat(back.select(".timeline").text()).contains("退回修改");
  }

  @Test
  void who_worked_on_a_plan_is_told_beside_the_button_that_another_approves_it() {
    int year = 2012;
    Desktop both = Desktop.of("both-hats", "coordinator", "approver");
    both.go(pasted(both, table(row(year, "001", "10%", days(year)))), "/imports", Map.of());
    scoped(year, "001");
    both.go(both.page(plan(year)), "/submission", Map.of());
    Document page = both.page(plan(year));
    assertThat(page.select(".told").text()).contains("须由另一人批准");

    Response refused = both.send(page, "/approval", Map.of());

    assertThat(refused.statusCode()).isEqualTo(409);
    Element form = Desktop.form(html(refused), "/approval");
    assertThat(form.select(".refusal").text()).isNotEmpty();
  }

  @Test
  void a_form_sent_twice_is_done_once() {
    int year = 2013;
    Document read = pasted(COORDINATOR, table(row(year, "001", "10%", days(year))));

    Response first = COORDINATOR.send(read, "/imports", Map.of());
    Response second = COORDINATOR.send(read, "/imports", Map.of());

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(COORDINATOR.page(plan(year)).select(".timeline li")).hasSize(1);
  }

  @Test
  void two_tabs_that_change_one_row_are_shown_both() {
    int year = 2014;
    draft(row(year, "001", "10%", days(year)));
    String task = plan(year) + "/tasks/" + year + "001-001";
    Document one = COORDINATOR.page(task);
    Document other = COORDINATOR.page(task);
    COORDINATOR.go(one, "/row", Map.of("QUOTA", "20%"));

    Response late = COORDINATOR.send(other, "/row", Map.of("QUOTA", "30%"));

    assertThat(late.statusCode()).isEqualTo(412);
    Element form = Desktop.form(html(late), "/row");
    assertThat(form.select(".refusal").text()).contains("已被他人修改");
    assertThat(form.selectFirst("input[name=QUOTA]").attr("value")).isEqualTo("30%");
    assertThat(form.select(".conflict").text()).contains("20%");
    Document mended = COORDINATOR.go(html(late), "/row", Map.of("_take.QUOTA", "theirs"));
    assertThat(mended.select("dl").text()).contains("20%");
    assertThat(COORDINATOR.page(plan(year)).select(".timeline li").first().text())
        .as("who changes a row has brought no table")
        .contains("修改计划表中的任务 2014001-001")
        .doesNotContain("导入");
  }

  @Test
  void a_plan_is_reported_with_its_number_in_whichever_brackets_it_was_typed() {
    int year = 2003;
    draft(row(year, "001", "10%", days(year)));
    scoped(year, "001");
    COORDINATOR.go(COORDINATOR.page(plan(year)), "/submission", Map.of());
    APPROVER.go(APPROVER.page(plan(year)), "/approval", Map.of());
    Response wrong =
        COORDINATOR.send(
            COORDINATOR.page(plan(year)),
            "/report",
            Map.of("to", "邢台市交通运输局", "documentNumber", "<b>第8号"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    Element refused = Desktop.form(html(wrong), "/report");
    assertThat(refused.select(".fault").text()).contains("发文字号应为机关代字、年份和序号");
    assertThat(refused.selectFirst("input[name=documentNumber]").attr("value")).isEqualTo("<b>第8号");

    Document page =
        COORDINATOR.go(
            html(wrong), "/report", Map.of("to", "邢台市交通运输局", "documentNumber", "清交（2003）8号"));
    assertThat(page.select("h1 + p").text()).endsWith("清交〔2003〕8号");
    assertThat(page.text()).contains("上报至邢台市交通运输局，发文字号清交〔2003〕8号");
  }

  @Test
  void whose_form_is_gone_because_another_was_faster_reads_why_at_the_top() {
    int year = 2005;
    draft(row(year, "001", "10%", days(year)));
    scoped(year, "001");
    COORDINATOR.go(COORDINATOR.page(plan(year)), "/submission", Map.of());
    APPROVER.go(APPROVER.page(plan(year)), "/approval", Map.of());
    Document before = COORDINATOR.page(plan(year));
    COORDINATOR.go(before, "/report", Map.of("to", "邢台市交通运输局"));

    Response late =
        COORDINATOR.send(
            before,
            "/report",
            Map.of("to", "邢台市交通运输局", "_key", "3f0f5a52-8f0e-4c9e-9d0a-1f6f6c1d2005"));

    assertThat(late.statusCode()).isEqualTo(412);
    Document page = html(late);
    assertThat(page.select("form[action$=/report]")).isEmpty();
    assertThat(page.select("main .refusal").text()).contains("已被他人修改");
  }

  @Test
  void a_row_that_cannot_be_read_is_refused_at_its_field_and_what_was_typed_stays() {
    int year = 2015;
    draft(row(year, "001", "10%", days(year)));
    Document page = COORDINATOR.page(plan(year) + "/tasks/" + year + "001-001");

    Response refused = COORDINATOR.send(page, "/row", Map.of("QUOTA", "120%", "LEAD", "执法大队一中队"));

    assertThat(refused.statusCode()).isEqualTo(400);
    Element form = Desktop.form(html(refused), "/row");
    assertThat(form.select(".refusal a[href$=-QUOTA]").text()).contains("不能超过 100%");
    assertThat(form.selectFirst("input[name=LEAD]").attr("value")).isEqualTo("执法大队一中队");
    Document saved = COORDINATOR.go(html(refused), "/row", Map.of("QUOTA", "不低于12%"));
    assertThat(saved.select("dl").text()).contains("不低于 12%").contains("执法大队一中队");
    assertThat(COORDINATOR.page(plan(year)).select("details").text()).contains("2 处改动");
  }

  @Test
  void another_table_for_a_year_with_a_draft_shows_what_differs_before_it_is_taken() {
    int year = 2016;
    draft(row(year, "001", "10%", days(year)));
    Document early = pasted(COORDINATOR, table(row(year, "001", "15%", days(year))));
    assertThat(early.text()).contains("与现有草稿的差别").contains("15%").contains("替换它");
    Document between = pasted(COORDINATOR, table(row(year, "001", "5%", days(year))));
    COORDINATOR.go(between, "/imports", Map.of());

    Response late = COORDINATOR.send(early, "/imports", Map.of());

    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(Desktop.told(late)).contains("已被他人修改");
    assertThat(html(late).select("tbody").text()).contains("5%").contains("15%");
    Document taken = COORDINATOR.go(html(late), "/imports", Map.of());
    assertThat(taken.select("tbody").text()).contains("15%");
  }

  @Test
  void a_file_of_the_wrong_kind_or_too_large_is_refused_in_words_beside_the_field() {
    Document page = COORDINATOR.page(PLANS + "/import");

    Response broken =
        COORDINATOR.sendFile(
            page, "计划.docx", "PK\u0003\u0004 cut off".getBytes(StandardCharsets.UTF_8));
    Response large = COORDINATOR.sendFile(page, "计划.csv", new byte[6_100_000]);
    Response none = COORDINATOR.sendFile(page, "计划.csv", new byte[0]);
    Response picture =
        COORDINATOR.sendFile(page, "图.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    Response tooLarge = COORDINATOR.sendFile(page, "计划.csv", new byte[10_000_000]);

    assertThat(html(broken).select(".field.wrong .fault").text()).contains("已损坏");
    assertThat(html(large).select(".field.wrong .fault").text()).contains("最多 6 MB");
    assertThat(html(none).select(".field.wrong .fault").text()).contains("请选择一个文件");
    assertThat(picture.statusCode()).isIn(200, 415, 422);
    assertThat(html(picture).text()).doesNotContain("可以导入");
    assertThat(html(tooLarge).select(".field.wrong .fault").text()).contains("最多 6 MB");
    Response blank = COORDINATOR.send(page, "/imports", "text", Map.of("text", " "));
    assertThat(html(blank).select(".field.wrong .fault").text()).contains("请粘贴表格");
  }

  @Test
  void a_file_is_read_as_a_pasted_table_is_and_says_who_issues_it() {
    int year = 2020;
    Document page = COORDINATOR.page(PLANS + "/import");
    String csv = (HEADS + row(year, "001", "5户", days(year))).replace('\t', ',');

    Response read = COORDINATOR.sendFile(page, "计划.csv", csv.getBytes(StandardCharsets.UTF_8));

    Document asked = html(read);
    assertThat(asked.select("input[name=place]").eachAttr("value")).containsExactly("0.ISSUER");
    Response answered = COORDINATOR.send(asked, "/imports", Map.of("a.0.ISSUER", "示例县交通运输局"));
    Document draft = COORDINATOR.go(html(answered), "/imports", Map.of());
    assertThat(draft.select("tbody").text()).contains("5 户");
    assertThat(draft.select(".timeline").text()).contains("由经办人回答的", "答为“示例县交通运输局”");
  }

  @Test
  void a_wrong_cell_is_marked_where_it_stands() {
    Document read = pasted(COORDINATOR, table(row(2010, "001", "120%", days(2010))));

    Element cell = read.selectFirst("td[data-head=抽查比例] .field.wrong");
    assertThat(cell).isNotNull();
    assertThat(cell.text()).contains("不能超过 100%");
    assertThat(read.select(".told a").eachAttr("href")).contains("#" + cell.id());
    Response mended = COORDINATOR.send(read, "/imports", Map.of("a.2.QUOTA", "12%"));
    assertThat(html(mended).select(".told").text()).contains("可以导入");
  }

  @Test
  void a_published_plan_is_adjusted_with_old_and_new_side_by_side() {
    int year = 2009;
    draft(row(year, "001", "10%", days(year)));
    scoped(year, "001");
    published(year);
    Document read = pasted(COORDINATOR, table(row(year, "001", "15%", days(year))), key(year));
    Response silent = COORDINATOR.send(read, "/adjustments", Map.of());
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(html(silent).select(".refusal a[href$=-reason]")).hasSize(1);

    Document asked = COORDINATOR.go(html(silent), "/adjustments", Map.of("reason", "省厅要求提高比例"));

    assertThat(asked.select("h1").text()).contains("调整待批准");
    Element change = asked.selectFirst("section tbody tr");
    assertThat(change.select("td").eachText()).contains("10%", "15%");
    APPROVER.go(APPROVER.page(plan(year)), "/adjustment/approval", Map.of());
    Document report = COORDINATOR.page(plan(year));
    assertThat(report.select(".timeline").text()).contains("批准调整").contains("省厅要求提高比例");
    assertThat(report.select("details summary").text()).contains("第 1 版");
  }

  @Test
  void what_is_tried_is_shown_and_nothing_is_kept() {
    int year = 2008;
    draft(row(year, "001", "10%", days(year)));
    scoped(year, "001");
    String checks = plan(year) + "/checks";
    Document before = COORDINATOR.page(checks);
    assertThat(before.select(".tile").text()).contains("登记");

    Document tried = COORDINATOR.page(checks + "?quota." + year + "001-001=50%25&floor=");
    Document wrong = COORDINATOR.page(checks + "?floor=7");
    Document tooMuch = COORDINATOR.page(checks + "?floor=5/3");

    assertThat(tried.select("#what-if tbody").text()).contains("17");
    // Who only asks is not told that nothing was sent, and reads what a least share looks like.
    assertThat(wrong.select("#what-if .refusal").text())
        .contains("请先改正", "应为分数，例如 3/100")
        .doesNotContain("没有提交", "100%");
    assertThat(tooMuch.select("#what-if .refusal").text()).contains("应为不大于 1 的分数");
    assertThat(COORDINATOR.page(plan(year)).select("tbody").text())
        .contains("10%")
        .doesNotContain("50%");
    assertThat(COORDINATOR.page(plan(year)).select(".timeline li")).hasSize(2);
  }

  @Test
  void tasks_that_meet_at_the_same_firms_are_combined_by_one_press() {
    int year = 2007;
    draft(row(year, "001", "10%", days(year)), row(year, "002", "20%", days(year)));
    scoped(year, "001");
    scoped(year, "002");
    Document checks = COORDINATOR.page(plan(year) + "/checks");
    assertThat(checks.select("#overlaps").text()).contains("建议合并");

    Document combined = COORDINATOR.go(checks, "/combinations", Map.of());

    assertThat(combined.select("#overlaps").text()).contains("已合并");
    assertThat(COORDINATOR.page(plan(year)).select("tbody").text()).contains("合并抽取");
  }

  @Test
  void who_may_not_is_told_who_may() {
    Response read = Desktop.of("inspector").ask(PLANS);
    assertThat(read.statusCode()).isEqualTo(403);
    assertThat(html(read).text()).contains("统筹人员");
    assertThat(Desktop.of("unit-lead").ask(PLANS).statusCode()).isEqualTo(200);
    assertThat(Desktop.of("unit-lead").ask(PLANS + "/import").statusCode()).isEqualTo(403);
    assertThat(APPROVER.page(PLANS).select("a[href$=/import]")).isEmpty();
  }

  @Test
  void no_page_of_one_language_has_labels_of_the_other() {
    int year = 2006;
    Document read = pasted(COORDINATOR, table(row(year, "001", "", days(year))));
    draft(row(year, "001", "10%", days(year)));
    scoped(year, "001");
    List<String> addresses =
        List.of(
            PLANS,
            PLANS + "/import",
            plan(year),
            plan(year) + "/tasks/" + year + "001-001",
            plan(year) + "/checks");

    for (String address : addresses) {
      Document chinese = COORDINATOR.page(address);
      Document english = COORDINATOR.reading("en").page(address);
      assertThat(labels(chinese)).as(address).noneMatch(PlanPagesIT::isEnglish);
      assertThat(labels(english)).as(address).noneMatch(label -> HAN.matcher(label).find());
    }
    assertThat(labels(read)).noneMatch(PlanPagesIT::isEnglish);
  }

  private static boolean isEnglish(String label) {
    return WORD.matcher(NAMES.matcher(label).replaceAll("")).find();
  }

  /**
   * What the page says by itself: names of tasks and of people and words of the register are data.
   */
  private static List<String> labels(Document page) {
    Element main = page.selectFirst("main");
    main.select("code, .choices, .badge, option, h1, #what-if .hint").remove();
    return main.select(LABELS).stream()
        .map(Element::text)
        .filter(text -> !text.contains("道路运输"))
        .map(text -> PERSON.matcher(text).replaceAll("$1"))
        .toList();
  }
}
