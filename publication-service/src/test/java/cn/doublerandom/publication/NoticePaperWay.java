package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What anybody keeps of a public result: a paper that says where it can be checked. */
final class NoticePaperWay {
  private final String resultId;

  NoticePaperWay(String resultId) {
    this.resultId = resultId;
  }

  private byte[] paper(String language) {
    return given()
        .get("/api/v1/results/" + resultId + "/notice.pdf?lang=" + language)
        .then()
        .statusCode(200)
        .contentType("application/pdf")
        .extract()
        .asByteArray();
  }

  /** In both languages, for decades, with the words of the page and one way to its proof. */
  void isKept(String... words) throws Exception {
    for (String language : List.of("zh", "en")) {
      byte[] paper = paper(language);
      assertThat(PaperCheck.breaches(paper)).as(language).isEmpty();
      try (PDDocument pdf = Loader.loadPDF(paper)) {
        String proof = "https://jtj.example/publication/ui/proofs/results/" + resultId;
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
