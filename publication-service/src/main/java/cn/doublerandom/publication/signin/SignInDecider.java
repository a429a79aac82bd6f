package cn.doublerandom.publication.signin;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.publication.signin.SignInCommand.NoteSignIn;
import cn.doublerandom.publication.signin.SignInEvent.SignInNoted;
import java.util.Optional;

/** Each entry is kept once, as it was told first. */
public final class SignInDecider implements Decider<SignInCommand, SignInEvent, Optional<SignIn>> {
  @Override
  public Optional<SignIn> initial() {
    return Optional.empty();
  }

  @Override
  public Decision<SignInEvent> decide(SignInCommand command, Optional<SignIn> kept) {
    return switch (command) {
      case NoteSignIn(var told) ->
          kept.isPresent() ? Decision.accept() : Decision.accept(new SignInNoted(told));
    };
  }

  @Override
  public Optional<SignIn> evolve(Optional<SignIn> kept, SignInEvent event) {
    return switch (event) {
      case SignInNoted(var told) -> Optional.of(told);
    };
  }
}
