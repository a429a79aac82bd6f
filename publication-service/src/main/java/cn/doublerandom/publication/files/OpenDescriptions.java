package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.publication.application.OpenFeed;
import cn.doublerandom.publication.application.OpenPapers;
import cn.doublerandom.publication.opendata.OpenFile;
import cn.doublerandom.publication.opendata.OpenForm;
import cn.doublerandom.publication.opendata.OpenPlaces;
import cn.doublerandom.publication.opendata.OpenTable;
import cn.doublerandom.servicekit.page.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What describes open data to programs. Addresses are whole where the installation knows its own,
 * and begin at its root where it does not.
 */
@ApplicationScoped
class OpenDescriptions implements OpenPapers {
  private static final Map<String, Object> CONTEXT =
      Map.of(
          "dcat", "http://www.w3.org/ns/dcat#",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  private static final String DAILY =
      "http://publications.europa.eu/resource/authority/frequency/DAILY";
  private static final String TYPES = "https://www.iana.org/assignments/media-types/";

  private final UnaryOperator<String> address;

  @Inject
  OpenDescriptions(PublicAddress address) {
    this((String place) -> address.of(place).orElse(place));
  }

  /**
   * @param address from a place to its whole address
   */
  OpenDescriptions(UnaryOperator<String> address) {
    this.address = address;
  }

  private String whole(Bureau bureau, boolean several, String place) {
    return address.apply(place) + (several ? "?bureau=" + bureau.key().text() : "");
  }

  @Override
  public byte[] feed(Bureau bureau, boolean several, List<OpenFeed.Changed> changes) {
    return new AtomFeed(bureau, place -> whole(bureau, several, place)).of(changes);
  }

  @Override
  public byte[] catalogue(Bureau bureau, boolean several, List<Integer> years) {
    return CanonicalJson.text(
            Map.of(
                "@context", CONTEXT,
                "@id", whole(bureau, several, OpenPlaces.catalogue()),
                "@type", "dcat:Catalog",
                "dct:title", said(bureau.name() + "双随机、一公开开放数据", "Open data of random inspections"),
                "dct:description",
                    said(
                        "抽查计划、抽取和检查结果公告，内容与公示页面相同",
                        "Notices of plans, draws and results, with what their pages say"),
                "dct:publisher", Map.of("@type", "foaf:Agent", "foaf:name", bureau.name()),
                "dct:license", id(OpenPlaces.LICENCE),
                "foaf:homepage", id(whole(bureau, several, OpenPlaces.page())),
                "dcat:dataset", datasets(bureau, several, years),
                "dcat:service", List.of(service(bureau, several))))
        .getBytes(UTF_8);
  }

  private List<Map<String, Object>> datasets(Bureau bureau, boolean several, List<Integer> years) {
    return Arrays.stream(OpenTable.values())
        .flatMap(table -> years.stream().map(year -> dataset(bureau, several, table, year)))
        .toList();
  }

  private Map<String, Object> dataset(Bureau bureau, boolean several, OpenTable table, int year) {
    String name = table.fileName() + "-" + year;
    return Map.of(
        "@type", "dcat:Dataset",
        "@id", whole(bureau, several, OpenPlaces.catalogue()) + "#" + name,
        "dct:identifier", bureau.key().text() + "/" + name,
        "dct:title", said(year + "年" + table.chinese(), table.english() + ", " + year),
        "dct:description", said(table.chineseWhat(), table.englishWhat()),
        "dct:temporal",
            Map.of(
                "@type", "dct:PeriodOfTime",
                "dcat:startDate", day(year + "-01-01"),
                "dcat:endDate", day(year + "-12-31")),
        "dct:accrualPeriodicity", id(DAILY),
        "dcat:distribution",
            Arrays.stream(OpenForm.values())
                .map(form -> distribution(bureau, several, year, new OpenFile(table, form)))
                .toList());
  }

  private Map<String, Object> distribution(
      Bureau bureau, boolean several, int year, OpenFile file) {
    String place = whole(bureau, several, OpenPlaces.file(year, file));
    String type = file.form().mediaType();
    return Map.of(
        "@type", "dcat:Distribution",
        "dct:title", file.name(),
        "dcat:accessURL", id(place),
        "dcat:downloadURL", id(place),
        "dcat:mediaType", id(TYPES + type.substring(0, type.indexOf(';'))),
        "dct:license", id(OpenPlaces.LICENCE));
  }

  private Map<String, Object> service(Bureau bureau, boolean several) {
    return Map.of(
        "@type", "dcat:DataService",
        "dct:title", said("变更目录", "Changes"),
        "dcat:endpointURL", id(whole(bureau, several, OpenPlaces.changes())));
  }

  private static List<Map<String, Object>> said(String chinese, String english) {
    return Stream.of(Map.entry("zh", chinese), Map.entry("en", english))
        .map(one -> Map.<String, Object>of("@language", one.getKey(), "@value", one.getValue()))
        .toList();
  }

  private static Map<String, Object> id(String address) {
    return Map.of("@id", address);
  }

  private static Map<String, Object> day(String day) {
    return Map.of("@type", "xsd:date", "@value", day);
  }

  @Override
  public byte[] recompute() {
    try (InputStream in =
        Objects.requireNonNull(
            OpenDescriptions.class.getResourceAsStream("/opendata/Recompute.java"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
