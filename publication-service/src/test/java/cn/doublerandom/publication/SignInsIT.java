package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 登录记录: what gateways tell is kept and shown to who watches, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class SignInsIT {
  private static final String REST = "/api/v1/sign-ins";
  private static final String PAGE = "/ui/sign-ins";
  private static final String BOOK = "00112233445566aa";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String role) {
    return given()
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(role, List.of(role), "法制安全科")));
  }

  private void tell(long number, String account, String what, String code, String at) {
    String json =
        """
        {"account":"%s","at":"%s","book":"%s","bureau":"","code":"%s","gateway":1,"number":%d,"previous":"%s","role":"","source":"192.168.1.0/24","times":1,"what":"%s"}\
        """
            .formatted(account, at, BOOK, code, number, "0".repeat(64), what);
    TestStack.announce(
        kafka,
        "gateway.audit.v1",
        "sign-in-%s-%09d".formatted(BOOK, number),
        "SignInTold",
        number,
        json);
  }

  private void told() {
    tell(1, "registrar", "SIGNED_IN", "", "2023-03-15T01:00:00Z");
    tell(2, "", "REFUSED", "account-unknown", "2023-03-15T01:01:00Z");
    tell(3, "registrar", "SIGNED_OUT", "", "2023-03-15T16:30:00Z");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            as("auditor").get(REST).then().statusCode(200).body("items.number", hasItems(1, 2, 3)));
  }

  @Test
  void what_gateways_told_is_found_by_account_matter_and_day_the_newest_first() {
    told();

    as("supervisor")
        .get(REST + "?account=registrar")
        .then()
        .body("items.number", equalTo(List.of(3, 1)))
        .body("items[0].what", equalTo("SIGNED_OUT"));
    as("operator").get(REST + "?what=REFUSED").then().body("items.number", equalTo(List.of(2)));
    // Half past midnight of the next day in Shanghai.
    as("auditor").get(REST + "?to=2023-03-15").then().body("items.number", not(hasItem(3)));
    as("auditor").get(REST + "?from=2023-03-16").then().body("items.number", equalTo(List.of(3)));
    String next = as("auditor").get(REST + "?limit=2").then().extract().path("next");
    as("auditor")
        .get(REST + "?limit=2&after=" + next)
        .then()
        .body("items.number", equalTo(List.of(1)));
    as("auditor").get(REST + "?what=OTHER").then().statusCode(400);

    String page = as("auditor").get(PAGE + "?account=registrar").then().extract().asString();
    assertThat(page)
        .contains("登录记录", "2023-03-16 00:30:00", "2023-03-15 09:00:00", "192.168.1.0/24", "1 号 · 3")
        .doesNotContain("不是已知账号");
    String english =
        as("auditor").header("Accept-Language", "en").get(PAGE).then().extract().asString();
    assertThat(english).contains("no such account", "Signed out").doesNotContain("没有这个账号");
    assertThat(as("auditor").get(PAGE + "?from=soon").then().extract().asString())
        .contains("aria-invalid");
    assertThat(as("auditor").get(PAGE + "?account=nobody").then().extract().asString())
        .contains("没有符合条件的记录");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "registrar", "publisher", "inspector", "approver"})
  void who_does_not_watch_is_told_nothing_of_who_comes_and_goes(String role) {
    as(role).get(REST).then().statusCode(403);
    as(role).header("Accept", "text/html").get(PAGE).then().statusCode(403);
    given().get(REST).then().statusCode(401);
  }
}
