package cn.doublerandom.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 and what the protocol builds on it: tagged hashes, RFC 6962 trees, keys, tickets. */
final class Hash {
  private Hash() {}

  /** One per thread: looking an algorithm up costs more than a short hash. */
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(() -> algorithm("SHA-256"));

  static byte[] sha256(byte[]... parts) {
    MessageDigest digest = SHA_256.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  static byte[] sha512(byte[]... parts) {
    MessageDigest digest = algorithm("SHA-512");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static MessageDigest algorithm(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** {@code H("dr/<name>/1\0" ‖ parts)}. */
  static byte[] tagged(String name, byte[]... parts) {
    byte[][] all = new byte[parts.length + 1][];
    all[0] = ("dr/" + name + "/1\0").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(parts, 0, all, 1, parts.length);
    return sha256(all);
  }

  /** RFC 6962 §2.1 Merkle tree hash over the canonical form of the leaves. */
  static byte[] tree(List<?> leaves) {
    byte[][] level = new byte[leaves.size()][];
    StringBuilder canonical = new StringBuilder();
    for (int i = 0; i < level.length; i++) {
      canonical.setLength(0);
      Json.write(leaves.get(i), canonical.append('\0'));
      level[i] = sha256(canonical.toString().getBytes(StandardCharsets.UTF_8));
    }
    return subtree(level, 0, level.length);
  }

  private static byte[] subtree(byte[][] level, int from, int to) {
    int n = to - from;
    if (n == 0) {
      return sha256();
    }
    if (n == 1) {
      return level[from];
    }
    int k = Integer.highestOneBit(n - 1);
    return sha256(new byte[] {1}, subtree(level, from, from + k), subtree(level, from + k, to));
  }

  static byte[] key(byte[] seed, String purpose) {
    return tagged("key", seed, purpose.getBytes(StandardCharsets.US_ASCII));
  }

  /** The ticket of a subject under the key; unsigned big-endian, smaller wins. */
  static byte[] ticket(byte[] key, String subject) {
    return sha256(key, utf8(subject));
  }

  /** A number in 0..n-1, n &lt; 2^63, without modulo bias (protocol §1). */
  static long below(byte[] key, long n) {
    long rest = Long.remainderUnsigned(Long.remainderUnsigned(-1L, n) + 1, n); // 2^64 mod n
    for (long i = 0; ; i++) {
      long u = ByteBuffer.wrap(sha256(key, ByteBuffer.allocate(8).putLong(i).array())).getLong();
      // u < ⌊2^64/n⌋·n = 2^64 − rest
      if (rest == 0 || Long.compareUnsigned(u, -rest) < 0) {
        return Long.remainderUnsigned(u, n);
      }
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Order by UTF-8 bytes, the only order the protocol knows. */
  static int compareUtf8(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y && !Character.isSurrogate(x) && !Character.isSurrogate(y)) {
        // Below the surrogates and above them UTF-8 and UTF-16 order alike.
        return Character.compare(x, y);
      } else if (x != y) {
        break;
      }
    }
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
