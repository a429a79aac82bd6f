package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.servicekit.rest.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What leaves the register: exchange with the platform, the checklist for March, the rules. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ExchangeIT {
  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  @Test
  void the_checklist_for_march_counts_what_is_missing_and_lists_the_rows() {
    String unlabelled = creditCode(950_001);
    opened(csv(unlabelled + ",无标签公司,企业,,未分类,存续,局,2015-01-01,,,,,,,,,证/1/2020-01-01"));
    for (String point :
        List.of("SUBJECT_UNLABELLED", "SUBJECT_UNCLASSIFIED", "SUBJECT_LICENCE_EXPIRED")) {
      await()
          .untilAsserted(() ->
              as("coordinator")
                  .get("/api/v1/readiness/" + point + "?limit=500")
                  .then()
                  .statusCode(200)
                  .body("items", hasItem(unlabelled)));
    }
    Response readiness = as("coordinator").get("/api/v1/readiness");
    readiness
        .then()
        .statusCode(200)
        .body("directories.directory", hasItems("ITEMS", "SUBJECTS", "INSPECTORS", "EXPERTS"))
        .body("directories[1].points.point", hasItem("SUBJECT_LOOK_ALIKE"))
        .body("directories[1].points.open.sum()", greaterThan(2));
    assertThat(readiness.jsonPath().getInt("directories[1].score")).isBetween(1, 99);
  }

  /** Of new firms that wait a further page was an error. */
  @Test
  void whoever_turns_the_pages_of_a_point_is_answered_at_every_one() {
    String first = Page.of(List.of("A", "B"), 1, key -> key).next();
    List<String> points =
        as("coordinator")
            .get("/api/v1/readiness")
            .then()
            .statusCode(200)
            .extract()
            .path("directories.points.point.flatten()");
    assertThat(points).contains("SUBJECT_UNCONFIRMED");
    for (String point : points) {
      as("coordinator")
          .get("/api/v1/readiness/" + point + "?after=" + first)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void three_rows_dropped_on_the_other_side_are_listed_exactly() {
    load(
            "",
            "text/csv",
            csv(
                creditCode(960_001) + ",甲,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_002) + ",乙,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_003) + ",丙,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_004) + ",丁,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    Map<String, String> platform = new LinkedHashMap<>();
    await()
        .untilAsserted(() -> {
          platform.clear();
          pullAll(platform);
          assertThat(platform).containsKey(creditCode(960_004));
        });
    reconciled(platform).body("differing", equalTo(0));
    for (int i = 1; i <= 3; i++) {
      platform.remove(creditCode(960_000 + i));
    }
    reconciled(platform)
        .body("differing", equalTo(3))
        .body(
            "differences.subject",
            equalTo(List.of(creditCode(960_001), creditCode(960_002), creditCode(960_003))))
        .body("differences.difference", hasItem("MISSING_THERE"));
    platform.put(creditCode(960_004), "0".repeat(64));
    platform.put("NOBODY", "0".repeat(64));
    reconciled(platform)
        .body("differing", equalTo(5))
        .body("differences.difference", hasItems("DIFFERENT", "MISSING_HERE"));
  }

  private static void pullAll(Map<String, String> into) {
    long cursor = 0;
    boolean more = true;
    while (more) {
      Response page =
          as("platform").get("/api/v1/exchange/subjects?limit=1000&updatedSince=" + cursor);
      assertThat(page.statusCode()).isEqualTo(200);
      var json = page.jsonPath();
      List<String> ids = json.getList("items.subject.id");
      List<String> hashes = json.getList("items.hash");
      for (int i = 0; i < ids.size(); i++) {
        into.put(ids.get(i), hashes.get(i));
      }
      cursor = json.getLong("next");
      more = json.getBoolean("more");
    }
  }

  private static ValidatableResponse reconciled(Map<String, String> platform) {
    var csv = new StringBuilder("编码,哈希\n");
    platform.forEach((id, hash) -> csv.append(id).append(',').append(hash).append('\n'));
    return as("platform")
        .contentType("text/csv")
        .body(csv.toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/exchange/subjects/reconciliations/imports")
        .then()
        .statusCode(200);
  }

  @Test
  void what_both_databases_hold_is_compared_in_the_tables_and_nothing_there_can_be_changed() {
    String kept = creditCode(965_001);
    String lost = creditCode(965_002);
    load(
            "",
            "text/csv",
            csv(
                kept + ",己,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                lost + ",庚,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    await().untilAsserted(() -> assertThat(told(List.of(kept, lost))).containsOnlyKeys(kept, lost));
    sql("INSERT INTO exchange.held (id, hash) SELECT id, hash FROM exchange.subject ORDER BY seq");
    compared().body("differing", equalTo(0)).body("rootHere", not(equalTo("")));
    sql(
        "INSERT INTO exchange.held (id, hash) VALUES ('"
            + lost
            + "', ''), ('NOBODY', repeat('0', 64))");
    int number = compared().body("differing", equalTo(2)).extract().path("number");
    String differences = "/api/v1/exchange/subjects/comparisons/" + number + "/differences";
    as("platform")
        .get(differences)
        .then()
        .statusCode(200)
        .body("items.subject", equalTo(List.of(lost, "NOBODY")))
        .body("items.difference", equalTo(List.of("MISSING_THERE", "MISSING_HERE")));
    as("platform")
        .get("/api/v1/exchange/subjects/comparisons")
        .then()
        .body("[0].number", equalTo(number));
    as("platform")
        .get("/api/v1/exchange/subjects/comparisons/999999/differences")
        .then()
        .statusCode(404)
        .body("code", equalTo("comparison-unknown"));
    // What the platform holds of another bureau under the same number is nothing of this one's.
    sql(
        "INSERT INTO exchange.held (bureau, id, hash) VALUES ('130534.scjg', '"
            + kept
            + "', repeat('1', 64))");
    compared().body("differing", equalTo(2));
    for (String change :
        List.of("UPDATE exchange.subject SET hash = hash", "DELETE FROM exchange.held")) {
      assertThatThrownBy(() -> sql(change)).hasMessageContaining("permission denied");
    }
  }

  private static ValidatableResponse compared() {
    return as("platform").post("/api/v1/exchange/subjects/comparisons").then().statusCode(201);
  }

  private Map<String, String> told(List<String> ids) {
    Map<String, String> hashes = new LinkedHashMap<>();
    pool.preparedQuery("SELECT id, hash FROM exchange.subject WHERE id = ANY ($1) ORDER BY seq")
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .await()
        .indefinitely()
        .forEach(row -> hashes.put(row.getString("id"), row.getString("hash")));
    return hashes;
  }

  private void sql(String statement) {
    pool.query(statement).execute().await().indefinitely();
  }

  @Test
  void a_new_holiday_notice_is_taken_once_told_to_the_others_and_counts_at_once() {
    String due = "/api/v1/workdays/due?from=2027-12-31&days=5";
    given().get(due).then().body("due", equalTo("2028-01-07")).body("provisional", equalTo(true));
    String notice =
        """
        {"number":"国办发明电〔2027〕8号","issuedOn":"2025-12-02","year":2028,
         "off":["2028-01-01","2028-01-03","2028-01-26","2028-04-04","2028-05-01","2028-05-28",
                "2028-10-01","2028-10-03"],
         "worked":["2028-01-08"]}
        """;
    as("registrar")
        .contentType("application/json")
        .body(notice)
        .post("/api/v1/workdays/notices")
        .then()
        .statusCode(403);
    for (int i = 0; i < 2; i++) {
      issued(notice).statusCode(201).body("notice.number", hasItem("国办发明电〔2027〕8号"));
    }
    given().get(due).then().body("due", equalTo("2028-01-07")).body("provisional", equalTo(true));
    as("approver")
        .get("/api/v1/workdays/notices/waiting")
        .then()
        .body("notice.number", hasItem("国办发明电〔2027〕8号"))
        .body("requestedBy", hasItem("coordinator"));
    issued(notice.replace("8号", "7号")).statusCode(409).body("code", equalTo("notice-waits"));
    as("coordinator")
        .post("/api/v1/workdays/notices/国办发明电〔2027〕8号/approval")
        .then()
        .statusCode(403);
    agreed("国办发明电〔2027〕8号").body("number", hasItem("国办发明电〔2027〕8号"));
    given().get(due).then().body("due", equalTo("2028-01-08")).body("provisional", equalTo(false));
    issued(notice.replace("2028-01-03\"", "2028-01-04\""))
        .statusCode(409)
        .body("code", equalTo("notice-number-taken"));
    issued(notice.replace("2028-01-08", "2029-01-08").replace("8号", "9号"))
        .statusCode(422)
        .body("code", equalTo("notice-day-outside-year"));
    issued(notice.replace("国办发明电〔2027〕8号", "放假通知")).statusCode(400);
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1"))
                .filteredOn(record -> record.value().contains("国办发明电〔2027〕8号"))
                .hasSize(1));
  }

  @Test
  void a_notice_without_the_mid_autumn_festival_counts_only_once_somebody_said_why() {
    String notice =
        """
        {"number":"国办发明电〔2028〕5号","issuedOn":"2025-12-03","year":2030,
         "off":["2030-01-01","2030-02-02","2030-04-05","2030-05-01","2030-06-05","2030-10-01"],
         "worked":[]%s}
        """;
    String day = "/api/v1/workdays/due?from=2030-01-01&days=1";
    issued(notice.formatted(""))
        .statusCode(422)
        .body("code", equalTo("notice-lacks-holiday"))
        .body("context.lacking", equalTo(List.of("MID_AUTUMN")))
        .body("context.holidays", equalTo(List.of("中秋节 2030-09-12")));
    given().get(day).then().body("provisional", equalTo(true));
    String answer = ",\"lacking\":[{\"holiday\":\"%s\",\"reason\":\"%s\"}]";
    issued(notice.formatted(answer.formatted("QINGMING", "另行通知")))
        .statusCode(422)
        .body("code", equalTo("notice-lacks-holiday"));
    issued(notice.formatted(answer.formatted("MID_AUTUMN", " "))).statusCode(400);
    issued(notice.formatted(answer.formatted("MID_AUTUMN", "国务院办公厅另行通知"))).statusCode(201);
    given().get(day).then().body("provisional", equalTo(true));
    agreed("国办发明电〔2028〕5号");
    given().get(day).then().body("provisional", equalTo(false));
  }

  @Test
  void a_notice_that_is_to_be_issued_tomorrow_is_refused_by_its_day() {
    LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
    issued(
            """
            {"number":"国办发明电〔2028〕6号","issuedOn":"%s","year":2031,"off":["2031-01-01"],"worked":[]}
            """
                .formatted(tomorrow))
        .statusCode(400)
        .body("errors[0].field", equalTo("issuedOn"))
        .body("errors[0].code", equalTo("day-in-future"));
  }

  @Test
  void a_notice_with_seventy_days_off_in_a_row_is_refused_by_its_field() {
    String days =
        LocalDate.of(2031, 3, 1)
            .datesUntil(LocalDate.of(2031, 5, 10))
            .map(day -> "\"" + day + "\"")
            .collect(Collectors.joining(","));
    issued(
            """
            {"number":"国办发明电〔2030〕9号","issuedOn":"2025-12-03","year":2031,"off":[%s],"worked":[]}
            """
                .formatted(days))
        .statusCode(422)
        .body("code", equalTo("notice-off-too-long"))
        .body("context.field", equalTo("off"));
  }

  private static ValidatableResponse agreed(String number) {
    return as("approver")
        .post("/api/v1/workdays/notices/" + number + "/approval")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse issued(String notice) {
    return as("coordinator")
        .contentType("application/json")
        .body(notice)
        .post("/api/v1/workdays/notices")
        .then();
  }

  @Test
  void the_file_drop_carries_its_own_proof_and_comes_in_again_without_a_change() throws Exception {
    load("", "text/csv", csv(creditCode(970_001) + ",戊,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    await()
        .untilAsserted(() -> {
          parts.clear();
          byte[] zip = as("platform").get("/api/v1/exchange/subjects/file-drop").asByteArray();
          try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
              parts.put(part.getName(), in.readAllBytes());
            }
          }
          assertThat(new String(parts.get("subjects.csv"), StandardCharsets.UTF_8))
              .contains(creditCode(970_001));
        });
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(parts.get("subjects.csv")));
    assertThat(new String(parts.get("subjects.csv.sha256"), StandardCharsets.UTF_8))
        .isEqualTo(hash + "  subjects.csv\n");
    assertThat(new String(parts.get("manifest.json"), StandardCharsets.UTF_8)).contains(hash);
    load("", "text/csv", parts.get("subjects.csv")).statusCode(200).body("changed", equalTo(0));
  }

  @Test
  void the_rules_of_a_day_are_told_with_their_basis() {
    given()
        .get("/api/v1/rule-packs/in-force?on=2023-03-15")
        .then()
        .statusCode(200)
        .body("find { it.key == 'PUBLICATION_DEADLINE' }.value.days", equalTo(20))
        .body("find { it.key == 'PUBLICATION_DEADLINE' }.pack", equalTo("hebei-2023"));
    given()
        .get("/api/v1/rule-packs/national-2019/diff/state-council-2025")
        .then()
        .statusCode(200)
        .body("key", hasItem("RECUSAL_RIGHT"));
    given().get("/api/v1/rule-packs/hebei-2023").then().body("rules.clauseOpen", hasItem(true));
    given().get("/api/v1/rule-packs/none").then().statusCode(404);
  }
}
