package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script: it opens pages, fills in their forms and goes where it is sent. */
final class DeskForms {
  private static final String ROOT = "/registry";

  private static final String BOUNDARY = "----desk-form-boundary";

  private DeskForms() {}

  private static final Duration AGAIN = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  static RequestSpecification reads(String role) {
    return as(role).accept("text/html").redirects().follow(false);
  }

  private static String here(String address) {
    return address.startsWith(ROOT) ? address.substring(ROOT.length()) : address;
  }

  /** As it is before the client encodes it. */
  private static String decoded(String address) {
    return URLDecoder.decode(address, StandardCharsets.UTF_8);
  }

  /** As a browser shows it: what says that it looks again by itself is looked at again. */
  static Document page(String role, String address) {
    return page(
        await()
            .atMost(LONGEST)
            .pollDelay(Duration.ZERO)
            .pollInterval(AGAIN)
            .until(() -> opened(role, address), answer -> answer.header("Refresh") == null),
        200);
  }

  private static Response opened(String role, String address) {
    return reads(role).urlEncodingEnabled(false).get(here(address));
  }

  static Document page(Response answer, int status) {
    String html = answer.then().extract().asString();
    assertThat(answer.statusCode()).as(html).isEqualTo(status);
    return Jsoup.parse(html);
  }

  /** The form that sends to an address. */
  static Element form(Document page, String action) {
    Element form = page.selectFirst("form[method=post][action$=" + action + "]");
    assertThat(form).as(page.body().text()).isNotNull();
    return form;
  }

  /** What stands in the fields of a form already. */
  static Map<String, String> filled(Element form) {
    Map<String, String> fields = new HashMap<>();
    form.select("input[name]:not([type=file]):not([type=radio]):not([type=checkbox])")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    form.select("textarea[name]").forEach(field -> fields.put(field.attr("name"), field.text()));
    form.select("select[name]")
        .forEach(field -> {
          Element chosen = field.selectFirst("option[selected]");
          fields.put(field.attr("name"), chosen == null ? "" : chosen.val());
        });
    return fields;
  }

  /** Sends a form with what is typed into it. */
  static Response send(String role, Element form, Map<String, String> typed) {
    Map<String, String> fields = filled(form);
    fields.putAll(typed);
    return reads(role)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(decoded(here(form.attr("action"))));
  }

  /** Sends a form with a file, as browsers do: its name goes as UTF-8. */
  static Response send(String role, Element form, String name, byte[] file) {
    assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
    var body = new ByteArrayOutputStream();
    filled(form).forEach((field, value) -> body.writeBytes(part("name=\"" + field + "\"", value)));
    body.writeBytes(part("name=\"file\"; filename=\"" + name + "\"", ""));
    body.writeBytes(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return reads(role)
        .contentType("multipart/form-data; boundary=" + BOUNDARY)
        .body(body.toByteArray())
        .post(decoded(here(form.attr("action"))));
  }

  private static byte[] part(String disposition, String value) {
    return ("\r\n--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; "
            + disposition
            + "\r\n\r\n"
            + value)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The page a form leads to when it was taken. */
  static Document after(String role, Response sent) {
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(303);
    return page(role, sent.header("Location"));
  }
}
