package cn.doublerandom.publication.application;

import java.util.List;
import java.util.Optional;

/** The log of notices as a tree with signed checkpoints (c2sp.org/tlog-tiles). Calls block. */
public interface NoticeTree {
  /**
   * A checkpoint.
   *
   * @param root 64 hex digits
   * @param note signed, with every cosignature it has
   */
  record Sealed(long size, String root, String note) {}

  /** The latest; nothing where none was signed yet, or this installation signs nothing. */
  Optional<Sealed> sealed();

  /** The key checkpoints are signed with; nothing where nothing is signed. */
  Optional<String> verifierKey();

  /** The audit path of a leaf, leaf side first, hex. */
  List<String> inclusion(long index, long size);

  /** The proof that a tree is a beginning of another, hex. */
  List<String> consistency(long from, long to);

  String root(long size);

  /**
   * The hashes of a tile.
   *
   * @throws IllegalArgumentException where the log has no such tile
   */
  byte[] tile(int level, long index, int width);

  /**
   * Leaves from an index on, each after its length in two bytes.
   *
   * @throws IllegalArgumentException where the log has fewer
   */
  byte[] entries(long index, int width);
}
