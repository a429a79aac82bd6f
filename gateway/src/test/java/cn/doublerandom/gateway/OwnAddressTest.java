package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/desk", "/draw/ui/plans?year=2023&q=%E5%BC%A0", "/a?b=//c"})
  void somebody_is_sent_on_to_a_page_of_ours(String to) {
    assertThat(OwnAddress.of(to)).contains(to);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desk",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\b",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/%5cevil.example",
        "/%2fevil.example",
        "/a/..//evil.example",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
        " /desk",
        "/de sk",
        "/desk#x",
        "/\"",
        "/signin",
        "/signin?to=/desk",
        "/signout"
      })
  void nobody_is_sent_to_another_host_or_back_and_forth(String to) {
    assertThat(OwnAddress.of(to)).isEmpty();
  }

  @Test
  void an_address_longer_than_any_of_ours_is_none() {
    assertThat(OwnAddress.of("/" + "a".repeat(500))).isEmpty();
  }
}
