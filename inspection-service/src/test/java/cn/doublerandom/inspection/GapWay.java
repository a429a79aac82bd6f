package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * Of a finished visit under rules that do not ask for all signatures: what one officer alone cannot
 * do, by programs and by pages.
 */
final class GapWay {
  private static final String ILL = "检查当天突发疾病住院";

  private final String visit;
  private final String unit;
  private final String alone;
  private final String other;

  /**
   * @param alone signs and records
   * @param other does not agree, and does not sign
   */
  GapWay(String visit, String unit, String alone, String other) {
    this.visit = visit;
    this.unit = unit;
    this.alone = alone;
    this.other = other;
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)))
        .contentType("application/json");
  }

  private String api() {
    return "/api/v1/visits/" + visit;
  }

  private String page() {
    return "/ui/visits/" + visit;
  }

  void isGone() {
    VisitForms first = VisitForms.of(alone, unit, "inspector");
    recordsNothing();
    theOtherDisagrees();
    Document unsigned = first.page(page());
    assertThat(unsigned.body().text()).contains("先去签名", "不同意结论", "第二项只看了台账");
    assertThat(unsigned.select("form[action$=/result], form[action$=/signature-gaps]")).isEmpty();
    String hash = BothSign.hash(as(alone, "inspector"), api());
    as(alone, "inspector")
        .body(Map.of("recordHash", hash, "gaps", List.of(Map.of("of", other, "reason", ILL))))
        .post(api() + "/signature-gaps")
        .then()
        .statusCode(409)
        .body("code", equalTo("gap-asker-unsigned"));
    BothSign.sign(as(alone, "inspector"), api(), hash);
    recordsNothing();
    saysWhy(first, hash);
    Response again =
        as(other, "inspector")
            .header("If-Match", as(other, "inspector").get(api()).header("ETag"))
            .post(api() + "/signature-gaps/approval");
    again.then().statusCode(409).body("code", equalTo("gap-asker-unsigned"));
    theLeadAgrees();
  }

  /** Whose signature does not come is asked for none; why, and who agreed, stands there instead. */
  private void thePaperHasNoRoomForThem() {
    byte[] pdf =
        as(alone, "inspector")
            .get(api() + "/papers/RECORD")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    String paper = PaperText.of(pdf);
    assertThat(paper)
        .contains("缺" + other + "的签名：" + ILL, "（不补签，见下）", "单位负责人或者法制审核人员（账号lead）于")
        .doesNotContain("（未签）");
    String signing = paper.substring(paper.indexOf("以上记录与检查情况一致"));
    assertThat(signing.split("签名：", -1)).as(signing).hasSize(2);
    assertThat(signing).contains(alone).doesNotContain(other);
  }

  private void recordsNothing() {
    as(alone, "inspector")
        .post(api() + "/result")
        .then()
        .statusCode(409)
        .body("code", equalTo("gaps-unagreed"))
        .body("context.missing", hasItem(other));
  }

  private void theOtherDisagrees() {
    VisitForms second = VisitForms.of(other, unit, "inspector");
    Document signing = second.page(page() + "/signing");
    Document blank =
        VisitForms.page(second.send(signing, "/dispute", Map.of("reason", List.of(" "))), 400);
    assertThat(blank.select(".fault").text()).isNotBlank();
    second.after(second.send(signing, "/dispute", Map.of("reason", List.of("第二项只看了台账"))));
    as(other, "inspector")
        .get(api())
        .then()
        .body("state", equalTo("FINISHED"))
        .body("closing.dissent.by", equalTo(other))
        .body("closing.dissent.reason", equalTo("第二项只看了台账"));
  }

  private void saysWhy(VisitForms first, String hash) {
    as(alone, "inspector")
        .body(Map.of("recordHash", hash, "gaps", List.of(Map.of("of", other, "reason", ILL))))
        .post(api() + "/signature-gaps")
        .then()
        .statusCode(422)
        .body("code", equalTo("gaps-unfit"));
    Document ask = first.page(page());
    assertThat(ask.body().text()).contains("检查对象不能签名的原因", other);
    Document unreasoned =
        VisitForms.page(
            first.send(
                ask,
                "/signature-gaps",
                Map.of(
                    "gaps.SUBJECT.reason",
                    List.of("负责人一直联系不上"),
                    "gaps." + other + ".reason",
                    List.of("1"))),
            422);
    assertThat(unreasoned.select(".wrong textarea[name=gaps." + other + ".reason]")).isNotEmpty();
    Document waits =
        first.after(
            first.send(
                ask,
                "/signature-gaps",
                Map.of(
                    "gaps.SUBJECT.reason",
                    List.of("负责人一直联系不上"),
                    "gaps." + other + ".reason",
                    List.of(ILL))));
    assertThat(waits.body().text()).contains("等待另一人同意", ILL, "收回申请");
    assertThat(waits.select("form[action$=/signature-gaps-approval]")).isEmpty();
    as(alone, "inspector")
        .header("If-Match", as(alone, "inspector").get(api()).header("ETag"))
        .post(api() + "/signature-gaps/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("gaps-need-second-person"));
    recordsNothing();
  }

  private void theLeadAgrees() {
    await()
        .untilAsserted(() ->
            as("lead", "unit-lead")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("record-gaps")));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document page = lead.page(page());
    assertThat(page.body().text()).contains("不同意结论", "同意就是对缺签名的记录负责", "退回，要求补签");
    Document agreed = lead.after(lead.send(page, "/signature-gaps-approval", Map.of()));
    assertThat(agreed.body().text()).contains("以下签名不补", ILL, "申请不补签录入");
    as(alone, "inspector")
        .get(api())
        .then()
        .body("closing.gaps.by", equalTo(alone))
        .body("closing.gaps.agreedBy", equalTo("lead"))
        .body("closing.gaps.gaps", hasSize(2))
        .body("closing.missing", contains("SUBJECT", other));
    thePaperHasNoRoomForThem();
  }
}
