package cn.doublerandom.draw.drawing.external;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;

/** What drand's chain quicknet signs (protocol §4): BLS12-381, signatures in G1. */
public final class Quicknet {
  private static final String DST = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private static final String PUBLIC_KEY =
      "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
          + "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";
  private static final HexFormat HEX = HexFormat.of();

  private Quicknet() {}

  /**
   * Whether the signature of a round is quicknet's: on the curve, in the group, by its key.
   *
   * @param signature 96 hex digits
   */
  public static boolean holds(long round, String signature) {
    byte[] message = sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    try {
      P1_Affine signed = new P1_Affine(HEX.parseHex(signature));
      return signed.in_group()
          && signed.core_verify(new P2_Affine(HEX.parseHex(PUBLIC_KEY)), true, message, DST)
              == BLST_ERROR.BLST_SUCCESS;
    } catch (RuntimeException e) {
      // The binding throws its error code for bytes that are no point of the curve.
      return false;
    }
  }

  /**
   * The 32 bytes that follow from a signature, as 64 hex digits.
   *
   * @param signature 96 hex digits
   */
  public static String randomness(String signature) {
    return HEX.formatHex(sha256(HEX.parseHex(signature)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
