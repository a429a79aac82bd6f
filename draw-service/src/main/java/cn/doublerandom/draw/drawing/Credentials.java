package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.WITNESS_CODE_WRONG;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.Preparation.Access;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Optional;

/** Whether somebody is the witness he says: by his account, or by the code he was given. */
final class Credentials {
  private Credentials() {}

  /**
   * Why not. A wrong code is refused and nothing else: a code has 80 random bits, which nobody
   * guesses, and one that wore out would let whoever likes take a witness out of a draw.
   */
  static Optional<Decision<DrawEvent>> refusal(
      Preparation known, String name, Credential credential) {
    Optional<Preparation.Witness> witness = known.named(name);
    if (witness.isEmpty()) {
      return Optional.of(reject(WITNESS_UNKNOWN, "field", "by"));
    }
    return switch (credential) {
      case Credential.Account(var officer)
          when witness.get().access() instanceof Access.Account(var own)
              && SecondPerson.isSame(own, officer.account()) ->
          Optional.empty();
      case Credential.Account account -> Optional.of(reject(WITNESS_UNKNOWN, "field", "by"));
      case Credential.Code(var hash) ->
          witness.get().access() instanceof Access.Code code
              ? refusal(code, hash)
              : Optional.of(reject(WITNESS_UNKNOWN, "field", "by"));
    };
  }

  private static Optional<Decision<DrawEvent>> refusal(Access.Code code, String given) {
    return code.hash().equals(given)
        ? Optional.empty()
        : Optional.of(reject(WITNESS_CODE_WRONG, "field", "code"));
  }
}
