package cn.doublerandom.publication.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.report.Owed;
import cn.doublerandom.publication.report.Report;
import cn.doublerandom.publication.report.ReportLine;
import cn.doublerandom.publication.report.Share;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** A report as a workbook. */
class ReportWorkbookTest {
  private static ReportLine line(String task) {
    return new ReportLine(
        task,
        "=1+1",
        7,
        Share.of(5, 7),
        6,
        1,
        0,
        Share.of(5, 7),
        Share.of(4, 5),
        Share.of(2, 6),
        0);
  }

  @TempDir Path place;

  private Element sheet(List<Owed> owed) throws Exception {
    return sheet(owed, false);
  }

  private Element sheet(List<Owed> owed, boolean practice) throws Exception {
    byte[] file =
        new ReportWorkbook()
            .workbook(
                new Report(
                    "2023-03",
                    LocalDate.of(2023, 4, 1),
                    Share.of(3, 100),
                    "存续的企业",
                    line(""),
                    List.of(line("130534-2023001-001")),
                    owed),
                practice);
    Path at = Files.write(place.resolve("report.xlsx"), file);
    try (var zip = new ZipFile(at.toFile())) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")))
          .getDocumentElement();
    }
  }

  @Test
  void each_share_stands_beside_what_it_is_of_and_no_text_is_a_formula() throws Exception {
    Element sheet = sheet(List.of());

    assertThat(sheet.getTextContent()).contains("抽查完成率", "71.43%", "3 / 100", "没有应公示而未公示的", "=1+1");
    assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
  }

  @Test
  void a_report_of_an_exercise_says_so_on_each_printed_page() throws Exception {
    assertThat(sheet(List.of(), true).getTextContent()).contains("演练 EXERCISE");
    assertThat(sheet(List.of()).getTextContent()).doesNotContain("演练");
  }

  @Test
  void what_is_not_public_is_named() throws Exception {
    Element sheet =
        sheet(
            List.of(
                new Owed(
                    Owed.What.UNRECORDED,
                    "130534-2023001-001-1-S2",
                    "S2",
                    "乙公司<b>",
                    LocalDate.of(2023, 3, 9),
                    true)));

    assertThat(sheet.getTextContent()).contains("应公示而未公示的", "未录入", "乙公司<b>", "2023-03-09");
  }
}
