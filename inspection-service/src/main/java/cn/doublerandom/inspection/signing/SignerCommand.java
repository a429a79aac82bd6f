package cn.doublerandom.inspection.signing;

/** What may be asked of an account that signs. */
public sealed interface SignerCommand {
  /**
   * @param publicKey raw bytes, base64, see {@link SigningKey}
   * @param proof signature of the new key over {@link SigningKey#enrolment}, base64
   */
  record EnrolKey(String account, String publicKey, String proof) implements SignerCommand {}

  /**
   * @param mayRevokeOthers whether who asks answers for other people's keys
   */
  record RevokeKey(String account, String by, boolean mayRevokeOthers, String reason)
      implements SignerCommand {}
}
