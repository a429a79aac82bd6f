package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * People are planted in the register, and everything that can be read is searched for them:
 * PostgreSQL, Kafka, logs, exports, lists and pages. In every run the same is asked of the whole
 * suite ({@code DemoIT}).
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class PlantedPeopleIT {
  private static final String DRIVER = "欧阳种于此";
  private static final String HOME = "种树胡同七十七号";
  private static final String LICENCE = "PLANTED-LICENCE-77";
  private static final String OFFICER = "诸葛种于此";
  private static final String CERTIFICATE = "13999777";
  private static final String EXPERT = "公孙种于此";
  private static final String OWNER = "闻人种于此";
  private static final List<String> PLANTED =
      List.of(DRIVER, HOME, LICENCE, OFFICER, CERTIFICATE, EXPERT, OWNER);
  private static final String SHOWN = "/api/v1/inspector-certificates?limit=500";

  private static final List<String> READ =
      List.of(
          "/api/v1/subjects?limit=500",
          "/api/v1/subjects/PLANT-1",
          "/api/v1/subjects/PLANT-1/history",
          "/api/v1/subjects/PLANT-1/links",
          "/api/v1/subjects/PLANT-4",
          "/api/v1/subjects/PLANT-4/history",
          "/api/v1/subjects/PLANT-4/links",
          "/api/v1/subjects/export?format=csv",
          "/api/v1/subjects/look-alikes",
          "/api/v1/inspectors?limit=500",
          "/api/v1/experts?limit=500",
          "/api/v1/exchange/subjects?limit=500",
          "/api/v1/exchange/subjects/file-drop",
          "/api/v1/memory",
          "/q/openapi");

  private static RequestSpecification as(String role) {
    return given()
        .filter(new ReadsFirst())
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(role, List.of(role), "法制安全科")));
  }

  private static void load(String kind, String csv) {
    as("registrar")
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + kind + "/imports")
        .then()
        .statusCode(200);
  }

  private static void plant(String subjectStatus, String inspectorStatus) {
    load(
        "subjects",
        "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,类型,管辖单位,许可证\n"
            + "PLANT-1,%s,从业人员,道路货运,未分类,%s,县交通运输局,2020-01-01,%s,驾驶员,运输公司,从业资格证/%s/2099-01-01\n"
                .formatted(DRIVER, subjectStatus, HOME, LICENCE));
    load(
        "subjects",
        "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,类型,建设单位或所有人\n"
            + "PLANT-4,冀E种001挂,车辆,道路货运,未分类,%s,县交通运输局,2020-01-01,清河县,重型货车,%s\n"
                .formatted(subjectStatus, OWNER)
            + "PLANT-5,冀E种002挂,车辆,道路货运,未分类,存续,县交通运输局,2020-01-01,清河县,重型货车,清河县示例运输有限公司\n");
    load(
        "inspectors",
        "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n"
            + "PLANT-2,%s,综合行政执法大队,%s,2099-12-31,道路货运,%s\n"
                .formatted(OFFICER, CERTIFICATE, inspectorStatus));
    load(
        "experts",
        "编号,类别,名称,专业领域,委托机关,委托书文号,委托自,委托至\n"
            + "PLANT-3,专业人员,%s,桥梁,县交通运输局,清交委〔2023〕1号,2023-01-01,2099-12-31\n".formatted(EXPERT));
  }

  private static ValidatableResponse ask(String account, String address) {
    return as(account)
        .contentType("application/json")
        .body("{\"reason\":\"本人申请\"}")
        .post("/api/v1/" + address)
        .then();
  }

  /** By the account as it is written there. */
  private static ValidatableResponse approval(String account, String person) {
    return given()
        .filter(new ReadsFirst())
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("approver"), "科")))
        .contentType("application/json")
        .post("/api/v1/" + person + "/erasure/approval")
        .then();
  }

  @Test
  @Tag("deep")
  void planted_people_are_found_nowhere_and_forgotten_by_two_people() throws Exception {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.add(new SimpleFormatter().format(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listening);
    try {
      plant("存续", "在岗");
      await()
          .untilAsserted(() ->
              as("auditor")
                  .get("/api/v1/experts?limit=500")
                  .then()
                  .body("items.find { it.id == 'PLANT-3' }.name", equalTo("公****")));
      whoKeepsTheRegisterReadsThem();
      nobodyElseDoes();
      RegisterFiles.admitted("PLANT-2");
      RegisterFiles.confirmed("PLANT-1", "PLANT-4", "PLANT-5");
      plant("注销", "离岗");
      for (String gone : List.of("PLANT-1", "PLANT-4")) {
        as("approver").post("/api/v1/subjects/" + gone + "/status/approval").then().statusCode(200);
      }
      as("approver").post("/api/v1/inspectors/PLANT-2/absence/approval").then().statusCode(200);
      whoLeftShowsNothing();
      twoPeopleForgetThem();
      nobodyElseDoes();
    } finally {
      root.removeHandler(listening);
    }
    assertThat(log).as("lines of the log").isNotEmpty();
    for (String planted : PLANTED) {
      assertThat(log).noneMatch(line -> line.contains(planted));
      assertThat(filesWith(planted)).as("files with %s", planted).isEmpty();
    }
  }

  private static void whoKeepsTheRegisterReadsThem() {
    as("registrar")
        .get("/api/v1/subjects/PLANT-1")
        .then()
        .statusCode(200)
        .body("name", equalTo(DRIVER))
        .body("address", equalTo(HOME))
        .body("particulars.licences[0].number", equalTo(LICENCE));
    as("registrar")
        .get("/api/v1/subjects/PLANT-4")
        .then()
        .statusCode(200)
        .body("name", equalTo("冀E种001挂"))
        .body("address", equalTo("清河县"))
        .body("particulars.owner", equalTo(OWNER));
    as("auditor")
        .get("/api/v1/subjects/PLANT-5")
        .then()
        .body("particulars.owner", equalTo("清河县示例运输有限公司"));
    as("registrar")
        .get("/api/v1/inspectors/PLANT-2")
        .then()
        .statusCode(200)
        .body("name", equalTo(OFFICER))
        .body("certificate", equalTo(CERTIFICATE));
    // Colleagues call each other by name, and whoever looks on reads it nowhere.
    String called = "/api/v1/inspector-names?limit=500";
    as("inspector")
        .get(called)
        .then()
        .statusCode(200)
        .body("items.find { it.account == 'PLANT-2' }.name", equalTo(OFFICER));
    as("auditor").get(called).then().statusCode(403);
    // What he shows at a door colleagues who go there know too, and nobody else's program does.
    for (String role : DemoIdentity.ROLES) {
      boolean goesThere = role.equals("inspector") || role.equals("unit-lead");
      as(role).get(SHOWN).then().statusCode(goesThere ? 200 : 403);
    }
    as("inspector")
        .get(SHOWN)
        .then()
        .body("items.find { it.account == 'PLANT-2' }.name", equalTo(OFFICER))
        .body("items.find { it.account == 'PLANT-2' }.certificates.number", contains(CERTIFICATE))
        .body(
            "items.find { it.account == 'PLANT-2' }.certificates.validUntil",
            contains("2099-12-31"));
    // Who makes up teams publishes names, and no numbers.
    as("coordinator")
        .get("/api/v1/inspectors/PLANT-2")
        .then()
        .statusCode(200)
        .body("name", equalTo(OFFICER))
        .body(
            "certificate",
            equalTo(
                "*".repeat(CERTIFICATE.length() - 2)
                    + CERTIFICATE.substring(CERTIFICATE.length() - 2)));
    String table =
        as("registrar")
            .header("Accept", "text/html")
            .get("/api/v1/subjects/export?format=csv")
            .then()
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(table).contains(DRIVER, HOME, LICENCE, OWNER);
  }

  private static void nobodyElseDoes() {
    for (String address : List.of("/q/metrics", "/q/health")) {
      String answer = given().get(TestStack.operations(address)).asString();
      assertThat(PLANTED).as(address).noneMatch(answer::contains);
    }
    for (String address : READ) {
      for (String role : DemoIdentity.ROLES) {
        if (role.equals("registrar") && !address.contains("?limit")) {
          continue;
        }
        String answer = as(role).get(address).asString();
        assertThat(PLANTED).as("%s to %s", address, role).noneMatch(answer::contains);
      }
    }
  }

  private static void whoLeftShowsNothing() {
    await()
        .untilAsserted(() ->
            as("inspector")
                .get(SHOWN)
                .then()
                .body("items.find { it.account == 'PLANT-2' }.name", equalTo(""))
                .body("items.find { it.account == 'PLANT-2' }.certificates", empty()));
  }

  private static void twoPeopleForgetThem() {
    String withdrawal = "/api/v1/experts/PLANT-3/withdrawal";
    ask("registrar", "experts/PLANT-3/erasure")
        .statusCode(409)
        .body("code", equalTo("person-still-active"));
    as("registrar")
        .contentType("application/json")
        .body("{\"reason\":\"期满\"}")
        .post(withdrawal)
        .then()
        .statusCode(200);
    ask("registrar", "subjects/PLANT-5/erasure")
        .statusCode(409)
        .body("code", equalTo("not-a-person"));
    for (String person :
        List.of("subjects/PLANT-1", "subjects/PLANT-4", "inspectors/PLANT-2", "experts/PLANT-3")) {
      ask("approver", person + "/erasure/approval")
          .statusCode(409)
          .body("code", equalTo("erasure-not-requested"));
      ask("registrar", person + "/erasure").statusCode(201);
      as("registrar").get("/api/v1/" + person);
      approval("REGISTRAR", person).statusCode(403).body("code", equalTo("erasure-own-request"));
      approval("Registrar ", person).statusCode(401);
      ask("approver", person + "/erasure/withdrawal").statusCode(403);
      ask("registrar", person + "/erasure/decline").statusCode(403);
      ask("registrar", person + "/erasure/withdrawal").statusCode(200);
      ask("approver", person + "/erasure/decline").statusCode(409);
      ask("registrar", person + "/erasure").statusCode(201);
      ask("approver", person + "/erasure/decline").statusCode(200).body("state", equalTo("ENDED"));
      ask("registrar", person + "/erasure").statusCode(201);
      ask("approver", person + "/erasure/approval")
          .statusCode(200)
          .body("state", equalTo("ERASED"));
    }
    as("registrar")
        .get("/api/v1/subjects/PLANT-1")
        .then()
        .body("name", equalTo(PersonKeys.ERASED))
        .body("address", equalTo(""));
    as("registrar")
        .get("/api/v1/subjects/PLANT-4")
        .then()
        .body("name", equalTo("冀E种001挂"))
        .body("particulars.owner", equalTo(PersonKeys.ERASED));
    as("registrar")
        .get("/api/v1/inspectors/PLANT-2")
        .then()
        .body("name", equalTo(PersonKeys.ERASED));
    as("inspector")
        .get("/api/v1/inspector-names?limit=500")
        .then()
        .body("items.find { it.account == 'PLANT-2' }.name", equalTo(""));
    // A table that could not come in again would be no copy of the register.
    assertThat(as("registrar").get("/api/v1/subjects/export").asString())
        .doesNotContain("PLANT-1", "PLANT-4");
  }

  /** Every file of PostgreSQL and Kafka that holds the text, read byte by byte. */
  private static List<Path> filesWith(String text) throws IOException {
    LivingFiles files = LivingFiles.with(text, TestStack.directory());
    assertThat(files.searched()).as("files that were searched").isGreaterThan(500);
    return files.holding();
  }
}
