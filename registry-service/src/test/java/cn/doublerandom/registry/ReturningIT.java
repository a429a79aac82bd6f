package cn.doublerandom.registry;

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

/** A firm two people paused is brought back by two, over REST and by a table. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ReturningIT {
  private static final String PAUSED_ON = "2020-07-01";
  private static final String PAST = "2021-01-01";
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static String row(int number, String label, String registrar) {
    List<String> cells = firm(number);
    cells.set(3, label);
    cells.set(5, "存续");
    cells.set(6, registrar);
    return String.join(",", cells);
  }

  private static ValidatableResponse change(int number, String status, String effective) {
    return as("registrar")
        .contentType("application/json")
        .body(Map.of("status", status, "reason", "示例原因", "effective", effective))
        .post("/api/v1/subjects/" + creditCode(number) + "/status")
        .then();
  }

  private static ValidatableResponse agree(int number) {
    return as("approver")
        .post("/api/v1/subjects/" + creditCode(number) + "/status/approval")
        .then();
  }

  private static ValidatableResponse one(int number) {
    return as("registrar").get("/api/v1/subjects/" + creditCode(number)).then().statusCode(200);
  }

  private static void paused(int number) {
    change(number, "SUSPENDED", PAUSED_ON).statusCode(200);
    agree(number)
        .statusCode(200)
        .body("agreed.status", equalTo("SUSPENDED"))
        .body("agreed.from", equalTo(PAUSED_ON));
  }

  private static ValidatableResponse scope(String label, String day) {
    return as("coordinator")
        .get("/api/v1/subjects/scope?label=" + label + "&on=" + day)
        .then()
        .statusCode(200);
  }

  @Test
  void a_paused_firm_is_out_of_past_frames_until_another_agrees_to_its_return() {
    opened(csv(row(835_001, "复业甲", "局")));
    await().untilAsserted(() -> scope("复业甲", "2023-03-01").body("count", equalTo(1)));
    paused(835_001);
    await().untilAsserted(() -> scope("复业甲", "2023-03-01").body("count", equalTo(0)));

    change(835_001, "ACTIVE", PAST)
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"))
        .body("waiting.from", equalTo(PAST))
        .body("agreed", nullValue());

    one(835_001).body("status", equalTo("SUSPENDED"));
    as("registrar")
        .post("/api/v1/subjects/" + creditCode(835_001) + "/status/approval")
        .then()
        .statusCode(403);
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?limit=500")
                .then()
                .body(
                    "items.find { it.subject == '%s' }.effective".formatted(creditCode(835_001)),
                    equalTo(PAST)));
    scope("复业甲", "2023-03-01").body("count", equalTo(0));
    agree(835_001)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("waiting", nullValue())
        .body("agreed.status", equalTo("ACTIVE"))
        .body("agreed.from", equalTo(PAST));
    await().untilAsserted(() -> scope("复业甲", "2023-03-01").body("count", equalTo(1)));
    scope("复业甲", "2020-12-31").body("count", equalTo(0));
  }

  @Test
  void old_rows_of_paused_firms_wait_as_one_batch_and_all_else_of_them_holds_at_once() {
    byte[] old = csv(row(835_011, "复业乙", "局"), row(835_012, "复业乙", "局"));
    opened(old);
    paused(835_011);
    paused(835_012);

    byte[] again = csv(row(835_011, "复业乙", "新局"), row(835_012, "复业乙", "局"));
    String batch =
        load("", "text/csv", again)
            .statusCode(200)
            .body("changed", equalTo(2))
            .body("waiting.rows", equalTo(2))
            .body("notes.findAll { it.code == 'waits-for-second-person' }.row", contains(2, 3))
            .body("notes[0].text", containsString("登记状态变更为存续，自 " + today + " 起"))
            .extract()
            .path("waiting.batch");

    one(835_011).body("status", equalTo("SUSPENDED")).body("registrar", equalTo("新局"));
    one(835_012).body("status", equalTo("SUSPENDED"));
    load("", "text/csv", again)
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("stillWaiting", equalTo(2));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?batch=" + batch)
                .then()
                .body("items.status", contains("ACTIVE", "ACTIVE")));
    as("approver")
        .post("/api/v1/status-requests/" + batch + "/approval")
        .then()
        .statusCode(200)
        .body("approved", equalTo(2))
        .body("earliest", equalTo(today.toString()))
        .body("latest", equalTo(today.toString()));
    one(835_011).body("status", equalTo("ACTIVE"));
    one(835_012).body("status", equalTo("ACTIVE"));
  }
}
