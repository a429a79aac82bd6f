package cn.doublerandom.inspection.signing;

import java.util.Optional;

/**
 * An account that signs.
 *
 * <pre>Keyless ──enrol──▶ Keyed ──revoke──▶ Keyless</pre>
 */
public sealed interface Signer {
  /** The key that counts now; none where none is enrolled. */
  default Optional<SigningKey> key() {
    return switch (this) {
      case Keyless keyless -> Optional.empty();
      case Keyed(var standing) -> Optional.of(standing);
    };
  }

  /** No key is enrolled, or the last one was revoked. */
  record Keyless() implements Signer {}

  /** It signs with this key and no other way. */
  record Keyed(SigningKey standing) implements Signer {}
}
