package cn.doublerandom.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log read from its first leaf to its last, and every tile beside what the leaves say. */
final class WholeLog {
  /** More leaves do not fit into the memory of a small computer. */
  private static final long MOST_LEAVES = 20_000_000;

  private final LogSource source;
  private final Note note;
  private final Tiles tiles;
  private final List<byte[]> leaves = new ArrayList<>();

  WholeLog(LogSource source, Note note) {
    Refused.unless(note.size() <= MOST_LEAVES, Code.MALFORMED, "a log of more than 20,000,000");
    this.source = source;
    this.note = note;
    this.tiles = new Tiles(source, note.size());
  }

  /** A tile that is not what the leaves say. */
  private record Difference(String tile, int hash, long leaf) {
    String words() {
      return "%s: hash %d is not that of leaf %d".formatted(tile, hash, leaf);
    }
  }

  /** Refuses with the name of the tile, where the leaves or the tiles are not what was signed. */
  void check() throws IOException {
    for (long index = 0; index * Tiles.WIDTH < note.size(); index++) {
      bundle(index);
    }
    boolean areSigned = Arrays.equals(root(note.size()), note.root());
    Difference first = difference();
    if (areSigned) {
      Refused.unless(first == null, Code.NOTICE_TILE, first == null ? "" : first.words());
      return;
    }
    boolean tilesAreSigned =
        note.size() > 0 && Arrays.equals(tiles.part(0, note.size()).hash(), note.root());
    if (first != null && tilesAreSigned) {
      throw new Refused(
          Code.NOTICE_TILE,
          "%s: leaf %d is not the one that was signed"
              .formatted(bundlePlace((first.leaf() - 1) / Tiles.WIDTH), first.leaf()));
    }
    throw new Refused(
        Code.CHECKPOINT,
        "%d leaves do not have the root that was signed%s"
            .formatted(note.size(), first == null ? "" : "; " + first.words()));
  }

  private String bundlePlace(long index) {
    return Tiles.place("entries", index, width(index));
  }

  private int width(long index) {
    return (int) Math.min(Tiles.WIDTH, note.size() - index * Tiles.WIDTH);
  }

  private void bundle(long index) throws IOException {
    String place = bundlePlace(index);
    byte[] bytes = source.get(place);
    int at = 0;
    for (int i = 0; i < width(index); i++) {
      int length = at + 2 <= bytes.length ? ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff) : -1;
      Refused.unless(
          length >= 0 && at + 2 + length <= bytes.length,
          Code.NOTICE_TILE,
          "%s: ends within leaf %d".formatted(place, index * Tiles.WIDTH + i + 1));
      leaves.add(Merkle.leaf(Arrays.copyOfRange(bytes, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    Refused.unless(at == bytes.length, Code.NOTICE_TILE, place + ": more than its leaves");
  }

  /** The first hash of a tile that is not what the leaves say; null where there is none. */
  private Difference difference() throws IOException {
    List<byte[]> level = leaves;
    long covers = 1;
    for (int height = 0; height < tiles.levels(); height++) {
      List<byte[]> next = new ArrayList<>();
      for (long index = 0; index * Tiles.WIDTH < level.size(); index++) {
        int from = (int) (index * Tiles.WIDTH);
        List<byte[]> own = level.subList(from, Math.min(level.size(), from + Tiles.WIDTH));
        List<byte[]> told = tiles.hashes(height, index);
        for (int i = 0; i < own.size(); i++) {
          if (!Arrays.equals(own.get(i), told.get(i))) {
            return new Difference(tiles.place(height, index), i, (from + i) * covers + 1);
          }
        }
        if (own.size() == Tiles.WIDTH) {
          next.add(Tiles.root(own));
        }
      }
      level = next;
      covers *= Tiles.WIDTH;
    }
    return null;
  }

  /** The root over the first leaves. */
  byte[] root(long size) {
    return size == 0 ? Hash.sha256() : root(0, (int) size);
  }

  private byte[] root(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return Merkle.node(root(from, middle), root(middle, to));
  }
}
