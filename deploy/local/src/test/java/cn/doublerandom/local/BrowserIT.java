package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import cn.doublerandom.pagekit.Menu;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The desk in a real browser: the first draw on pages alone, and every page looked at. While the
 * commit is public for its minute, the pages are walked through. In every run {@code DemoIT} looks
 * at the desks of its story.
 */
@Order(3)
@Tag("deep")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
class BrowserIT {
  private static final Look CHINESE = Look.of("zh", Look.DESK);
  private static final Look ENGLISH = Look.of("en", Look.DESK);
  private static final List<Integer> WIDTHS =
      List.of(Look.PHONE, Look.DESK_AT_200_PERCENT, Look.TABLET, Look.DESK);

  /** Where all pages are kept as pictures, for somebody to look at. */
  private static final Path PICTURES = Path.of("target/screenshots");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private PageOffice office;
  private Examiner examiner;
  private FirstDrawOnPages story;
  private PageTour tour;
  private HandbookPictures pictures;
  private String draw = "";

  @BeforeAll
  void from_the_claim_to_the_commitment(@TempDir Path temporary) throws Exception {
    assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);
    office = office(temporary.resolve("desk"), 25_080);
    examiner = Examiner.of(office.home().root(), Accounts.names(office.home()));
    tour = new PageTour(office, examiner, CHINESE, List.of(Look.DESK), Optional.empty());
    pictures = new HandbookPictures(office.home(), CHINESE);
    story = office.firstDraw(CHINESE, pictures);
    draw = toTheCommitment(office, story);
  }

  private PageOffice office(Path desk, int firstPort) throws Exception {
    return new PageOffice(desk, firstPort, new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  private static String toTheCommitment(PageOffice office, FirstDrawOnPages story)
      throws Exception {
    story.registers(office.items());
    office.claims(OfficeFiles.moreItems());
    story.plan();
    story.programme();
    return story.commitment();
  }

  @AfterAll
  void down() throws Exception {
    if (office != null) {
      office.close();
    }
  }

  @Test
  @Order(1)
  @Execution(ExecutionMode.SAME_THREAD)
  void every_page_can_be_read_and_used_and_speaks_the_readers_language() throws Exception {
    for (Person person : office.present()) {
      assertThat(person.complaints()).as(person.account()).isEmpty();
    }
    assertThat(tour.walk(draw)).isEmpty();
    assertThat(tour.visited()).containsAll(menu());
  }

  @Test
  @Order(2)
  @Execution(ExecutionMode.SAME_THREAD)
  void an_office_that_begins_draws_prints_the_list_and_learns_why_a_firm_was_not_drawn()
      throws Exception {
    endsAsItShould(story, draw);
    assertThat(story.whyNot(draw)).contains("未抽中");
  }

  private void endsAsItShould(FirstDrawOnPages story, String draw) throws Exception {
    story.execution(draw);

    assertThat(office.phase(draw)).isEqualTo("EXECUTED");
    assertThat(OfficeFiles.isPdf(story.list(draw))).isTrue();
    for (Person person : office.present()) {
      assertThat(person.complaints()).as(person.account()).isEmpty();
    }
  }

  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void a_visit_of_eight_items_goes_on_without_network_from_arriving_to_signing() throws Exception {
    var visit = new OfflineVisit(office, examiner, PICTURES);
    assertThat(visit.visit().path("items")).hasSize(8);
    visit.leaves();
    String digits = visit.goes();
    visit.returns();

    JsonNode whole = office.readsOf(visit.visit(), "");
    assertThat(office.readsOf(visit.visit(), "/record").path("recordHash").asText())
        .startsWith(digits);
    assertThat(whole.path("state").asText()).isEqualTo("FINISHED");
    assertThat(whole.path("closing").path("missing")).isEmpty();
    assertThat(whole.path("closing").path("officers").findValuesAsText("officer"))
        .containsExactly(visit.officer(0), visit.officer(1));
    assertThat(whole.path("closing").path("subject").path("way").asText()).isEqualTo("GLASS");
    assertThat(whole.path("closing").path("statement").path("words").asText()).isEqualTo("无异议");
    assertThat(office.readsOf(visit.visit(), "/evidence").findValuesAsText("sha256")).hasSize(1);
    bothTimesAreThere(office.readsOf(visit.visit(), "/steps"), visit);
    inAMinute(visit.hand());
  }

  private static void bothTimesAreThere(JsonNode steps, OfflineVisit visit) {
    assertThat(steps.path("seconded").path(visit.officer(1)).asText()).isEqualTo("MATCHES");
    assertThat(steps.path("kept").findValuesAsText("kind"))
        .contains("ARRIVED", "CHECKED", "EVIDENCED", "ENDED", "STATED", "SUBJECT_SIGNED", "SIGNED");
    for (JsonNode step : steps.path("kept")) {
      assertThat(Instant.parse(step.path("claimedAt").asText()))
          .as(step.toString())
          .isBefore(Instant.parse(step.path("receivedAt").asText()));
    }
  }

  /** What hands take and what the machine takes, see {@link OfflineVisit.Hand}. */
  private static void inAMinute(OfflineVisit.Hand hand) {
    Duration all = hand.fingers().plus(hand.machine());
    assertThat(all)
        .as("%d taps, fingers %s, machine %s", hand.taps(), hand.fingers(), hand.machine())
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void the_pages_of_a_draw_that_was_made_are_as_good() throws Exception {
    tour.forget("/draw/ui/draws/*");

    assertThat(tour.walk(draw)).isEmpty();
  }

  /** Remade into the handbook by {@code -Dpictures.remake=true}. */
  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void the_pictures_of_the_handbook_can_be_made_again() throws Exception {
    pictures.afterwards(office, CHINESE, draw, story.notDrawn(draw));

    assertThat(pictures.kept()).hasSize(11);
  }

  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void tabs_of_one_browser_listen_to_the_board_once() {
    assertThat(
            office
                .person("supervisor", CHINESE)
                .streamsOfTabs("/board", 3, "/board/events", "实时更新"))
        .isEqualTo(1);
  }

  /** Remade into docs/pictures by {@code -Dpictures.remake=true}. */
  @Test
  @Order(4)
  @Execution(ExecutionMode.SAME_THREAD)
  void the_pictures_of_the_front_page_can_be_made_again() throws Exception {
    Path made =
        Files.createDirectories(
            Boolean.getBoolean("pictures.remake")
                ? office.home().root().resolve("docs/pictures")
                : Path.of("target/pictures"));
    Look small = Look.of("zh", 1_080);
    Look english = Look.of("en", 1_080);
    office.person("approver", small).opens("/desk").glimpse(made.resolve("desk.png"));
    office
        .person("registrar", small)
        .opens("/registry/ui/subjects")
        .glimpse(made.resolve("subjects.png"));
    office
        .person("coordinator", english)
        .opens("/draw/ui/plans/import")
        .glimpse(made.resolve("plan.png"));
    office.person("coordinator", small).opens(draw).glimpse(made.resolve("draw.png"));
    office.anybody(small).opens(draw + "/wall").glimpse(made.resolve("wall.png"));
    office
        .person("witness-1", Look.of("zh", Look.PHONE))
        .opens(draw.replace("/draws/", "/ceremony/"))
        .glimpse(made.resolve("witness.png"));
    office.empty();

    assertThat(made.toFile().list()).hasSize(6);
  }

  @Test
  @Order(5)
  @Execution(ExecutionMode.SAME_THREAD)
  void every_page_is_as_good_in_both_languages_and_at_every_width() throws Exception {
    Map<String, List<String>> faults = new TreeMap<>();
    for (Look look : List.of(CHINESE, ENGLISH)) {
      faults.putAll(new PageTour(office, examiner, look, WIDTHS, Optional.of(PICTURES)).walk(draw));
      office.empty();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @Order(6)
  @Execution(ExecutionMode.SAME_THREAD)
  void every_page_is_as_good_in_the_dark_and_in_large_letters() throws Exception {
    Map<String, List<String>> faults = new TreeMap<>();
    for (Look look : List.of(CHINESE.dark(), ENGLISH.large())) {
      faults.putAll(
          new PageTour(
                  office, examiner, look, List.of(Look.PHONE, Look.DESK), Optional.of(PICTURES))
              .walk(draw));
      office.empty();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  @Order(7)
  @Execution(ExecutionMode.SAME_THREAD)
  void a_draw_is_made_by_people_who_read_english(@TempDir Path temporary) throws Exception {
    office.close();
    office = office(temporary.resolve("desk"), 25_280);
    var english = new HandbookPictures(office.home(), ENGLISH);
    FirstDrawOnPages story = office.firstDraw(ENGLISH, english);
    String made = toTheCommitment(office, story);

    endsAsItShould(story, made);
    assertThat(story.whyNot(made)).contains("not drawn");
    english.afterwards(office, ENGLISH, made, story.notDrawn(made));
    assertThat(english.kept()).hasSize(11);
  }

  /** Every page of the menu's table. */
  private Set<String> menu() throws Exception {
    try (InputStream table =
        Files.newInputStream(
            office.home().root().resolve("service-kit/src/main/resources/desk/menu.txt"))) {
      Set<String> all = new HashSet<>();
      Menu.read(table).entries().forEach(entry -> all.add(entry.address()));
      return all;
    }
  }
}
