package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.after;
import static cn.doublerandom.registry.DeskForms.form;
import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.send;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.registry.application.BrokenOff;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A register that nobody has filled yet, and what becomes of the tables after the first. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(
    value = TestStack.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class OpeningIT {
  private static final int MANY = 20_010;
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static byte[] firms(int from, int to) {
    return csv(
        IntStream.range(from, to)
            .mapToObj(number -> String.join(",", firm(number)))
            .toArray(String[]::new));
  }

  private static CompletableFuture<JsonPath> sent(byte[] table) {
    return CompletableFuture.supplyAsync(
        () -> load("", "text/csv", table).statusCode(200).extract().jsonPath());
  }

  private static ValidatableResponse one(int number) {
    return as("registrar").get("/api/v1/subjects/" + creditCode(number)).then().statusCode(200);
  }

  private ValidatableResponse inScope() {
    return as("coordinator").get("/api/v1/subjects/scope?on=" + today + "&label=道路货运").then();
  }

  private static String early = "";

  /** It stays while another table opens the register. */
  @Test
  @Order(0)
  void a_file_held_against_an_empty_register_is_said_to_open_it() {
    Response kept =
        send(
            "registrar",
            form(page("registrar", "/ui/subjects/imports"), "/imports"),
            "早.csv",
            firms(1, 4));
    early = kept.header("Location");
    Document judged = after("registrar", kept);

    assertThat(judged.text()).contains("名录还是空的，这是第一份表");
    assertThat(judged.select("form[action$=/taking]")).hasSize(1);
  }

  @Test
  @Order(3)
  void a_register_that_was_opened_since_is_no_more_said_to_be_empty() {
    Document later = page("registrar", early);

    assertThat(later.text()).doesNotContain("名录还是空的，这是第一份表").contains("核对时名录还是空的，现在已有条目");
    assertThat(later.select("form[action$=/taking]")).isEmpty();
    Document again = after("registrar", send("registrar", form(later, "/check"), Map.of()));
    assertThat(again.text()).doesNotContain("核对时名录还是空的").contains("与名录相同");
  }

  @Test
  @Order(1)
  void of_two_tables_that_reach_an_empty_register_at_once_one_is_taken_as_it_is()
      throws InterruptedException, ExecutionException {
    load("?dryRun=true", "text/csv", firms(1, 301)).statusCode(200).body("waiting", nullValue());
    List<CompletableFuture<JsonPath>> tables =
        Stream.of(firms(1, 301), firms(301, 601)).map(OpeningIT::sent).toList();
    List<Object> waiting =
        Stream.of(tables.get(0).get(), tables.get(1).get())
            .map(report -> report.get("waiting.rows"))
            .toList();
    assertThat(waiting).containsExactlyInAnyOrder(null, 300);
    await().untilAsserted(() -> inScope().body("count", equalTo(300)));
  }

  @Test
  @Order(2)
  void who_is_new_to_a_register_in_use_is_neither_drawn_nor_counted_until_another_agrees() {
    String project = "QH-NEW-1,某路改造,项目,公路工程,未分类,存续,交通局,2023-01-01,,,,,交通局,路桥公司,,,";
    byte[] table = csv(String.join(",", firm(701)), String.join(",", firm(702)), project);
    String first = batch(load("", "text/csv", table).statusCode(200).body("changed", equalTo(3)));
    one(701)
        .body("status", equalTo("UNCONFIRMED"))
        .body("waiting.what", containsString("新入库，登记状态变更为存续"));
    load("", "text/csv", table)
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("stillWaiting", equalTo(3));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + first)
                .then()
                .body("items.becomes.name", hasItem(firm(701).get(1)))
                .body("items.was", hasItem(nullValue())));
    inScope().body("count", equalTo(300));
    told("UNCONFIRMED");
    ended("approver", first, "decline", "查无此企业").body("declined", equalTo(3));
    one(701).body("status", equalTo("UNCONFIRMED")).body("waiting", nullValue());
    String second = batch(load("", "text/csv", table).statusCode(200).body("changed", equalTo(3)));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + second)
                .then()
                .body("items.size()", equalTo(3)));
    ended("registrar", second, "withdrawal", "录入有误").body("withdrawn", equalTo(3));
    String third = batch(load("", "text/csv", table).statusCode(200).body("changed", equalTo(3)));
    approve("registrar", third).statusCode(403);
    await()
        .untilAsserted(
            () -> approve("approver", third).statusCode(200).body("approved", equalTo(3)));
    one(701).body("status", equalTo("ACTIVE"));
    await().untilAsserted(() -> inScope().body("count", equalTo(302)));
    told("ACTIVE");
    as("auditor")
        .get("/api/v1/subjects/" + creditCode(701) + "/history")
        .then()
        .body("periods.status", equalTo(List.of("UNCONFIRMED", "ACTIVE")))
        .body("periods[1].from", equalTo(today.toString()));
  }

  private static String batch(ValidatableResponse report) {
    return report.body("waiting.rows", equalTo(3)).extract().path("waiting.batch");
  }

  private static ValidatableResponse approve(String account, String batch) {
    return as(account).post("/api/v1/status-requests/" + batch + "/approval").then();
  }

  private static ValidatableResponse ended(
      String account, String batch, String how, String reason) {
    return as(account)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/v1/status-requests/" + batch + "/" + how)
        .then()
        .statusCode(200);
  }

  private void told(String status) {
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.subjects.v1"))
                .filteredOn(record -> record.key().equals("130534/" + creditCode(701)))
                .last()
                .extracting(record -> record.value())
                .asString()
                .contains("\"status\":\"" + status + "\""));
  }

  @Test
  @Order(3)
  void invented_firms_that_were_cancelled_were_never_counted() {
    load("", "text/csv", firms(711, 712)).statusCode(200);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "录入有误"))
        .post("/api/v1/subjects/" + creditCode(711) + "/status/withdrawal")
        .then()
        .statusCode(200);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("status", "CANCELLED", "reason", "录入有误", "effective", today.toString()))
        .post("/api/v1/subjects/" + creditCode(711) + "/status")
        .then()
        .statusCode(200)
        .body("status", equalTo("CANCELLED"));
    await()
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/subjects/" + creditCode(711) + "/history")
                .then()
                .body("periods.status", equalTo(List.of("UNCONFIRMED", "CANCELLED"))));
  }

  @Test
  @Order(4)
  void firms_of_whom_a_part_is_stored_are_agreed_to_by_nobody_and_come_with_the_table_sent_again() {
    byte[] table = firms(721, 724);
    String batch = batch(load("", "text/csv", table).statusCode(200));
    BrokenOff.importOf(batch);
    approve("approver", batch)
        .statusCode(409)
        .body("code", equalTo("batch-incomplete"))
        .body("title", containsString("重新导入"));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.size()", equalTo(3)));
    ended("registrar", batch, "withdrawal", "导入中断").body("withdrawn", equalTo(3));
    String again = batch(load("", "text/csv", table).statusCode(200).body("changed", equalTo(3)));
    await()
        .untilAsserted(
            () -> approve("approver", again).statusCode(200).body("approved", equalTo(3)));
  }

  @Test
  @Order(5)
  @Tag("deep")
  void a_batch_of_more_than_one_command_takes_says_so_and_how_to_go_on() {
    var table = new StringBuilder(String.join(",", RegisterFiles.HEADS)).append('\n');
    for (int i = 0; i < MANY; i++) {
      table.append(
          "QH-MANY-%05d,某路改造,项目,公路工程,未分类,存续,交通局,2023-01-01,,,,,交通局,路桥公司,,,\n".formatted(i));
    }
    JsonPath report =
        load("", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8))
            .statusCode(200)
            .body("waiting.rows", equalTo(MANY))
            .body("notes[0].code", equalTo("batch-approved-in-parts"))
            .body("notes[0].text", containsString("批准 2 次"))
            .extract()
            .jsonPath();
    String batch = report.getString("waiting.batch");
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/readiness")
                .then()
                .body(
                    "directories[1].points.find { it.point == 'SUBJECT_UNCONFIRMED' }.open",
                    greaterThanOrEqualTo(MANY)));
    approve("approver", batch)
        .statusCode(200)
        .body("approved", equalTo(20_000))
        .body("more", containsString("再次提交"));
    approve("approver", batch)
        .statusCode(200)
        .body("approved", equalTo(MANY - 20_000))
        .body("more", nullValue());
  }
}
