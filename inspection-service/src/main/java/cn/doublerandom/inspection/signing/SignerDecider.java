package cn.doublerandom.inspection.signing;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_FOREIGN;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_REVOKED;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_STANDS;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.signing.SignerCommand.EnrolKey;
import cn.doublerandom.inspection.signing.SignerCommand.RevokeKey;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyEnrolled;
import cn.doublerandom.inspection.signing.SignerEvent.SigningKeyRevoked;
import java.util.Optional;
import java.util.Set;

/** One key an account, enrolled by who holds it; another only after the first is revoked. */
public final class SignerDecider implements Decider<SignerCommand, SignerEvent, Signer> {
  @Override
  public Signer initial() {
    return new Signer.Keyless(Set.of());
  }

  @Override
  public Decision<SignerEvent> decide(SignerCommand command, Signer signer) {
    return switch (command) {
      case EnrolKey enrol -> enrol(enrol, signer);
      case RevokeKey revoke -> revoke(revoke, signer);
    };
  }

  private static Decision<SignerEvent> enrol(EnrolKey enrol, Signer signer) {
    Optional<SigningKey> key = SigningKey.of(enrol.publicKey());
    if (key.isEmpty()) {
      return reject(SIGNING_KEY_UNFIT, "field", "publicKey");
    } else if (!key.get()
        .verifies(SigningKey.enrolment(enrol.account(), key.get().publicKey()), enrol.proof())) {
      return reject(SIGNATURE_UNFIT, "field", "proof");
    } else if (signer.revoked().contains(key.get().id())) {
      return reject(SIGNING_KEY_REVOKED, "field", "publicKey");
    }
    return switch (signer) {
      case Signer.Keyless keyless -> accept(new SigningKeyEnrolled(enrol.account(), key.get()));
      case Signer.Keyed keyed when keyed.standing().equals(key.get()) -> accept();
      case Signer.Keyed keyed -> reject(SIGNING_KEY_STANDS);
    };
  }

  private static Decision<SignerEvent> revoke(RevokeKey revoke, Signer signer) {
    if (!revoke.mayRevokeOthers() && !SecondPerson.isSame(revoke.account(), revoke.by())) {
      return reject(SIGNING_KEY_FOREIGN);
    } else if (!ReasonText.isInWords(revoke.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return switch (signer) {
      case Signer.Keyless keyless -> reject(SIGNING_KEY_UNKNOWN);
      case Signer.Keyed keyed ->
          accept(new SigningKeyRevoked(keyed.standing().id(), revoke.by(), revoke.reason()));
    };
  }

  @Override
  public Signer evolve(Signer signer, SignerEvent event) {
    return switch (event) {
      case SigningKeyEnrolled(var account, var key) -> new Signer.Keyed(key, signer.revoked());
      case SigningKeyRevoked revoked -> new Signer.Keyless(signer.revoked()).and(revoked.keyId());
    };
  }
}
