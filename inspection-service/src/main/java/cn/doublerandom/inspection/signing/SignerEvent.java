package cn.doublerandom.inspection.signing;

/** What happens to the key an account signs with. */
public sealed interface SignerEvent {
  /**
   * A key was made on a phone of the account; who enrolled it showed that he holds it.
   *
   * @param account whose key it is
   */
  record SigningKeyEnrolled(String account, SigningKey key) implements SignerEvent {}

  /**
   * The key signs nothing from now on; what it signed before stays signed.
   *
   * @param by who revoked it: the account itself, or who leads the unit or coordinates
   */
  record SigningKeyRevoked(String keyId, String by, String reason) implements SignerEvent {}
}
