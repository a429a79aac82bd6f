package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** 待办: a unit sees what it has to publish, and who watches over all what is late. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@TestProfile(WaitingIT.OwnLedger.class)
class WaitingIT {
  /** A stack of its own: other classes count what is overdue. */
  public static final class OwnLedger implements QuarkusTestProfile {}

  private static final String WAITING = "/api/v1/waiting";
  private static final String UNIT = "综合行政执法大队";
  private static final String DRAW = "130534-2023001-001-1";
  private static final String RESULT = DRAW + "-91130534MA0023063G";

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private void tell() {
    String hash = "a".repeat(64);
    TestStack.announce(
        kafka,
        "draw.events.v1",
        "task-130534-2023001-001",
        "DrawExecuted",
        1,
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":187,"selected":["91130534MA0023063G"],
         "subjects":[{"subject":"91130534MA0023063G","name":"清河县示例运输有限公司"}],
         "teams":[{"subject":"91130534MA0023063G","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2023-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, hash, hash));
    TestStack.announce(
        kafka,
        "inspection.events.v1",
        "visit-" + RESULT,
        "ResultRecorded",
        1,
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001",
         "subjectId":"91130534MA0023063G","inspectors":["JC001","JC002"],"unit":"%s",
         "units":["%s"],"recordedBy":"JC001",
         "finishedOn":"2023-03-16","dueOn":"2023-04-14","provisional":false,"codes":["1"],
         "findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(RESULT, DRAW, UNIT, UNIT));
  }

  @Test
  void a_result_waits_for_its_unit_but_not_for_who_recorded_it_until_it_is_public() {
    tell();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            as("JC002", UNIT, "publisher")
                .get(WAITING)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].kind", equalTo("result"))
                .body("items[0].due", equalTo("2023-04-14"))
                .body("items[0].what", startsWith("公示“")));
    for (String unit : List.of("别的单位", "", " ")) {
      as("JC002", unit, "publisher").get(WAITING).then().statusCode(200).body("items", empty());
    }
    as("JC001", UNIT, "publisher").get(WAITING).then().body("items", empty());
    as("coordinator", "法制安全科", "coordinator")
        .get(WAITING)
        .then()
        .body("items.kind", equalTo(List.of("result-overdue")));
    as("JC002", UNIT, "publisher")
        .header("Accept-Language", "en")
        .get(WAITING)
        .then()
        .body("items[0].what", startsWith("Publish the result of “"));
    as("JC002", UNIT, "inspector").get(WAITING).then().statusCode(403);
    given().get(WAITING).then().statusCode(401);
    ofThreeThousandResultsTheFirstFiftyAreTold();
  }

  /** Rows as the projection makes them. */
  private void ofThreeThousandResultsTheFirstFiftyAreTold() {
    pool.withTransaction(connection ->
            connection
                .query("SELECT set_config('role', view_writer(), TRUE)")
                .execute()
                .chain(() ->
                    connection
                        .query(
                            """
                            INSERT INTO result_view (bureau, id, body)
                            SELECT bureau, id || '-' || n, body FROM result_view, generate_series(1, 2900) AS n
                            WHERE id = '%s'
                            """
                                .formatted(RESULT))
                        .execute()))
        .await()
        .indefinitely();
    as("JC002", UNIT, "publisher")
        .get(WAITING)
        .then()
        .body("total", equalTo(2_901))
        .body("items", hasSize(50));
  }
}
