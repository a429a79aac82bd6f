package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.key.BureauLevel;
import cn.doublerandom.bureau.key.DocumentNumberForm;
import cn.doublerandom.publication.CatalogueCheck;
import cn.doublerandom.publication.application.OpenFeed;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.opendata.OpenChange;
import cn.doublerandom.publication.opendata.OpenForm;
import cn.doublerandom.publication.opendata.OpenTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What describes open data to programs. */
class OpenDescriptionsTest {
  private static final Bureau BUREAU =
      new Bureau(
          BureauKey.SEED,
          "清河县<交通>运输局",
          "11130534MB0000000U",
          BureauLevel.COUNTY,
          List.of(),
          new DocumentNumberForm("清交〔{year}〕{number}号"));
  private static final Instant NINE = Instant.parse("2023-03-15T01:00:00Z");

  private static OpenDescriptions descriptions(String address) {
    return new OpenDescriptions((String place) -> address + place);
  }

  private static OpenFeed.Changed plan(String title) {
    return new OpenFeed.Changed(
        new OpenChange(7, OpenChange.Kind.PLAN, "130534-2023", NINE),
        new PlanNotice(
            "130534-2023",
            "局",
            title,
            "",
            LocalDate.of(2023, 1, 30),
            List.of(),
            null,
            null,
            null,
            null),
        null,
        null,
        null,
        null);
  }

  private static Document feed(List<OpenFeed.Changed> changes) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                descriptions("https://jtj.example").feed(BUREAU, false, changes)));
  }

  private static String text(Element in, String name) {
    return in.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name).item(0).getTextContent();
  }

  @Test
  void a_feed_says_what_rfc_4287_asks_for_and_shows_script_as_text() throws Exception {
    Element feed = feed(List.of(plan("<script>&\u0001]]>"))).getDocumentElement();
    Element entry =
        (Element) feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry").item(0);

    assertThat(text(feed, "updated")).isEqualTo("2023-03-15T01:00:00Z");
    assertThat(text(feed, "id")).startsWith("urn:uuid:").isNotEqualTo(text(entry, "id"));
    assertThat(text(entry, "title")).isEqualTo("抽查工作计划公告：<script>&\ufffd]]>");
    assertThat(text(entry, "updated")).isEqualTo("2023-03-15T01:00:00Z");
    assertThat(((Element) entry.getElementsByTagNameNS("*", "link").item(0)).getAttribute("href"))
        .isEqualTo("https://jtj.example/publication/ui/plans/130534-2023");
    assertThat(text(feed, "name")).isEqualTo(BUREAU.name());
  }

  @Test
  void a_feed_of_nothing_is_a_feed() throws Exception {
    assertThat(text(feed(List.of()).getDocumentElement(), "updated"))
        .isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void a_catalogue_has_what_dcat_ap_asks_for_of_each_dataset_and_each_file() throws Exception {
    JsonNode catalogue =
        new ObjectMapper()
            .readTree(
                new String(
                    descriptions("https://jtj.example")
                        .catalogue(BUREAU, true, List.of(2024, 2023)),
                    UTF_8));

    for (String must : List.of("dct:title", "dct:description", "dct:publisher", "dct:license")) {
      assertThat(catalogue.has(must)).as(must).isTrue();
    }
    assertThat(catalogue.path("dcat:dataset")).hasSize(2 * OpenTable.values().length);
    for (JsonNode dataset : catalogue.path("dcat:dataset")) {
      assertThat(dataset.path("dct:title").findValuesAsText("@language"))
          .containsExactly("zh", "en");
      assertThat(dataset.has("dct:description")).isTrue();
      assertThat(dataset.path("dcat:distribution")).hasSize(OpenForm.values().length);
      for (JsonNode file : dataset.path("dcat:distribution")) {
        assertThat(file.path("dcat:accessURL").path("@id").asText())
            .startsWith("https://jtj.example/publication/api/v1/open-data/202")
            .endsWith("?bureau=130534");
        assertThat(file.path("dcat:mediaType").path("@id").asText())
            .startsWith("https://www.iana.org/assignments/media-types/")
            .doesNotContain(";");
      }
    }
    assertThat(BureauKey.SEED.text()).isEqualTo("130534");
  }

  private static String catalogue() {
    return new String(
        descriptions("https://jtj.example").catalogue(BUREAU, true, List.of(2024, 2023)), UTF_8);
  }

  @Test
  void a_catalogue_is_taken_by_a_validator_that_is_not_ours() {
    assertThat(CatalogueCheck.breaches(catalogue())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a catalogue nobody publishes, dct:publisher, dct:nobody, publisher",
    "a file nobody can fetch, dcat:accessURL, dcat:nowhere, accessURL",
    "a year that is no day, xsd:date, xsd:string, Date",
    "a licence that is no licence, dct:LicenseDocument, foaf:Document, license",
    "a bureau without a name, foaf:name, foaf:nick, name",
  })
  void a_planted_fault_is_refused_by_it(String fault, String said, String instead, String path) {
    String faulty = catalogue().replace("\"" + said + "\"", "\"" + instead + "\"");

    assertThat(CatalogueCheck.breaches(faulty))
        .as(fault)
        .isNotEmpty()
        .anyMatch(b -> b.contains(path));
  }

  @Test
  void the_program_that_counts_again_is_short_enough_to_be_read() {
    assertThat(new String(descriptions("https://jtj.example").recompute(), UTF_8).lines())
        .hasSizeLessThanOrEqualTo(60);
  }
}
