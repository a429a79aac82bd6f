package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.doublerandom.local.browser.Chromium;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A browser that lost what a draw is made with says so while nothing is public, and takes it back
 * from the paper it was written on, and from no other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostSecretTest {
  private static final String DRAW = "130534-2023001-001-1";
  private static final String NONCE = "0f".repeat(16);
  private static final String SECRET = "30".repeat(32);
  private static final String WITNESS =
      """
      <span id="live"></span><div id="ceremony" data-draw="%s" data-page="/witness" data-events="/events">
      <p id="here" hidden>told</p><section id="lost" hidden>
      <select id="lost-by"><option value="甲" data-commitment="%s">甲</option></select>
      <input id="lost-value"><input id="lost-nonce"><p id="lost-wrong" hidden>told</p>
      <button type="button" id="keep">keep</button></section></div>
      <script type="module" src="/ui/scripts/ceremony.mjs"></script>
      """
          .formatted(DRAW, new Witness("甲", NONCE, "7").promise().get("commitment"));
  private static final String OPERATOR =
      """
      <div data-keeper="committing" data-draw="%s" data-account="coordinator" data-commitment="%s">
      <p id="secret-here" hidden>told</p><section id="secret-lost" hidden><input id="own-secret">
      <p id="secret-other" hidden>told</p><button type="button" id="keep-secret">keep</button>
      <button type="button" id="without-secret">without</button></section></div>
      <form><input name="executeBy"></form>
      <script type="module" src="/ui/scripts/deposit.mjs"></script>
      """
          .formatted(DRAW, Witness.operatorCommitment(SECRET));

  private ScriptServer server;
  private Chromium chromium;

  @BeforeAll
  void a_browser() throws IOException {
    assumeTrue(Chromium.installed().isPresent(), Chromium.MISSING);
    server = ScriptServer.start(Map.of("/witness", WITNESS, "/operator", OPERATOR));
    chromium = Chromium.open();
  }

  @AfterAll
  void over() {
    if (chromium != null) {
      chromium.close();
      server.close();
    }
  }

  private Person somebody() {
    return Person.anybody(chromium, server.origin(), Look.of("zh", Look.DESK));
  }

  private static Person shows(Person somebody, List<String> shown, List<String> hidden) {
    somebody.sees(shown.getFirst());
    for (String id : hidden) {
      assertThat(somebody.works("id => document.querySelector(id).hidden", id))
          .as(id)
          .isEqualTo(true);
    }
    return somebody;
  }

  @Test
  void a_witness_without_his_number_is_told_and_enters_it_from_his_paper() {
    try (Person witness = somebody()) {
      shows(witness.opens("/witness"), List.of("#lost"), List.of("#here"));
      witness.types("lost-value", "8").types("lost-nonce", NONCE).clicks("keep");
      shows(witness, List.of("#lost-wrong"), List.of("#here"));
      witness
          .types("lost-value", "7")
          .types("lost-nonce", "0F".repeat(8) + " " + "0f".repeat(8))
          .clicks("keep");
      shows(witness, List.of("#here"), List.of("#lost", "#lost-wrong"));
      shows(witness.opens("/witness"), List.of("#here"), List.of("#lost"));
    }
  }

  @Test
  void a_number_made_for_another_promise_is_not_the_one_that_was_promised() {
    try (Person witness = somebody()) {
      witness
          .opens("/")
          .works(
              "([place, kept]) => localStorage.setItem(place, kept)",
              List.of(
                  "double-random/ceremony/" + DRAW + "/甲",
                  "{\"nonce\":\"%s\",\"value\":\"9\"}".formatted(NONCE)));
      shows(witness.opens("/witness"), List.of("#lost"), List.of("#here"));
    }
  }

  @Test
  void who_publishes_the_commitment_without_the_secret_is_asked_before_he_may() {
    try (Person operator = somebody()) {
      shows(operator.opens("/operator"), List.of("#secret-lost"), List.of("#secret-here", "form"));
      operator.types("own-secret", "31".repeat(32)).clicks("keep-secret");
      shows(operator, List.of("#secret-other"), List.of("form"));
      operator.types("own-secret", SECRET).clicks("keep-secret");
      shows(operator, List.of("#secret-here"), List.of("#secret-lost", "#secret-other"));
      shows(operator.opens("/operator"), List.of("form"), List.of("#secret-lost"));
    }
    try (Person other = somebody()) {
      other.opens("/operator").clicks("without-secret");
      shows(other, List.of("form"), List.of("#secret-here"));
    }
  }
}
