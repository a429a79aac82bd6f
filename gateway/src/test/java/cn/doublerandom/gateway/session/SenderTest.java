package cn.doublerandom.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private static final String HOST = "bureau.example:8080";

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "same-origin,cross-site", "", "Same-Origin"})
  void what_a_browser_says_was_asked_for_by_another_site_is_not_ours(String site) {
    assertThat(new Sender(site, "http://" + HOST, HOST, false).isOurs()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void what_a_browser_says_came_from_us_or_the_person_himself_is_ours(String site) {
    assertThat(new Sender(site, null, HOST, true).isOurs()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://bureau.example:8080, bureau.example:8080",
    "http://BUREAU.example:8080, bureau.example:8080",
    "http://bureau.example, bureau.example",
    "http://bureau.example, bureau.example:80",
    "https://bureau.example, bureau.example",
    "https://bureau.example:443, bureau.example",
    "http://[::1]:8080, '[::1]:8080'",
    "http://[::1], '[::1]'"
  })
  void where_it_says_nothing_of_the_site_a_page_of_this_host_is_ours(String origin, String host) {
    assertThat(new Sender(null, origin, host, false).isOurs()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "null, bureau.example",
    "'', bureau.example",
    "http://evil.example, bureau.example",
    "http://bureau.example.evil.example, bureau.example",
    "http://bureau.example:81, bureau.example",
    "https://bureau.example:80, bureau.example:443",
    "http://user@bureau.example, bureau.example",
    "ftp://bureau.example, bureau.example",
    "bureau.example, bureau.example",
    "'http://bureau.example,http://evil.example', bureau.example",
    "http:// bureau.example, bureau.example"
  })
  void another_page_or_one_that_does_not_say_which_is_not_ours(String origin, String host) {
    assertThat(new Sender(null, origin, host, false).isOurs()).isFalse();
  }

  @Test
  void silence_is_not_ours_and_is_known_as_silence() {
    assertThat(new Sender(null, null, HOST, false).isOurs()).isFalse();
    assertThat(new Sender(null, null, HOST, false).isSilent()).isTrue();
    assertThat(new Sender(null, "null", HOST, false).isSilent()).isFalse();
    assertThat(new Sender("cross-site", null, HOST, false).isSilent()).isFalse();
  }

  @Test
  void over_tls_a_page_in_clear_text_is_not_ours() {
    assertThat(new Sender(null, "http://bureau.example", "bureau.example", true).isOurs())
        .isFalse();
    assertThat(new Sender(null, "https://bureau.example", "bureau.example", true).isOurs())
        .isTrue();
  }
}
