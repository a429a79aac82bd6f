package cn.doublerandom.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  @Test
  void over_tls_no_neighbour_can_plant_it_and_no_script_reads_it() {
    assertThat(SessionCookie.set("x", true))
        .isEqualTo("__Host-suite-session=x; Path=/; HttpOnly; SameSite=Lax; Secure");
    assertThat(SessionCookie.set("x", false))
        .isEqualTo("suite-session=x; Path=/; HttpOnly; SameSite=Lax");
    assertThat(SessionCookie.end(true)).startsWith("__Host-suite-session=; Max-Age=0; Path=/;");
  }

  @Test
  void it_is_found_among_others_in_one_header_or_several() {
    assertThat(SessionCookie.in(List.of("a=1; suite-session=x;b=2"), false)).contains("x");
    assertThat(SessionCookie.in(List.of("a=1", "suite-session=x"), false)).contains("x");
    assertThat(SessionCookie.in(List.of("a=suite-session=x", "my-suite-session=y"), false))
        .isEmpty();
  }

  @Test
  void of_two_neither_counts() {
    assertThat(SessionCookie.in(List.of("suite-session=x; suite-session=y"), false)).isEmpty();
    assertThat(SessionCookie.in(List.of("suite-session=x", "suite-session=x"), false)).isEmpty();
  }

  @Test
  void the_one_of_clear_text_counts_for_nothing_over_tls() {
    assertThat(SessionCookie.in(List.of("suite-session=x"), true)).isEmpty();
    assertThat(SessionCookie.in(List.of("__Host-suite-session=x"), true)).contains("x");
    assertThat(SessionCookie.in(List.of("__Host-suite-session=x"), false)).isEmpty();
  }
}
