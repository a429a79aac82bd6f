package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    return as(account).post("/api/v1/subjects/" + what + "/approval").then();
  }

  @Test
  void a_firm_cancelled_by_the_registrar_alone_goes_on_counting_until_another_agrees() {
    load("", "text/csv", csv(row(830_001, "存续", "道路运输"))).statusCode(200);
    LocalDate past = today.minusMonths(2);
    change(830_001, "CANCELLED", past).statusCode(200).body("status", equalTo("ACTIVE"));
    one(830_001).body("status", equalTo("ACTIVE"));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/subjects/status-requests?limit=500")
                .then()
                .statusCode(200)
                .body(
                    "items.find { it.subject == '%s' }.requestedBy".formatted(creditCode(830_001)),
                    equalTo("registrar")));
    String address = creditCode(830_001) + "/status";
    approve("registrar", address).statusCode(403);
    approve("approver", address).statusCode(200).body("status", equalTo("CANCELLED"));
    approve("approver", address).statusCode(409).body("code", equalTo("status-not-requested"));
    as("auditor")
        .get("/api/v1/subjects/" + creditCode(830_001) + "/history")
        .then()
        .statusCode(200);
    change(830_001, "ACTIVE", today).statusCode(200).body("status", equalTo("CANCELLED"));
    approve("approver", address).statusCode(200).body("status", equalTo("ACTIVE"));
  }

  @Test
  void a_pause_since_a_past_day_waits_and_one_from_today_does_not() {
    load("", "text/csv", csv(row(830_002, "存续", "道路运输"))).statusCode(200);
    change(830_002, "SUSPENDED", today.minusDays(1))
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    change(830_002, "SUSPENDED", today).statusCode(200).body("status", equalTo("SUSPENDED"));
  }

  @Test
  void cancellations_of_a_table_wait_as_one_batch_and_all_else_of_it_holds_at_once() {
    load(
            "",
            "text/csv",
            csv(row(830_011, "存续", "道路运输"), row(830_012, "存续", "道路运输"), row(830_013, "存续", "道路运输")))
        .statusCode(200)
        .body("waiting", nullValue());
    byte[] extract =
        csv(
            row(830_011, "注销", "道路货运"),
            row(830_012, "迁出", "道路运输"),
            row(830_013, "停业", "道路运输"),
            row(830_014, "注销", "道路运输"));
    load("?dryRun=true", "text/csv", extract).statusCode(200).body("waiting.rows", equalTo(2));
    String batch =
        load("", "text/csv", extract)
            .statusCode(200)
            .body("changed", equalTo(4))
            .body("waiting.rows", equalTo(2))
            .body("notes.findAll { it.code == 'waits-for-second-person' }.row", contains(2, 3))
            .extract()
            .path("waiting.batch");
    one(830_011).body("status", equalTo("ACTIVE")).body("labels", contains("道路货运"));
    one(830_012).body("status", equalTo("ACTIVE"));
    one(830_013).body("status", equalTo("SUSPENDED"));
    one(830_014).body("status", equalTo("CANCELLED"));
    load("", "text/csv", extract).statusCode(200).body("changed", equalTo(0));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/subjects/status-requests?batch=" + batch)
                .then()
                .body("items.subject", contains(creditCode(830_011), creditCode(830_012))));
    approve("registrar", "status-requests/" + batch).statusCode(403);
    approve("approver", "status-requests/" + batch).statusCode(200).body("approved", equalTo(2));
    one(830_011).body("status", equalTo("CANCELLED"));
    one(830_012).body("status", equalTo("MOVED_OUT"));
    approve("approver", "status-requests/" + batch)
        .statusCode(409)
        .body("code", equalTo("status-not-requested"));
  }

  @Test
  void a_table_brings_nobody_back_and_names_the_row() {
    load("", "text/csv", csv(row(830_021, "注销", "道路运输"))).statusCode(200);
    byte[] back = csv(row(830_022, "存续", "道路运输"), row(830_021, "存续", "道路运输"));
    load("", "text/csv", back)
        .statusCode(422)
        .body("errors.row", contains(3))
        .body("errors.code", hasItem("cancelled-reinstated"));
    load("?skipBad=true", "text/csv", back)
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("refused", equalTo(1))
        .body("errors[0].code", equalTo("cancelled-reinstated"));
    one(830_021).body("status", equalTo("CANCELLED"));
  }
}
