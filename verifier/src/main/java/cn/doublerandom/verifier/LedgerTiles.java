package cn.doublerandom.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tiles of a ledger as files, each beside what its entries say, in one pass: of every level no
 * more is kept than the tile that is not full.
 */
final class LedgerTiles {
  private final Path directory;
  private final String service;
  private final boolean isThere;
  private final List<Level> levels = new ArrayList<>();
  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private long bundles;
  private long compared;

  /** Hashes of a level that stand in no full tile yet. */
  private static final class Level {
    private final List<byte[]> open = new ArrayList<>();
    private long full;
  }

  /**
   * @param directory of the service in the export; one of before tiles has none
   */
  LedgerTiles(Path directory, String service) {
    this.directory = directory;
    this.service = service;
    this.isThere = Files.isDirectory(directory.resolve("tile"));
  }

  /** One more entry, by its chain. */
  void add(byte[] chain) throws IOException {
    if (!isThere) {
      return;
    }
    entries.write(chain.length >> 8);
    entries.write(chain.length);
    entries.writeBytes(chain);
    push(0, Merkle.leaf(chain));
    if (levels.getFirst().open.isEmpty()) {
      compare("entries", bundles++, Tiles.WIDTH, entries.toByteArray());
      entries.reset();
    }
  }

  private void push(int level, byte[] hash) throws IOException {
    if (levels.size() == level) {
      levels.add(new Level());
    }
    Level tile = levels.get(level);
    tile.open.add(hash);
    if (tile.open.size() == Tiles.WIDTH) {
      compare(Integer.toString(level), tile.full++, Tiles.WIDTH, LogSource.joined(tile.open));
      byte[] root = Tiles.root(tile.open);
      tile.open.clear();
      push(level + 1, root);
    }
  }

  /** What is to be said of them, once the last entry has passed. */
  String end() throws IOException {
    if (!isThere) {
      return "-- %s: no tiles in this export".formatted(service);
    }
    for (int level = 0; level < levels.size(); level++) {
      List<byte[]> open = levels.get(level).open;
      if (!open.isEmpty()) {
        compare(
            Integer.toString(level), levels.get(level).full, open.size(), LogSource.joined(open));
      }
    }
    if (entries.size() > 0) {
      compare("entries", bundles, levels.getFirst().open.size(), entries.toByteArray());
    }
    return "OK %s: %d tiles as its entries say".formatted(service, compared);
  }

  private void compare(String kind, long index, int width, byte[] expected) throws IOException {
    String place = Tiles.place(kind, index, width);
    Path file = directory.resolve(place);
    Refused.unless(
        Files.isRegularFile(file), Code.LEDGER, "%s: %s is missing".formatted(service, place));
    byte[] told = Files.readAllBytes(file);
    Refused.unless(
        Arrays.equals(told, expected),
        Code.LEDGER,
        "%s: %s is not what the entries say, from byte %d on"
            .formatted(service, place, Math.max(0, Arrays.mismatch(told, expected))));
    compared++;
  }
}
