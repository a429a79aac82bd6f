package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.identity.TokenRules.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();
  private static final long HOURS_12 = 12 * 3600;
  private static final String RAW = "eyJhIjoxfQ.eyJiIjoyfQ.AAEC";

  @Test
  void a_token_of_a_working_day_is_taken() {
    assertThat(TokenRules.fault(SECONDS, SECONDS + HOURS_12, "wang", RAW, NOW)).isEmpty();
    assertThat(TokenRules.fault(SECONDS + 60, SECONDS + 600, "wang", RAW, NOW)).isEmpty();
  }

  @Test
  void a_token_for_longer_from_the_future_or_without_its_times_is_not() {
    assertThat(TokenRules.fault(SECONDS, SECONDS + HOURS_12 + 1, "wang", RAW, NOW))
        .contains(Fault.TOO_LONG);
    assertThat(TokenRules.fault(SECONDS + 61, SECONDS + 600, "wang", RAW, NOW))
        .contains(Fault.FROM_THE_FUTURE);
    assertThat(TokenRules.fault(0, SECONDS + 600, "wang", RAW, NOW)).contains(Fault.WITHOUT_TIMES);
    assertThat(TokenRules.fault(SECONDS, 0, "wang", RAW, NOW)).contains(Fault.WITHOUT_TIMES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000"})
  void a_token_that_names_nobody_is_nobodys(String subject) {
    assertThat(TokenRules.fault(SECONDS, SECONDS + 600, subject, RAW, NOW)).contains(Fault.NOBODYS);
    assertThat(TokenRules.fault(SECONDS, SECONDS + 600, null, RAW, NOW)).contains(Fault.NOBODYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhIjoxfQ.eyJiIjoyfQ.AAED=",
        "eyJhIjoxfQ.eyJiIjoyfR.AAEC",
        "eyJhIjoxfQ.eyJiIjoyfQ.AA C",
        "eyJhIjoxfQ.eyJiIjoyfQ.AAEC\n",
        "eyJhIjoxfQ.eyJiIjoyfQ==.AAEC",
        "eyJhIjoxfQ.eyJiIjoyfQ",
        "eyJhIjoxfQ.eyJiIjoyfQ.AAEC.",
        "eyJhIjoxfQ.eyJiIjoyfQ.AA+/"
      })
  void one_token_has_one_spelling(String raw) {
    assertThat(TokenRules.isCanonical(RAW)).isTrue();
    assertThat(TokenRules.isCanonical(raw)).isFalse();
    assertThat(TokenRules.fault(SECONDS, SECONDS + 600, "wang", raw, NOW))
        .contains(Fault.NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\ud800",
        "wang\nINFO forged",
        "\u202ewang",
        " wang",
        "wang\u3000",
        "wa\u200bng",
        "\ue000",
        "wang\u2028"
      })
  void an_account_is_written_with_signs_everybody_sees(String account) {
    assertThat(TokenRules.isWritten(account)).isFalse();
  }

  @Test
  void accounts_and_units_as_they_are_written_are_taken_up_to_their_length() {
    assertThat(TokenRules.isWritten("wang.wei-2@qinghe")).isTrue();
    assertThat(TokenRules.isWritten("法制安全科 一组")).isTrue();
    assertThat(TokenRules.isWritten("w".repeat(200))).isTrue();
    assertThat(TokenRules.isWritten("w".repeat(201))).isFalse();
  }

  @Test
  void nobody_has_an_account_that_reads_as_a_deputy_of_another() {
    assertThat(TokenRules.isAccount("li 代 wang")).isFalse();
    assertThat(TokenRules.isAccount("代玉")).isTrue();
    assertThat(TokenRules.isAccount("wang.wei-2@qinghe")).isTrue();
  }
}
