package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LivingFiles;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.person.PersonKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ForgettingIT {
  private static final String HEADS = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n";
  private static final String NAME = "诸葛被遗忘";

  @Inject Pool pool;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account, String role) {
    return given()
        .filter(new ReadsFirst())
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(role), "法制安全科")));
  }

  private static ValidatableResponse load(String kind, String csv) {
    return as("registrar", "registrar")
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + kind + "/imports")
        .then();
  }

  /** In lists masked, to who keeps the register in full. */
  private static void assertShown(String name) {
    as("registrar", "registrar")
        .get("/api/v1/inspectors/F-01")
        .then()
        .statusCode(200)
        .body("name", equalTo(name));
    String masked = name.equals(NAME) ? "诸****" : name;
    await()
        .untilAsserted(() ->
            as("auditor", "auditor")
                .get("/api/v1/inspectors?limit=500")
                .then()
                .body("items.find { it.id == 'F-01' }.name", equalTo(masked)));
  }

  private static ValidatableResponse ask(String account, String role, String path) {
    return as(account, role)
        .contentType("application/json")
        .body("{\"reason\":\"本人申请，已离职满三年\"}")
        .post("/api/v1/inspectors/F-01/" + path)
        .then();
  }

  @Test
  void whoever_left_can_be_forgotten_everywhere_by_two_people_and_never_comes_back()
      throws Exception {
    load("inspectors", HEADS + "F-01," + NAME + ",综合行政执法大队,13050001,2025-12-31,道路货运,在岗\n")
        .statusCode(200);
    RegisterFiles.admitted("F-01");
    assertShown(NAME);
    // A record parked elsewhere, an event about the person, a repeated import: none holds the name.
    load(
            "subjects",
            new String(
                RegisterFiles.csv(
                    String.join(",", RegisterFiles.firm(900_001)).replace("、道路货运", "")),
                StandardCharsets.UTF_8))
        .statusCode(200);
    load("recusals", "执法人员编号,检查对象编码,回避原因\nF-01," + RegisterFiles.creditCode(900_001) + ",近亲属\n")
        .statusCode(200);

    ask("registrar", "registrar", "erasure")
        .statusCode(409)
        .body("code", equalTo("inspector-still-active"));
    ask("approver", "approver", "erasure/approval")
        .statusCode(409)
        .body("code", equalTo("erasure-not-requested"));
    load("inspectors", HEADS + "F-01," + NAME + ",综合行政执法大队,13050001,2025-12-31,道路货运,离岗\n")
        .statusCode(200);
    ask("approver", "approver", "absence/approval").statusCode(200);
    ask("registrar", "registrar", "erasure").statusCode(201).body("state", equalTo("REQUESTED"));
    ask("registrar", "approver", "erasure/approval")
        .statusCode(403)
        .body("code", equalTo("erasure-own-request"));
    assertShown(NAME);
    ask("approver", "approver", "erasure/approval")
        .statusCode(200)
        .body("state", equalTo("ERASED"));

    assertShown(PersonKeys.ERASED);
    load("inspectors", HEADS + "F-01," + NAME + ",综合行政执法大队,13050001,2025-12-31,道路货运,在岗\n")
        .statusCode(422)
        .body("errors.row", equalTo(List.of(2)))
        .body("errors.code", equalTo(List.of("person-erased")));
    assertThat(events("PersonErased"))
        .singleElement()
        .asString()
        .contains("\"requestedBy\":\"registrar\"")
        .contains("\"approvedBy\":\"approver\"")
        .contains("离职满三年");
    assertThat(filesWith(NAME)).as("files with the name").isEmpty();
  }

  private List<String> events(String type) {
    List<String> payloads = new ArrayList<>();
    pool.preparedQuery("SELECT payload FROM event WHERE type = $1")
        .execute(io.vertx.mutiny.sqlclient.Tuple.of(type))
        .await()
        .indefinitely()
        .forEach(row -> payloads.add(row.getString("payload")));
    return payloads;
  }

  /** Every file of PostgreSQL and Kafka that holds the text, read byte by byte. */
  private static List<Path> filesWith(String text) throws IOException {
    LivingFiles files = LivingFiles.with(text, TestStack.directory());
    assertThat(files.searched()).as("files that were searched").isGreaterThan(500);
    return files.holding();
  }
}
