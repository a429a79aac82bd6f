package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.WITNESS_CODE_SPENT;
import static cn.doublerandom.draw.CeremonyRejection.WITNESS_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.drawing.DrawCommand.Credential;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessCodeMissed;
import cn.doublerandom.draw.drawing.Preparation.Access;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Optional;

/** Whether somebody is the witness he says: by his account, or by the code he was given. */
final class Credentials {
  private Credentials() {}

  /** Why not; a wrong code is kept, because only so many may be tried. */
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
              ? refusal(witness.get().name(), code, hash)
              : Optional.of(reject(WITNESS_UNKNOWN, "field", "by"));
    };
  }

  private static Optional<Decision<DrawEvent>> refusal(
      String name, Access.Code code, String given) {
    if (code.misses() >= Preparation.MOST_MISSES) {
      return Optional.of(reject(WITNESS_CODE_SPENT, "field", "code"));
    }
    return code.hash().equals(given)
        ? Optional.empty()
        : Optional.of(accept(new WitnessCodeMissed(name)));
  }
}
