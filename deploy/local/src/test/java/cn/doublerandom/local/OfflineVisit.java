package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two officers on one visit without network, each before his own phone: from arriving to the
 * signature, and back where there is one. The first reads Chinese, the other English.
 */
final class OfflineVisit {
  private static final String PHONE = "/inspection/ui/phone/visits/";

  private final JsonNode visit;
  private final Person first;
  private final Person other;
  private final Examiner examiner;
  private final Path pictures;

  OfflineVisit(PageOffice office, Examiner examiner, Path pictures) throws Exception {
    this.visit = office.visit();
    this.first = office.person(officer(0), Look.of("zh", Look.PHONE));
    this.other = office.person(officer(1), Look.of("en", Look.PHONE));
    this.examiner = examiner;
    this.pictures = Files.createDirectories(pictures);
  }

  JsonNode visit() {
    return visit;
  }

  String officer(int place) {
    return visit.path("inspectors").path(place).asText();
  }

  /** Each enrols the key of his phone, opens the visit and leaves the network behind. */
  void leaves() {
    for (Person officer : new Person[] {first, other}) {
      officer.opens("/inspection/ui/signing-keys").sees("#enrol");
      officer.at("/signing-keys").presses();
      officer.opens(PHONE + visit.path("visitId").asText()).sees("#ready").withoutNetwork(true);
      officer.again().sees("#ready");
    }
  }

  /** They arrive, answer all items, end, sign and confirm; the digits that were signed. */
  String goes() {
    looked("arrive");
    first.taps("#arrive").sees("#items");
    other.taps("#arrive").sees("#items");
    int items = visit.path("items").size();
    first.taps("a[href='#item-1']");
    for (int i = 1; i <= items; i++) {
      String item = "section[data-view='item-" + i + "'] ";
      first.sees(item + "h2");
      if (i == 1) {
        looked("item");
      }
      first.taps(item + "label:has(input[name=codes][value='1'])").taps(item + ".acts button");
    }
    first.taps("#finish").sees("#sign");
    other.taps("#finish").sees("#confirm");
    String digits = first.reads("#digits");
    first.taps("#sign").sees("#signed");
    other.types("c-digits", digits).taps("#confirm .acts button").sees("#code[data-made]");
    first.taps("#second label:has(input[value='" + officer(1) + "'])");
    first.types("s-code", other.reads("#code")).taps("#second .acts button").sees("#seconded");
    looked("record");
    assertThat(first.reads("#sync")).contains("步待上传", "没有网络");
    assertThat(other.reads("#sync")).contains("wait to be sent", "no network");
    return digits;
  }

  /** Both come back to where there is network; what failed without it is no complaint. */
  void returns() {
    other.withoutNetwork(false).sees("#sync[data-waiting='0']");
    first.withoutNetwork(false).sees("#sync[data-waiting='0']").sees("#sync[data-settled]");
    looked("settled");
    first.complaints();
    other.complaints();
  }

  private void looked(String name) {
    for (Person officer : new Person[] {first, other}) {
      officer.picture(
          pictures.resolve("offline-%s-%s.png".formatted(name, officer == first ? "zh" : "en")));
      assertThat(examiner.byAxe(officer)).as(name).isEmpty();
      assertThat(examiner.byWidth(officer)).as(name).isEmpty();
    }
  }
}
