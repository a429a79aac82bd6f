package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares a ledger with what was sealed of it: the service's own checkpoints, and those an outside
 * witness keeps. Only the witness can show that the tail of a ledger was cut off together with the
 * checkpoints that knew it.
 */
final class SealCheck {
  private final String service;
  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private final TreeMap<Long, Sealed> open = new TreeMap<>();
  private final Map<Long, String> givenUp = new TreeMap<>();
  private int compared;
  private int explained;

  /**
   * What was sealed.
   *
   * @param heads where the lanes ended; none in a checkpoint from before it said so
   */
  private record Sealed(String root, List<String> heads, String by) {}

  static List<String> heads(String note) {
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
    check.decisions(connection);
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
    for (OlderCopy.WitnessedNote note : OlderCopy.WitnessedNote.in(witnessed, service)) {
      check.witnessed(note);
    }
    return check;
  }

  /** What an operator gave up when he went on with an older database. */
  private void decisions(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT payload FROM event JOIN ledger USING (position)
                WHERE type = 'OlderAccepted' AND stream_id = 'memory-older' ORDER BY seq
                """)) {
      while (rows.next()) {
        JsonNode decision = EventCodec.mapper().readTree(rows.getString(1));
        givenUp.put(decision.path("witnessed").asLong(), decision.path("root").asText());
      }
    }
  }

  /** A checkpoint of a past that was given up by name is explained and not compared. */
  private void witnessed(OlderCopy.WitnessedNote note) {
    if (note.root().equals(givenUp.get(note.size()))) {
      explained++;
    } else {
      open.put(note.size(), new Sealed(note.root(), note.heads(), "a witness"));
    }
  }

  /** Checkpoints of a past that was given up. */
  int explained() {
    return explained;
  }

  /** One more entry, in order, with the lanes as they are after it. */
  void entry(String chain, LaneFold lanes) throws Audit.Failed {
    tree.add(HexFormat.of().parseHex(chain));
    Map.Entry<Long, Sealed> next = open.firstEntry();
    if (next != null && next.getKey() == tree.size()) {
      if (!HexFormat.of().formatHex(tree.root()).equals(next.getValue().root())) {
        throw new Audit.Failed(
            service, tree.size(), "与签名不符 is not what " + next.getValue().by() + " sealed");
      }
      List<String> heads = next.getValue().heads();
      if (!heads.isEmpty() && !heads.equals(lanes.lines())) {
        throw new Audit.Failed(
            service,
            tree.size(),
            "主题的末尾与签名不符 its topics do not end where " + next.getValue().by() + " sealed they do");
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
          "是最后一条，末尾被截去 is the last entry, but %s sealed %d: the tail was cut off"
              .formatted(open.lastEntry().getValue().by(), open.lastKey()));
    }
    return compared;
  }
}
