package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.embedded.TestStack;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of an office do over REST until a draw is made. */
final class Office {
  static final String FREEZE = "{\"slots\":[[\"unit:大队\"],[]],\"alternates\":5,\"cap\":20}";
  static final Entropy.Contribution A = new Entropy.Contribution("纪检监察室", "ab".repeat(16), "123");
  static final Entropy.Contribution B = new Entropy.Contribution("企业代表", "cd".repeat(16), "");

  /** The task whose plan schedules two batches. */
  static final String TWICE_A_YEAR = "007";

  static final String SECRET = "5e".repeat(32);

  private Office() {}

  static RequestSpecification as(String account) {
    return given()
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

  static Map<String, Object> ceremony() {
    Map<String, Object> body = new HashMap<>();
    body.put("operatorCommitment", Hashes.ofSecret(SECRET));
    body.put(
        "witnesses",
        List.of(
            Map.of("by", A.by(), "commitment", A.commitment()),
            Map.of("by", B.by(), "commitment", B.commitment())));
    body.put("executeBy", Instant.now().plus(1, ChronoUnit.DAYS).toString());
    return body;
  }

  static void reveal(String draw) {
    for (Entropy.Contribution one : List.of(A, B)) {
      as("supervisor").body(one.json()).post(draw + "/contributions").then().statusCode(201);
    }
  }
}
