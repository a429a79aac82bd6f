package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script: it opens pages, fills in their forms and goes where it is sent. */
record VisitForms(DemoIdentity.User user) {
  private static final String ROOT = "/inspection";

  static VisitForms of(String account, String unit, String... roles) {
    return new VisitForms(new DemoIdentity.User(account, List.of(roles), unit));
  }

  private RequestSpecification reads() {
    return given()
        .header("Authorization", TestStack.bearer(user))
        .accept("text/html")
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false);
  }

  private static String here(String address) {
    return address.startsWith(ROOT) ? address.substring(ROOT.length()) : address;
  }

  Response get(String address) {
    return reads().get(here(address));
  }

  Document page(String address) {
    return page(get(address), 200);
  }

  /** The same as who reads English sees it. */
  Document english(String address) {
    return page(reads().header("Accept-Language", "en").get(here(address)), 200);
  }

  static Document page(Response answer, int status) {
    String html = answer.asString();
    assertThat(answer.statusCode()).as(html).isEqualTo(status);
    return Jsoup.parse(html);
  }

  /** Sends the form that goes to an address, with what is typed into it. */
  Response send(Document page, String action, Map<String, List<String>> typed) {
    Element form = page.selectFirst("form[action$=" + action + "]");
    assertThat(form).as(page.body().text()).isNotNull();
    return send(form, typed);
  }

  /** Sends one form of a page, with what is typed into it. */
  Response send(Element form, Map<String, List<String>> typed) {
    Map<String, List<String>> fields = new TreeMap<>();
    form.select(
            "input[name]:not([type=radio]):not([type=checkbox]):not([type=file]), textarea[name]")
        .forEach(field ->
            fields.computeIfAbsent(field.attr("name"), none -> new ArrayList<>()).add(field.val()));
    fields.putAll(typed);
    RequestSpecification sent =
        given()
            .header("Authorization", TestStack.bearer(user))
            .accept("text/html")
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    fields.forEach(sent::formParam);
    return sent.urlEncodingEnabled(true).post(here(form.attr("action")));
  }

  /**
   * Presses the button that keeps evidence, with a file and what is typed beside it; of an empty
   * one no file was chosen.
   */
  Response keepsFile(
      Document page, Map<String, List<String>> typed, String question, String name, byte[] file) {
    Element button = page.selectFirst("button[formaction$=/evidence]");
    assertThat(button).as(page.body().text()).isNotNull();
    assertThat(button.attr("formenctype")).isEqualTo("multipart/form-data");
    RequestSpecification sent =
        given()
            .header("Authorization", TestStack.bearer(user))
            .accept("text/html")
            .redirects()
            .follow(false)
            .contentType("multipart/form-data; charset=UTF-8")
            .multiPart("question", question);
    button
        .closest("form")
        .select("input[type=hidden]")
        .forEach(field -> sent.multiPart(field.attr("name"), field.val()));
    typed.forEach((field, values) ->
        values.forEach(value -> sent.multiPart(field, value, "text/plain; charset=UTF-8")));
    if (file.length > 0) {
      sent.multiPart("file", name, file, "image/jpeg");
    }
    return sent.post(here(button.attr("formaction")));
  }

  /** Sends the form with a scan and what is typed into it. */
  Response sendScan(Document page, String action, Map<String, List<String>> typed, byte[] scan) {
    Element form = page.selectFirst("form[action$=" + action + "]");
    assertThat(form).as(page.body().text()).isNotNull();
    RequestSpecification sent =
        given()
            .header("Authorization", TestStack.bearer(user))
            .accept("text/html")
            .redirects()
            .follow(false)
            .contentType("multipart/form-data; charset=UTF-8");
    form.select("input[type=hidden]")
        .forEach(field -> sent.multiPart(field.attr("name"), field.val()));
    typed.forEach((name, values) ->
        values.forEach(value -> sent.multiPart(name, value, "text/plain; charset=UTF-8")));
    if (scan.length > 0) {
      sent.multiPart("file", "scan.pdf", scan, "application/pdf");
    }
    return sent.post(here(form.attr("action")));
  }

  /** The page a form leads to when it was taken. */
  Document after(Response sent) {
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
    return page(sent.header("Location"));
  }
}
