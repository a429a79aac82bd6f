package cn.doublerandom.local;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * One witness of a ceremony, on the witness's own side: chooses a value, publishes its commitment
 * first and itself only afterwards (protocol §4).
 */
record Witness(String by, String nonce, String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  static Witness choosing(String by, String value) {
    return new Witness(by, random(NONCE_BYTES), value);
  }

  private static String random(int bytes) {
    byte[] fresh = new byte[bytes];
    RANDOM.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }

  Map<String, Object> contribution() {
    return Map.of("by", by, "nonce", nonce, "value", value);
  }

  Map<String, Object> promise() {
    return Map.of(
        "by",
        by,
        "commitment",
        Sha256.hex(
            "dr/contribution/1\0".getBytes(StandardCharsets.US_ASCII),
            CanonicalJson.bytes(contribution())));
  }

  /** The operator's secret, 64 hex digits. */
  static String operatorSecret() {
    return random(SECRET_BYTES);
  }

  static String operatorCommitment(String secret) {
    return Sha256.hex(
        "dr/secret/1\0".getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(secret));
  }
}
