package cn.doublerandom.inspection;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two officers of one who was not met: both sign the record, and say why the firm does not. */
final class BothSign {
  private BothSign() {}

  static void of(
      Function<String, RequestSpecification> as, String visit, String one, String other) {
    String hash = hash(as.apply(one), visit);
    for (String who : List.of(one, other)) {
      sign(as.apply(who), visit, hash);
    }
    Response asked =
        as.apply(one)
            .body(
                Map.of(
                    "recordHash",
                    hash,
                    "gaps",
                    List.of(Map.of("of", "SUBJECT", "reason", "登记住所无人，负责人联系不上"))))
            .post(visit + "/signature-gaps");
    asked.then().statusCode(200);
    as.apply(other)
        .header("If-Match", asked.header("ETag"))
        .post(visit + "/signature-gaps/approval")
        .then()
        .statusCode(200);
  }

  static String hash(RequestSpecification officer, String visit) {
    return officer.get(visit + "/record").then().statusCode(200).extract().path("recordHash");
  }

  static void sign(RequestSpecification officer, String visit, String hash) {
    officer
        .body(Map.of("recordHash", hash, "digits", hash.substring(0, 8)))
        .post(visit + "/signatures")
        .then()
        .statusCode(200);
  }
}
