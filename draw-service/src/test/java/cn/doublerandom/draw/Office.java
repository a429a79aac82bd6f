package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the people of an office do over REST until a draw is made. */
final class Office {
  static final String FREEZE = "{\"slots\":[[\"unit:大队\"],[]],\"alternates\":5,\"cap\":20}";
  static final Entropy.Contribution A = new Entropy.Contribution("纪检监察室", "ab".repeat(16), "123");
  static final Entropy.Contribution B = new Entropy.Contribution("企业代表", "cd".repeat(16), "");

  /** Of the plan several classes draw by, each its own. */
  static final List<String> TASKS =
      List.of("001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012");

  /** The task whose plan schedules two batches. */
  static final String TWICE_A_YEAR = "007";

  static final String SECRET = "5e".repeat(32);

  private static final String SUPERVISOR_KEY = "0a".repeat(32);
  private static final String RECEIPT = "ee".repeat(32);

  private Office() {}

  static RequestSpecification as(String account) {
    return given()
        .filter(new ReadsFirst())
        .header("Authorization", TestStack.bearer(account))
        .contentType("application/json");
  }

  static String task(int year, String number) {
    return (year + 1) + number + "-" + number;
  }

  static String plan(int year) {
    return "/api/v1/plans/130534-" + (year + 1);
  }

  /**
   * A plan numbered as the next year's whose tasks are drawn this year; public, with programmes.
   */
  static void publishedPlan(int year, List<String> tasks) {
    String plan = plan(year);
    if (given().get(plan).statusCode() == 200) {
      return;
    }
    StringBuilder table =
        new StringBuilder(
            "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n");
    for (String number : tasks) {
      String rate = number.equals(TWICE_A_YEAR) ? "10%;2次/年" : "10%";
      table.append(
          "%d%s\t计划%s\t%s号\t任务\t定向抽查\t%s\t事项\t范围\t法制安全科\t执法大队\t%d年1月至12月\n"
              .formatted(year + 1, number, number, number, rate, year));
    }
    as("coordinator")
        .contentType("text/plain; charset=UTF-8")
        .queryParam(
            "answer",
            IntStream.range(0, tasks.size())
                .mapToObj(i -> "%d|抽取日期|%d年1月至12月".formatted(i + 2, year))
                .toList())
        .body(table + "单位（盖章）：示例县交通运输局\n")
        .post("/api/v1/plans/imports")
        .then()
        .statusCode(201);
    for (String number : tasks) {
      as("coordinator")
          .body("{\"subjectKind\":\"ENTERPRISE\",\"labels\":[\"道路运输\"],\"itemFields\":[\"道路运输\"]}")
          .put(plan + "/tasks/" + task(year, number) + "/scope")
          .then()
          .statusCode(200);
    }
    KnownRegister.publish(plan);
    tasks.forEach(number -> KnownRegister.programme(task(year, number), year, 1));
  }

  static String freeze(String task) {
    return as("coordinator")
        .body(FREEZE)
        .post("/api/v1/tasks/" + task + "/draws")
        .then()
        .statusCode(201)
        .extract()
        .path("drawId");
  }

  /**
   * Everything a ceremony needs before its commit, each by the person it takes; the commit's body.
   */
  static Map<String, Object> ceremony(String draw) {
    name(draw, A.by(), "DISCIPLINE_INSPECTION", "witness-1").then().statusCode(201);
    name(draw, B.by(), "ENTERPRISE", "witness-2").then().statusCode(201);
    promise(draw, "witness-1", A).then().statusCode(201);
    promise(draw, "witness-2", B).then().statusCode(201);
    deposit(draw).then().statusCode(201);
    confirm(draw, Hashes.ofSecret(SECRET)).then().statusCode(201);
    agree(draw).then().statusCode(201);
    Map<String, Object> body = new HashMap<>();
    body.put("executeBy", Instant.now().plus(1, ChronoUnit.DAYS).toString());
    return body;
  }

  /** Somebody who has no other hand in the draw agrees to its terms. */
  static Response agree(String draw) {
    return as("approver-3").post(draw + "/terms-approval");
  }

  static Response name(String draw, String name, String kind, String account) {
    return as("coordinator")
        .body(Map.of("name", name, "kind", kind, "account", account))
        .post(draw + "/witnesses");
  }

  static Response promise(String draw, String account, Entropy.Contribution one) {
    return as(account)
        .body(Map.of("by", one.by(), "commitment", one.commitment()))
        .post(draw + "/promises");
  }

  static Response deposit(String draw) {
    as("supervisor")
        .body(Map.of("publicKey", SUPERVISOR_KEY))
        .post("/api/v1/supervisor-keys")
        .then()
        .statusCode(201);
    return as("coordinator")
        .body(
            Map.of(
                "operatorCommitment",
                Hashes.ofSecret(SECRET),
                "sealed",
                Base64.getEncoder().encodeToString(new byte[112]),
                "key",
                SUPERVISOR_KEY,
                "receiptHash",
                Hashes.ofReceipt(RECEIPT)))
        .post(draw + "/deposit");
  }

  static Response confirm(String draw, String found) {
    return as("supervisor")
        .body(Map.of("openedCommitment", found, "receipt", RECEIPT))
        .post(draw + "/deposit-confirmation");
  }

  /** Both witnesses, as soon as a checkpoint shows the commit. */
  static void reveal(String draw) {
    reveal(draw, "witness-1", A);
    reveal(draw, "witness-2", B);
  }

  static void reveal(String draw, String account, Entropy.Contribution one) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> as(account).body(one.json()).post(draw + "/contributions").statusCode() == 201);
  }
}
