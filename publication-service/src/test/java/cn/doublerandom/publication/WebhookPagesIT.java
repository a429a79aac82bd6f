package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.publication.application.WebhookWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 推送订阅 at the desk: asked for by one, agreed to by another, and a secret that is shown once. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class WebhookPagesIT {
  private static final String PAGE = "/ui/webhooks";

  private static RequestSpecification as(String account, String role) {
    return given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of(role), "法制安全科")));
  }

  private static Document page(Response answer, int status) {
    return Jsoup.parse(answer.then().statusCode(status).extract().asString());
  }

  private static Response send(
      String account, String role, Element form, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>();
    form.select("input[type=hidden]").forEach(one -> fields.put(one.attr("name"), one.val()));
    fields.putAll(typed);
    return as(account, role)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(form.attr("action").replaceFirst("/publication", ""));
  }

  private static Element form(Document page, String action) {
    Element form = page.selectFirst("form[action$=" + action + "]");
    assertThat(form).as(page.text()).isNotNull();
    return form;
  }

  private static Response ask(String account, String role, String address) {
    Document list = page(as(account, role).get(PAGE), 200);
    return send(
        account,
        role,
        form(list, "/webhooks"),
        Map.of("authority", "清河县财政局", "address", address, "news", "RESULT_PUBLISHED"));
  }

  @Test
  void one_asks_another_agrees_and_the_secret_stands_on_the_answer_alone() {
    String address = "http://127.0.0.1:9/desk";
    String own = PAGE + "/" + WebhookWork.id(address);
    ask("JC072", "publisher", address).then().statusCode(303);

    Document asked = page(as("li", "coordinator").get(own), 200);
    assertThat(asked.text()).contains("清河县财政局", "待同意", "结果公示");
    assertThat(waiting("li", "coordinator")).contains("/publication" + own);
    assertThat(waiting("JC072", "coordinator")).doesNotContain("/publication" + own);
    Document agreed = page(send("li", "coordinator", form(asked, "/approval"), Map.of()), 200);
    assertThat(agreed.select("code").eachText()).anyMatch(text -> text.startsWith("whsec_"));

    assertThat(waiting("zhao", "coordinator")).doesNotContain("/publication" + own);
    Document later = page(as("li", "coordinator").get(own), 200);
    assertThat(later.text()).contains("推送中").doesNotContain("whsec_");
    Document changed =
        page(send("li", "coordinator", form(later, "/secret"), Map.of("hours", "24")), 200);
    assertThat(changed.text()).contains("whsec_").contains("旧密钥同时签名至");
    Document wrong =
        page(send("li", "coordinator", form(later, "/pause"), Map.of("reason", "")), 400);
    assertThat(wrong.select(".field .fault").text()).isNotEmpty();

    Document fresh = page(as("JC072", "publisher").get(own), 200);
    send("JC072", "publisher", form(fresh, "/pause"), Map.of("reason", "对方升级"))
        .then()
        .statusCode(303);
    Document paused = page(as("JC072", "publisher").get(own), 200);
    send("JC072", "publisher", form(paused, "/resumption"), Map.of()).then().statusCode(303);
    assertThat(page(as("wang", "supervisor").get(PAGE), 200).text())
        .contains("清河县财政局")
        .doesNotContain("提交申请");
  }

  private static List<String> waiting(String account, String role) {
    return as(account, role)
        .accept("application/json")
        .get("/api/v1/waiting")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.at");
  }

  @Test
  void what_came_to_nothing_takes_the_place_of_no_other() {
    for (int i = 0; i <= WebhookWork.MOST; i++) {
      String address = "http://127.0.0.1:9/nothing-" + i;
      ask("zhao", "coordinator", address).then().statusCode(303);
      Document own = page(as("zhao", "coordinator").get(PAGE + "/" + WebhookWork.id(address)), 200);
      send("zhao", "coordinator", form(own, "/decline"), Map.of("reason", "填错了"))
          .then()
          .statusCode(303);
    }
  }

  @Test
  void what_was_not_agreed_to_stays_with_who_and_why() {
    String address = "http://127.0.0.1:9/declined";
    String own = PAGE + "/" + WebhookWork.id(address);
    ask("JC072", "publisher", address).then().statusCode(303);
    Document asked = page(as("li", "coordinator").get(own), 200);
    send("li", "coordinator", form(asked, "/decline"), Map.of("reason", "对方尚未签订协议"))
        .then()
        .statusCode(303);

    Document declined = page(as("JC072", "publisher").get(own), 200);
    assertThat(declined.select("h1").text()).contains("清河县财政局", "未同意");
    assertThat(declined.select(".timeline").text())
        .contains("没有同意", "对方尚未签订协议", "li", "提出申请", address, "JC072");
    assertThat(declined.select("form[action*=/webhooks/]")).isEmpty();
    assertThat(page(as("JC072", "publisher").get(PAGE), 200).select("a[href$=" + own + "]"))
        .hasSize(1);

    ask("JC072", "publisher", address).then().statusCode(303);
    Document again = page(as("li", "coordinator").get(own), 200);
    assertThat(again.select(".timeline").text()).contains("对方尚未签订协议");
    send("li", "coordinator", form(again, "/approval"), Map.of()).then().statusCode(200);
    Document agreed = page(as("JC072", "publisher").get(own), 200);
    send("JC072", "publisher", form(agreed, "/pause"), Map.of("reason", "对方机房搬迁"))
        .then()
        .statusCode(303);
    Document paused = page(as("zhao", "coordinator").header("Accept-Language", "en").get(own), 200);
    assertThat(paused.select(".timeline").text()).contains("Paused", "对方机房搬迁", "Agreed");
  }

  @Test
  void who_asked_does_not_agree_and_an_address_inside_is_refused_beside_the_form() {
    String address = "http://127.0.0.1:9/own";
    ask("zhao", "coordinator", address).then().statusCode(303);
    Document own = page(as("zhao", "coordinator").get(PAGE + "/" + WebhookWork.id(address)), 200);
    assertThat(own.select("form[action$=/approval]")).isEmpty();
    assertThat(own.text()).contains("由另一名统筹人员同意");
    send("zhao", "coordinator", form(own, "/decline"), Map.of("reason", "填错了"))
        .then()
        .statusCode(303);

    Document none =
        page(
            send(
                "zhao",
                "coordinator",
                form(page(as("zhao", "coordinator").get(PAGE), 200), "/webhooks"),
                Map.of("authority", "清河县财政局", "address", "https://a.example/hook")),
            400);
    assertThat(none.select(".fault").text()).contains("应有 1 至 5 项").doesNotContain("个字");
    Document inside = page(ask("zhao", "coordinator", "https://10.0.0.1/hook"), 422);
    assertThat(inside.select(".refusal").text()).isNotEmpty();
    assertThat(inside.select("input[name=address]").val()).isEqualTo("https://10.0.0.1/hook");
    page(as("JC072", "inspector").get(PAGE), 403);
    assertThat(
            page(as("li", "coordinator").header("Accept-Language", "en").get(PAGE), 200)
                .select("main h1")
                .text())
        .isEqualTo("Webhooks");
  }
}
