package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** The signature of a token is looked at once in a minute, its time whenever it is shown. */
class VerifiedTokensTest {
  private static final Instant MORNING = Instant.parse("2023-03-01T00:00:00Z");

  private final List<String> lookedAt = new ArrayList<>();
  private Instant now = MORNING;
  private final VerifiedTokens tokens = new VerifiedTokens(() -> now);

  private JWTCallerPrincipal shown(String token, Duration valid) throws ParseException {
    return tokens.of(
        token,
        one -> {
          lookedAt.add(one);
          var claims = new JwtClaims();
          claims.setSubject(one);
          claims.setExpirationTime(NumericDate.fromSeconds(MORNING.plus(valid).getEpochSecond()));
          return new DefaultJWTCallerPrincipal("JWT", claims);
        });
  }

  private void after(Duration time) {
    now = MORNING.plus(time);
  }

  @Test
  void the_same_token_is_looked_at_once_and_another_for_itself() throws Exception {
    Duration aDay = Duration.ofHours(8);

    assertThat(shown("a", aDay).getSubject()).isEqualTo("a");
    assertThat(shown("b", aDay).getSubject()).isEqualTo("b");
    assertThat(shown("a", aDay).getSubject()).isEqualTo("a");

    assertThat(lookedAt).containsExactly("a", "b");
  }

  @Test
  void after_a_minute_it_is_looked_at_again_so_that_a_key_taken_back_opens_nothing()
      throws Exception {
    shown("a", Duration.ofHours(8));
    after(VerifiedTokens.KEPT);

    shown("a", Duration.ofHours(8));

    assertThat(lookedAt).containsExactly("a", "a");
  }

  @Test
  void one_whose_time_is_over_is_never_taken_from_memory() throws Exception {
    shown("a", Duration.ofSeconds(10));
    after(Duration.ofSeconds(9));
    shown("a", Duration.ofSeconds(10));
    after(Duration.ofSeconds(10));

    shown("a", Duration.ofSeconds(10));

    assertThat(lookedAt).containsExactly("a", "a");
  }

  @Test
  void a_clock_that_is_put_back_makes_it_looked_at_again() throws Exception {
    shown("a", Duration.ofHours(8));
    after(Duration.ofSeconds(-1));

    shown("a", Duration.ofHours(8));

    assertThat(lookedAt).containsExactly("a", "a");
  }

  @Test
  void one_that_is_refused_is_refused_each_time() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() ->
              tokens.of(
                  "bad",
                  one -> {
                    lookedAt.add(one);
                    throw new ParseException("no signature of ours");
                  }))
          .isInstanceOf(ParseException.class);
    }

    assertThat(lookedAt).containsExactly("bad", "bad");
  }

  @Test
  void of_many_the_oldest_is_forgotten() throws Exception {
    for (int i = 0; i <= VerifiedTokens.MOST; i++) {
      shown("t" + i, Duration.ofHours(8));
    }
    lookedAt.clear();

    shown("t1", Duration.ofHours(8));
    shown("t0", Duration.ofHours(8));

    assertThat(lookedAt).containsExactly("t0");
  }
}
