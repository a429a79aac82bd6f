package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script: it reads pages, and sends their forms as they stand in them. */
record Browser(String account, String language) {
  static Browser of(String account) {
    return new Browser(account, "zh-CN");
  }

  /** Somebody who is not signed in. */
  static Browser stranger() {
    return new Browser("", "zh-CN");
  }

  Browser english() {
    return new Browser(account, "en");
  }

  private RequestSpecification request() {
    RequestSpecification spec =
        given()
            .accept("text/html")
            .header("Accept-Language", language)
            .urlEncodingEnabled(false)
            .redirects()
            .follow(false);
    return account.isEmpty() ? spec : spec.header("Authorization", TestStack.bearer(account));
  }

  Response open(String address) {
    return request().basePath("").get(address);
  }

  Document page(String address) {
    Response answer = open(address);
    assertThat(answer.statusCode()).as("%s reads %s", account, address).isEqualTo(200);
    return Jsoup.parse(answer.asString());
  }

  /** A form of a page by the end of its address. */
  static Element form(Document page, String action) {
    return page.select("form").stream()
        .filter(form -> form.attr("action").replaceAll("[?].*", "").endsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form " + action + " in\n" + page.body().text()));
  }

  /** What a browser would send of a form: its hidden fields, what stands in it, what is typed. */
  static Map<String, List<String>> fields(Element form, Map<String, ?> typed) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Element input : form.select("input[name], textarea[name], select[name]")) {
      boolean box = input.attr("type").equals("checkbox") || input.attr("type").equals("radio");
      if (box && !input.hasAttr("checked")) {
        continue;
      }
      fields
          .computeIfAbsent(input.attr("name"), none -> new ArrayList<>())
          .add(
              switch (input.tagName()) {
                case "textarea" -> input.wholeText();
                case "select" -> {
                  Element selected = input.selectFirst("option[selected]");
                  yield selected == null ? "" : selected.attr("value");
                }
                default -> input.attr("value");
              });
    }
    typed.forEach((name, value) -> fields.put(name, List.of(String.valueOf(value))));
    return fields;
  }

  Response send(Element form, Map<String, ?> typed) {
    return send(form.attr("action"), fields(form, typed));
  }

  Response send(String address, Map<String, List<String>> fields) {
    RequestSpecification spec =
        request().basePath("").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    fields.forEach((name, values) -> spec.formParam(name, values));
    return spec.post(address);
  }

  /** Fills the form of a page, and is led to where what was done is seen. */
  Document does(String page, String action, Map<String, ?> typed) {
    Response sent = send(form(page(page), action), typed);
    assertThat(sent.statusCode()).as("%s sends %s: %s", account, action, told(sent)).isEqualTo(303);
    return page(sent.header("Location"));
  }

  /** What a page says is wrong. */
  static String told(Response answer) {
    return Jsoup.parse(answer.asString()).select(".refusal, main").text();
  }
}
