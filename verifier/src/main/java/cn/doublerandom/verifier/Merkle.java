package cn.doublerandom.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * RFC 6962 §2.1: roots from leaves in one pass, and what inclusion and consistency proofs prove.
 */
final class Merkle {
  /** Roots of complete subtrees, the largest first: one for each bit of the size. */
  private final List<byte[]> peaks = new ArrayList<>();

  private long size;

  static byte[] leaf(byte[] leaf) {
    return Hash.sha256(new byte[] {0}, leaf);
  }

  static byte[] node(byte[] left, byte[] right) {
    return Hash.sha256(new byte[] {1}, left, right);
  }

  /** One more leaf; what is kept grows with the logarithm of the size. */
  void add(byte[] leaf) {
    byte[] hash = leaf(leaf);
    for (long bits = size; (bits & 1) == 1; bits >>= 1) {
      hash = node(peaks.removeLast(), hash);
    }
    peaks.add(hash);
    size++;
  }

  long size() {
    return size;
  }

  byte[] root() {
    if (peaks.isEmpty()) {
      return Hash.sha256();
    }
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = node(peaks.get(i), root);
    }
    return root;
  }

  /** Whether the path leads from the leaf hash to the root of a tree of that size. */
  static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    byte[] hash = leafHash;
    long at = index;
    long last = size - 1;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(sibling, hash);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        hash = node(hash, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /** Whether the first tree is a beginning of the second (RFC 9162 §2.1.4.2). */
  static boolean continues(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first == second) {
      return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    } else if (first <= 0 || first > second || proof.isEmpty()) {
      return first == 0 && proof.isEmpty();
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.addFirst(firstRoot);
    }
    long at = first - 1;
    long last = second - 1;
    while ((at & 1) == 1) {
      at >>= 1;
      last >>= 1;
    }
    byte[] old = path.getFirst();
    byte[] now = path.getFirst();
    for (byte[] sibling : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        old = node(sibling, old);
        now = node(sibling, now);
        while ((at & 1) == 0 && at != 0) {
          at >>= 1;
          last >>= 1;
        }
      } else {
        now = node(now, sibling);
      }
      at >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(now, secondRoot);
  }
}
