package cn.doublerandom.inspection.signing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

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
      case Keyed keyed -> Optional.of(keyed.standing());
    };
  }

  /** Ids of the keys that sign no more. */
  Set<String> revoked();

  /** No key is enrolled, or the last one was revoked. */
  record Keyless(Set<String> revoked) implements Signer {
    public Keyless {
      revoked = Set.copyOf(revoked);
    }

    Keyless and(String keyId) {
      Set<String> all = new HashSet<>(revoked);
      all.add(keyId);
      return new Keyless(all);
    }
  }

  /** It signs with this key and no other way. */
  record Keyed(SigningKey standing, Set<String> revoked) implements Signer {
    public Keyed {
      revoked = Set.copyOf(revoked);
    }
  }
}
