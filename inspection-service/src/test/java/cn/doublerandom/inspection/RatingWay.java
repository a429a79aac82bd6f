package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.inspection.rating.Rating;
import cn.doublerandom.inspection.rating.RatingCommand;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.Ratings;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jsoup.nodes.Document;

/**
 * 企业评价: a firm rates its visit by its code, once; a supervisor alone reads sums of five or more.
 */
record RatingWay(
    CommandHandler<RatingCommand, RatingEvent, Ratings> ratings,
    String unit,
    String visit,
    String code) {
  private static final String OFFICE = "纪检监察室";
  private static final String SUMS = "/api/v1/supervision/ratings/";
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 3);
  private static final Map<String, Object> FINE =
      Map.of(
          "certificatesShown", true,
          "onlyListedItems", true,
          "durationAcceptable", false,
          "overall", 4);

  private static RequestSpecification as(DemoIdentity.User user) {
    return given().header("Authorization", TestStack.bearer(user));
  }

  private static ValidatableResponse sums(String account, String unit, String role, int year) {
    return as(new DemoIdentity.User(account, List.of(role), unit)).get(SUMS + year).then();
  }

  private static ValidatableResponse rate(String code, Map<String, Object> said) {
    return given()
        .contentType("application/json")
        .body(said)
        .post("/api/v1/checks/" + code + "/rating")
        .then();
  }

  /** Before its visit is over nobody rates it. */
  void isTooEarly() {
    rate(code, FINE).statusCode(409).body("code", equalTo("rating-too-early"));
    given().get("/api/v1/checks/" + code + "/rating").then().statusCode(409);
  }

  /** After the end, when the code says nothing else any more. */
  void isGone() {
    rate("222222", FINE).statusCode(404).body("code", equalTo("check-code-unknown"));
    rate(code, Map.of("certificatesShown", true)).statusCode(400);
    rate(
            code,
            Map.of(
                "certificatesShown",
                true,
                "onlyListedItems",
                true,
                "durationAcceptable",
                true,
                "overall",
                6))
        .statusCode(400)
        .body("errors[0].field", equalTo("overall"));
    rate(code, FINE)
        .statusCode(403)
        .body("code", equalTo("rating-code-wrong"))
        .body("errors[0].field", equalTo("ratingCode"));
    nobodyWhoWasThereHasTheCode();
    String lost = handedOver();
    String own = itIsMadeOnItsPage();
    rate(code, coded(lost)).statusCode(403).body("code", equalTo("rating-code-wrong"));
    itIsRatedOnItsPage(own);
    given()
        .get("/api/v1/checks/" + code + "/rating")
        .then()
        .statusCode(200)
        .body("needsRatingCode", equalTo(true))
        .body("isGiven", equalTo(false));
    rate(code, coded(own))
        .statusCode(409)
        .header("ETag", nullValue())
        .body("code", equalTo("rating-given"));
    int year = MovableClock.today().getYear();
    sums("s", OFFICE, "supervisor", year).statusCode(200).body("ratings", empty());
    othersSeeNothing(year);
    fiveAreShownTogether();
  }

  private static Map<String, Object> coded(String ratingCode) {
    Map<String, Object> said = new HashMap<>(FINE);
    said.put("ratingCode", ratingCode);
    return said;
  }

  private ValidatableResponse make(String account, String ofUnit, String role) {
    return as(new DemoIdentity.User(account, List.of(role), ofUnit))
        .contentType("application/json")
        .post("/api/v1/visits/" + visit + "/rating-code")
        .then();
  }

  /** The officers, their lead, and a coordinator of their unit. */
  private void nobodyWhoWasThereHasTheCode() {
    make("VW001", unit, "inspector").statusCode(403);
    make("lead", unit, "unit-lead").statusCode(403);
    make("c", unit, "coordinator").statusCode(403).body("code", equalTo("rating-code-unfit"));
    make("VW001", OFFICE, "supervisor").statusCode(403).body("code", equalTo("rating-code-unfit"));
  }

  private String handedOver() {
    return make("c", "法制安全科", "coordinator")
        .statusCode(201)
        .body("code", matchesPattern("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}"))
        .extract()
        .path("code");
  }

  private String itIsMadeOnItsPage() {
    VisitForms coordinator = VisitForms.of("c", "法制安全科", "coordinator");
    Document desk = coordinator.page("/ui/visits/" + visit);
    assertThat(desk.body().text()).contains("评价码由 c 于", "取评价码交给企业");
    Document page = coordinator.page("/ui/visits/" + visit + "/rating-code");
    Document made = VisitForms.page(coordinator.send(page, "/rating-code", Map.of()), 200);
    assertThat(made.body().text()).contains("只显示这一次");
    String own = made.selectFirst("b code").text();
    assertThat(coordinator.page("/ui/visits/" + visit).body().text())
        .contains("第 2 次")
        .doesNotContain(own);
    assertThat(VisitForms.of("VW001", unit, "inspector").page("/ui/visits/" + visit).html())
        .doesNotContain(own);
    return own;
  }

  private static Document shown(Response answer) {
    return VisitForms.page(answer, 200);
  }

  private void itIsRatedOnItsPage(String own) {
    Document typed = shown(given().accept("text/html").get("/ui/checks?code=" + code));
    assertThat(typed.body().text())
        .contains("评价本次检查", "只检查了清单上的事项", "评价码")
        .doesNotContain("清河县路途汽车维修有限公司");
    assertThat(
            shown(
                    given()
                        .accept("text/html")
                        .header("Accept-Language", "en")
                        .get("/ui/checks/" + code))
                .body()
                .text())
        .contains("Rate this inspection");
    String key = typed.select("input[name=_key]").val();
    Response sent = send(code, own, key);
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
    Response twice = send(code, own, key);
    assertThat(twice.statusCode()).as("pressed twice: " + twice.asString()).isEqualTo(303);
    assertThat(twice.header("Location")).isEqualTo(sent.header("Location"));
    assertThat(send(code, own, UUID.randomUUID().toString()).statusCode()).isEqualTo(409);
    assertThat(
            shown(
                    given()
                        .accept("text/html")
                        .get(sent.header("Location").replace("/inspection", "")))
                .body()
                .text())
        .contains("评价已经收到")
        .doesNotContain("提交评价");
  }

  private static Response send(String code, String own, String key) {
    return given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(FINE)
        .formParam("ratingCode", own.toLowerCase(Locale.ROOT).replace("-", " "))
        .formParam("_key", key)
        .post("/ui/checks/" + code + "/rating");
  }

  private void othersSeeNothing(int year) {
    for (String role : List.of("inspector", "unit-lead", "coordinator", "auditor")) {
      sums("VW001", unit, role, year).statusCode(403);
      assertThat(VisitForms.of("VW001", unit, role).get("/ui/supervision/ratings").statusCode())
          .isEqualTo(403);
    }
    as(new DemoIdentity.User("s", List.of("supervisor"), OFFICE, List.of("130534.scjg")))
        .get(SUMS + 2023)
        .then()
        .statusCode(anyOf(is(401), is(403), is(404)));
  }

  /** What a quarter of a county brings is put before the rule itself. */
  private void fiveAreShownTogether() {
    for (int i = 0; i < 4; i++) {
      rated(i);
    }
    sums("s", OFFICE, "supervisor", 2023).body("ratings", empty());
    rated(4);
    rated(5);
    await()
        .untilAsserted(() ->
            sums("s", OFFICE, "supervisor", 2023)
                .body("ratings", hasSize(1))
                .body("ratings[0].units", equalTo(unit))
                .body("ratings[0].quarter", equalTo(2))
                .body("ratings[0].mean", equalTo("3.50"))
                .body("ratings[0].tally.count", equalTo(6))
                .body("ratings[0].tally.overall", equalTo(List.of(1, 0, 0, 5, 0))));
    assertThat(
            VisitForms.of("s", OFFICE, "supervisor")
                .page("/ui/supervision/ratings?year=2023")
                .body()
                .text())
        .contains("企业评价", "3.50", "1 / 0 / 0 / 5 / 0", unit);
  }

  private void rated(int number) {
    Instant now = MovableClock.now();
    ratings
        .within(Scope.HOME)
        .handle(
            "ratings-2023555-009-2023q2",
            new RatingCommand.RateVisit(
                "%064x".formatted(number),
                List.of(unit),
                new Rating(true, true, true, number == 0 ? 1 : 4),
                APRIL,
                APRIL,
                "national-2019"),
            new CommandContext(
                "subject-by-code", now, now, "t", "t", Optional.empty(), OptionalLong.empty()))
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
