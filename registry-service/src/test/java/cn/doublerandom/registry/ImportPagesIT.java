package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.after;
import static cn.doublerandom.registry.DeskForms.form;
import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.reads;
import static cn.doublerandom.registry.DeskForms.send;
import static cn.doublerandom.registry.RegisterFiles.HEADS;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.change;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static cn.doublerandom.registry.RegisterFiles.xlsx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An officer imports a table at the desk as he knows it from elsewhere, and wrecks nothing. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ImportPagesIT {
  private static final String SUBJECTS = "/ui/subjects/imports";
  private static final int FIRST = 7_300_000;
  private static final AtomicLong DRAWS = new AtomicLong();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  /** 300 firms below a head; their rows are numbered as in the file. */
  private static List<List<String>> firms(int first, int count) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(new ArrayList<>(HEADS));
    for (int i = 0; i < count; i++) {
      rows.add(firm(first + i));
    }
    return rows;
  }

  /** A dozen of faults as they are made in offices: row, column, cell. */
  private static final List<List<String>> FAULTS =
      List.of(
          List.of("5", "成立日期", "2023-13-01"),
          List.of("20", "类别", "公司"),
          List.of("40", "编码", "91130534MA0000001X"),
          List.of("60", "登记状态", "正常营业吧"),
          List.of("80", "信用风险等级", "E"),
          List.of("100", "名称", ""),
          List.of("120", "登记机关", ""),
          List.of("140", "行政区划", "999999"),
          List.of("160", "行业代码", "54"),
          List.of("180", "许可证", "有证"),
          List.of("200", "成立日期", "2099-01-01"),
          List.of("220", "类别", ""));

  private static Response handIn(String address, String name, byte[] file) {
    return send("registrar", form(page("registrar", address), "/imports"), name, file);
  }

  private static String text(Document page, String selector) {
    return page.select(selector).text();
  }

  private static List<List<String>> table(Document page, int number) {
    return page.select("table").get(number).select("tbody tr").stream()
        .map(row -> row.select("td").eachText())
        .toList();
  }

  @Test
  void three_hundred_firms_with_twelve_faults_are_mended_and_taken() throws IOException {
    List<List<String>> rows = firms(FIRST, 300);
    FAULTS.forEach(f -> change(rows, Integer.parseInt(f.get(0)), f.get(1), f.get(2)));

    Document judged = after("registrar", handIn(SUBJECTS, "清河县名录.xlsx", xlsx(rows)));

    assertThat(text(judged, "h1")).isEqualTo("清河县名录.xlsx");
    assertThat(text(judged, ".tiles")).contains("共 300 行");
    List<List<String>> faults = table(judged, 0);
    assertThat(faults)
        .extracting(f -> f.get(0) + " " + f.get(1))
        .containsExactlyInAnyOrderElementsOf(
            FAULTS.stream().map(f -> f.get(0) + " " + f.get(1)).toList());
    assertThat(faults).extracting(f -> f.get(3)).allMatch(said -> said.length() >= 5);
    assertThat(faults).extracting(f -> f.get(2)).contains("2023-13-01", "公司", "空");
    assertThat(judged.select("button").eachText())
        .contains("只导入 288 行无误的")
        .noneMatch(words -> words.startsWith("导入全部"));
    assertThat(judged.text()).contains("Excel 工作簿，工作表“名录”，表头在第 1 行");

    Document narrowed = page("registrar", judged.selectFirst("a[href*=column]").attr("href"));
    assertThat(table(narrowed, 0)).extracting(f -> f.get(1)).containsOnly("成立日期").hasSize(2);

    byte[] marked =
        as("registrar")
            .get(judged.selectFirst("a[href$=/marked]").attr("href").replace("/registry", ""))
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(marked))) {
      assertThat(workbook.getFirstSheet().read().get(4).getCellText(HEADS.size()))
          .contains("没有这一天");
    }

    Document taken = after("registrar", send("registrar", form(judged, "/taking"), Map.of()));

    assertThat(text(taken, "h1")).isEqualTo("已导入 288 行，12 行待改");
    assertThat(table(taken, 0)).hasSize(12);

    List<List<String>> mended = firms(FIRST, 300);
    Document again = after("registrar", handIn(SUBJECTS, "清河县名录-改.xlsx", xlsx(mended)));
    assertThat(again.text()).contains("没有发现问题").contains("导入全部 300 行");
    Document rest = after("registrar", send("registrar", form(again, "/taking"), Map.of()));

    assertThat(text(rest, "h1")).isEqualTo("已导入 12 行");
    Document history = page("coordinator", "/ui/imports");
    assertThat(table(history, 0).subList(0, 2))
        .extracting(row -> row.get(0))
        .containsExactly("清河县名录-改.xlsx", "清河县名录.xlsx");
    as("registrar").get("/api/v1/subjects/" + creditCode(FIRST + 299)).then().statusCode(200);
  }

  @Test
  void a_file_that_was_checked_before_another_was_taken_asks_to_be_checked_again() {
    Response kept = handIn(SUBJECTS, "early.csv", csv(String.join(",", firm(FIRST + 1_500))));
    Document early = after("registrar", kept);
    assertThat(early.text()).doesNotContain("核对之后，又有表导入");
    Document other =
        after(
            "registrar", handIn(SUBJECTS, "late.csv", csv(String.join(",", firm(FIRST + 1_501)))));
    after("registrar", send("registrar", form(other, "/taking"), Map.of()));

    await()
        .untilAsserted(() ->
            assertThat(page("registrar", kept.header("Location")).text())
                .contains("核对之后，又有表导入了这个名录"));
    Document again = after("registrar", send("registrar", form(early, "/check"), Map.of()));
    assertThat(again.text()).doesNotContain("核对之后，又有表导入");
  }

  @Test
  void what_a_row_would_change_is_told_column_by_column() {
    byte[] file = csv(String.join(",", firm(FIRST + 1_001)));
    after(
        "registrar",
        send(
            "registrar",
            form(after("registrar", handIn(SUBJECTS, "a.csv", file)), "/taking"),
            Map.of()));
    List<String> moved = firm(FIRST + 1_001);
    moved.set(HEADS.indexOf("住所"), "新址路 9 号");

    Document judged =
        after(
            "registrar",
            handIn(
                SUBJECTS,
                "b.csv",
                new String(csv(String.join(",", moved)), StandardCharsets.UTF_8)
                    .getBytes(Charset.forName("GB18030"))));

    assertThat(judged.text()).contains("CSV 文本，编码 GB18030，表头在第 1 行").contains("→ 新址路 9 号");
    String here = judged.selectFirst("form[action$=/taking]").attr("action");
    Document english =
        page(
            reads("registrar")
                .header("Accept-Language", "en")
                .get(here.replaceAll("/taking$", "").replace("/registry", "")),
            200);
    assertThat(english.text()).contains("address:").doesNotContain("住所:");
  }

  @Test
  void a_preview_says_from_when_the_new_ones_count_and_names_the_batch_they_will_wait_in() {
    opened(csv(String.join(",", firm(FIRST + 1_201))));
    List<List<String>> rows = firms(FIRST + 1_202, 12);
    rows.subList(1, 13).forEach(row -> row.set(HEADS.indexOf("监管标签"), ""));
    byte[] file =
        csv(rows.subList(1, 13).stream().map(row -> String.join(",", row)).toArray(String[]::new));

    Document judged = after("registrar", handIn(SUBJECTS, "新户.csv", file));

    assertThat(judged.text())
        .contains("其中 12 户新入库：自批准之日起计入名录")
        .contains("共 12 行（第 2、3、4、5、6、7、8、9、10、11 行等）没有监管标签：照常导入")
        .doesNotContain("第一份表");
    String batch = judged.text().replaceAll("(?s).*?批次 ([0-9-]+[0-9a-f]{8}).*", "$1");
    after("registrar", send("registrar", form(judged, "/taking"), Map.of()));
    await()
        .untilAsserted(() ->
            assertThat(page("approver", "/ui/requests").select("a[href$=" + batch + "]"))
                .hasSize(1));
    await()
        .untilAsserted(() ->
            as("registrar").get("/api/v1/glance").then().body("own.what", hasItem("导入文件：新户.csv")));
    assertThat(page("registrar", "/ui/subjects/imports").text())
        .contains("列要有，可空着")
        .contains("第一份表由经办人导入后立即生效")
        .doesNotContain("/api/v1/");
  }

  @Test
  void of_a_row_that_stands_there_twice_the_page_says_which_would_be_taken() {
    String twice = String.join(",", firm(FIRST + 1_301));

    Document judged = after("registrar", handIn(SUBJECTS, "重复.csv", csv(twice, twice)));

    assertThat(table(judged, 0).getFirst().subList(0, 3)).containsExactly("3", "整行", "（整行）");
    assertThat(judged.text()).contains("先出现的一行导入");
  }

  @Test
  void what_is_no_table_is_refused_beside_the_field_of_the_file() throws IOException {
    byte[] whole = xlsx(firms(FIRST + 1_100, 20));

    refused("a.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "PDF");
    refused("empty.csv", "\n".getBytes(StandardCharsets.UTF_8), "文件是空的");
    refused("cut.xlsx", Arrays.copyOf(whole, whole.length / 2), "xlsx");
    refused("heads.csv", String.join(",", HEADS).getBytes(StandardCharsets.UTF_8), "没有一行数据");
    refused("other.csv", "甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8), "缺少列");
    Element empty = form(page("registrar", SUBJECTS), "/imports");
    Document none = page(send("registrar", empty, "", new byte[0]), 400);
    assertThat(text(none, ".field .fault")).contains("没有选择文件");
  }

  @Test
  void a_file_that_did_not_come_whole_is_told_beside_its_field_and_what_was_typed_stays() {
    Element handIn = form(page("registrar", SUBJECTS), "/imports");
    Document cut =
        page(
            reads("registrar")
                .contentType("multipart/form-data; boundary=x")
                .body(
                    """
                    --x
                    Content-Disposition: form-data; name="_key"

                    %s
                    --x
                    Content-Disposition: form-data; name="codeReason"

                    旧证未换
                    --x
                    Content-Disposition: form-data; name="file"; filename="a.csv"

                    编码,名称,类
                    """
                        .formatted(handIn.selectFirst("input[name=_key]").val())
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post(SUBJECTS),
            422);

    assertThat(text(cut, ".field .fault")).contains("文件没有传完").doesNotContain("没有选择");
    assertThat(cut.selectFirst("input[name=codeReason]").val()).isEqualTo("旧证未换");
    assertThat(text(page("registrar", SUBJECTS + "?refused=request-too-large"), ".field .fault"))
        .contains("64 MB");
    assertThat(text(page("registrar", SUBJECTS + "?refused=body-too-slow"), ".field .fault"))
        .contains("没有传完");
    Document english =
        page(reads("registrar").header("Accept-Language", "en").get(SUBJECTS + "?refused=x"), 200);
    assertThat(english.select(".fault")).isEmpty();
    assertThat(english.selectFirst("#file-limit").attr("data-most")).isEqualTo("67108864");
  }

  private static void refused(String name, byte[] file, String words) {
    Document page = page(handIn(SUBJECTS, name, file), 422);
    assertThat(text(page, ".field .fault")).as(name).contains(words);
    assertThat(page.select(".refusal a[href=#f-file]")).as(name).isNotEmpty();
  }

  @Test
  void a_file_sent_twice_is_one_and_from_two_windows_it_is_taken_once() {
    byte[] file = csv(String.join(",", firm(FIRST + 1_201)));
    Element handIn = form(page("registrar", SUBJECTS), "/imports");
    String first = send("registrar", handIn, "twice.csv", file).header("Location");
    assertThat(send("registrar", handIn, "twice.csv", file).header("Location")).isEqualTo(first);
    Document window = page("registrar", first);
    Document other = page("registrar", first);
    Response taken = send("registrar", form(window, "/taking"), Map.of());

    Document again = after("registrar", send("registrar", form(other, "/taking"), Map.of()));
    Document twice = after("registrar", send("registrar", form(window, "/taking"), Map.of()));

    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(again.text()).contains("没有再导入一次").contains("已导入 1 行");
    assertThat(twice.text()).contains("没有再导入一次");
    // What was taken waits no longer among what was only looked at.
    assertThat(page("registrar", "/ui/imports").select("ul a").eachText())
        .doesNotContain("twice.csv");
  }

  @Test
  void the_same_file_handed_in_anew_is_known_and_leads_to_what_came_of_it() {
    byte[] file = csv(String.join(",", firm(FIRST + 1_401)));
    Document first = after("registrar", handIn(SUBJECTS, "三月.csv", file));
    assertThat(first.text()).doesNotContain("同一份文件");
    after("registrar", send("registrar", form(first, "/taking"), Map.of()));

    Document again = after("registrar", handIn(SUBJECTS, "三月-又一次.csv", file));

    assertThat(again.select(".told.warn").text())
        .contains("同一份文件，示例名录员（registrar） 已在")
        .contains("改动 1 行");
    Document then = page("registrar", again.selectFirst(".told.warn a").attr("href"));
    assertThat(text(then, "h1")).isEqualTo("已导入 1 行");
  }

  private static String taken(String name, List<String> row, List<String> other) {
    byte[] file = csv(String.join(",", row), String.join(",", other));
    Document judged = after("registrar", handIn(SUBJECTS, name, file));
    String address = send("registrar", form(judged, "/taking"), Map.of()).header("Location");
    after("registrar", send("registrar", form(judged, "/taking"), Map.of()));
    return address.replaceAll("[?].*", "");
  }

  private static String addressOf(int number) {
    return as("registrar")
        .get("/api/v1/subjects/" + creditCode(number))
        .then()
        .extract()
        .path("address");
  }

  @Test
  void an_import_is_undone_by_two_and_what_was_changed_since_is_left_and_told() {
    List<String> first = firm(FIRST + 1_501);
    List<String> second = firm(FIRST + 1_502);
    taken("先.csv", first, second);
    String was = addressOf(FIRST + 1_501);
    int column = HEADS.indexOf("住所");
    first.set(column, "误写路 9 号");
    second.set(column, "误写路 10 号");
    String wrong = taken("误.csv", first, second);
    second.set(column, "再改路 11 号");
    taken("再.csv", firm(FIRST + 1_503), second);

    Document asks =
        page("registrar", page("registrar", wrong).selectFirst("a[href$=/undo]").attr("href"));
    assertThat(text(asks, ".tiles")).contains("改回导入前1").contains("另有变更，不改1");
    assertThat(table(asks, 0))
        .singleElement()
        .satisfies(row -> assertThat(row).contains(creditCode(FIRST + 1_502), "导入之后又有变更"));
    Document refused = page(send("registrar", form(asks, "/undo"), Map.of("reason", "1")), 422);
    assertThat(text(refused, ".field .fault")).contains("至少两个字");
    Document asked =
        after("registrar", send("registrar", form(asks, "/undo"), Map.of("reason", "交错了文件")));
    assertThat(text(asked, ".told.warn")).contains("registrar").contains("交错了文件");

    String waits = asked.selectFirst(".told.warn a").attr("href");
    assertThat(page("registrar", waits).select("form[action$=/approval]")).isEmpty();
    await()
        .untilAsserted(() ->
            assertThat(
                    page("approver", "/ui/requests?kind=import-undo")
                        .select("a[href$=" + waits.replaceAll(".*/", "") + "]"))
                .isNotEmpty());
    assertThat(addressOf(FIRST + 1_501)).isEqualTo("误写路 9 号");
    after(
        "approver",
        send("approver", form(page("approver", waits), "/approval"), Map.of("act", "approve")));

    assertThat(addressOf(FIRST + 1_501)).isEqualTo(was);
    assertThat(addressOf(FIRST + 1_502)).isEqualTo("再改路 11 号");
    Document report = page("coordinator", wrong);
    assertThat(report.select(".told.warn").text()).contains("registrar").contains("approver");
    Document undone = page("coordinator", report.selectFirst("a[href$=/undo]").attr("href"));
    assertThat(table(undone, 0)).hasSize(1);
    assertThat(page("coordinator", "/ui/imports").text()).contains("已撤销");
    assertThat(page("registrar", "/ui/subjects/" + creditCode(FIRST + 1_501)).text())
        .contains("导入被撤销");
    Document english =
        page(
            reads("coordinator")
                .header("Accept-Language", "en")
                .get((wrong + "/undo").replace("/registry", "")),
            200);
    assertThat(english.select("main .tiles, main h2, main th").text())
        .contains("as before the import")
        .doesNotContainPattern("\\p{IsHan}");
  }

  private void told(String type, String json) {
    TestStack.announce(
        kafka, "draw.events.v1", "task-130534-2023009-001", type, DRAWS.incrementAndGet(), json);
  }

  private static String drawn(int round, String rest) {
    return """
    {"drawId":"2023009-001-%d","planId":"2023009","taskId":"001","round":%d,"commitHash":"%s","frameSize":34,%s}
    """
        .formatted(round, round, "a".repeat(64), rest);
  }

  @Test
  void an_undo_says_who_was_drawn_since_and_which_lists_are_frozen_and_leaves_both() {
    String table = taken("已抽.csv", firm(FIRST + 1_701), firm(FIRST + 1_702));
    String drawn = creditCode(FIRST + 1_701);
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    // Of what else is told there it takes no notice.
    told("ProgrammePublished", "{}");
    told("DrawCommitted", drawn(1, "\"executeBy\":\"2099-03-20T16:00:00Z\""));
    told("DrawCommitted", drawn(2, "\"executeBy\":\"2099-03-20T16:00:00Z\""));
    told(
        "DrawExecuted",
        drawn(
            1,
            """
            "resultHash":"%s","selected":["%s"],"teams":[],"items":[],"checkFrom":"%s",
            "checkTo":"%s","executedOn":"%s"
            """
                .formatted("b".repeat(64), drawn, today, today, today)));

    String undo = "/api/v1/imports/" + table.replaceAll(".*/", "") + "/undo";
    await()
        .untilAsserted(() ->
            as("registrar")
                .get(undo + "/preview")
                .then()
                .statusCode(200)
                .body("drawn.count", is(1))
                .body("drawn.drawn[0].subject", is(drawn))
                .body("drawn.drawn[0].drawId", is("2023009-001-1"))
                .body("drawn.frozen.drawId", hasItem("2023009-001-2")));
    Document asks = page("registrar", table + "/undo");
    assertThat(asks.text())
        .contains("导入后已被抽中的对象", "按锁定的名单检查", "2023009-001-1", "名单 34 户")
        .contains("名单已锁定、尚未抽取");
    Document asked =
        after("registrar", send("registrar", form(asks, "/undo"), Map.of("reason", "交错了文件")));
    assertThat(page("approver", asked.selectFirst(".told.warn a").attr("href")).text())
        .contains("导入后已被抽中 1");

    told(
        "DrawVoided",
        """
        {"drawId":"2023009-001-2","reason":"名单有误","requestedBy":"c","approvedBy":"a",
         "wouldBeResultHash":""}
        """);
    await()
        .untilAsserted(() ->
            as("registrar")
                .get(undo + "/preview")
                .then()
                .body("drawn.frozen.drawId", not(hasItem("2023009-001-2"))));
  }

  @Test
  void an_entry_the_table_made_is_unconfirmed_when_a_program_asked_for_its_undo() {
    String table = taken("多交.csv", firm(FIRST + 1_601), firm(FIRST + 1_602)).replaceAll(".*/", "");
    String undo = "/api/v1/imports/" + table + "/undo";
    as("registrar").get(undo + "/preview").then().statusCode(200).body("counts.voided", is(2));
    as("registrar")
        .contentType("application/json")
        .body("{\"reason\":\"交错了文件\"}")
        .post(undo)
        .then()
        .statusCode(200)
        .body("step", is("ASKED"));
    String version = as("approver").get(undo).then().statusCode(200).extract().header("ETag");

    as("registrar").header("If-Match", version).post(undo + "/approval").then().statusCode(403);
    as("approver")
        .header("If-Match", version)
        .post(undo + "/approval")
        .then()
        .statusCode(200)
        .body("step", is("DONE"))
        .body("counts.voided", is(2));

    as("registrar")
        .get("/api/v1/subjects/" + creditCode(FIRST + 1_601))
        .then()
        .body("status", is("UNCONFIRMED"));
    as("registrar")
        .contentType("application/json")
        .body("{\"reason\":\"交错了文件\"}")
        .post(undo)
        .then()
        .statusCode(409)
        .body("code", is("undo-done"));
  }

  /** More than one transaction; ten times the office. */
  @Test
  @Tag("deep")
  void a_long_file_goes_on_by_itself_says_how_far_it_is_and_is_stopped_without_half_a_row()
      throws Exception {
    byte[] file =
        csv(
            firms(FIRST + 10_000, 30_000).stream()
                .skip(1)
                .map(row -> String.join(",", row))
                .toArray(String[]::new));
    Document judged = after("registrar", handIn(SUBJECTS, "全县.csv", file));
    assertThat(judged.text()).contains("导入全部 30,000 行");
    Document other = after("registrar", handIn(SUBJECTS, "全县（副本）.csv", file));
    String address = judged.selectFirst("form[action$=/taking]").attr("action");
    String draft = address.substring(0, address.lastIndexOf('/'));

    CompletableFuture<Response> taking =
        CompletableFuture.supplyAsync(() -> send("registrar", form(judged, "/taking"), Map.of()));
    Document underway = page("registrar", draft);
    while (!underway.text().contains("正在写入名录") && !taking.isDone()) {
      underway = page("registrar", draft);
    }

    assertThat(underway.select("progress[max=30000]")).isNotEmpty();
    assertThat(underway.select("#under-way").text()).containsPattern("每秒约 [0-9,]+ 行");
    assertThat(underway.select("noscript meta[http-equiv=refresh]")).isNotEmpty();
    Document twice = page(send("registrar", form(other, "/taking"), Map.of()), 409);
    assertThat(twice.text()).contains("同一件事正在办理");
    send("registrar", form(underway, "/stop"), Map.of());

    Document stopped = after("registrar", taking.get(2, TimeUnit.MINUTES));
    assertThat(stopped.text()).containsPattern("导入在第 [0-9,]+ 行之后停止");
    Document rest = after("registrar", send("registrar", form(other, "/taking"), Map.of()));
    assertThat(rest.text()).doesNotContain("之后停止");
    assertThat(page("coordinator", "/ui/imports").text()).contains("已停止");
    as("registrar").get("/api/v1/subjects/" + creditCode(FIRST + 39_999)).then().statusCode(200);
  }

  @Test
  void a_file_waits_for_who_handed_it_in_and_for_nobody_else() {
    byte[] file = csv(String.join(",", firm(FIRST + 1_301)));
    String draft = handIn(SUBJECTS, "mine.csv", file).header("Location");

    page(reads("coordinator").get(draft.replace("/registry", "")), 404);
    // Who left it finds it again where files are handed in; others see nothing of it.
    assertThat(page("registrar", "/ui/imports").select("a[href=" + draft + "]").text())
        .isEqualTo("mine.csv");
    assertThat(page("coordinator", "/ui/imports").select("a[href=" + draft + "]")).isEmpty();
    Document mine = page("registrar", draft);
    Response gone = send("registrar", form(mine, "/discard"), Map.of());

    assertThat(gone.header("Location")).isEqualTo("/registry/ui/imports");
    page(reads("registrar").get(draft.replace("/registry", "")), 404);
    page(send("registrar", form(mine, "/taking"), Map.of()), 404);
  }

  @Test
  void a_template_is_read_as_the_table_it_is_for() throws IOException {
    for (String kind : List.of("subjects", "inspectors", "items", "subjects/risk-classes")) {
      Document page = page("registrar", "/ui/" + kind + "/imports");
      for (String ending : List.of(".xlsx", ".csv")) {
        byte[] template =
            as("registrar")
                .get(
                    page.selectFirst("a[href$=" + ending + "]")
                        .attr("href")
                        .replace("/registry", ""))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Document refused =
            page(handIn("/ui/" + kind + "/imports", "empty" + ending, template), 422);
        assertThat(text(refused, ".field .fault")).as(kind + ending).contains("只有表头");
      }
    }
  }

  @Test
  void inspectors_and_items_are_handed_in_the_same_way() {
    byte[] people =
        """
        编号,姓名,单位,执法证号,执法证有效期至,专长,状态
        JC7301,张三丰,清河县交通运输局,0305990731,2099-12-31,道路货运,在岗
        JC7302,李四光,清河县交通运输局,0305990732,2099-13-31,道路货运,在岗
        """
            .getBytes(StandardCharsets.UTF_8);
    Document judged = after("registrar", handIn("/ui/inspectors/imports", "人员.csv", people));
    assertThat(table(judged, 0).getFirst()).startsWith("3", "执法证有效期至");
    after("registrar", send("registrar", form(judged, "/taking"), Map.of()));

    byte[] items =
        """
        编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式
        JT-7301,货运检查,《道路运输条例》第六十三条,一般,县,道路运输,现场检查
        JT-7302,客运检查,《道路运输条例》第六十三条,重点检查事项,县级,道路运输,现场检查
        """
            .getBytes(StandardCharsets.UTF_8);
    Document listed = after("registrar", handIn("/ui/items/imports", "事项.csv", items));
    Document taken = after("registrar", send("registrar", form(listed, "/taking"), Map.of()));
    assertThat(text(taken, "h1")).isEqualTo("已导入 2 行");

    Document asks = page("registrar", taken.selectFirst("a[href$=/undo]").attr("href"));
    assertThat(text(asks, ".tiles")).contains("不再列入2");
    Document asked =
        after("registrar", send("registrar", form(asks, "/undo"), Map.of("reason", "交错了清单")));
    Document decides = page("approver", asked.selectFirst(".told.warn a").attr("href"));
    assertThat(decides.text()).contains("不再列入");
    after("approver", send("approver", form(decides, "/approval"), Map.of()));

    await()
        .untilAsserted(() ->
            assertThat(page("coordinator", "/ui/items/JT-7301").text()).contains("列入它的导入已撤销"));
  }

  @Test
  void a_nul_in_a_cell_is_named_at_the_desk_and_the_file_can_be_seen_again() {
    List<String> firm = firm(964_001);
    firm.set(HEADS.indexOf("名称"), "清河\u0000公司");
    String subjects = String.join(",", HEADS) + "\n" + String.join(",", firm) + "\n";
    for (var file :
        Map.of(
                "subjects",
                subjects,
                "inspectors",
                """
                编号,姓名,单位,执法证号,执法证有效期至,专长,状态
                JC7391,张\u0000丰,清河县交通运输局,0305990791,2099-12-31,道路货运,在岗
                """,
                "items",
                """
                编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式
                JT-7391,货运\u0000检查,《道路运输条例》第六十三条,一般,县,道路运输,现场检查
                """)
            .entrySet()) {
      String address = "/ui/" + file.getKey() + "/imports";
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      Document judged = after("registrar", handIn(address, "nul.csv", bytes));
      assertThat(judged.text()).as(address).contains("空字符").contains("多于 10 份");
      as("registrar")
          .get("/api/v1/waiting")
          .then()
          .statusCode(200)
          .body("items.what", hasItem(containsString("“nul.csv”")));
    }
  }

  @Test
  void who_may_not_import_is_told_who_may_and_an_english_reader_reads_english() {
    Document wrong = page(reads("coordinator").get(SUBJECTS), 403);
    assertThat(wrong.text()).contains("名录管理人员");
    Document english = page(reads("registrar").header("Accept-Language", "en").get(SUBJECTS), 200);
    assertThat(english.select("main h1").text()).isEqualTo("Import subjects");
    assertThat(english.select("main h2, main p, main button, main label").text())
        .doesNotContainPattern("[\\p{IsHan}&&[^名录]]");
  }
}
