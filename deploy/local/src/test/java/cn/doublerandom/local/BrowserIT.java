package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.DemoIdentity.User;
import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import cn.doublerandom.local.browser.Round;
import cn.doublerandom.pagekit.Menu;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The desk in a real browser: the first draw on pages alone, and every page looked at. While the
 * commit is public for its minute, the pages are walked through.
 */
@Order(3)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
class BrowserIT {
  private static final Look CHINESE = Look.of("zh", Look.DESK);

  /** Pages anybody may open. */
  private static final List<String> PUBLIC = List.of("/", "/signin", "/draw/ui/verify");

  /** Whose menus have all pages there are. */
  private static final List<String> READERS =
      List.of(
          "coordinator", "registrar", "approver", "witness-1", "publisher", "operator", "unit-lead",
          "supervisor", "auditor", "JC001");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Set<String> known = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private PageOffice office;
  private Examiner examiner;
  private FirstDrawOnPages story;
  private String draw = "";

  @BeforeAll
  void from_the_claim_to_the_commitment(@TempDir Path temporary) throws Exception {
    assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);
    office =
        new PageOffice(
            temporary.resolve("data"),
            34_080,
            new PrintStream(told, true, StandardCharsets.UTF_8));
    examiner =
        Examiner.of(office.home().root(), DemoIdentity.USERS.stream().map(User::account).toList());
    story = office.firstDraw(CHINESE);
    office.beforeThePages(story.key());
    story.registers(office.items());
    story.plan();
    story.programme();
    draw = story.commitment();
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
  void every_page_can_be_read_and_used_and_says_it_in_the_readers_language() throws Exception {
    assertThat(walk(CHINESE)).isEmpty();
    assertThat(visited).containsAll(menu());
  }

  @Test
  @Order(2)
  @Execution(ExecutionMode.SAME_THREAD)
  void a_draw_is_made_on_pages_alone() throws Exception {
    story.execution(draw);

    assertThat(office.phase(draw)).isEqualTo("EXECUTED");
    for (Person person : office.present()) {
      assertThat(person.complaints()).as(person.account()).isEmpty();
    }
  }

  @Test
  @Order(3)
  @Execution(ExecutionMode.SAME_THREAD)
  void the_pages_of_a_draw_that_was_made_are_as_good() throws Exception {
    known.removeIf(kind -> kind.startsWith("/draw/ui/draws/*"));

    assertThat(walk(CHINESE)).isEmpty();
  }

  /** Faults by page; the page's own reader stands before it. */
  private Map<String, List<String>> walk(Look look) {
    Map<String, List<String>> faults = new TreeMap<>();
    for (String account : READERS) {
      Person reader = office.person(account, look);
      walk(reader, look, List.of("/desk"), faults);
      walk(reader, look, List.of(draw), faults);
    }
    walk(office.anybody(look), look, PUBLIC, faults);
    return faults;
  }

  private void walk(
      Person reader, Look look, List<String> from, Map<String, List<String>> faults) {
    reader.complaints();
    visited.addAll(
        new Round(office.origin(), known)
            .walk(
                reader,
                from,
                (there, address) -> {
                  List<String> wrong = wrong(there, look, address);
                  if (!wrong.isEmpty()) {
                    faults.put(address + " (" + there.account() + ", " + look + ")", wrong);
                  }
                })
            .keySet());
  }

  private List<String> wrong(Person there, Look look, String address) {
    List<String> wrong = new ArrayList<>(examiner.byAxe(there));
    wrong.addAll(examiner.byLanguage(there));
    wrong.addAll(examiner.byWidth(there));
    wrong.addAll(examiner.byKeyboard(there));
    wrong.addAll(there.complaints());
    if (isOfDesk(address)) {
      wrong.addAll(examiner.byTongue(there, look));
    }
    return wrong;
  }

  /** What the public reads has one language yet. */
  private static boolean isOfDesk(String address) {
    return address.startsWith("/desk")
        || address.startsWith("/registry/ui")
        || (address.startsWith("/draw/ui") && !address.matches("/draw/ui/(verify|fairness).*"));
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

  /** So that a failure can be looked into. */
  @Override
  public String toString() {
    return Stream.of(told.toString(StandardCharsets.UTF_8)).findFirst().orElse("");
  }
}
