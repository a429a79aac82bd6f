package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.WitnessKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What witnesses, operator and supervisor send about a ceremony. */
public final class CeremonyRequests {
  private static final String HEX_64 = "[0-9a-f]{64}";
  private static final String HEX_32 = "[0-9a-f]{32}";

  /** As a person may type it: letters and digits in any case, with hyphens or spaces. */
  private static final String CODE = "[0-9A-Za-z -]{16,32}";

  private CeremonyRequests() {}

  /**
   * @param name as it will stand in the commit
   * @param account that will promise and reveal
   */
  public record Named(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String name,
      @NotNull @Schema(examples = "ENTERPRISE") WitnessKind kind,
      @NotBlank @Size(max = 100) @Schema(examples = "witness-2") String account) {}

  /**
   * @param reason needed where the witness has promised
   */
  public record Release(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String name,
      @Nullable @Size(max = 500) @Schema(examples = "手机损坏，记下的数遗失") String reason) {
    /** As it is kept. */
    public String why() {
      return reason == null ? "" : reason.strip();
    }
  }

  /**
   * @param name of a witness whose release was asked for
   */
  public record ReleaseApproval(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String name) {}

  /**
   * @param name of a witness whose release was asked for
   * @param reason why he is not released, in words
   */
  public record ReleaseEnd(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String name,
      @NotBlank @Size(max = 500) @Schema(examples = "记下的数已经找到") String reason) {}

  /**
   * @param name as it will stand in the commit
   */
  public record CodeFor(
      @NotBlank @Size(max = 100) @Schema(examples = "公众代表") String name,
      @NotNull @Schema(examples = "PUBLIC") WitnessKind kind) {}

  public record Promise(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String by,
      @NotNull
          @Pattern(regexp = HEX_64, message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String commitment) {}

  public record CodePromise(
      @NotBlank @Size(max = 100) @Schema(examples = "公众代表") String by,
      @NotNull
          @Pattern(regexp = CODE, message = "{words.witness-code}")
          @Schema(examples = "K7QM-2XVD-9RTB-H4WC")
          String code,
      @NotNull
          @Pattern(regexp = HEX_64, message = "{words.hex-64}")
          @Schema(examples = "86006072981eb8c05b845a5c5fe66c8fc8d45ad6156555055b2326292a898292")
          String commitment) {}

  public record Contribution(
      @NotBlank @Size(max = 100) @Schema(examples = "企业代表") String by,
      @NotNull
          @Pattern(regexp = HEX_32, message = "{words.hex-32}")
          @Schema(examples = "20f9e3c39255e0cad99dc430b6616f28")
          String nonce,
      @NotNull @Size(max = 1024) @Schema(examples = "000007919") String value) {}

  public record CodeContribution(
      @NotBlank @Size(max = 100) @Schema(examples = "公众代表") String by,
      @NotNull
          @Pattern(regexp = CODE, message = "{words.witness-code}")
          @Schema(examples = "K7QM-2XVD-9RTB-H4WC")
          String code,
      @NotNull
          @Pattern(regexp = HEX_32, message = "{words.hex-32}")
          @Schema(examples = "20f9e3c39255e0cad99dc430b6616f28")
          String nonce,
      @NotNull @Size(max = 1024) @Schema(examples = "000007919") String value) {}

  /**
   * @param sealed base64: ephemeral X25519 key, then AES-256-GCM of secret and receipt
   * @param key public key of the supervisor it is sealed to
   * @param receiptHash SHA-256 of the receipt inside
   */
  public record Deposit(
      @NotNull
          @Pattern(regexp = HEX_64, message = "{words.hex-64}")
          @Schema(examples = "1527597e5b5a42cc2f822e6355ebc7329eab867cc3e0ca1848d309539e1e5f6a")
          String operatorCommitment,
      @NotNull @Pattern(regexp = "[0-9A-Za-z+/]{150}==", message = "{words.sealed-secret}")
          String sealed,
      @NotNull @Pattern(regexp = HEX_64, message = "{words.hex-64}") String key,
      @NotNull @Pattern(regexp = HEX_64, message = "{words.hex-64}") String receiptHash) {}

  /**
   * @param openedCommitment hash of the secret that was found inside
   * @param receipt that was found inside
   */
  public record Confirmation(
      @NotNull
          @Pattern(regexp = HEX_64, message = "{words.hex-64}")
          @Schema(examples = "1527597e5b5a42cc2f822e6355ebc7329eab867cc3e0ca1848d309539e1e5f6a")
          String openedCommitment,
      @NotNull @Pattern(regexp = HEX_64, message = "{words.hex-64}") String receipt) {}

  public record SupervisorKey(
      @NotNull @Pattern(regexp = HEX_64, message = "{words.hex-64}") String publicKey) {}
}
