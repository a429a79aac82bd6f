package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tree as static files (c2sp.org/tlog-tiles); any web server can hand them out. */
final class TileFiles {
  private final Path directory;
  private final List<List<byte[]>> levels = new ArrayList<>();
  private final List<Long> written = new ArrayList<>();
  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private long bundles;

  TileFiles(Path directory) {
    this.directory = directory;
  }

  void add(byte[] leaf) throws IOException {
    entries.write(leaf.length >> 8);
    entries.write(leaf.length);
    entries.writeBytes(leaf);
    push(0, MerkleTree.leaf(leaf));
    if (levels.getFirst().isEmpty()) {
      write("entries", bundles++, TileLog.WIDTH, entries.toByteArray());
      entries.reset();
    }
  }

  private void push(int level, byte[] hash) throws IOException {
    if (levels.size() == level) {
      levels.add(new ArrayList<>());
      written.add(0L);
    }
    List<byte[]> tile = levels.get(level);
    tile.add(hash);
    if (tile.size() == TileLog.WIDTH) {
      write(Integer.toString(level), written.get(level), TileLog.WIDTH, joined(tile));
      written.set(level, written.get(level) + 1);
      byte[] root = MerkleTree.root(tile);
      tile.clear();
      push(level + 1, root);
    }
  }

  /** Writes what is not full. */
  void end() throws IOException {
    for (int level = 0; level < levels.size(); level++) {
      List<byte[]> tile = levels.get(level);
      if (!tile.isEmpty()) {
        write(Integer.toString(level), written.get(level), tile.size(), joined(tile));
      }
    }
    if (entries.size() > 0) {
      write("entries", bundles, levels.getFirst().size(), entries.toByteArray());
    }
  }

  private static byte[] joined(List<byte[]> hashes) {
    var all = new ByteArrayOutputStream();
    hashes.forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** {@code x001/x234/067}, and {@code .p/W} for what is not full. */
  private void write(String kind, long index, int width, byte[] bytes) throws IOException {
    var path = new StringBuilder("%03d".formatted(index % 1_000));
    for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
      path.insert(0, "x%03d/".formatted(rest % 1_000));
    }
    if (width < TileLog.WIDTH) {
      path.append(".p/").append(width);
    }
    Path file = directory.resolve(kind).resolve(path.toString());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
