package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The order in which a ledger tells of a draw (protocol §3, §4). */
class DrawHistoryTest {
  private static final String FIRST = "130534-2024002-003-1";
  private static final String SECOND = "130534-2024002-003-2";
  private static final String THIRD = "130534-2024002-003-3";
  private static final String ELSEWHERE = "130534-2024002-004-1";
  private static final String COMMIT = "c0".repeat(32);
  private static final String RESULT = "4e".repeat(32);
  private static final String SALT = "5a".repeat(32);

  private final DrawHistory history = new DrawHistory();
  private long seq;

  private void told(String type, String draw, Map<String, Object> more) {
    var value = new TreeMap<String, Object>(more);
    value.putIfAbsent("commitHash", COMMIT);
    value.put("drawId", draw);
    history.event("cn.doublerandom." + type + ".v1", ++seq, value);
  }

  private void told(String type, String draw) {
    told(type, draw, Map.of("resultHash", RESULT, "salt", SALT));
  }

  private static void assertRefused(Runnable telling, Code code, String why) {
    assertThatThrownBy(telling::run)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code).isEqualTo(code))
        .hasMessageContaining(why);
  }

  private void sealed(String draw) {
    told(
        "DrawSealed",
        draw,
        Map.of(
            "sealedHash", Hash.hex(Hash.tagged("sealed", Hash.bytes(SALT), Hash.bytes(RESULT)))));
  }

  @Test
  void a_task_has_one_open_commit_and_another_task_has_its_own() {
    told("DrawCommitted", FIRST);
    told("DrawCommitted", ELSEWHERE);
    assertRefused(
        () -> told("DrawCommitted", SECOND),
        Code.LEDGER,
        SECOND + " is not the only open commit of its task");
  }

  @Test
  void what_was_drawn_or_voided_makes_room_for_another_commit_and_never_for_the_same() {
    told("DrawCommitted", FIRST);
    told("DrawExecuted", FIRST);
    told("DrawCommitted", SECOND);
    told("DrawVoided", SECOND);
    assertRefused(
        () -> told("DrawCommitted", FIRST),
        Code.LEDGER,
        FIRST + " is not the only open commit of its task");
    assertThatCode(() -> told("DrawCommitted", THIRD)).doesNotThrowAnyException();
  }

  @Test
  void what_was_not_committed_is_neither_revealed_nor_executed() {
    String revealed = " a witness revealed without the commit before it";
    String executed = " was executed without its commit before it";
    assertRefused(() -> told("ContributionRevealed", FIRST), Code.LEDGER, FIRST + ":" + revealed);
    assertRefused(() -> told("DrawExecuted", FIRST), Code.LEDGER, FIRST + executed);
    assertRefused(() -> sealed(FIRST), Code.LEDGER, FIRST + executed);
    Map<String, Object> other = Map.of("commitHash", "c1".repeat(32), "resultHash", RESULT);
    told("DrawCommitted", SECOND);
    assertRefused(
        () -> told("ContributionRevealed", SECOND, other), Code.LEDGER, SECOND + ":" + revealed);
    assertRefused(() -> told("DrawExecuted", SECOND, other), Code.LEDGER, SECOND + executed);
  }

  @Test
  void a_draw_is_executed_once() {
    told("DrawCommitted", FIRST);
    told("DrawExecuted", FIRST);
    assertRefused(
        () -> told("DrawExecuted", FIRST),
        Code.LEDGER,
        FIRST + " was executed without its commit before it");
  }

  @Test
  void what_was_sealed_is_opened_to_that_and_nothing_else() {
    told("DrawCommitted", FIRST);
    sealed(FIRST);
    assertThatCode(() -> history.requireBundles(Set.of())).doesNotThrowAnyException();
    for (Map<String, Object> other :
        List.<Map<String, Object>>of(
            Map.of("salt", "00".repeat(32), "resultHash", RESULT),
            Map.of("salt", SALT, "resultHash", "00".repeat(32)))) {
      assertRefused(
          () -> told("DrawOpened", FIRST, other),
          Code.SEALED_HASH,
          FIRST + " was opened to something else than what was sealed");
    }
    told("DrawOpened", FIRST);
    assertRefused(
        () -> history.requireBundles(Set.of(SECOND)),
        Code.LEDGER,
        FIRST + " was executed, but its bundle is not among the files");
    assertThatCode(() -> history.requireBundles(Set.of(FIRST))).doesNotThrowAnyException();
  }

  @Test
  void a_sealed_draw_that_was_voided_still_shows_what_it_would_have_been() {
    told("DrawCommitted", FIRST);
    sealed(FIRST);
    told("DrawVoided", FIRST, Map.of("wouldBeResultHash", RESULT));
    assertRefused(
        () -> history.requireBundles(Set.of()), Code.LEDGER, "its bundle is not among the files");
  }

  @Test
  void a_draw_that_was_voided_before_or_after_it_was_drawn_owes_nothing_new() {
    told("DrawCommitted", FIRST);
    told("DrawVoided", FIRST);
    assertThatCode(() -> history.requireBundles(Set.of())).doesNotThrowAnyException();
    told("DrawCommitted", SECOND);
    sealed(SECOND);
    told("DrawOpened", SECOND);
    assertThatCode(() -> told("DrawVoided", SECOND)).doesNotThrowAnyException();
    told("DrawCommitted", ELSEWHERE);
    told("DrawOverdue", ELSEWHERE);
    assertThatCode(() -> history.requireBundles(Set.of(SECOND))).doesNotThrowAnyException();
  }

  @Test
  void a_reveal_is_told_with_the_checkpoint_it_was_made_after() {
    assertRefused(
        () -> told("DrawCommitted", FIRST, Map.of("witnesses", List.of("张三"))),
        Code.MALFORMED,
        "a witness is not an object");
    told(
        "DrawCommitted",
        ELSEWHERE,
        Map.of("witnesses", List.of(Map.of("by", "张三", "pseudonym", "p"))));
    Map<String, Object> reveal =
        new TreeMap<>(Map.of("by", "张三", "pseudonym", "p", "nonce", "00", "value", "7"));
    assertRefused(
        () -> told("ContributionRevealed", ELSEWHERE, reveal),
        Code.MALFORMED,
        "a reveal names no checkpoint");
    reveal.put("checkpoint", Map.of("size", 1L, "root", RESULT));
    reveal.put("recordedAt", "gestern");
    assertRefused(
        () -> told("ContributionRevealed", ELSEWHERE, reveal),
        Code.MALFORMED,
        "recordedAt is no time: gestern");
  }
}
