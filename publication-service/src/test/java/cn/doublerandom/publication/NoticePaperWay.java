package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.paperkit.PaperCheck;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;

/** What anybody keeps of a public notice: a paper that says where it can be checked. */
final class NoticePaperWay {
  private final String notice;

  /**
   * @param kinds plural, as it stands in addresses
   */
  NoticePaperWay(String kinds, String id) {
    this.notice = kinds + "/" + id;
  }

  private byte[] paper(String language, int part) {
    return given()
        .get(
            "/api/v1/"
                + notice
                + "/notice.pdf?lang="
                + language
                + (part == 1 ? "" : "&part=" + part))
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .header("Content-Disposition", startsWith("inline; filename="))
        .extract()
        .asByteArray();
  }

  /** Each sheet of a part as it is read aloud, without its spaces. */
  List<String> sheets(int part) throws Exception {
    byte[] paper = paper("zh", part);
    assertThat(PaperCheck.breaches(paper)).isEmpty();
    List<String> sheets = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(paper)) {
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        var one = new PDFTextStripper();
        one.setSortByPosition(true);
        one.setStartPage(page);
        one.setEndPage(page);
        sheets.add(one.getText(pdf).replaceAll("\\s", ""));
      }
    }
    return sheets;
  }

  /** What is read on it, without its spaces. */
  void says(String language, String... words) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(paper(language, 1))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains(words);
    }
  }

  /** In both languages, for decades, with the words of the page and one way to its proof. */
  void isKept(String... words) throws Exception {
    for (String language : List.of("zh", "en")) {
      byte[] paper = paper(language, 1);
      assertThat(PaperCheck.breaches(paper)).as(language).isEmpty();
      try (PDDocument pdf = Loader.loadPDF(paper)) {
        String proof = "https://jtj.example/publication/ui/proofs/" + notice;
        assertThat(PaperCheck.code(pdf, 0)).isEqualTo(proof);
        List<PDAnnotation> links = new ArrayList<>();
        for (PDPage sheet : pdf.getPages()) {
          links.addAll(sheet.getAnnotations());
        }
        assertThat(links.stream().map(one -> (PDActionURI) ((PDAnnotationLink) one).getAction()))
            .extracting(PDActionURI::getURI)
            .containsOnly(proof);
        assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains(words);
      }
    }
  }
}
