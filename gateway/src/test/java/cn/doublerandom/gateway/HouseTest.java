package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone of the house gets before it trusts the house. */
class HouseTest {
  private static final URI SECURE = URI.create("https://192.168.1.20:8443");

  @ParameterizedTest
  @ValueSource(strings = {"/ca", "/ca?lang=en", "/ca.crt", "/look?lang=en&to=%2Fca"})
  void the_page_that_says_how_to_trust_is_read_in_clear_text(String uri) {
    assertThat(House.way(SECURE, HttpMethod.GET, uri)).isEqualTo(new House.Way.On());
  }

  @Test
  void the_look_of_that_page_comes_with_it() {
    assertThat(House.way(SECURE, HttpMethod.GET, Kit.STYLESHEET)).isEqualTo(new House.Way.On());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/desk", "/signin?to=%2Fdesk", "/ca/../desk", "/ca2", "/draw/ui/x?y=1"})
  void everything_else_is_sent_to_the_same_address_over_tls(String uri) {
    assertThat(House.way(SECURE, HttpMethod.GET, uri))
        .isEqualTo(new House.Way.Over("https://192.168.1.20:8443" + uri));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/signin", "/ca", "/registry/api/v1/subjects"})
  void what_somebody_sends_in_clear_text_is_not_taken(String uri) {
    assertThat(House.way(SECURE, HttpMethod.POST, uri)).isEqualTo(new House.Way.Refused());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:80"})
  void this_machine_is_known_by_its_own_names(String host) {
    assertThat(House.namesThisMachine(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.20:8080",
        "localhost.example",
        "127.0.0.1.example",
        "12.7.0.1",
        "[::2]"
      })
  void whoever_asks_for_another_name_comes_from_the_house(String host) {
    assertThat(House.namesThisMachine(host)).isFalse();
  }
}
