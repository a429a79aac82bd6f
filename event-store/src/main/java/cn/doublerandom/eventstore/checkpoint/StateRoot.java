package cn.doublerandom.eventstore.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a topic of states holds, in two figures: how many keys have a value, and the RFC 6962 root
 * over the leaves {@code "dr/state/1\0" ‖ F(key) ‖ SHA-256(value)} in ascending order of the keys
 * in UTF-8; {@code F(x)} is the length of x in UTF-8 as four bytes, then x. Memory stays at a few
 * hashes.
 */
public final class StateRoot {
  private static final byte[] TAG = "dr/state/1\0".getBytes(US_ASCII);

  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private byte[] last = new byte[0];

  /**
   * One more key; they ascend.
   *
   * @param valueHash SHA-256 of its latest value, 64 hex digits
   */
  public void add(String key, String valueHash) {
    byte[] name = key.getBytes(UTF_8);
    if (tree.size() > 0 && Arrays.compareUnsigned(last, name) >= 0) {
      throw new IllegalArgumentException("keys must ascend by UTF-8 bytes; " + key + " does not");
    }
    last = name;
    byte[] value = HexFormat.of().parseHex(valueHash);
    tree.add(
        ByteBuffer.allocate(TAG.length + Integer.BYTES + name.length + value.length)
            .put(TAG)
            .putInt(name.length)
            .put(name)
            .put(value)
            .array());
  }

  /** The hash of a value as it stands in a leaf. */
  public static String valueHash(String value) {
    return Sha256.hex(value.getBytes(UTF_8));
  }

  /** Keys so far. */
  public long count() {
    return tree.size();
  }

  /** The root over them, 64 hex digits. */
  public String root() {
    return HexFormat.of().formatHex(tree.root());
  }
}
