package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.servicekit.waiting.Person;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a letter waits for. */
class LetterMattersTest {
  private static final LocalDate ON = LocalDate.of(2023, 6, 1);
  private static final LetterLine WAITS =
      new LetterLine(
          "130534-20230601-AAAAAAAAAA",
          LetterKind.COMPLAINT,
          null,
          ON,
          ON.plusDays(28),
          LetterLine.Stage.WAITING,
          null,
          null);

  private static Person person(String account, String role) {
    return new Person(account, "法制安全科", Set.of(role));
  }

  @ParameterizedTest
  @CsvSource({
    "li, coordinator, true",
    "wang, approver, false",
    "wang, supervisor, false",
    "sun, publisher, false"
  })
  void a_letter_waits_for_who_may_propose_a_reply(String account, String role, boolean waits) {
    assertThat(LetterAnswers.waitsFor(WAITS, person(account, role))).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource({
    "li, coordinator, false",
    "LI, coordinator, false",
    "zhao, coordinator, true",
    "wang, approver, true",
    "wang, supervisor, true",
    "sun, publisher, false"
  })
  void a_reply_waits_for_whoever_may_agree_and_not_for_who_proposed_it(
      String account, String role, boolean waits) {
    assertThat(LetterAnswers.waitsFor(WAITS.drafted("li"), person(account, role))).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource({"li, coordinator", "wang, approver"})
  void an_answered_letter_waits_for_nobody(String account, String role) {
    assertThat(LetterAnswers.waitsFor(WAITS.answered(ON), person(account, role))).isFalse();
  }
}
