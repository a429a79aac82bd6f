package cn.doublerandom.registry;

import static cn.doublerandom.registry.DeskForms.page;
import static cn.doublerandom.registry.DeskForms.reads;
import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever agrees says that he has seen what he agrees to: it stands on the page he agrees on. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class SeenBeforeDecidedIT {
  private static final int FIRST = 7_460_000;
  private static boolean open;

  /** Somebody stands in both registers, so that whoever comes waits for a second person. */
  @BeforeEach
  void theRegistersAreOpen() {
    if (open) {
      return;
    }
    open = true;
    opened(csv(String.join(",", firm(FIRST)), String.join(",", firm(FIRST + 1))));
    inspectors("JC7460,百里长空,清河县运管站,0305974660,2099-12-31,道路货运,在岗,,,");
    admitted("JC7460");
  }

  private static String inspectors(String... rows) {
    return as("registrar")
        .contentType("text/csv")
        .body(
            ("编号,姓名,单位,执法证号,执法证有效期至,专长,状态,省政府执法证号,省政府执法证有效期至,承办上限\n"
                    + String.join("\n", rows)
                    + "\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200)
        .extract()
        .path("waiting.batch");
  }

  private static Document decides(String address) {
    Document[] seen = {null};
    await().untilAsserted(() -> seen[0] = page("approver", address));
    return seen[0];
  }

  @Test
  void of_an_inspector_who_is_new_it_is_read_who_he_is_and_by_what_he_inspects() {
    String batch =
        inspectors("JC7461,东郭先行,清河县执法队,0305974661,2031-08-01,道路货运:3、维修,在岗,JZ0761,2032-09-02,5");

    Document one = decides("/ui/requests/absences/JC7461");
    Document all = decides("/ui/requests/batches/absence/" + batch);

    for (String told :
        List.of(
            "东郭先行", "清河县执法队", "0305974661", "2031-08-01", "维修、道路货运:3", "JZ0761", "2032-09-02")) {
      assertThat(one.select("dl").text()).contains(told);
      assertThat(all.select("tbody").text()).contains(told);
    }
    assertThat(page("auditor", "/ui/requests/absences/JC7461").text())
        .contains("东***")
        .doesNotContain("先行")
        .doesNotContain("0305974661");
    assertThat(page("auditor", "/ui/requests/batches/absence/" + batch).text())
        .doesNotContain("先行")
        .doesNotContain("0305974661");
  }

  @Test
  void of_an_inspector_who_changes_it_is_read_who_he_is_and_the_old_beside_the_new() {
    inspectors("JC7460,百里长空,清河县执法队,0305974660,2099-12-31,道路货运:2,在岗,,,");

    assertThat(decides("/ui/requests/absences/JC7460").select("dl").text())
        .contains("百里长空")
        .contains("清河县运管站 → 清河县执法队")
        .contains("道路货运 → 道路货运:2");
  }

  @Test
  void of_a_firm_that_is_new_all_of_its_entry_is_read() {
    String batch =
        load("", "text/csv", csv(String.join(",", firm(FIRST + 2))))
            .statusCode(200)
            .extract()
            .path("waiting.batch");

    Document one = decides("/ui/requests/status/" + creditCode(FIRST + 2));
    Document all = decides("/ui/requests/batches/status/" + batch);

    for (String told :
        List.of(
            creditCode(FIRST + 2),
            "企业",
            "道路货运、道路运输",
            "清河县行政审批局",
            "2018-05-02",
            "示例路" + (FIRST + 2) + "号",
            "130534",
            "道路运输经营许可证/" + (FIRST + 2) + "/2099-05-31")) {
      assertThat(one.select("dl").text()).contains(told);
      assertThat(all.select("tbody").text()).contains(told);
    }
    Document english =
        page(
            reads("approver")
                .header("Accept-Language", "en")
                .get("/ui/requests/status/" + creditCode(FIRST + 2)),
            200);
    assertThat(english.select("dl").text()).contains("licences").contains("address");
  }

  @Test
  void of_a_firm_that_changes_the_page_of_its_table_has_the_old_beside_the_new() {
    List<String> changed = new ArrayList<>(firm(FIRST + 1));
    changed.set(1, "清河县新名运输有限公司");
    changed.set(3, "道路运输");
    changed.set(4, "C");
    String batch =
        load("", "text/csv", csv(String.join(",", changed)))
            .statusCode(200)
            .extract()
            .path("waiting.batch");

    assertThat(decides("/ui/requests/batches/status/" + batch).select("tbody").text())
        .contains(creditCode(FIRST + 1))
        .contains(firm(FIRST + 1).get(1) + " → 清河县新名运输有限公司")
        .contains("道路货运、道路运输 → 道路运输")
        .contains("B → C");
  }

  @Test
  void a_recusal_and_a_merge_name_whom_they_mean() {
    List<String> twin = new ArrayList<>(firm(FIRST + 3));
    opened(csv(String.join(",", twin)));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("subject", creditCode(FIRST + 3), "reason", "RELATIVE", "until", "2030-12-31"))
        .post("/api/v1/inspectors/JC7460/recusals")
        .then()
        .statusCode(201);
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "into",
                creditCode(FIRST),
                "reason",
                "同一企业登记了两次",
                "effective",
                LocalDate.now(BusinessClock.SHANGHAI).toString()))
        .post("/api/v1/subjects/" + creditCode(FIRST + 3) + "/merge")
        .then()
        .statusCode(200);

    assertThat(decides("/ui/requests/recusals/JC7460/" + creditCode(FIRST + 3)).select("dl").text())
        .contains("百里长空")
        .contains(firm(FIRST + 3).get(1))
        .contains("2030-12-31");
    assertThat(decides("/ui/requests/merges/" + creditCode(FIRST + 3)).select("dl").text())
        .contains(firm(FIRST + 3).get(1))
        .contains(firm(FIRST).get(1))
        .contains(creditCode(FIRST));
  }

  @Test
  void a_mandate_says_its_level_and_what_holds_now() {
    String office = "/api/v1/offices/清河县试验局/mandate";
    String mandate =
        """
        {"level":"%s","document":"清办字〔2019〕%d号","clauses":[
          {"number":"第三条","duty":"负责道路运输行业监督管理","fields":["道路运输"]}]}
        """;
    as("registrar")
        .contentType("application/json")
        .body(mandate.formatted("COUNTY", 7))
        .put(office);
    as("approver").post(office + "/approval").then().statusCode(200);
    as("registrar").contentType("application/json").body(mandate.formatted("CITY", 8)).put(office);

    assertThat(decides("/ui/requests/mandates/清河县试验局").select("dl").text())
        .contains("层级 市")
        .contains("现在：层级 县")
        .contains("清办字〔2019〕7号")
        .contains("清办字〔2019〕8号");
  }

  @Test
  void the_page_of_a_firm_tells_its_licences_and_from_when_it_is_merged() {
    String id = creditCode(FIRST + 4);
    opened(csv(String.join(",", firm(FIRST + 4))));
    assertThat(page("registrar", "/ui/subjects/" + id).select("dl").text())
        .contains("道路运输经营许可证 " + (FIRST + 4) + " 有效期至 2099-05-31");
    LocalDate later = LocalDate.now(BusinessClock.SHANGHAI).plusYears(1);
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of("into", creditCode(FIRST), "reason", "同一企业登记了两次", "effective", later.toString()))
        .post("/api/v1/subjects/" + id + "/merge")
        .then()
        .statusCode(200);
    as("approver").post("/api/v1/subjects/" + id + "/merge/approval").then().statusCode(200);

    assertThat(page("registrar", "/ui/subjects/" + id).text())
        .contains("自 " + later + " 起本条并入")
        .contains("此前照常抽取");
  }
}
