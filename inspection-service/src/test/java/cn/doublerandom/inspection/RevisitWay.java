package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.verifier.Verify;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/** 回头看: the sample is frozen, witnessed and drawn; two who were not there see the visit again. */
record RevisitWay(String task, String visit, String unit, List<String> items) {
  private static final String SECRET = "5e".repeat(32);
  private static final Entropy.Contribution FIRST =
      new Entropy.Contribution("w1", "01".repeat(16), "351642");
  private static final Entropy.Contribution SECOND =
      new Entropy.Contribution("w2", "02".repeat(16), "一个数字");

  private String api() {
    return "/api/v1/revisits/" + task;
  }

  private String page() {
    return "/ui/revisits/" + task;
  }

  private String own() {
    return "/own-revisits/" + task + "/" + visit;
  }

  private static RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(role), "纪检监察室")));
  }

  void isGone() {
    theListIsFrozen();
    twoWitnessesAndTheCommit();
    theSampleIsDrawnAndVerified();
    theFirstResultIsHiddenWhileItIsSeenAgain();
    bothResultsAreComparedOnceTheOtherConfirms();
  }

  private void theListIsFrozen() {
    VisitForms supervisor = VisitForms.of("s1", "纪检监察室", "supervisor");
    Document list = supervisor.page("/ui/revisits");
    assertThat(list.body().text()).contains("还没有回头看");
    Document wrong = VisitForms.page(supervisor.send(list, "/revisits", Map.of()), 400);
    assertThat(wrong.select("details[open] .fault").eachText()).hasSize(2);
    await()
        .untilAsserted(() ->
            as("s1", "supervisor")
                .body(Map.of("size", 2))
                .post(api() + "/sample")
                .then()
                .statusCode(422)
                .body("code", equalTo("revisit-size-unfit"))
                .body("context.closed", equalTo(1)));
    Document frozen =
        supervisor.after(
            supervisor.send(
                wrong, "/revisits", Map.of("task", List.of(task), "size", List.of("1"))));
    assertThat(frozen.body().text()).contains("名单已锁定", "1 户，从 1 户中", "等待至少两名见证人");
    as("p", "publisher").get(api()).then().statusCode(403);
    as("s2", "supervisor")
        .get("/api/v1/revisits/2023999-001")
        .then()
        .statusCode(404)
        .body("code", equalTo("revisit-unknown"));
  }

  private void twoWitnessesAndTheCommit() {
    as("s1", "supervisor")
        .body(Map.of("commitment", FIRST.commitment()))
        .post(api() + "/promise")
        .then()
        .statusCode(403)
        .body("code", equalTo("revisit-witness-partial"));
    VisitForms witness = VisitForms.of("w1", "协会", "witness");
    Document promised =
        witness.after(
            witness.send(
                witness.page(page()),
                "/promise",
                Map.of("commitment", List.of(FIRST.commitment()))));
    assertThat(promised.select("form[action$=/promise]")).isEmpty();
    as("w2", "approver")
        .body(Map.of("commitment", SECOND.commitment()))
        .post(api() + "/promise")
        .then()
        .statusCode(200)
        .body("samples[0].promised", contains("w1", "w2"));
    VisitForms supervisor = VisitForms.of("s1", "纪检监察室", "supervisor");
    Document committed =
        supervisor.after(
            supervisor.send(
                supervisor.page(page()),
                "/commitment",
                Map.of("operatorCommitment", List.of(Hashes.ofSecret(SECRET)))));
    assertThat(committed.body().text()).contains("承诺值已公布", "等待见证人公布");
  }

  private void theSampleIsDrawnAndVerified() {
    VisitForms witness = VisitForms.of("w1", "协会", "witness");
    Document unfit =
        VisitForms.page(
            witness.send(
                witness.page(page()),
                "/reveal",
                Map.of("value", List.of("0"), "nonce", List.of(FIRST.nonce()))),
            422);
    assertThat(unfit.body().text()).contains("与您的承诺不符");
    witness.after(
        witness.send(
            unfit,
            "/reveal",
            Map.of("value", List.of(FIRST.value()), "nonce", List.of(FIRST.nonce()))));
    as("s1", "supervisor")
        .body(Map.of("operatorSecret", SECRET))
        .post(api() + "/execution")
        .then()
        .statusCode(409)
        .body("code", equalTo("revisit-reveals-missing"));
    as("w2", "approver")
        .body(Map.of("nonce", SECOND.nonce(), "value", SECOND.value()))
        .post(api() + "/reveal")
        .then()
        .statusCode(200);
    VisitForms supervisor = VisitForms.of("s1", "纪检监察室", "supervisor");
    Document drawn =
        supervisor.after(
            supervisor.send(
                supervisor.page(page()), "/execution", Map.of("operatorSecret", List.of(SECRET))));
    assertThat(drawn.body().text()).contains("已抽取", "等待录入", "下载验证文件");
    byte[] bundle =
        as("w1", "witness").get(api() + "/bundle").then().statusCode(200).extract().asByteArray();
    Verify.Verdict verdict = Verify.check(bundle);
    assertThat(verdict.isOk()).as(verdict.toString()).isTrue();
    byte[] same =
        as("s1", "supervisor")
            .accept("text/html,*/*;q=0.8")
            .get(page() + "/bundle")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(Verify.check(same).isOk()).isTrue();
    as("s2", "supervisor")
        .header("If-Match", as("s2", "supervisor").get(api()).header("ETag"))
        .header("Idempotency-Key", "void-of-s2")
        .body(Map.of("reason", "不满意抽取结果"))
        .post(api() + "/void")
        .then()
        .statusCode(409)
        .body("code", equalTo("revisit-not-now"));
    as("s1", "supervisor")
        .body(Map.of("size", 1))
        .post(api() + "/sample")
        .then()
        .statusCode(409)
        .body("code", equalTo("revisit-sample-stands"));
  }

  private List<String> team() {
    return as("s1", "supervisor")
        .get(api())
        .then()
        .statusCode(200)
        .extract()
        .path("samples[0].revisits[0].team");
  }

  private void theFirstResultIsHiddenWhileItIsSeenAgain() {
    String recorder = team().getFirst();
    as("VW001", "inspector")
        .get("/api/v1" + own())
        .then()
        .statusCode(403)
        .body("code", equalTo("not-on-team"));
    await()
        .untilAsserted(() ->
            as(recorder, "inspector").get("/api/v1/own-revisits").then().body("", hasSize(1)));
    as(recorder, "inspector")
        .get("/api/v1/waiting")
        .then()
        .statusCode(200)
        .body("items.kind", hasItem("revisit"));
    VisitForms officer = VisitForms.of(recorder, unit, "inspector");
    assertThat(officer.page("/ui/revisits").select("a[href$=" + visit + "]").text())
        .contains("清河县路途汽车维修有限公司");
    Document blind = officer.page("/ui" + own());
    assertThat(blind.body().text()).contains("清河县泰山路18号").doesNotContain("灭火器过期", "第一次 ");
    Document empty =
        VisitForms.page(officer.send(blind, "/items/" + items.getFirst(), Map.of()), 400);
    assertThat(empty.select(".fault").eachText()).isNotEmpty();
    officer.after(officer.send(empty, "/items/" + items.getFirst(), Map.of("codes", List.of("1"))));
    as(recorder, "inspector")
        .body(Map.of("codes", List.of("1")))
        .put("/api/v1" + own() + "/items/" + items.getLast())
        .then()
        .statusCode(200)
        .body("confirmed", nullValue());
    as(recorder, "inspector")
        .get("/api/v1" + own())
        .then()
        .statusCode(200)
        .body("revisit.confirmed", nullValue());
    assertThat(officer.page("/ui" + own()).body().text()).contains("等待小组的另一人确认");
  }

  private void bothResultsAreComparedOnceTheOtherConfirms() {
    VisitForms other = VisitForms.of(team().getLast(), unit, "inspector");
    Document asked = other.page("/ui" + own());
    assertThat(asked.body().text()).contains("请核对下面的录入").doesNotContain("灭火器过期");
    Document seen = other.after(other.send(asked, "/confirmation", Map.of()));
    assertThat(seen.body().text()).contains("/" + items.size() + " 项一致");
    as("s1", "supervisor")
        .get(api())
        .then()
        .statusCode(200)
        .body("samples[0].agreements.compared", contains(items.size()))
        .body("samples[0].revisits[0].confirmed.first.item", equalTo(items));
    // Who witnesses the draw is told nothing of what was found.
    as("w1", "witness")
        .get(api())
        .then()
        .statusCode(200)
        .body("samples[0].agreements", empty())
        .body("samples[0].revisits[0].confirmed", nullValue());
    Document page = VisitForms.of("s1", "纪检监察室", "supervisor").page(page());
    assertThat(page.body().text()).contains("一致程度", "95% 区间");
    assertThat(page.select("form")).allMatch(form -> !form.attr("action").contains("/revisits/"));
  }
}
