package cn.doublerandom.draw.protocol;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 with the protocol's tags, and RFC 6962 trees over canonical JSON. */
public final class Hashes {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Hashes() {}

  static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** {@code H("dr/<purpose>/1\0" ‖ content)}. */
  static byte[] tagged(String purpose, byte[]... content) {
    byte[][] parts = new byte[content.length + 1][];
    parts[0] = ("dr/" + purpose + "/1\0").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(content, 0, parts, 1, content.length);
    return sha256(parts);
  }

  /** The tagged hash of a JSON value, 64 lower-case hex digits. */
  public static String ofJson(String purpose, Object json) {
    return hex(tagged(purpose, CanonicalJson.bytes(json)));
  }

  /** The commitment an operator publishes for a secret: 64 hex digits each. */
  public static String ofSecret(String secret) {
    return hex(tagged("secret", bytes(secret)));
  }

  /** What a sealed draw shows of its result: {@code H("dr/sealed/1\0" ‖ salt ‖ resultHash)}. */
  public static String ofSealed(String salt, String resultHash) {
    return hex(tagged("sealed", bytes(salt), bytes(resultHash)));
  }

  /**
   * RFC 6962 §2.1 Merkle tree hash, 64 hex digits; the empty tree is the hash of nothing. Works
   * from the leaves up with one stack, so depth is no limit: O(n).
   */
  public static String merkleRoot(List<?> leaves) {
    if (leaves.isEmpty()) {
      return hex(sha256());
    }
    byte[][] stack = new byte[Integer.SIZE + 1][];
    int height = 0;
    for (int n = 0; n < leaves.size(); n++) {
      stack[height++] = sha256(LEAF, CanonicalJson.bytes(leaves.get(n)));
      // As many full pairs close as n has trailing ones: the binary counter of the tree.
      for (int carry = n; (carry & 1) == 1; carry >>= 1) {
        height--;
        stack[height - 1] = sha256(NODE, stack[height - 1], stack[height]);
      }
    }
    while (height > 1) {
      height--;
      stack[height - 1] = sha256(NODE, stack[height - 1], stack[height]);
    }
    return hex(stack[0]);
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }
}
