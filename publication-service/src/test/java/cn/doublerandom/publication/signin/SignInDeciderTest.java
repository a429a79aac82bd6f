package cn.doublerandom.publication.signin;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.signin.SignInCommand.NoteSignIn;
import cn.doublerandom.publication.signin.SignInEvent.SignInNoted;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInDeciderTest {
  private final DeciderSpecification<SignInCommand, SignInEvent, Optional<SignIn>> signIns =
      DeciderSpecification.of(new SignInDecider());

  private static SignIn told(String account) {
    return new SignIn(
        account,
        Instant.parse("2023-03-15T01:00:00Z"),
        "00112233445566aa",
        "",
        "",
        1,
        1,
        "0".repeat(64),
        null,
        "",
        "192.168.1.0/24",
        1,
        SignIn.What.SIGNED_IN);
  }

  @Test
  void what_a_gateway_tells_is_kept_as_it_was_told() {
    signIns
        .given()
        .when(new NoteSignIn(told("registrar")))
        .then(new SignInNoted(told("registrar")));
  }

  @Test
  void an_entry_is_kept_once_and_nothing_told_later_takes_its_place() {
    signIns
        .given(new SignInNoted(told("registrar")))
        .when(new NoteSignIn(told("somebody-else")))
        .then();
  }
}
