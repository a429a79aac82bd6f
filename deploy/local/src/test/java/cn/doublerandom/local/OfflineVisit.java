package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Two officers on one visit without network, each before his own phone: from arriving to the
 * signatures of the firm and of both, and back where there is network. The first reads Chinese, the
 * other English.
 */
final class OfflineVisit {
  private static final String PHONE = "/inspection/ui/phone/visits/";

  /** A window of a phone whose letters are twice as large. */
  private static final int AT_200_PERCENT = Look.PHONE / 2;

  /** Begins like a JPEG, which is what its bytes are judged by. */
  private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffda000207070707ffd9");

  private final JsonNode visit;
  private final Person first;
  private final Person other;
  private final Examiner examiner;
  private final Path pictures;
  private final Hand hand = new Hand();

  OfflineVisit(PageOffice office, Examiner examiner, Path pictures) throws Exception {
    this.visit = office.visit();
    this.first = office.person(officer(0), Look.of("zh", Look.PHONE));
    this.other = office.person(officer(1), Look.of("en", Look.PHONE));
    this.examiner = examiner;
    this.pictures = Files.createDirectories(pictures);
  }

  /**
   * How long the hands of both officers and of the firm take, one after the other: a tap 1.2 s, a
   * character that is typed 0.3 s, a name written on glass 3 s; to which the time is added that the
   * machine itself took for it. What is looked at in between by the test is not counted.
   */
  static final class Hand {
    private static final Duration TAP = Duration.ofMillis(1_200);
    private static final Duration CHARACTER = Duration.ofMillis(300);
    private static final Duration NAME_ON_GLASS = Duration.ofSeconds(3);

    private Duration fingers = Duration.ZERO;
    private Duration machine = Duration.ZERO;
    private int taps;

    private void does(Duration finger, Runnable act) {
      long begin = System.nanoTime();
      act.run();
      machine = machine.plusNanos(System.nanoTime() - begin);
      fingers = fingers.plus(finger);
    }

    void taps(Person who, String selector, String then) {
      taps++;
      does(TAP, () -> who.taps(selector).sees(then));
    }

    /** A field is touched, then typed into. */
    void types(Person who, String id, String text) {
      taps++;
      does(TAP.plus(CHARACTER.multipliedBy(text.length())), () -> who.types(id, text));
    }

    void writes(Person who, String selector) {
      does(NAME_ON_GLASS, () -> who.writes(selector));
    }

    int taps() {
      return taps;
    }

    Duration fingers() {
      return fingers;
    }

    Duration machine() {
      return machine;
    }
  }

  Hand hand() {
    return hand;
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
      officer.withCamera().opens("/inspection/ui/signing-keys").sees("#enrol");
      officer.at("/signing-keys").presses();
      officer.opens(PHONE + visit.path("visitId").asText()).sees("#ready").withoutNetwork(true);
      officer.again().sees("#ready");
    }
  }

  /** They arrive, answer all items, end, have the firm sign and sign themselves. */
  String goes() throws Exception {
    looked("arrive");
    hand.taps(first, "#arrive", "#items");
    hand.taps(other, "#arrive", "#items");
    int items = visit.path("items").size();
    hand.taps(first, "a[href='#item-1']", "section[data-view='item-1'] h2");
    for (int i = 1; i <= items; i++) {
      String item = "section[data-view='item-" + i + "'] ";
      if (i == 1) {
        photographs(item);
      }
      String then = i < items ? "section[data-view='item-" + (i + 1) + "'] h2" : "#finish";
      String clean = item + "label:has(input[name=codes][value='1'])";
      hand.taps(first, clean, clean);
      hand.taps(first, item + "[data-answering] .acts button", then);
    }
    hand.taps(first, "#finish", "#subject");
    hand.taps(other, "#finish", "#confirm");
    looked("ended");
    theFirmSigns();
    String digits = first.reads("#digits");
    hand.taps(first, "#sign", "#signed");
    theOtherSigns();
    looked("record");
    assertThat(first.reads("#sync")).contains("步待上传", "1 份证据待上传", "没有网络");
    assertThat(other.reads("#sync")).contains("wait to be sent", "no network");
    return digits;
  }

  /** A clean visit needs none, so it is not counted; a photo that is none is refused at once. */
  private void photographs(String item) throws Exception {
    Path photo = Files.write(Files.createTempFile(pictures, "photo", ".jpg"), PHOTO);
    Path program = Files.write(Files.createTempFile(pictures, "photo", ".jpg"), new byte[] {'M'});
    first.unfolds(item + "[data-taking] form");
    first.gives(item + "[data-taking] input[type=file]", program);
    first.taps(item + "[data-taking] .acts button").sees(item + "[data-taking] [role=alert]");
    first.gives(item + "[data-taking] input[type=file]", photo);
    first.taps(item + "[data-taking] .acts button").sees(item + "[data-files] li");
    looked("item");
    Files.delete(photo);
    Files.delete(program);
  }

  private void theFirmSigns() {
    hand.types(first, "w-words", "无异议");
    hand.taps(first, "#stating .acts button", "#stated");
    hand.types(first, "g-signer", "张某");
    hand.types(first, "g-signedAs", "经理");
    first.taps("#glass .acts button").sees("#glass [role=alert]");
    hand.writes(first, "#glass canvas");
    looked("glass");
    hand.taps(first, "#glass .acts button", "#subject-signed");
  }

  /**
   * He reads the record on the first phone, has his own phone read its code, compares the digits
   * and signs; the first phone reads his.
   */
  private void theOtherSigns() {
    // Where there is no camera he types the digits, and his six characters are typed.
    other.types("c-digits", first.reads("#digits")).taps("#confirm form .acts button");
    other.sees("#code[data-made]");
    other.sees("#record-code", first);
    hand.taps(other, "#scan-record", "#has-read");
    assertThat(other.reads("#read-digits")).isEqualTo(first.reads("#digits"));
    hand.taps(other, "#sign-read", "#code[data-made]");
    other.sees("#signed");
    first.sees("#code-code", other);
    first.taps("#scan-code");
    first.sees("#second input[name=code][data-read]");
    assertThat(first.all("#second input[name=code]")).containsExactly(other.reads("#code"));
    hand.taps(first, "#second .acts button", "#seconded");
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
      for (int width : new int[] {AT_200_PERCENT, Look.PHONE}) {
        officer.widens(width);
        officer.picture(
            pictures.resolve(
                "offline-%s-%s-%s.png".formatted(name, officer == first ? "zh" : "en", width)));
        assertThat(examiner.byWidth(officer)).as("%s at %s", name, width).isEmpty();
        assertThat(examiner.byCut(officer)).as("%s at %s", name, width).isEmpty();
      }
      assertThat(examiner.byAxe(officer)).as(name).isEmpty();
    }
  }
}
