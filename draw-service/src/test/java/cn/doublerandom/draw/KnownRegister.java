package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.ParkedWatch;
import cn.doublerandom.embedded.TestStack;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** A small register as the registry tells it: 34 firms, four inspectors, one claimed item. */
final class KnownRegister {
  private KnownRegister() {}

  /** A plan whose scopes are decided goes its way to the public. */
  static void publish(String plan) {
    as("coordinator").post(plan + "/submission").then().statusCode(201);
    as("coordinator").post(plan + "/approval").then().statusCode(403);
    as("approver").post(plan + "/approval").then().statusCode(201);
    as("coordinator").body("{\"to\":\"邢台市交通运输局\"}").post(plan + "/report").then().statusCode(201);
    as("coordinator").post(plan + "/publication").then().statusCode(201);
  }

  /** The programme of a batch goes its way to the public. */
  static void programme(String task, int year, int batch) {
    String programme = "/api/v1/tasks/" + task + "/programme";
    String query = "?batch=" + batch;
    given().get(programme + query).then().statusCode(404);
    as("coordinator")
        .body(
            """
            {"title":"第一期","documentNumber":"","items":["经营行为"],"checkFrom":"%d-01-01",
             "checkTo":"%d-12-31","teams":4,"training":"集中培训","method":"实地检查","contact":"法制安全科"}
            """
                .formatted(year, year))
        .put(programme + query)
        .then()
        .statusCode(200);
    as("approver").post(programme + "/approval" + query).then().statusCode(201);
    as("coordinator").post(programme + "/publication" + query).then().statusCode(201);
    given().get(programme + query).then().statusCode(200).body("phase", equalTo("PUBLISHED"));
  }

  private static RequestSpecification as(String account) {
    return given()
        .filter(new ReadsFirst())
        .header("Authorization", TestStack.bearer(account))
        .contentType("application/json");
  }

  /**
   * S05 was told in 2019 to be suspended from 2020 on, and nobody told of it again; S06 is to be
   * suspended next December.
   */
  private static String days(int subject) {
    String from =
        switch (subject) {
          case 5 -> "2020-01-01";
          case 6 -> LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() + 1 + "-12-01";
          default -> "";
        };
    return from.isEmpty()
        ? ""
        : """
        ,"effective":"2018-01-01",
        "later":[{"from":"%1$s","status":"SUSPENDED","creditRiskClass":"A","labels":["道路运输"]}],
        "states":[{"from":"2018-01-01","status":"ACTIVE"},{"from":"%1$s","status":"SUSPENDED"}]
        """
            .formatted(from);
  }

  static void tell(String kafka) {
    long seq = 0;
    for (int i = 0; i < 34; i++) {
      TestStack.announce(
          kafka,
          "registry.events.v1",
          "subject-S" + i,
          "SubjectChanged",
          ++seq,
          """
          {"subjectId":"S%02d","name":"企业%d","kind":"ENTERPRISE","labels":["道路运输"],
           "creditRiskClass":"A","status":"ACTIVE","registrar":"局","since":"2018-01-01"%s}
          """
              .formatted(i, i, days(i)));
    }
    // A record nobody can read must not stop the others.
    ParkedWatch.expect("subject-BAD");
    TestStack.announce(
        kafka, "registry.events.v1", "subject-BAD", "SubjectChanged", ++seq, "{\"subjectId\":7,");
    for (int i = 0; i < 4; i++) {
      TestStack.announce(
          kafka,
          "registry.events.v1",
          "inspector-I" + i,
          "InspectorChanged",
          ++seq,
          """
          {"inspectorId":"I%d","unit":"大队","tags":["unit:%s"],"certificateValidUntil":"%s",
           "status":"ACTIVE","recusals":[%s]}
          """
              .formatted(
                  i,
                  i < 2 ? "大队" : "科",
                  i == 3 ? "2020-01-01" : "2999-12-31",
                  i == 0 ? "{\"subject\":\"S01\",\"reason\":\"RELATIVE\"}" : ""));
    }
    TestStack.announce(
        kafka,
        "registry.events.v1",
        "item-I-1",
        "ItemClaimed",
        ++seq,
        """
        {"itemCode":"I-1","name":"经营行为","legalBasis":"条例","category":"GENERAL","field":"道路运输",
         "method":"实地检查","unit":"局","mandate":"第三条","claimedOn":"2023-01-01"}
        """);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            given()
                .filter(new ReadsFirst())
                .header("Authorization", TestStack.bearer("coordinator"))
                .get("/api/v1/register")
                .then()
                .body("subjects", equalTo(34))
                .body("inspectors", equalTo(4))
                .body("claimedItems", equalTo(1)));
  }
}
