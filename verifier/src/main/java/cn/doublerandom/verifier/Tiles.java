package cn.doublerandom.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tiles of a log of one size (c2sp.org/tlog-tiles): 256 hashes each, eight levels in one. */
final class Tiles {
  static final int WIDTH = 256;
  private static final int HEIGHT = 8;
  private static final int HASH = 32;

  private final LogSource source;
  private final long size;
  private final Map<String, List<byte[]>> read = new HashMap<>();

  Tiles(LogSource source, long size) {
    this.source = source;
    this.size = size;
  }

  /**
   * The hash over leaves, and the tiles it was made from.
   *
   * @param hex of the hash
   * @param tiles by their places, as an address has them
   */
  record Part(String hex, List<String> tiles) {
    byte[] hash() {
      return Hash.bytes(hex);
    }
  }

  /** {@code tile/L/x001/234}, and {@code .p/W} for what is not full. */
  static String place(String level, long index, int width) {
    var place = new StringBuilder("%03d".formatted(index % 1_000));
    for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
      place.insert(0, "x%03d/".formatted(rest % 1_000));
    }
    return "tile/" + level + "/" + place + (width < WIDTH ? ".p/" + width : "");
  }

  /** How many levels of tiles there are. */
  int levels() {
    int levels = 0;
    while (size >> (HEIGHT * levels) > 0) {
      levels++;
    }
    return levels;
  }

  /** Hashes of a level that stand in tiles. */
  long nodes(int level) {
    return size >> (HEIGHT * level);
  }

  private int width(int level, long index) {
    return (int) Math.min(WIDTH, nodes(level) - index * WIDTH);
  }

  String place(int level, long index) {
    return place(Integer.toString(level), index, width(level, index));
  }

  /** The hashes of a tile. */
  List<byte[]> hashes(int level, long index) throws IOException {
    String place = place(level, index);
    List<byte[]> known = read.get(place);
    if (known == null) {
      byte[] bytes = source.get(place);
      int width = width(level, index);
      Refused.unless(
          bytes.length == width * HASH,
          Code.NOTICE_TILE,
          "%s: %d hashes of 32 bytes were expected, got %d bytes"
              .formatted(place, width, bytes.length));
      known = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += HASH) {
        known.add(Arrays.copyOfRange(bytes, at, at + HASH));
      }
      read.put(place, known);
    }
    return known;
  }

  /** The hash over the leaves {@code from} (included) to {@code to} (excluded), by the tiles. */
  Part part(long from, long to) throws IOException {
    long count = to - from;
    if (Long.bitCount(count) == 1 && from % count == 0) {
      return subtree(Long.numberOfTrailingZeros(count), from / count);
    }
    long middle = from + Long.highestOneBit(count - 1);
    Part left = part(from, middle);
    Part right = part(middle, to);
    List<String> tiles = new ArrayList<>(left.tiles());
    right.tiles().stream().filter(tile -> !tiles.contains(tile)).forEach(tiles::add);
    return new Part(Hash.hex(Merkle.node(left.hash(), right.hash())), tiles);
  }

  /** A complete subtree lies in one tile. */
  private Part subtree(int height, long index) throws IOException {
    int level = height / HEIGHT;
    int inside = height % HEIGHT;
    long first = index << inside;
    int offset = (int) (first % WIDTH);
    List<byte[]> hashes = hashes(level, first / WIDTH).subList(offset, offset + (1 << inside));
    return new Part(Hash.hex(root(hashes)), List.of(place(level, first / WIDTH)));
  }

  /** The root over hashes; their number is a power of two. */
  static byte[] root(List<byte[]> hashes) {
    int count = hashes.size();
    return count == 1
        ? hashes.getFirst()
        : Merkle.node(root(hashes.subList(0, count / 2)), root(hashes.subList(count / 2, count)));
  }

  /** The audit path of a leaf as the tiles have it, leaf side first. */
  List<Part> path(long index) throws IOException {
    List<Part> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long to, List<Part> path) throws IOException {
    if (to - from == 1) {
      return;
    }
    long middle = from + Long.highestOneBit(to - from - 1);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(part(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(part(from, middle));
    }
  }
}
