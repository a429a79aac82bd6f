package cn.doublerandom.eventstore.checkpoint;

import cn.doublerandom.eventstore.ledger.LaneHeads;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A log as a Merkle tree in tiles. In that of the ledger leaf n−1 is the chain hash of seq n, 32
 * bytes, which covers the event and everything said about it without giving either away. Calls
 * block; memory stays at a few tiles.
 */
public final class TileLog {
  /** Hashes in a full tile, eight levels of the tree (c2sp.org/tlog-tiles). */
  public static final int WIDTH = 256;

  private static final int HEIGHT = 8;
  private static final int HASH = 32;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Pool pool;
  private final LogTables tables;
  private final StateRoots states;

  /** The tree over the ledger. */
  public TileLog(Pool pool) {
    this(pool, LogTables.LEDGER);
  }

  /** A tree over leaves of another kind. */
  public TileLog(Pool pool, LogTables tables) {
    this.pool = pool;
    this.tables = tables;
    this.states = new StateRoots(pool);
  }

  /** Leaves there are. */
  public long size() {
    return ask(tables.size(), Tuple.tuple()).iterator().next().getLong("size");
  }

  /** What every topic and partition ends with, and what topics of states hold, a line each. */
  List<String> heads(long size) {
    if (!tables.isLedger()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(LaneHeads.lines(pool, size));
    lines.addAll(states.lines(size));
    return lines;
  }

  /** Stores every tile that became full; true where there may be more. */
  boolean extend() {
    long size = size();
    boolean grown = false;
    for (int level = 0; size >> (HEIGHT * (level + 1)) > 0; level++) {
      long full = size >> (HEIGHT * (level + 1));
      long stored =
          ask(
                  "SELECT coalesce(max(index) + 1, 0) AS stored FROM {schema}merkle_tile WHERE level = $1",
                  Tuple.of(level))
              .iterator()
              .next()
              .getLong("stored");
      for (long index = stored; index < Math.min(full, stored + WIDTH); index++) {
        store(level, index);
        grown = true;
      }
    }
    return grown;
  }

  private void store(int level, long index) {
    byte[] hashes = compute(level, index, WIDTH);
    ask(
        """
        INSERT INTO {schema}merkle_tile (level, index, hashes, root) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        Tuple.of(
            level, index, Buffer.buffer(hashes), Buffer.buffer(MerkleTree.root(split(hashes)))));
  }

  /**
   * The hashes of a tile one after the other.
   *
   * @param width 1 to 256
   */
  public byte[] tile(int level, long index, int width) {
    RowSet<Row> stored =
        ask(
            "SELECT hashes FROM {schema}merkle_tile WHERE level = $1 AND index = $2",
            Tuple.of(level, index));
    for (Row row : stored) {
      return Arrays.copyOf(row.getBuffer("hashes").getBytes(), width * HASH);
    }
    return compute(level, index, width);
  }

  private byte[] compute(int level, long index, int width) {
    var hashes = new ByteArrayOutputStream(width * HASH);
    if (level == 0) {
      leaves(index * WIDTH, width).forEach(leaf -> hashes.writeBytes(MerkleTree.leaf(leaf)));
    } else {
      long first = index * WIDTH;
      ask(
              """
              SELECT root FROM {schema}merkle_tile
              WHERE level = $1 AND index >= $2 AND index < $3 ORDER BY index
              """,
              Tuple.of(level - 1, first, first + width))
          .forEach(row -> hashes.writeBytes(row.getBuffer("root").getBytes()));
      // Tiles that have just become full may not be stored yet; they are the last ones.
      for (long child = first + hashes.size() / HASH; child < first + width; child++) {
        hashes.writeBytes(MerkleTree.root(split(tile(level - 1, child, WIDTH))));
      }
    }
    if (hashes.size() != width * HASH) {
      throw new IllegalArgumentException(
          "tile %d/%d is not %d wide".formatted(level, index, width));
    }
    return hashes.toByteArray();
  }

  /** The leaves from an index on; those of the ledger are chain hashes. */
  public List<byte[]> leaves(long from, int count) {
    List<byte[]> leaves = new ArrayList<>();
    ask(tables.leaves(), Tuple.of(from, from + count))
        .forEach(row -> leaves.add(row.getBuffer("leaf").getBytes()));
    return leaves;
  }

  private static List<byte[]> split(byte[] hashes) {
    List<byte[]> all = new ArrayList<>();
    for (int at = 0; at < hashes.length; at += HASH) {
      all.add(Arrays.copyOfRange(hashes, at, at + HASH));
    }
    return all;
  }

  /** The root of the tree over the first {@code size} entries. */
  public byte[] root(long size) {
    return size == 0 ? MerkleTree.sha256() : at(size).hash(0, size);
  }

  public List<byte[]> inclusion(long index, long size) {
    return MerkleTree.inclusion(index, size, at(size));
  }

  public List<byte[]> consistency(long first, long second) {
    return MerkleTree.consistency(first, second, at(second));
  }

  private MerkleTree.Ranges at(long size) {
    Map<String, List<byte[]>> tiles = new HashMap<>();
    return new MerkleTree.Ranges() {
      @Override
      public byte[] hash(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) {
          return subtree(Long.numberOfTrailingZeros(count), from / count);
        }
        long middle = from + MerkleTree.split(count);
        return MerkleTree.node(hash(from, middle), hash(middle, to));
      }

      // The complete subtree of a height; it lies in one tile.
      private byte[] subtree(int height, long index) {
        int level = height / HEIGHT;
        int inside = height % HEIGHT;
        long first = index << inside;
        int offset = (int) (first % WIDTH);
        return MerkleTree.root(
            hashes(level, first / WIDTH).subList(offset, offset + (1 << inside)));
      }

      private List<byte[]> hashes(int level, long index) {
        long nodes = size >> (HEIGHT * level);
        int width = (int) Math.min(WIDTH, nodes - index * WIDTH);
        return tiles.computeIfAbsent(level + "/" + index, t -> split(tile(level, index, width)));
      }
    };
  }

  private RowSet<Row> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(tables.in(sql)).execute(parameters).await().atMost(LIMIT);
  }
}
