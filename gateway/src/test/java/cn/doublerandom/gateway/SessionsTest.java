package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Optional<Path> SOME = Optional.of(Path.of("some"));

  private record Settings(Optional<Path> key, Optional<Path> tokens, Duration waiting)
      implements GatewaySettings.SignIn {
    Settings(Optional<Path> key, Optional<Path> tokens) {
      this(key, tokens, Duration.ofSeconds(2));
    }
  }

  @Test
  void a_gateway_with_demo_accounts_starts_in_a_local_stack_alone() {
    assertThat(Sessions.refusal(new Settings(SOME, SOME), false, false)).isPresent();
    assertThat(Sessions.refusal(new Settings(SOME, SOME), true, false)).isEmpty();
    assertThat(Sessions.refusal(new Settings(SOME, Optional.empty()), false, false)).isEmpty();
  }

  @Test
  void nobody_signs_in_where_sessions_have_no_key() {
    assertThat(Sessions.refusal(new Settings(Optional.empty(), SOME), true, false)).isPresent();
    assertThat(Sessions.refusal(new Settings(Optional.empty(), Optional.empty()), false, false))
        .isEmpty();
  }

  @Test
  void nobody_chooses_between_demo_accounts_and_the_identity_provider() {
    assertThat(Sessions.refusal(new Settings(SOME, SOME), true, true)).isPresent();
    assertThat(Sessions.refusal(new Settings(Optional.empty(), Optional.empty()), false, true))
        .isEmpty();
  }
}
