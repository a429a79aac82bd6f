package cn.doublerandom.publication.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

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
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  /** The lists of words DCAT-AP takes values from. */
  private static final String WORDS = "http://publications.europa.eu/resource/authority/";

  private static final String TYPES = "https://www.iana.org/assignments/media-types/";

  private static final Map<String, Object> LICENCE =
      typed("dct:LicenseDocument", OpenPlaces.LICENCE);
  private static final List<Map<String, Object>> LANGUAGES =
      List.of(
          typed("dct:LinguisticSystem", WORDS + "language/ZHO"),
          typed("dct:LinguisticSystem", WORDS + "language/ENG"));
  private static final Map<String, Object> THEME =
      Map.of(
          "@type",
          "skos:Concept",
          "@id",
          WORDS + "data-theme/GOVE",
          "skos:prefLabel",
          said("政府和公共部门", "Government and public sector"));

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
            Map.ofEntries(
                entry("@context", CONTEXT),
                entry("@id", whole(bureau, several, OpenPlaces.catalogue())),
                entry("@type", "dcat:Catalog"),
                entry(
                    "dct:title",
                    said(bureau.name() + "双随机、一公开开放数据", "Open data of random inspections")),
                entry(
                    "dct:description",
                    said(
                        "抽查计划、抽取和检查结果公告，内容与公示页面相同",
                        "Notices of plans, draws and results, with what their pages say")),
                entry("dct:publisher", publisher(bureau, several)),
                entry("dct:language", LANGUAGES),
                entry("dct:license", LICENCE),
                entry("foaf:homepage", page(bureau, several)),
                entry("dcat:dataset", datasets(bureau, several, years)),
                entry("dcat:service", List.of(service(bureau, several)))))
        .getBytes(UTF_8);
  }

  private List<Map<String, Object>> datasets(Bureau bureau, boolean several, List<Integer> years) {
    return Arrays.stream(OpenTable.values())
        .flatMap(table -> years.stream().map(year -> dataset(bureau, several, table, year)))
        .toList();
  }

  private Map<String, Object> dataset(Bureau bureau, boolean several, OpenTable table, int year) {
    String name = table.fileName() + "-" + year;
    return Map.ofEntries(
        entry("@type", "dcat:Dataset"),
        entry("@id", whole(bureau, several, OpenPlaces.catalogue()) + "#" + name),
        entry("dct:identifier", bureau.key().text() + "/" + name),
        entry("dct:title", said(year + "年" + table.chinese(), table.english() + ", " + year)),
        entry("dct:description", said(table.chineseWhat(), table.englishWhat())),
        entry(
            "dct:temporal",
            Map.of(
                "@type", "dct:PeriodOfTime",
                "dcat:startDate", day(year + "-01-01"),
                "dcat:endDate", day(year + "-12-31"))),
        entry("dct:accrualPeriodicity", typed("dct:Frequency", WORDS + "frequency/DAILY")),
        entry("dct:publisher", id(publisherOf(bureau, several))),
        entry("dcat:theme", THEME),
        entry("dcat:keyword", said("双随机、一公开", "random inspections")),
        entry("dcat:landingPage", page(bureau, several)),
        entry(
            "dcat:distribution",
            Arrays.stream(OpenForm.values())
                .map(form -> distribution(bureau, several, year, new OpenFile(table, form)))
                .toList()));
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
        "dcat:mediaType", typed("dct:MediaType", TYPES + type.substring(0, type.indexOf(';'))),
        "dct:license", LICENCE);
  }

  private Map<String, Object> service(Bureau bureau, boolean several) {
    return Map.of(
        "@type",
        "dcat:DataService",
        "@id",
        whole(bureau, several, OpenPlaces.catalogue()) + "#changes",
        "dct:title",
        said("变更目录", "Changes"),
        "dct:publisher",
        id(publisherOf(bureau, several)),
        "dct:license",
        LICENCE,
        "dcat:endpointURL",
        id(whole(bureau, several, OpenPlaces.changes())));
  }

  private static List<Map<String, Object>> said(String chinese, String english) {
    return Stream.of(entry("zh", chinese), entry("en", english))
        .map(one -> Map.<String, Object>of("@language", one.getKey(), "@value", one.getValue()))
        .toList();
  }

  private static Map<String, Object> id(String address) {
    return Map.of("@id", address);
  }

  /** What stands elsewhere, said to be what a reader expects there: he need not fetch it. */
  private static Map<String, Object> typed(String type, String address) {
    return Map.of("@type", type, "@id", address);
  }

  private Map<String, Object> page(Bureau bureau, boolean several) {
    return typed("foaf:Document", whole(bureau, several, OpenPlaces.page()));
  }

  private String publisherOf(Bureau bureau, boolean several) {
    return whole(bureau, several, OpenPlaces.catalogue()) + "#publisher";
  }

  private Map<String, Object> publisher(Bureau bureau, boolean several) {
    return Map.of(
        "@type", "foaf:Agent",
        "@id", publisherOf(bureau, several),
        "foaf:name", bureau.name());
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
