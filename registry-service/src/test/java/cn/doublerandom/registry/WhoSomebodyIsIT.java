package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose name a code bears is not for one person to say. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class WhoSomebodyIsIT {
  private static ValidatableResponse one(String id) {
    return as("registrar").get("/api/v1/subjects/" + id).then().statusCode(200);
  }

  private static String request(String id) {
    return "items.find { it.subject == '" + id + "' }.";
  }

  @Test
  void a_renamed_or_moved_firm_is_what_it_was_until_another_agreed_to_the_whole_row() {
    String id = creditCode(846_001);
    opened(csv(String.join(",", firm(846_001))));
    List<String> cells = firm(846_001);
    cells.set(1, "清河县顶替运输有限公司");
    cells.set(9, "130535");
    cells.set(8, "新址1号");
    byte[] renamed = csv(String.join(",", cells));
    load("", "text/csv", renamed)
        .statusCode(200)
        .body("waiting.rows", equalTo(1))
        .body("notes[0].text", containsString("本行全部内容，改变名称、行政区划"));
    load("", "text/csv", renamed).statusCode(200).body("stillWaiting", equalTo(1));
    one(id)
        .body("name", equalTo(firm(846_001).get(1)))
        .body("particulars.region", equalTo("130534"))
        .body("address", equalTo(firm(846_001).get(8)));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?limit=500")
                .then()
                .body(request(id) + "was.name", equalTo(firm(846_001).get(1)))
                .body(request(id) + "becomes.name", equalTo("清河县顶替运输有限公司"))
                .body(request(id) + "becomes.particulars.region", equalTo("130535")));
    as("approver").post("/api/v1/subjects/" + id + "/status/approval").then().statusCode(200);
    one(id)
        .body("name", equalTo("清河县顶替运输有限公司"))
        .body("particulars.region", equalTo("130535"))
        .body("address", equalTo("新址1号"));
  }

  @Test
  void who_decides_reads_the_old_and_the_new_name_of_a_person_and_nobody_else_does() {
    String row = "RY-84,%s,从业人员,,未分类,存续,交通局,2023-01-01,,,,,,,驾驶员,某公司,";
    opened(csv(row.formatted("尉迟从业")));
    load("", "text/csv", csv(row.formatted("尉迟顶替")))
        .statusCode(200)
        .body("waiting.rows", equalTo(1))
        .body("notes[0].text", not(containsString("尉迟")));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/status-requests?limit=500")
                .then()
                .body(request("RY-84") + "was.name", equalTo("尉迟从业"))
                .body(request("RY-84") + "becomes.name", equalTo("尉迟顶替")));
    for (String reader : List.of("auditor", "coordinator")) {
      as(reader)
          .get("/api/v1/status-requests?limit=500")
          .then()
          .statusCode(200)
          .body(request("RY-84") + "becomes.name", equalTo("RY-84"))
          .body(request("RY-84") + "becomes.particulars.sealedName", equalTo(""));
    }
    as("approver").post("/api/v1/subjects/RY-84/status/approval").then().statusCode(200);
    one("RY-84").body("name", equalTo("尉迟顶替"));
  }
}
