package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9116 asks for is said of an office that named somebody, and of no other. */
class WellKnownTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final URI MAIL = URI.create("mailto:security@bureau.example");
  private static final LocalDate DAY = LocalDate.of(2023, 6, 30);

  @AfterAll
  static void close() {
    VERTX.close();
  }

  private static SecurityContact at(String now, List<URI> contact, Optional<LocalDate> until) {
    return new SecurityContact(
        VERTX, Clock.fixed(Instant.parse(now), ZoneOffset.UTC), contact, until);
  }

  @Test
  void whom_the_office_named_is_said_with_the_day_until_which_it_holds() {
    assertThat(at("2023-03-15T01:00:00Z", List.of(MAIL), Optional.of(DAY)).text())
        .contains(
            """
            Contact: mailto:security@bureau.example
            Expires: 2023-06-30T23:59:59+08:00
            Preferred-Languages: zh, en
            """);
  }

  @Test
  void an_office_that_named_nobody_has_no_made_up_address() {
    assertThat(at("2023-03-15T01:00:00Z", List.of(), Optional.empty()).text()).isEmpty();
  }

  @Test
  void nobody_is_named_after_the_day_is_over() {
    assertThat(at("2023-06-30T15:59:58Z", List.of(MAIL), Optional.of(DAY)).text()).isPresent();
    assertThat(at("2023-06-30T16:00:00Z", List.of(MAIL), Optional.of(DAY)).text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"security@bureau.example", "http://bureau.example/", "javascript:x"})
  void the_gateway_does_not_start_with_a_contact_nobody_can_reach(String contact) {
    assertThatThrownBy(
            () -> at("2023-03-15T01:00:00Z", List.of(URI.create(contact)), Optional.of(DAY)))
        .hasMessageContaining("suite.gateway.security.contact")
        .hasMessageContaining(contact);
  }

  @Test
  void the_gateway_does_not_start_with_a_contact_that_holds_for_ever() {
    assertThatThrownBy(() -> at("2023-03-15T01:00:00Z", List.of(MAIL), Optional.empty()))
        .hasMessageContaining("suite.gateway.security.until");
  }
}
