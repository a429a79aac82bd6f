package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes from the totals, and who comes back, waits for a second person. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class LeavingIT {
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static String row(int number, String status, String label) {
    List<String> cells = firm(number);
    cells.set(3, label);
    cells.set(5, status);
    return String.join(",", cells);
  }

  private static ValidatableResponse change(int number, String status, LocalDate effective) {
    return as("registrar")
        .contentType("application/json")
        .body(Map.of("status", status, "reason", "示例原因", "effective", effective.toString()))
        .post("/api/v1/subjects/" + creditCode(number) + "/status")
        .then();
  }

  private static ValidatableResponse one(int number) {
    return as("registrar").get("/api/v1/subjects/" + creditCode(number)).then().statusCode(200);
  }

  private static ValidatableResponse approve(String account, String what) {
    return as(account)
        .post(
            (what.startsWith("status-requests/") ? "/api/v1/" : "/api/v1/subjects/")
                + what
                + "/approval")
        .then();
  }

  @Test
  void a_firm_cancelled_by_the_registrar_alone_goes_on_counting_until_another_agrees() {
    opened(csv(row(830_001, "存续", "道路运输")));
    LocalDate past = today.minusMonths(2);
    change(830_001, "CANCELLED", past).statusCode(200).body("status", equalTo("ACTIVE"));
    one(830_001).body("status", equalTo("ACTIVE"));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?limit=500")
                .then()
                .statusCode(200)
                .body(
                    "items.find { it.subject == '%s' }.requestedBy".formatted(creditCode(830_001)),
                    equalTo("registrar")));
    String address = creditCode(830_001) + "/status";
    approve("registrar", address).statusCode(403);
    approve("approver", address)
        .statusCode(200)
        .body("status", equalTo("CANCELLED"))
        .body("agreed.status", equalTo("CANCELLED"))
        .body("agreed.from", equalTo(past.toString()));
    approve("approver", address).statusCode(409).body("code", equalTo("status-not-requested"));
    as("auditor")
        .get("/api/v1/subjects/" + creditCode(830_001) + "/history")
        .then()
        .statusCode(200);
    change(830_001, "ACTIVE", today).statusCode(200).body("status", equalTo("CANCELLED"));
    approve("approver", address).statusCode(200).body("status", equalTo("ACTIVE"));
  }

  @Test
  void a_pause_from_today_waits_and_is_declined_or_withdrawn_with_a_reason() {
    opened(csv(row(830_002, "存续", "道路运输")));
    change(830_002, "SUSPENDED", today).statusCode(200).body("status", equalTo("ACTIVE"));
    change(830_002, "SUSPENDED", today.minusDays(1))
        .statusCode(409)
        .body("code", equalTo("status-request-waits"))
        .body("context.waits", containsString("由 registrar 申请"));
    end("registrar", 830_002, "decline", "核实未停业").statusCode(403);
    end("approver", 830_002, "decline", "x")
        .statusCode(422)
        .body("code", equalTo("reason-missing"));
    end("approver", 830_002, "decline", "核实未停业").statusCode(200).body("status", equalTo("ACTIVE"));
    change(830_002, "SUSPENDED", today.minusDays(1)).statusCode(200);
    end("registrar", 830_002, "withdrawal", "日期录入有误").statusCode(200);
    end("registrar", 830_002, "withdrawal", "日期录入有误").statusCode(409);
    change(830_002, "SUSPENDED", today).statusCode(200);
    approve("approver", creditCode(830_002) + "/status")
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"));
  }

  private static ValidatableResponse end(String account, int number, String how, String reason) {
    return as(account)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/v1/subjects/" + creditCode(number) + "/status/" + how)
        .then();
  }

  @Test
  void a_firm_that_loses_its_label_its_class_or_its_founding_day_stays_until_another_agrees() {
    opened(csv(row(830_031, "存续", "道路运输")));
    List<String> cells = firm(830_031);
    cells.set(3, "危险货物");
    cells.set(4, "A");
    cells.set(5, "存续");
    cells.set(7, "2022-01-01");
    byte[] less = csv(String.join(",", cells));
    String batch =
        load("", "text/csv", less)
            .statusCode(200)
            .body("waiting.rows", equalTo(1))
            .extract()
            .path("waiting.batch");
    one(830_031)
        .body("labels", contains("道路运输"))
        .body("creditRiskClass", equalTo(firm(830_031).get(4)))
        .body("since", equalTo(firm(830_031).get(7)));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.text", hasItem(containsString("去掉监管标签“道路运输”，增加监管标签“危险货物”"))));
    approve("approver", "status-requests/" + batch).statusCode(200);
    one(830_031)
        .body("labels", contains("危险货物"))
        .body("creditRiskClass", equalTo("A"))
        .body("since", equalTo("2022-01-01"));
  }

  @Test
  void a_batch_is_declined_as_a_whole() {
    opened(csv(row(830_041, "存续", "道路运输"), row(830_042, "存续", "道路运输")));
    String batch =
        load("", "text/csv", csv(row(830_041, "注销", "道路运输"), row(830_042, "注销", "道路运输")))
            .statusCode(200)
            .extract()
            .path("waiting.batch");
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.size()", equalTo(2)));
    as("approver")
        .contentType("application/json")
        .body(Map.of("reason", "提取的是上月的名单"))
        .post("/api/v1/status-requests/" + batch + "/decline")
        .then()
        .statusCode(200)
        .body("declined", equalTo(2));
    approve("approver", "status-requests/" + batch).statusCode(409);
    one(830_041).body("status", equalTo("ACTIVE"));
  }

  private static byte[] withDays(String columns, String... rows) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", RegisterFiles.HEADS) + "," + columns);
    lines.addAll(List.of(rows));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_table_says_since_when_and_why_a_firm_is_out_and_a_revoked_licence_has_its_own_word() {
    opened(csv(row(830_051, "存续", "道路运输"), row(830_052, "存续", "道路运输"), row(830_053, "存续", "道路运输")));
    byte[] extract =
        withDays(
            "停业自,注销日期,注销原因,吊销日期,吊销原因",
            row(830_051, "注销", "道路运输") + ",,2025-03-04,决议解散,2024-01-01,",
            row(830_052, "吊销", "道路运输") + ",,,,2025-05-06,长期停业未经营",
            row(830_053, "停业", "道路运输") + ",2025-07-08,,,,",
            row(830_054, "吊销", "道路运输") + ",,,,2025-05-06,长期停业未经营");
    String batch =
        load("", "text/csv", extract)
            .statusCode(200)
            .body("waiting.rows", equalTo(3))
            .extract()
            .path("waiting.batch");
    load("", "text/csv", extract)
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("waiting", nullValue())
        .body("stillWaiting", equalTo(3))
        .body("notes.findAll { it.code == 'still-waits-for-second-person' }.row", contains(2, 3, 4))
        .body("notes.text", hasItem(containsString(batch)));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.effective", contains("2025-03-04", "2025-05-06", "2025-07-08"))
                .body("items.reason", hasItem(containsString("决议解散"))));
    approve("approver", "status-requests/" + batch).statusCode(200);
    one(830_052).body("status", equalTo("REVOKED"));
    one(830_054).body("status", equalTo("REVOKED"));
    await()
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/subjects/" + creditCode(830_054) + "/history")
                .then()
                .body("periods.from", hasItem("2025-05-06"))
                .body("periods.status", contains("UNCONFIRMED", "REVOKED")));
    load("", "text/csv", withDays("注销日期", row(830_055, "存续", "道路运输") + ",2025-03-04"))
        .statusCode(422)
        .body("errors.field", contains("注销日期"))
        .body("errors.code", contains("status-day-unclear"));
  }

  @Test
  void cancellations_of_a_table_wait_as_one_batch_and_all_else_of_it_holds_at_once() {
    opened(csv(row(830_011, "存续", "道路运输"), row(830_012, "存续", "道路运输"), row(830_013, "存续", "道路运输")));
    byte[] extract =
        csv(
            row(830_011, "注销", "道路货运"),
            row(830_012, "迁出", "道路运输"),
            row(830_013, "停业", "道路运输"),
            row(830_014, "注销", "道路运输"));
    load("?dryRun=true", "text/csv", extract)
        .statusCode(200)
        .body("waiting.rows", equalTo(3))
        .body("waiting", not(hasKey("batch")));
    String batch =
        load("", "text/csv", extract)
            .statusCode(200)
            .body("changed", equalTo(4))
            .body("waiting.rows", equalTo(3))
            .body("notes.findAll { it.code == 'waits-for-second-person' }.row", contains(2, 3, 4))
            .extract()
            .path("waiting.batch");
    one(830_011).body("status", equalTo("ACTIVE")).body("labels", contains("道路运输"));
    one(830_012).body("status", equalTo("ACTIVE"));
    one(830_013).body("status", equalTo("ACTIVE"));
    one(830_014).body("status", equalTo("CANCELLED"));
    load("", "text/csv", extract).statusCode(200).body("changed", equalTo(0));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.subject", hasItems(creditCode(830_011), creditCode(830_012))));
    approve("registrar", "status-requests/" + batch).statusCode(403);
    approve("approver", "status-requests/" + batch).statusCode(200).body("approved", equalTo(3));
    one(830_011).body("status", equalTo("CANCELLED")).body("labels", contains("道路货运"));
    one(830_013).body("status", equalTo("SUSPENDED"));
    one(830_012).body("status", equalTo("MOVED_OUT"));
    approve("approver", "status-requests/" + batch)
        .statusCode(409)
        .body("code", equalTo("status-not-requested"));
  }

  @Test
  void a_table_brings_nobody_back_and_says_so_of_the_row_and_the_other_rows_go_in() {
    load("", "text/csv", csv(row(830_021, "注销", "道路运输"))).statusCode(200);
    byte[] back = csv(row(830_022, "存续", "道路运输"), row(830_021, "存续", "道路运输"));
    for (String query : List.of("?dryRun=true", "")) {
      load(query, "text/csv", back)
          .statusCode(200)
          .body("changed", equalTo(1))
          .body("unchanged", equalTo(0))
          .body("refused", equalTo(0))
          .body("leftOut", equalTo(1))
          .body("notes.find { it.row == 3 }.code", equalTo("cancelled-reinstated"))
          .body("notes.find { it.row == 3 }.text", containsString("本行未处理"));
    }
    one(830_021).body("status", equalTo("CANCELLED"));
    one(830_022).body("status", equalTo("UNCONFIRMED"));
    load("", "text/csv", back)
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("unchanged", equalTo(1))
        .body("leftOut", equalTo(1));
  }

  @Test
  void a_row_that_would_replace_what_waits_is_left_out_and_the_other_rows_go_in() {
    opened(csv(row(830_061, "存续", "道路运输")));
    change(830_061, "SUSPENDED", today).statusCode(200);
    change(830_061, "SUSPENDED", today.plusDays(1))
        .statusCode(409)
        .body("code", equalTo("status-request-waits"));
    byte[] table =
        withDays(
            "注销日期",
            row(830_061, "注销", "道路运输") + "," + today.minusDays(1),
            row(830_062, "存续", "道路运输") + ",");
    load("", "text/csv", table)
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("leftOut", equalTo(1))
        .body("notes.find { it.row == 2 }.code", equalTo("status-request-waits"))
        .body("notes.find { it.row == 2 }.text", containsString("停业，自 " + today + " 起"));
    load("", "text/csv", withDays("停业自", row(830_061, "停业", "道路运输") + "," + today.plusDays(1)))
        .statusCode(200)
        .body("stillWaiting", equalTo(1))
        .body(
            "notes.find { it.row == 2 }.text",
            containsString("本行写的是自 " + today.plusDays(1) + " 起，与之不同，未采用"));
    one(830_061).body("waiting.from", equalTo(today.toString()));
    one(830_062).body("status", equalTo("UNCONFIRMED"));
    end("registrar", 830_061, "withdrawal", "日期录入有误").statusCode(200);
  }

  @Test
  void a_row_says_what_day_it_names_beside_the_one_that_waits_and_that_it_names_none() {
    opened(csv(row(830_071, "存续", "道路运输")));
    load("", "text/csv", csv(row(830_071, "注销", "道路运输")))
        .statusCode(200)
        .body("waiting.rows", equalTo(1))
        .body("notes[0].text", containsString("未写注销日期，按今日"));
    load("", "text/csv", withDays("注销日期", row(830_071, "注销", "道路运输") + ",2025-03-04"))
        .statusCode(200)
        .body("stillWaiting", equalTo(1))
        .body("notes.code", hasItem("still-waits-for-second-person"))
        .body("notes.text", hasItem(containsString("本行写的是自 2025-03-04 起，与之不同，未采用")));
  }

  @ParameterizedTest
  @CsvSource({
    "830081, 存续（在营、开业、在册）, ACTIVE",
    "830082, 存续(在营、开业、在册), ACTIVE",
    "830083, 开业, ACTIVE",
    "830084, 在业, ACTIVE",
    "830085, 在营, ACTIVE",
    "830086, 吊销，未注销, REVOKED",
    "830087, '\"吊销,未注销\"', REVOKED",
    "830088, 撤销, ANNULLED",
    "830089, 撤销登记, ANNULLED"
  })
  void a_state_is_read_in_the_words_of_the_market_supervision(
      int number, String word, String status) {
    opened(csv(row(number, word, "道路运输")));
    one(number).body("status", equalTo(status));
  }

  @Test
  void whoever_asks_is_told_what_waits_and_for_whom() {
    opened(csv(row(830_091, "存续", "道路运输")));
    change(830_091, "SUSPENDED", today)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("waiting.what", containsString("登记状态变更为停业，自 " + today + " 起"))
        .body("waiting.from", equalTo(today.toString()))
        .body("waiting.requestedBy", equalTo("registrar"))
        .body("waiting.note", equalTo("待另一人批准"));
    one(830_091)
        .body("status", equalTo("ACTIVE"))
        .body("waiting.what", containsString("登记状态变更为停业，自 " + today + " 起"))
        .body("waiting.from", equalTo(today.toString()))
        .body("waiting.requestedBy", equalTo("registrar"))
        .body("waiting.note", equalTo("待另一人批准"));
    approve("approver", creditCode(830_091) + "/status")
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"))
        .body("waiting", nullValue());
    one(830_091).body("status", equalTo("SUSPENDED")).body("waiting", nullValue());
  }

  private static final String PEOPLE = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n";

  private static ValidatableResponse people(String... rows) {
    return as("registrar")
        .contentType("text/csv")
        .body((PEOPLE + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then();
  }

  @Test
  void a_leave_of_a_past_day_is_answered_with_what_waits() {
    people("JC831,示例,大队,13053483101,2099-12-31,道路货运,在岗").statusCode(200);
    admitted("JC831");
    String past = today.minusDays(2).toString();
    as("registrar")
        .contentType("application/json")
        .body(Map.of("from", past, "until", today.toString(), "reason", "病假"))
        .post("/api/v1/inspectors/JC831/leaves")
        .then()
        .statusCode(201)
        .body("from", contains(past))
        .body("[0].waiting.requestedBy", equalTo("registrar"))
        .body("[0].waiting.note", equalTo("待另一人批准"));
    as("coordinator")
        .get("/api/v1/inspectors/JC831")
        .then()
        .body("waiting.what", containsString(past + " 至 " + today + " 请假"))
        .body("waiting.from", equalTo(past))
        .body("waiting.requestedBy", equalTo("registrar"))
        .body("waiting.note", equalTo("待另一人批准"));
    as("approver")
        .post("/api/v1/inspectors/JC831/absence/approval")
        .then()
        .statusCode(200)
        .body("from", contains(past))
        .body("[0].waiting", nullValue());
    as("coordinator").get("/api/v1/inspectors/JC831").then().body("waiting", nullValue());
  }

  private static ValidatableResponse eligibility(String inspector, LocalDate day) {
    return as("coordinator")
        .get("/api/v1/inspectors/" + inspector + "/eligibility?on=" + day)
        .then()
        .statusCode(200);
  }

  @Test
  void a_leave_of_today_or_to_come_takes_nobody_out_of_the_draw_until_another_agrees() {
    people("JC832,示例,大队,13053483201,2099-12-31,道路货运,在岗").statusCode(200);
    admitted("JC832");
    for (LocalDate day : List.of(today, today.plusDays(9))) {
      as("registrar")
          .contentType("application/json")
          .body(Map.of("from", day.toString(), "until", day.toString(), "reason", "事假"))
          .post("/api/v1/inspectors/JC832/leaves")
          .then()
          .statusCode(201)
          .body("find { it.from == '" + day + "' }.waiting.note", equalTo("待另一人批准"));
      eligibility("JC832", day).body("eligible", equalTo(true));
      as("registrar").post("/api/v1/inspectors/JC832/absence/approval").then().statusCode(403);
      as("approver").post("/api/v1/inspectors/JC832/absence/approval").then().statusCode(200);
      eligibility("JC832", day).body("reasons.code", contains("ON_LEAVE"));
    }
  }

  @Test
  void a_certificate_that_a_table_shortens_to_a_day_to_come_stays_until_another_agrees() {
    people("JC833,示例,大队,13053483301,2099-12-31,道路货运,在岗").statusCode(200);
    admitted("JC833");
    LocalDate soon = today.plusDays(3);
    people("JC833,示例,大队,13053483301," + soon + ",道路货运,在岗")
        .statusCode(200)
        .body("waiting.rows", equalTo(1))
        .body("notes[0].text", containsString("执法证有效期改为 " + soon));
    eligibility("JC833", soon.plusDays(1)).body("eligible", equalTo(true));
    as("approver").post("/api/v1/inspectors/JC833/absence/approval").then().statusCode(200);
    eligibility("JC833", soon.plusDays(1)).body("reasons.code", contains("CERTIFICATE_EXPIRED"));
  }

  @Test
  void another_person_in_an_inspectors_place_waits_and_who_decides_reads_both_names() {
    people("JC839,钟离某甲,大队,13053483901,2099-12-31,道路货运,在岗").statusCode(200);
    admitted("JC839");
    String cousin = "JC839,钟离某乙,大队,13053483902,2100-12-31,道路货运、公路工程,在岗";
    people(cousin)
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("waiting.rows", equalTo(1))
        .body("notes[0].text", containsString("改变姓名或执法证号，增加专长“公路工程”"))
        .body("notes[0].text", not(containsString("钟离")));
    people(cousin).statusCode(200).body("stillWaiting", equalTo(1));
    as("registrar")
        .get("/api/v1/inspectors/JC839")
        .then()
        .body("name", equalTo("钟离某甲"))
        .body("certificate", equalTo("13053483901"))
        .body("certificateValidUntil", equalTo("2099-12-31"))
        .body("skills", contains("道路货运"));
    people("JC840,示例,大队,13053483902,2099-12-31,道路货运,在岗")
        .statusCode(422)
        .body("errors[0].code", equalTo("certificate-taken"));
    String one = "items.find { it.inspector == 'JC839' }.";
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/inspectors/absence-requests?limit=500")
                .then()
                .body(one + "was.name", equalTo("钟离某甲"))
                .body(one + "becomes.name", equalTo("钟离某乙"))
                .body(one + "becomes.certificate", equalTo("13053483902")));
    as("auditor")
        .get("/api/v1/inspectors/absence-requests?limit=500")
        .then()
        .body(one + "becomes.name", not(containsString("某乙")))
        .body(one + "becomes.certificate", not(containsString("13053483")));
    as("approver").post("/api/v1/inspectors/JC839/absence/approval").then().statusCode(200);
    as("registrar")
        .get("/api/v1/inspectors/JC839")
        .then()
        .body("name", equalTo("钟离某乙"))
        .body("certificate", equalTo("13053483902"))
        .body("skills", contains("公路工程", "道路货运"));
  }

  @Test
  void who_is_added_to_a_register_that_has_inspectors_is_drawn_when_another_agreed_to_the_table() {
    people("JC834,示例,大队,13053483401,2099-12-31,道路货运,在岗").statusCode(200);
    String[] fresh = {
      "JC835,示例,大队,13053483501,2099-12-31,道路货运,在岗",
      "JC836,示例,大队,13053483601,2099-12-31,道路货运,在岗",
      "JC837,示例,大队,13053483701,2099-12-31,道路货运,离岗"
    };
    String batch =
        people(fresh)
            .statusCode(200)
            .body("changed", equalTo(3))
            .body("waiting.rows", equalTo(2))
            .extract()
            .path("waiting.batch");
    people(fresh).statusCode(200).body("changed", equalTo(0)).body("stillWaiting", equalTo(2));
    eligibility("JC835", today)
        .body("eligible", equalTo(false))
        .body("reasons.code", contains("AWAITS_APPROVAL"));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/inspectors/absence-requests?batch=" + batch)
                .then()
                .body("items.inspector", contains("JC835", "JC836")));
    String approval = "/api/v1/absence-requests/" + batch + "/approval";
    as("registrar").post(approval).then().statusCode(403);
    as("approver").post(approval).then().statusCode(200).body("approved", equalTo(2));
    as("approver")
        .post(approval)
        .then()
        .statusCode(409)
        .body("code", equalTo("absence-not-requested"));
    eligibility("JC835", today).body("eligible", equalTo(true));
    eligibility("JC837", today).body("reasons.code", contains("LEFT"));
    people("JC837,示例,大队,13053483701,2099-12-31,道路货运,在岗")
        .statusCode(200)
        .body("waiting.rows", equalTo(1));
    eligibility("JC837", today).body("eligible", equalTo(false));
  }

  @Test
  void a_table_of_new_inspectors_is_declined_by_another_or_withdrawn_by_who_asked() {
    people("JC834,示例,大队,13053483401,2099-12-31,道路货运,在岗").statusCode(200);
    for (String[] way :
        new String[][] {{"approver", "decline", "未经聘任"}, {"registrar", "withdrawal", "录入有误"}}) {
      String batch =
          people("JC838,示例,大队,13053483801,2099-12-31,道路货运,在岗")
              .statusCode(200)
              .extract()
              .path("waiting.batch");
      await()
          .untilAsserted(() ->
              as("approver")
                  .get("/api/v1/inspectors/absence-requests?batch=" + batch)
                  .then()
                  .body("items.inspector", contains("JC838")));
      as(way[0])
          .contentType("application/json")
          .body(Map.of("reason", way[2]))
          .post("/api/v1/absence-requests/" + batch + "/" + way[1])
          .then()
          .statusCode(200)
          .body("ended", equalTo(1));
      eligibility("JC838", today).body("reasons.code", contains("LEFT"));
    }
  }
}
