package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** 一人一证: no certificate is two inspectors'. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class CertificatesIT {
  private static ValidatableResponse people(String... rows) {
    return sent(TestStack.bearer("registrar"), rows);
  }

  private static ValidatableResponse sent(String token, String... rows) {
    String head = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态,省政府执法证号,省政府执法证有效期至\n";
    return given()
        .header("Authorization", token)
        .contentType("text/csv")
        .body((head + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then();
  }

  private static String person(String id, String certificate, String provincial) {
    return id + ",示例,大队," + certificate + ",2099-12-31,道路客运,在岗," + provincial + ",2099-12-31";
  }

  @Test
  void a_certificate_somebody_holds_is_refused_and_the_other_is_named() {
    people(person("ZS-01", "13053490001", "SZF-90001")).statusCode(200);
    people(person("ZS-02", "１３０５３４９０００１", ""))
        .statusCode(422)
        .body("errors.row", contains(2))
        .body("errors[0].field", equalTo("执法证号"))
        .body("errors[0].code", equalTo("certificate-taken"))
        .body("errors[0].text", containsString("“ZS-01”"));
    people(person("ZS-02", "13053490002", "SZF-90001"))
        .statusCode(422)
        .body("errors[0].field", equalTo("省政府执法证号"));
    people(person("ZS-01", "13053490001", "SZF-90001"))
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void two_rows_of_one_file_with_one_certificate_are_refused_and_two_that_changed_places_taken() {
    people(person("ZS-11", "13053490011", ""), person("ZS-12", "13053490011", ""))
        .statusCode(422)
        .body("errors.row", contains(3))
        .body("errors[0].text", containsString("“ZS-11”"));
    people(person("ZS-11", "13053490011", ""), person("ZS-12", "13053490012", "")).statusCode(200);
    RegisterFiles.admitted("ZS-11", "ZS-12");
    people(person("ZS-11", "13053490012", ""), person("ZS-12", "13053490011", ""))
        .statusCode(200)
        .body("changed", equalTo(2));
  }

  @Test
  void of_two_files_sent_at_once_with_one_certificate_one_is_refused() throws Exception {
    for (int round = 0; round < 5; round++) {
      String certificate = "1305349010" + round;
      try (var threads = Executors.newFixedThreadPool(4)) {
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String row = person("ZS-2" + round + i, certificate, "");
          // One account would wait for itself.
          String token =
              TestStack.bearer(new DemoIdentity.User("registrar-" + i, List.of("registrar"), "大队"));
          answers.add(threads.submit(() -> sent(token, row).extract().statusCode()));
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
          codes.add(answer.get());
        }
        assertThat(codes).containsOnlyOnce(200);
      }
    }
  }
}
