package cn.doublerandom.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSealTest {
  private static final String COOKIE = SessionCookie.name(true);
  private static final Session SESSION =
      new Session(
          "JC001",
          "inspector",
          Instant.ofEpochSecond(1_678_842_000),
          Instant.ofEpochSecond(1_678_842_060));

  @TempDir Path place;

  private Path key;
  private SessionSeal seal;

  @BeforeEach
  void installed() throws IOException {
    key = place.resolve("gateway/session.key");
    seal = SessionSeal.keptIn(key);
  }

  @Test
  void what_was_sealed_is_opened_as_it_was() {
    assertThat(seal.open(seal.seal(SESSION, COOKIE), COOKIE)).contains(SESSION);
  }

  @Test
  void the_browser_that_keeps_it_reads_nothing_of_it_and_gets_another_text_each_time() {
    String sealed = seal.seal(SESSION, COOKIE);

    assertThat(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
        .doesNotContain("JC001", "inspector", "1678842");
    assertThat(seal.seal(SESSION, COOKIE)).isNotEqualTo(sealed);
  }

  @Test
  void whichever_bit_is_changed_it_opens_no_more() {
    byte[] sealed = Base64.getUrlDecoder().decode(seal.seal(SESSION, COOKIE));
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(seal.open(Base64.getUrlEncoder().encodeToString(changed), COOKIE)).isEmpty();
    }
  }

  @Test
  void one_of_clear_text_does_not_pass_where_tls_is() {
    String clear = SessionCookie.name(false);

    assertThat(seal.open(seal.seal(SESSION, clear), COOKIE)).isEmpty();
  }

  /** Half a key, of a start that was cut off, kept the gateway from starting again. */
  @Test
  void a_start_that_was_cut_off_leaves_no_half_key() throws IOException {
    Path file = place.resolve("cut/session.key");
    Files.createDirectories(file.getParent());
    Files.write(file.resolveSibling("session.key.new"), new byte[7]);

    SessionSeal made = SessionSeal.keptIn(file);

    assertThat(made.open(made.seal(SESSION, COOKIE), COOKIE)).contains(SESSION);
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void one_of_another_installation_opens_nothing_here() throws IOException {
    SessionSeal other = SessionSeal.keptIn(place.resolve("other.key"));

    assertThat(seal.open(other.seal(SESSION, COOKIE), COOKIE)).isEmpty();
  }

  @Test
  void a_gateway_that_was_started_again_knows_who_is_signed_in() throws IOException {
    String sealed = seal.seal(SESSION, COOKIE);

    assertThat(SessionSeal.keptIn(key).open(sealed, COOKIE)).contains(SESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AQ", "x", "====", "AQAA AAAA", "%00", "JC001"})
  void what_is_no_sealed_session_opens_to_nobody(String value) {
    assertThat(seal.open(value, COOKIE)).isEmpty();
  }

  @Test
  void a_text_longer_than_any_session_is_not_even_read() {
    assertThat(seal.open("A".repeat(401), COOKIE)).isEmpty();
  }

  @Test
  void the_key_is_its_owners_alone_and_one_others_may_read_is_refused() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SessionSeal.keptIn(key))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("他人");
  }

  @Test
  void a_key_of_another_length_is_refused() throws IOException {
    Files.write(key, new byte[16]);

    assertThatThrownBy(() -> SessionSeal.keptIn(key)).hasMessageContaining("16");
  }
}
