package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.ApprovalRun;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who approves says what he has read, and approves nothing else. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ApprovalsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An approver of whom the test says what he has read. */
  private static RequestSpecification approver() {
    return given().header("Authorization", TestStack.bearer("approver"));
  }

  private static ValidatableResponse ask(String address, Map<String, Object> body) {
    return as("registrar").contentType("application/json").body(body).post(address).then();
  }

  private static String read(String address) {
    Response read = approver().get(address);
    read.then().statusCode(200);
    return read.header("ETag");
  }

  private static ValidatableResponse approve(String address, String etag) {
    return approver().header("If-Match", etag).post(address + "/approval").then();
  }

  @Test
  void every_approval_names_what_was_read() throws Exception {
    var all = new DemoIdentity.User("border", DemoIdentity.ROLES, "法制安全科");
    String document = given().get("/q/openapi?format=json").asString();

    ApprovalRun run =
        new ApprovalRun(URI.create("http://localhost:" + RestAssured.port), TestStack.bearer(all))
            .send(JSON.readTree(document));

    assertThat(run.taken()).isEmpty();
    assertThat(run.addresses()).isEqualTo(14);
  }

  @Test
  void who_read_one_request_does_not_grant_another_that_took_its_place() {
    String subject = "/api/v1/subjects/" + creditCode(978_001);
    String status = subject + "/status";
    opened(csv(String.join(",", firm(978_001))));
    ask(status, Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2023-03-01"))
        .statusCode(200);
    String etag = read(status);
    ask(status + "/withdrawal", Map.of("reason", "写错了")).statusCode(200);
    ask(status, Map.of("status", "CANCELLED", "reason", "注销", "effective", "2023-02-01"))
        .statusCode(200);

    approve(status, etag).statusCode(412).body("code", equalTo("version-mismatch"));

    approver().get(status).then().statusCode(200).body("reason", equalTo("注销"));
    as("registrar").get(subject).then().body("status", equalTo("ACTIVE"));
    approve(status, read(status)).statusCode(200).body("status", equalTo("CANCELLED"));
  }

  @Test
  void an_approval_that_names_nothing_says_where_to_read_and_approves_nothing() {
    String status = "/api/v1/subjects/" + creditCode(978_002) + "/status";
    opened(csv(String.join(",", firm(978_002))));
    ask(status, Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", "2023-03-01"))
        .statusCode(200);

    approver()
        .post(status + "/approval")
        .then()
        .statusCode(428)
        .contentType("application/problem+json")
        .body("code", equalTo("request-not-named"))
        .body("title", containsString("If-Match"))
        .body("context.read", equalTo("/registry" + status));

    approver().get(status).then().statusCode(200).body("requestedBy", equalTo("registrar"));
  }

  @Test
  void whoever_may_not_approve_is_told_so_before_anything_else() {
    as("registrar")
        .post("/api/v1/subjects/" + creditCode(978_003) + "/status/approval")
        .then()
        .statusCode(403);
  }

  @Test
  void another_mandate_than_was_read_is_not_granted() {
    String mandate = "/api/v1/offices/示例养护中心/mandate";
    mandate(mandate, "水路运输");
    approve(mandate, read(mandate)).statusCode(200);
    mandate(mandate, "公路工程");
    String etag = read(mandate);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "填错了条款"))
        .post(mandate + "/decline")
        .then()
        .statusCode(200);
    mandate(mandate, "道路运输");

    approve(mandate, etag).statusCode(412);

    approve(mandate, read(mandate)).statusCode(200).body("clauses[0].fields[0]", equalTo("道路运输"));
  }

  private static void mandate(String address, String field) {
    List<Map<String, Object>> clauses =
        List.of(Map.of("number", "第三条", "duty", "行业监管", "fields", List.of(field)));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("level", "COUNTY", "document", "局三定规定", "clauses", clauses))
        .put(address)
        .then()
        .statusCode(200);
  }

  @Test
  void another_merge_than_was_read_is_not_granted() {
    opened(
        csv(
            String.join(",", firm(978_011)),
            String.join(",", firm(978_012)),
            String.join(",", firm(978_013))));
    String merge = "/api/v1/subjects/" + creditCode(978_011) + "/merge";
    ask(merge, into(978_012)).statusCode(200);
    String etag = read(merge);
    ask(merge, into(978_013)).statusCode(200);

    approve(merge, etag).statusCode(412);

    approver().get(merge).then().body("into", equalTo(creditCode(978_013)));
    approve(merge, read(merge)).statusCode(200);
  }

  private static Map<String, Object> into(int firm) {
    return Map.of("into", creditCode(firm), "reason", "同一企业", "effective", "2023-03-01");
  }
}
