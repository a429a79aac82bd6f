package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What a browser seals the program opens, and the reverse: one person may use the one, another the
 * other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepositInBrowserTest {
  private static final String DRAW = "130534-2023001-001-1";
  private static final String SECRET = "30".repeat(32);
  private static final String RECEIPT = "ee".repeat(32);
  private static final String COMMITMENT = Witness.operatorCommitment(SECRET);
  private ScriptServer server;
  private Chromium chromium;
  private Person somebody;

  @BeforeAll
  void a_browser_with_the_script() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);
    server = ScriptServer.start(Map.of());
    chromium = Chromium.open();
    somebody = Person.anybody(chromium, server.origin(), Look.of("zh", Look.DESK));
    somebody.opens("/");
  }

  @AfterAll
  void over() {
    if (somebody != null) {
      somebody.close();
      chromium.close();
      server.close();
    }
  }

  /** What a function of the script answers. */
  private String says(String function, Object... given) {
    return String.valueOf(
        somebody.works(
            """
            async ([name, ...given]) => {
              const deposit = await import("/ui/scripts/deposit.mjs");
              try {
                return JSON.stringify(await deposit[name](...given));
              } catch (refused) {
                return "refused";
              }
            }
            """,
            Stream.concat(Stream.of(function), Arrays.stream(given)).toList()));
  }

  @Test
  void hashes_are_those_of_the_program() {
    assertThat(says("isAble")).isEqualTo("true");
    assertThat(says("commitmentOf", SECRET)).isEqualTo("\"" + COMMITMENT + "\"");
    assertThat(says("receiptHashOf", RECEIPT))
        .isEqualTo("\"" + DepositSeal.receiptHash(RECEIPT) + "\"");
  }

  @Test
  void what_a_browser_seals_the_program_of_the_supervisor_opens() {
    var key = DepositSeal.Key.fresh();

    String sealed = says("seal", DRAW, key.publicHalf(), SECRET, RECEIPT).replace("\"", "");

    assertThat(DepositSeal.open(DRAW, COMMITMENT, key, sealed))
        .isEqualTo(new DepositSeal.Opened(SECRET, RECEIPT));
    assertThat(says("seal", DRAW, "00".repeat(32), SECRET, RECEIPT))
        .as("a key of small order")
        .isEqualTo("refused");
  }

  @Test
  void what_the_program_seals_the_browser_opens_and_nothing_that_was_meant_for_another() {
    var key = DepositSeal.Key.fresh();
    String sealed = DepositSeal.seal(DRAW, key.publicHalf(), SECRET, RECEIPT);
    Map<String, String> own = halves(key);

    assertThat(says("open", DRAW, COMMITMENT, own, sealed))
        .isEqualTo("{\"secret\":\"%s\",\"receipt\":\"%s\"}".formatted(SECRET, RECEIPT));
    for (List<Object> other :
        List.<List<Object>>of(
            List.of(DRAW, COMMITMENT, halves(DepositSeal.Key.fresh()), sealed),
            List.of("130534-2023001-001-2", COMMITMENT, own, sealed),
            List.of(DRAW, Witness.operatorCommitment("31".repeat(32)), own, sealed))) {
      assertThat(says("open", other.toArray())).as(other.toString()).isEqualTo("refused");
    }
  }

  private static Map<String, String> halves(DepositSeal.Key key) {
    return Map.of("secretHalf", key.secretHalf(), "publicHalf", key.publicHalf());
  }
}
