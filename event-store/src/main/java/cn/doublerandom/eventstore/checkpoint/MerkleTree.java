package cn.doublerandom.eventstore.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1: hashes of leaves and nodes, and which nodes prove what. */
public final class MerkleTree {
  private MerkleTree() {}

  /** The Merkle tree hash of the leaves {@code from} (included) to {@code to} (excluded). */
  @FunctionalInterface
  public interface Ranges {
    byte[] hash(long from, long to);
  }

  /** {@code H(0x00 ‖ leaf)}. */
  public static byte[] leaf(byte[] leaf) {
    return sha256(new byte[] {0}, leaf);
  }

  /** {@code H(0x01 ‖ left ‖ right)}. */
  public static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  /** The hash of a complete or incomplete tree over the leaf hashes. */
  public static byte[] root(List<byte[]> leafHashes) {
    int size = leafHashes.size();
    if (size == 0) {
      return sha256();
    } else if (size == 1) {
      return leafHashes.getFirst();
    }
    int left = (int) split(size);
    return node(root(leafHashes.subList(0, left)), root(leafHashes.subList(left, size)));
  }

  /** A tree that grows leaf by leaf; what is kept grows with the logarithm of its size. */
  public static final class Growing {
    // Roots of complete subtrees, the largest first: one for each bit of the size.
    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    /** One more leaf. */
    public void add(byte[] leaf) {
      byte[] hash = leaf(leaf);
      for (long bits = size; (bits & 1) == 1; bits >>= 1) {
        hash = node(peaks.removeLast(), hash);
      }
      peaks.add(hash);
      size++;
    }

    public long size() {
      return size;
    }

    public byte[] root() {
      if (peaks.isEmpty()) {
        return sha256();
      }
      byte[] root = peaks.getLast();
      for (int i = peaks.size() - 2; i >= 0; i--) {
        root = node(peaks.get(i), root);
      }
      return root;
    }
  }

  /** The largest power of two below {@code size}, which must be at least 2. */
  static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  /** PATH(index, D[size]): proves that a leaf is in the tree, leaf side first. */
  public static List<byte[]> inclusion(long index, long size, Ranges ranges) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf %d is not in a tree of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size, ranges, path);
    return path;
  }

  private static void path(long index, long from, long to, Ranges ranges, List<byte[]> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, ranges, path);
      path.add(ranges.hash(middle, to));
    } else {
      path(index, middle, to, ranges, path);
      path.add(ranges.hash(from, middle));
    }
  }

  /** PROOF(first, D[second]): proves that the first tree is a beginning of the second. */
  public static List<byte[]> consistency(long first, long second, Ranges ranges) {
    if (first < 0 || first > second) {
      throw new IllegalArgumentException("no consistency from %d to %d".formatted(first, second));
    }
    List<byte[]> proof = new ArrayList<>();
    if (first > 0 && first < second) {
      subproof(first, 0, second, true, ranges, proof);
    }
    return proof;
  }

  private static void subproof(
      long first, long from, long to, boolean whole, Ranges ranges, List<byte[]> proof) {
    if (first == to) {
      if (!whole) {
        proof.add(ranges.hash(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (first <= middle) {
      subproof(first, from, middle, whole, ranges, proof);
      proof.add(ranges.hash(middle, to));
    } else {
      subproof(first, middle, to, false, ranges, proof);
      proof.add(ranges.hash(from, middle));
    }
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
