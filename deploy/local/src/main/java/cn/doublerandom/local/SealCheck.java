package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares a ledger with what was sealed of it: the service's own checkpoints, and those an outside
 * witness keeps. Only the witness can show that the tail of a ledger was cut off together with the
 * checkpoints that knew it.
 */
final class SealCheck {
  private final String service;
  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private final TreeMap<Long, Sealed> open = new TreeMap<>();
  private int compared;

  /**
   * What was sealed.
   *
   * @param heads where the lanes ended; none in a checkpoint from before it said so
   */
  private record Sealed(String root, List<String> heads, String by) {}

  private static List<String> heads(String note) {
    return note.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("head "))
        .sorted()
        .toList();
  }

  private SealCheck(String service) {
    this.service = service;
  }

  /**
   * What is to be compared.
   *
   * @param witnessed directory with a witness's checkpoints; may not exist
   */
  static SealCheck of(String service, Connection connection, Path witnessed)
      throws SQLException, IOException {
    var check = new SealCheck(service);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT size, root, note FROM checkpoint")) {
      while (rows.next()) {
        check.open.put(
            rows.getLong("size"),
            new Sealed(
                HexFormat.of().formatHex(rows.getBytes("root")),
                heads(rows.getString("note")),
                "the service"));
      }
    }
    if (Files.isDirectory(witnessed)) {
      try (Stream<Path> files = Files.list(witnessed)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".checkpoint")).toList()) {
          check.witnessed(Files.readString(file));
        }
      }
    }
    return check;
  }

  private void witnessed(String note) {
    String[] lines = note.split("\n", 4);
    if (lines.length == 4 && lines[0].endsWith("/" + service)) {
      open.put(
          Long.parseLong(lines[1]),
          new Sealed(
              HexFormat.of().formatHex(Base64.getDecoder().decode(lines[2])),
              heads(note),
              "a witness"));
    }
  }

  /** One more entry, in order, with the lanes as they are after it. */
  void entry(String chain, LaneFold lanes) throws Audit.Failed {
    tree.add(HexFormat.of().parseHex(chain));
    Map.Entry<Long, Sealed> next = open.firstEntry();
    if (next != null && next.getKey() == tree.size()) {
      if (!HexFormat.of().formatHex(tree.root()).equals(next.getValue().root())) {
        throw new Audit.Failed(
            service, tree.size(), "is not what " + next.getValue().by() + " sealed");
      }
      List<String> heads = next.getValue().heads();
      if (!heads.isEmpty() && !heads.equals(lanes.lines())) {
        throw new Audit.Failed(
            service,
            tree.size(),
            "its topics do not end where " + next.getValue().by() + " sealed they do");
      }
      open.remove(next.getKey());
      compared++;
    }
  }

  /** Nothing may have been sealed beyond the end; the number of checkpoints that hold. */
  int end() throws Audit.Failed {
    if (!open.isEmpty()) {
      throw new Audit.Failed(
          service,
          tree.size(),
          "is the last entry, but %s sealed %d: the tail was cut off"
              .formatted(open.lastEntry().getValue().by(), open.lastKey()));
    }
    return compared;
  }
}
