package cn.doublerandom.draw;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody at the desk who sees pages and sends their forms, and nothing else.
 *
 * @param token of who sits there
 * @param language as his browser says it
 */
record Desktop(String token, String language) {
  private static final String SERVICE = "/draw";
  private static final int SEE_OTHER = 303;

  static Desktop of(String account) {
    return new Desktop(TestStack.bearer(account), "zh-CN");
  }

  /** Somebody who has several roles. */
  static Desktop of(String account, String... roles) {
    return new Desktop(
        TestStack.bearer(new DemoIdentity.User(account, List.of(roles), "法制安全科")), "zh-CN");
  }

  Desktop reading(String other) {
    return new Desktop(token, other);
  }

  private RequestSpecification asks() {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", token)
        .header("Accept-Language", language)
        .accept("text/html")
        .redirects()
        .follow(false);
  }

  Response ask(String address) {
    return asks().get(below(address));
  }

  /** The page at an address. */
  Document page(String address) {
    Response answer = ask(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.asString());
  }

  private static String below(String address) {
    return address.startsWith(SERVICE + "/") ? address.substring(SERVICE.length()) : address;
  }

  /** Fills the form whose address ends so, and sends it. */
  Response send(Document page, String action, Map<String, ?> typed) {
    return send(form(page, action), typed);
  }

  /** The one of several forms to an address that has a field of this name. */
  Response send(Document page, String action, String field, Map<String, ?> typed) {
    Element form =
        page.select("form").stream()
            .filter(f -> path(f).endsWith(action) && f.selectFirst("[name=" + field + "]") != null)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no form with " + field));
    return send(form, typed);
  }

  Response send(Element form, Map<String, ?> typed) {
    List<Map.Entry<String, String>> fields = fields(form, typed);
    RequestSpecification request =
        asks().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    return request.body(encoded(fields)).post(below(form.attr("action")));
  }

  /** The same, and looks at the page it leads to. */
  Document go(Document page, String action, Map<String, ?> typed) {
    Response sent = send(page, action, typed);
    assertThat(sent.statusCode()).as(told(sent)).isEqualTo(SEE_OTHER);
    return page(sent.header("Location"));
  }

  /** What a page that came instead says at its top. */
  static String told(Response answer) {
    return Jsoup.parse(answer.asString()).select(".refusal").text();
  }

  Response sendFile(Document page, String name, byte[] bytes) {
    return asks()
        .multiPart(
            new MultiPartSpecBuilder(bytes)
                .fileName(name)
                .controlName("file")
                .mimeType("application/octet-stream")
                .build())
        .post(below(form(page, "/imports").attr("action")));
  }

  static Element form(Document page, String action) {
    return page.select("form").stream()
        .filter(form -> path(form).endsWith(action))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no form to " + action + " in " + page.title()));
  }

  private static String path(Element form) {
    String action = form.attr("action");
    int query = action.indexOf('?');
    return query < 0 ? action : action.substring(0, query);
  }

  /** What a browser would send: fields inside the form, and those that name it. */
  private static List<Map.Entry<String, String>> fields(Element form, Map<String, ?> typed) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<Element> controls = new ArrayList<>(form.select("input, select, textarea"));
    if (!form.id().isEmpty() && form.ownerDocument() != null) {
      controls.addAll(form.ownerDocument().select("[form=" + form.id() + "]"));
    }
    for (Element control : controls) {
      String type = control.attr("type");
      boolean isChoice = type.equals("radio") || type.equals("checkbox");
      if (!control.attr("name").isEmpty() && (!isChoice || control.hasAttr("checked"))) {
        fields.computeIfAbsent(control.attr("name"), none -> new ArrayList<>()).add(value(control));
      }
    }
    typed.forEach((name, value) ->
        fields.put(
            name,
            value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value))));
    List<Map.Entry<String, String>> all = new ArrayList<>();
    fields.forEach((name, values) -> values.forEach(value -> all.add(Map.entry(name, value))));
    return all;
  }

  private static String value(Element control) {
    return switch (control.tagName()) {
      case "textarea" -> control.wholeText();
      case "select" -> {
        Element chosen = control.selectFirst("option[selected]");
        yield chosen == null ? "" : chosen.attr("value");
      }
      default -> control.attr("value");
    };
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    List<String> pairs =
        fields.stream().map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue())).toList();
    return String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
