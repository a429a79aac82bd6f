package cn.doublerandom.paperkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperPressTest {
  static final Imprint IMPRINT =
      new Imprint(
          "130534-2023001-001-1",
          "清河县交通运输局",
          LocalDate.of(2023, 3, 15),
          "0123456789abcdef".repeat(4),
          Optional.of("https://jtj.example/draw/ui/verify?draw=130534-2023001-001-1"),
          false);

  static String page(String rows) {
    return """
    <!DOCTYPE html>
    <html lang="zh-CN" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="UTF-8"/>
    <title>抽取名单</title><meta name="author" content="清河县交通运输局"/>
    <meta name="subject" content="抽取名单"/>
    <link rel="stylesheet" href="/draw/ui/kit/paper.css"/></head>
    <body class=""><div id="foot"><div class="row"><div class="cell picture"><img alt="核验" src="%s"/></div>
    <div class="cell"><div>文件编号：%s</div><div>摘要：%s</div></div>
    <div class="cell sheet">第 <span class="page"></span> 页，共 <span class="pages"></span> 页</div></div></div>
    <h1>抽取名单</h1><h2>高风险（D）</h2>
    <table><thead><tr><th class="p6" scope="col">序号</th><th scope="col">名称</th></tr></thead>
    <tbody>%s</tbody></table>
    <div class="sealed"><div class="seal">（盖章处）</div></div>
    <div class="signing"><div class="sign"><div class="line"></div>见证人：王某</div></div>
    </body></html>
    """
        .formatted(IMPRINT.code().orElseThrow(), IMPRINT.number(), IMPRINT.hashInFours(), rows);
  }

  static String row(int number, String name) {
    return "<tr><td>%d</td><td>%s</td></tr>".formatted(number, name);
  }

  static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      rows.append(row(i, "清河县泰业汽车维修有限公司" + i));
    }
    return rows.toString();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  @Test
  void a_paper_is_pdf_a_2b_and_pdf_ua_1() throws Exception {
    byte[] pdf = PaperPress.pdf(page(rows(60)), IMPRINT);
    assertThat(PaperCheck.breaches(pdf)).isEmpty();
  }

  @Test
  void a_hash_copied_from_a_paper_is_the_same_hash() throws Exception {
    String hash = "58ff f840 7dff ffi0 fl00";
    assertThat(text(PaperPress.pdf(page(row(1, hash)), IMPRINT))).contains(hash);
  }

  @Test
  void a_paper_that_breaks_a_clause_is_found() throws Exception {
    byte[] pdf = PaperPress.pdf(page(rows(1)), IMPRINT);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      document.getDocumentCatalog().setMetadata(null);
      document.getDocumentCatalog().setMarkInfo(null);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      assertThat(PaperCheck.breaches(bytes.toByteArray()))
          .anyMatch(breach -> breach.startsWith("2b 6.6.2.1"))
          .anyMatch(breach -> breach.startsWith("ua1 "));
    }
  }

  @Test
  void the_same_page_gives_the_same_bytes_on_any_day() throws Exception {
    byte[] first = PaperPress.pdf(page(rows(3)), IMPRINT);
    assertThat(PaperPress.pdf(page(rows(3)), IMPRINT)).isEqualTo(first);
    try (PDDocument document = Loader.loadPDF(first)) {
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2023-03-14T16:00:00Z");
      assertThat(
              new String(
                  document.getDocumentCatalog().getMetadata().toByteArray(),
                  StandardCharsets.UTF_8))
          .contains("<xmp:CreateDate>2023-03-14T16:00:00Z<");
    }
  }

  @Test
  void what_is_written_in_it_can_be_searched_and_copied() throws Exception {
    assertThat(text(PaperPress.pdf(page(row(1, "清河县𬭎䶮㼆运输队")), IMPRINT)))
        .contains("清河县𬭎䶮㼆运输队", "第 1 页，共 1 页");
  }

  @Test
  void a_sign_the_typeface_lacks_is_written_as_its_number() throws Exception {
    String page = page(row(1, "𠮷祥运输队"));
    assertThat(text(PaperPress.pdf(page, IMPRINT))).contains("〔U+20BB7〕祥运输队");
    assertThat(PaperPress.lacking(page)).isEqualTo("〔U+20BB7〕");
    assertThat(PaperPress.lacking(page(rows(1)))).isEmpty();
  }

  @Test
  void every_sign_of_gb_2312_and_gbk_has_its_shape() {
    StringBuilder signs = new StringBuilder();
    for (int lead = 0x81; lead <= 0xFE; lead++) {
      for (int trail = 0x40; trail <= 0xFE; trail++) {
        String sign = new String(new byte[] {(byte) lead, (byte) trail}, Charset.forName("GBK"));
        if (sign.codePointCount(0, sign.length()) == 1
            && Character.isIdeographic(sign.codePointAt(0))) {
          signs.append(sign);
        }
      }
    }
    assertThat(signs.length()).isGreaterThan(20_900);
    assertThat(Typeface.known().lacking(signs.toString())).isEmpty();
  }

  @Test
  void each_sheet_bears_its_number_and_a_long_table_its_heads() throws Exception {
    byte[] pdf = PaperPress.pdf(page(rows(100)), IMPRINT);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int sheets = document.getNumberOfPages();
      assertThat(sheets).isBetween(4, 5);
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      for (int sheet = 1; sheet <= sheets; sheet++) {
        stripper.setStartPage(sheet);
        stripper.setEndPage(sheet);
        assertThat(stripper.getText(document))
            .contains("第 %d 页，共 %d 页".formatted(sheet, sheets), "序号", "文件编号：" + IMPRINT.number());
      }
    }
  }

  @Test
  void its_code_is_read_back_from_the_sheet() throws Exception {
    try (PDDocument document = Loader.loadPDF(PaperPress.pdf(page(rows(1)), IMPRINT))) {
      assertThat(PaperCheck.code(document, 0)).isEqualTo(IMPRINT.check().orElseThrow());
    }
  }

  @Test
  void a_paper_fetches_nothing() throws Exception {
    try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      outside.setSoTimeout(50);
      String picture = "http://127.0.0.1:%d/x.png".formatted(outside.getLocalPort());
      PaperPress.pdf(
          page("<tr><td>1</td><td><img alt='x' src='%s'/></td></tr>".formatted(picture)), IMPRINT);
      assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void entities_of_a_page_are_not_followed() {
    assertThatThrownBy(() ->
            PaperPress.pdf(
                page(rows(1))
                    .replace(
                        "<!DOCTYPE html>",
                        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
                IMPRINT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
