package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.verifier.Code;
import cn.doublerandom.verifier.Verify;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;

/** A case file: what is missing, a scan, the archive, and its bundle as a stranger judges it. */
record CaseFileWay(String draw, String visit, String unit) {
  private static final byte[] SCAN = pdf("抽取记录");
  private static final String OFFICER =
      TellingRegister.NAME + "（执法证号" + TellingRegister.CERTIFICATE + "，编号VW001）";

  private static byte[] pdf(String content) {
    return "%%PDF-1.4 %s\nstartxref\n0\n%%%%EOF\n".formatted(content).getBytes(UTF_8);
  }

  private String api() {
    return "/api/v1/case-files/" + draw;
  }

  private String page() {
    return "/ui/case-files/" + draw;
  }

  private RequestSpecification as(String account, String of, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), of)));
  }

  void isGone() {
    whatIsMissingIsSaid();
    thePapersOfTheVisitArePrinted();
    theScanIsFiled();
    theFileIsArchivedWithItsBundle();
  }

  private void whatIsMissingIsSaid() {
    await()
        .untilAsserted(() ->
            as("lead", unit, "unit-lead")
                .get(api())
                .then()
                .statusCode(200)
                .body("missing", contains("缺抽取记录")));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    await()
        .untilAsserted(() ->
            assertThat(lead.page("/ui/case-files").select("tr:has(a[href$=" + draw + "])").text())
                .contains("1/1 户结果已定", "待齐材料"));
    assertThat(lead.page(page()).body().text()).contains("缺抽取记录", "清河县路途汽车维修有限公司");
    assertThat(lead.english(page()).select("main").text())
        .contains("no record of the draw")
        .doesNotContain("缺");
    assertThat(VisitForms.of("lead", "别的单位", "unit-lead").get(page()).statusCode()).isEqualTo(403);
    assertThat(VisitForms.of("s", "纪检监察室", "supervisor").page(page()).select("form[action*=case]"))
        .isEmpty();
    as("VW009", "别的单位", "inspector")
        .get("/api/v1/case-files")
        .then()
        .body("items.size()", equalTo(0));
  }

  private void thePapersOfTheVisitArePrinted() {
    for (String kind : List.of("APPROVAL", "NOTICE", "RECORD", "RESULT", "EVIDENCE", "ALL")) {
      byte[] pdf =
          as("VW001", unit, "inspector")
              .get("/api/v1/visits/" + visit + "/papers/" + kind)
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      assertThat(new String(pdf, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
      boolean isBefore = List.of("APPROVAL", "NOTICE").contains(kind);
      assertThat(PaperText.of(pdf))
          .as("%s says of what it bears the hash, of nothing that came later", kind)
          .contains((isBefore ? "打印时检查情况的摘要" : "检查记录（所签原文）的摘要") + "（SHA-256）：")
          .doesNotContain("核验：")
          .as("%s names whom the register names, and who was erased is a number", kind)
          .contains(OFFICER, "、VW002");
      assertThat(PaperText.of(pdf).contains("检查结束日期"))
          .as("%s is a paper of before the visit, or is not", kind)
          .isEqualTo(!isBefore);
    }
    as("VW009", "别的单位", "inspector")
        .get("/api/v1/visits/" + visit + "/papers/RECORD")
        .then()
        .statusCode(403);
    as("VW001", unit, "inspector")
        .accept("text/html,*/*;q=0.8")
        .get("/ui/visits/" + visit + "/papers/RECORD")
        .then()
        .statusCode(200)
        .contentType("application/pdf");
  }

  private static String papersOf(byte[] bundle) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith("/papers.pdf")) {
          return PaperText.of(zip.readAllBytes());
        }
      }
      throw new AssertionError("no papers of a visit");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void theScanIsFiled() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Map<String, List<String>> typed =
        Map.of(
            "kind", List.of("DRAW_RECORD"),
            "title", List.of("抽取记录"),
            "witness", List.of("纪检监察室"));
    Document none =
        VisitForms.page(lead.sendScan(lead.page(page()), "/scans", typed, new byte[0]), 400);
    assertThat(none.select("details[open] .fault").text()).contains("请选择扫描件");
    byte[] program = "MZ not a scan".getBytes(UTF_8);
    Document unfit = VisitForms.page(lead.sendScan(none, "/scans", typed, program), 422);
    assertThat(unfit.body().text()).contains("PDF、JPEG 或者 PNG");
    byte[] half = "%PDF-1.4 抽取".getBytes(UTF_8);
    Document cut = VisitForms.page(lead.sendScan(unfit, "/scans", typed, half), 422);
    assertThat(cut.body().text()).contains("文件不完整");
    Document filed = lead.after(lead.sendScan(cut, "/scans", typed, SCAN));
    assertThat(filed.body().text()).contains("抽取记录", "见证人", "材料齐全，可以归档");
    // A paper that was filed by its hash alone is named and leads nowhere.
    assertThat(filed.select("a[href*=/scans/]"))
        .extracting(link -> link.attr("href").replaceFirst(".*/scans/", ""))
        .containsExactly(Sha256.hex(SCAN));
    as("lead", unit, "unit-lead")
        .contentType("application/octet-stream")
        .body(pdf("another"))
        .post(api() + "/scans")
        .then()
        .statusCode(409)
        .body("code", equalTo("scan-of-no-paper"));
    as("lead", unit, "unit-lead")
        .contentType("application/octet-stream")
        .body(SCAN)
        .post(api() + "/scans")
        .then()
        .statusCode(200)
        .body("sha256", equalTo(Sha256.hex(SCAN)));
  }

  private void theFileIsArchivedWithItsBundle() {
    VisitForms coordinator = VisitForms.of("c", "法制安全科", "coordinator");
    Document archived =
        coordinator.after(coordinator.send(coordinator.page(page()), "/archive", Map.of()));
    assertThat(archived.body().text()).contains("归档：系统出具的材料 3 份", "保管至", "国家档案局令第8号");
    String sha256 =
        as("lead", unit, "unit-lead")
            .get(api())
            .then()
            .statusCode(200)
            .extract()
            .path("seal.sha256");
    byte[] bundle =
        as("lead", unit, "unit-lead")
            .get(api() + "/scans/" + sha256)
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(Sha256.hex(bundle)).isEqualTo(sha256);
    Verify.Verdict verdict = Verify.check(bundle);
    assertThat(verdict.isOk()).as(verdict.detail()).isTrue();
    assertThat(papersOf(bundle))
        .contains("VW001", "检查结束日期")
        .doesNotContain(TellingRegister.NAME, TellingRegister.CERTIFICATE);
    bundle[bundle.length / 2] ^= 1;
    assertThat(Verify.check(bundle).code()).isEqualTo(Code.CASE_FILE_PAPER);
    as("VW009", "别的单位", "inspector").get(api() + "/scans/" + sha256).then().statusCode(403);
    as("VW001", unit, "inspector")
        .contentType("application/octet-stream")
        .body(SCAN)
        .post(api() + "/scans")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-archived"));
    await()
        .untilAsserted(() ->
            assertThat(
                    coordinator
                        .page("/ui/case-files")
                        .select("tr:has(a[href$=" + draw + "])")
                        .text())
                .contains("已归档"));
  }
}
