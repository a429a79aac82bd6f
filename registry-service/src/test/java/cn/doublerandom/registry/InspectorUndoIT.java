package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.after;
import static cn.doublerandom.registry.DeskForms.form;
import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.send;
import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * A table of inspectors that was the wrong one is undone by two, and no certificate is two
 * people's.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class InspectorUndoIT {
  private static final String HEADS = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n";

  private static byte[] table(String... rows) {
    return (HEADS + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String person(String id, String certificate, String skill) {
    return id + ",示例,大队," + certificate + ",2099-12-31," + skill + ",在岗";
  }

  private static void sent(String... rows) {
    as("registrar")
        .contentType("text/csv")
        .body(table(rows))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse officer(String id) {
    return as("registrar").get("/api/v1/inspectors/" + id).then().statusCode(200);
  }

  /** Hands a file in at the desk and takes it. */
  private static String taken(String name, String... rows) {
    Document judged =
        after(
            "registrar",
            send(
                "registrar",
                form(page("registrar", "/ui/inspectors/imports"), "/imports"),
                name,
                table(rows)));
    return send("registrar", form(judged, "/taking"), Map.of())
        .header("Location")
        .replaceAll("[?].*", "");
  }

  @Test
  void a_table_of_inspectors_is_undone_by_two_and_who_was_changed_since_is_left_and_named() {
    sent(
        person("CX-01", "1305346001", "客运"),
        person("CX-02", "1305346002", "客运"),
        person("CX-03", "1305346003", "客运"));
    admitted("CX-01", "CX-02", "CX-03");
    String wrong =
        taken(
            "错交的人员.csv",
            person("CX-01", "1305346011", "客运"),
            person("CX-02", "1305346012", "货运"),
            person("CX-03", "1305346003", "货运"),
            person("CX-04", "1305346004", "客运"));
    admitted("CX-01", "CX-02", "CX-03", "CX-04");
    officer("CX-02").body("skills", equalTo(List.of("货运")));
    // Since then: a certificate was given to another, and a skill was told anew.
    sent(person("CX-05", "1305346001", "客运"), person("CX-03", "1305346003", "危货"));
    admitted("CX-05", "CX-03");

    Document asks =
        page("registrar", page("registrar", wrong).selectFirst("a[href$=/undo]").attr("href"));
    assertThat(asks.select(".tiles").text())
        .contains("改为离岗1")
        .contains("改回导入前1")
        .contains("另有变更，不改2");
    assertThat(asks.select("table td a").eachAttr("href"))
        .containsExactly("/registry/ui/inspectors/CX-01", "/registry/ui/inspectors/CX-03");
    assertThat(asks.select("table").text()).contains("原来的证号已归他人");

    Document asked =
        after("registrar", send("registrar", form(asks, "/undo"), Map.of("reason", "交错了文件")));
    Document decides = page("approver", asked.selectFirst(".told.warn a").attr("href"));
    assertThat(decides.text()).contains("改为离岗");
    after("approver", send("approver", form(decides, "/approval"), Map.of()));

    await().untilAsserted(() -> officer("CX-02").body("skills", equalTo(List.of("客运"))));
    officer("CX-03").body("skills", equalTo(List.of("危货")));
    officer("CX-04").body("status", equalTo("LEFT"));
    assertThat(page("registrar", "/ui/inspectors/CX-02").text()).contains("导入被撤销");
    Document forms = page("registrar", "/ui/inspectors/imports");
    assertThat(forms.select("table").last().text()).contains("错交的人员.csv", "registrar", "已撤销");

    // What was given back is his again, and what he gave up is free for the right table.
    sent(person("CX-06", "1305346004", "客运"), person("CX-07", "1305346012", "客运"));
    as("registrar")
        .contentType("text/csv")
        .body(table(person("CX-08", "1305346002", "客运")))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("certificate-taken"));
  }
}
