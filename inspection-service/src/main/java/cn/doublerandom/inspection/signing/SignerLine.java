package cn.doublerandom.inspection.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account signs, as the desk lists it.
 *
 * @param account in small letters, as its stream is named
 * @param keyId of the key that signs now; absent where none does
 * @param revoked ids of the keys that sign no more, ascending
 */
public record SignerLine(String account, @Nullable String keyId, List<String> revoked) {
  public SignerLine {
    revoked = List.copyOf(revoked);
  }

  /** Of what is known of an account. */
  public static SignerLine of(String account, Signer signer) {
    return new SignerLine(
        account,
        signer.key().map(SigningKey::id).orElse(null),
        signer.revoked().stream().sorted().toList());
  }
}
