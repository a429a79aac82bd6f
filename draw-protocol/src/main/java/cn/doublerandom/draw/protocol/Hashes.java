package cn.doublerandom.draw.protocol;

import cn.doublerandom.contracts.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SHA-256 with the protocol's tags, and RFC 6962 trees over canonical JSON. */
public final class Hashes {
  private static final HexFormat HEX = HexFormat.of();
  private static final int SHA_BYTES = 32;
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

  /** SHA-256 of many contents behind the same prefix, with one digest for all of them. */
  static final class Prefixed {
    private final MessageDigest digest;
    private final byte[] prefix;

    Prefixed(byte[] prefix) {
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
      this.prefix = prefix.clone();
    }

    /** Writes the 32 bytes of {@code H(prefix ‖ content)} into {@code out}. */
    void digest(byte[] content, byte[] out, int at) {
      digest(content, 0, content.length, out, at);
    }

    void digest(byte[] content, int from, int length, byte[] out, int at) {
      digest.update(prefix);
      digest.update(content, from, length);
      try {
        digest.digest(out, at, SHA_BYTES);
      } catch (DigestException e) {
        throw new IllegalStateException("32 bytes hold a SHA-256", e);
      }
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

  /** What is kept of a code handed out to a witness of one draw; 64 hex digits. */
  public static String ofCode(String drawId, String code) {
    return ofJson("code", Map.of("code", code, "drawId", drawId));
  }

  /** Plain SHA-256 of bytes given as hex, 64 hex digits: what a deposit says of its receipt. */
  public static String ofReceipt(String receipt) {
    return hex(sha256(bytes(receipt)));
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
    return merkleRoot(leaves, CanonicalJson::bytes);
  }

  /**
   * The same for leaves that write their canonical JSON themselves.
   *
   * @param bytes of a leaf
   */
  static <T> String merkleRoot(List<T> leaves, Function<T, byte[]> bytes) {
    if (leaves.isEmpty()) {
      return hex(sha256());
    }
    Prefixed leafHash = new Prefixed(LEAF);
    Prefixed nodeHash = new Prefixed(NODE);
    byte[] stack = new byte[(Integer.SIZE + 2) * SHA_BYTES];
    int height = 0;
    int n = 0;
    for (T leaf : leaves) {
      leafHash.digest(bytes.apply(leaf), stack, height * SHA_BYTES);
      height++;
      // As many full pairs close as n has trailing ones: the binary counter of the tree.
      for (int carry = n++; (carry & 1) == 1; carry >>= 1) {
        height = joined(nodeHash, stack, height);
      }
    }
    while (height > 1) {
      height = joined(nodeHash, stack, height);
    }
    return hex(Arrays.copyOf(stack, SHA_BYTES));
  }

  /** The two topmost hashes become one. */
  private static int joined(Prefixed nodeHash, byte[] stack, int height) {
    int left = (height - 2) * SHA_BYTES;
    nodeHash.digest(stack, left, 2 * SHA_BYTES, stack, left);
    return height - 1;
  }

  static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }
}
