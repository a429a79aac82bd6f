package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.visit.VisitRecord;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * From the end of a visit to its final result: stated, signed, recorded, returned, corrected,
 * agreed to.
 */
record ClosingWay(String visit, String unit, VisitForms first, VisitForms second) {
  private String page() {
    return "/ui/visits/" + visit;
  }

  private String api() {
    return "/api/v1/visits/" + visit;
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private RequestSpecification officer(String account) {
    return as(account, "inspector");
  }

  void isGone() {
    nothingIsRecordedUnsigned();
    theSubjectStatesAndRefuses();
    bothSign();
    Document recorded = first.after(first.send(first.page(page()), "/result", Map.of()));
    assertThat(recorded.body().text()).contains("等待确认或者审核", "此前不公示");
    itIsReturnedAndCorrected();
    theLeadConfirms();
  }

  private String hash() {
    return officer("VW001")
        .get(api() + "/record")
        .then()
        .statusCode(200)
        .extract()
        .path("recordHash");
  }

  private void nothingIsRecordedUnsigned() {
    officer("VW001")
        .post(api() + "/result")
        .then()
        .statusCode(409)
        .body("code", equalTo("signatures-missing"))
        .body("context.missing", contains("SUBJECT", "VW001", "VW002"))
        .body("context.clause", matchesPattern(".*现场检查笔录.*"));
    Document visit = first.page(page());
    assertThat(visit.body().text()).contains("签名不齐，还不能录入：检查对象、VW001、VW002");
    assertThat(visit.select("form[action$=/result]")).isEmpty();
    assertThat(VisitForms.of("VW003", unit, "inspector").get(page() + "/signing").statusCode())
        .isEqualTo(403);
  }

  private void theSubjectStatesAndRefuses() {
    Document signing = first.page(page() + "/signing");
    assertThat(signing.body().text()).contains("灭火器过期，当场更换", "尚未记录陈述");
    signing =
        first.after(first.send(signing, "/statement", Map.of("words", List.of("灭火器已经更换，无其他异议"))));
    assertThat(signing.body().text()).contains("灭火器已经更换，无其他异议");
    Document dot =
        VisitForms.page(
            first.send(
                signing.selectFirst("form:has(input[value=GLASS])"),
                Map.of(
                    "signer", List.of("张某"),
                    "signedAs", List.of("安全负责人"),
                    "strokes", List.of("5,5"))),
            422);
    assertThat(dot.select("#glass .fault").text()).contains("一个点不是签名");
    Document alone =
        VisitForms.page(
            first.send(
                signing.selectFirst("form:has(input[value=REFUSED])"),
                Map.of(
                    "signer", List.of("张某"),
                    "signedAs", List.of("安全负责人"),
                    "refusal", List.of("对第二项有异议"))),
            422);
    assertThat(alone.select("details[open] .fault").text()).contains("见证人");
    String strokes = "10,10 60,20 90,30 120,40;150,50 180,60 210,70 240,80 300,90";
    signing =
        first.after(
            first.send(
                signing.selectFirst("form:has(input[value=GLASS])"),
                Map.of(
                    "signer", List.of("张某"),
                    "signedAs", List.of("安全负责人"),
                    "strokes", List.of(strokes))));
    assertThat(signing.body().text()).contains("手写签名：安全负责人").doesNotContain("张某");
    theSheetIsSealed();
  }

  private void theSheetIsSealed() {
    officer("VW002")
        .get(api() + "/subject-signature")
        .then()
        .statusCode(200)
        .body("signer", equalTo("张某"))
        .body("recordHash", equalTo(hash()));
    officer("VW003").get(api() + "/subject-signature").then().statusCode(403);
    as("c", "coordinator").get(api() + "/subject-signature").then().statusCode(403);
    Document sheet = VisitForms.of("lead", unit, "unit-lead").page(page() + "/subject-signature");
    assertThat(sheet.body().text()).contains("张某", "安全负责人");
    assertThat(sheet.select("svg polyline")).hasSize(2);
  }

  private void bothSign() {
    String hash = hash();
    officer("VW001")
        .body(Map.of("recordHash", "f".repeat(64), "digits", "ffffffff"))
        .post(api() + "/signatures")
        .then()
        .statusCode(409)
        .body("code", equalTo("signature-of-another-record"));
    Document signing = first.page(page() + "/signing");
    Document wrong =
        VisitForms.page(
            first.send(signing, "/signatures", Map.of("digits", List.of("00000000"))), 422);
    assertThat(wrong.select(".fault").text()).contains("核对码不对", "8 位核对码");
    signing =
        first.after(
            first.send(signing, "/signatures", Map.of("digits", List.of(hash.substring(0, 8)))));
    assertThat(signing.body().text()).contains("输入核对码后签名");
    anOfficerSignsWithHisKey(hash);
    assertThat(first.page(page() + "/signing").body().text()).contains("签名已齐");
  }

  /** Before anybody enrolled one: his own, a colleague's, and one nobody here is known for. */
  private void whoHasNoKeyIsToldApartFromWhoIsNotKnown() {
    for (String known : List.of("VW002", "vw002", "VW001")) {
      officer("VW002")
          .get("/api/v1/signing-keys/" + known)
          .then()
          .statusCode(200)
          .body("account", equalTo(known))
          .body("key", equalTo(null));
    }
    officer("VW002")
        .get("/api/v1/signing-keys/130534.scjg-VW001")
        .then()
        .statusCode(404)
        .body("code", equalTo("officer-unknown"));
  }

  private void anOfficerSignsWithHisKey(String hash) {
    whoHasNoKeyIsToldApartFromWhoIsNotKnown();
    PhoneKey phone = PhoneKey.made();
    officer("VW002")
        .body(Map.of("publicKey", phone.publicKey(), "proof", phone.proof("VW001")))
        .put("/api/v1/signing-keys/mine")
        .then()
        .statusCode(422)
        .body("code", equalTo("signature-unfit"));
    Document keys = second.page("/ui/signing-keys");
    assertThat(keys.body().text()).contains("没有登记签名密钥");
    keys =
        second.after(
            second.send(
                keys.selectFirst("#enrol form"),
                Map.of(
                    "publicKey", List.of(phone.publicKey()),
                    "proof", List.of(phone.proof("VW002")))));
    assertThat(keys.body().text()).contains(phone.known().id(), "还没有用它签过");
    officer("VW002")
        .body(Map.of("recordHash", hash, "digits", hash.substring(0, 8)))
        .post(api() + "/signatures")
        .then()
        .statusCode(409)
        .body("code", equalTo("signing-key-needed"));
    Document signing = second.page(page() + "/signing");
    String message = signing.selectFirst("#sign").attr("data-message").replace('|', '\n') + "\n";
    assertThat(message)
        .isEqualTo(
            new String(
                VisitRecord.message(visit, hash, "VW002"),
                java.nio.charset.StandardCharsets.UTF_8));
    String signature = phone.signs(VisitRecord.message(visit, hash, "VW002"));
    signing =
        second.after(second.send(signing, "/signatures", Map.of("signature", List.of(signature))));
    assertThat(signing.body().text()).contains("用密钥 " + phone.known().id() + " 签名");
    VisitForms coordinator = VisitForms.of("c", "法制安全科", "coordinator");
    await()
        .untilAsserted(() ->
            officer("VW002")
                .get("/api/v1/signing-keys/VW002")
                .then()
                .body("lastUsedOn", notNullValue()));
    assertThat(second.page("/ui/signing-keys").select("dl").text())
        .contains("最近一次签名")
        .doesNotContain("还没有用它签过");
    officer("VW001")
        .body(Map.of("reason", "手机遗失"))
        .post("/api/v1/signing-keys/VW002/revocation")
        .then()
        .statusCode(403)
        .body("code", equalTo("signing-key-foreign"));
    await()
        .untilAsserted(() ->
            assertThat(coordinator.page("/ui/signing-keys").select("td code").eachText())
                .contains(phone.known().id()));
    assertThat(coordinator.page("/ui/signing-keys").select("table").text())
        .contains("最近一次签名")
        .doesNotContain("还没有用它签过");
    assertThat(second.page("/ui/signing-keys").select("table")).isEmpty();
    officer("VW001").get("/api/v1/signing-keys").then().statusCode(403);
    Document lost = coordinator.page("/ui/signing-keys?account=vw002");
    assertThat(lost.selectFirst("input[name=account]").val()).isEqualTo("vw002");
    coordinator.after(
        coordinator.send(
            lost, "/revocation", Map.of("account", List.of("VW002"), "reason", List.of("手机遗失"))));
    officer("VW002").get("/api/v1/signing-keys/VW002").then().body("key", equalTo(null));
  }

  private void itIsReturnedAndCorrected() {
    await()
        .untilAsserted(() ->
            officer("VW002")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("result-confirmation")));
    as("VW001", "inspector").post(api() + "/result/confirmation").then().statusCode(428);
    assertThat(first.page(page()).select("form[action$=/confirmation]")).isEmpty();
    as("l", "legal-reviewer")
        .body(Map.of("reason", "依据有误"))
        .post(api() + "/result/legal-return")
        .then()
        .statusCode(409)
        .body("code", equalTo("review-not-yours"));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document untold = VisitForms.page(lead.send(lead.page(page()), "/return", Map.of()), 400);
    assertThat(untold.select("details[open] .fault").text()).isNotEmpty();
    lead.after(lead.send(untold, "/return", Map.of("reason", List.of("灭火器过期的依据条款不完整"))));
    await()
        .untilAsserted(() ->
            officer("VW001")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("result-returned")));
    Document back = first.page(page());
    assertThat(back.body().text()).contains("灭火器过期的依据条款不完整", "改正哪一项");
    Document corrected =
        first.after(
            first.send(
                first.page(page() + "/items/VW-2"),
                "/items/VW-2",
                Map.of(
                    "codes", List.of("E"),
                    "note", List.of("灭火器过期，当场更换"),
                    "violation.severity", List.of("MINOR"),
                    "violation.clause", List.of("《安全生产法》第三十六条第一款"),
                    "violation.measure", List.of("CORRECTION_ORDER"))));
    assertThat(corrected.body().text()).contains("签名不齐");
    Document signing = first.page(page() + "/signing");
    assertThat(signing.select("s").text()).contains("VW001 重新作答", "检查对象、VW001、VW002");
    theCorrectedRecordIsSigned();
  }

  private void theCorrectedRecordIsSigned() {
    String hash = hash();
    Document refused =
        first.after(
            first.send(
                first.page(page() + "/signing").selectFirst("form:has(input[value=REFUSED])"),
                Map.of(
                    "signer", List.of("张某"),
                    "signedAs", List.of("安全负责人"),
                    "refusal", List.of("认为已经签过"),
                    "witness", List.of("李某"),
                    "witnessedAs", List.of("村委会工作人员"))));
    assertThat(refused.body().text())
        .contains("拒绝签名：安全负责人", "理由：认为已经签过；见证人：村委会工作人员")
        .doesNotContain("李某");
    for (String who : List.of("VW001", "VW002")) {
      officer(who)
          .body(Map.of("recordHash", hash, "digits", hash.substring(0, 8)))
          .post(api() + "/signatures")
          .then()
          .statusCode(200);
    }
    officer("VW001").post(api() + "/result").then().statusCode(200);
  }

  private void theLeadConfirms() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document page = lead.page(page());
    assertThat(page.body().text()).contains("组长或者负责人确认", "待办理");
    Document done = lead.after(lead.send(page, "/confirmation", Map.of()));
    assertThat(done.body().text()).contains("已录入", "lead 于", "审核完毕，结果确定");
    officer("VW001").get(api()).then().body("state", equalTo("RECORDED"));
  }
}
