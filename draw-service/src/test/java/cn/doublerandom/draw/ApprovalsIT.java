package cn.doublerandom.draw;

import static cn.doublerandom.draw.Office.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who approves says what he has read, and approves nothing else. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "draw"))
class ApprovalsIT {
  private static final int YEAR = 2040;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An approver of whom the test says what he has read. */
  private static RequestSpecification approver() {
    return given().header("Authorization", TestStack.bearer("approver"));
  }

  private static String read(String address) {
    Response read = approver().get(address);
    read.then().statusCode(200);
    return read.header("ETag");
  }

  @Test
  void every_approval_names_what_was_read() throws Exception {
    var all = new DemoIdentity.User("border", DemoIdentity.ROLES, "法制安全科");
    String document = given().get("/q/openapi?format=json").asString();

    ApprovalRun run =
        new ApprovalRun(URI.create("http://localhost:" + RestAssured.port), TestStack.bearer(all))
            .send(JSON.readTree(document));

    assertThat(run.taken()).isEmpty();
    assertThat(run.addresses()).isEqualTo(9);
  }

  @Test
  void another_sealing_key_than_was_read_is_not_put_to_use() {
    String keys = "/api/v1/sealing-keys";
    as("supervisor").post(keys).then().statusCode(201);
    String etag = read(keys + "/waiting");
    String second = as("supervisor").post(keys).then().extract().path("publicKey");

    approver()
        .header("If-Match", etag)
        .post(keys + "/approval")
        .then()
        .statusCode(412)
        .body("code", equalTo("version-mismatch"));

    approver()
        .header("If-Match", read(keys + "/waiting"))
        .post(keys + "/approval")
        .then()
        .statusCode(201)
        .body("[-1].publicKey", equalTo(second));
  }

  @Test
  void a_sealing_key_that_waits_is_declined_by_another_or_taken_back_by_who_asked() {
    String keys = "/api/v1/sealing-keys";
    List<String> inUse = as("supervisor").get(keys).then().extract().path("publicKey");
    as("supervisor").post(keys).then().statusCode(201);

    ends("supervisor", keys + "/decline", "机器不对").statusCode(403);
    ends("approver", keys + "/withdrawal", "机器不对").statusCode(403);
    other(List.of("supervisor"))
        .body(Map.of("reason", "机器不对"))
        .post(keys + "/withdrawal")
        .then()
        .statusCode(403)
        .body("code", equalTo("sealing-key-of-another"));
    for (String end : List.of("/decline", "/withdrawal")) {
      String who = end.equals("/decline") ? "approver" : "supervisor";
      ends(who, keys + end, " ").statusCode(400).body("errors.field", hasItem("reason"));
      ends(who, keys + end, "。。").statusCode(422).body("code", equalTo("reason-missing"));
    }
    ends("approver", keys + "/decline", "密钥在错误的机器上生成")
        .statusCode(200)
        .body("publicKey", equalTo(inUse));
    noneWaits(keys);

    as("supervisor").post(keys).then().statusCode(201);
    ends("supervisor", keys + "/withdrawal", "密钥在错误的机器上生成")
        .statusCode(200)
        .body("publicKey", equalTo(inUse));
    noneWaits(keys);

    RequestSpecification both = other(List.of("supervisor", "approver"));
    both.post(keys).then().statusCode(201);
    other(List.of("supervisor", "approver"))
        .body(Map.of("reason", "机器不对"))
        .post(keys + "/decline")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-needs-second-person"));
    ends("approver", keys + "/decline", "机器不对").statusCode(200);
  }

  private static void noneWaits(String keys) {
    approver()
        .get(keys + "/waiting")
        .then()
        .statusCode(409)
        .body("code", equalTo("sealing-key-not-requested"));
    ends("approver", keys + "/decline", "机器不对")
        .statusCode(409)
        .body("code", equalTo("sealing-key-not-requested"));
    ends("supervisor", keys + "/withdrawal", "机器不对")
        .statusCode(409)
        .body("code", equalTo("sealing-key-not-requested"));
  }

  private static ValidatableResponse ends(String account, String address, String reason) {
    return as(account).body(Map.of("reason", reason)).post(address).then();
  }

  private static RequestSpecification other(List<String> roles) {
    return given()
        .contentType("application/json")
        .header("Authorization", TestStack.bearer(new DemoIdentity.User("other", roles, "督导组")));
  }

  @Test
  void a_programme_written_anew_is_not_approved_by_who_read_the_old_one() {
    plan();
    String programme = "/api/v1/tasks/" + Office.task(YEAR, "001") + "/programme";
    write(programme, "第一期");
    String etag = read(programme + "/draft?batch=1");
    write(programme, "第一期，另选六家");

    approver()
        .header("If-Match", etag)
        .post(programme + "/approval?batch=1")
        .then()
        .statusCode(412);
    approver()
        .post(programme + "/approval?batch=1")
        .then()
        .statusCode(428)
        .body("context.read", equalTo("/draw" + programme + "/draft?batch=1"));

    approver()
        .get(programme + "/draft")
        .then()
        .body("phase", equalTo("DRAFT"))
        .body("programme.title", equalTo("第一期，另选六家"));
  }

  @Test
  @Tag("deep")
  void a_key_used_for_one_batch_writes_no_programme_of_another() {
    plan();
    String programme = "/api/v1/tasks/" + Office.task(YEAR, "001") + "/programme";
    keyed("two", "第二期").put(programme + "?batch=2").then().statusCode(200);

    keyed("two", "第二期")
        .put(programme + "?batch=3")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));

    keyed("two", "第二期").put(programme + "?batch=2").then().statusCode(200);
    approver().get(programme + "/draft?batch=2").then().statusCode(200);
    approver().get(programme + "/draft?batch=3").then().statusCode(404);
  }

  @Test
  void a_programme_keeps_nothing_nobody_can_see_and_names_no_batch_the_plan_has_not() {
    plan();
    String programme = "/api/v1/tasks/" + Office.task(YEAR, "001") + "/programme";
    write(programme, "第\u202e一期\u202c");
    approver().get(programme + "/draft").then().body("programme.title", equalTo("第一期"));
    write(programme, "第\\u202e一期\\u202c");
    approver().get(programme + "/draft").then().body("programme.title", equalTo("第一期"));

    keyed("four", "第四期")
        .put(programme + "?batch=4")
        .then()
        .statusCode(422)
        .body("code", equalTo("programme-batch-unplanned"))
        .body("context.field", equalTo("batch"));
  }

  /** The same however often it is sent. */
  private static void plan() {
    as("coordinator")
        .header("Idempotency-Key", "plan-of-the-approvals")
        .contentType("text/plain; charset=UTF-8")
        .queryParam("answer", "2|抽取日期|%d年1月至12月".formatted(YEAR))
        .body(
            """
            抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期
            %1$d001\t计划\t001号\t任务\t定向抽查\t10%%;3次/年\t事项\t范围\t法制安全科\t执法大队\t%2$d年1月至12月
            单位（盖章）：示例县交通运输局
            """
                .formatted(YEAR + 1, YEAR))
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(201);
  }

  private static void write(String programme, String title) {
    keyed("write-" + title.hashCode(), title).put(programme).then().statusCode(200);
  }

  private static RequestSpecification keyed(String key, String title) {
    return as("coordinator")
        .header("Idempotency-Key", key)
        .body(
            """
            {"title":"%1$s","documentNumber":"","items":["经营行为"],"checkFrom":"%2$d-01-01",
             "checkTo":"%2$d-12-31","teams":4,"training":"集中培训","method":"实地检查","contact":"法制安全科"}
            """
                .formatted(title, YEAR));
  }
}
